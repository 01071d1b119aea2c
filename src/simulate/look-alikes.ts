// Legitimate oddities that look like errors: equal invoices, real refunds, instalments.

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

/** One invoice paid in two instalments that add up. */
function instalments(line: TrueLine, context: Context): readonly Injected[] | undefined {
  return halves(
    line,
    context,
    (half, at) => ({ ...half, reference: `${line.reference}I${at}` }),
    '3',
    'instalments',
  );
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
  return [0, 1].map((at) => {
    const own = name(half, at);
    return {
      declared: declare(own),
      line: own,
      bank: line.bank,
      truth: { error, kind, field: 'amount', trueValue: own.amount, trueMad: mad, treatment: 'keep' },
    };
  });
}
