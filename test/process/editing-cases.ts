// Lines that a rule of editing corrects, and lines that look alike and stay.

import { bankFile, enterpriseFile, history, PLAIN, usualAbroad } from './editing-domain.ts';
import type { Difference, File } from './workbench.ts';

export type Case = {
  readonly rule: string;
  readonly name: string;
  readonly files: readonly File[];
  /** The place of the line, what becomes of the field, and how the line then stands. */
  readonly line: readonly [submission: number, ordinal: number];
  readonly edit: readonly [field: string, after: string];
  readonly state: string;
};

export const oneMore = (difference: Difference): Difference => ({
  ...PLAIN,
  bank_reference: 'X',
  invoice_refs: 'F-X',
  ...difference,
});
const SETTLED = '10500.00';
const IN_MAY = { value_date: '2025-05-16', execution_date: '2025-05-16' };
/** Sizes so far apart that they do not tell hundreds from thousands. */
const AMOUNTS = Array.from(
  { length: 100 },
  (_, at) => `${Math.round(200 * 1.04 ** at)}.${11 * (1 + (at % 9))}`,
);

export const CASES: readonly Case[] = [
  {
    rule: 'E01',
    name: 'lost zeros of an identifier',
    files: [bankFile([oneMore({ resident_ice: '36794000036' })])],
    line: [1, 1],
    edit: ['resident_ice', '000036794000036'],
    state: 'accepted',
  },
  {
    rule: 'E01',
    name: 'an identifier of nobody, of a line with the name and the contract of one enterprise',
    files: [bankFile([...history(3), oneMore({ resident_ice: '800000001000041' })])],
    line: [1, 4],
    edit: ['resident_ice', '000036794000036'],
    state: 'accepted',
  },
  {
    rule: 'E02',
    name: 'net of fees',
    files: [bankFile([oneMore({ amount: '990.00', gross_amount: '1000.00', deductions: '10.00' })])],
    line: [1, 1],
    edit: ['amount', '1000.000'],
    state: 'accepted',
  },
  {
    rule: 'E03',
    name: 'a value date a month too early',
    files: [bankFile([oneMore({ value_date: '2025-05-16', execution_date: '2025-06-16' })])],
    line: [1, 1],
    edit: ['value_date', '2025-06-16'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'thousands, proved by the dirhams of the line',
    files: [bankFile([...history(12), oneMore({ amount: '1234560.00', mad_amount: '12962.88' })])],
    line: [1, 13],
    edit: ['amount', '1234.56'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'thousands, by the size and the final zeros alone',
    files: [bankFile([...history(40), oneMore({ amount: '1023450.00' })])],
    line: [1, 41],
    edit: ['amount', '1023.45'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'an amount in thousands, proved by the dirhams of the line',
    files: [bankFile([...history(12), oneMore({ amount: '1.23', mad_amount: '12915.00' })])],
    line: [1, 13],
    edit: ['amount', '1230.00'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'thousands, as small as the other settlements of the month say',
    files: [
      bankFile([
        ...AMOUNTS.flatMap((amount) => history(1, { amount, ...IN_MAY, invoice_refs: `M-${amount}` })),
        ...history(5, { amount: '812.37' }),
        oneMore({ amount: '812370.00' }),
      ]),
    ],
    line: [1, 106],
    edit: ['amount', '812.37'],
    state: 'accepted',
  },
  {
    rule: 'E05',
    name: 'another currency, proved by dirhams and rate',
    files: [
      bankFile([
        ...history(4),
        oneMore({ currency: 'USD', exchange_rate: '10.5', mad_amount: SETTLED, amount: '1000.00' }),
      ]),
    ],
    line: [1, 5],
    edit: ['currency', 'EUR'],
    state: 'accepted',
  },
  {
    rule: 'E06',
    name: 'a refund as a receipt',
    files: [bankFile([...history(2), oneMore({ direction: 'C', amount: '100.00', reversal_of: 'H-1' })])],
    line: [1, 3],
    edit: ['direction', 'D'],
    state: 'accepted',
  },
  {
    rule: 'E06',
    name: 'a credit note of the next month',
    files: [
      bankFile([
        ...history(2, { value_date: '2025-05-20', execution_date: '2025-05-20' }),
        oneMore({ direction: 'D', amount: '100.00', reversal_of: 'H-1' }),
      ]),
    ],
    line: [1, 3],
    edit: ['value_date', '2025-05-20'],
    state: 'accepted',
  },
  {
    rule: 'E07',
    name: 'the hub that pays',
    files: [bankFile([...history(4), oneMore({ counterparty_country: 'LU', payment_country: 'LU' })])],
    line: [1, 5],
    edit: ['counterparty_country', 'FR'],
    state: 'accepted',
  },
  {
    rule: 'E08',
    name: 'a nature outside the register',
    files: [bankFile([...history(25), oneMore({ nature: 'CALLS' })])],
    line: [1, 26],
    edit: ['nature', 'SOFTWARE'],
    state: 'accepted',
  },
  {
    rule: 'E08',
    name: 'a catch-all code',
    files: [bankFile([...history(25), oneMore({ nature: 'CATCH_ALL' })])],
    line: [1, 26],
    edit: ['nature', 'SOFTWARE'],
    state: 'accepted',
  },
  {
    rule: 'E09',
    name: 'a dividend under the nature of a service',
    files: [bankFile([oneMore({ service_detail: 'Versement de dividendes', invoice_refs: null })])],
    line: [1, 1],
    edit: ['state', 'excluded'],
    state: 'excluded',
  },
  {
    rule: 'E10',
    name: 'one flow at two banks, where the contract settles less',
    files: [
      bankFile([oneMore({ bank_reference: 'B' })], 'B02'),
      bankFile([...history(3), oneMore({ value_date: '2025-06-18' })]),
    ],
    line: [1, 1],
    edit: ['state', 'linked'],
    state: 'linked',
  },
  {
    rule: 'E12',
    name: 'received abroad what the bank settled',
    files: [bankFile([oneMore({ amount: '1000.00' })]), usualAbroad('12500.00', '4000.00', '2000.00')],
    line: [2, 1],
    edit: ['received_abroad', '2000.00'],
    state: 'accepted',
  },
  {
    rule: 'E13',
    name: 'a currency that only the declaration of the enterprise tells',
    files: [
      bankFile([...history(5, { amount: '1000.00' }), oneMore({ currency: 'USD', amount: '1000.00' })]),
      enterpriseFile('63000.00', '0.00'),
    ],
    line: [1, 6],
    edit: ['currency', 'EUR'],
    state: 'accepted',
  },
];

/** Every file of the cases of one bank as one, with references and invoices apart. */
export const MIXED = CASES.flatMap(({ files }) => files.filter(({ kind }) => kind === 'settlement'))
  .filter(({ submission }) => submission?.sender === 'B01')
  .flatMap(({ lines }, file) =>
    lines.map((line, at) => ({
      ...line,
      bank_reference: `${line['bank_reference']}/${file}`,
      invoice_refs: line['invoice_refs'] == null ? null : `${line['invoice_refs']}/${file}/${at}`,
    })),
  );
