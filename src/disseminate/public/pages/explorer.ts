// The explorer: choose, pivot, see as table or chart, share by address, download. A plain form; no script is needed.

import { html, raw } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import { chartFigure, sourceLine } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawLines } from '../chart-lines.ts';
import { dataTable } from '../data-table.ts';
import { type Edition, partnerName } from '../edition.ts';
import { type Figure, plotted, unitOf } from '../figure.ts';
import { linkedCell } from '../figure-markup.ts';
import { isolate, numberText } from '../number-text.ts';
import { linkTo, type Page } from '../page.ts';
import { shortPeriod, wholePeriod, withinPeriod } from '../period-text.ts';
import { segmentName, shortSegment, toneOf } from '../segment-name.ts';
import {
  type Choices,
  choicesOf,
  periodsOf,
  readSelection,
  type Selection,
  writeSelection,
} from '../selection.ts';
import { selectionKey } from '../selection-data.ts';
import { MENU, UNIT_WORDS } from '../words.ts';
import { EXPLORER } from '../words-explorer.ts';
import { HOME } from '../words-home.ts';
import { figurePath } from './figure.ts';

/** More series than this no table or chart can bear. */
const MOST_SERIES = 24;

type Line = { readonly name: string; readonly tone: string; readonly figures: readonly Figure[] };

export function explorerPage(edition: Edition, language: Language, query: URLSearchParams): Page {
  const selection = readSelection(edition, query);
  const choices = choicesOf(edition);
  return {
    title: MENU.explorer[language],
    description: EXPLORER.lead[language],
    current: 'explorer',
    index: query.size === 0,
    content: html`<h1>${MENU.explorer[language]}</h1><p class="lead">${EXPLORER.lead[language]}</p>
<section class="explorer">${form(edition, language, choices, selection)}
<div class="result" aria-label="${EXPLORER.result[language]}" role="region">${result(edition, language, selection)}</div></section>`,
  };
}

function form(edition: Edition, language: Language, choices: Choices, selection: Selection): Markup {
  const indicator = (id: string) =>
    edition.reference.indicators.find((each) => each.id === id)?.name[language] ?? id;
  const partner = (code: string) =>
    code === 'W1' ? EXPLORER.world[language] : partnerName(edition, code)[language];
  const ends = choices.frequencies.includes('Q') ? edition.periods('Q') : edition.periods(selection.freq);
  return html`<form method="get" action="${linkTo(language, 'explorer')}">
${list(EXPLORER.indicator[language], 'indicator', choices.indicators, [selection.indicator], indicator)}
${list(EXPLORER.frequency[language], 'freq', choices.frequencies, [selection.freq], (freq) => EXPLORER[freq as 'A'][language])}
<fieldset><legend>${EXPLORER.segments[language]}</legend>${choices.segments.map((code) => box('segment', code, selection.segments.includes(code), segmentName(edition, code)[language]))}</fieldset>
<div class="field"><label for="partner">${EXPLORER.partners[language]}</label><select id="partner" name="partner" multiple size="5">${choices.partners.map((code) => option(code, selection.partners.includes(code), partner(code)))}</select></div>
<div class="pair">${bound(language, 'from', ends, selection.from)}${bound(language, 'to', ends, selection.to)}</div>
<div class="pair">${list(EXPLORER.view[language], 'view', ['table', 'chart'], [selection.view], (view) => EXPLORER[view as 'table'][language])}
${list(EXPLORER.across[language], 'across', ['series', 'periods'], [selection.across], (across) => (across === 'series' ? EXPLORER.acrossSeries : EXPLORER.acrossPeriods)[language])}</div>
<button type="submit">${EXPLORER.show[language]}</button></form>`;
}

function list(
  title: string,
  name: string,
  values: readonly string[],
  chosen: readonly string[],
  text: (value: string) => string,
): Markup {
  const options = values.map((value) => option(value, chosen.includes(value), text(value)));
  return html`<div class="field"><label for="${name}">${title}</label><select id="${name}" name="${name}">${options}</select></div>`;
}

function bound(
  language: Language,
  name: 'from' | 'to',
  periods: readonly string[],
  chosen: string | null,
): Markup {
  const held = chosen === null || periods.includes(chosen) ? periods : [chosen, ...periods];
  const open = option('', chosen === null, EXPLORER[name === 'from' ? 'first' : 'last'][language]);
  return html`<div class="field"><label for="${name}">${EXPLORER[name][language]}</label><select id="${name}" name="${name}">${open}${held.map((period) => option(period, period === chosen, shortPeriod(language, period)))}</select></div>`;
}

function option(value: string, selected: boolean, text: string): Markup {
  return html`<option value="${value}"${selected ? raw(' selected') : ''}>${text}</option>`;
}

function box(name: string, value: string, checked: boolean, text: string): Markup {
  return html`<label class="box"><input type="checkbox" name="${name}" value="${value}"${checked ? raw(' checked') : ''}> ${text}</label>`;
}

function result(edition: Edition, language: Language, selection: Selection): Markup {
  const periods = periodsOf(edition, selection);
  const lines = linesOf(edition, language, selection, periods);
  if (periods.length === 0 || lines.length === 0)
    return html`${unknownNote(language, selection)}<p class="note">${EXPLORER.nothing[language]}</p>`;
  const shown = lines.slice(0, MOST_SERIES);
  const many =
    lines.length > MOST_SERIES
      ? html`<p class="note">${fill(EXPLORER.tooMany[language], { count: MOST_SERIES })}</p>`
      : '';
  const table = resultTable(edition, language, selection, { periods, lines: shown });
  const view =
    selection.view === 'table'
      ? html`${table}${sourceLine(edition, language)}`
      : resultChart(edition, language, { selection, periods, lines: shown, table });
  return html`${unknownNote(language, selection)}${many}${view}${links(edition, language, selection)}`;
}

function unknownNote(language: Language, { unknown }: Selection): Markup | '' {
  if (unknown.length === 0) return '';
  return html`<p class="note caution">${fill(EXPLORER.unknown[language], { values: unknown.map((each) => `\u2066${each}\u2069`).join(', ') })}</p>`;
}

/** One line for each segment and partner chosen, without those of which the release holds nothing. */
function linesOf(
  edition: Edition,
  language: Language,
  selection: Selection,
  periods: readonly string[],
): readonly Line[] {
  const { segments, partners, indicator } = selection;
  const pairs = segments.flatMap((segment) => partners.map((partner) => ({ segment, partner })));
  return pairs
    .map(({ segment, partner }) => ({
      name: nameOf(edition, language, segment, partner, selection),
      tone: partners.length > 1 && segments.length === 1 ? 'rest' : toneOf(edition, segment),
      figures: periods.map((period) => edition.figure({ indicator, segment, partner, period })),
    }))
    .filter(({ figures }) => figures.some(({ standing }) => standing !== 'unavailable'));
}

function nameOf(
  edition: Edition,
  language: Language,
  segment: string,
  partner: string,
  { segments, partners }: Selection,
): string {
  const place = partner === 'W1' ? EXPLORER.world[language] : partnerName(edition, partner)[language];
  if (partners.length === 1) return shortSegment(edition, segment, language);
  return segments.length === 1 ? place : `${shortSegment(edition, segment, language)} · ${place}`;
}

type Shown = { readonly periods: readonly string[]; readonly lines: readonly Line[] };

function resultTable(
  edition: Edition,
  language: Language,
  selection: Selection,
  { periods, lines }: Shown,
): Markup {
  const { indicator, across } = selection;
  const name = edition.reference.indicators.find(({ id }) => id === indicator)?.name[language] ?? indicator;
  const signed = indicator.endsWith('YOY') || indicator.endsWith('CONTRIB') ? 'always' : 'negative';
  const shown = (figure: Figure | undefined) =>
    figure === undefined
      ? ''
      : linkedCell(language, figure, signed, linkTo(language, figurePath(edition, figure)));
  const byPeriod = periods.map((period, row) => ({
    head: wholePeriod(language, period),
    cells: lines.map(({ figures }) => shown(figures[row])),
  }));
  const bySeries = lines.map(({ name: head, figures }) => ({ head, cells: figures.map(shown) }));
  const heads =
    across === 'series'
      ? lines.map((line) => line.name)
      : periods.map((period) => wholePeriod(language, period));
  return dataTable(edition, language, {
    caption: name,
    subtitle: unitText(language, indicator),
    columns: [
      { title: across === 'series' ? HOME.period[language] : HOME.segment[language] },
      ...heads.map((title) => ({ title, numeric: true })),
    ],
    rows: across === 'series' ? byPeriod : bySeries,
    figures: lines.flatMap(({ figures }) => figures),
  });
}

type ResultChart = Shown & { readonly selection: Selection; readonly table: Markup };

function resultChart(
  edition: Edition,
  language: Language,
  { selection, periods, lines, table }: ResultChart,
): Markup {
  const name =
    edition.reference.indicators.find(({ id }) => id === selection.indicator)?.name[language] ??
    selection.indicator;
  const finding = findingOf(language, name, lines) ?? name;
  const chart = { name: finding, periods, series: lines };
  return chartFigure(edition, language, {
    finding,
    unit: unitText(language, selection.indicator),
    drawings: [
      drawLines({ language, form: 'wide', width: 820, height: 440 }, chart),
      drawLines({ language, form: 'narrow', width: 380, height: 380 }, chart),
    ],
    note: HOME.dotted[language],
    table,
  });
}

/** The line that ends highest, as a sentence; undefined where no line has a last value. */
function findingOf(language: Language, indicator: string, lines: readonly Line[]): string | undefined {
  const ends = lines.flatMap(({ name, figures }) => {
    const figure = figures.at(-1);
    const value = figure === undefined ? undefined : plotted(figure);
    return figure === undefined || value === undefined ? [] : [{ name, figure, value }];
  });
  const [first] = ends.sort((a, b) => b.value - a.value);
  if (first === undefined) return undefined;
  return fill(EXPLORER.chartFinding[language], {
    indicator,
    series: first.name,
    value: isolate(numberText(language, first.figure.printed)),
    within: withinPeriod(language, first.figure.period),
  });
}

function links(edition: Edition, language: Language, selection: Selection): Markup {
  const query = writeSelection(selection);
  return html`<ul class="files"><li><a href="${linkTo(language, `explorer.csv?${query}`)}" download>${EXPLORER.download[language]}</a></li>
<li><a href="${selectionKey(edition, selection)}">${EXPLORER.api[language]}</a></li></ul><p class="source">${EXPLORER.share[language]}</p>`;
}

function unitText(language: Language, indicator: string): string {
  const unit = {
    MAD: UNIT_WORDS.inMillions,
    PC: UNIT_WORDS.inPercent,
    PP: UNIT_WORDS.inPoints,
    PS: UNIT_WORDS.persons,
  }[unitOf(indicator)];
  if (indicator === 'EXPORTS_PER_JOB') return UNIT_WORDS.dirhams[language];
  return (unit ?? UNIT_WORDS.inMillions)[language];
}
