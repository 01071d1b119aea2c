// GSBPM 6.4, primary confidentiality: which cells must not be published for what their contributors are.
// Source: SDC handbook (Hundepool et al.), magnitude tables. x1 ≥ x2 ≥ … are contributions by holding in absolute
// value, X their sum. Minimum frequency; p %: X − x1 − x2 < p/100·x1; (p,q): q/100·(X − x1 − x2) < p/100·x1,
// where others are known beforehand to q %; (n,k): x1 + … + xn > k/100·X. A contribution by waiver is as if its holding could not be harmed.
// What a sample stands for is part of X and of no x: known contributions are judged against the estimated total.
// What was imputed for a holding is protected like its own, and hides nobody: such a cell is judged a second time with it as part of X alone.

import type { DisclosureParameters, Dominance } from '../design/disclosure.ts';
import { compare, divide, multiply, type Rational, ratio } from '../design/rational.ts';
import { NOBODY } from '../design/tables.ts';
import type { HoldingContribution } from './contributors.ts';

/** Which rule hit; it stays inside. */
export type PrimaryRule = 'frequency' | 'p' | 'dominance';

export type Sensitivity = {
  readonly rules: readonly PrimaryRule[];
  /** What an attacker may at best be sure of: the cell's value less this, and plus this; hundredths of the unit. */
  readonly lower: bigint;
  readonly upper: bigint;
};

/** Judges one cell by its contributions, largest magnitude first; undefined when it may be published. */
export function assessCell(
  contributions: readonly HoldingContribution[],
  parameters: DisclosureParameters,
  waived: ReadonlySet<string>,
): Sensitivity | undefined {
  const whole = judge(contributions, parameters, waived);
  if (contributions.every(({ imputed }) => imputed === undefined)) return whole;
  return stricter(whole, judge(declaredParts(contributions), parameters, waived));
}

/** What holdings declared; what was imputed for them is nobody's. */
function declaredParts(contributions: readonly HoldingContribution[]): readonly HoldingContribution[] {
  const imputed = contributions.map((each) => each.imputed ?? 0n);
  return [
    ...contributions.map(({ holding, value }, at) => ({ holding, value: value - (imputed[at] ?? 0n) })),
    ...imputed.map((value) => ({ holding: NOBODY, value })),
  ].sort(
    (a, b) =>
      Number(magnitude(b.value) > magnitude(a.value)) - Number(magnitude(b.value) < magnitude(a.value)),
  );
}

function stricter(a: Sensitivity | undefined, b: Sensitivity | undefined): Sensitivity | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const { lower, upper } = a.upper > b.upper ? a : b;
  return { rules: [...new Set([...a.rules, ...b.rules])], lower, upper };
}

function judge(
  contributions: readonly HoldingContribution[],
  parameters: DisclosureParameters,
  waived: ReadonlySet<string>,
): Sensitivity | undefined {
  const known = contributions.filter(({ holding, value }) => value !== 0n && holding !== NOBODY);
  const amounts = known.map(({ value }) => magnitude(value));
  const exposed = known.filter(({ holding }) => !waived.has(holding));
  if (amounts.length === 0 || exposed.length === 0) return undefined;
  const largest = magnitude(exposed[0]?.value ?? 0n);
  const total = contributions.reduce((sum, { value }) => sum + magnitude(value), 0n);
  const facts: CellFacts = { amounts, largest, total };
  const rules = RULES.flatMap(({ rule, hits }) => (hits(facts, parameters) ? [rule] : []));
  if (rules.length === 0) return undefined;
  const level = protectionLevel(facts, parameters);
  return { rules, lower: level, upper: level };
}

/** Rounds a rational up to a whole number: protection never shrinks by rounding. */
function ceiling({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator < numerator ? quotient + 1n : quotient;
}

type CellFacts = {
  /** Magnitudes of known contributions in falling order. */
  readonly amounts: readonly bigint[];
  /** The largest of a holding without a waiver. */
  readonly largest: bigint;
  /** Of all contributions, those that a sample stands for too. */
  readonly total: bigint;
};

type Hits = (facts: CellFacts, parameters: DisclosureParameters) => boolean;
const RULES: readonly { readonly rule: PrimaryRule; readonly hits: Hits }[] = [
  { rule: 'frequency', hits: ({ amounts }, { frequency }) => amounts.length < frequency },
  { rule: 'p', hits: (facts, parameters) => shortfall(facts, parameters) > 0n },
  {
    rule: 'dominance',
    hits: (facts, { dominance }) => dominance.some((rule) => dominates(facts, rule)),
  },
];

/** How much the rest falls short of hiding the largest from the second largest: 0 or less when it does hide it. */
function shortfall({ amounts, largest, total }: CellFacts, { p, q }: DisclosureParameters): bigint {
  const rest = total - largest - secondTo(amounts, largest);
  return share(largest, q === null ? p : multiply(ratio(100n), divide(p, q))) - rest;
}

/** The greatest magnitude beside one of this size. */
function secondTo(amounts: readonly bigint[], largest: bigint): bigint {
  const at = amounts.indexOf(largest);
  return amounts.find((_, other) => other !== at) ?? 0n;
}

function dominates({ amounts, total }: CellFacts, { n, k }: Dominance): boolean {
  const top = amounts.slice(0, n).reduce((sum, value) => sum + value, 0n);
  return compare(ratio(100n * top), multiply(k, ratio(total))) > 0;
}

/** The shortfall of the p % rule; where another rule hit, at least p % of the largest, and never nothing. */
function protectionLevel(facts: CellFacts, parameters: DisclosureParameters): bigint {
  const level = shortfall(facts, parameters);
  const least = share(facts.largest, parameters.p);
  const needed = level > 0n ? level : least;
  return needed > 0n ? needed : 1n;
}

function share(amount: bigint, percent: Rational): bigint {
  return ceiling(ratio(amount * percent.numerator, 100n * percent.denominator));
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
