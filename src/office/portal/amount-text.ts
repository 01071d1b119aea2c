// An amount as people write it, in any of the three languages, as decimal text. What can be read in two ways is asked about:
// 1,234 is a thousand to one reader and a little more than one to another.

import { plainText } from '../../design/canonical.ts';

export type AmountReading =
  | { readonly amount: string }
  | { readonly fault: 'unreadable' | 'ambiguous' | 'decimals' };

/** Decimals that a declaration may carry. */
const MOST_DECIMALS = 3;
const MOST_DIGITS = 12;

/** Reads an amount; digits of either script, groups by space, apostrophe, point or comma, a decimal point or comma. */
export function readAmount(text: string): AmountReading {
  const bare = plainText(text)
    .replace(/^\u2212/, '-')
    .replaceAll(/[ '’]/g, '');
  const sign = bare.startsWith('-') ? '-' : '';
  const size = bare.replace(/^[-+]/, '');
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(size)) return { fault: 'ambiguous' };
  const plain = PATTERNS.find(({ like }) => like.test(size))?.plain(size);
  if (plain === undefined) return { fault: 'unreadable' };
  const [whole = '', decimals = ''] = plain.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length > MOST_DIGITS) return { fault: 'unreadable' };
  if (decimals.length > MOST_DECIMALS) return { fault: 'decimals' };
  return { amount: `${sign}${digits}${decimals === '' ? '' : `.${decimals}`}` };
}

const PATTERNS: readonly { readonly like: RegExp; readonly plain: (text: string) => string }[] = [
  { like: /^\d+$/, plain: (text) => text },
  { like: /^\d+[.,]\d+$/, plain: (text) => text.replace(',', '.') },
  {
    like: /^\d{1,3}(\.\d{3})+,\d+$/,
    plain: (text) => text.replaceAll('.', '').replace(',', '.'),
  },
  { like: /^\d{1,3}(,\d{3})+\.\d+$/, plain: (text) => text.replaceAll(',', '') },
  { like: /^\d{1,3}(\.\d{3}){2,}$/, plain: (text) => text.replaceAll('.', '') },
  { like: /^\d{1,3}(,\d{3}){2,}$/, plain: (text) => text.replaceAll(',', '') },
];

/** The sum of decimal texts, exact. */
export function sumOf(amounts: readonly string[]): string {
  const total = amounts.reduce((sum, amount) => sum + thousandths(amount), 0n);
  const size = total < 0n ? -total : total;
  const decimals = String(size % 1000n).padStart(3, '0');
  const shown = decimals.endsWith('0') ? decimals.slice(0, 2) : decimals;
  return `${total < 0n ? '-' : ''}${size / 1000n}.${shown}`;
}

function thousandths(amount: string): bigint {
  const [whole = '0', decimals = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * 1000n + BigInt(decimals.padEnd(3, '0'));
  return amount.startsWith('-') ? -size : size;
}
