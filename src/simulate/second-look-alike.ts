// Oddities of the second generator that are true: a year paid in advance, twins by chance, a bonus month, a fee that never
// changes. What a rule does to them is a false alarm.

import { formatScaled } from '../design/rational.ts';
import { type Context, clean, declare, type Injected, type Mutation, minorOf } from './declared-line.ts';
import { inCentimes, type TrueLine } from './draw-month.ts';

/** Every look-alike, with how often it comes relative to the others. */
export const SECOND_LOOK_ALIKES: readonly Mutation[] = [
  { error: 'look-alike', kind: 'paid_in_advance', weight: 2, apply: paidInAdvance },
  { error: 'look-alike', kind: 'monthly_fee', weight: 2, apply: monthlyFee },
  { error: 'look-alike', kind: 'paid_from_elsewhere', weight: 2, apply: paidFromElsewhere },
  { error: 'look-alike', kind: 'words_of_another_flow', weight: 1, apply: wordsOfAnother },
];

/** Most of the receipt is one advance of a year, the rest small ones. */
function paidInAdvance(line: TrueLine, { domain }: Context): readonly Injected[] | undefined {
  return divided(line, domain, [1n, 12n], 'paid_in_advance', 'service_detail', 'Avance annuelle');
}

/** One receipt as equal fees on one day under one invoice number, each with its reference. */
function monthlyFee(line: TrueLine, { domain }: Context): readonly Injected[] | undefined {
  return divided(line, domain, [1n, 1n, 1n], 'monthly_fee', 'contract_ref', 'C-FEE');
}

/** The client's treasury pays from another country; the client is where it is said to be. */
function paidFromElsewhere(line: TrueLine, { random }: Context): readonly Injected[] {
  const country = random.pick(['GB', 'SG', 'LU', 'US']);
  return [kept(line, { payment_country: country }, 'paid_from_elsewhere', 'payment_country', country)];
}

/** A service whose text has a word that other flows have. */
function wordsOfAnother(line: TrueLine, { random }: Context): readonly Injected[] {
  const text = random.pick([
    'Gestion de dividendes pour compte de client',
    'Support TVA en ligne',
    'Maintenance du matériel informatique',
  ]);
  return [kept(line, { service_detail: text }, 'words_of_another_flow', 'service_detail', text)];
}

function kept(
  line: TrueLine,
  change: Injected['declared'],
  kind: string,
  field: string,
  value: string,
): Injected {
  const truth = {
    error: 'look-alike',
    kind,
    field,
    trueValue: value,
    trueMad: line.mad,
    treatment: 'keep',
  } as const;
  return { ...clean(line), declared: { ...declare(line), ...change }, truth };
}

/** The receipt in parts of these weights, when their dirhams add up to its own. */
function divided(
  line: TrueLine,
  domain: Context['domain'],
  weights: readonly bigint[],
  kind: string,
  field: string,
  value: string,
): readonly Injected[] | undefined {
  const { minor, decimals, rate } = minorOf(line, domain);
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (minor % all !== 0n) return undefined;
  const parts = weights.map((weight) => (minor / all) * weight);
  const mads = parts.map((part) => inCentimes(part, decimals, rate));
  if (mads.reduce((sum, mad) => sum + mad, 0n) !== line.mad) return undefined;
  return parts.map((part, at) => {
    const reference = `${line.reference}P${at}`;
    const own = { ...line, amount: formatScaled(part, decimals), mad: mads[at] ?? 0n, reference };
    return kept(own, { [field]: value }, kind, field, value);
  });
}
