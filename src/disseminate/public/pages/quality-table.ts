// The quality indicators of a release, as its own dataflow QUALITY gives them: the newest value of each.

import { html } from 'hono/html';
import { TOTAL_SEGMENT } from '../../../design/key.ts';
import type { Observation } from '../../../design/observation.ts';
import { comparePeriods, periodOf } from '../../../design/period.ts';
import { countedText } from '../../../design/plural.ts';
import type { Language } from '../../../design/text.ts';
import { codeNames } from '../../selection.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { numberText, percentText } from '../number-text.ts';
import { periodText } from '../period-text.ts';
import type { ReleasedSeries } from '../released.ts';
import { QUALITY } from '../words-quality.ts';

/** Indicators of the whole, one row each; nothing where the release has none. */
export function qualityTable({ release, reference }: Edition, language: Language): Markup {
  const series = release.flow('QUALITY')?.series.filter(({ parts }) => parts[2] === TOTAL_SEGMENT) ?? [];
  if (series.length === 0) return html``;
  const named = codeNames(release.structure);
  const list = reference.dataflows
    .find(({ id }) => id === 'QUALITY')
    ?.dimensions.find(({ id }) => id === 'MEASURE')?.codelist;
  const rows = series.map(({ parts, observations }) => {
    const [, , , measure = '', unit = ''] = parts;
    const name = (list == null ? undefined : named(list, measure)?.names[language]) ?? measure;
    const last = observations
      .toSorted((a, b) => comparePeriods(periodOf(a.period), periodOf(b.period)))
      .at(-1);
    if (last === undefined) return '';
    const who = QUALITY.who[last.attributes['COMMENT_OBS'] ?? '']?.[language];
    return html`<tr><th scope="row">${name}${who === undefined ? '' : ` (${who})`}</th><td>${periodText(language, last.period)}</td><td class="number"><bdi>${valueText(language, last, unit)}</bdi></td></tr>`;
  });
  return html`<section><h2>${QUALITY.title[language]}</h2><p>${QUALITY.lead[language]}</p>${reference.synthetic && isPartlyDrawn(series) ? html`<p class="note">${QUALITY.drawn[language]}</p>` : ''}<div class="scroll" tabindex="0" role="region" aria-label="${QUALITY.title[language]}"><table><thead><tr><th scope="col">${QUALITY.measure[language]}</th><th scope="col">${QUALITY.period[language]}</th><th scope="col">${QUALITY.value[language]}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** Whether some who were due did not answer: data that are drawn leave out whom the simulation does not draw. */
function isPartlyDrawn(series: readonly ReleasedSeries[]): boolean {
  return series.some(
    ({ parts, observations }) =>
      parts[3] === 'RESPONSE_COUNT' &&
      observations.some(({ value }) => value !== null && Number(value) < 100),
  );
}

function valueText(language: Language, { value }: Observation, unit: string): string {
  if (value === null) return '';
  if (unit === 'PC') return percentText(language, value);
  const forms = QUALITY.units[unit];
  const shown = numberText(language, value);
  return forms === undefined ? shown : countedText(language, forms, Number(value), shown);
}
