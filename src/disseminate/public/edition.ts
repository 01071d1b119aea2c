// A release as the pages read it: its figures by question, and everything its reference says.

import { formatKey, TOTAL_SEGMENT, WORLD } from '../../design/key.ts';
import { comparePeriods, formatPeriod, periodOf, yearBefore } from '../../design/period.ts';
import type { Text } from '../../design/text.ts';
import type { Reference } from '../reference.ts';
import { type Figure, figureOf, keyFor, type Question } from './figure.ts';
import type { PublicRelease, ReleasedFile } from './released.ts';

export const EXPORTS_FLOW = 'EXPORTS';

export type Edition = {
  readonly period: string;
  readonly number: number;
  /** Instant of publication. */
  readonly published: string;
  readonly vintage: 'preliminary' | 'revised' | 'final';
  readonly files: readonly ReleasedFile[];
  readonly reference: Reference;
  readonly release: PublicRelease;
  readonly figure: (question: Question) => Figure;
  /** Periods of a frequency for which the total is released, in order. */
  readonly periods: (freq: string) => readonly string[];
  /** Partners (not the world) with a released total in the release's own period. */
  readonly partners: () => readonly string[];
};

/** What sentences and charts need of a release. */
export type FigureSource = Pick<Edition, 'reference' | 'figure'>;

const EDITIONS = new WeakMap<PublicRelease, Edition>();

/** The release, readable by question; made once. */
export function editionOf(release: PublicRelease): Edition {
  const known = EDITIONS.get(release);
  if (known !== undefined) return known;
  const edition = makeEdition(release);
  EDITIONS.set(release, edition);
  return edition;
}

function makeEdition(release: PublicRelease): Edition {
  const { period, number, published, vintage, files, reference } = release;
  const { refArea, scope } = reference;
  const figure = (question: Question): Figure => {
    const key = keyFor(question, { refArea, scope });
    return figureOf(key, question.period, release.observation(EXPORTS_FLOW, formatKey(key), question.period));
  };
  const levelKey = (freq: string, partner: string) =>
    formatKey({ ...keyFor({ indicator: 'EXPORTS', period, partner }, { refArea, scope }), FREQ: freq });
  return {
    ...{ period, number, published, vintage, files, reference, release, figure },
    periods: (freq) =>
      (release.series(EXPORTS_FLOW, levelKey(freq, WORLD))?.observations ?? [])
        .map((observation) => observation.period)
        .sort((a, b) => comparePeriods(periodOf(a), periodOf(b))),
    partners: () => partnersOf(release, levelKey(periodOf(period).freq, '*')),
  };
}

/** Partners of the series whose keys are the pattern's but for the counterpart, observed in the release's period. */
function partnersOf(release: PublicRelease, pattern: string): readonly string[] {
  const wanted = pattern.split('.');
  const series = release.flow(EXPORTS_FLOW)?.series ?? [];
  return series
    .filter(({ parts }) => parts.every((part, index) => wanted[index] === '*' || wanted[index] === part))
    .filter(({ observations }) => observations.some(({ period }) => period === release.period))
    .map(({ parts }) => parts[2] ?? WORLD)
    .filter((code) => code !== WORLD && code !== TOTAL_SEGMENT);
}

/** The same period a year earlier. */
export function aYearBefore(period: string): string {
  return formatPeriod(yearBefore(periodOf(period)));
}

/** The last so many periods up to one of them, in order, of those that are released. */
export function periodsUpTo(edition: Edition, freq: string, count: number): readonly string[] {
  return edition.periods(freq).slice(-count);
}

/** A partner's name: country, region or the world; its code when the reference does not name it. */
export function partnerName({ reference }: Edition, code: string): Text {
  const named = [...reference.countries, ...reference.regions].find((each) => each.code === code);
  return named?.name ?? { ar: code, fr: code, en: code };
}
