// The page of one segment, and the list of all of them.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import { chartFigure, sourceLine } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawLines } from '../chart-lines.ts';
import { type Edition, periodsUpTo } from '../edition.ts';
import { directionOfChange, type Figure } from '../figure.ts';
import { cell, change, legend, statusMarks } from '../figure-markup.ts';
import { isolate, numberText } from '../number-text.ts';
import { linkTo, type Page } from '../page.ts';
import { wholePeriod, withinPeriod } from '../period-text.ts';
import { segmentInSentence, shortSegment, toneOf } from '../segment-name.ts';
import { withheldSince } from '../withheld-since.ts';
import { FRAME, MARKS, MENU, UNIT_WORDS } from '../words.ts';
import { FIGURE } from '../words-figure.ts';
import { HOME } from '../words-home.ts';
import { PAGES } from '../words-pages.ts';
import { figurePath } from './figure.ts';
import { printedFigures } from './printed-figures.ts';
import { scopeNote } from './scope-note.ts';
import { segmentColumns } from './segment-columns.ts';
import { ledger, periodTable, seriesTable } from './segment-tables.ts';

/** All segments: ledger and table. */
export function segmentsPage(edition: Edition, language: Language): Page {
  return {
    title: MENU.segments[language],
    description: HOME.segmentsLead[language],
    current: 'segments',
    content: html`<h1>${PAGES.segmentsTitle[language]}</h1><p class="lead">${HOME.segmentsLead[language]}</p>
<section>${ledger(edition, language)}</section><section>${segmentColumns(edition, language)}</section><section>${periodTable(edition, language)}${scopeNote(edition, language)}</section>`,
  };
}

/** One segment; undefined when the release has none of that code. */
export function segmentPage(
  edition: Edition,
  language: Language,
  code: string,
  shelf: readonly Edition[] = [],
): Page | undefined {
  const segment = edition.reference.segments.find((each) => each.code === code);
  if (segment === undefined) return undefined;
  const name = segment.name[language];
  const summary = segmentFinding(edition, language, code);
  return {
    title: name,
    description: `${name}: ${summary}`,
    current: 'segments',
    content: html`${crumbs(language, name)}
<div class="tone-${toneOf(edition, code)}"><p class="eyebrow"><bdi dir="ltr">${code}</bdi> · ${segment.description[language]}</p><h1>${name}</h1><p class="lead">${summary}</p>${withheldSince(shelf, edition, language, code)}</div>
<section class="panels">${keyFigures(edition, language, code)}</section>
<section>${segmentLines(edition, language, code)}</section>
<section>${periodsTable(edition, language, code)}${scopeNote(edition, language)}</section>
${printedSection(edition, language, code)}
<section><h2>${PAGES.otherSegments[language]}</h2><ul class="files">${others(edition, language, code)}</ul></section>`,
  };
}

function segmentFinding(edition: Edition, language: Language, code: string): string {
  const growth = edition.figure({ indicator: 'EXPORTS_YOY', segment: code, period: edition.period });
  const within = withinPeriod(language, edition.period);
  if (growth.standing !== 'value') return withoutGrowth(edition, language, code, growth);
  const words = { rise: PAGES.segmentRise, fall: PAGES.segmentFall, even: PAGES.segmentEven };
  return fill(words[directionOfChange(growth.printed)][language], {
    segment: segmentInSentence(edition, code, language),
    growth: numberText(language, growth.printed.replace(/^-/, '')),
    within,
  });
}

/** Why there is no rate, said of the level as well where that stands; each reason in its own words. */
function withoutGrowth(edition: Edition, language: Language, code: string, growth: Figure): string {
  const level = edition.figure({ indicator: 'EXPORTS', segment: code, period: edition.period });
  const within = withinPeriod(language, edition.period);
  if (growth.standing === 'value') throw new Error(`${growth.key} has a rate`);
  const why = MARKS[growth.standing].means[language];
  if (level.standing === 'value')
    return fill(PAGES.segmentLevel[language], {
      segment: segmentInSentence(edition, code, language),
      ...{ level: isolate(numberText(language, level.printed)), within, why },
    });
  if (level.standing === 'suppressed') return fill(PAGES.segmentWithheld[language], { within });
  return fill(PAGES.segmentNone[language], { within, why: MARKS[level.standing].means[language] });
}

function keyFigures(edition: Edition, language: Language, code: string): readonly Markup[] {
  const ask = (indicator: string) => edition.figure({ indicator, segment: code, period: edition.period });
  const [level, growth] = [ask('EXPORTS'), ask('EXPORTS_YOY')];
  const panels: readonly (readonly [string, Markup, string, Figure])[] = [
    [
      HOME.level[language],
      cell(language, level),
      level.standing === 'value' ? UNIT_WORDS.millions[language] : '',
      level,
    ],
    [
      HOME.growth[language],
      html`${change(language, growth)}${growth.standing === 'value' ? statusMarks(language, growth) : ''}`,
      HOME.onYear[language],
      growth,
    ],
    [
      HOME.share[language],
      cell(language, ask('EXPORTS_SHARE')),
      `% ${HOME.shareOf[language]}`,
      ask('EXPORTS_SHARE'),
    ],
    [
      HOME.contribution[language],
      cell(language, ask('EXPORTS_CONTRIB'), 'always'),
      UNIT_WORDS.points[language],
      ask('EXPORTS_CONTRIB'),
    ],
  ];
  return panels.map(
    ([title, shown, unit, figure]) =>
      html`<div class="panel measure"><h2>${title}</h2><p class="big">${shown}</p><p class="source">${unit}</p>${permalink(edition, language, figure)}</div>`,
  );
}

/** The way to the figure's own page, where the release holds the observation. */
function permalink(edition: Edition, language: Language, figure: Figure): Markup | '' {
  if (figure.standing === 'unavailable') return '';
  return html`<p class="source"><a href="${linkTo(language, figurePath(edition, figure))}">${FIGURE.permalink[language]}</a></p>`;
}

function segmentLines(edition: Edition, language: Language, code: string): Markup {
  const periods = periodsUpTo(edition, 'Q', 12);
  const figures = periods.map((period) => edition.figure({ indicator: 'EXPORTS', segment: code, period }));
  const finding = segmentFinding(edition, language, code);
  const series = [{ tone: toneOf(edition, code), name: shortSegment(edition, code, language), figures }];
  const chart = { name: finding, periods, series };
  return chartFigure(edition, language, {
    finding,
    unit: PAGES.segmentLinesUnit[language],
    drawings: [
      drawLines({ language, width: 1120, height: 340, form: 'wide' }, chart),
      drawLines({ language, width: 380, height: 300, form: 'narrow' }, chart),
    ],
    note: HOME.dotted[language],
    table: seriesTable(edition, language, {
      caption: PAGES.segmentOverTime[language],
      periods,
      rows: [{ code, figures }],
    }),
  });
}

/** Years and half-years of a segment with their indicators. */
function periodsTable(edition: Edition, language: Language, code: string): Markup {
  const periods = [...periodsUpTo(edition, 'A', 5), ...periodsUpTo(edition, 'S', 6)];
  const rows = periods.map((period) =>
    ['EXPORTS', 'EXPORTS_YOY', 'EXPORTS_SHARE', 'EXPORTS_CONTRIB'].map((indicator) =>
      edition.figure({ indicator, segment: code, period }),
    ),
  );
  const heads = [
    `${HOME.level[language]} (${UNIT_WORDS.millions[language]})`,
    `${HOME.growth[language]} (%)`,
    `${HOME.share[language]} (%)`,
    `${HOME.contribution[language]} (${UNIT_WORDS.points[language]})`,
  ];
  const body = rows.map(
    (figures, index) =>
      html`<tr><th scope="row">${wholePeriod(language, periods[index] ?? '')}</th>${figures.map(
        (figure, column) =>
          html`<td class="n">${cell(language, figure, column === 1 || column === 3 ? 'always' : 'negative')}</td>`,
      )}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${PAGES.halfYears[language]}"><table>
<caption><strong>${PAGES.halfYears[language]}</strong>${edition.reference.synthetic ? FRAME.syntheticShort[language] : ''}</caption>
<thead><tr><th scope="col">${HOME.period[language]}</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>
${legend(language, rows.flat())}<p class="source">${HOME.rounding[language]}</p>${sourceLine(edition, language)}`;
}

function printedSection(edition: Edition, language: Language, code: string): Markup | '' {
  const some = edition.reference.published.some(({ segment }) => segment === code);
  return some ? html`<section>${printedFigures(edition, language, code)}</section>` : '';
}

function others(edition: Edition, language: Language, code: string): readonly Markup[] {
  return edition.reference.segments
    .filter((each) => each.code !== code)
    .map(
      (each) =>
        html`<li><a href="${linkTo(language, `segments/${each.code}`)}">${each.name[language]}</a></li>`,
    );
}

function crumbs(language: Language, name: string): Markup {
  return html`<nav class="crumbs" aria-label="${MENU.segments[language]}"><ol class="plain"><li><a href="${linkTo(language, 'segments')}">${MENU.segments[language]}</a></li><li aria-current="page">${name}</li></ol></nav>`;
}
