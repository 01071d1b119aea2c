// Numbers that count: persons without a word for them, things that a goal is counted in, places, things of no subject.

import type { Candidate } from './claim-candidate.ts';
import { candidate } from './claim-candidate.ts';
import { readNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';

/** The count at a place: of what a goal counts, or of persons where the text has just spoken of employment. */
export function countAround(
  tokens: readonly Token[],
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const token = tokens[at];
  if (token?.kind === 'place') return placeAt(tokens, at);
  if (token?.number == null) return undefined;
  return (
    counted(tokens, at) ??
    placeAt(tokens, at) ??
    countedBefore(tokens, at) ??
    personsAround(tokens, at, before)
  );
}

/** "3,000 start-ups", 3000 مقاولة ناشئة. */
function counted(tokens: readonly Token[], at: number): Candidate | undefined {
  const number = tokens[at]?.number;
  const scale = tokens[at + 1]?.kind === 'scale' && tokens[at + 1]?.value === '3' ? 1 : 0;
  const named = [at + 1 + scale, at + 2 + scale].find(
    (next) => tokens[next]?.kind === 'goal' && tokens[next]?.value.endsWith(' count') === true,
  );
  if (named === undefined && isOfGoalBefore(tokens, at + 1 + scale) && number != null)
    return candidate(tokens, at, number, {
      class: 'count',
      unit: scale === 0 ? 'COUNT' : 'COUNT_TH',
      from: at,
      to: at + 2 + scale,
    });
  if (number == null || named === undefined || (scale === 0 && Number(number.value) < 100)) return undefined;
  const unit = scale === 0 ? 'COUNT' : 'COUNT_TH';
  return candidate(tokens, at, number, { class: 'count', unit, from: at, to: named + 1 });
}

const COUNTED_REACH = 16;
const OTHER: ReadonlySet<string> = new Set([
  'persons',
  'employ',
  'segment',
  'currency',
  'scale',
  'percent',
  'goal',
]);
const LEAST_COUNT = 100;

/** « les jeunes pousses : 1 000 en 2026, 3 000 en 2030 »: a bare number behind what the goal counts, and nothing else named since. */
function countedBefore(tokens: readonly Token[], at: number): Candidate | undefined {
  const number = tokens[at]?.number;
  if (number == null || number.decimals > 0 || Number(number.value) < LEAST_COUNT) return undefined;
  if (number.value.startsWith('0') || isCounting(tokens[at + 1]) || isPartOfRow(tokens, at)) return undefined;
  for (let back = at - 1; back >= 0 && at - back <= COUNTED_REACH; back -= 1) {
    const token = tokens[back];
    if (token === undefined || (isStop(token) && !isRunIn(tokens, back))) return undefined;
    if (!OTHER.has(token.kind)) continue;
    const own = token.kind === 'goal' && token.value.endsWith(' count');
    return own
      ? candidate(tokens, at, number, { class: 'count', unit: 'COUNT', from: at, to: at + 1 })
      : undefined;
  }
  return undefined;
}

const RUN_IN = 3;

/** « Start-up. L'objectif est d'en compter 3 000 »: a heading at the head of its paragraph. */
function isRunIn(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.value !== '.') return false;
  return (
    tokens.slice(Math.max(0, at - RUN_IN), at).some(({ value }) => value.startsWith('\n')) || at <= RUN_IN
  );
}

const GOAL_REACH = 14;

/** "As for start-ups, our goal is 3,000 companies": a firm of those that the goal counts. */
function isOfGoalBefore(tokens: readonly Token[], at: number): boolean {
  const thing = tokens[at];
  if (thing?.kind !== 'thing') return false;
  const goals = tokens.slice(Math.max(0, at - GOAL_REACH), at);
  return goals.some(({ kind, value }) => kind === 'goal' && value.endsWith(' count'));
}

const PLACE = /^(?:place|spot|position|rank|rang|(?:ال)?(?:رتبه|مرتبه|مركز))$/;
const REACH = 25;

/** "50th place", « au 50e rang », "rank 50", الرتبة الخمسين: where a goal is a place. */
function placeAt(tokens: readonly Token[], at: number): Candidate | undefined {
  const token = tokens[at];
  const before = PLACE.test(tokens[at - 1]?.value ?? '');
  const behind = PLACE.test(tokens[at + 1]?.value ?? '');
  if (token === undefined || !(before || behind || token.kind === 'place')) return undefined;
  const number = token.number ?? (token.kind === 'place' ? readNumber(token.value, 'en', false) : undefined);
  const near = tokens
    .slice(Math.max(0, at - REACH), at + REACH)
    .some(({ kind, value }) => kind === 'goal' && value.endsWith(' rank'));
  if (!near || number === undefined) return undefined;
  const stretch = { from: before ? at - 1 : at, to: behind ? at + 2 : at + 1 };
  const found = candidate(tokens, at, number, { class: 'rank', unit: 'RANK', ...stretch });
  return found === undefined ? undefined : { ...found, sign: 0 };
}

const REFERENCE =
  /^(?:n|no|nr|num|numero|article|art|law|loi|section|question|page|ref|tel|رقم|عدد|الماده|ماده)$/;
const LEAST = 1000;
const FORWARD = 14;
const BACK = 40;

/** « Nous étions 130 000 en 2022 », "270K", 148.500 عند نهاية 2024: a large bare number where jobs are spoken of. */
function personsAround(
  tokens: readonly Token[],
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const number = tokens[at]?.number;
  if (number == null) return undefined;
  const thousand = isThousand(tokens, at) ? 1 : 0;
  const whole = thousand === 1 || (number.decimals === 0 && Number(number.value) >= LEAST);
  if (!whole || number.value.startsWith('0') || REFERENCE.test(tokens[at - 1]?.value ?? '')) return undefined;
  const next = tokens[at + 1 + thousand];
  if (isCounting(next) || isPartOfRow(tokens, at)) return undefined;
  if (!isOfJobs(tokens, at, before) && !isDatedStock(tokens, at + 1 + thousand, number.value))
    return undefined;
  const unit = thousand === 1 ? 'PERSONS_TH' : 'PERSONS';
  return candidate(tokens, at, number, { class: 'persons', unit, from: at, to: at + 1 + thousand });
}

const STOCK = 100_000;

/** « 130 000 en 2022, 148 500 fin 2024 »: money and percentages have a unit; a large number with a year has heads. */
function isDatedStock(tokens: readonly Token[], at: number, value: string): boolean {
  const behind = tokens.slice(at, at + 4);
  const year = behind.findIndex(({ kind }) => kind === 'year');
  const near =
    year !== -1 && behind.slice(0, year).every(({ kind }) => kind === 'word' || kind === 'cumulated');
  return near && Number(value) >= STOCK;
}

function isThousand(tokens: readonly Token[], at: number): boolean {
  const [number, next] = [tokens[at], tokens[at + 1]];
  if (next?.kind === 'scale') return next.value === '3';
  return next?.kind === 'word' && next.value === 'k' && next.start === number?.end;
}

/** A number that counts something else, or that a unit follows. */
function isCounting(next: Token | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === 'word') return next.value.length > 4 && !AROUND.test(next.value);
  return COUNTED.has(next.kind);
}

const AROUND =
  /^(?:entre|autour|pendant|durant|during|before|depuis|since|today|aujourd|actuellement|خلال|حاليا|حسب|بحلول|environ)$/;
const COUNTED: ReadonlySet<string> = new Set([
  'scale',
  'currency',
  'percent',
  'points',
  'segment',
  'thing',
  'number',
]);

/** One of several numbers in a row: a telephone, a line of figures. */
function isPartOfRow(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.number != null || tokens[at + 1]?.number != null;
}

function isOfJobs(tokens: readonly Token[], at: number, before: Candidate | undefined): boolean {
  if (before?.class === 'persons' && at - before.to <= BACK) return !isMoneyBetween(tokens, before.to, at);
  for (let next = at + 1; next < tokens.length && next - at <= FORWARD; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.number !== null || isStop(token)) break;
    if (isJob(token)) return true;
  }
  for (let back = at - 1; back >= 0 && at - back <= BACK; back -= 1) {
    const token = tokens[back];
    if (token === undefined || (token.number !== null && tokens[back - 1]?.kind !== 'month')) return false;
    if (isJob(token)) return true;
  }
  return false;
}

function isJob({ kind }: Token): boolean {
  return kind === 'persons' || kind === 'employ';
}

function isStop({ kind, value }: Token): boolean {
  return kind === 'break' && /^[.!?\n]/.test(value);
}

function isMoneyBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'currency' || kind === 'scale');
}
