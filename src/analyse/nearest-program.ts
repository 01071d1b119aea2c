// GSBPM 6.4: the nearest table in which one cell lies so far off. Each cell has a column for its moves up and one for its
// moves down, and moving costs, so that few cells move and few contributors know too much of them. From one goal to the
// next little changes: the dual simplex goes on from the last table.

import type { Highs } from 'highs';
import type { LinkedSystem } from '../design/disclosure-system.ts';
import {
  emptyProgramIn,
  everyColumn,
  loadSolver,
  OPTIMAL,
  type Program,
  sumsOver,
} from './linear-program.ts';
import type { MoveBounds, MovingProgram } from './moving-program.ts';

/**
 * A program like that of many cells, with a goal as a lower bound instead of gains. `weights`: what a step of each cell
 * costs within its bounds. Candidates may go beyond them at the prices given, which weigh more. It is made when it is
 * first asked: where the cells around a goal do, it is not needed.
 */
export async function nearestWhenAsked(system: LinkedSystem, facts: NearestFacts): Promise<MovingProgram> {
  const highs = await loadSolver();
  let made: MovingProgram | undefined;
  return {
    candidates: facts.candidates ?? [],
    solve: (bounds) => {
      made ??= nearestProgramIn(highs, system, facts);
      return made.solve(bounds);
    },
    dispose: () => made?.dispose(),
  };
}

function nearestProgramIn(
  highs: Highs,
  system: LinkedSystem,
  { weights, largest, candidates = [] }: NearestFacts,
): MovingProgram {
  const cells = system.ids.length;
  const all = [...system.ids.keys()];
  const copies = [
    { of: all, side: -1 },
    { of: candidates, side: 1 },
    { of: candidates, side: -1 },
  ] as const;
  const model = emptyProgramIn(
    highs,
    2 * cells + 2 * candidates.length,
    sumsOver(system.rows, cells, copies),
    'minimize',
  );
  model.options.set({ presolve: 'off', simplex_strategy: DUAL, simplex_scale_strategy: UNSCALED });
  const shape: Shape = { cells, candidates, unit: Math.max(1, largest / 2e7) };
  let prices: Float64Array | undefined;
  setCosts(model, shape, weights, undefined);
  return {
    candidates,
    solve: (bounds) => {
      if (bounds.prices !== prices) setCosts(model, shape, weights, bounds.prices);
      prices = bounds.prices;
      setBounds(model, shape, bounds);
      return isSolved(model) ? movesOf(model, shape) : undefined;
    },
    dispose: () => model.dispose(),
  };
}

export type NearestFacts = {
  readonly weights: Float64Array;
  /** The most that any cell can move. */
  readonly largest: number;
  readonly candidates?: readonly number[];
};

type Shape = { readonly cells: number; readonly candidates: readonly number[]; readonly unit: number };

const DUAL = 1;
const UNSCALED = 0;
const INFEASIBLE = 8;

/** Where the solver is lost from the last basis, once more from nothing. */
function isSolved(model: Program): boolean {
  const status = model.run().modelStatus;
  if (status === OPTIMAL) return true;
  if (status === INFEASIBLE) return false;
  model.clearSolver();
  return model.run().modelStatus === OPTIMAL;
}

/** Prices are a hundred times what moving within the bounds can cost. */
function setCosts(model: Program, shape: Shape, weights: Float64Array, prices?: Float64Array): void {
  const { cells, candidates } = shape;
  const within = prices === undefined ? 1 : 0.01;
  const costs = new Float64Array(2 * cells + 2 * candidates.length);
  for (let cell = 0; cell < cells; cell += 1)
    costs[cell] = costs[cells + cell] = within * (weights[cell] ?? 1);
  candidates.forEach((_, at) => {
    costs[2 * cells + at] = costs[2 * cells + candidates.length + at] = prices?.[at] ?? 1;
  });
  model.changeColsCost(everyColumn(costs.length), costs);
}

function setBounds(model: Program, { cells, candidates, unit }: Shape, bounds: MoveBounds): void {
  const columns = 2 * cells + 2 * candidates.length;
  const [least, most] = [new Float64Array(columns), new Float64Array(columns)];
  for (let cell = 0; cell < cells; cell += 1) {
    const [lower, upper] = [(bounds.lower[cell] ?? 0) / unit, (bounds.upper[cell] ?? 0) / unit];
    least[cell] = Math.max(0, lower);
    most[cell] = Math.max(0, upper);
    least[cells + cell] = Math.max(0, -upper);
    most[cells + cell] = Math.max(0, -lower);
  }
  candidates.forEach((_, at) => {
    most[2 * cells + at] = most[2 * cells + candidates.length + at] = (bounds.beyond?.[at] ?? 0) / unit;
  });
  model.changeColsBounds(everyColumn(columns), least, most);
}

function movesOf(model: Program, { cells, candidates, unit }: Shape): Float64Array {
  const found = model.getSolution().colValue;
  const moves = new Float64Array(cells);
  const between = (up: number, down: number) => ((found[up] ?? 0) - (found[down] ?? 0)) * unit;
  for (let cell = 0; cell < cells; cell += 1) moves[cell] = between(cell, cells + cell);
  candidates.forEach((cell, at) => {
    moves[cell] = (moves[cell] ?? 0) + between(2 * cells + at, 2 * cells + candidates.length + at);
  });
  return moves;
}
