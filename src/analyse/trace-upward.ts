// From a line or a file upward: what became of it, and which compiled figures it touches.

import { type Row, readParquet } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { join, type Sql, sql } from '../engine/sql.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';
import { type BaseCell, type TouchedCell, touchedCells } from './touched-cells.ts';
import type { TraceSources } from './trace-origin.ts';

/** A line's place: number of the submission, position in the file from 1. */
export type LinePlace = { readonly submission: number; readonly ordinal: number };

export type Upward = {
  readonly submission: Row;
  /** The line as processed; null for a whole file. */
  readonly line: Row | null;
  /** Lines of the file by state; of the line itself when one was asked for. */
  readonly states: readonly Row[];
  readonly findings: readonly Row[];
  readonly links: readonly Row[];
  readonly edits: readonly Row[];
  readonly touches: readonly TouchedCell[];
};
export type UpwardSources = TraceSources & {
  /** Every month that the run has lines for. */
  readonly months: readonly string[];
  readonly findings: string;
  readonly links: string;
};

/** What a line came to, and every cell that it is part of: levels, and the indicators computed from them. */
export async function traceLine(place: LinePlace, sources: UpwardSources): Promise<Upward> {
  const at = sql`submission = ${place.submission} AND ordinal = ${place.ordinal}`;
  const [line] = await sources.engine.rows(sql`SELECT * FROM ${allLines(sources)} WHERE ${at}`);
  if (line === undefined) throw new NotFound(`no line ${place.submission}/${place.ordinal} in this run`);
  return upward(at, place.submission, line, sources);
}

/** What became of a file's lines, and every level cell that any of them is part of. */
export async function traceSubmission(submission: number, sources: UpwardSources): Promise<Upward> {
  return upward(sql`submission = ${submission}`, submission, null, sources);
}

async function upward(at: Sql, number: number, line: Row | null, sources: UpwardSources): Promise<Upward> {
  const { engine, store, cutEdit } = sources;
  const submission = store.get<Row>(SUBMISSION, number);
  if (submission === undefined) throw new NotFound(`there is no submission ${number}`);
  const ordinal = line === null ? null : Number(line['ordinal']);
  return {
    submission,
    line,
    states: await engine.rows(sql`
      SELECT state, reason, count(*) AS lines, CAST(sum(mad) AS VARCHAR) AS mad FROM ${allLines(sources)}
      WHERE ${at} GROUP BY state, reason ORDER BY state, reason`),
    findings: await engine.rows(sql`SELECT * FROM ${readParquet(sources.findings)} WHERE ${at}
      ORDER BY ordinal, rule LIMIT 1000`),
    links: await engine.rows(sql`SELECT * FROM ${readParquet(sources.links)} WHERE ${at}
      ORDER BY ordinal, to_submission, to_ordinal LIMIT 1000`),
    edits: store.all<Row>(EDITS, number, ordinal, ordinal, cutEdit),
    touches: await touchedCells(await baseCells(at, sources), sources),
  };
}

const SUBMISSION = `SELECT id, name, sha256, format, declarant_type, sender, period, sequence, function, state, cause,
  lines, receipt, received_at FROM submissions WHERE id = ?`;
const EDITS = `SELECT seq, ordinal, field, before, after, rule, reason, cause, author, at, reverses FROM edits
  WHERE submission = ? AND (? IS NULL OR ordinal = ?) AND seq <= ? ORDER BY seq`;

/** The base cells of the chosen lines, of those that count. */
function baseCells(at: Sql, sources: UpwardSources): Promise<readonly BaseCell[]> {
  return sources.engine.rows<BaseCell>(sql`
    SELECT DISTINCT month, segment, ebops, partner, state = 'accepted' AS flow, headcount IS NOT NULL AS stock
    FROM ${splitLines(allLines(sources), sources.domain.splitKeys, STATED_BY_SEGMENT)} WHERE ${at} AND state IN ('accepted', 'linked')`);
}

function allLines({ lines, months }: UpwardSources): Sql {
  const paths = months.flatMap(lines);
  if (paths.length === 0) throw new NotFound('this run has no lines');
  return join([readParquet(paths)]);
}
