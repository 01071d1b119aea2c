// Numbers in words, read where a unit follows: "thirteen point four billion", « deux milliards et demi »,
// مليارين ونصف المليار. Elsewhere their words stay words.

import { partsOf, restOfScale } from './claim-cardinal-part.ts';
import { AND, runFrom, spelled, type Taken, textOf, UNITS } from './claim-cardinal-run.ts';
import type { Token } from './claim-token.ts';

/** The tokens with numbers in words read; linear in their count. */
export function withNumberWords(tokens: readonly Token[], plain: string): readonly Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token !== undefined && token.kind !== 'cardinal') {
      read.push(token);
      at += 1;
      continue;
    }
    const rest = restOfScale(tokens, at, read, plain);
    const taken = rest ?? numberAt(tokens, at, plain);
    for (const token of taken.tokens) read.push(token);
    at = taken.to;
  }
  return withHalves(read, plain);
}

const POINT = /^(?:point|virgule|فاصله|comma)$/;
function numberAt(tokens: readonly Token[], at: number, plain: string): Taken {
  const first = tokens[at];
  if (first?.kind !== 'cardinal') return { tokens: first === undefined ? [] : [first], to: at + 1 };
  const fifth = fifthOf(tokens[at - 1], first, plain);
  if (fifth !== undefined) return { tokens: [fifth], to: at + 1 };
  const dual = dualOf(first);
  if (dual !== undefined) return { tokens: dual, to: at + 1 };
  const run = runFrom(tokens, at);
  const decimal = decimalPart(tokens, run.to, plain);
  const to = decimal?.to ?? run.to;
  const shared = decimal === undefined ? partsOf(tokens, run, first, plain) : undefined;
  if (shared !== undefined) return shared;
  if (
    decimal === undefined &&
    !isCounted(tokens, to, plain) &&
    !isPlace(tokens[at - 1]) &&
    !opensRange(tokens, at, to, plain)
  )
    return { tokens: [{ ...first, kind: 'word', value: textOf(first, plain) }], to: at + 1 };
  const value = decimal === undefined ? String(run.value) : `${run.value}.${decimal.digits}`;
  return { tokens: [spelled(value, first.start, tokens[to - 1]?.end ?? first.end, false)], to };
}

/** الرتبة الخمسين: a place in words. */
function isPlace(before: Token | undefined): boolean {
  return before?.kind === 'word' && /^(?:ال)?(?:رتبه|مرتبه|مركز)$/.test(before.value);
}

/** "Between thirteen and fourteen billion": the upper end has the unit. */
function opensRange(tokens: readonly Token[], at: number, to: number, plain: string): boolean {
  const [joint, high] = [tokens[to], tokens[to + 1]];
  return (
    tokens[at - 1]?.kind === 'between' &&
    joint !== undefined &&
    AND.test(textOf(joint, plain)) &&
    (high?.kind === 'cardinal' || high?.number != null)
  );
}

/** A unit follows, or "and a half" and then one. */
function isCounted(tokens: readonly Token[], to: number, plain: string): boolean {
  const next = tokens[to];
  if (next === undefined) return false;
  if (UNITS.has(next.kind) || TIMES.test(textOf(next, plain))) return true;
  if (next.kind === 'fraction' && textOf(next, plain).startsWith('و')) return true;
  if (/^ونص$/.test(textOf(next, plain))) return true;
  const half = (token: Token) => token.kind === 'fraction' || /^(?:demie?|quart)$/.test(textOf(token, plain));
  return AND.test(textOf(next, plain)) && tokens.slice(to + 1, to + 3).some(half);
}

/** الخمس with its article is a fifth, unless it counts what stands before it: السنوات الخمس. */
function fifthOf(before: Token | undefined, first: Token, plain: string): Token | undefined {
  if (first.value !== '5' || !/^[وفب]?الخمس$/.test(textOf(first, plain))) return undefined;
  if (before !== undefined && before.kind !== 'hedge' && textOf(before, plain).startsWith('ال'))
    return undefined;
  return { ...first, kind: 'fraction', value: '1/5' };
}

const TIMES = /^(?:times|fold|fois|اضعاف|مرات)$/;

function dualOf(token: Token): readonly Token[] | undefined {
  const [count, power] = token.value.split(' ');
  if (count === undefined || power === undefined) return undefined;
  return [spelled(count, token.start, token.end, false), { ...token, kind: 'scale', value: power }];
}

/** "point four", « virgule vingt-cinq ». */
function decimalPart(
  tokens: readonly Token[],
  at: number,
  plain: string,
): { readonly digits: string; readonly to: number } | undefined {
  const point = tokens[at];
  if (point === undefined || !POINT.test(textOf(point, plain)) || tokens[at + 1]?.kind !== 'cardinal')
    return undefined;
  let digits = '';
  let to = at + 1;
  while (tokens[to]?.kind === 'cardinal' && digits.length < 4) {
    const run = runFrom(tokens, to);
    digits += String(run.value);
    to = run.to;
  }
  return { digits, to };
}

/** "two and a half billion", « deux milliards et demi », "half a billion", مليار ونصف المليار. */
function withHalves(tokens: readonly Token[], plain: string): readonly Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token !== undefined && !isHalved(token)) {
      read.push(token);
      at += 1;
      continue;
    }
    const taken = halfAt(tokens, at, plain, read.at(-1));
    for (const token of taken.tokens) read.push(token);
    at = taken.to;
  }
  return read;
}

/** What a half may go with: a number, a scale, a fraction, the word « demi ». */
function isHalved({ kind, number, start, end }: Token): boolean {
  return number !== null || kind === 'scale' || kind === 'fraction' || end - start === HALF.length;
}

const HALF = 'demi';

function halfAt(tokens: readonly Token[], at: number, plain: string, before: Token | undefined): Taken {
  const token = tokens[at];
  if (token === undefined) return { tokens: [], to: at + 1 };
  if (token.number !== null) return withHalfBehind(tokens, at, token, plain);
  const whole = fractionOfScale(tokens, at, token, plain) ?? oneScale(tokens, at, token, plain, before);
  return whole ?? { tokens: [token], to: at + 1 };
}

function withHalfBehind(tokens: readonly Token[], at: number, number: Token, plain: string): Taken {
  const scale = /^(?:scale|points|percent)$/.test(tokens[at + 1]?.kind ?? '') ? tokens[at + 1] : undefined;
  const half = halfFrom(tokens, at + (scale === undefined ? 1 : 2), plain);
  if (half === undefined || number.number === null || number.number.decimals > 0)
    return { tokens: [number], to: at + 1 };
  const named = /^(?:scale|percent|points)$/.test(tokens[half.to]?.kind ?? '') ? tokens[half.to] : undefined;
  const unit = scale ?? named;
  if (unit === undefined) return { tokens: [number], to: at + 1 };
  const to = named === undefined ? half.to : half.to + 1;
  const last = tokens[to - 1]?.end ?? unit.end;
  const value = spelled(
    `${number.value}.${half.digits}`,
    number.start,
    unit.start > number.start ? unit.start : number.end,
    true,
  );
  return { tokens: [value, { ...unit, end: last }], to };
}

/** "and a half", « et demi », ونصف, each from a place. */
function halfFrom(
  tokens: readonly Token[],
  at: number,
  plain: string,
): { readonly digits: string; readonly to: number } | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.kind === 'fraction' && textOf(first, plain).startsWith('و')) return digitsOf(first, at + 1);
  if (/^ونص$/.test(textOf(first, plain))) return { digits: '5', to: at + 1 };
  if (!AND.test(textOf(first, plain))) return undefined;
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  if (second !== undefined && /^demie?$/.test(textOf(second, plain))) return { digits: '5', to: at + 2 };
  if (second !== undefined && textOf(second, plain) === 'quart') return { digits: '25', to: at + 2 };
  if (second?.kind === 'fraction') return digitsOf(second, at + 2);
  return third?.kind === 'fraction' && second?.kind === 'word' ? digitsOf(third, at + 3) : undefined;
}

const DIGITS: { readonly [fraction: string]: string } = { '1/2': '5', '1/4': '25', '3/4': '75' };

function digitsOf(
  { value }: Token,
  to: number,
): { readonly digits: string; readonly to: number } | undefined {
  const digits = DIGITS[value];
  return digits === undefined ? undefined : { digits, to };
}

/** "half a billion", « un demi-milliard », نصف مليار. */
function fractionOfScale(
  tokens: readonly Token[],
  at: number,
  token: Token,
  plain: string,
): Taken | undefined {
  const fraction =
    token.kind === 'fraction' ? DIGITS[token.value] : textOf(token, plain) === HALF ? '5' : undefined;
  if (fraction === undefined) return undefined;
  for (let next = at + 1; next <= at + 3; next += 1) {
    const scale = tokens[next];
    if (scale?.kind === 'scale')
      return { tokens: [spelled(`0.${fraction}`, token.start, token.end, true), scale], to: next + 1 };
    if (scale === undefined || !/^(?:a|of|de|un|-)$/.test(textOf(scale, plain))) return undefined;
  }
  return undefined;
}

/** مليار درهم with no number before it is one; with a half behind it, one and a half. */
function oneScale(
  tokens: readonly Token[],
  at: number,
  token: Token,
  plain: string,
  before: Token | undefined,
): Taken | undefined {
  if (
    token.kind !== 'scale' ||
    before?.number != null ||
    before?.value === '(' ||
    !/^[وبل]?(?:ال)?(?:مليار|مليون)ا?$/.test(textOf(token, plain))
  )
    return undefined;
  const half = halfFrom(tokens, at + 1, plain);
  if (half === undefined && tokens[at + 1]?.kind !== 'currency' && !isComposed(tokens, at, token))
    return undefined;
  const dual = tokens[at + 1]?.kind === 'currency' && textOf(token, plain).endsWith('ا') ? '2' : '1';
  const value = half === undefined ? dual : `1.${half.digits}`;
  const number = spelled(value, token.start, token.start, half !== undefined);
  const to = half === undefined ? at + 1 : half.to + (tokens[half.to]?.kind === 'scale' ? 1 : 0);
  return { tokens: [number, { ...token, end: tokens[to - 1]?.end ?? token.end }], to };
}

/** مليار و995 مليون: one of the larger scale and some of the smaller. */
function isComposed(tokens: readonly Token[], at: number, { value }: Token): boolean {
  const number = [at + 1, at + 2].find((next) => tokens[next]?.number != null) ?? -1;
  const joined = number === at + 1 || (number === at + 2 && AND.test(tokens[at + 1]?.value ?? ''));
  const scale = tokens[number + 1];
  return joined && scale?.kind === 'scale' && Number(scale.value) < Number(value);
}
