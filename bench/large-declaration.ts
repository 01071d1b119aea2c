// Declarations of a stated size for measuring: lines of registered enterprises in a bank's name, some of them faulty.

import type { Domain } from '../src/design/domain.ts';

export type Drawn = {
  readonly sender: string;
  readonly period: string;
  readonly sequence: number;
  readonly lines: number;
  /** Every so manieth line has a fault. */
  readonly faulty: number;
};

const HEADER =
  'line_id,bank_code,bank_reference,resident_ice,resident_name,counterparty_name,counterparty_country,payment_country,direction,value_date,execution_date,currency,amount,nature,invoice_refs,related_party,account_type';
const COUNTRIES = ['FR', 'US', 'DE', 'ES', 'GB', 'NL', 'BE', 'IT'] as const;
const CURRENCIES = ['EUR', 'USD', 'GBP', 'MAD'] as const;

/** A settlement declaration as CSV; no two of different identity are alike. */
export function largeDeclaration({ register, natures }: Domain, drawn: Drawn): string {
  const { sender, period, sequence, lines, faulty } = drawn;
  const services = natures.filter(({ treatment }) => treatment === 'export');
  const sums = new Map<string, bigint>();
  const rows = Array.from({ length: lines }, (_, at) => {
    const entry = register[(at * 7 + sequence) % register.length];
    const currency = CURRENCIES[at % CURRENCIES.length] ?? 'EUR';
    const cents = BigInt(1_000_000 + ((at * 7919 + sequence * 104_729) % 9_000_000));
    sums.set(currency, (sums.get(currency) ?? 0n) + cents);
    const broken = at % faulty === faulty - 1;
    const day = `${period}-${String((at % 28) + 1).padStart(2, '0')}`;
    const country = broken && at % 2 === 0 ? 'ZZ' : COUNTRIES[at % COUNTRIES.length];
    const nature = broken && at % 2 === 1 ? 'XX99' : services[at % services.length]?.code;
    return [
      ...[`L${at + 1}`, sender, `${sender}-${period}-${sequence}-${at + 1}`, entry?.ice, entry?.name],
      ...[`Client ${at % 400}`, country, COUNTRIES[at % COUNTRIES.length], 'C', day, day, currency],
      ...[decimal(cents), nature, `F-${sequence}-${at}`, 'false', 'R'],
    ].join(',');
  });
  const envelope = {
    ...{ declarant_type: 'bank', sender, period, sequence, function: 'original' },
    ...{ created_at: `${period}-28T10:00:00Z`, schema_version: 1, language: 'fr', line_count: lines },
    synthetic: true,
    ...Object.fromEntries([...sums].map(([currency, sum]) => [`control_sum.${currency}`, decimal(sum)])),
  };
  const head = Object.entries(envelope).map(([key, value]) => `# ${key}: ${value}`);
  return `${[...head, HEADER, ...rows].join('\n')}\n`;
}

function decimal(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
