// Who was expected to declare for which months, and who has not. GSBPM 4.3 and 5.4.
// Expected are the banks of the list and the respondents of the register; what may be imputed needs a history too:
// who never declared is reminded, but there is nothing to estimate from.

import { type Domain, inForce } from '../design/domain.ts';
import { daysOf, type Frequency, formatPeriod, monthsOf, periodHolding, periodOf } from '../design/period.ts';

export type DeclarantSource = 'bank' | 'enterprise';
/** A submission that counts. */
export type Declared = {
  readonly source: DeclarantSource;
  readonly sender: string;
  /** A month for banks, a quarter for enterprises; any period is taken by its months. */
  readonly period: string;
};
export type Reminder = {
  readonly source: DeclarantSource;
  readonly sender: string;
  readonly period: string;
  /** ISO day; null when the calendar has none. */
  readonly due: string | null;
  /** Whole days from the due day; negative before it. */
  readonly overdue: number | null;
  /** The last period it declared before; null for one that never did. */
  readonly last: string | null;
};
/** A month that a respondent with a history owes. */
export type MissingMonth = {
  readonly source: DeclarantSource;
  readonly sender: string;
  readonly month: string;
};
export type ResponseRate = {
  readonly source: DeclarantSource;
  readonly period: string;
  readonly expected: number;
  readonly received: number;
};

const FREQUENCY: { readonly [S in DeclarantSource]: Frequency } = { bank: 'M', enterprise: 'Q' };
/** Months without a declaration after which a respondent's history says nothing more. */
const MEMORY = 12;

/** Everyone who owes a declaration for some months as of a day, in order: the reminders list. */
export function remindersFor(
  domain: Domain,
  declared: readonly Declared[],
  months: readonly string[],
  day: string,
): readonly Reminder[] {
  const known = declaredMonths(declared);
  return periodsOf(months).flatMap(({ source, period }) =>
    expectedIn(domain, source, period)
      .filter((sender) => !hasAll(known, source, sender, period))
      .map((sender) => {
        const due = dueDay(domain, source, period);
        return {
          source,
          sender,
          period,
          due,
          overdue: due === null ? null : daysBetween(due, day),
          last: lastBefore(known, source, sender, period),
        };
      }),
  );
}

/** Days before and after a day of which what one respondent owes is listed. */
const BACK = 400;
const AHEAD = 100;

/** What one respondent owes as of a day: the same list, over the calendar around that day; the newest period first. */
export function owedBy(
  domain: Domain,
  declared: readonly Declared[],
  { source, sender }: Pick<Reminder, 'source' | 'sender'>,
  day: string,
): readonly Reminder[] {
  const near = domain.calendar.filter(
    ({ kind, declarant, due }) =>
      kind === 'declarations' &&
      declarant === source &&
      daysBetween(due, day) <= BACK &&
      daysBetween(due, day) >= -AHEAD,
  );
  const months = [...new Set(near.flatMap(({ period }) => monthsOf(periodOf(period))))];
  return remindersFor(domain, declared, months, day)
    .filter((each) => each.source === source && each.sender === sender)
    .toSorted((one, other) => compare(other.period, one.period));
}

/** Whether the list of banks or the register expects declarations of a respondent on a day. */
export function isExpected(
  { banks, register }: Domain,
  { source, sender }: Pick<Reminder, 'source' | 'sender'>,
  day: string,
): boolean {
  return source === 'bank'
    ? banks.some((bank) => bank.code === sender && inForce(bank, day))
    : register.some((entry) => entry.enterprise === sender && entry.respondent && inForce(entry, day));
}

/** The months to impute as of a day: owed, past the due day, by a respondent that declared within a year before. */
export function missingMonths(
  domain: Domain,
  declared: readonly Declared[],
  months: readonly string[],
  day: string,
): readonly MissingMonth[] {
  return remindersFor(domain, declared, months, day)
    .filter(({ last, overdue, period }) => last !== null && (overdue ?? 1) > 0 && isRecent(last, period))
    .flatMap(({ source, sender, period }) =>
      monthsOf(periodOf(period))
        .filter((month) => months.includes(month))
        .map((month) => ({ source, sender, month })),
    )
    .sort((a, b) => compare(`${a.month} ${a.source} ${a.sender}`, `${b.month} ${b.source} ${b.sender}`));
}

/**
 * Response by count for each source and period, of all that are expected, whether or not they ever declared. With a day,
 * only periods that were due by it: what the calendar does not ask for, or not yet, nobody has failed to answer.
 */
export function responseRates(
  domain: Domain,
  declared: readonly Declared[],
  months: readonly string[],
  dueBy?: string,
): readonly ResponseRate[] {
  const known = declaredMonths(declared);
  const isDue = (due: string | null) => dueBy === undefined || (due !== null && due <= dueBy);
  return periodsOf(months)
    .filter(({ source, period }) => isDue(dueDay(domain, source, period)))
    .map(({ source, period }) => {
      const expected = expectedIn(domain, source, period);
      const received = expected.filter((sender) => hasAll(known, source, sender, period)).length;
      return { source, period, expected: expected.length, received };
    });
}

type History = ReadonlyMap<string, ReadonlySet<string>>;

/** Months declared by source and sender, such as `bank B01`. */
export function declaredMonths(declared: readonly Declared[]): History {
  const history = new Map<string, Set<string>>();
  for (const { source, sender, period } of declared) {
    const name = `${source} ${sender}`;
    const months = history.get(name) ?? new Set<string>();
    for (const month of monthsOf(periodOf(period))) months.add(month);
    history.set(name, months);
  }
  return history;
}

function hasAll(known: History, source: DeclarantSource, sender: string, period: string): boolean {
  const months = known.get(`${source} ${sender}`);
  return months !== undefined && monthsOf(periodOf(period)).every((month) => months.has(month));
}

function lastBefore(known: History, source: DeclarantSource, sender: string, period: string): string | null {
  const [first = ''] = monthsOf(periodOf(period));
  const earlier = [...(known.get(`${source} ${sender}`) ?? [])].filter((month) => month < first);
  return earlier.sort().at(-1) ?? null;
}

function isRecent(last: string, period: string): boolean {
  const [first = last] = monthsOf(periodOf(period));
  return monthNumber(first) - monthNumber(last) <= MEMORY;
}

function monthNumber(month: string): number {
  const { year, index } = periodOf(month);
  return 12 * year + index;
}

/** The periods in which each source declares the months. */
function periodsOf(months: readonly string[]): readonly { source: DeclarantSource; period: string }[] {
  return (['bank', 'enterprise'] as const).flatMap((source) => {
    const periods = months.map((month) => formatPeriod(periodHolding(periodOf(month), FREQUENCY[source])));
    return [...new Set(periods)].sort().map((period) => ({ source, period }));
  });
}

function expectedIn(domain: Domain, source: DeclarantSource, period: string): readonly string[] {
  const day = daysOf(periodOf(period))[1];
  const found =
    source === 'bank'
      ? domain.banks.filter((bank) => inForce(bank, day)).map(({ code }) => code)
      : domain.register
          .filter((entry) => entry.respondent && inForce(entry, day))
          .map(({ enterprise }) => enterprise);
  return [...new Set(found)].sort();
}

function dueDay({ calendar }: Domain, source: DeclarantSource, period: string): string | null {
  const entry = calendar.find(
    (each) => each.kind === 'declarations' && each.declarant === source && each.period === period,
  );
  return entry?.due ?? null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from)) / 86_400_000);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
