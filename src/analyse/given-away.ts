// GSBPM 6.4: what earlier releases give away whatever this one withholds. No pattern protects a cell by more than a table in
// which everything that may still be blanked is blank; how far the cell can move there is bounded by a combination of the
// published sums (linear duality), which the verifier adds up in whole numbers. Printed figures count as exact.

import { type Attacker, onlyAgainst } from './audit-attackers.ts';
import { type AuditState, roomFor } from './audit-state.ts';
import { independentRows } from './independent-rows.ts';
import { emptyProgram, everyColumn, OPTIMAL, type Program, sumsOver } from './linear-program.ts';

/** Why an attacker is nearer to a cell than its need on one side: rows and their weights, in parts of `GIVEN_SCALE`. */
export type GivenAway = {
  readonly cell: number;
  readonly attacker: Attacker;
  readonly side: 1 | -1;
  readonly rows: readonly number[];
  readonly weights: readonly bigint[];
};

/** Weights are multiples of one part in so many. */
const GIVEN_SCALE = 5040;

export type PastProgram = {
  /** How far the cell can move at most on a side, and why; undefined where that is as far as it needs. */
  readonly leaves: (goal: Goal) => { readonly far: number; readonly given: GivenAway } | undefined;
  /** Whether moves within these bounds may take the cell as far as it needs: no means that nothing else has to be solved. */
  readonly mayReach: (bounds: Bounds, goal: Omit<Goal, 'attacker'>) => boolean;
  readonly dispose: () => void;
};

type Goal = {
  readonly cell: number;
  readonly attacker: Attacker;
  readonly side: 1 | -1;
  readonly need: number;
};

/** The program of a state in which only what was printed stands still; dispose of it when done. */
export async function pastProgram(state: AuditState): Promise<PastProgram> {
  const { system } = state.problem;
  const cells = system.ids.length;
  const rows = independentRows(system.rows);
  const model = await emptyProgram(cells, sumsOver(system.rows, cells, []), 'maximize');
  const numberOf = new Map(system.rows.map((row, at) => [row, at]));
  const unit = state.problem.needs.reduce((most, need) => Math.max(most, Number(need) / 1e6), 1);
  const numbers = rows.map((row) => numberOf.get(row) ?? -1);
  return {
    leaves: (goal) => leaves(state, { model, unit }, numbers, goal),
    mayReach: (bounds, goal) =>
      (farthest({ model, unit }, bounds, goal) ?? Infinity) >= goal.need * (1 - 1e-6),
    dispose: () => model.dispose(),
  };
}

/** A program, and the unit that its amounts are in: one for all goals, so that little changes from one to the next. */
type Scaled = { readonly model: Program; readonly unit: number };

export type Bounds = { readonly lower: Float64Array; readonly upper: Float64Array };

/** How far the cell can move on a side within bounds, from where the program was left; undefined where it was not solved. */
function farthest(
  { model, unit }: Scaled,
  { lower, upper }: Bounds,
  { cell, side, need }: Omit<Goal, 'attacker'>,
): number | undefined {
  const columns = everyColumn(lower.length);
  const costs = new Float64Array(lower.length);
  costs[cell] = side;
  const [least, most] = [lower.map((bound) => bound / unit), upper.map((bound) => bound / unit)];
  if (side === 1) most[cell] = Math.min(most[cell] ?? 0, need / unit);
  else least[cell] = Math.max(least[cell] ?? 0, -need / unit);
  model.changeColsCost(columns, costs);
  model.changeColsBounds(columns, least, most);
  if (model.run().modelStatus !== OPTIMAL) {
    model.clearSolver();
    if (model.run().modelStatus !== OPTIMAL) return undefined;
  }
  return side * (model.getSolution().colValue[cell] ?? 0) * unit;
}

function leaves(
  state: AuditState,
  { model, unit }: Scaled,
  numbers: readonly number[],
  { cell, attacker, side, need }: Goal,
): ReturnType<PastProgram['leaves']> {
  const far = farthest({ model, unit }, pastBounds(state, attacker, need), { cell, side, need });
  if (far === undefined || far >= need * (1 - 1e-6)) return undefined;
  const duals = model.getSolution().rowDual ?? new Float64Array(0);
  const weights = numbers.map(
    (row, at) => [row, BigInt(Math.round((duals[at] ?? 0) * GIVEN_SCALE))] as const,
  );
  const used = weights.filter(([, weight]) => weight !== 0n);
  const given = { cell, attacker, side, rows: used.map(([row]) => row), weights: used.map(([, by]) => by) };
  return { far: Math.max(0, far), given };
}

/** What each cell may move by where nothing is printed but what was: a flow may rise without end, a revision may not. */
function pastBounds(state: AuditState, attacker: Attacker, need: number): Bounds {
  const { frozen, bounded, values } = state.problem;
  const { full } = roomFor({ ...state, limits: undefined }, onlyAgainst(attacker));
  const within = full.map((room, cell) => (frozen.has(cell) ? 0 : room));
  const away = within.map((room, cell) => (room === 0 || bounded.has(cell) ? room : room + ENDLESS * need));
  const isNegative = (cell: number) => (values[cell] ?? 0n) < 0n;
  return {
    lower: within.map((room, cell) => -((isNegative(cell) ? away[cell] : room) ?? 0)),
    upper: within.map((room, cell) => (isNegative(cell) ? room : (away[cell] ?? 0))),
  };
}

/** Beyond what any move that is looked for needs. */
const ENDLESS = 1000;
