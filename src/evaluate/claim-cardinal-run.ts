// Cardinals one after another as one number.

import type { WrittenNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';

/** Tokens read from a stretch, and the place behind it. */
export type Taken = { readonly tokens: readonly Token[]; readonly to: number };

export const UNITS: ReadonlySet<string> = new Set(['scale', 'percent', 'points', 'currency', 'persons']);
export const AND = /^(?:and|et|و)$/;

/** Cardinals one after another, with hyphens or "and" between them. */
export function runFrom(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } {
  let value = Number(tokens[at]?.value);
  let to = at + 1;
  for (;;) {
    const joint = isJoint(tokens[to]) ? 1 : 0;
    const next = tokens[to + joint];
    if (next?.kind !== 'cardinal' || next.value.includes(' ')) return { value, to };
    const grown = joined(value, Number(next.value));
    if (grown === undefined) return { value, to };
    value = grown;
    to += joint + 1;
  }
}

function isJoint(token: Token | undefined): boolean {
  return (
    (token?.kind === 'break' && token.value === '-') || (token?.kind === 'word' && AND.test(token.value))
  );
}

/** Hundreds multiply; « quatre-vingt » multiplies too; the rest adds up when it fits below what stands before. */
function joined(value: number, next: number): number | undefined {
  const units = value % 100;
  if (next === 100) return units > 0 && units < 10 ? value - units + units * 100 : undefined;
  if (next === 20 && units === 4) return value + 76;
  if (next === 10 && units > 0 && units < 10) return value + 10;
  const room = units === 0 ? 100 : [20, 30, 40, 50, 60, 70, 80, 90].includes(units) ? 20 : 0;
  if (next < room) return value + next;
  return units > 0 && units < 10 && next >= 20 && next < 100 ? value + next : undefined;
}

/** A number written in words. */
export function spelled(value: string, start: number, end: number, coarse: boolean): Token {
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  const number: WrittenNumber = {
    value,
    decimals,
    otherwise: null,
    notation: null,
    spelled: true,
    coarse,
  };
  return { kind: 'number', value, start, end, number };
}

export function textOf({ start, end }: Token, plain: string): string {
  return plain.slice(start, end);
}
