// Every figure that changed between two releases, how large revisions are, and the path as each release knew it.

import { html } from 'hono/html';
import { TOTAL_SEGMENT } from '../../../design/key.ts';
import { fill, type Language } from '../../../design/text.ts';
import { chartFigure } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawLines } from '../chart-lines.ts';
import { dataTable } from '../data-table.ts';
import { type Edition, periodsUpTo } from '../edition.ts';
import { cell, number } from '../figure-markup.ts';
import { isolate, isZero, numberText } from '../number-text.ts';
import type { Page } from '../page.ts';
import { wholePeriod } from '../period-text.ts';
import { type Revision, revisionSize, revisionsBetween } from '../revision.ts';
import { segmentName } from '../segment-name.ts';
import { MENU } from '../words.ts';
import { HOME } from '../words-home.ts';
import { CAUSES, REVISIONS } from '../words-partners.ts';
import { causeEffects, revisionMeasures } from './revision-measures.ts';

/** Releases come latest first. */
export function revisionsPage(editions: readonly Edition[], language: Language): Page {
  const [latest] = editions;
  const steps = editions.slice(0, -1).map((later, index) => ({ later, earlier: editions[index + 1] }));
  return {
    title: MENU.revisions[language],
    description: REVISIONS.lead[language],
    current: 'revisions',
    content: html`<h1>${MENU.revisions[language]}</h1><p class="lead">${REVISIONS.lead[language]}</p>
${steps.length === 0 ? html`<p class="note">${REVISIONS.single[language]}</p>` : ''}
${latest === undefined ? '' : html`<section>${vintageLines(editions, latest, language)}</section>`}
${steps.map(({ earlier, later }) => (earlier === undefined ? '' : step(earlier, later, language)))}
${latest === undefined ? '' : revisionMeasures(latest, language)}`,
  };
}

function step(earlier: Edition, later: Edition, language: Language): Markup {
  const revisions = revisionsBetween(earlier, later);
  const title = fill(REVISIONS.between[language], {
    earlier: isolate(earlier.release.id),
    later: isolate(later.release.id),
  });
  const causes = later.release.manifest.causes.map((cause) => CAUSES[cause]?.[language] ?? cause);
  const size = revisionSize(earlier, later);
  return html`<section><h2>${title}</h2>
${causes.length === 0 ? '' : html`<p>${fill(REVISIONS.causes[language], { causes: causes.join(language === 'ar' ? '، ' : ', ') })}</p>`}
${causeEffects(later, language)}
${size === undefined ? '' : html`<p>${fill(REVISIONS.size[language], { mar: numberText(language, size.mar), rmar: numberText(language, size.rmar), count: size.count })}</p>`}
${revisions.length === 0 ? html`<p class="note">${REVISIONS.unchanged[language]}</p>` : html`${revisions.some(isNowConfidential) ? html`<p class="note">${REVISIONS.nowConfidential[language]}</p>` : ''}${revisionTable(later, language, title, revisions)}`}</section>`;
}

function isNowConfidential({ earlier, later }: Revision): boolean {
  return earlier.standing === 'value' && later.standing === 'suppressed';
}

function revisionTable(
  edition: Edition,
  language: Language,
  caption: string,
  revisions: readonly Revision[],
): Markup {
  const nameOf = (id: string) =>
    edition.reference.indicators.find((each) => each.id === id)?.name[language] ?? id;
  return dataTable(edition, language, {
    caption,
    columns: [
      { title: HOME.segment[language] },
      { title: HOME.indicator[language] },
      { title: HOME.period[language] },
      { title: REVISIONS.earlier[language], numeric: true },
      { title: REVISIONS.later[language], numeric: true },
      { title: REVISIONS.difference[language], numeric: true },
    ],
    rows: revisions.map(({ segment, indicator, earlier, later, difference }) => ({
      head: segmentName(edition, segment)[language],
      cells: [
        nameOf(indicator),
        wholePeriod(language, later.period),
        cell(language, earlier),
        cell(language, later),
        difference === null ? '' : number(numberText(language, difference, 'always')),
      ],
    })),
    figures: revisions.flatMap(({ earlier, later }) => [earlier, later]),
  });
}

function vintageLines(editions: readonly Edition[], latest: Edition, language: Language): Markup {
  const periods = periodsUpTo(latest, 'Q', 12);
  const series = editions.slice(0, 4).map((edition, index) => ({
    tone: index === 0 ? 'total' : 'rest',
    name: edition.release.id,
    figures: periods.map((period) => edition.figure({ indicator: 'EXPORTS', period })),
  }));
  const finding = movedFinding(editions, language);
  const chart = { name: finding, periods, series: series.toReversed() };
  return chartFigure(latest, language, {
    finding,
    unit: REVISIONS.vintages[language],
    drawings: [
      drawLines({ language, form: 'wide', width: 1120, height: 360 }, chart),
      drawLines({ language, form: 'narrow', width: 380, height: 320 }, chart),
    ],
    note: HOME.dotted[language],
    table: dataTable(latest, language, {
      caption: `${segmentName(latest, TOTAL_SEGMENT)[language]}: ${REVISIONS.vintages[language]}`,
      columns: [
        { title: HOME.period[language] },
        ...series.map(({ name }) => ({ title: name, numeric: true })),
      ],
      rows: periods.map((period, row) => ({
        head: wholePeriod(language, period),
        cells: series.map(({ figures }) => {
          const figure = figures[row];
          return figure === undefined ? '' : cell(language, figure);
        }),
      })),
      figures: series.flatMap(({ figures }) => figures),
    }),
  });
}

/** The last step between releases at which figures moved, as a sentence; a name where none did. */
function movedFinding(editions: readonly Edition[], language: Language): string {
  for (const [index, later] of editions.slice(0, -1).entries()) {
    const earlier = editions[index + 1];
    const size = earlier === undefined ? undefined : revisionSize(earlier, later);
    if (earlier === undefined || size === undefined || isZero(size.mar)) continue;
    return fill(REVISIONS.movedFinding[language], {
      earlier: isolate(earlier.release.id),
      later: isolate(later.release.id),
      rmar: isolate(numberText(language, size.rmar)),
    });
  }
  return REVISIONS.vintagesFinding[language];
}
