// Which period a text speaks of: mentions such as "first half of 2025", "à fin juin 2025", "a year earlier".

import { type Period, periodOf } from '../design/period.ts';
import type { Steps } from '../engine/slices.ts';
import { isCompared } from './claim-comparison.ts';
import type { Token } from './claim-token.ts';

export type PeriodMention = {
  /** Indices of its tokens: first, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** `absolute` names its year; the others are read against the main period of the moment. */
  readonly form: 'absolute' | 'part' | 'same' | 'before' | 'after' | 'preceding';
  /** The period when absolute; for `part` the year is still open (0); for `same` only the year, 0 when open. */
  readonly period: Period;
  /** Cumulated from January to the end of a month that closes no half-year or year. */
  readonly cumulated: boolean;
  /** Said as what something is compared with. */
  readonly comparison: boolean;
  /** A whole year, said to be whole. */
  readonly whole: boolean;
};

/** All mentions of periods, in order. */
export function* periodMentions(tokens: readonly Token[]): Steps<readonly PeriodMention[]> {
  const mentions: PeriodMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (at % STEP === 0) yield;
    const mention = mentionAt(tokens, at);
    if (mention === undefined) continue;
    mentions.push(mention);
    at = mention.to - 1;
  }
  return mentions;
}

/** So many tokens at a time. */
const STEP = 2000;

function mentionAt(tokens: readonly Token[], at: number): PeriodMention | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const read = READERS[token.kind];
  const mention = read?.(tokens, at);
  return mention === undefined ? undefined : { ...mention, comparison: isCompared(tokens, at) };
}

type Reading = Omit<PeriodMention, 'comparison'>;
type Reader = (tokens: readonly Token[], at: number) => Reading | undefined;

const READERS: { readonly [kind: string]: Reader } = {
  half: (tokens, at) =>
    monthsTo(tokens, at) ?? partOfYear(tokens, at, { freq: 'S', index: Number(tokens[at]?.value) }),
  quarter: (tokens, at) => partOfYear(tokens, at, { freq: 'Q', index: Number(tokens[at]?.value) }),
  months_count: (tokens, at) => ({
    ...partOfYear(tokens, at, { freq: 'M', index: Number(tokens[at]?.value) }),
    cumulated: true,
  }),
  ordinal: ordinalPart,
  month: (tokens, at) =>
    isDayOfMonth(tokens, at) || isAuxiliary(tokens, at)
      ? undefined
      : (monthsFromTo(tokens, at) ?? partOfYear(tokens, at, { freq: 'M', index: Number(tokens[at]?.value) })),
  cumulated: cumulatedTo,
  same_period: (tokens, at) => samePeriod(tokens, at),
  year_before: (tokens, at) => relative(at, 'before', Number(tokens[at]?.value)),
  year_after: (tokens, at) => relative(at, 'after', Number(tokens[at]?.value)),
  half_after: (tokens, at) => ({
    ...relative(at, 'after'),
    period: { freq: tokens[at]?.value === 'Q' ? 'Q' : 'S', year: 0, index: 1 },
  }),
  period_before: (_, at) => relative(at, 'preceding'),
  whole_year: wholeYear,
  year: (tokens, at) => yearMention(tokens, at),
};

const OPEN_YEAR: Period = { freq: 'A', year: 0, index: 1 };

/** So many years before or after; `years` is kept in the place of the year. */
function relative(at: number, form: PeriodMention['form'], years = 1): Reading {
  const period = { ...OPEN_YEAR, year: years > 1 ? years : 0 };
  return { from: at, to: at + 1, form, period, cumulated: false, whole: false };
}

function partOfYear(
  tokens: readonly Token[],
  at: number,
  part: { freq: Period['freq']; index: number },
): Reading {
  const year = yearNear(tokens, at);
  const earlier = year === undefined ? yearOpened(tokens, at) : undefined;
  if (earlier !== undefined) return { ...relative(at, 'before'), to: earlier + 1 };
  const period: Period = { ...part, year: year?.year ?? 0 };
  const form = year === undefined ? 'part' : 'absolute';
  return { from: year?.from ?? at, to: year?.to ?? at + 1, form, period, cumulated: false, whole: false };
}

/** "The six months to June 2025": the half-year that ends then. */
function monthsTo(tokens: readonly Token[], at: number): Reading | undefined {
  const month = nextOf(tokens, at + 1, ['month'], 2);
  const index = { '06': 1, '12': 2 }[tokens[month ?? -1]?.value ?? ''];
  if (month === undefined || index === undefined || tokens[at]?.value !== '1') return undefined;
  const year = yearNear(tokens, month);
  if (year === undefined) return undefined;
  return { ...partOfYear(tokens, month, { freq: 'S', index }), from: at };
}

/** "January-June 2025", "between July and December": from the first day of one month to the last of another. */
function monthsFromTo(tokens: readonly Token[], at: number): Reading | undefined {
  const last = lastMonthOf(tokens, at);
  if (last === undefined) return undefined;
  const month = partOfYear(tokens, last, { freq: 'M', index: Number(tokens[last]?.value) });
  const [from, to] = [Number(tokens[at]?.value), month.period.index];
  const whole = SPANS[`${from}-${to}`];
  if (whole === undefined && from !== 1) return undefined;
  const period: Period = whole === undefined ? month.period : { ...whole, year: month.period.year };
  return { ...month, from: at, period, cumulated: whole === undefined };
}

const SPANS: { readonly [months: string]: { readonly freq: Period['freq']; readonly index: number } } = {
  '1-3': { freq: 'Q', index: 1 },
  '4-6': { freq: 'Q', index: 2 },
  '7-9': { freq: 'Q', index: 3 },
  '10-12': { freq: 'Q', index: 4 },
  '1-6': { freq: 'S', index: 1 },
  '7-12': { freq: 'S', index: 2 },
  '1-12': { freq: 'A', index: 1 },
};

/** Where the second month of a stretch stands; its year may have been named by the first as well. */
function lastMonthOf(tokens: readonly Token[], at: number): number | undefined {
  const opened = tokens[at - 1]?.kind === 'between';
  const year = tokens[at + 1]?.kind === 'year' ? 1 : 0;
  const joint = tokens[at + 1 + year];
  if (opened && joint?.kind === 'month') return at + 1 + year;
  const joins =
    joint?.kind === 'to' ||
    /^(?:[-–/]|through|until|jusqu)$/.test(joint?.value ?? '') ||
    (opened && /^(?:and|et|و)$/.test(joint?.value ?? ''));
  return joins && tokens[at + 2 + year]?.kind === 'month' ? at + 2 + year : undefined;
}

/** « au quatrième » after a quarter was named. */
function ordinalPart(tokens: readonly Token[], at: number): Reading | undefined {
  const next = tokens[at + 1];
  const shared = partShared(tokens, at);
  if (shared !== undefined) return partOfYear(tokens, at, { freq: shared, index: Number(tokens[at]?.value) });
  if (next !== undefined && !/^(?:break|year|number|hedge)$/.test(next.kind)) return undefined;
  for (let before = at - 1; before >= 0 && at - before <= 25; before -= 1) {
    const { kind } = tokens[before] ?? { kind: 'break' };
    if (kind === 'quarter' || kind === 'half')
      return partOfYear(tokens, at, {
        freq: kind === 'quarter' ? 'Q' : 'S',
        index: Number(tokens[at]?.value),
      });
  }
  return undefined;
}

/** « le troisième et le quatrième trimestre », الفصلين الثالث والرابع: the part is named once for two. */
function partShared(tokens: readonly Token[], at: number): Period['freq'] | undefined {
  const named = tokens.slice(at + 1, at + 4).find(({ kind }) => kind === 'quarter' || kind === 'half');
  const joined = /^(?:and|et|to|au|a)$/.test(tokens[at + 1]?.value ?? '') || tokens[at + 1]?.kind === 'to';
  if (named !== undefined && joined) return named.kind === 'quarter' ? 'Q' : 'S';
  const both = tokens.slice(Math.max(0, at - 2), at).find(({ value }) => DUAL.test(value));
  return both === undefined ? undefined : 'Q';
}

const DUAL = /^(?:[بولف]{0,2}(?:ال)?(?:فصلين|ربعين)|quarters|trimestres)$/;

/** "May" the verb. */
function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (token?.value !== '05' || token.end - token.start !== 3 || after?.kind === 'year') return false;
  return !(before?.kind === 'cumulated' || /^(?:in|of|since|mai|to|en|de|fin)$/.test(before?.value ?? ''));
}

/** "At end June": the cumulated year to the end of that month; "end of 2024": the year. */
function cumulatedTo(tokens: readonly Token[], at: number): Reading | undefined {
  const next = nextOf(tokens, at + 1, ['month', 'year'], 2);
  if (next === undefined) return undefined;
  const token = tokens[next];
  if (token?.kind === 'year') return { ...yearReading(tokens, next), from: at };
  const month = partOfYear(tokens, next, { freq: 'M', index: Number(token?.value) });
  const whole = CLOSING[month.period.index];
  const period: Period = whole === undefined ? month.period : { ...whole, year: month.period.year };
  return { ...month, from: at, period, cumulated: whole === undefined };
}

const CLOSING: { readonly [month: number]: { readonly freq: Period['freq']; readonly index: number } } = {
  3: { freq: 'Q', index: 1 },
  6: { freq: 'S', index: 1 },
  12: { freq: 'A', index: 1 },
};

function samePeriod(tokens: readonly Token[], at: number): Reading {
  const before = nextOf(tokens, at + 1, ['year_before'], 3);
  const year = before === undefined ? yearNear(tokens, at) : undefined;
  const to = before === undefined ? (year?.to ?? at + 1) : before + 1;
  return {
    from: at,
    to,
    form: before === undefined ? 'same' : 'before',
    period: { ...OPEN_YEAR, year: year?.year ?? 0 },
    cumulated: false,
    whole: false,
  };
}

/** "All of 2024"; "all of the year before": the whole calendar year. */
function wholeYear(tokens: readonly Token[], at: number): Reading | undefined {
  const before = nextOf(tokens, at + 1, ['year_before'], 2) ?? yearOpened(tokens, at);
  if (before !== undefined) return { ...relative(at, 'before'), to: before + 1, whole: true };
  const year = nextOf(tokens, at + 1, ['year'], 3);
  return year === undefined ? undefined : { ...yearReading(tokens, year), from: at, whole: true };
}

/** « toute l'année d'avant », « l'ensemble de l'année précédente »: the year that the words have named already. */
function yearOpened(tokens: readonly Token[], at: number): number | undefined {
  const behind = tokens.slice(at + 1, at + 3).findIndex(({ value }) => EARLIER.test(value));
  return behind === -1 ? undefined : at + 1 + behind;
}

const EARLIER =
  /^(?:avant|precedente?|before|earlier|preceding|previous|قبله|قبلها|(?:ال)?(?:سابقه?|ماضيه?))$/;

function yearMention(tokens: readonly Token[], at: number): Reading | undefined {
  if (tokens[at - 1]?.kind === 'month' && isDayOfMonth(tokens, at - 1)) return undefined;
  const reading = yearReading(tokens, at);
  const whole = nextOf(tokens, at + 1, ['whole_year'], 1);
  return whole === undefined ? reading : { ...reading, to: whole + 1, whole: true };
}

function yearReading(tokens: readonly Token[], at: number): Reading {
  const period = periodOf(tokens[at]?.value ?? '0000');
  return { from: at, to: at + 1, form: 'absolute', period, cumulated: false, whole: false };
}

/** The year that goes with a part of it: close behind ("of 2025"), or right before ("2025-S1", "2025 H1"). */
function yearNear(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly from: number; readonly to: number } | undefined {
  const after = nextOf(tokens, at + 1, ['year'], 3);
  if (after !== undefined) return { year: Number(tokens[after]?.value), from: at, to: after + 1 };
  const before = tokens[at - 1];
  if (before?.kind !== 'year') return undefined;
  return { year: Number(before.value), from: at - 1, to: at + 1 };
}

/** The first token of some kinds, with at most so many small words before it. */
function nextOf(
  tokens: readonly Token[],
  at: number,
  kinds: readonly Token['kind'][],
  words: number,
): number | undefined {
  for (let next = at; next <= at + words; next += 1) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (kinds.includes(token.kind)) return next;
    if (!['word', 'from', 'to', 'share', 'segment', 'subject'].includes(token.kind)) return undefined;
  }
  return undefined;
}

/** "18 October 2025" is a date, not a period. */
function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const day = (token: Token | undefined) =>
    token?.number != null && token.number.decimals === 0 && Number(token.value) <= 31;
  return day(before) || (day(after) && /^[,–—(-]$/.test(tokens[at + 2]?.value ?? ''));
}
