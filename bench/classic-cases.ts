// The classic mode measured: the proven optimum or a bound, the linked search of the domain on the same table beside it,
// and a three-way hierarchical table for the linked search alone.

import { verifyCertificate } from '../src/analyse/certificate.ts';
import { CLASSIC_LIMITS, type ClassicResult, suppressClassic } from '../src/analyse/classic-suppression.ts';
import { type ClassicTable, primaryCells } from '../src/analyse/classic-table.ts';
import { suppress } from '../src/analyse/suppress.ts';
import { drawClassic, type TableShape } from '../test/analyse/classic-draw.ts';
import { costOfPattern, problemOf } from '../test/analyse/classic-problem.ts';

export type ClassicCase = {
  readonly name: string;
  readonly table: ClassicTable;
  readonly result: ClassicResult;
  readonly seconds: number;
  readonly linked: LinkedRun;
};

export type LinkedRun = {
  readonly cost: number;
  readonly atRisk: number;
  readonly seconds: number;
  readonly blank: number;
};

const flat = (codes: number) => ({ codes, groups: 1 });
const CASES: readonly (readonly [string, TableShape])[] = [
  ['two-way', shape([flat(19), flat(19)], 1, 15)],
  ['two-way', shape([flat(19), flat(19)], 3, 20)],
  ['two-way, one with groups', shape([{ codes: 16, groups: 3 }, flat(18)], 2, 15)],
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
  ],
  ['three-way', shape([flat(5), flat(7), flat(7)], 1, 10)],
];

/** Rounds of the whole master, which bound the time of a case that does not close. */
const WHOLE = 8;

/** Measures one case after the other. */
export async function measureClassic(tell: (text: string) => void): Promise<readonly ClassicCase[]> {
  const measured: ClassicCase[] = [];
  for (const [name, drawn] of CASES) {
    const table = drawClassic(drawn);
    const began = process.cpuUsage();
    const result = await suppressClassic(table, { ...CLASSIC_LIMITS, whole: WHOLE });
    const seconds = secondsSince(began);
    measured.push({ name, table, result, seconds, linked: await linkedRun(table) });
    tell(classicRows(measured).at(-1) ?? '');
  }
  return measured;
}

/** A three-way hierarchical table of some 6,000 cells. */
export function largeTable(): ClassicTable {
  return drawClassic(shape([{ codes: 24, groups: 4 }, { codes: 14, groups: 3 }, flat(11)], 1, 15));
}

/** The search for linked systems on one table, its certificate verified. */
export async function linkedRun(table: ClassicTable): Promise<LinkedRun> {
  const problem = problemOf(table);
  const began = process.cpuUsage();
  const { suppressed, witnesses } = await suppress(problem, { attackers: 'public' });
  const certificate = { suppressed: [...suppressed], witnesses };
  return {
    cost: costOfPattern(table, suppressed),
    atRisk: verifyCertificate(problem, certificate, 'public').length,
    seconds: secondsSince(began),
    blank: suppressed.size,
  };
}

/** Rows of a table of docs/benchmarks.md. */
export function classicRows(cases: readonly ClassicCase[]): readonly string[] {
  return cases.map(({ name, table, result, seconds, linked }) =>
    [
      '',
      name,
      table.cells.length,
      primaryCells(table).length,
      result.status,
      result.cost,
      result.bound,
      `${(100 * result.gap).toFixed(2)} %`,
      seconds.toFixed(1),
      (linked.cost / result.cost).toFixed(3),
      linked.atRisk,
      linked.seconds.toFixed(1),
      '',
    ]
      .join(' | ')
      .trim(),
  );
}

function shape(dimensions: TableShape['dimensions'], seed: number, p: number): TableShape {
  return { dimensions, seed, p, empty: 0.1, holdings: 10 };
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}
