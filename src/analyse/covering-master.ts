// GSBPM 6.4: the cheapest pattern that meets the capacity inequalities known so far (the master of Fischetti and Salazar,
// 2001), whole by HiGHS's branch and bound, or relaxed to fractions. Either gives a bound that no safe pattern is
// cheaper than. Limits are nodes, never seconds.

import type { Highs, Model } from 'highs';
import type { Capacity } from './attack-program.ts';
import type { ClassicCell, ClassicTable } from './classic-table.ts';
import { loadSolver, sparseRows } from './linear-program.ts';

export type Master = {
  /** Inequalities that hold from now on. */
  readonly add: (capacities: readonly Capacity[]) => void;
  /** The cheapest pattern in fractions, and its cost. */
  readonly relaxed: () => Settled;
  /** The cheapest whole pattern, found with at most so many nodes; the bound holds even where they did not suffice. */
  readonly whole: (known: ArrayLike<number>, nodes: number) => Settled & { readonly nodes: number };
  readonly dispose: () => void;
};

export type Settled = { readonly pattern: Float64Array; readonly bound: number };

/** The master of a table; dispose of it when done. */
export async function coveringMaster(table: ClassicTable): Promise<Master> {
  const highs = await loadSolver();
  const relaxation = emptyMaster(highs, table, bridges(table));
  const pool: Capacity[] = [];
  return {
    add: (capacities) => {
      pool.push(...capacities);
      addTo(relaxation, capacities);
    },
    relaxed: () => {
      relaxation.run();
      return { pattern: relaxation.getSolution().colValue, bound: relaxation.getObjectiveValue() };
    },
    whole: (known, nodes) => {
      const { pattern } = settledAt(relaxation);
      const tight = pool.filter((capacity) => slackOf(capacity, pattern) < NEAR || isLate(capacity, pool));
      const model = emptyMaster(highs, table, [...bridges(table), ...tight]);
      try {
        return solveWhole(model, table, known, nodes);
      } finally {
        model.dispose();
      }
    },
    dispose: () => relaxation.dispose(),
  };
}

/** How far from binding an inequality may be in the relaxation and still be told to the whole program. */
const NEAR = 0.3;
/** So many inequalities that were found last are told to it anyway. */
const LATE = 1500;

function isLate(capacity: Capacity, pool: readonly Capacity[]): boolean {
  return pool.lastIndexOf(capacity) >= pool.length - LATE;
}

function slackOf({ cells, weights, least }: Capacity, pattern: ArrayLike<number>): number {
  return cells.reduce((sum, cell, at) => sum + (weights[at] ?? 0) * (pattern[cell] ?? 0), -least);
}

/**
 * No cell is worth blanking where a sum gives it away: each blank that is not primary has another in its sums, and so has each
 * that is and has to be protected.
 */
function bridges({ cells, rows }: ClassicTable): readonly Capacity[] {
  const isOpen = (cell: number) => cells[cell]?.status !== 'z';
  return rows.flatMap(({ cells: members }) =>
    members.filter(isOpen).flatMap((cell) => {
      const others = members.filter((other) => other !== cell && isOpen(other));
      const isCovered = others.some((other) => cells[other]?.status === 'u');
      if (isCovered || isOnlyBlank(cells[cell])) return [];
      const weights = others.map(() => 1);
      return cells[cell]?.status === 'u'
        ? [{ cells: others, weights, least: 1 }]
        : [{ cells: [...others, cell], weights: [...weights, -1], least: 0 }];
    }),
  );
}

function isOnlyBlank(cell: ClassicCell | undefined): boolean {
  return cell?.status === 'u' && cell.below === 0 && cell.above === 0;
}

function emptyMaster(highs: Highs, { cells }: ClassicTable, capacities: readonly Capacity[]): Model {
  const model = highs.createModel({
    numCols: cells.length,
    numRows: capacities.length,
    colCost: cells.map(({ cost }) => cost),
    colLower: cells.map(({ status }) => (status === 'u' ? 1 : 0)),
    colUpper: cells.map(({ status }) => (status === 'z' ? 0 : 1)),
    rowLower: capacities.map(({ least }) => least - CAUTION),
    rowUpper: capacities.map(() => highs.infinity),
    matrix: { ...sparseRows(capacities), numCols: cells.length },
  });
  model.options.set({ output_flag: false, random_seed: 0 });
  return model;
}

/** Weights come from a solver: an inequality asks for a little less than they say. */
const CAUTION = 1e-7;

function addTo(model: Model, capacities: readonly Capacity[]): void {
  if (capacities.length === 0) return;
  const { numCols } = model.getDimensions();
  model.addRows({
    lower: Float64Array.from(capacities, ({ least }) => least - CAUTION),
    upper: new Float64Array(capacities.length).fill(Infinity),
    matrix: { ...sparseRows(capacities), numCols },
  });
}

function settledAt(model: Model): Settled {
  return { pattern: model.getSolution().colValue, bound: model.getObjectiveValue() };
}

/** Of HiGHS: a whole number. */
const WHOLE = 1;

function solveWhole(
  model: Model,
  { cells }: ClassicTable,
  known: ArrayLike<number>,
  nodes: number,
): ReturnType<Master['whole']> {
  const every = { kind: 'range', from: 0, to: cells.length - 1 } as const;
  model.changeColsIntegrality(
    every,
    Int32Array.from(cells, () => WHOLE),
  );
  model.options.set({ mip_max_nodes: nodes, mip_rel_gap: 1e-6 });
  model.setSolution({ colValue: Float64Array.from(known) });
  model.run();
  return {
    pattern: model.getSolution().colValue.map(Math.round),
    bound: Number(model.info.get('mip_dual_bound')),
    nodes: Number(model.info.get('mip_node_count')),
  };
}
