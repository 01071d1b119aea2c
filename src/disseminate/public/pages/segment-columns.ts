// The segments as shares of the total over half-years.

import { TOTAL_SEGMENT } from '../../../design/key.ts';
import { fill, type Language } from '../../../design/text.ts';
import { chartFigure } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawStacks } from '../chart-stacks.ts';
import { type Edition, periodsUpTo } from '../edition.ts';
import { plotted } from '../figure.ts';
import { isolate, percentText } from '../number-text.ts';
import { withinPeriod } from '../period-text.ts';
import { segmentName, shortSegment, toneOf } from '../segment-name.ts';
import { PAGES } from '../words-pages.ts';
import { seriesTable } from './segment-tables.ts';

/** Columns of the last half-years, with their table. */
export function segmentColumns(edition: Edition, language: Language): Markup {
  const periods = periodsUpTo(edition, 'S', 6);
  const codes = [...edition.reference.segments.map(({ code }) => code), TOTAL_SEGMENT];
  const rows = codes.map((code) => ({
    code,
    figures: periods.map((period) => edition.figure({ indicator: 'EXPORTS', segment: code, period })),
  }));
  const finding = findingOf(edition, language);
  const chart = {
    name: finding,
    periods,
    stacks: rows.slice(0, -1).map(({ code, figures }) => ({
      tone: toneOf(edition, code),
      name: shortSegment(edition, code, language),
      figures,
    })),
    totals: rows.at(-1)?.figures ?? [],
  };
  return chartFigure(edition, language, {
    finding,
    unit: PAGES.columnsUnit[language],
    drawings: [
      drawStacks(
        { language, form: 'wide', width: 1120, height: 400 },
        { ...chart, rest: PAGES.columnsRest[language] },
      ),
      drawStacks(
        { language, form: 'narrow', width: 380, height: 400 },
        { ...chart, rest: PAGES.columnsRestShort[language] },
      ),
    ],
    note: PAGES.columnsNote[language],
    table: seriesTable(edition, language, { caption: PAGES.columnsFinding[language], periods, rows }),
  });
}

/** The largest segment and its share, where what is withheld cannot hide a larger one. */
function findingOf(edition: Edition, language: Language): string {
  const { period } = edition;
  const shares = edition.reference.segments
    .map(({ code }) => ({
      code,
      share: edition.figure({ indicator: 'EXPORTS_SHARE', segment: code, period }),
    }))
    .sort((a, b) => (plotted(b.share) ?? -1) - (plotted(a.share) ?? -1));
  const [first] = shares;
  const hidden = 100 - shares.reduce((sum, { share }) => sum + (plotted(share) ?? 0), 0);
  if (first === undefined || first.share.standing !== 'value' || (plotted(first.share) ?? 0) <= hidden)
    return PAGES.columnsFinding[language];
  return fill(PAGES.columnsLeader[language], {
    segment: segmentName(edition, first.code)[language],
    share: isolate(percentText(language, first.share.printed)),
    within: withinPeriod(language, period),
  });
}
