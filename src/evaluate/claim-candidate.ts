// Finds what in a text is a number that claims something: a value with its unit and hedge, a fraction in words, a range.

import type { Steps } from '../engine/slices.ts';
import { candidateInCell } from './bind-cell.ts';
import { countAround } from './claim-count.ts';
import { bareAround } from './claim-enumeration.ts';
import { fractionAt, quotientAt, timesAt } from './claim-fraction.ts';
import { looseAt } from './claim-loose.ts';
import type { WrittenNumber } from './claim-number.ts';
import { rangeAt } from './claim-range.ts';
import type { TableCell, Tables } from './claim-table.ts';
import type { Token } from './claim-token.ts';
import { SCALE_SUFFIX, type Unit, unitAround } from './claim-unit.ts';

/** `count` and `rank` are of goals; a `thing` is of no subject of the figures. */
export type ClaimUnit = 'money' | 'percent' | 'points' | 'persons' | 'fraction' | 'count' | 'rank' | 'thing';
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
  /** The upper end of a range, decimal text. */
  readonly high: string | null;
  /** Known to a half alone. */
  readonly coarse: boolean;
  /** "doubled": the number is itself a rate of growth. */
  readonly multiple: boolean;
  /** Span in the plain text. */
  readonly start: number;
  readonly end: number;
  /** Where it stands in a table. */
  readonly cell?: TableCell;
  /** Without a unit of its own: no claim unless it holds. */
  readonly loose?: boolean;
};

/** A text is read up to this many claims: a megabyte of prose has half of them. */
export const MOST_CLAIMS = 10_000;

/** The candidates of a text, in order, up to MOST_CLAIMS. */
export function* candidatesOf(
  tokens: readonly Token[],
  { cells, names }: Tables = { cells: new Map(), names: new Set() },
): Steps<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length && found.length < MOST_CLAIMS; at += 1) {
    if (at % STEP === 0) yield;
    const before = found.at(-1);
    if (names.has(at)) continue;
    const cell = cells.get(at);
    const inCell = cell === undefined ? undefined : candidateInCell(tokens, at, cell);
    const candidate =
      inCell ??
      candidateAt(tokens, at) ??
      bareAround(tokens, at, before) ??
      countAround(tokens, at, before) ??
      looseAt(tokens, at, before);
    if (candidate === undefined) continue;
    found.push(candidate);
    at = candidate.to - 1;
  }
  return found;
}

/** So many tokens at a time. */
const STEP = 500;

function candidateAt(tokens: readonly Token[], at: number): Candidate | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'fraction' || token.kind === 'multiple') return fractionAt(tokens, at, token);
  const quotient = quotientAt(tokens, at, token) ?? timesAt(tokens, at, token);
  if (quotient !== undefined) return quotient;
  const range = rangeAt(tokens, at);
  if (range !== undefined) return range;
  if (token.number === null) return undefined;
  const thousands = tokens[at + 1]?.value === '3' ? thousandsAnd(tokens, at, token) : undefined;
  if (thousands !== undefined) return thousands;
  const unit = unitAround(tokens, at);
  if (unit === undefined) return undefined;
  return compositeAt(tokens, at, token, unit) ?? candidate(tokens, at, token.number, unit);
}

/** A candidate from a number and its unit. */
export function candidate(
  tokens: readonly Token[],
  at: number,
  number: WrittenNumber,
  unit: Unit,
): Candidate | undefined {
  const [first, last] = [tokens[unit.from], tokens[unit.to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const sign = unit.from === at ? signBefore(tokens, at) : 0;
  return {
    from: unit.from,
    to: unit.to,
    class: unit.class,
    ...wholeCount(unit.unit, number),
    sign,
    hedge: hedgeBefore(tokens, sign === 0 ? unit.from : at - 1) ?? hedgeBehind(tokens, unit.to),
    notation: number.notation,
    otherwise: number.otherwise,
    high: null,
    coarse: number.coarse,
    multiple: false,
    start: sign === 0 ? first.start : (tokens[at - 1]?.start ?? first.start),
    end: last.end,
  };
}

/** "270 thousand jobs" is 270000 persons, known to a thousand. */
function wholeCount(
  unit: string,
  { value, decimals }: WrittenNumber,
): Pick<Candidate, 'unit' | 'value' | 'decimals'> {
  const power = /^(PERSONS|COUNT)_(TH|MN)$/.exec(unit);
  if (power === null) return { unit, value, decimals };
  const places = power[2] === 'TH' ? 3 : 6;
  const [whole = '', fraction = ''] = value.split('.');
  const digits = `${whole}${fraction.padEnd(places, '0').slice(0, places)}`;
  return { unit: power[1] ?? unit, value: digits.replace(/^0+(?=\d)/, ''), decimals: decimals - places };
}

/** "13 billion 400 million", ثلاثة ملايير و462 مليون درهم: two scales of one number. */
function compositeAt(tokens: readonly Token[], at: number, first: Token, unit: Unit): Candidate | undefined {
  const scale = tokens[at + 1];
  const paid = tokens[at + 2]?.kind === 'currency' && first.number?.spelled === true ? 1 : 0;
  const second = [at + 2 + paid, at + 3 + paid].find((index) => tokens[index]?.number != null) ?? -1;
  const number = tokens[second]?.number;
  if (scale?.kind !== 'scale' || number == null || unit.to !== at + 2 + paid || first.number === null)
    return undefined;
  if (second === at + 3 + paid && !/^(?:and|et|و)$/.test(tokens[at + 2 + paid]?.value ?? ''))
    return undefined;
  const lower = unitAround(tokens, second);
  const power = Number(scale.value) - Number(tokens[second + 1]?.value);
  if (
    lower === undefined ||
    lower.class === 'percent' ||
    ![3, 6].includes(power) ||
    isEnumerated(tokens, lower.to)
  )
    return undefined;
  if (number.value.length > power || number.decimals > 0 || first.number.decimals > 0) return undefined;
  const digits = number.value.padStart(power, '0').replace(/0+$/, '');
  const value = digits === '' ? first.number.value : `${first.number.value}.${digits}`;
  const base = lower.unit.replace(/_(?:BN|MN|TH)$/, '');
  const whole: Unit = { ...lower, from: at, unit: `${base}${SCALE_SUFFIX[scale.value] ?? ''}` };
  return candidate(tokens, at, { ...first.number, value, decimals: digits.length, coarse: false }, whole);
}

/** 148 ألفا و500 شخص, « 148 mille 500 emplois ». */
function thousandsAnd(tokens: readonly Token[], at: number, first: Token): Candidate | undefined {
  if (tokens[at + 1]?.kind !== 'scale') return undefined;
  const second = [at + 2, at + 3].find((index) => tokens[index]?.number != null) ?? -1;
  const number = tokens[second]?.number;
  const unit = unitAround(tokens, second) ?? bareThousands(tokens, second);
  if (number == null || unit === undefined || first.number === null || tokens[second + 1]?.kind === 'scale')
    return undefined;
  const isWhole = first.number.decimals === 0 && number.decimals === 0 && number.value.length <= 3;
  const joined = second === at + 2 || /^(?:and|et|و)$/.test(tokens[at + 2]?.value ?? '');
  if (!isWhole || !joined || (unit.class !== 'persons' && unit.class !== 'money')) return undefined;
  const value = `${first.number.value}${number.value.padStart(3, '0')}`;
  return candidate(tokens, at, { ...number, value }, { ...unit, from: at });
}

/** 148 ألفا و500 عند نهاية 2024, with nothing behind it that it counts: persons. */
function bareThousands(tokens: readonly Token[], at: number): Unit | undefined {
  const next = tokens[at + 1];
  const dated = tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'year');
  const word = next?.kind === 'word' && next.value.length > 3 && !dated;
  const counts = word || (next !== undefined && /^(?:scale|thing|segment|number|goal)$/.test(next.kind));
  return at < 0 || counts ? undefined : { class: 'persons', unit: 'PERSONS', from: at, to: at + 1 };
}

function isEnumerated(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 3).some(({ kind }) => kind === 'respectively');
}

function signBefore(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const before = tokens[at - 1];
  const gap = (tokens[at]?.start ?? 0) - (before?.end ?? -9);
  if (before === undefined || gap > 1) return 0;
  if (before.kind === 'word') return SIGNS[before.value] ?? 0;
  if (before.kind !== 'break') return 0;
  if (before.value === '+') return 1;
  if ((before.value === '–' || before.value === '—') && gap === 0) return isApart(tokens, at - 1) ? -1 : 0;
  if (before.value !== '-' || (gap === 1 && isLineStart(tokens[at - 2]))) return 0;
  return tokens[at - 2]?.kind === 'number' ? 0 : -1;
}

/** "–22,4 %": a dash with a space or a mark before it, and no number. */
function isApart(tokens: readonly Token[], at: number): boolean {
  const [before, dash] = [tokens[at - 1], tokens[at]];
  return (
    before?.number == null && (before === undefined || before.kind === 'break' || before.end !== dash?.start)
  );
}

/** "- 26.22 billion in 2024": a dash that opens a line of a list is no minus. */
function isLineStart(before: Token | undefined): boolean {
  return before === undefined || (before.kind === 'break' && before.value.startsWith('\n'));
}

const SIGNS: { readonly [word: string]: -1 | 1 } = {
  moins: -1,
  minus: -1,
  ناقص: -1,
  بناقص: -1,
  plus: 1,
  زائد: 1,
  بزائد: 1,
};

/** "c.", "ca.", « env. ». */
const SHORTENED = 6;

/** The hedge right before a place, or one small word before it. */
export function hedgeBefore(tokens: readonly Token[], at: number): string | null {
  const [first, second] = [tokens[at - 1], tokens[at - 2]];
  if (first?.kind === 'hedge') return first.value;
  if (first?.value === '.' && second?.kind === 'hedge' && second.end - second.start <= SHORTENED)
    return second.value;
  return first?.kind === 'word' && first.value.length <= 3 && second?.kind === 'hedge' ? second.value : null;
}

/** « 17 % environ », "13 billion or so". */
function hedgeBehind(tokens: readonly Token[], at: number): string | null {
  const [hedge, next] = [tokens[at], tokens[at + 1]];
  return hedge?.kind === 'hedge' && hedge.value === 'about' && next?.number == null ? 'about' : null;
}
