// GSBPM 6.4, the verifier: whole numbers, no solver, no code of the search. It proves that no attacker can tell a protected
// cell more closely than its need: for each cell, attacker and side there is a table that differs there by the need and in
// nothing that the attacker knows. What is known is one list of statements, each a sum of cells over a cell or over one,
// read in whole steps: published sums (to the hundredth), printed levels, printed ratios. Where earlier releases leave less
// than the need, a weighted sum of published sums shows how much less, and a table has to go that far.

import {
  type Certificate,
  type ProvenFacts,
  type Statement,
  type Statements,
  statementsOf,
  type Table,
  tablesOf,
} from './certificate.ts';

/** The protected cells that the certificate does not prove: none when all is well. */
export function verifyCertificate(
  facts: ProvenFacts,
  certificate: Certificate,
  attackers: 'public' | 'all',
): readonly number[] {
  const blank = new Set(certificate.suppressed);
  const said = statementsOf(facts, blank, new Set(certificate.omitted));
  const tables = tablesOf(certificate).filter((table) => isPossible(table, said, facts));
  const reached = Map.groupBy(
    tables.flatMap((table) => reachOf(table, facts)),
    ({ cell }) => cell,
  );
  const left = Map.groupBy(certificate.given ?? [], ({ cell }) => cell);
  const residual = new Set(certificate.accepted?.filter((cell) => facts.residual?.has(cell)));
  const holdings =
    attackers === 'all' ? facts.stakes.flatMap((list) => list.map((each) => each.holding)) : [];
  const everyone = [null, ...new Set(holdings)];
  const isHidden = (cell: number, attacker: Attacker, side: bigint): boolean => {
    const limits = left.get(cell)?.filter((each) => each.attacker === attacker && BigInt(each.side) === side);
    const need = needFor(cell, attacker, facts);
    const asked = (limits ?? []).reduce((least, each) => lesser(least, leftByThePast(each, facts)), need);
    const shows = ({ move, movers }: Reach) =>
      side * move >= asked && (attacker === null || movers?.has(attacker) === false);
    return asked <= 0n || reached.get(cell)?.some(shows) === true;
  };
  const isSafe = (cell: number) =>
    blank.has(cell) && everyone.every((who) => isHidden(cell, who, 1n) && isHidden(cell, who, -1n));
  const isAsked = (cell: number) => facts.needs[cell] !== 0n && !residual.has(cell);
  return [...facts.needs.keys()].filter((cell) => isAsked(cell) && !isSafe(cell));
}

type Attacker = number | null;
type Reach = { readonly cell: number; readonly move: bigint; readonly movers: Table['movers'] };

/** Whether a table agrees with all that is said, and with what those who do not move know. */
function isPossible(table: Table, said: Statements, facts: ProvenFacts): boolean {
  const { moves } = table;
  if (![...moves].every(([cell, move]) => isWithin(cell, move, table.movers, facts))) return false;
  const about = new Set([...moves.keys()].flatMap((cell) => said.get(cell) ?? []));
  return [...about].every((statement) => readsTheSame(statement, moves, facts));
}

/** A flow falls no lower than what one holding that stands still is known to be of it; who is all of it knows it. */
function isWithin(cell: number, move: bigint, movers: Table['movers'], facts: ProvenFacts): boolean {
  const size = facts.sizes[cell] ?? 0n;
  const still = (facts.stakes[cell] ?? []).filter(({ holding }) => movers?.has(holding) === false);
  const most = still.reduce((largest, { amount }) => larger(largest, amount), 0n);
  if (most >= size) return move === 0n;
  const isAway = (facts.values[cell] ?? 0n) < 0n ? move < 0n : move > 0n;
  return (isAway && !facts.bounded.has(cell)) || absolute(move) <= size - most;
}

function readsTheSame(
  { over, above, under, step }: Statement,
  moves: Table['moves'],
  { values }: ProvenFacts,
): boolean {
  const base = under === null ? 1n : (values[under] ?? 0n);
  const moved = under === null ? base : base + (moves.get(under) ?? 0n);
  let changed = above;
  for (const { cell, factor } of over) changed += factor * (moves.get(cell) ?? 0n);
  const steps = (sum: bigint, by: bigint) => rounded(sum * step.denominator, by * step.numerator);
  return base <= 0n || (moved > 0n && steps(above, base) === steps(changed, moved));
}

/** over ÷ under to the nearest whole number, half away from zero. */
function rounded(over: bigint, under: bigint): bigint {
  const size = (2n * absolute(over) + under) / (2n * under);
  return over < 0n ? -size : size;
}

function reachOf({ moves, movers }: Table, { needs }: ProvenFacts): readonly Reach[] {
  return [...moves].flatMap(([cell, move]) => ((needs[cell] ?? 0n) === 0n ? [] : [{ cell, move, movers }]));
}

/**
 * Who is behind a cell is to stay unsure of the largest other by p %, beside what the rest hides of it where that rule alone is
 * against the cell; of a figure that was printed nobody need be more unsure than of the revisions since.
 */
function needFor(cell: number, attacker: Attacker, facts: ProvenFacts): bigint {
  const { needs, follows, sizes, stakes, p, totals, asksWhole } = facts;
  const own = (at: number) => stakes[at]?.find(({ holding }) => holding === attacker)?.amount ?? 0n;
  const [since, total] = [follows?.get(cell) ?? [], totals?.get(cell)];
  const unsure = since.reduce((sum, at) => sum + (sizes[at] ?? 0n) - own(at), 0n);
  const whole = needs[cell] ?? 0n;
  const need = since.length === 0 || asksWhole === true ? whole : lesser(unsure, whole);
  if (own(cell) === 0n && (total === undefined || since.every((at) => own(at) === 0n))) return need;
  const others = (stakes[cell] ?? []).filter(({ holding }) => holding !== attacker);
  const largest = others.reduce((most, { amount }) => larger(most, amount), 0n);
  const hidden = total === undefined ? 0n : total - own(cell) - largest;
  const [over, under] = [largest * p.numerator, 100n * p.denominator];
  return lesser((over + under - 1n) / under - hidden, need);
}

const SCALE = 5040n;

/**
 * How far a cell could move were everything withheld that may be, less a sixty-fourth and a hundred units: weighted sums
 * that are zero turn its move into moves of others, each bounded by what the attacker knows; printed figures stand still.
 */
function leftByThePast(
  { cell, attacker, side, rows, weights }: NonNullable<Certificate['given']>[number],
  { system, values, sizes, needs, stakes, bounded, frozen }: ProvenFacts,
): bigint {
  const moved = new Map([[cell, BigInt(side) * SCALE]]);
  rows.forEach((row, at) => {
    system.rows[row]?.cells.forEach((other, place) => {
      const by = (weights[at] ?? 0n) * BigInt(system.rows[row]?.signs[place] ?? 0);
      moved.set(other, (moved.get(other) ?? 0n) - by);
    });
  });
  let most = 0n;
  for (const [other, factor] of moved) {
    const own = stakes[other]?.find(({ holding }) => holding === attacker)?.amount ?? 0n;
    const room = (sizes[other] ?? 0n) - own;
    if (factor === 0n || room <= 0n || frozen?.has(other) === true) continue;
    const isAway = (values[other] ?? 0n) < 0n ? factor < 0n : factor > 0n;
    if (isAway && !bounded.has(other)) return needs[cell] ?? 0n;
    most += absolute(factor) * room;
  }
  return (most * 63n) / (64n * SCALE) - 10_000n;
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const lesser = (a: bigint, b: bigint) => (a < b ? a : b);
const absolute = (value: bigint) => (value < 0n ? -value : value);
