// Tables and charts over all segments: the ledger, the lines over time, the figures of one period.

import { html } from 'hono/html';
import { TOTAL_SEGMENT } from '../../../design/key.ts';
import { directionOf, fill, type Language } from '../../../design/text.ts';
import { chartFigure, sourceLine } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawLines } from '../chart-lines.ts';
import { aYearBefore, type Edition, periodsUpTo } from '../edition.ts';
import { type Figure, plotted } from '../figure.ts';
import { cell, change, legend, mark, number } from '../figure-markup.ts';
import { isolate, numberText, percentText } from '../number-text.ts';
import { linkTo } from '../page.ts';
import { wholePeriod, withinPeriod } from '../period-text.ts';
import { segmentName, shortSegment, toneOf } from '../segment-name.ts';
import { FRAME, UNIT_WORDS } from '../words.ts';
import { HOME } from '../words-home.ts';

/** One row for each segment: name, level, change, share. */
export function ledger(edition: Edition, language: Language): Markup {
  const rows = edition.reference.segments.map(({ code, name, description }) => {
    const ask = (indicator: string) => edition.figure({ indicator, segment: code, period: edition.period });
    const level = ask('EXPORTS');
    return html`<li class="row"><div class="name tone-${toneOf(edition, code)}"><a href="${linkTo(language, `segments/${code}`)}">${name[language]}</a><small>${description[language]}</small></div>
<div class="level">${cell(language, level)}${level.standing === 'value' ? html`<small>${UNIT_WORDS.millions[language]}</small>` : ''}</div>
<div class="move">${change(language, ask('EXPORTS_YOY'))}<small>${HOME.onYear[language]}</small></div>
<div class="share">${shareBar(edition, language, code, ask('EXPORTS_SHARE'))}</div></li>`;
  });
  const figures = edition.reference.segments.map(({ code: segment }) =>
    edition.figure({ indicator: 'EXPORTS', segment, period: edition.period }),
  );
  return html`<ul class="ledger">${rows}</ul>${legend(language, figures)}`;
}

function shareBar(edition: Edition, language: Language, code: string, share: Figure): Markup {
  const value = plotted(share);
  const line = html`<p class="share-line"><span>${
    value === undefined
      ? mark(language, share.standing === 'value' ? 'unavailable' : share.standing)
      : number(percentText(language, share.printed))
  } ${HOME.shareOf[language]}</span></p>`;
  const x = directionOf(language) === 'rtl' ? 100 - (value ?? 0) : 0;
  return html`${line}<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/>${
    value === undefined
      ? ''
      : html`<rect class="f-${toneOf(edition, code)}" x="${x}" width="${value}" height="10"/>`
  }</svg>`;
}

/** The figures of the release's period for every segment and the total. */
export function periodTable(edition: Edition, language: Language): Markup {
  const { period } = edition;
  const before = aYearBefore(period);
  const codes = [...edition.reference.segments.map(({ code }) => code), TOTAL_SEGMENT];
  const rows = codes.map((segment) => {
    const ask = (indicator: string, when = period) => edition.figure({ indicator, segment, period: when });
    return {
      segment,
      figures: [
        ask('EXPORTS', before),
        ask('EXPORTS'),
        ask('EXPORTS_YOY'),
        ask('EXPORTS_SHARE'),
        ask('EXPORTS_CONTRIB'),
      ],
    };
  });
  const heads = [
    html`${wholePeriod(language, before)}`,
    html`${wholePeriod(language, period)}`,
    html`${HOME.growth[language]} (%)`,
    html`${HOME.share[language]} (%)`,
    html`${HOME.contribution[language]} (${UNIT_WORDS.points[language]})`,
  ];
  const body = rows.map(({ segment, figures }) => segmentRow(edition, language, segment, figures));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${fill(HOME.tableTitle[language], { within: withinPeriod(language, period) })}"><table>
<caption><strong>${fill(HOME.tableTitle[language], { within: withinPeriod(language, period) })}</strong>${UNIT_WORDS.inMillions[language]}${edition.reference.synthetic ? ` · ${FRAME.syntheticShort[language]}` : ''}</caption>
<thead><tr><th scope="col">${HOME.segment[language]}</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>
${legend(
  language,
  rows.flatMap(({ segment, figures }) => (segment === TOTAL_SEGMENT ? figures.slice(0, 3) : figures)),
)}
<p class="source">${HOME.rounding[language]}</p>${sourceLine(edition, language)}`;
}

const SIGNED = new Set([2, 4]);

function segmentRow(
  edition: Edition,
  language: Language,
  segment: string,
  figures: readonly Figure[],
): Markup {
  const cells = figures.map((figure, index) => {
    const own =
      segment === TOTAL_SEGMENT && index >= 3
        ? ''
        : cell(language, figure, SIGNED.has(index) ? 'always' : 'negative');
    return html`<td class="n">${own}</td>`;
  });
  return html`<tr${segment === TOTAL_SEGMENT ? html` class="total"` : ''}><th scope="row">${segmentName(edition, segment)[language]}</th>${cells}</tr>`;
}

/** Lines by quarter, with their table. */
export function quarterLines(edition: Edition, language: Language): Markup {
  const { periods, rows } = quartersOf(edition);
  return chartFigure(edition, language, {
    finding: linesFinding(edition, language, rows),
    unit: HOME.linesUnit[language],
    drawings: [quarterDrawing(edition, language, 'wide'), quarterDrawing(edition, language, 'narrow')],
    note: HOME.dotted[language],
    table: seriesTable(edition, language, { caption: HOME.overTime[language], periods, rows }),
  });
}

function quarterDrawing(edition: Edition, language: Language, form: 'wide' | 'narrow'): Markup {
  const { periods, rows } = quartersOf(edition);
  const series = rows.map(({ code, figures }) => ({
    tone: toneOf(edition, code),
    name: shortSegment(edition, code, language),
    figures,
  }));
  const size = form === 'wide' ? { width: 1120, height: 420 } : { width: 380, height: 360 };
  return drawLines(
    { language, form, ...size },
    { name: linesFinding(edition, language, rows), periods, series },
  );
}

function quartersOf(edition: Edition): {
  readonly periods: readonly string[];
  readonly rows: readonly Drawn[];
} {
  const periods = periodsUpTo(edition, 'Q', 12);
  const rows = edition.reference.segments.map(({ code }) => ({
    code,
    figures: periods.map((period) => edition.figure({ indicator: 'EXPORTS', segment: code, period })),
  }));
  return { periods, rows };
}

function linesFinding(edition: Edition, language: Language, rows: readonly Drawn[]): string {
  return leader(edition, language, rows) ?? HOME.overTime[language];
}

type Drawn = { readonly code: string; readonly figures: readonly Figure[] };

/** The segment with the highest last value, as a sentence; none where a segment that is not shown may be higher. */
function leader(edition: Edition, language: Language, drawn: readonly Drawn[]): string | undefined {
  const last = drawn.flatMap(({ code, figures }) => {
    const figure = figures.at(-1);
    const value = figure === undefined ? undefined : plotted(figure);
    return figure === undefined || value === undefined ? [] : [{ code, figure, value }];
  });
  const [first] = last.sort((a, b) => b.value - a.value);
  if (first === undefined || first.value <= mostHidden(edition, drawn, last)) return undefined;
  return fill(HOME.linesFinding[language], {
    segment: segmentName(edition, first.code)[language],
    level: isolate(numberText(language, first.figure.printed)),
    within: withinPeriod(language, first.figure.period),
  });
}

/** What a segment without a shown value may have at most: what the others leave of the total; nothing where all are shown. */
function mostHidden(
  edition: Edition,
  drawn: readonly Drawn[],
  shown: readonly { readonly figure: Figure; readonly value: number }[],
): number {
  if (shown.length === drawn.length) return 0;
  const period = shown[0]?.figure.period ?? '';
  const total = plotted(edition.figure({ indicator: 'EXPORTS', segment: TOTAL_SEGMENT, period }));
  return total === undefined ? Infinity : shown.reduce((rest, { value }) => rest - value, total);
}

export type SeriesTable = {
  readonly caption: string;
  readonly periods: readonly string[];
  readonly rows: readonly Drawn[];
};

/** Segments by period. */
export function seriesTable(
  edition: Edition,
  language: Language,
  { caption, periods, rows }: SeriesTable,
): Markup {
  const heads = rows.map(
    ({ code }) => html`<th scope="col" class="n">${shortSegment(edition, code, language)}</th>`,
  );
  const body = periods.map(
    (period, index) =>
      html`<tr><th scope="row">${wholePeriod(language, period)}</th>${rows.map(({ figures }) => {
        const figure = figures[index];
        return html`<td class="n">${figure === undefined ? '' : cell(language, figure)}</td>`;
      })}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption} · ${UNIT_WORDS.inMillions[language]}</caption><thead><tr><th scope="col">${HOME.period[language]}</th>${heads}</tr></thead><tbody>${body}</tbody></table></div>${legend(
    language,
    rows.flatMap(({ figures }) => figures),
  )}`;
}
