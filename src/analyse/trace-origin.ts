// Where a level cell comes from: contributions by source and status, lines by state, rates, rules, edits, files.

import type { Domain, Rule } from '../design/domain.ts';
import { structureOf } from '../design/equations.ts';
import { NOBODY } from '../design/tables.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { Store } from '../engine/store.ts';
import { divisionCondition, type OriginPaths } from './origins.ts';
import { automaticEdits, type EditSummary, editsOf } from './trace-edits.ts';
import { linesFrom, originsFrom } from './trace-lines.ts';
import { scopeCondition, type TraceScope } from './trace-scope.ts';

/** What a trace reads: the files of one run and the operational store. */
export type TraceSources = {
  readonly engine: Engine;
  readonly store: Store;
  readonly domain: Domain;
  readonly cells: string;
  readonly contributions: string;
  /** Null while disclosure control has not run. */
  readonly protected: string | null;
  /** Automatic edits of the run; null where it has none. */
  readonly edits: string | null;
  /** The lines counted and summed, and the places of edited ones; null where a run has none: its lines are read. */
  readonly origins: OriginPaths | null;
  /** Paths of the processed lines of a month. */
  readonly lines: (month: string) => readonly string[];
  /** Edits up to this number were seen by the run. */
  readonly cutEdit: number;
};

/** Amounts are exact decimal text: dirhams, persons, or units of the currency where one is named. */
export type Origin = {
  readonly contributions: readonly {
    readonly source: string;
    readonly status: string;
    readonly lines: number;
    readonly amount: string;
  }[];
  readonly holdings: number;
  /** Every received line that falls in the cell, whatever became of it. */
  readonly states: readonly {
    readonly state: string;
    readonly reason: string | null;
    readonly lines: number;
    readonly amount: string | null;
  }[];
  readonly rates: readonly {
    readonly currency: string;
    readonly month: string;
    readonly rate: string;
    readonly lines: number;
    readonly foreign: string;
    readonly amount: string;
  }[];
  readonly rules: readonly {
    readonly rule: string;
    readonly version: number;
    readonly severity: string;
    readonly lines: number;
  }[];
  readonly edits: readonly EditSummary[];
  readonly files: readonly FileSummary[];
};
export type FileSummary = {
  readonly submission: number;
  readonly name: string;
  readonly sha256: string;
  readonly sender: string;
  readonly period: string;
  readonly sequence: number;
  readonly function: string;
  readonly state: string;
  readonly received_at: string;
  readonly lines: number;
  readonly amount: string | null;
};

/** The origin of a level cell. */
export async function originOf(scope: TraceScope, sources: TraceSources): Promise<Origin> {
  const where = scopeCondition(scope, structureOf(sources.domain));
  const contributions = await contributionRows(scope, where, sources);
  const lines = await lineGroups(scope, where, sources);
  const of = (set: string) => lines.filter((row) => row['grouped'] === set);
  return {
    contributions: contributions.map(contributionSummary),
    holdings: Number(contributions[0]?.['holdings'] ?? 0),
    states: of('state').map(stateSummary),
    rates: scope.indicator === 'EMPLOYMENT' ? [] : of('rate').map(rateSummary),
    rules: rulesOf(of('failed'), sources.domain.rules),
    edits: [...(await editsOf(scope, where, sources)), ...(await automaticEdits(scope, where, sources))],
    files: filesOf(of('submission'), sources.store),
  };
}

/** The largest lines of a level cell, in falling order of magnitude. */
export async function linesOf(
  scope: TraceScope,
  sources: TraceSources,
  limit: number,
): Promise<readonly Row[]> {
  const where = scopeCondition(scope, structureOf(sources.domain));
  const from = linesFrom(scope, sources);
  if (from === undefined) return [];
  return sources.engine.rows(sql`
    SELECT submission, ordinal, kind, sender, enterprise, holding, month, segment, ebops, partner, currency,
      CAST(amount * sign AS VARCHAR) AS amount, CAST(rate AS VARCHAR) AS rate, CAST(mad AS VARCHAR) AS mad,
      headcount, state, reason, source, status, failed
    FROM (SELECT *, headcount IS NOT NULL AS jobs FROM ${from}) WHERE ${where} AND ${counted(scope)}
    ORDER BY abs(${measure(scope)}) DESC, submission, ordinal LIMIT ${limit}`);
}

/** Lines that count: employment is also stated on lines whose flow the banks' settlements carry. */
function counted({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`jobs AND state IN ('accepted', 'linked')` : sql`state = 'accepted'`;
}

/** Lines that say something about the cell, whatever became of them. */
function stated({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`jobs` : sql`TRUE`;
}

function measure({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`headcount` : sql`mad`;
}

/** What adds up over lines: dirhams. An enterprise says its jobs on each of its lines. */
function summed({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`CAST(NULL AS DECIMAL(38,2))` : sql`mad`;
}

function contributionRows(scope: TraceScope, where: Sql, { engine, contributions }: TraceSources) {
  return engine.rows(sql`
    WITH chosen AS (SELECT * FROM ${readParquet(contributions)}
      WHERE indicator = ${scope.indicator} AND scope = ${scope.scope} AND ${where})
    SELECT source, status, CAST(sum(lines) AS BIGINT) AS lines, CAST(sum(value) AS VARCHAR) AS amount,
      (SELECT count(DISTINCT holding) FROM chosen WHERE holding <> ${NOBODY}) AS holdings
    FROM chosen GROUP BY source, status ORDER BY source, status`);
}

/** What is told of the lines of a scope, grouped by state, by rate, by rules not passed and by submission. */
async function lineGroups(scope: TraceScope, where: Sql, sources: TraceSources): Promise<readonly Row[]> {
  const from = originsFrom(scope, sources);
  if (from === undefined) return [];
  return sources.engine.rows(sql`
    WITH chosen AS (
      SELECT state, reason, currency, month, rate, failed, submission, lines, ${summed(scope)} AS measured, amount, ${counted(scope)} AS counts
      FROM ${from} WHERE ${divisionCondition(scope)} AND ${where} AND ${stated(scope)}
    ), grouped AS (
      SELECT CASE GROUPING(state, rate, failed, submission)
          WHEN 7 THEN 'state' WHEN 11 THEN 'rate' WHEN 13 THEN 'failed' ELSE 'submission' END AS grouped,
        state, reason, currency, month, rate, failed, submission, CAST(sum(lines) AS BIGINT) AS lines,
        sum(measured) AS amount, sum(measured) FILTER (counts) AS counted,
        sum(amount) FILTER (counts) AS foreign_amount,
        CAST(coalesce(sum(lines) FILTER (counts), 0) AS BIGINT) AS counted_lines
      FROM chosen
      GROUP BY GROUPING SETS ((state, reason), (currency, month, rate), (failed), (submission)))
    SELECT * FROM grouped ORDER BY grouped, state, reason, currency, month, rate, counted DESC, submission`);
}

function contributionSummary(row: Row): Origin['contributions'][number] {
  return {
    source: text(row['source']),
    status: text(row['status']),
    lines: Number(row['lines']),
    amount: text(row['amount']),
  };
}

function stateSummary(row: Row): Origin['states'][number] {
  return {
    state: text(row['state']),
    reason: textOrNull(row['reason']),
    lines: Number(row['lines']),
    amount: textOrNull(row['amount']),
  };
}

function rateSummary(row: Row): Origin['rates'][number] {
  return {
    currency: text(row['currency']),
    month: text(row['month']),
    rate: text(row['rate']),
    lines: Number(row['counted_lines']),
    foreign: text(row['foreign_amount'] ?? 0),
    amount: text(row['counted'] ?? 0),
  };
}

/** Lines by rule that did not pass, from the lists that lines carry. */
function rulesOf(groups: readonly Row[], rules: readonly Rule[]): Origin['rules'] {
  const counts = new Map<string, number>();
  for (const group of groups.filter((row) => row['failed'] !== null)) {
    for (const id of text(group['failed']).split(','))
      counts.set(id, (counts.get(id) ?? 0) + Number(group['lines']));
  }
  return [...counts]
    .map(([id, lines]) => {
      const rule = rules.findLast((each) => each.id === id);
      return { rule: id, version: rule?.version ?? 0, severity: rule?.severity ?? 'unknown', lines };
    })
    .sort((a, b) => b.lines - a.lines || (a.rule < b.rule ? -1 : 1));
}

function filesOf(groups: readonly Row[], store: Store): readonly FileSummary[] {
  return groups.flatMap((row) => {
    const file = store.get<Omit<FileSummary, 'lines' | 'amount'>>(FILE, Number(row['submission']));
    if (file === undefined) return [];
    return [{ ...file, lines: Number(row['counted_lines']), amount: textOrNull(row['counted']) }];
  });
}

const FILE = `SELECT id AS submission, name, sha256, sender, period, sequence, function, state, received_at
  FROM submissions WHERE id = ?`;

function text(value: unknown): string {
  return String(value);
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
