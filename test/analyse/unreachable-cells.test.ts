// Cells that no pattern protects are told at once, and nothing is searched for them; a parameter that was raised behind what is
// printed ends with a set of figures that suffices.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditState } from '../../src/analyse/audit-state.ts';
import { candidatesOf } from '../../src/analyse/part-search.ts';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import { smallestRelaxation } from '../../src/analyse/smallest-relaxation.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { unreachableCells } from '../../src/analyse/unreachable-cells.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

/** A square of so many lines with margins, each cell 100: the last line and the last column are the totals. */
function square(lines: number, facts: Pick<ProtectionProblem, 'needs' | 'frozen' | 'blank'>) {
  const [side, at] = [lines + 1, (line: number, column: number) => line * (lines + 1) + column];
  const every = [...Array(side).keys()];
  const sum = (total: number, parts: readonly number[]) => ({
    cells: [total, ...parts],
    signs: [1, ...parts.map(() => -1)],
  });
  const parts = every.slice(0, -1);
  const rows = every.flatMap((line) => [
    sum(
      at(line, lines),
      parts.map((column) => at(line, column)),
    ),
    sum(
      at(lines, line),
      parts.map((column) => at(column, line)),
    ),
  ]);
  const values = every.flatMap((line) =>
    every.map((column) => 100n * BigInt(line < lines ? 1 : lines) * BigInt(column < lines ? 1 : lines)),
  );
  const problem: ProtectionProblem = {
    system: systemOf(
      values.map((_, cell) => `C${cell}`),
      rows,
    ),
    ...{ values, sizes: values, stakes: values.map(() => []), steps: values.map(() => 0n) },
    ...{ p: ratio(10n), ratios: [], costs: values.map(Number), bounded: new Set(), ...facts },
  };
  return problem;
}

const cells = (lines: number) => [...Array((lines + 1) ** 2).keys()];
const needing = (lines: number, asked: readonly number[]) =>
  cells(lines).map((cell) => (asked.includes(cell) ? 10n : 0n));

async function unreachableIn(problem: ProtectionProblem): Promise<readonly number[]> {
  const state = auditState(
    { problem, printed: new Float64Array(problem.values.length) },
    problem.blank,
    'public',
  );
  return [...(await unreachableCells(state, candidatesOf(problem)))];
}

test('what is printed, and what printed figures give away, cannot be reached', async () => {
  const facts = { needs: needing(2, [0, 4]), blank: new Set([0]) };
  const printed = new Set(cells(2).filter((cell) => cell !== 0));
  assert.deepEqual(await unreachableIn(square(2, { ...facts, frozen: printed })), [0, 4]);
  const fewer = new Set([...printed].filter((cell) => ![1, 3, 4].includes(cell)));
  assert.deepEqual(await unreachableIn(square(2, { ...facts, frozen: fewer })), []);
  const less = { needs: needing(2, [0]), blank: new Set([0]), frozen: new Set([...fewer, 4]) };
  assert.deepEqual(await unreachableIn(square(2, less)), [0], 'the last corner is printed');
});

test('many exposed figures behind a release: each is named, and the set without them suffices', async () => {
  const lines = 9;
  const asked = cells(lines).filter((cell) => cell % 3 === 0 && cell % (lines + 1) < lines && cell < 90);
  const printed = new Set(cells(lines).filter((cell) => cell % 2 === 0 || !asked.includes(cell)));
  const blank = new Set(cells(lines).filter((cell) => !printed.has(cell)));
  const problem = square(lines, { needs: needing(lines, asked), frozen: printed, blank });
  const pattern = await suppress(problem, { attackers: 'public' });
  const told = new Set([...pattern.pending.keys(), ...pattern.given.map(({ cell }) => cell)]);
  const exposed = asked.filter((cell) => printed.has(cell));
  assert.ok(exposed.length > 10 && exposed.every((cell) => told.has(cell)));
  const found = await smallestRelaxation(pattern, told, 'public');
  assert.ok(
    exposed.every((cell) => found?.cells.includes(cell)),
    'a printed figure that is exposed is in every set',
  );
  const freed = new Set(found?.cells);
  const relaxed = {
    ...problem,
    frozen: new Set([...printed].filter((cell) => !freed.has(cell))),
    blank: new Set([...blank, ...freed]),
  };
  const after = await suppress(relaxed, { attackers: 'public' });
  assert.deepEqual([after.pending.size, after.given.length], [0, 0]);
});
