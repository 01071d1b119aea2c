// Unions of blanks: what is asked of them where their parts were printed before, and when they are a cell of their own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DisclosureProblem } from '../../src/analyse/disclosure-problem.ts';
import { acceptedPast, pastExposure } from '../../src/analyse/past-exposure.ts';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import type { Pattern } from '../../src/analyse/suppress.ts';
import { unsafeUnions, withUnions } from '../../src/analyse/unions.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

/** A total of three parts; A and B are blank and follow printed versions, each by a revision of 4. */
const [TOTAL, A, B, C, A_BEFORE, B_BEFORE, A_REVISION, B_REVISION] = [0, 1, 2, 3, 4, 5, 6, 7];
const VALUES = [300n, 104n, 96n, 100n, 100n, 100n, 4n, -4n];
const PROBLEM: ProtectionProblem = {
  system: systemOf(
    ['T', 'A', 'B', 'C', 'A#1', 'B#1', 'A#revision of 1', 'B#revision of 1'],
    [
      { cells: [TOTAL, A, B, C], signs: [1, -1, -1, -1] },
      { cells: [A_REVISION, A, A_BEFORE], signs: [1, -1, 1] },
      { cells: [B_REVISION, B, B_BEFORE], signs: [1, -1, 1] },
    ],
  ),
  ...{ values: VALUES, sizes: VALUES.map((value) => (value < 0n ? -value : value)) },
  ...{
    needs: VALUES.map(() => 0n),
    stakes: VALUES.map(() => []),
    p: ratio(10n),
    steps: VALUES.map(() => 0n),
  },
  ...{ ratios: [], costs: VALUES.map(() => 1), frozen: new Set([A_BEFORE, B_BEFORE]) },
  ...{ blank: new Set([A, B, A_REVISION, B_REVISION]), bounded: new Set([A_REVISION, B_REVISION]) },
  follows: new Map([
    [A, [A_REVISION]],
    [B, [B_REVISION]],
  ]),
  needOfUnion: () => 20n,
};
const SUPPRESSED = new Set([A, B, A_REVISION, B_REVISION]);

test('a union is named by its sum and its blanks; blanks that are all of a printed total are that total', () => {
  const unions = unsafeUnions(PROBLEM, SUPPRESSED);
  assert.deepEqual(
    unions.map(({ id, need }) => [id, need]),
    [['T#blanks A B', 20n]],
  );
  assert.deepEqual(unsafeUnions(PROBLEM, new Set([A, B, C])), []);
});

test('of printed parts the search asks what their revisions hide; the whole need counts, until two people accept', () => {
  const problem = withUnions(PROBLEM, unsafeUnions(PROBLEM, SUPPRESSED));
  const union = VALUES.length;
  assert.deepEqual([problem.needs[union], problem.whole?.get(union)], [8n, 20n]);
  const moves = (by: bigint) => ({
    ...{ movers: null, mirrored: true, cells: [A, A_REVISION, C, union], moves: [by, by, -by, by] },
  });
  const exposed = (by: bigint) => {
    const pattern = {
      ...{ problem, suppressed: new Set([...SUPPRESSED, C, union]), pending: new Map() },
      ...{ witnesses: [moves(by)], given: [], omitted: new Set(), blockers: new Map() },
    } as Pattern;
    const certificate = { suppressed: [...pattern.suppressed], witnesses: pattern.witnesses };
    const judged = { sensitivities: [] as DisclosureProblem['sensitivities'] } as DisclosureProblem;
    return { pattern, past: pastExposure(judged, pattern, certificate, 'public') };
  };
  const { pattern, past } = exposed(4n);
  assert.deepEqual([...past.keys()], [union]);
  const accept = (cell: string) =>
    acceptedPast(past, [{ cell, ground: 'public' as const, holdings: [] }], pattern);
  assert.deepEqual([...accept('T#blanks A B')], [union]);
  assert.deepEqual([...accept('T')], []);
  const wide = { ...problem, needs: problem.needs, whole: new Map([[union, 4n]]) };
  const met = pastExposure(
    { sensitivities: [] as DisclosureProblem['sensitivities'] } as DisclosureProblem,
    { ...pattern, problem: wide },
    { suppressed: [...pattern.suppressed], witnesses: pattern.witnesses },
    'public',
  );
  assert.deepEqual([...met.keys()], [], 'where the whole need is met nothing is exposed');
});
