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

/** What the rule asks of a cell: against the public, and in percent of a contribution against those behind the cell. */
export type Asked = {
  readonly need: bigint;
  readonly p: Rational;
  /** What all contributions add up to, where the p % rule alone is against the cell. */
  readonly total?: bigint | undefined;
};

/**
 * What a holding behind a cell may at best be sure of, with its own part known to it: p % of the largest other, less what all
 * the rest hides of it where the p % rule alone is against the cell. Source: SDC handbook, the p % rule and the protection
 * levels that follow from it; there for the second largest, who comes nearest.
 */
export function needAgainst(holding: number, stakes: readonly Stake[], { need, p, total }: Asked): bigint {
  let [own, largest] = [0n, 0n];
  for (const { holding: other, amount } of stakes) {
    if (other === holding) own = amount;
    else if (amount > largest) largest = amount;
  }
  const [over, under] = [largest * p.numerator, 100n * p.denominator];
  const hidden = total === undefined ? 0n : total - own - largest;
  const level = (over + under - 1n) / under - hidden;
  return level < 0n ? 0n : level < need ? level : need;
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
