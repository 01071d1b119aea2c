// Whether a file adds up: its lines against the envelope's count, its amounts against the control sums.

import { CONTROL_FIELD, type Envelope, KIND_OF_DECLARANT } from '../design/declaration.ts';
import { type FileFinding, fatal, warning } from './finding.ts';
import type { Tally } from './load.ts';

const THOUSANDTHS = 3;

/** Everything that does not add up. `currencies` are the known ones: an unknown code is a matter of its line. */
export function controlFindings(
  envelope: Envelope,
  counted: number,
  tally: Tally,
  currencies: ReadonlySet<string>,
): readonly FileFinding[] {
  return [...countFindings(envelope, counted, tally), ...sumFindings(envelope, tally, currencies)];
}

function countFindings(
  { line_count }: Envelope,
  counted: number,
  { rows, contiguous }: Tally,
): readonly FileFinding[] {
  const found = rows === counted ? [] : [fatal('line_count', { declared: counted, found: rows })];
  const stated =
    line_count === counted ? [] : [fatal('line_count', { declared: line_count, found: counted })];
  if (!contiguous && rows > 0) throw new Error('lines of a submission are not numbered without a gap');
  return [...stated, ...found];
}

/**
 * A control sum is judged exactly. Only where lines have an unreadable amount or an unknown currency, which no sum
 * can hold, may the rest fall short of it; that is said, and left to the lines.
 */
function sumFindings(
  envelope: Envelope,
  { sums }: Tally,
  currencies: ReadonlySet<string>,
): readonly FileFinding[] {
  if (CONTROL_FIELD[KIND_OF_DECLARANT[envelope.declarant_type]] === null) return [];
  const known = new Map(
    sums
      .filter(({ currency }) => currency !== null && currencies.has(currency))
      .map((sum) => [sum.currency ?? '', sum]),
  );
  const strays = sums.filter(({ currency }) => currency === null || !currencies.has(currency));
  const stray = strays.reduce((total, { sum }) => total + scaled(sum ?? '0'), 0n);
  const unread = sums.reduce((total, sum) => total + sum.unread, 0);
  const strayLines = stray === 0n ? 0 : strays.length;
  const names = [...new Set([...known.keys(), ...Object.keys(envelope.control_sums)])].sort();
  const gaps = names.map((currency) => {
    const declared = envelope.control_sums[currency];
    const found = scaled(known.get(currency)?.sum ?? '0');
    return { currency, declared, found, gap: scaled(declared ?? '0') - found };
  });
  const total = gaps.reduce((sum, { gap }) => sum + gap, 0n);
  const open =
    gaps.every(({ gap }) => gap >= 0n) && (unread > 0 ? total >= stray : strayLines > 0 && total === stray);
  return gaps
    .filter(({ gap }) => gap !== 0n)
    .map(({ currency, declared, found }) => {
      if (declared === undefined) return fatal('control_sum_missing', { currency, found: decimal(found) });
      const values = { currency, declared, found: decimal(found) };
      return open
        ? warning('control_sum_open', { ...values, unread: unread + strayLines })
        : fatal('control_sum', values);
    });
}

function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 1000000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
  return text.startsWith('-') ? -size : size;
}

function decimal(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % 1000000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
    .padEnd(THOUSANDTHS - 1, '0');
  return `${value < 0n ? '-' : ''}${size / 1000000n}.${fraction}`;
}
