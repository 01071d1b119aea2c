// What rules of editing changed of one line in a run, as a person who decides over the line sees it. GSBPM 5.4.

import type { Edit } from '../design/edit.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import type { DecidedLine } from '../process/decision.ts';
import { standingEdits } from '../process/overlay.ts';
import type { LinePlace } from './edit-line.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** Rows of `EDITS` of one line: what the rules of a run changed or decided. */
export async function automaticRows(
  { layout }: Workspace,
  engine: Engine,
  run: Run,
  { submission, ordinal }: LinePlace,
): Promise<readonly Row[]> {
  const path = layout.runFile(run.id, 'edits.parquet');
  if (!exists(path)) return [];
  return engine.rows(sql`SELECT * FROM ${readParquet(path)}
    WHERE submission = ${submission} AND ordinal = ${ordinal} ORDER BY field, rule`);
}

/** The fields that rules changed and nobody decided on since, as edits that come before every recorded one. */
export function correctedFields(line: DecidedLine, rows: readonly Row[]): readonly Edit[] {
  const recorded = new Set(standingEdits(line.edits).map(({ field }) => field));
  if (recorded.has('state')) return [];
  const { submission, ordinal } = line;
  return rows
    .filter((row) => row['field'] !== 'state' && !recorded.has(String(row['field'])))
    .map((row, at) => ({
      ...{ seq: at - rows.length, submission, ordinal, field: String(row['field']) },
      ...{ before: textOf(row['before']), after: textOf(row['after']) },
      ...{ reverses: null, rule: textOf(row['rule']) },
    }));
}

/** The line with what rules changed in its fields: against this a correction says what was there before. */
export function asCorrected<L extends DecidedLine>(line: L, corrected: readonly Edit[]): L {
  const changes = Object.fromEntries(corrected.map(({ field, after }) => [field, after]));
  return { ...line, fields: { ...line.fields, ...changes } };
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
