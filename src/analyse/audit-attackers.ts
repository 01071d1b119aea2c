// GSBPM 6.4, audit: who may attack, and what each knows beforehand. The public knows what is published and that no
// flow is negative; a holding knows its own contributions too, and a cell of its own alone completely. Holdings are
// taken in groups: a witness that respects what every member of a group knows holds against each of them.

import { multiply, type Rational, ratio } from '../design/rational.ts';
import { ceiling } from './primary.ts';

/** A holding's number and the magnitude of its contribution to a cell. */
export type Stake = { readonly holding: number; readonly amount: bigint };

/** Groups of attackers; the first is empty, which is the public. */
export type AttackerGroups = {
  readonly groups: readonly ReadonlySet<number>[];
  /** The groups that each holding is in. */
  readonly groupsOf: ReadonlyMap<number, readonly number[]>;
};

/** The holdings with a stake in any column, each in one group for every digit of its place among them. */
export function attackerGroups(stakes: readonly (readonly Stake[])[]): AttackerGroups {
  const holdings = [...new Set(stakes.flatMap((list) => list.map(({ holding }) => holding)))];
  holdings.sort((a, b) => a - b);
  const { base, digits } = numbering(holdings.length);
  const groups: Set<number>[] = [
    new Set(),
    ...Array.from({ length: base * digits }, () => new Set<number>()),
  ];
  const groupsOf = new Map(
    holdings.map((holding, place) => {
      const numbers = Array.from(
        { length: digits },
        (_, digit) => 1 + digit * base + (Math.floor(place / base ** digit) % base),
      );
      for (const number of numbers) groups[number]?.add(holding);
      return [holding, numbers] as const;
    }),
  );
  return { groups, groupsOf };
}

/** How far a cell can move whatever a group's members know: value less their largest stake, nothing when it is theirs alone. */
export function roomOf(value: bigint, stakes: readonly Stake[], group: ReadonlySet<number>): bigint {
  let largest = 0n;
  for (const { holding, amount } of stakes) if (amount > largest && group.has(holding)) largest = amount;
  const size = value < 0n ? -value : value;
  return size > largest ? size - largest : 0n;
}

/** What a contributor may at best be sure of about a cell that needs `need` against others: p % of the largest stake beside its own. */
export function needAgainst(holding: number, stakes: readonly Stake[], need: bigint, p: Rational): bigint {
  const others = stakes.filter((stake) => stake.holding !== holding);
  if (others.length === stakes.length) return need;
  const largest = others.map(({ amount }) => amount).reduce(greater, 0n);
  const level = ceiling(multiply(ratio(largest), ratio(p.numerator, 100n * p.denominator)));
  return level < need ? level : need;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The base that needs the fewest groups while each group stays a small part of all. */
function numbering(count: number): { base: number; digits: number } {
  const digits = count <= 12 ? 1 : count <= 100 ? 2 : 3;
  return { base: Math.max(1, Math.ceil(count ** (1 / digits))), digits };
}
