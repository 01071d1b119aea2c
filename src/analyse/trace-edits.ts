// The edits behind a level cell: those of people and those of the rules of editing. GSBPM 5.7.

import type { EditRow } from '../design/edit.ts';
import { readParquet } from '../engine/duckdb.ts';
import { type Sql, sql, valuesTable } from '../engine/sql.ts';
import { placesIn } from './trace-lines.ts';
import type { TraceSources } from './trace-origin.ts';
import type { TraceScope } from './trace-scope.ts';

export type EditSummary = {
  readonly rule: string;
  readonly field: string;
  readonly cause: string;
  readonly reason: string;
  readonly author: string;
  readonly edits: number;
  readonly example: string;
};
/** Edits that people recorded, by rule, field and reason. */
export async function editsOf(
  scope: TraceScope,
  where: Sql,
  sources: TraceSources,
): Promise<readonly EditSummary[]> {
  const edits = sources.store.all<TracedEdit>(EDITS, sources.cutEdit);
  const from = placesIn(scope, where, sources);
  if (edits.length === 0 || from === undefined) return [];
  const places = edits.map(({ submission, ordinal }) => [submission, ordinal]);
  const rows = await sources.engine.rows<{ submission: number; ordinal: number }>(sql`
    SELECT DISTINCT submission, ordinal FROM ${from}
    WHERE (submission, ordinal) IN (SELECT (submission, ordinal) FROM ${valuesTable('e', ['submission', 'ordinal'], places)})`);
  const touched = new Set(rows.map(({ submission, ordinal }) => `${submission} ${ordinal}`));
  const inside = edits.filter(({ submission, ordinal }) => touched.has(`${submission} ${ordinal}`));
  const groups = Map.groupBy(inside, ({ rule, field, cause, reason, author }) =>
    JSON.stringify([rule, field, cause, reason, author]),
  );
  return [...groups.values()].flatMap(editSummary);
}

/** Edits that the rules of editing made, by rule and field. */
export async function automaticEdits(
  scope: TraceScope,
  where: Sql,
  sources: TraceSources,
): Promise<readonly EditSummary[]> {
  const from = placesIn(scope, where, sources);
  if (sources.edits === null || from === undefined) return [];
  const rows = await sources.engine.rows(sql`
    SELECT e.rule || '@' || e.version AS rule, e.field, e.cause, e.reason, e.author, count(*) AS edits,
      min_by(e.submission || '/' || e.ordinal || ': ' || e.field || ' ' || coalesce(e.before, 'nothing') || ' → '
        || coalesce(e.after, 'nothing'), (e.submission, e.ordinal)) AS example
    FROM ${readParquet(sources.edits)} AS e
    JOIN ${from} AS l ON l.submission = e.submission AND l.ordinal = e.ordinal
    GROUP BY e.rule, e.version, e.field, e.cause, e.reason, e.author ORDER BY rule, e.field, e.reason`);
  return rows.map((row) => ({
    ...{ rule: text(row['rule']), field: text(row['field']), cause: text(row['cause']) },
    ...{ reason: text(row['reason']), author: text(row['author']) },
    ...{ edits: Number(row['edits']), example: `line ${text(row['example'])}` },
  }));
}

type TracedEdit = Omit<EditRow, 'seq' | 'reverses' | 'at'>;
const EDITS = `SELECT submission, ordinal, field, before, after, rule, reason, cause, author FROM edits
  WHERE seq <= ? ORDER BY seq`;

function editSummary(group: readonly TracedEdit[]): readonly EditSummary[] {
  const [first] = group;
  if (first === undefined) return [];
  const { rule, field, cause, reason, author, submission, ordinal, before, after } = first;
  const example = `line ${submission}/${ordinal}: ${field} ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
  return [{ rule, field, cause, reason, author, edits: group.length, example }];
}

function text(value: unknown): string {
  return String(value);
}
