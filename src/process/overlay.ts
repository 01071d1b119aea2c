// Edits laid over the lines as collected: raw data are never changed. GSBPM 5.4.

import { FIELDS } from '../design/declaration.ts';
import type { Edit } from '../design/edit.ts';
import type { ProcessedKind } from '../design/facts.ts';
import type { Engine } from '../engine/duckdb.ts';
import { ident, join, type Sql, type SqlValue, sql } from '../engine/sql.ts';

/** The edits that stand: those not reversed, the last one for each line and field. */
export function standingEdits(edits: readonly Edit[]): readonly Edit[] {
  const reversed = new Set<number>();
  const latest = new Map<string, Edit>();
  for (const edit of edits.toSorted((a, b) => b.seq - a.seq)) {
    if (reversed.has(edit.seq)) continue;
    if (edit.reverses !== null) reversed.add(edit.reverses);
    const place = `${edit.submission} ${edit.ordinal} ${edit.field}`;
    if (edit.reverses === null && !latest.has(place)) latest.set(place, edit);
  }
  return [...latest.values()].toSorted((a, b) => a.seq - b.seq);
}

/** Makes the table `ref_edit` in the engine: a row for each standing edit. */
export async function createEdits(engine: Engine, standing: readonly Edit[]): Promise<void> {
  await engine.run(
    sql`CREATE OR REPLACE TABLE ref_edit (submission INTEGER, ordinal INTEGER, field VARCHAR, after VARCHAR, rule VARCHAR)`,
  );
  for (let at = 0; at < standing.length; at += CHUNK) {
    const rows = standing
      .slice(at, at + CHUNK)
      .map(
        ({ submission, ordinal, field, after, rule }): SqlValue =>
          sql`(${[submission, ordinal, field, after, deciderOf(rule)]})`,
      );
    await engine.run(sql`INSERT INTO ref_edit VALUES ${rows}`);
  }
}

/**
 * Collected lines with the standing edits in them. Adds `edited` (a field was changed) and `decided`
 * (the state that an edit gives the line, NULL for none) with `decided_by` (the rule that gave it, NULL for a person).
 */
export function editedLines(
  kind: ProcessedKind,
  collected: Sql,
  fields: ReadonlySet<string>,
  further: readonly Sql[] = [],
): Sql {
  const own = FIELDS[kind].map(({ id }) => (fields.has(id) ? changed(id) : sql`c.${ident(id)}`));
  const columns = [...own, ...further];
  if (fields.size === 0) {
    return sql`SELECT submission, ordinal, raw, FALSE AS edited, CAST(NULL AS VARCHAR) AS decided, CAST(NULL AS VARCHAR) AS decided_by, ${join(columns)} FROM ${collected} AS c`;
  }
  const changes = FIELDS[kind].filter(({ id }) => fields.has(id));
  const wide = changes.flatMap(({ id }) => [
    sql`count(*) FILTER (field = ${id}) > 0 AS ${ident(`${id}_set`)}`,
    sql`max(after) FILTER (field = ${id}) AS ${ident(id)}`,
  ]);
  return sql`
    SELECT c.submission, c.ordinal, c.raw, coalesce(e.edited, FALSE) AS edited, e.decided, e.decided_by, ${join(columns)}
    FROM ${collected} AS c LEFT JOIN (
      SELECT ${join([
        sql`submission`,
        sql`ordinal`,
        sql`count(*) FILTER (field <> 'state') > 0 AS edited`,
        sql`max(after) FILTER (field = 'state') AS decided`,
        sql`max(rule) FILTER (field = 'state') AS decided_by`,
        ...wide,
      ])} FROM ref_edit GROUP BY submission, ordinal
    ) AS e ON e.submission = c.submission AND e.ordinal = c.ordinal`;
}

/** A text of such a line without spaces at its ends: canonical text has none, what a person wrote may have some. */
export function trimmed(text: Sql): Sql {
  return sql`CASE WHEN edited THEN trim(${text}) ELSE ${text} END`;
}

const CHUNK = 2000;

/** A rule without its version; nothing for a person. */
function deciderOf(rule: string | null | undefined): string | null {
  return rule == null || rule === 'manual' ? null : rule.replace(/@.*$/, '');
}

function changed(id: string): Sql {
  return sql`CASE WHEN e.${ident(`${id}_set`)} THEN e.${ident(id)} ELSE c.${ident(id)} END AS ${ident(id)}`;
}
