// A small domain with the rules of editing of the real one, and histories for them to rest on.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Domain } from '../../src/design/domain.ts';
import { EDITING, type EditingRule } from '../../src/design/editing.ts';
import { type Difference, DOMAIN, type File } from './workbench.ts';

export const EDITING_RULES: readonly EditingRule[] = (
  parse(readFileSync(join(import.meta.dirname, '../../domains/ma-digital/editing.yaml'), 'utf8')) as unknown[]
).map((rule) => EDITING.parse(rule));

const ALWAYS = { validFrom: '2000-01-01', validTo: null, reference: '[prop] test' };
const [nature] = DOMAIN.natures;
const [entry] = DOMAIN.register;

/** Two registered enterprises, the second with two segments; two banks; calls are customer relations for everybody. */
export const EDITED_DOMAIN: Domain = {
  ...DOMAIN,
  scopes: [{ ...DOMAIN.scopes[0], precedence: ['bank', 'enterprise'] }] as unknown as Domain['scopes'],
  editing: EDITING_RULES,
  banks: [...DOMAIN.banks, { ...ALWAYS, code: 'B02', name: 'B02' }],
  countries: [
    ...DOMAIN.countries,
    ...DOMAIN.countries.slice(0, 1).map((country) => ({ ...country, code: 'NL' })),
  ],
  natures: [...DOMAIN.natures, ...(nature === undefined ? [] : [{ ...nature, code: 'CALLS' }])],
  correspondence: [
    ...DOMAIN.correspondence,
    { ...ALWAYS, nature: 'CALLS', registerSegment: '*', segment: 'CRM', ebops: 'SJ35' },
  ],
  register: [
    ...DOMAIN.register,
    ...(entry === undefined
      ? []
      : [{ ...entry, enterprise: '001561191', ice: '001561191000066', name: 'Second', otherSegment: 'CRM' }]),
  ],
};

/** A line without second amounts. */
export const PLAIN = {
  mad_amount: null,
  exchange_rate: null,
  gross_amount: null,
  deductions: null,
  resident_name: 'Example',
  contract_ref: 'C-1',
} as const;

/** Ordinary settlements of one contract, each with an invoice, a reference and an amount of its own. */
export function history(lines: number, difference: Difference = {}): readonly Difference[] {
  return Array.from({ length: lines }, (_, at) => ({
    ...PLAIN,
    bank_reference: `H-${at}`,
    invoice_refs: `F-${at}`,
    amount: `${900 + 7 * at}.${String(11 + at)}`,
    ...difference,
  }));
}

export function bankFile(lines: readonly Difference[], sender = 'B01'): File {
  return {
    kind: 'settlement',
    lines: lines.map((line) => ({ bank_code: sender, ...line })),
    submission: { sender },
  };
}

/** A quarterly declaration with a line of June 2025: received, and of that abroad. */
export function enterpriseFile(received: string, abroad: string, difference: Difference = {}): File {
  return { kind: 'enterprise', lines: [enterpriseLine(received, abroad, difference)] };
}

/** The same after four months before in which so much of 12,500 was received abroad. */
export function usualAbroad(received: string, abroad: string, usually: string): File {
  const before = Array.from({ length: 4 }, (_, at) =>
    enterpriseLine(`1250${at}.00`, usually, { period: '2025-05' }),
  );
  return { kind: 'enterprise', lines: [enterpriseLine(received, abroad), ...before] };
}

function enterpriseLine(received: string, abroad: string, difference: Difference = {}): Difference {
  return {
    period: '2025-06',
    currency: 'MAD',
    received_amount: received,
    received_abroad: abroad,
    invoiced_amount: received,
    opening_receivables: '0',
    closing_receivables: '0',
    ...difference,
  };
}
