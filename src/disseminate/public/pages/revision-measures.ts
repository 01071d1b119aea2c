// How large revisions are and what they are due to, as the dataflow QUALITY of a release says: it has passed disclosure
// control, and nothing is computed here.

import { html } from 'hono/html';
import { TOTAL_SEGMENT } from '../../../design/key.ts';
import type { Observation } from '../../../design/observation.ts';
import { fill, type Language } from '../../../design/text.ts';
import { codeNames } from '../../selection.ts';
import type { Markup } from '../chart-frame.ts';
import { dataTable } from '../data-table.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { isolate, numberText } from '../number-text.ts';
import { periodText } from '../period-text.ts';
import { segmentName } from '../segment-name.ts';
import { HOME } from '../words-home.ts';
import { CAUSES } from '../words-partners.ts';
import { HORIZONS, MEASURES as W } from '../words-revision-measures.ts';

/** A table for each frequency that was revised; nothing before there is a second release. */
export function revisionMeasures(edition: Edition, language: Language): Markup | '' {
  const tables = ['A', 'S', 'Q', 'M'].flatMap((freq) => {
    const rows = measuredRows(edition, freq);
    return rows.length === 0 ? [] : [measureTable(edition, language, freq, rows)];
  });
  if (tables.length === 0) return '';
  return html`<section><h2>${W.title[language]}</h2><p>${W.lead[language]}</p>${tables}</section>`;
}

/** What each cause changed, by segment; that it is not told where causes are named and their effects are not. */
export function causeEffects({ release, ...edition }: Edition, language: Language): Markup | '' {
  const { causes } = release.manifest;
  if (causes.length === 0) return '';
  const known = new Map(
    (release.flow('QUALITY')?.series ?? []).flatMap(({ parts, observations }) => {
      const value = observations.find(({ period }) => period === edition.period)?.value;
      const [, , segment = '', measure = ''] = parts;
      const cause = measure.startsWith('REVISION_') ? measure.slice('REVISION_'.length).toLowerCase() : '';
      return cause === '' || value == null ? [] : [[`${segment} ${cause}`, value] as const];
    }),
  );
  if (known.size === 0) return html`<p class="note">${W.withheld[language]}</p>`;
  const told = causes.filter((cause) => [...known.keys()].some((name) => name.endsWith(` ${cause}`)));
  const whole = { release, ...edition };
  const caption = fill(W.causes[language], { period: isolate(periodText(language, edition.period)) });
  return dataTable(whole, language, {
    caption,
    columns: [
      { title: HOME.segment[language] },
      ...told.map((cause) => ({ title: CAUSES[cause]?.[language] ?? cause, numeric: true })),
    ],
    rows: segmentsOf(whole)
      .filter((segment) => told.some((cause) => known.has(`${segment} ${cause}`)))
      .map((segment) => ({
        head: segmentName(whole, segment)[language],
        cells: told.map((cause) => signed(language, known.get(`${segment} ${cause}`))),
      })),
  });
}

type Measured = {
  readonly segment: string;
  /** From 0: the next release. */
  readonly horizon: number;
  readonly of: (measure: string, unit: string) => Observation | undefined;
};

function measuredRows(edition: Edition, freq: string): readonly Measured[] {
  const series = (edition.release.flow('QUALITY')?.series ?? []).filter(({ parts }) => parts[0] === freq);
  return segmentsOf(edition).flatMap((segment) =>
    [...HORIZONS.keys()].flatMap((horizon) => {
      const suffix = horizon === 0 ? '' : `_${horizon + 1}`;
      const of: Measured['of'] = (measure, unit) =>
        series
          .find(
            ({ parts }) => parts[2] === segment && parts[3] === `${measure}${suffix}` && parts[4] === unit,
          )
          ?.observations.at(-1);
      return of('MAR', edition.reference.currency) === undefined ? [] : [{ segment, horizon, of }];
    }),
  );
}

function measureTable(edition: Edition, language: Language, freq: string, rows: readonly Measured[]): Markup {
  const { currency } = edition.reference;
  const titles = [W.mean, W.absolute, W.relative, W.count, W.up, W.down, W.growthMean, W.growthAbsolute];
  return dataTable(edition, language, {
    caption: fill(W.caption[language], {
      freq: codeNames(edition.release.structure)('CL_FREQ', freq)?.names[language] ?? freq,
    }),
    columns: [
      { title: HOME.segment[language] },
      { title: W.after[language] },
      ...titles.map((title) => ({ title: title[language], numeric: true })),
    ],
    rows: rows.map(({ segment, horizon, of }) => {
      const counts = /(\d+) figures, (\d+) up, (\d+) down/.exec(
        of('MR', currency)?.attributes['COMMENT_OBS'] ?? '',
      );
      return {
        head: segmentName(edition, segment)[language],
        cells: [
          HORIZONS[horizon]?.[language] ?? '',
          signed(language, of('MR', currency)?.value),
          plain(language, of('MAR', currency)?.value),
          plain(language, of('RMAR', 'PC')?.value),
          ...[1, 2, 3].map((at) => plain(language, counts?.[at])),
          signed(language, of('MR', 'PP')?.value),
          plain(language, of('MAR', 'PP')?.value),
        ],
      };
    }),
  });
}

function segmentsOf({ reference }: Edition): readonly string[] {
  return [TOTAL_SEGMENT, ...reference.segments.map(({ code }) => code)];
}

function signed(language: Language, value: string | null | undefined): Markup | '' {
  return value == null ? '' : number(numberText(language, value, 'always'));
}

function plain(language: Language, value: string | null | undefined): Markup | '' {
  return value == null ? '' : number(numberText(language, value));
}
