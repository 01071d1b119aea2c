// So many of so many, and what is left below a scale: "one dirham in eight", « treize milliards quatre ».

import { runFrom, spelled, type Taken, textOf, UNITS } from './claim-cardinal-run.ts';
import type { Token } from './claim-token.ts';

/** « treize milliards quatre », مية وثمانية وأربعين ألف وخمسمية: what is left below the scale, said without its own. */
export function restOfScale(
  tokens: readonly Token[],
  at: number,
  read: Token[],
  plain: string,
): Taken | undefined {
  const [number, scale] = read.slice(-2);
  const first = tokens[at];
  if (first?.kind !== 'cardinal' || first.value.includes(' ') || scale?.kind !== 'scale') return undefined;
  if (number?.number == null || number.number.decimals > 0) return undefined;
  if (!number.number.spelled && scale.value !== '3') return undefined;
  const { value, to } = runFrom(tokens, at);
  const next = tokens[to];
  const counted = next !== undefined && UNITS.has(next.kind) && !/^(?:currency|persons)$/.test(next.kind);
  if (counted || value >= 1000 || tokens[to - 1] === undefined) return undefined;
  const end = tokens[to - 1]?.end ?? first.end;
  const digits = value < 10 && scale.value === '9' ? String(value) : String(value).padStart(3, '0');
  if (
    !/^[39]$/.test(scale.value) ||
    (scale.value === '3' && value < 100 && !textOf(first, plain).startsWith('و'))
  )
    return undefined;
  read.splice(-2);
  const whole = Number(number.number.value);
  if (scale.value === '3')
    return { tokens: [spelled(String(whole * 1000 + value), number.start, end, false)], to };
  const told = spelled(`${whole}.${digits.replace(/0+$/, '')}`, number.start, scale.start, false);
  return { tokens: [told, { ...scale, end }], to };
}

const OF = /^(?:in|of|sur|من|على|علي)$/;
const EACH = /^(?:every|each|out|chaque|كل|اصل|بين)$/;

/** "Four dirhams in every ten", « un dirham sur huit », أربعة من كل عشرة: so many parts of so many. */
export function partsOf(
  tokens: readonly Token[],
  run: { readonly value: number; readonly to: number },
  first: Token,
  plain: string,
): Taken | undefined {
  const noun = isNoun(tokens[run.to]) ? 1 : 0;
  let at = run.to + noun;
  const joint = tokens[at];
  if (joint === undefined || !(OF.test(textOf(joint, plain)) || EACH.test(textOf(joint, plain))))
    return undefined;
  while (
    at < tokens.length &&
    at - run.to <= 4 &&
    [OF, EACH].some((words) => words.test(textOf(tokens[at] ?? first, plain)))
  )
    at += 1;
  const last = tokens[at];
  const under = last?.kind === 'cardinal' ? runFrom(tokens, at) : numeral(last, at);
  if (under === undefined || last === undefined || !(run.value < under.value && under.value <= 100))
    return undefined;
  const behind = tokens[under.to];
  if (behind?.kind === 'scale' || behind?.kind === 'percent') return undefined;
  const end = tokens[under.to - 1]?.end ?? last.end;
  const value = `${run.value}/${under.value}`;
  return { tokens: [{ kind: 'fraction', value, start: first.start, end, number: null }], to: under.to };
}

function isNoun(token: Token | undefined): boolean {
  return (
    token?.kind === 'currency' ||
    token?.kind === 'persons' ||
    (token?.kind === 'word' && token.value.length > 4)
  );
}

function numeral(
  token: Token | undefined,
  at: number,
): { readonly value: number; readonly to: number } | undefined {
  const whole = token?.number?.decimals === 0 ? Number(token.value) : 0;
  return whole > 1 ? { value: whole, to: at + 1 } : undefined;
}
