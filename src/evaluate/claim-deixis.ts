// Years named by the day of the text: "the first half of this year", « sur l'ensemble de l'an dernier », السنة الماضية.

import type { Horizon } from './claim-horizon.ts';
import type { Token, TokenKind } from './claim-token.ts';

/** Tokens with "this year", "last year" and "the end of the decade" as the years they are; elsewhere "last year" is the year before. */
export function withNamedYears(
  tokens: readonly Token[],
  { now: year, years }: Pick<Horizon, 'now' | 'years'>,
): readonly Token[] {
  return tokens.map((token, at): Token => {
    if (token.kind === 'this_year')
      return hasPart(tokens, at) || isAimed(tokens, at)
        ? { ...token, kind: 'year', value: String(year) }
        : { ...token, kind: 'word' };
    if (token.kind === 'far_year') {
      const end = token.value === 'decade' ? Math.ceil(year / 10) * 10 : Math.max(...years);
      return Number.isFinite(end)
        ? { ...token, kind: 'year', value: String(end) }
        : { ...token, kind: 'word' };
    }
    if (token.kind !== 'last_year') return token;
    if (isNamedAnyway(tokens, at)) return { ...token, kind: 'word' };
    const named = hasPart(tokens, at) || isOpened(tokens, at);
    return named ? { ...token, kind: 'year', value: String(year - 1) } : { ...token, kind: 'year_before' };
  });
}

/** « l'an dernier, en 2024 »: the year stands beside it. */
function isNamedAnyway(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1, at + 4);
  const year = behind.findIndex(({ kind }) => kind === 'year');
  return (
    year > 0 && behind.slice(0, year).every(({ kind, value }) => kind === 'word' || /^[,(]$/.test(value))
  );
}

/** "190,000 this year", « l'objectif pour cette année »: the running year, where words of aiming stand by; "by the end of this year". */
function isAimed(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind === 'cumulated') return true;
  const start = sentenceStart(tokens, at);
  const near = tokens.slice(Math.max(start, at - BESIDE), at);
  const behind = tokens.slice(at + 1, at + 3);
  if ([...near, ...behind].some(({ kind }) => kind === 'target')) return true;
  const number = near.findLastIndex((token) => token.number !== null);
  const before = Math.max(start, at - BESIDE) + number;
  return number !== -1 && tokens.slice(start, before).some(({ kind }) => kind === 'target');
}

const BESIDE = 7;
const LONGEST = 30;

function sentenceStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST && !/^[.!?\n]/.test(tokens[start - 1]?.value ?? '')) start -= 1;
  return start;
}

const PARTS: ReadonlySet<TokenKind> = new Set([
  'half',
  'quarter',
  'month',
  'months_count',
  'whole_year',
  'ordinal',
]);
const REACH = 4;

/** A part of the year, or the whole of it, right before: and not "the same months of". */
function hasPart(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1, at + REACH).find(({ kind }) => kind !== 'word' && kind !== 'break');
  const named = behind !== undefined && (behind.kind === 'cumulated' || PARTS.has(behind.kind));
  if (tokens[at + 1]?.value === ',' && named) return true;
  for (let before = at - 1; before >= 0 && at - before <= REACH; before -= 1) {
    const token = tokens[before];
    if (token === undefined || token.kind === 'same_period' || token.kind === 'compare') return false;
    if (PARTS.has(token.kind)) return true;
    if (token.kind !== 'word' && token.kind !== 'from') return false;
  }
  return false;
}

/** "They earned 9.8 billion last year": of the calendar, unless something is compared with it or measured against it. */
function isOpened(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.kind === 'break') return before?.value !== '(';
  for (let back = at - 1; back >= 0 && at - back <= COMPARED; back -= 1) {
    const token = tokens[back];
    if (token === undefined || (token.kind === 'break' && token.value !== ',')) return true;
    if (LOOKS_BACK.has(token.kind) || /^(?:on|sur|عن|علي|than|que|qu)$/.test(token.value)) return false;
  }
  return true;
}

const COMPARED = 9;
const LOOKS_BACK: ReadonlySet<TokenKind> = new Set([
  'compare',
  'same_period',
  'percent',
  'points',
  'hedge',
  'rise',
  'fall',
  'from',
]);
