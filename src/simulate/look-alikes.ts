// Legitimate oddities that look like errors: equal invoices, real refunds, instalments.

import { daysOf, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import {
  type Context,
  clean,
  declare,
  type Injected,
  type Mutation,
  minorOf,
  refundPair,
  type Truth,
} from './declared-line.ts';
import { inCentimes, type TrueLine } from './draw-month.ts';
import { apportion } from './random-stream.ts';

/** Every kind of look-alike, with how often it comes relative to the others. */
export const LOOK_ALIKES: readonly Mutation[] = [
  { error: 'look-alike', kind: 'equal_invoices', weight: 3, apply: equalInvoices },
  { error: 'look-alike', kind: 'refund_with_reference', weight: 2, apply: realRefund },
  { error: '3', kind: 'instalments', weight: 2, apply: instalments },
];

function realRefund(line: TrueLine, context: Context): readonly Injected[] {
  const [receipt, refund] = refundPair(line, context);
  const truth: Truth = {
    error: 'look-alike',
    kind: 'refund_with_reference',
    field: 'direction',
    trueValue: 'D',
    trueMad: refund.line.mad,
    treatment: 'keep',
  };
  return [clean(line), receipt, { ...refund, truth }];
}

/** One settlement as two equal ones of one day, with an invoice and a reference each. */
function equalInvoices(line: TrueLine, context: Context): readonly Injected[] | undefined {
  return halves(
    line,
    context,
    (half, at) => ({ ...half, reference: `${line.reference}E${at}`, invoice: `${line.invoice}E${at}` }),
    'look-alike',
    'equal_invoices',
  );
}

const ATTEMPTS = 12;

/** One invoice paid in two to four instalments, mostly unequal and days apart, that add up to the centime. */
function instalments(line: TrueLine, { domain, random }: Context): readonly Injected[] | undefined {
  const { minor, decimals, rate } = minorOf(line, domain);
  const count = 2 + random.below(3);
  const equal = random.chance(0.3);
  const days = Number(daysOf(periodOf(line.month))[1].slice(8));
  const from = random.below(days - 3);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const parts = apportion(
      minor,
      Array.from({ length: count }, () => (equal && attempt === 0 ? 1 : 0.3 + random.next())),
    );
    const mads = parts.map((part) => inCentimes(part, decimals, rate));
    if (parts.some((part) => part <= 0n) || mads.reduce((sum, mad) => sum + mad, 0n) !== line.mad) continue;
    return parts.map((part, at) => {
      const day = `${line.month}-${String(1 + Math.floor(from + ((days - 1 - from) * at) / (count - 1))).padStart(2, '0')}`;
      const own = { ...line, day, amount: formatScaled(part, decimals), mad: mads[at] ?? 0n };
      return kept({ ...own, reference: `${line.reference}I${at}` }, '3', 'instalments');
    });
  }
  return undefined;
}

function halves(
  line: TrueLine,
  { domain }: Context,
  name: (half: TrueLine, at: number) => TrueLine,
  error: string,
  kind: string,
): readonly Injected[] | undefined {
  const { minor, decimals, rate } = minorOf(line, domain);
  const mad = inCentimes(minor / 2n, decimals, rate);
  if (minor % 2n !== 0n || 2n * mad !== line.mad) return undefined;
  const half = { ...line, amount: formatScaled(minor / 2n, decimals), mad };
  return [0, 1].map((at) => kept(name(half, at), error, kind));
}

/** A line that is as it should be, labelled. */
function kept(line: TrueLine, error: string, kind: string): Injected {
  return {
    declared: declare(line),
    line,
    bank: line.bank,
    truth: { error, kind, field: 'amount', trueValue: line.amount, trueMad: line.mad, treatment: 'keep' },
  };
}
