// The unit of a number in a text: scale, currency, percent, points or persons, behind it or before it.

import type { ClaimUnit } from './claim-candidate.ts';
import type { Token } from './claim-token.ts';

export type Unit = {
  readonly class: ClaimUnit;
  readonly unit: string;
  /** Indices of tokens: the first of number and unit, and one past the last. */
  readonly from: number;
  readonly to: number;
};

export const SCALE_SUFFIX: { readonly [power: string]: string } = {
  '3': '_TH',
  '6': '_MN',
  '9': '_BN',
  '12': '_TN',
};

/** The unit around the number at a place; undefined when it has none. */
export function unitAround(tokens: readonly Token[], at: number): Unit | undefined {
  const number = tokens[at]?.number;
  if (number == null) return undefined;
  const behind = unitBehind(tokens, at);
  const currency = currencyBefore(tokens, at);
  if (behind === undefined) return currency === undefined ? undefined : { ...currency, to: at + 1 };
  if (behind.class === 'persons' && isHandful(number.value, behind.unit, number.spelled)) return undefined;
  if (currency === undefined || behind.class !== 'money') return behind;
  return { ...behind, unit: behind.unit.replace(/^MAD(?!_CENT)/, currency.unit), from: currency.from };
}

/** "Two posts", "the 3 people": a count of something else than the jobs of a sector. */
function isHandful(value: string, unit: string, spelled: boolean): boolean {
  return unit === 'PERSONS' && (spelled || value.length <= 2);
}

/** "MAD 13.4bn", "$26.2 billion". */
function currencyBefore(tokens: readonly Token[], at: number): Unit | undefined {
  const before = tokens[at - 1];
  const near = before !== undefined && (tokens[at]?.start ?? 0) - before.end <= 1;
  if (
    !near ||
    before.kind !== 'currency' ||
    tokens[at - 2]?.number != null ||
    tokens[at - 2]?.kind === 'scale'
  )
    return undefined;
  return { class: 'money', unit: before.value, from: at - 1, to: at };
}

function unitBehind(tokens: readonly Token[], at: number): Unit | undefined {
  const token = tokens[at + 1];
  if (token === undefined) return undefined;
  const unit = (kind: ClaimUnit, name: string, to: number): Unit => ({
    class: kind,
    unit: name,
    from: at,
    to,
  });
  if (token.kind === 'percent') {
    return tokens[at + 2]?.kind === 'points'
      ? unit('points', 'PP', at + 3)
      : unit('percent', 'PERCENT', at + 2);
  }
  if (token.kind === 'points') return unit('points', 'PP', at + 2);
  if (token.kind === 'persons') return unit('persons', 'PERSONS', at + 2);
  if (token.kind === 'currency') return unit('money', token.value, at + 2);
  const power = scaleOf(tokens, at);
  if (power !== undefined) return scaledUnit(tokens, at, power);
  const thousand = tokens[at + 1]?.value === 'k' ? personsBehind(tokens, at + 2) : undefined;
  if (thousand !== undefined) return unit('persons', 'PERSONS_TH', thousand);
  const person = personsBehind(tokens, at + 1);
  return person === undefined ? undefined : unit('persons', 'PERSONS', person);
}

const LETTERS: { readonly [letter: string]: string } = { k: '3', m: '6', b: '9', md: '9', mds: '9', mm: '9' };

const THINGS: { readonly [power: string]: string } = { '3': 'THOUSAND', '6': 'MILLION', '9': 'BILLION' };

/** A scale word, or a letter that stands for one: "13.4b", "48 M€". */
function scaleOf(tokens: readonly Token[], at: number): string | undefined {
  const [number, token, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.kind === 'scale') return token.value;
  const letter = token?.kind === 'word' ? LETTERS[token.value] : undefined;
  if (letter === undefined || number === undefined || token === undefined) return undefined;
  const named = next?.kind === 'currency' || tokens[at - 1]?.kind === 'currency';
  return named || (token.start === number.end && /^[bm]$/.test(token.value)) ? letter : undefined;
}

function scaledUnit(tokens: readonly Token[], at: number, scale: string): Unit | undefined {
  const [power = '9', fixed] = scale.split(' ');
  const suffix = SCALE_SUFFIX[power] ?? '';
  const unit = (kind: ClaimUnit, name: string, to: number): Unit => ({
    class: kind,
    unit: name,
    from: at,
    to,
  });
  if (fixed !== undefined) return unit('money', `${fixed}${suffix}`, at + 2);
  const next = isSmall(tokens[at + 2]) ? at + 3 : at + 2;
  const token = tokens[next];
  if (token?.kind === 'currency') return unit('money', `${token.value}${suffix}`, next + 1);
  if (token?.kind === 'thing') return unit('thing', THINGS[power] ?? 'COUNT', next + 1);
  const persons = personsBehind(tokens, next);
  if (persons !== undefined) return unit('persons', `PERSONS${suffix}`, persons);
  if (token?.kind === 'percent' || power === '3') return undefined;
  return unit('money', `MAD${suffix}`, at + 2);
}

function isSmall(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:de|d|of|من|us|moroccan)$/.test(token.value);
}

/** "270,000 new jobs", « 1 200 nouveaux emplois »: one word of creation between. */
function personsBehind(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.kind === 'persons') return at + 1;
  const between =
    tokens[at]?.kind === 'create' || /^(?:direct|additional|qualified|d|de)$/.test(tokens[at]?.value ?? '');
  return between && tokens[at + 1]?.kind === 'persons' ? at + 2 : undefined;
}
