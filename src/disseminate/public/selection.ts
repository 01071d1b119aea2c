// What a reader of the explorer chose, read from an address and written back to one.

import { EXPORTS_DIMENSIONS, formatKey, TOTAL_SEGMENT, WORLD } from '../../design/key.ts';
import {
  comparePeriods,
  daysOf,
  FREQUENCIES,
  type Frequency,
  parsePeriod,
  periodOf,
} from '../../design/period.ts';
import { type Edition, EXPORTS_FLOW } from './edition.ts';
import { keyFor } from './figure.ts';

export type Selection = {
  readonly freq: Frequency;
  readonly indicator: string;
  readonly segments: readonly string[];
  readonly partners: readonly string[];
  /** Null for the first, or the last, that there is. */
  readonly from: string | null;
  readonly to: string | null;
  readonly view: 'table' | 'chart';
  readonly across: 'series' | 'periods';
  /** Values of the address that mean nothing here. */
  readonly unknown: readonly string[];
};

/** What can be chosen: the values that the release's keys hold. */
export type Choices = {
  readonly frequencies: readonly Frequency[];
  readonly indicators: readonly string[];
  readonly segments: readonly string[];
  readonly partners: readonly string[];
};

const CHOICES = new WeakMap<Edition, Choices>();

/** The values of a release's keys, in the order of its reference. */
export function choicesOf(edition: Edition): Choices {
  const known = CHOICES.get(edition) ?? readChoices(edition);
  CHOICES.set(edition, known);
  return known;
}

function readChoices({ release, reference }: Edition): Choices {
  const series = release.flow(EXPORTS_FLOW)?.series ?? [];
  const held = (dimension: (typeof EXPORTS_DIMENSIONS)[number]) =>
    new Set(series.map(({ parts }) => parts[EXPORTS_DIMENSIONS.indexOf(dimension)] ?? ''));
  const [freqs, indicators, segments, partners] = [
    held('FREQ'),
    held('INDICATOR'),
    held('SEGMENT'),
    held('COUNTERPART_AREA'),
  ];
  const inOrder = (codes: readonly string[], set: ReadonlySet<string>) =>
    codes.filter((code) => set.has(code));
  return {
    frequencies: FREQUENCIES.filter((freq) => freqs.has(freq)),
    indicators: inOrder(
      reference.indicators.map(({ id }) => id),
      indicators,
    ),
    segments: inOrder([TOTAL_SEGMENT, ...reference.segments.map(({ code }) => code)], segments),
    partners: inOrder(
      [WORLD, ...reference.regions.map(({ code }) => code), ...reference.countries.map(({ code }) => code)],
      partners,
    ),
  };
}

/** Reads a selection; what is not in the choices is left out and named. */
export function readSelection(edition: Edition, query: URLSearchParams): Selection {
  const choices = choicesOf(edition);
  const unknown: string[] = [];
  const among = <T extends string>(name: string, allowed: readonly T[]): readonly T[] =>
    query.getAll(name).filter((value): value is T => {
      const fits = (allowed as readonly string[]).includes(value);
      if (!fits && value !== '') unknown.push(`${name}=${value}`);
      return fits;
    });
  const period = (name: string) => {
    const text = query.get(name) ?? '';
    if (text !== '' && parsePeriod(text) === undefined) unknown.push(`${name}=${text}`);
    return parsePeriod(text) === undefined ? null : text;
  };
  const segments = among('segment', choices.segments);
  const partners = among('partner', choices.partners);
  const segmentsByDefault =
    partners.length > 0 ? [TOTAL_SEGMENT] : choices.segments.filter((code) => code !== TOTAL_SEGMENT);
  return {
    freq: among('freq', choices.frequencies)[0] ?? defaultFrequency(edition, choices),
    indicator: among('indicator', choices.indicators)[0] ?? choices.indicators[0] ?? 'EXPORTS',
    segments: segments.length > 0 ? segments : segmentsByDefault,
    partners: partners.length > 0 ? partners : [WORLD],
    from: period('from'),
    to: period('to'),
    view: among('view', ['table', 'chart'] as const)[0] ?? 'table',
    across: among('across', ['series', 'periods'] as const)[0] ?? 'series',
    unknown,
  };
}

/** The selection as the part of an address after `?`, always in the same order. */
export function writeSelection(selection: Selection): string {
  const { freq, indicator, segments, partners, from, to, view, across } = selection;
  const pairs: [string, string][] = [
    ['indicator', indicator],
    ['freq', freq],
    ...segments.map((code): [string, string] => ['segment', code]),
    ...partners.map((code): [string, string] => ['partner', code]),
    ...(from === null ? [] : [['from', from] as [string, string]]),
    ...(to === null ? [] : [['to', to] as [string, string]]),
    ['view', view],
    ['across', across],
  ];
  return new URLSearchParams(pairs).toString();
}

/** The periods that a selection shows: those that any of its series has, within its bounds. */
export function periodsOf(edition: Edition, selection: Selection): readonly string[] {
  const place = { refArea: edition.reference.refArea, scope: edition.reference.scope };
  const series = selection.segments.flatMap((segment) =>
    selection.partners.map((partner) => {
      const probe = { indicator: selection.indicator, segment, partner, period: edition.period };
      const key = formatKey({ ...keyFor(probe, place), FREQ: selection.freq });
      return edition.release.series(EXPORTS_FLOW, key)?.observations ?? [];
    }),
  );
  return [...new Set(series.flat().map(({ period }) => period))]
    .filter((period) => isWithin(period, selection))
    .sort((a, b) => comparePeriods(periodOf(a), periodOf(b)));
}

/** Whether a period lies within the bounds, which may be of any frequency. */
function isWithin(period: string, { from, to }: Selection): boolean {
  const [first, last] = daysOf(periodOf(period));
  return (
    (from === null || daysOf(periodOf(from))[0] <= first) && (to === null || last <= daysOf(periodOf(to))[1])
  );
}

/** Quarters for a look over time, or the frequency of the release itself. */
function defaultFrequency(edition: Edition, { frequencies }: Choices): Frequency {
  return frequencies.includes('Q') ? 'Q' : (frequencies[0] ?? periodOf(edition.period).freq);
}
