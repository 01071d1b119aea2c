// What a sample stands for as lines: divided over items and partners like what those that answered declared. GSBPM 5.6.

import { NOBODY } from '../design/tables.ts';
import type { EstimatedLine } from './estimated-line.ts';
import type { GrossedCell, SurveyMonth } from './grossing.ts';
import { apportioned, ordinalOf } from './imputed-line.ts';
import type { SurveyRow } from './survey-frame.ts';

/** The lines of grossed-up cells; the parts of a cell add up to it exactly. */
export function grossedLines(
  cells: readonly GrossedCell[],
  months: readonly SurveyMonth[],
  rows: readonly SurveyRow[],
): readonly EstimatedLine[] {
  const taken = new Set<number>();
  const declared = Map.groupBy(
    rows.filter(({ source }) => source === 'enterprise'),
    ({ month, segment }) => `${month} ${segment}`,
  );
  const strata = new Map(
    months.flatMap(({ month, units }) =>
      units.map(({ enterprise, stratum }) => [`${enterprise} ${month}`, stratum] as const),
    ),
  );
  const answered = new Set(
    months.flatMap(({ month, units }) =>
      units
        .filter(({ standing }) => standing === 'answered')
        .map(({ enterprise }) => `${enterprise} ${month}`),
    ),
  );
  return cells.flatMap((cell) => {
    const { stratum, segment, month, method, unknown, centimes } = cell;
    const own = (declared.get(`${month} ${segment}`) ?? []).filter(
      ({ enterprise }) =>
        answered.has(`${enterprise} ${month}`) &&
        (stratum === '_T' || strata.get(`${enterprise} ${month}`) === stratum),
    );
    const parts = added(own);
    const shares = apportioned(centimes, parts);
    return parts.flatMap(({ ebops, partner }, at): EstimatedLine[] => {
      const part = shares[at] ?? 0n;
      if (part === 0n) return [];
      return [
        {
          ...{ submission: -2, kind: 'grossing', sender: 'office', enterprise: null, holding: NOBODY },
          ordinal: ordinalOf(['grossing', stratum, month, segment, ebops, partner ?? ''].join(' '), taken),
          reason: `grossed up by ${method} in ${stratum}: ${cell.answered} answered for ${unknown}`,
          ...{ month, segment, ebops, partner, centimes: part },
          ...{ source: 'enterprise', status: 'grossed' },
        },
      ];
    });
  });
}

type Part = { readonly ebops: string; readonly partner: string | null; readonly centimes: bigint };

/** What was declared by item and partner, in their order. */
function added(rows: readonly SurveyRow[]): readonly Part[] {
  const groups = Map.groupBy(rows, ({ ebops, partner }) => `${ebops} ${partner ?? ''}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const { ebops, partner } = first;
      return [
        { ebops, partner, centimes: others.reduce((sum, { centimes }) => sum + centimes, first.centimes) },
      ];
    })
    .filter(({ centimes }) => centimes !== 0n);
}
