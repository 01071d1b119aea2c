// The figure that a bulletin opens with: the total of the release's period. A release without it goes out only when two
// people have said in so many words that they know.

import { join } from 'node:path';
import { refusal } from '../design/refusal.ts';
import { parseCanonicalCsv } from '../disseminate/canonical-csv.ts';
import { EXPORTS_FLOW } from '../disseminate/public/edition.ts';
import { type Figure, figureOf, keyFor } from '../disseminate/public/figure.ts';
import { MARKS } from '../disseminate/public/words.ts';
import { exists, readText } from '../engine/files.ts';
import type { ReleaseRow } from './release-row.ts';
import type { Workspace } from './workspace.ts';

/** The option by which whoever acts says that they know. */
export const WITHOUT_HEADLINE = {
  type: 'boolean',
  help: 'say that you know that the release is without its headline figure, and that it is to go out',
} as const;

/** The headline of a release that lies in a folder; undefined when the folder cannot be read. */
export function headlineIn(
  { domain }: Workspace,
  { period }: Pick<ReleaseRow, 'period'>,
  folder: string,
): Figure | undefined {
  const path = join(folder, `${EXPORTS_FLOW}.csv`);
  const flow = domain.dataflows.find(({ id }) => id === EXPORTS_FLOW);
  if (flow === undefined || !exists(path)) return undefined;
  const key = keyFor({ indicator: 'EXPORTS', period }, domain);
  const text = Object.values(key).join('.');
  const found = parseCanonicalCsv(readText(path), flow).find(
    (each) => each.key === text && each.period === period,
  );
  return figureOf(key, period, found);
}

/** Refuses a release whose headline has no value, unless whoever acts has said that they know. */
export function refuseWithoutHeadline(
  workspace: Workspace,
  row: Pick<ReleaseRow, 'id' | 'period'>,
  folder: string,
  known: boolean,
): void {
  const headline = headlineIn(workspace, row, folder);
  if (known || headline === undefined || headline.standing === 'value') return;
  throw refusal('no_headline', { id: row.id, period: row.period, why: MARKS[headline.standing].means });
}
