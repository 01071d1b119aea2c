// The search for linked systems beside proven optima: drawn single tables, solved by the classic mode, and what the search
// with its usual work costs beside the optimum. A table that does not close with little work is not counted.

import { suppressClassic } from '../src/analyse/classic-suppression.ts';
import { drawClassic } from '../test/analyse/classic-draw.ts';
import { type LinkedRun, linkedRun, shape } from './classic-cases.ts';
import { median } from './report.ts';
import type { Measure } from './spent.ts';

export type LinkedCases = {
  readonly cells: readonly number[];
  readonly drawn: number;
  /** Cost by proven optimum, the smallest first. */
  readonly ratios: readonly number[];
  readonly runs: readonly LinkedRun[];
};

const LIMITS = { relaxed: 40, whole: 6, nodes: 40, renewals: 25, gap: 0 };
const flat = (codes: number) => ({ codes, groups: 1 });

/** Draws tables of two dimensions, every fourth with groups of codes, until so many have closed. */
export async function measureLinked(closed: number): Promise<LinkedCases> {
  const [ratios, runs, cells]: [number[], LinkedRun[], number[]] = [[], [], []];
  let seed = 0;
  for (; ratios.length < closed && seed < 3 * closed; seed += 1) {
    const dimensions = seed % 4 === 0 ? [{ codes: 10, groups: 3 }, flat(11)] : [flat(12), flat(12)];
    const table = drawClassic(shape(dimensions, seed + 101, seed % 2 === 0 ? 15 : 20));
    const { status, cost } = await suppressClassic(table, LIMITS);
    if (status !== 'optimal') continue;
    const run = await linkedRun(table);
    cells.push(table.cells.length);
    runs.push(run);
    ratios.push(run.cost / cost);
  }
  return { cells, drawn: seed, ratios: ratios.toSorted((a, b) => a - b), runs };
}

/** The worst of them, and that all are safe. */
export function linkedVerdicts({ ratios, runs }: LinkedCases): readonly Measure[] {
  const of = `${ratios.length} drawn tables`;
  return [
    {
      what: `linked search by the proven optimum, worst of ${of}`,
      ...{ goal: 1.02, unit: ' ×', found: ratios.at(-1) ?? Infinity },
    },
    {
      what: `linked search on ${of}: cells at risk`,
      ...{ goal: 0, unit: '', found: runs.reduce((sum, { atRisk }) => sum + atRisk, 0) },
    },
  ];
}

/** What is said of them in docs/benchmarks.md. */
export function linkedSection({ cells, drawn, ratios, runs }: LinkedCases): readonly string[] {
  const seconds = median(runs.map(({ spent }) => spent.processor));
  const share = (ratio: number) => ratio.toFixed(3);
  return [
    `Of ${drawn} further tables of ${Math.min(...cells)} and ${Math.max(...cells)} cells, ${ratios.length} were proven optimal with little work. The search for linked`,
    `systems, with the work that it has where nothing is asked, costs ${share(median(ratios))} × the optimum in the middle and ${share(ratios.at(-1) ?? 0)} × at`,
    `worst, in ${seconds.toFixed(1)} s of the processor in the middle.`,
  ];
}
