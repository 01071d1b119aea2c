// A settlement as it is declared, and what is true of it when an error or a look-alike was put in.

import type { Domain } from '../design/domain.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { inCentimes, rateOf, type TrueLine } from './draw-month.ts';
import type { RandomStream } from './random-stream.ts';

/** The fields of a settlement as declared. */
export type Declared = { readonly [field: string]: string };
export type Truth = {
  /** Number of the error in the list, `look-alike`, or `refund`. */
  readonly error: string;
  readonly kind: string;
  readonly field: string;
  /** What the field should have said. */
  readonly trueValue: string;
  /** Centimes that the line should count for; 0 when it should not count. */
  readonly trueMad: bigint;
  readonly treatment: 'correct' | 'exclude' | 'link' | 'query' | 'keep' | 'remove';
};
export type Injected = {
  readonly declared: Declared;
  readonly line: TrueLine;
  readonly truth: Truth | null;
  readonly bank: string;
  /** The month in whose file it is declared, where it is not that of the line. */
  readonly declaredIn?: string;
};

/** A settlement as it should be declared. */
export function declare(line: TrueLine): Declared {
  return {
    line_id: line.reference,
    bank_code: line.bank,
    bank_reference: line.reference,
    resident_ice: line.ice,
    resident_name: line.name,
    counterparty_name: line.client.name,
    counterparty_country: line.client.country,
    payment_country: line.client.country,
    direction: line.direction,
    value_date: line.day,
    execution_date: line.day,
    currency: line.currency,
    amount: line.amount,
    exchange_rate: line.rate,
    mad_amount: formatScaled(line.mad < 0n ? -line.mad : line.mad, 2),
    nature: line.nature,
    service_detail: '',
    invoice_refs: line.invoice,
    contract_ref: `C-${line.exporter.enterprise.slice(-4)}`,
    gross_amount: '',
    deductions: '',
    related_party: 'N',
    account_type: 'EX',
    reversal_of: line.reversalOf,
    free_text: '',
  };
}

export type Context = {
  readonly domain: Domain;
  readonly random: RandomStream;
  readonly banks: readonly string[];
  /** Whether the files of a bank can hold a text; all can when it is not given. */
  readonly writes?: (bank: string, text: string) => boolean;
  /** Whether a bank never declares a month; all declare when it is not given. */
  readonly missing?: (bank: string, month: string) => boolean;
  /** The last month that is drawn: what would come later does not happen. */
  readonly lastMonth?: string;
};
export type Mutation = {
  readonly kind: string;
  readonly error: string;
  readonly weight: number;
  /** The line as declared with the error in it, and whatever other lines come of it; undefined where it cannot happen. */
  readonly apply: (line: TrueLine, context: Context) => readonly Injected[] | undefined;
};

/** The line with fields changed, and what they should have said. */
export function changed(
  line: TrueLine,
  error: string,
  kind: string,
  change: Declared,
  field: string,
  trueValue: string,
  treatment: Truth['treatment'],
  trueMad = line.mad,
): readonly Injected[] {
  return [
    {
      declared: { ...declare(line), ...change },
      line,
      bank: line.bank,
      truth: { error, kind, field, trueValue, trueMad, treatment },
    },
  ];
}

/** The line as it should be. */
export function clean(line: TrueLine): Injected {
  return { declared: declare(line), line, truth: null, bank: line.bank };
}

/** A receipt and the refund that gives it back: together nothing. */
export function refundPair(line: TrueLine, { domain }: Context): readonly [Injected, Injected] {
  const { minor, decimals, rate } = minorOf(line, domain);
  const part = minor / 7n + 1n;
  const mad = inCentimes(part, decimals, rate);
  const amount = formatScaled(part, decimals);
  const receipt = { ...line, amount, mad, reference: `${line.reference}A`, invoice: `${line.invoice}A` };
  const refund = {
    ...receipt,
    mad: -mad,
    direction: 'D' as const,
    reference: `${line.reference}R`,
    reversalOf: receipt.reference,
  };
  return [clean(receipt), clean(refund)];
}

/** An amount in minor units, with the rate when the domain is given. */
export function minorOf(
  line: TrueLine,
  domain?: Domain,
): { readonly minor: bigint; readonly decimals: number; readonly rate: bigint } {
  const decimals = line.amount.includes('.') ? line.amount.length - line.amount.indexOf('.') - 1 : 0;
  const rate = domain === undefined ? 0n : rateOf(domain, line.currency, line.month).rate;
  return { minor: parseScaled(line.amount, decimals) ?? 0n, decimals, rate };
}
