// From a line or a file upward: what became of it, and which compiled figures it touches.

import { type Cell, cellId, definitionOf, membersOf } from '../design/equation.ts';
import { structureOf } from '../design/equations.ts';
import { type Row, readParquet } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { join, type Sql, sql } from '../engine/sql.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';
import type { TraceSources } from './trace-origin.ts';
import { type TraceScope, traceScope } from './trace-scope.ts';

/** A line's place: number of the submission, position in the file from 1. */
export type LinePlace = { readonly submission: number; readonly ordinal: number };

export type TouchedCell = Cell & {
  /** As printed after disclosure control; null when suppressed or before it ran. */
  readonly printed: string | null;
  readonly conf_status: string | null;
};
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
    touches: await touchedCells(at, sources),
  };
}

const SUBMISSION = `SELECT id, name, sha256, format, declarant_type, sender, period, sequence, function, state, cause,
  lines, receipt, received_at FROM submissions WHERE id = ?`;
const EDITS = `SELECT seq, ordinal, field, before, after, rule, reason, cause, author, at, reverses FROM edits
  WHERE submission = ? AND (? IS NULL OR ordinal = ?) AND seq <= ? ORDER BY seq`;

/** The cells that have one of the chosen lines, of those that count, under them. */
async function touchedCells(at: Sql, sources: UpwardSources): Promise<readonly TouchedCell[]> {
  const bases = await sources.engine.rows<BaseCell>(sql`
    SELECT DISTINCT month, segment, ebops, partner, state = 'accepted' AS flow, headcount IS NOT NULL AS stock
    FROM ${splitLines(allLines(sources), sources.domain.splitKeys, STATED_BY_SEGMENT)} WHERE ${at} AND state IN ('accepted', 'linked')`);
  const structure = structureOf(sources.domain);
  const cells = await printedCells(sources);
  const levels = cells.filter((cell) => {
    const scope = traceScope(cell, structure);
    return scope !== undefined && bases.some((base) => isUnder(base, scope, structure.regions));
  });
  return [...levels, ...followers(cells, new Set(levels.map(cellId)), sources.domain.currency)];
}

/** The indicator cells that are computed from any of the cells. */
function followers(
  cells: readonly TouchedCell[],
  touched: ReadonlySet<string>,
  currency: string,
): readonly TouchedCell[] {
  return cells.filter((cell) => {
    const definition = definitionOf(cell, currency);
    return definition !== undefined && membersOf(definition).some((member) => touched.has(member));
  });
}

/** The base cell of a line, and whether it adds to the flow and to the stock. */
export type BaseCell = {
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string | null;
  readonly flow: boolean;
  readonly stock: boolean;
};

/** Whether a base cell is part of a level cell. */
export function isUnder(
  base: BaseCell,
  scope: TraceScope,
  regions: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (scope.indicator === 'EMPLOYMENT' ? !base.stock : !base.flow) return false;
  if (!scope.months.includes(base.month)) return false;
  if (scope.segment !== null && scope.segment !== base.segment) return false;
  if (scope.items !== null && !scope.items.includes(base.ebops)) return false;
  return isInArea(base.partner, scope.area, regions);
}

function isInArea(
  partner: string | null,
  area: string,
  regions: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (area === 'W1' || area === partner) return true;
  const countries = regions.get(area);
  if (countries === undefined) return false;
  const known = partner !== null && [...regions.values()].some((list) => list.includes(partner));
  return area === '_X' ? !known : partner !== null && countries.includes(partner);
}

async function printedCells(sources: UpwardSources): Promise<readonly TouchedCell[]> {
  const protectedRows =
    sources.protected === null
      ? sql`(SELECT '' AS dataflow, '' AS key, '' AS period, NULL AS value, NULL AS conf_status WHERE FALSE)`
      : readParquet(sources.protected);
  const rows = await sources.engine.rows(sql`
    SELECT c.dataflow, c.key, c.period, CAST(p.value AS VARCHAR) AS printed, CAST(p.conf_status AS VARCHAR) AS conf_status
    FROM ${readParquet(sources.cells)} AS c
    LEFT JOIN ${protectedRows} AS p ON p.dataflow = c.dataflow AND p.key = c.key AND p.period = c.period
    ORDER BY c.dataflow, c.key, c.period`);
  return rows as unknown as readonly TouchedCell[];
}

function allLines({ lines, months }: UpwardSources): Sql {
  const paths = months.flatMap(lines);
  if (paths.length === 0) throw new NotFound('this run has no lines');
  return join([readParquet(paths)]);
}
