import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suppressedCells } from '../../src/analyse/suppressed.ts';

const IDS = [
  'EXPORTS/TOTAL/2025',
  'EXPORTS/A/2025',
  'EXPORTS/B/2025',
  'EXPORTS/C/2025',
  'EXPORTS/OLD/2025#2024/1',
];
const PROBLEM = {
  system: {
    ids: IDS,
    numberOf: new Map(IDS.map((id, at) => [id, at])),
    rows: [
      { cells: [0, 1, 2, 3], signs: [-1, 1, 1, 1] },
      { cells: [2, 4], signs: [1, -1] },
    ],
  },
  sensitivities: [
    undefined,
    { rules: ['p', 'frequency'] as const, lower: 1n, upper: 1n },
    undefined,
    undefined,
    undefined,
  ],
  isCurrent: [true, true, true, true, false],
} as unknown as Parameters<typeof suppressedCells>[0];

test('a cell says which rules hit it and which blanks stand in its sums; one that protects says no rule', () => {
  const ratio = 'EXPORTS/SHARE/2025';
  const found = suppressedCells(PROBLEM, new Set([1, 2, 4]), new Set([IDS[1], IDS[2], ratio] as string[]));
  assert.deepEqual(
    found.map(({ key, rules, with: others }) => [key, rules, others]),
    [
      ['A', ['p', 'frequency'], ['EXPORTS/B/2025']],
      ['B', [], ['EXPORTS/A/2025']],
      ['SHARE', [], []],
    ],
  );
});
