// Lines that look like errors and are none.

import { oneMore } from './editing-cases.ts';
import { bankFile, enterpriseFile, history, usualAbroad } from './editing-domain.ts';
import type { File } from './workbench.ts';

export const STAY: readonly { readonly name: string; readonly files: readonly File[] }[] = [
  {
    name: 'equal invoices of one day',
    files: [bankFile([1, 2].map((at) => oneMore({ bank_reference: `E${at}`, invoice_refs: `E${at}` })))],
  },
  {
    name: 'instalments of one invoice',
    files: [bankFile([1, 2].map((at) => oneMore({ bank_reference: `I${at}`, amount: '500.00' })))],
  },
  {
    name: 'a contract ten times larger',
    files: [bankFile([...history(40), oneMore({ amount: '10234.56' })])],
  },
  {
    name: 'a client that always was in a hub',
    files: [bankFile(history(6, { counterparty_country: 'LU', payment_country: 'LU' }))],
  },
  {
    name: 'a refund that says so',
    files: [bankFile([...history(2), oneMore({ direction: 'D', amount: '100.00', reversal_of: 'H-1' })])],
  },
  {
    name: 'a refund larger than what it names',
    files: [bankFile([...history(2), oneMore({ direction: 'C', amount: '9000.00', reversal_of: 'H-1' })])],
  },
  {
    name: 'a value date some days before the month',
    files: [bankFile([oneMore({ value_date: '2025-05-30', execution_date: '2025-06-02' })])],
  },
  {
    name: 'an enterprise that does much outside its segment',
    files: [
      bankFile([
        ...history(25),
        ...history(5, { nature: 'CALLS' }).map((line, at) => ({ ...line, bank_reference: `N-${at}` })),
      ]),
    ],
  },
  {
    name: 'fees that are not what is missing',
    files: [bankFile([oneMore({ amount: '900.00', gross_amount: '1000.00', deductions: '10.00' })])],
  },
  {
    name: 'one invoice at two banks with weeks between',
    files: [bankFile([oneMore({})]), bankFile([oneMore({ value_date: '2025-06-01' })], 'B02')],
  },
  { name: 'a name without its contract', files: [bankFile([oneMore({ resident_ice: '800000001000041' })])] },
  {
    name: 'a declaration that agrees with the bank',
    files: [bankFile([oneMore({ amount: '1000.00' })]), enterpriseFile('12500.00', '2000.00')],
  },
  {
    name: 'more settled by the bank than received, by no more than what is received abroad as ever',
    files: [bankFile([oneMore({ amount: '1200.00' })]), usualAbroad('12500.00', '2000.00', '2000.00')],
  },
  {
    name: 'a nature outside the register in a line that names another enterprise',
    files: [bankFile([...history(25), oneMore({ nature: 'CALLS', resident_name: 'Second' })])],
  },
  {
    name: 'a currency that the line itself proves',
    files: [
      bankFile([
        ...history(4),
        oneMore({ currency: 'USD', exchange_rate: '9.2', mad_amount: '9200.00', amount: '1000.00' }),
      ]),
    ],
  },
];
