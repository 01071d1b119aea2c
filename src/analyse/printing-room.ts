// GSBPM 6.4: what rounding hides. Each published cell may lie anywhere that prints the same figure, as long as the
// ratios made of it print the same as well; the room is what it can move either way whatever the others do in theirs.

import type { PrintedRatio, ProtectionProblem } from './protection-problem.ts';

/** Whole hundredths by cell: nothing where the step is 0. Ratios are shared out to first order; the verifier is exact. */
export function printingRoom({ values, steps, ratios }: RoomFacts): Float64Array {
  const room = Float64Array.from(values, (value, cell) => withinStep(value, steps[cell] ?? 0n));
  for (const ratio of ratios) {
    for (const { cell, most } of sharesOf(ratio, values))
      room[cell] = Math.max(0, Math.min(room[cell] ?? 0, Math.floor(most)));
  }
  return room;
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

function sharesOf(
  { over, under, step }: PrintedRatio,
  values: readonly bigint[],
): readonly { readonly cell: number; readonly most: number }[] {
  const base = Number(values[under] ?? 0n);
  if (base <= 0) return [];
  const above = over.reduce((sum, { cell, factor }) => sum + Number(factor) * Number(values[cell] ?? 0n), 0);
  const unit = Number(step.numerator) / Number(step.denominator);
  const steps = above / base / unit;
  const slack = CAUTION * unit * Math.max(0, 0.5 - Math.abs(steps - Math.round(steps)));
  const tops = over.filter(({ cell }) => cell !== under);
  const slopeOfBase = slopeOf(tops, values, base);
  return [
    ...tops.map(({ cell, factor }) => ({
      cell,
      most: (slack * (1 - FOR_BASE) * base) / tops.length / Math.abs(Number(factor)),
    })),
    { cell: under, most: slopeOfBase === 0 ? Infinity : (slack * FOR_BASE) / Math.abs(slopeOfBase) },
  ];
}

/** Growth has its base above the line too: what is left of it there is constant. */
function slopeOf(tops: PrintedRatio['over'], values: readonly bigint[], base: number): number {
  return (
    tops.reduce((sum, { cell, factor }) => sum + Number(factor) * Number(values[cell] ?? 0n), 0) / base ** 2
  );
}
