// The lines of a run counted and summed by all that a trace tells of them, written once when a run is analysed. A figure
// of ten million lines is then traced over some ten thousand rows. GSBPM 5.7.

import type { SplitKey } from '../design/split-key.ts';
import { EDITED, LINE_IDENTITY, ORIGINS } from '../design/tables.ts';
import { copyToParquet, readParquet } from '../engine/duckdb.ts';
import { ident, join, type Sql, sql, valuesTable } from '../engine/sql.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';
import type { TraceSources } from './trace-origin.ts';
import type { TraceScope } from './trace-scope.ts';

/** Where the origins of a run are. */
export type OriginPaths = { readonly origins: string; readonly edited: string };

/** Writes the origins of a run over all its lines, and the places of the edited ones. */
export async function writeOrigins(
  lines: readonly string[],
  sources: Pick<TraceSources, 'engine' | 'domain' | 'edits' | 'store' | 'cutEdit'>,
  { origins, edited }: OriginPaths,
): Promise<void> {
  if (lines.length === 0) return;
  const placed = placedLines(readParquet(lines), sources.domain.splitKeys);
  await sources.engine.run(copyToParquet(groupedLines(placed), origins, ORIGINS.order));
  await sources.engine.run(copyToParquet(editedLines(placed, sources), edited, EDITED.order));
}

/** Lines as the rows of ORIGINS, one for all that are told alike. */
export function groupedLines(placed: Sql): Sql {
  return sql`SELECT division, month, segment, ebops, partner, headcount IS NOT NULL AS jobs, state, reason, currency, rate,
      failed, submission, count(*) AS lines, CAST(sum(mad) AS DECIMAL(38,2)) AS mad,
      CAST(sum(amount * sign) AS DECIMAL(38,3)) AS amount
    FROM ${placed} GROUP BY ALL`;
}

/** The condition on `division` of what a cell is made of: parts of divided lines where it is a segment or an item of exports. */
export function divisionCondition({ indicator, segments, items }: TraceScope): Sql {
  const isPart = indicator === 'EXPORTS' && (segments !== null || items !== null);
  return sql`division <> ${isPart ? 'whole' : 'part'}`;
}

/** Lines with `division`: lines that a split key may divide are there as a whole and in their parts. */
export function placedLines(lines: Sql, keys: readonly SplitKey[] | undefined): Sql {
  const enterprises = [...new Set((keys ?? []).map(({ enterprise }) => enterprise))];
  if (enterprises.length === 0) return sql`(SELECT *, 'none' AS division FROM ${lines})`;
  const divisible = sql`coalesce(enterprise IN (${enterprises}), FALSE)`;
  const parts = splitLines(sql`(SELECT * FROM ${lines} WHERE ${divisible})`, keys, STATED_BY_SEGMENT);
  return sql`(
    SELECT *, CASE WHEN ${divisible} THEN 'whole' ELSE 'none' END AS division FROM ${lines}
    UNION ALL BY NAME SELECT *, 'part' AS division FROM ${parts})`;
}

/** Lines that a person or a rule of editing changed, with their base cells. */
function editedLines(
  placed: Sql,
  { edits, store, cutEdit }: Pick<TraceSources, 'edits' | 'store' | 'cutEdit'>,
): Sql {
  const place = join(LINE_IDENTITY.map(({ name }) => ident(name)));
  const byHand = store
    .all<{ submission: number; ordinal: number }>(EDITED_BY_HAND, cutEdit)
    .map(({ submission, ordinal }) => [submission, ordinal]);
  const given = [
    ...(byHand.length === 0
      ? []
      : [sql`SELECT ${place} FROM ${valuesTable('e', ['submission', 'ordinal'], byHand)}`]),
    ...(edits === null ? [] : [sql`SELECT ${place} FROM ${readParquet(edits)}`]),
  ];
  const chosen =
    given.length === 0
      ? sql`FALSE`
      : sql`(submission, ordinal) IN (SELECT (submission, ordinal) FROM (${join(given, ' UNION ALL ')}))`;
  return sql`SELECT submission, ordinal, division, month, segment, ebops, partner FROM ${placed} WHERE ${chosen}`;
}

const EDITED_BY_HAND =
  'SELECT DISTINCT submission, ordinal FROM edits WHERE seq <= ? ORDER BY submission, ordinal';
