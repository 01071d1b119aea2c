// Finds what in a text is a number that claims something: a value with its unit and hedge, a fraction in words.

import type { Token } from './claim-token.ts';

export type ClaimUnit = 'money' | 'percent' | 'points' | 'persons' | 'fraction';
export type Candidate = {
  /** Indices of its tokens: first, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly class: ClaimUnit;
  /** As in `labels`: MAD_BN, USD_MN, PERCENT, PP, PERSONS, … */
  readonly unit: string;
  /** Decimal text as written (percent for fractions). */
  readonly value: string;
  readonly decimals: number;
  readonly sign: -1 | 0 | 1;
  readonly hedge: string | null;
  readonly notation: string | null;
  readonly otherwise: string | null;
  /** Span in the plain text. */
  readonly start: number;
  readonly end: number;
};

const SCALES: { readonly [power: string]: string } = { '3': '_TH', '6': '_MN', '9': '_BN', '12': '_TN' };
const CURRENCY_CODES: { readonly [currency: string]: string } = { MAD_CENT: 'MAD_CENT' };

/** The candidates of a text, in order. */
export function candidatesOf(tokens: readonly Token[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const candidate = candidateAt(tokens, at);
    if (candidate === undefined) continue;
    found.push(...bareBefore(tokens, at, candidate, found.at(-1)?.to ?? 0), candidate);
    at = candidate.to - 1;
  }
  return found;
}

function candidateAt(tokens: readonly Token[], at: number): Candidate | undefined {
  const token = tokens[at];
  if (token?.kind === 'fraction') return fractionAt(tokens, at, token);
  if (token?.number == null) return undefined;
  const unit = unitAfter(tokens, at + 1);
  return unit === undefined ? undefined : candidate(tokens, at, unit);
}

type Unit = {
  readonly class: ClaimUnit;
  readonly unit: string;
  readonly to: number;
  readonly factor?: string;
};

/** The unit behind a number: scale, then currency or persons; percent; points; persons. One small word may stand between. */
function unitAfter(tokens: readonly Token[], at: number): Unit | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'percent') return percentOrPoints(tokens, at);
  if (token.kind === 'points') return { class: 'points', unit: 'PP', to: at + 1 };
  if (token.kind === 'persons') return { class: 'persons', unit: 'PERSONS', to: at + 1 };
  if (token.kind === 'currency') return { class: 'money', unit: codeOf(token.value), to: at + 1 };
  if (token.kind === 'scale') return scaledUnit(tokens, at, token.value);
  if (token.kind === 'create' && tokens[at + 1]?.kind === 'persons')
    return { class: 'persons', unit: 'PERSONS', to: at + 2 };
  return undefined;
}

function percentOrPoints(tokens: readonly Token[], at: number): Unit {
  return tokens[at + 1]?.kind === 'points'
    ? { class: 'points', unit: 'PP', to: at + 2 }
    : { class: 'percent', unit: 'PERCENT', to: at + 1 };
}

function scaledUnit(tokens: readonly Token[], at: number, scale: string): Unit {
  const [power = '9', fixed] = scale.split(' ');
  const suffix = SCALES[power] ?? '';
  if (fixed !== undefined) return { class: 'money', unit: `${fixed}${suffix}`, to: at + 1 };
  const next = tokens[at + 1]?.kind === 'word' || tokens[at + 1]?.kind === 'create' ? at + 2 : at + 1;
  const token = tokens[next];
  if (token?.kind === 'currency')
    return { class: 'money', unit: `${codeOf(token.value)}${suffix}`, to: next + 1 };
  if (token?.kind === 'persons') return { class: 'persons', unit: `PERSONS${suffix}`, to: next + 1 };
  return { class: 'money', unit: `MAD${suffix}`, to: at + 1 };
}

function codeOf(currency: string): string {
  return CURRENCY_CODES[currency] ?? currency;
}

function candidate(tokens: readonly Token[], at: number, unit: Unit): Candidate | undefined {
  const token = tokens[at];
  const last = tokens[unit.to - 1];
  if (token?.number == null || last === undefined) return undefined;
  const sign = signBefore(tokens, at);
  return {
    from: at,
    to: unit.to,
    class: unit.class,
    unit: unit.unit,
    value: token.number.value,
    decimals: token.number.decimals,
    sign,
    hedge: hedgeBefore(tokens, sign === 0 ? at : at - 1),
    notation: token.number.notation,
    otherwise: token.number.otherwise,
    start: sign === 0 ? token.start : (tokens[at - 1]?.start ?? token.start),
    end: last.end,
  };
}

/** Numbers of an enumeration that share the unit of its last one: "5.25, 4.19 and 2.58 billion". */
function bareBefore(
  tokens: readonly Token[],
  at: number,
  last: Candidate,
  floor: number,
): readonly Candidate[] {
  const bare: Candidate[] = [];
  for (let before = at - 1; before >= floor; before -= 1) {
    const token = tokens[before];
    if (token === undefined || !isJoint(token)) break;
    if (token.number === null) continue;
    const own = candidate(tokens, before, { class: last.class, unit: last.unit, to: before + 1 });
    if (own !== undefined) bare.unshift(own);
  }
  return bare;
}

function isJoint(token: Token): boolean {
  return (
    token.number !== null ||
    (token.kind === 'break' && token.value === ',') ||
    (token.kind === 'word' && /^(?:and|et|و)$/.test(token.value))
  );
}

function signBefore(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const before = tokens[at - 1];
  const adjacent = before !== undefined && (tokens[at]?.start ?? 0) - before.end <= 1;
  if (!adjacent || before.kind !== 'break') return 0;
  if (before.value === '+') return 1;
  return before.value === '-' && tokens[at - 2]?.kind !== 'number' ? -1 : 0;
}

function hedgeBefore(tokens: readonly Token[], at: number): string | null {
  const near = [tokens[at - 1], tokens[at - 2]];
  const [first, second] = near;
  if (first?.kind === 'hedge') return first.value;
  return first?.kind === 'word' && first.value.length <= 3 && second?.kind === 'hedge' ? second.value : null;
}

/** A fraction in words is a percentage with the precision of a hedge. */
function fractionAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const [over = '1', under] = token.value.split('/');
  if (under === undefined) return undefined;
  const hedge = hedgeBefore(tokens, at);
  const start =
    hedge === null
      ? token.start
      : (tokens[at - (tokens[at - 1]?.kind === 'hedge' ? 1 : 2)]?.start ?? token.start);
  return {
    from: at,
    to: at + 1,
    class: 'fraction',
    unit: 'PERCENT',
    value: percentOf(Number(over), Number(under)),
    decimals: 0,
    sign: 0,
    hedge: hedge ?? 'about',
    notation: null,
    otherwise: null,
    start,
    end: token.end,
  };
}

function percentOf(over: number, under: number): string {
  const text = ((100 * over) / under).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
