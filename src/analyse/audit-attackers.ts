// GSBPM 6.4, audit: who may attack, and what each knows beforehand. The public knows what is published and that no
// flow is negative; a holding knows its own contributions to all cells too, and a cell of its own alone completely.
// Attackers are taken together: a witness in which only what some owners contribute moves holds against all others.

import type { Rational } from '../design/rational.ts';

/** A holding's number and the magnitude of its contribution to a cell. */
export type Stake = { readonly holding: number; readonly amount: bigint };

/** Whom to audit against: the public alone, or every holding with a stake as well. */
export type Attackers = 'public' | 'all';

/** An attacker: a holding, or null for the public. */
export type Attacker = number | null;

/** A way to move tables: the holdings whose part may move; null when everybody's may. */
export type Movers = ReadonlySet<number> | null;

/** Nobody in particular first, which holds against everybody; then each holding in one group for every digit of its place. */
export function moversAgainst(
  stakes: readonly (readonly Stake[])[],
  attackers: Attackers,
): readonly Movers[] {
  if (attackers === 'public') return [null];
  const holdings = holdingsOf(stakes);
  const { base, digits } = numbering(holdings.length);
  const groups = Array.from({ length: base * digits }, () => new Set<number>());
  holdings.forEach((holding, place) => {
    for (let digit = 0; digit < digits; digit += 1)
      groups[digit * base + (Math.floor(place / base ** digit) % base)]?.add(holding);
  });
  return [new Set<number>(), ...groups.filter(({ size }) => size > 0)];
}

/** Whether what these movers do is a witness against an attacker. */
export function holdsAgainst(movers: Movers, attacker: Attacker): boolean {
  return attacker === null || (movers !== null && !movers.has(attacker));
}

/** The holdings with a stake in any cell, in their order. */
export function holdingsOf(stakes: readonly (readonly Stake[])[]): readonly number[] {
  const holdings = new Set(stakes.flatMap((list) => list.map(({ holding }) => holding)));
  return [...holdings].sort((a, b) => a - b);
}

/** How far a cell can move: the most it can less the largest part of one holding that is not among the movers. */
export function roomOf(most: bigint, stakes: readonly Stake[], movers: Movers): number {
  const size = Number(most);
  if (movers === null) return size;
  let largest = 0n;
  for (const { holding, amount } of stakes) if (amount > largest && !movers.has(holding)) largest = amount;
  return Math.max(0, size - Number(largest));
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

/** The base that needs the fewest groups while each group stays a small part of all. */
function numbering(count: number): { base: number; digits: number } {
  const digits = count <= 12 ? 1 : count <= 100 ? 2 : 3;
  return { base: Math.max(1, Math.ceil(count ** (1 / digits))), digits };
}
