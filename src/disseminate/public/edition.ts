// A release as the pages read it: its figures by question, and everything its reference says.

import type {
  CalendarEntry,
  Country,
  Indicator,
  PublishedFigure,
  ReferenceMetadata,
  Region,
  Scope,
  Segment,
  Target,
  Term,
} from '../../design/domain.ts';
import { formatKey, TOTAL_SEGMENT, WORLD } from '../../design/key.ts';
import type { Observation } from '../../design/observation.ts';
import { comparePeriods, formatPeriod, periodOf, shiftPeriod, yearBefore } from '../../design/period.ts';
import type { Text } from '../../design/text.ts';
import { type Figure, figureOf, keyFor, type Question } from './figure.ts';

/** A figure printed elsewhere, without what only the office's checks need. */
export type PrintedFigure = Omit<PublishedFigure, 'interval' | 'exact'>;

/** What the pages need of a release's reference. */
export type SiteReference = {
  readonly agency: string;
  readonly name: Text;
  readonly refArea: string;
  readonly scope: string;
  readonly licence: string;
  readonly contact: Text;
  readonly timeZone: string;
  readonly synthetic: boolean;
  readonly segments: readonly Pick<Segment, 'code' | 'name' | 'description'>[];
  readonly scopes: readonly Scope[];
  readonly indicators: readonly Indicator[];
  readonly countries: readonly Country[];
  readonly regions: readonly Region[];
  readonly targets: readonly Target[];
  readonly calendar: readonly CalendarEntry[];
  readonly metadata: readonly ReferenceMetadata[];
  readonly glossary: readonly Term[];
  readonly published: readonly PrintedFigure[];
};

export type ReleasedFile = { readonly name: string; readonly bytes: number };

export type Edition = {
  readonly period: string;
  readonly number: number;
  /** Instant of publication. */
  readonly published: string;
  readonly vintage: 'preliminary' | 'revised' | 'final';
  readonly files: readonly ReleasedFile[];
  readonly reference: SiteReference;
  readonly observations: readonly Observation[];
  readonly figure: (question: Question) => Figure;
  /** Periods of a frequency for which the total is released, in order. */
  readonly periods: (freq: string) => readonly string[];
  /** Partners (not the world) with a released level in the release's own period. */
  readonly partners: () => readonly string[];
};

export type EditionParts = Omit<Edition, 'figure' | 'periods' | 'partners'>;

/** Makes a release readable by question. */
export function editionOf(parts: EditionParts): Edition {
  const { refArea, scope } = parts.reference;
  const place = { refArea, scope };
  const cells = new Map(
    parts.observations
      .filter(({ dataflow }) => dataflow === 'EXPORTS')
      .map((observation) => [`${observation.key}@${observation.period}`, observation]),
  );
  const figure = (question: Question): Figure => {
    const key = keyFor(question, place);
    return figureOf(key, question.period, cells.get(`${formatKey(key)}@${question.period}`));
  };
  const levels = [...cells.values()].filter(({ key }) => key.endsWith(`.EXPORTS.MAD.${scope}`));
  return {
    ...parts,
    figure,
    periods: (freq) =>
      levels
        .filter(({ key }) => key === `${freq}.${refArea}.${WORLD}.${TOTAL_SEGMENT}.EXPORTS.MAD.${scope}`)
        .map(({ period }) => period)
        .sort((a, b) => comparePeriods(periodOf(a), periodOf(b))),
    partners: () =>
      levels
        .filter(({ period, key }) => period === parts.period && key.split('.')[3] === TOTAL_SEGMENT)
        .map(({ key }) => key.split('.')[2] ?? WORLD)
        .filter((code) => code !== WORLD),
  };
}

/** The same period a year earlier. */
export function aYearBefore(period: string): string {
  return formatPeriod(yearBefore(periodOf(period)));
}

/** The last so many periods up to one of them, in order, of those that are released. */
export function periodsUpTo(edition: Edition, freq: string, count: number): readonly string[] {
  return edition.periods(freq).slice(-count);
}

/** The period that follows. */
export function nextPeriod(period: string): string {
  return formatPeriod(shiftPeriod(periodOf(period), 1));
}

/** A partner's name: country, region or the world; its code when the reference does not name it. */
export function partnerName({ reference }: Edition, code: string): Text {
  const named = [...reference.countries, ...reference.regions].find((each) => each.code === code);
  return named?.name ?? { ar: code, fr: code, en: code };
}
