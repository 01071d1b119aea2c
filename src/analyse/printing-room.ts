// GSBPM 6.4: what rounding hides. Each published cell may lie anywhere that prints the same figure, as long as the
// ratios made of it print the same as well; the room is what it can move either way whatever the others do in theirs.

import type { PrintedRatio, ProtectionProblem } from './protection-problem.ts';

/**
 * Whole hundredths by cell: nothing where the step is 0. Ratios with a blank are not printed. `partOf` says which cells
 * ever move together: others stand still meanwhile. Ratios are shared out to first order; the verifier is exact.
 */
export function printingRoom(
  { values, steps, ratios }: RoomFacts,
  blank: ReadonlySet<number>,
  partOf: (cell: number) => number,
): Float64Array {
  const room = Float64Array.from(values, (value, cell) => withinStep(value, steps[cell] ?? 0n));
  for (const ratio of ratios) {
    if (membersOf(ratio).some((cell) => blank.has(cell))) continue;
    for (const { cell, most } of sharesOf(ratio, values, partOf))
      room[cell] = Math.max(0, Math.min(room[cell] ?? 0, Math.floor(most)));
  }
  return room;
}

/** How far each cell may move, blank or not, with every figure that was printed elsewhere as it is; endless where none binds it. */
export function knownLimits(
  { values, ratios }: Pick<RoomFacts, 'values' | 'ratios'>,
  partOf: (cell: number) => number,
): Float64Array {
  const limits = new Float64Array(values.length).fill(Infinity);
  for (const ratio of ratios.filter(({ isKnown }) => isKnown === true)) {
    for (const { cell, most } of sharesOf(ratio, values, partOf))
      limits[cell] = Math.max(0, Math.min(limits[cell] ?? 0, Math.floor(most)));
  }
  return limits;
}

/** The cells that a ratio is made of. */
export function membersOf({ over, under }: Pick<PrintedRatio, 'over' | 'under'>): readonly number[] {
  return [...new Set([...over.map(({ cell }) => cell), ...(under === null ? [] : [under])])];
}

/** What a printed ratio leaves each of its members, hundredths. */
export function sharesOf(
  ratio: PrintedRatio,
  values: readonly bigint[],
  partOf: (cell: number) => number,
): readonly { readonly cell: number; readonly most: number }[] {
  const [members, slopes, slack] = [membersOf(ratio), slopesOf(ratio, values), slackOf(ratio, values)];
  return members.map((cell) => {
    const together = members.filter((other) => partOf(other) === partOf(cell));
    return { cell, most: (slack * portion(cell, together, ratio)) / (slopes.get(cell) ?? Infinity) };
  });
}

type RoomFacts = Pick<ProtectionProblem, 'values' | 'steps' | 'ratios'>;

/** The lesser distance to where the printed figure would change. */
function withinStep(value: bigint, step: bigint): number {
  if (step === 0n) return 0;
  const size = value < 0n ? -value : value;
  const within = (size + step / 2n) % step;
  const least = within < step - within ? within : step - within;
  return Math.max(0, Number(least) - 1);
}

/** Part of the distance to another printed ratio that the base may use up; the rest goes to what is above it. */
const FOR_BASE = 0.25;
/** Of second order, and of floating point. */
const CAUTION = 0.97;

function portion(cell: number, together: readonly number[], { under }: PrintedRatio): number {
  if (together.length === 1) return 1;
  if (under === null || !together.includes(under)) return 1 / together.length;
  return cell === under ? FOR_BASE : (1 - FOR_BASE) / (together.length - 1);
}

/** How far the ratio is from where another figure would be printed. */
function slackOf({ over, under, step }: PrintedRatio, values: readonly bigint[]): number {
  const base = baseOf(under, values);
  if (base <= 0) return Infinity;
  const unit = Number(step.numerator) / Number(step.denominator);
  const steps = sumOf(over, values) / base / unit;
  return CAUTION * unit * Math.max(0, 0.5 - Math.abs(steps - Math.round(steps)));
}

/** How much the ratio changes with each member. Growth has its base above the line too: there it is a constant. */
function slopesOf({ over, under }: PrintedRatio, values: readonly bigint[]): ReadonlyMap<number, number> {
  const base = baseOf(under, values);
  const tops = over.filter(({ cell }) => cell !== under);
  return new Map([
    ...tops.map(({ cell, factor }) => [cell, Math.abs(Number(factor)) / base] as const),
    ...(under === null ? [] : [[under, Math.abs(sumOf(tops, values)) / base ** 2] as const]),
  ]);
}

function baseOf(under: number | null, values: readonly bigint[]): number {
  return under === null ? 1 : Number(values[under] ?? 0n);
}

function sumOf(over: PrintedRatio['over'], values: readonly bigint[]): number {
  return over.reduce((sum, { cell, factor }) => sum + Number(factor) * Number(values[cell] ?? 0n), 0);
}
