// Which observations a query wants: keys with wildcards and alternatives, and filters of components with operators.
// Source: SDMX REST 2.2, data queries; 1.5 for `+` and empty positions in keys.

import { daysOf, parsePeriod } from '../../design/period.ts';
import { RequestFault } from './api-error.ts';

/** Accepted values of each dimension; null for any. */
export type KeyPattern = readonly (ReadonlySet<string> | null)[];

const MOST_KEYS = 500;

/** Reads `A+Q.MA..*` or several keys with commas between; undefined when everything is wanted. SDMX REST 2.2 lets the
 * last positions be left out; 1.5 does not. */
export function parseKeyPatterns(
  text: string,
  dimensions: readonly string[],
  mayBeShort = false,
): readonly KeyPattern[] | undefined {
  if (text === '' || text === 'all' || text === '*') return undefined;
  const keys = text.split(',');
  if (keys.length > MOST_KEYS) throw new RequestFault('syntax', `at most ${MOST_KEYS} keys in one query`);
  return keys.map((key) => {
    const parts = key.split('.');
    const left = dimensions.length - parts.length;
    if (left < 0 || (left > 0 && !mayBeShort))
      throw new RequestFault(
        'syntax',
        `key ${key}: found ${parts.length} positions, expected ${dimensions.length}: ${dimensions.join('.')}`,
      );
    const accepted = parts.map((part) => (part === '' || part === '*' ? null : new Set(part.split('+'))));
    return [...accepted, ...Array<null>(left).fill(null)];
  });
}

/** Codes that a key names and no series has in that place, with some of those that are there; null when each is known. */
export function unknownCodes(
  patterns: readonly KeyPattern[] | undefined,
  dimensions: readonly string[],
  series: readonly { readonly parts: readonly string[] }[],
): string | null {
  const told = dimensions.flatMap((dimension, at) => {
    const known = new Set(series.map(({ parts }) => parts[at] ?? ''));
    const asked = (patterns ?? []).flatMap((pattern) => [...(pattern[at] ?? [])]);
    const unknown = [...new Set(asked)].filter((code) => !known.has(code));
    if (unknown.length === 0) return [];
    const some = [...known].sort().slice(0, MOST_NAMED);
    const more = known.size > some.length ? ', …' : '';
    return [`${dimension} found ${unknown.join(', ')}, expected one of ${some.join(', ')}${more}`];
  });
  return told.length === 0 ? null : told.join('; ');
}

/** So many codes are named in an answer. */
const MOST_NAMED = 12;

export function matchesKey(patterns: readonly KeyPattern[] | undefined, parts: readonly string[]): boolean {
  return (
    patterns === undefined ||
    patterns.some((pattern) =>
      pattern.every((accepted, at) => accepted === null || accepted.has(parts[at] ?? '')),
    )
  );
}

export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'co' | 'nc' | 'sw' | 'ew';
export type Condition = { readonly operator: Operator; readonly value: string };
/** One of the groups must hold; of each group, all conditions: `+` binds more closely than `,`. */
export type ComponentFilter = {
  readonly component: string;
  readonly groups: readonly (readonly Condition[])[];
};

const OPERATORS: readonly string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'];

/** Reads the value of `c[COMPONENT]=ge:2024+le:2025` (and), `ITO,CRM` (or), or `A,B+C` (A, or B and C). */
export function parseFilter(component: string, text: string): ComponentFilter {
  const groups = text.split(',').map((group) => group.split('+').map((each) => conditionOf(component, each)));
  return { component, groups };
}

/** A test of the filter on the text of a component; an absent value passes no condition but `ne` and `nc`. */
export function filterTest({ component, groups }: ComponentFilter): (value: string | undefined) => boolean {
  const tests = groups.map((group) => group.map((condition) => conditionTest(component, condition)));
  return (value) => tests.some((group) => group.every((test) => test(value)));
}

function conditionOf(component: string, text: string): Condition {
  const [, operator = 'eq', value = ''] = /^(?:([a-z]{2}):)?(.*)$/s.exec(text) ?? [];
  if (!OPERATORS.includes(operator))
    throw new RequestFault(
      'syntax',
      `c[${component}]: found operator ${operator}, expected one of ${OPERATORS.join(', ')}`,
    );
  if (value === '') throw new RequestFault('syntax', `c[${component}]: a value is missing`);
  return { operator: operator as Operator, value };
}

type Test = (value: string | undefined) => boolean;

/** Operators that look at a value as it is written. */
const ON_TEXT: ReadonlySet<Operator> = new Set<Operator>(['co', 'nc', 'sw', 'ew']);

function conditionTest(component: string, { operator, value: wanted }: Condition): Test {
  if (component === 'TIME_PERIOD' && operator !== 'co' && operator !== 'nc')
    return timeTest(operator, wanted);
  const number = component === 'OBS_VALUE' ? Number(wanted) : Number.NaN;
  if (component === 'OBS_VALUE' && Number.isNaN(number) && !ON_TEXT.has(operator))
    throw new RequestFault('syntax', `c[OBS_VALUE]: found ${wanted}, expected a number such as 1000 or 3.5`);
  const tests: { readonly [O in Operator]: (value: string) => boolean } = {
    eq: (value) => value === wanted || Number(value) === number,
    ne: (value) => value !== wanted && Number(value) !== number,
    lt: (value) => order(value, wanted, number) < 0,
    le: (value) => order(value, wanted, number) <= 0,
    gt: (value) => order(value, wanted, number) > 0,
    ge: (value) => order(value, wanted, number) >= 0,
    co: (value) => value.includes(wanted),
    nc: (value) => !value.includes(wanted),
    sw: (value) => value.startsWith(wanted),
    ew: (value) => value.endsWith(wanted),
  };
  const absent = operator === 'ne' || operator === 'nc';
  return (value) => (value === undefined ? absent : tests[operator](value));
}

function order(value: string, wanted: string, number: number): number {
  if (!Number.isNaN(number)) return Number(value) - number;
  return value < wanted ? -1 : value > wanted ? 1 : 0;
}

/** First and last day of a period, a date or an instant. */
type Days = readonly [string, string];

function timeTest(operator: Operator, wanted: string): Test {
  const span = daysOfText(wanted);
  if (span === undefined)
    throw new RequestFault(
      'syntax',
      `found time ${wanted}, expected a period such as 2025-S1, 2025-Q2, 2025-06 or a date`,
    );
  const [first, last] = span;
  const tests: { readonly [operator: string]: (days: Days, text: string) => boolean } = {
    eq: (_, text) => text === wanted || text === plainPeriod(wanted),
    ne: (_, text) => text !== wanted && text !== plainPeriod(wanted),
    ge: ([start]) => start >= first,
    gt: ([start]) => start > last,
    le: ([, end]) => end <= last,
    lt: ([, end]) => end < first,
    sw: (_, text) => text.startsWith(wanted),
    ew: (_, text) => text.endsWith(wanted),
  };
  const known = new Map<string, boolean>();
  return (value) => {
    if (value === undefined) return false;
    const answer = known.get(value);
    if (answer !== undefined) return answer;
    const days = daysOfText(value);
    const passes = days !== undefined && (tests[operator]?.(days, value) ?? false);
    known.set(value, passes);
    return passes;
  };
}

/** `2025-A1` and `2025-M06` as this program writes them. */
function plainPeriod(text: string): string {
  return text.replace(/^(\d{4})-A1$/, '$1').replace(/^(\d{4})-M(\d\d)$/, '$1-$2');
}

function daysOfText(text: string): Days | undefined {
  const period = parsePeriod(plainPeriod(text));
  if (period !== undefined) return daysOf(period);
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.exec(text)?.[1];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : [day, day];
}
