// GSBPM 6.4, audit of one part, its rounds: many protected cells are moved by one linear program at once, each as far
// as it needs, some up and some down; what a round does not reach is tried again with other signs.

import type { Rational } from '../design/rational.ts';
import { roomOf, type Stake } from './audit-attackers.ts';
import type { Part } from './audit-part.ts';
import type { AuditProgram } from './audit-program.ts';
import { type Witness, witnessOf } from './witness.ts';

export type PartProblem = {
  readonly part: Part;
  /** By column. */
  readonly values: readonly bigint[];
  readonly needs: readonly bigint[];
  readonly stakes: readonly (readonly Stake[])[];
  readonly p: Rational;
};

export type PartAudit = {
  readonly problem: PartProblem;
  readonly program: AuditProgram;
  readonly witnesses: Witness[];
};

/** One linear program: which columns it is to move, which way, in what unit. */
export type Round = {
  readonly targets: readonly number[];
  readonly signs: readonly number[];
  readonly scale: bigint;
};

/** Rounds until every target is reached or two in a row reach none; `reached` is how far each column went. */
export function coverInRounds(
  audit: PartAudit,
  columns: readonly number[],
  members: ReadonlySet<number>,
  reached: bigint[],
): readonly Round[] {
  const rounds: Round[] = [];
  for (let left = [...columns]; left.length > 0; ) {
    const top = left.map((column) => needOf(audit.problem, column)).reduce(larger, 1n);
    const isNear = (column: number) => needOf(audit.problem, column) * TIER >= top;
    let targets = left.filter(isNear);
    left = left.filter((column) => !isNear(column));
    for (let tried = 0, idle = 0; targets.length > 0 && idle < 2; tried += 1) {
      const round = { targets, signs: signsOf(targets, audit.problem.part, tried), scale: scaleFor(top) };
      const far = solveRound(audit, round, members, reached);
      targets = targets.filter((column) => !far.has(column));
      idle = far.size === 0 ? idle + 1 : 0;
      if (idle === 0) rounds.push(round);
    }
  }
  return rounds;
}

/** Solves one round with the room that an attackers' group leaves; returns the targets it moved far enough. */
export function solveRound(
  audit: PartAudit,
  { targets, signs, scale }: Round,
  members: ReadonlySet<number>,
  reached: bigint[],
): ReadonlySet<number> {
  const { problem, program } = audit;
  const limit = 4 * Math.max(...targets.map((column) => inUnits(needOf(problem, column), scale)));
  const upper = Float64Array.from(columnsOf(problem), (column) =>
    Math.min(limit, Number(roomAt(problem, column, members) / scale)),
  );
  const costs = new Float64Array(upper.length);
  targets.forEach((column, at) => {
    const need = inUnits(needOf(problem, column), scale);
    upper[column] = Math.min(upper[column] ?? 0, need);
    costs[column] = (signs[at] ?? 1) / need;
  });
  const lower = upper.map((value) => -value);
  const moves = program.maximise(costs, lower, upper, scale);
  if (moves === undefined) return new Set();
  audit.witnesses.push(witnessOf(problem.part.cells, moves, members, true));
  record(moves, reached);
  return new Set(targets.filter((column) => magnitude(moves[column] ?? 0n) >= needOf(problem, column)));
}

/** One column as far up and as far down as it goes; bounds need not be symmetric here. */
export function coverBothSides(
  audit: PartAudit,
  column: number,
  need: bigint,
  members: ReadonlySet<number>,
): boolean {
  const scale = scaleFor(need);
  return [1, -1].every((side) => coverSide(audit, { column, side, need, scale }, members));
}

export function needOf({ needs }: PartProblem, column: number): bigint {
  return needs[column] ?? 0n;
}

export function columnsOf({ part }: PartProblem): readonly number[] {
  return part.cells.map((_, column) => column);
}

type Side = {
  readonly column: number;
  readonly side: number;
  readonly need: bigint;
  readonly scale: bigint;
};

function coverSide(
  { problem, program, witnesses }: PartAudit,
  { column, side, need, scale }: Side,
  members: ReadonlySet<number>,
): boolean {
  const units = inUnits(need, scale);
  const room = columnsOf(problem).map((each) => roomAt(problem, each, members));
  const lower = Float64Array.from(room, (each) => -Math.min(8 * units, Number(each / scale)));
  const upper = Float64Array.from(room, (each) => (each === 0n ? 0 : 8 * units));
  const costs = new Float64Array(room.length);
  costs[column] = side;
  if (side > 0) upper[column] = Math.min(units, upper[column] ?? 0);
  else lower[column] = -Math.min(units, -(lower[column] ?? 0));
  const moves = program.maximise(costs, lower, upper, scale);
  if (moves === undefined || magnitude(moves[column] ?? 0n) < need) return false;
  witnesses.push(witnessOf(problem.part.cells, moves, members, false));
  return true;
}

function record(moves: readonly bigint[], reached: bigint[]): void {
  moves.forEach((move, column) => {
    const far = magnitude(move);
    if (far > (reached[column] ?? 0n)) reached[column] = far;
  });
}

function roomAt({ values, stakes }: PartProblem, column: number, members: ReadonlySet<number>): bigint {
  return roomOf(values[column] ?? 0n, stakes[column] ?? [], members);
}

/** Needs within this factor of each other are met together: a program over more magnitudes is not solved exactly. */
const TIER = 2000n;

/** Amounts of the solver are multiples of this: its vertices are small fractions, and stay whole hundredths. */
function scaleFor(need: bigint): bigint {
  if (need < 12n * 1_000_000n) return 12n;
  return 2520n * (1n + need / (2520n * 1_000_000n));
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** A need in units of a scale, up to whole ones. */
function inUnits(need: bigint, scale: bigint): number {
  return Number((need + scale - 1n) / scale);
}

/** Which way each target is to move in a round: mixed, the same at every run. */
function signsOf(targets: readonly number[], { cells }: Part, round: number): readonly number[] {
  return targets.map((column) => {
    const seed = (cells[column] ?? 0) + 0x9e3779b9;
    const mixed = Math.imul(seed, 0x85ebca6b) ^ Math.imul(round + 1, 0xc2b2ae35);
    return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 16) % 2 === 0 ? 1 : -1;
  });
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
