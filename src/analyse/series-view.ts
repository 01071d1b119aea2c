// What an analyst asks of a series beside its levels: other currencies at period averages, growth at the exchange
// rates of the year before, and how concentrated it is. Exact ratios of exact values; inside the office.

import type { Rate } from '../design/domain.ts';
import { formatPeriod, monthsOf, type Period, periodOf, yearBefore } from '../design/period.ts';
import { add, divide, multiply, type Rational, ratio, rationalOf, subtract } from '../design/rational.ts';

/** Dirhams for one unit of a currency as the plain average of a period's months; undefined when a month has none. */
export function averageRate(rates: readonly Rate[], currency: string, period: Period): Rational | undefined {
  const months = monthsOf(period).map((month) => monthRate(rates, currency, month));
  const known = months.flatMap((rate) => rate ?? []);
  if (known.length < months.length) return undefined;
  return divide(known.reduce(add, ratio(0n)), ratio(BigInt(known.length)));
}

/** Dirhams in another currency at the average rate of the period. */
export function inCurrency(
  dirhams: Rational,
  rates: readonly Rate[],
  currency: string,
  period: Period,
): Rational | undefined {
  const rate = averageRate(rates, currency, period);
  return rate === undefined || rate.numerator <= 0n ? undefined : divide(dirhams, rate);
}

/** Amounts in the currency of settlement, by month. */
export type ForeignAmount = { readonly month: string; readonly currency: string; readonly amount: Rational };

/**
 * Growth in percent had every currency kept the rate of the same month a year before: what of the growth is not
 * the exchange rate. Undefined without a positive base or without a rate.
 */
export function constantRateGrowth(
  now: readonly ForeignAmount[],
  before: Rational,
  rates: readonly Rate[],
): Rational | undefined {
  if (before.numerator <= 0n) return undefined;
  let total = ratio(0n);
  for (const { month, currency, amount } of now) {
    const rate = monthRate(rates, currency, formatPeriod(yearBefore(periodOf(month))));
    if (rate === undefined) return undefined;
    total = add(total, multiply(amount, rate));
  }
  return divide(multiply(subtract(total, before), ratio(100n)), before);
}

export type Concentration = {
  /** Herfindahl-Hirschman index: Σ share² with shares in percent, 10,000 for one alone. */
  readonly index: Rational;
  /** Share of the largest, in percent. */
  readonly largest: Rational;
  readonly count: number;
};

/** Concentration over partners or segments; parts of zero or less count for nothing; undefined without any. */
export function concentrationOf(parts: readonly Rational[]): Concentration | undefined {
  const positive = parts.filter(({ numerator }) => numerator > 0n);
  const whole = positive.reduce(add, ratio(0n));
  if (whole.numerator === 0n) return undefined;
  const shares = positive.map((part) => divide(multiply(part, ratio(100n)), whole));
  return {
    index: shares.map((share) => multiply(share, share)).reduce(add, ratio(0n)),
    largest: shares.reduce((a, b) => (subtract(a, b).numerator >= 0n ? a : b)),
    count: shares.length,
  };
}

function monthRate(rates: readonly Rate[], currency: string, month: string): Rational | undefined {
  const found = rates.find((rate) => rate.currency === currency && rate.month === month);
  return found === undefined ? undefined : rationalOf(found.rate);
}
