// Numbers that leave their unit to another one: "5.25, 4.19 and 2.58 billion", "13.4 billion against 12.9".

import { type Candidate, candidate } from './claim-candidate.ts';
import type { WrittenNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';
import { SCALE_SUFFIX, type Unit, unitAround } from './claim-unit.ts';

/** The number at a place with the unit of the next of its enumeration, or of the one that it is compared with. */
export function bareAround(
  tokens: readonly Token[],
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const number = tokens[at]?.number;
  if (number == null || number.spelled) return undefined;
  const listed = listedUnit(tokens, at);
  if (listed !== undefined) return candidate(tokens, at, number, { ...listed, from: at, to: at + 1 });
  const next = sharedUnit(tokens, at, number);
  if (next !== undefined) return candidate(tokens, at, next.number, { ...next.unit, from: at, to: at + 1 });
  if (before === undefined || before.class === 'fraction') return undefined;
  if (!isCompared(tokens, at, before) && !isOfName(tokens, at, before)) return undefined;
  const read = nearer(number, Number(before.value));
  if (!isAlike(Number(read.value), Number(before.value))) return undefined;
  return candidate(tokens, at, read, { class: before.class, unit: before.unit, from: at, to: at + 1 });
}

const LIST = 60;

/** « recettes 2024 (MDH) : ITO 10 578, CRM 9 797 »: the unit in brackets before a list, for the numbers behind its names. */
function listedUnit(tokens: readonly Token[], at: number): Pick<Unit, 'class' | 'unit'> | undefined {
  const behindName = [tokens[at - 1], tokens[at - 2]].some((token, back) =>
    back === 0
      ? token?.kind === 'segment'
      : token?.kind === 'segment' && /^[:(=]$/.test(tokens[at - 1]?.value ?? ''),
  );
  if (!behindName || unitAround(tokens, at) !== undefined) return undefined;
  for (let close = at - 1; close > 1 && at - close <= LIST; close -= 1) {
    const token = tokens[close];
    if (token?.kind === 'break' && /^[.\n]/.test(token.value)) return undefined;
    if (token?.value !== ')') continue;
    const [last, first] = [tokens[close - 1], tokens[close - 2]];
    const power = (last?.kind === 'scale' ? last : first?.kind === 'scale' ? first : undefined)?.value.split(
      ' ',
    );
    const suffix = SCALE_SUFFIX[power?.[0] ?? ''];
    if (suffix !== undefined) return { class: 'money', unit: `MAD${suffix}` };
  }
  return undefined;
}

const REACH = 24;

/** The unit at the end of an enumeration that runs through numbers, commas, "and", names and small words. */
function sharedUnit(
  tokens: readonly Token[],
  at: number,
  number: WrittenNumber,
): { readonly unit: Unit; readonly number: WrittenNumber } | undefined {
  let named = false;
  let joined = false;
  if (tokens[at + 1]?.value === '(') return undefined;
  for (let next = at + 1; next < tokens.length && next - at <= REACH; next += 1) {
    const token = tokens[next];
    if (token === undefined || !isJoint(token)) return undefined;
    named ||= token.kind === 'segment';
    joined ||=
      token.kind === 'to' ||
      token.kind === 'break' ||
      isQuotient(token) ||
      /^(?:and|et|و)$/.test(token.value);
    const unit = token.number === null || !joined ? undefined : unitAround(tokens, next);
    if (token.number === null || unit === undefined) continue;
    const read = nearer(number, Number(token.number.value));
    const likely = !named || read.decimals > 0 === token.number.decimals > 0;
    return likely && unit.from === next && isAlike(Number(read.value), Number(token.number.value))
      ? { unit, number: read }
      : undefined;
  }
  return undefined;
}

const SMALL: ReadonlySet<string> = new Set(
  'and et و pour for of the de des du la le les l in en ل ب من في by par to'.split(' '),
);

function isJoint({ kind, value, number }: Token): boolean {
  if (number !== null || kind === 'segment' || kind === 'to' || kind === 'respectively') return true;
  if (kind === 'break') return [',', '(', ')', ':', '/', ';'].includes(value);
  return (kind === 'word' && SMALL.has(value)) || isQuotient({ kind, value });
}

/** "13.4 over 26.22 billion", « 13,4 sur 26,22 milliards ». */
function isQuotient({ kind, value }: Pick<Token, 'kind' | 'value'>): boolean {
  return kind === 'hedge'
    ? value === 'more than'
    : kind === 'word' && /^(?:sur|by|divided|divise|علي)$/.test(value);
}

/** Of two ways to read a number, the one nearer to its neighbour. */
function nearer(number: WrittenNumber, neighbour: number): WrittenNumber {
  if (number.otherwise === null || neighbour <= 0) return number;
  const distance = (text: string) => Math.abs(Math.log(Number(text) / neighbour));
  if (!(distance(number.otherwise) < distance(number.value))) return number;
  const point = number.otherwise.indexOf('.');
  const decimals = point === -1 ? 0 : number.otherwise.length - point - 1;
  return { ...number, value: number.otherwise, otherwise: number.value, decimals };
}

function isAlike(a: number, b: number): boolean {
  return a > 0 && b > 0 && a / b < 1000 && b / a < 1000;
}

const FAR = 40;

/** "… 13.4 billion. Of this, IT took 5.25 and engineering 2.58": a decimal right behind a name, in the unit before. */
function isOfName(tokens: readonly Token[], at: number, before: Candidate): boolean {
  if (before.class !== 'money' || before.sign !== 0 || at - before.to > FAR) return false;
  if (!before.unit.endsWith('_BN') || (tokens[at]?.number?.decimals ?? 0) === 0) return false;
  if (tokens.slice(before.to, at).some(({ value }) => /^\n/.test(value))) return false;
  const named = tokens
    .slice(at - 3, at)
    .some(({ kind, value }) => kind === 'segment' && !value.startsWith('_T'));
  const next = tokens[at + 1];
  return named && (isAlone(next) || /^(?:and|et|و\S*)$/.test(next?.value ?? '') || next?.kind === 'segment');
}

/** "against 12.9", "up from 130,000", "had 148,500" after a number of persons: no unit of its own and none behind it. */
function isCompared(tokens: readonly Token[], at: number, before: Candidate): boolean {
  const distance = at - before.to;
  if (distance > REACH || isCut(tokens, before.to, at)) return false;
  const number = tokens[at]?.number;
  const value = Number(number?.value);
  const next = tokens[at + 1]?.kind;
  if (before.class === 'persons') return value >= 1000 && next !== 'goal' && next !== 'thing';
  const grouped = before.unit.endsWith('_MN') && value >= 1000 && isAloneOrDated(tokens, at + 1);
  const alone = ((number?.decimals ?? 0) > 0 && isAlone(tokens[at + 1])) || grouped;
  if (alone && before.class === 'money' && isNear(value, Number(before.value))) return true;
  const words = tokens.slice(Math.max(before.to, at - 3), at);
  return words.some(({ kind }) => kind === 'compare' || kind === 'from') && !isCounting(tokens[at + 1]);
}

/** "the new series gives 26.17.": nothing behind it that it could count. */
function isAlone(next: Token | undefined): boolean {
  return next === undefined || (next.kind === 'break' && /^[,.;)\n]/.test(next.value));
}

/** "2 183 in the fourth quarter", "only 4,190." */
function isAloneOrDated(tokens: readonly Token[], at: number): boolean {
  const dated = tokens
    .slice(at, at + 3)
    .some(({ kind }) => ['half', 'quarter', 'year', 'month', 'ordinal'].includes(kind));
  return isAlone(tokens[at]) || dated;
}

function isNear(a: number, b: number): boolean {
  return a <= 10 * b && b <= 10 * a;
}

function isCut(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind, value }) => kind === 'break' && /^[.!?\n]/.test(value));
}

/** "against 12 enterprises": the number counts something else. */
function isCounting(next: Token | undefined): boolean {
  return next?.kind === 'word' && next.value.length > 4;
}
