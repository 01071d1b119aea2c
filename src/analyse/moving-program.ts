// GSBPM 6.4: the linear program over the moves of cells: every sum keeps, each cell stays within bounds. Candidates
// may leave their bounds at a price, up or down.

import type { LinkedSystem } from '../design/disclosure-system.ts';
import { emptyProgram, everyColumn, OPTIMAL, type Program, sumsOver } from './linear-program.ts';

export type MoveBounds = {
  /** Σ gain × move is maximised. */
  readonly gains: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** By candidate: how far beyond its bounds it may go, and what each step costs. */
  readonly beyond?: Float64Array;
  readonly prices?: Float64Array;
  /** Little changed since the last solution: start from there. */
  readonly again?: boolean;
};

export type MovingProgram = {
  /** The moves of the cells, in the unit of the bounds; undefined when there are none, or the solver did not finish. */
  readonly solve: (bounds: MoveBounds) => Float64Array | undefined;
  readonly candidates: readonly number[];
  readonly dispose: () => void;
};

/** The program of a system; dispose of it when done. */
export async function movingProgram(
  system: LinkedSystem,
  candidates: readonly number[] = [],
): Promise<MovingProgram> {
  const cells = system.ids.length;
  const sums = sumsOver(system.rows, cells, [
    { of: candidates, side: 1 },
    { of: candidates, side: -1 },
  ]);
  const model = await emptyProgram(cells + 2 * candidates.length, sums, 'maximize');
  return {
    candidates,
    solve: (bounds) => {
      const unit = unitOf(bounds);
      setBounds(model, bounds, candidates.length, unit);
      return solves(model, bounds) ? movesOf(model, cells, candidates, unit) : undefined;
    },
    dispose: () => model.dispose(),
  };
}

/**
 * From the last basis when asked and when that works; otherwise from nothing. What gains most is found by the interior point,
 * what costs least by the dual simplex: making the program smaller first costs it more than it saves.
 */
function solves(model: Program, { again = false, prices }: MoveBounds): boolean {
  if (again && model.run().modelStatus === OPTIMAL) return true;
  model.options.set(prices === undefined ? INTERIOR : SIMPLEX);
  model.clearSolver();
  return model.run().modelStatus === OPTIMAL;
}

const INTERIOR = { solver: 'ipm', presolve: 'choose' };
const SIMPLEX = { solver: 'simplex', presolve: 'off' };

/** Amounts as the solver sees them stay below 10^8, where its tolerance is a hundredth of a hundredth. */
function unitOf({ upper, lower }: MoveBounds): number {
  let most = 0;
  for (const bound of upper) if (Number.isFinite(bound) && bound > most) most = bound;
  for (const bound of lower) if (Number.isFinite(bound) && -bound > most) most = -bound;
  return Math.max(1, most / 2e7);
}

function setBounds(model: Program, bounds: MoveBounds, count: number, unit: number): void {
  const cells = bounds.gains.length;
  const columns = cells + 2 * count;
  const [costs, lower, upper] = [0, 1, 2].map(() => new Float64Array(columns));
  if (costs === undefined || lower === undefined || upper === undefined) return;
  costs.set(bounds.gains.map((gain) => gain * unit));
  lower.set(bounds.lower.map((bound) => bound / unit));
  upper.set(bounds.upper.map((bound) => bound / unit));
  for (let at = 0; at < count; at += 1) {
    for (const column of [cells + at, cells + count + at]) {
      upper[column] = (bounds.beyond?.[at] ?? 0) / unit;
      costs[column] = -(bounds.prices?.[at] ?? 0) * unit;
    }
  }
  model.changeColsCost(everyColumn(columns), costs);
  model.changeColsBounds(everyColumn(columns), lower, upper);
}

function movesOf(model: Program, cells: number, candidates: readonly number[], unit: number): Float64Array {
  const found = model.getSolution().colValue;
  const moves = Float64Array.from({ length: cells }, (_, cell) => (found[cell] ?? 0) * unit);
  candidates.forEach((cell, at) => {
    const beyond = (found[cells + at] ?? 0) - (found[cells + candidates.length + at] ?? 0);
    moves[cell] = (moves[cell] ?? 0) + beyond * unit;
  });
  return moves;
}
