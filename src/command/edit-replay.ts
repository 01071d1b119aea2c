// Edit events laid over the raw lines make the processed state: processed once more without the rules of editing, with
// what they and people changed as recorded edits, every line comes out as the run has it. GSBPM 5.4.

import { join } from 'node:path';
import type { Edit } from '../design/edit.ts';
import { LINES } from '../design/tables.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { makeFolder, remove } from '../engine/files.ts';
import { ident, join as joinSql, sql } from '../engine/sql.ts';
import { processLines } from '../process/lines.ts';
import { processInput } from './process.ts';
import { latestRun, type Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type ReplayedEdits = {
  readonly lines: number;
  /** Events laid over the lines: recorded ones and those of the rules. */
  readonly edits: number;
  /** Lines that came out otherwise: SUBMISSION/ORDINAL. */
  readonly differing: readonly string[];
};

/** Lays the events of the newest processed run over its raw lines and compares every column but what rules failed. */
export async function replayedEdits(workspace: Workspace, engine: Engine): Promise<ReplayedEdits> {
  const run = latestRun(workspace, 'processed');
  const input = processInput(workspace, run, engine);
  const automatic = await automaticEvents(workspace, engine, run);
  const folder = join(workspace.layout.spill, `edits-${run.id}-${process.pid}`);
  makeFolder(folder);
  try {
    const domain = { ...input.domain, editing: [] };
    const edits = [...input.edits, ...automatic];
    const { lines } = await processLines({ ...input, domain, edits, folder });
    const columns = joinSql(
      LINES.columns.filter(({ name }) => name !== 'failed').map(({ name }) => ident(name)),
    );
    const [made, kept] = [folder, workspace.layout.run(run.id)].map(
      (path) => sql`SELECT ${columns} FROM ${readParquet(join(path, 'lines-*.parquet'))}`,
    );
    if (made === undefined || kept === undefined) throw new Error('no lines to compare');
    const rows = await engine.rows(sql`SELECT DISTINCT submission, ordinal FROM
      ((${made} EXCEPT ${kept}) UNION ALL (${kept} EXCEPT ${made})) ORDER BY submission, ordinal`);
    return {
      ...{ lines, edits: edits.length },
      differing: rows.map((row) => `${row['submission']}/${row['ordinal']}`),
    };
  } finally {
    remove(folder);
  }
}

/** What the rules of a run changed, numbered before everything that people recorded: these stand above. */
async function automaticEvents({ layout }: Workspace, engine: Engine, run: Run): Promise<readonly Edit[]> {
  const rows = await engine.rows(
    sql`SELECT submission, ordinal, field, before, after, rule, version FROM ${readParquet(layout.runFile(run.id, 'edits.parquet'))}
      ORDER BY submission, ordinal, field, rule`,
  );
  const text = (value: unknown) => (value === null ? null : String(value));
  return rows.map((row, at) => ({
    seq: at - rows.length,
    submission: Number(row['submission']),
    ordinal: Number(row['ordinal']),
    field: String(row['field']),
    ...{ before: text(row['before']), after: text(row['after']), reverses: null },
    rule: `${row['rule']}@${row['version']}`,
  }));
}
