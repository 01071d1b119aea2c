// GSBPM 6.4, audit: who may attack, and what each knows beforehand. The public knows what is published and that no
// flow is negative; a holding knows its own contributions to all cells too, and a cell of its own alone completely.
// A table holds against every holding that does not know too much of a cell that moves in it.

import type { Rational } from '../design/rational.ts';

/** A holding's number and the magnitude of its contribution to a cell. */
export type Stake = { readonly holding: number; readonly amount: bigint };

/** Whom to audit against: the public alone, or every holding with a stake as well. */
export type Attackers = 'public' | 'all';

/** An attacker: a holding, or null for the public. */
export type Attacker = number | null;

/** The holdings that a table is sought against besides the public, each by itself. */
export type Against = ReadonlySet<number>;

/** The holdings with a stake in any cell, in their order. */
export function holdingsOf(stakes: readonly (readonly Stake[])[]): readonly number[] {
  const holdings = new Set(stakes.flatMap((list) => list.map(({ holding }) => holding)));
  return [...holdings].sort((a, b) => a - b);
}

/** One attacker. */
export function onlyAgainst(attacker: Attacker): Against {
  return new Set(attacker === null ? [] : [attacker]);
}

/** Adds the holdings that know too much of a cell to take a move of it for possible. */
export function addKnowing(knowing: Set<number>, move: number, most: bigint, stakes: readonly Stake[]): void {
  const left = Number(most) - Math.abs(move);
  for (const { holding, amount } of stakes) {
    if (Number(amount) <= left) return;
    knowing.add(holding);
  }
}

/** What a contributor may at best be sure of about a cell that needs `need` against others: p % of the largest stake beside its own. */
export function needAgainst(attacker: Attacker, stakes: readonly Stake[], need: bigint, p: Rational): bigint {
  if (attacker === null || !stakes.some(({ holding }) => holding === attacker)) return need;
  let largest = 0n;
  for (const { holding, amount } of stakes) if (amount > largest && holding !== attacker) largest = amount;
  const [over, under] = [largest * p.numerator, 100n * p.denominator];
  const level = (over + under - 1n) / under;
  return level < need ? level : need;
}

/** What each of those with a part in some revisions leaves the others of them: what they may add up to less its own. */
export function leftBeside(
  revisions: readonly number[],
  sizes: readonly bigint[],
  stakes: readonly (readonly Stake[])[],
): ReadonlyMap<number, bigint> {
  const whole = revisions.reduce((sum, revision) => sum + (sizes[revision] ?? 0n), 0n);
  const left = new Map<number, bigint>();
  for (const { holding, amount } of revisions.flatMap((revision) => stakes[revision] ?? []))
    left.set(holding, (left.get(holding) ?? whole) - amount);
  return left;
}

/** What a cell needs; of a figure that was printed, no more than the revisions since leave everybody unsure of. */
export function needSince(
  need: bigint,
  revisions: readonly number[] | undefined,
  sizes: readonly bigint[],
): bigint {
  if (revisions === undefined) return need;
  const unsure = revisions.reduce((sum, revision) => sum + (sizes[revision] ?? 0n), 0n);
  return unsure < need ? unsure : need;
}
