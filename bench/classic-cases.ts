// The classic mode measured: the proven optimum or a bound, the linked search of the domain on the same table beside it,
// and a three-way hierarchical table for the linked search alone.

import {
  CLASSIC_LIMITS,
  type ClassicLimits,
  type ClassicResult,
  suppressClassic,
} from '../src/analyse/classic-suppression.ts';
import { type ClassicTable, primaryCells } from '../src/analyse/classic-table.ts';
import { suppress } from '../src/analyse/suppress.ts';
import { verifyCertificate } from '../src/analyse/verify-certificate.ts';
import { drawClassic, type TableShape } from '../test/analyse/classic-draw.ts';
import { costOfPattern, problemOf } from '../test/analyse/classic-problem.ts';
import { type Measure, measured, type Spent } from './spent.ts';

export type ClassicCase = {
  readonly name: string;
  readonly table: ClassicTable;
  readonly result: ClassicResult;
  readonly spent: Spent;
  readonly linked: LinkedRun;
};

export type LinkedRun = {
  readonly cost: number;
  readonly atRisk: number;
  readonly spent: Spent;
  readonly blank: number;
};

/** Rounds of the whole master, which bound the time of a table that does not close. */
const WHOLE = 4;
/** Tables that are not expected to close: the goal is a gap, and more rounds are allowed for it. */
const NEAR = { whole: 16, gap: 0.0495 };
const SEVENTY_NAME = 'two-way, 70 to protect';

const flat = (codes: number) => ({ codes, groups: 1 });
const SEVENTY = [
  [2, 25],
  [8, 25],
  [20, 20],
  [1, 25],
  [21, 30],
  [19, 20],
] as const;
const CASES: readonly (readonly [string, TableShape, Partial<ClassicLimits>])[] = [
  ['two-way', shape([flat(19), flat(19)], 1, 15), {}],
  ['two-way', shape([flat(19), flat(19)], 3, 20), {}],
  ...SEVENTY.map(([seed, p]) => [SEVENTY_NAME, shape([flat(19), flat(19)], seed, p), {}] as const),
  ['two-way, one with groups', shape([{ codes: 16, groups: 3 }, flat(18)], 2, 15), NEAR],
  [
    'two-way, both with groups',
    shape(
      [
        { codes: 15, groups: 4 },
        { codes: 15, groups: 4 },
      ],
      4,
      20,
    ),
    NEAR,
  ],
  ['three-way', shape([flat(5), flat(7), flat(7)], 1, 10), NEAR],
];

/** Measures one case after the other. */
export async function measureClassic(tell: (text: string) => void): Promise<readonly ClassicCase[]> {
  const cases: ClassicCase[] = [];
  for (const [name, drawn, asked] of CASES) {
    const table = drawClassic(drawn);
    const limits = { ...CLASSIC_LIMITS, whole: WHOLE, ...asked };
    const { made, spent } = await measured(() => suppressClassic(table, limits));
    cases.push({ name, table, result: made, spent, linked: await linkedRun(table) });
    tell(classicRows(cases).at(-1) ?? '');
  }
  return cases;
}

/** The goals of the classic mode: proven, or a gap of 5 % in five minutes; linked patterns near a proven optimum. */
export function classicVerdicts(cases: readonly ClassicCase[]): readonly Measure[] {
  const proven = cases.filter(({ result }) => result.status === 'optimal');
  const largest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), 0);
  const seventy = cases.filter(({ name }) => name === SEVENTY_NAME);
  return [
    {
      what: `tables of 400 cells, 70 to 76 to protect, not proven optimal, of ${seventy.length}`,
      ...{ goal: 0, unit: '', found: seventy.filter(({ result }) => result.status !== 'optimal').length },
    },
    {
      what: 'classic mode: largest gap',
      goal: 5,
      unit: ' %',
      found: largest(cases.map(({ result }) => 100 * result.gap)),
    },
    {
      what: 'classic mode: longest clock',
      goal: 300,
      unit: ' s',
      found: largest(cases.map(({ spent }) => spent.clock)),
    },
    {
      what: `linked search by the proven optimum, worst of the ${proven.length} of 400 cells`,
      ...{ goal: 1.02, unit: ' ×' },
      found: largest(proven.map(({ linked, result }) => linked.cost / result.cost)),
    },
    {
      what: 'linked search on these tables: cells at risk',
      goal: 0,
      unit: '',
      found: largest(cases.map(({ linked }) => linked.atRisk)),
    },
  ];
}

/** A three-way hierarchical table of some 6,000 cells. */
export function largeTable(): ClassicTable {
  return drawClassic(shape([{ codes: 24, groups: 4 }, { codes: 14, groups: 3 }, flat(11)], 1, 15));
}

/** The search for linked systems on one table, its certificate verified. */
export async function linkedRun(table: ClassicTable, renewing?: number): Promise<LinkedRun> {
  const problem = problemOf(table);
  const { made, spent } = await measured(() => suppress(problem, { attackers: 'public', renewing }));
  const { suppressed, witnesses } = made;
  return {
    cost: costOfPattern(table, suppressed),
    atRisk: verifyCertificate(problem, { suppressed: [...suppressed], witnesses }, 'public').length,
    spent,
    blank: suppressed.size,
  };
}

/** Rows of a table of docs/benchmarks.md. */
export function classicRows(cases: readonly ClassicCase[]): readonly string[] {
  return cases.map(({ name, table, result, spent, linked }) =>
    [
      '',
      name,
      table.cells.length,
      primaryCells(table).length,
      result.status,
      result.cost,
      result.bound,
      `${(100 * result.gap).toFixed(2)} %`,
      spent.processor.toFixed(1),
      (linked.cost / result.cost).toFixed(3),
      linked.atRisk,
      linked.spent.processor.toFixed(1),
      '',
    ]
      .join(' | ')
      .trim(),
  );
}

/** A table to draw. */
export function shape(dimensions: TableShape['dimensions'], seed: number, p: number): TableShape {
  return { dimensions, seed, p, empty: 0.1, holdings: 10 };
}
