// Small histories of any kind: whatever comes late, is corrected, withdrawn or told elsewhere, each release has a safe pattern
// against the public and every holding, with all that was printed before it known.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftBeside, needSince } from '../../src/analyse/audit-attackers.ts';
import type { ProvenFacts } from '../../src/analyse/certificate.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { anyArrivals, type HistorySpec, protectHistory } from './disclosure-history.ts';
import { PARAMETERS } from './disclosure-parameters.ts';

const MONTHS = ['2023-01', '2023-02', '2023-03'];

function specOf(seed: number, frequency: number): HistorySpec {
  const spec: HistorySpec = {
    size: { partners: 2, holdings: { ITO: 5, KPO: 4 }, seed, months: ['2023-01', '2023-03'] },
    ...{ releases: ['2023-01', '2023-02', '2023-Q1'], months: MONTHS },
    ...{ late: 0, corrected: 0, attackers: 'all' },
    parameters: { ...PARAMETERS, frequency },
  };
  return { ...spec, arrivals: anyArrivals(spec, seed + 77, 0.04) };
}

test('a later release always has a safe pattern, whatever is revised', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(2, 3), async (seed, frequency) => {
      for await (const { release, alone, made } of protectHistory(specOf(seed, frequency))) {
        const exposed = alone.report.unprotected.map(({ cell }) => cell).sort();
        assert.deepEqual([exposed.length, exposed], [alone.report.at_risk, alone.report.given], release);
        assert.deepEqual([made.report.at_risk, made.report.unprotected], [0, []], release);
        assert.deepEqual(made.report.changed.withoutCause, [], release);
      }
    }),
    { seed: 64, numRuns: 6 },
  );
});

test('a figure that the past gives away is at risk, named with its proof, until two people accept it as public', async () => {
  const spec = specOf(6, 3);
  const given: string[] = [];
  const small = { ...spec, size: { ...spec.size, holdings: { ITO: 4, KPO: 4 } } };
  for await (const { alone, made } of protectHistory({ ...small, arrivals: anyArrivals(small, 83, 0.06) })) {
    const { at_risk, unprotected } = alone.report;
    assert.deepEqual(
      [at_risk, unprotected.map(({ cell }) => cell).sort()],
      [alone.report.given.length, alone.report.given],
    );
    for (const { cell, because } of unprotected) assert.ok(because.length > 0, cell);
    assert.equal(made.report.at_risk, 0);
    assert.deepEqual(made.report.accepted.map(({ cell }) => cell).sort(), made.report.given);
    given.push(...made.report.given);
  }
  assert.ok(given.length >= 2);
});

test('a figure that was printed needs no more than its revisions leave unsure, less what an attacker knows of them', () => {
  const stake = (holding: number, amount: bigint) => ({ holding, amount });
  const stakes = [[], [stake(1, 30n), stake(2, 5n)], [stake(1, 10n)]];
  assert.equal(needSince(100n, undefined, [0n, 35n, 10n]), 100n);
  assert.equal(needSince(100n, [1, 2], [0n, 35n, 10n]), 45n);
  assert.equal(needSince(20n, [1, 2], [0n, 35n, 10n]), 20n);
  assert.deepEqual(
    [...leftBeside([1, 2], [0n, 35n, 10n], stakes)],
    [
      [1, 5n],
      [2, 40n],
    ],
  );
});

test('the verifier asks the same of it: less only where a release printed it, and never of a figure that none did', () => {
  const stake = (holding: number, amount: bigint) => ({ holding, amount });
  const facts: ProvenFacts = {
    system: { rows: [{ cells: [2, 1, 0], signs: [1, -1, 1] }] },
    ...{ values: [100n, 130n, 30n], sizes: [100n, 130n, 30n], needs: [0n, 10n, 0n], steps: [0n, 0n, 0n] },
    stakes: [[stake(0, 80n), stake(1, 20n)], [stake(0, 80n), stake(1, 50n)], [stake(1, 30n)]],
    ...{ p: { numerator: 10n, denominator: 1n }, ratios: [], bounded: new Set([2]) },
  };
  const certificate = {
    suppressed: [1, 2],
    witnesses: [{ movers: [1], cells: [1, 2], moves: [10n, 10n], mirrored: true }],
  };
  assert.deepEqual(verifyCertificate(facts, certificate, 'all'), [1], 'its own revision tells it the rest');
  const printed = { ...facts, follows: new Map([[1, [2]]]) };
  assert.deepEqual(verifyCertificate(printed, certificate, 'all'), []);
  assert.deepEqual(verifyCertificate(printed, { ...certificate, witnesses: [] }, 'all'), [1]);
});
