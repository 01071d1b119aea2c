// Where a level cell comes from: contributions by source and status, lines by state, rates, rules, edits, files.

import type { Domain, Rule } from '../design/domain.ts';
import { structureOf } from '../design/equations.ts';
import { NOBODY } from '../design/tables.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { Store } from '../engine/store.ts';
import { linesFrom } from './trace-lines.ts';
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
export type EditSummary = {
  readonly rule: string;
  readonly field: string;
  readonly cause: string;
  readonly reason: string;
  readonly author: string;
  readonly edits: number;
  readonly example: string;
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
    FROM ${from} WHERE ${where} AND ${counted(scope)}
    ORDER BY abs(${measure(scope)}) DESC, submission, ordinal LIMIT ${limit}`);
}

/** Lines that count: employment is also stated on lines whose flow the banks' settlements carry. */
function counted({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT'
    ? sql`headcount IS NOT NULL AND state IN ('accepted', 'linked')`
    : sql`state = 'accepted'`;
}

/** Lines that say something about the cell, whatever became of them. */
function stated({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`headcount IS NOT NULL` : sql`TRUE`;
}

function measure({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`headcount` : sql`mad`;
}

/** What adds up over lines: dirhams. An enterprise says its jobs on each of its lines. */
function summed({ indicator }: TraceScope): Sql {
  return indicator === 'EMPLOYMENT' ? sql`CAST(NULL AS DECIMAL(18,2))` : sql`mad`;
}

function contributionRows(scope: TraceScope, where: Sql, { engine, contributions }: TraceSources) {
  return engine.rows(sql`
    WITH chosen AS (SELECT * FROM ${readParquet(contributions)}
      WHERE indicator = ${scope.indicator} AND scope = ${scope.scope} AND ${where})
    SELECT source, status, CAST(sum(lines) AS BIGINT) AS lines, CAST(sum(value) AS VARCHAR) AS amount,
      (SELECT count(DISTINCT holding) FROM chosen WHERE holding <> ${NOBODY}) AS holdings
    FROM chosen GROUP BY source, status ORDER BY source, status`);
}

/** One pass over the lines, grouped by state, by rate, by rules not passed and by submission. */
async function lineGroups(scope: TraceScope, where: Sql, sources: TraceSources): Promise<readonly Row[]> {
  const from = linesFrom(scope, sources);
  if (from === undefined) return [];
  return sources.engine.rows(sql`
    WITH chosen AS (
      SELECT state, reason, currency, month, rate, failed, submission, ${summed(scope)} AS measured, amount * sign AS amount, ${counted(scope)} AS counts
      FROM ${from} WHERE ${where} AND ${stated(scope)}
    ), grouped AS (
      SELECT CASE GROUPING(state, rate, failed, submission)
          WHEN 7 THEN 'state' WHEN 11 THEN 'rate' WHEN 13 THEN 'failed' ELSE 'submission' END AS grouped,
        state, reason, currency, month, rate, failed, submission, count(*) AS lines,
        sum(measured) AS amount, sum(measured) FILTER (counts) AS counted,
        sum(amount) FILTER (counts) AS foreign_amount,
        count(*) FILTER (counts) AS counted_lines
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

async function editsOf(
  scope: TraceScope,
  where: Sql,
  sources: TraceSources,
): Promise<readonly EditSummary[]> {
  const edits = sources.store.all<EditRow>(EDITS, sources.cutEdit);
  const from = linesFrom(scope, sources);
  if (edits.length === 0 || from === undefined) return [];
  const months = [...new Set(edits.map(({ submission }) => submission))];
  const rows = await sources.engine.rows<{ submission: number; ordinal: number }>(sql`
    SELECT submission, ordinal FROM ${from} WHERE ${where} AND submission IN (${months})`);
  const touched = new Set(rows.map(({ submission, ordinal }) => `${submission} ${ordinal}`));
  const inside = edits.filter(({ submission, ordinal }) => touched.has(`${submission} ${ordinal}`));
  const groups = Map.groupBy(inside, ({ rule, field, cause, reason, author }) =>
    JSON.stringify([rule, field, cause, reason, author]),
  );
  return [...groups.values()].flatMap(editSummary);
}

/** Edits that the rules of editing made, by rule and field. */
async function automaticEdits(
  scope: TraceScope,
  where: Sql,
  sources: TraceSources,
): Promise<readonly EditSummary[]> {
  const from = linesFrom(scope, sources);
  if (sources.edits === null || from === undefined) return [];
  const rows = await sources.engine.rows(sql`
    SELECT e.rule || '@' || e.version AS rule, e.field, e.cause, e.reason, e.author, count(*) AS edits,
      min_by(e.submission || '/' || e.ordinal || ': ' || e.field || ' ' || coalesce(e.before, 'nothing') || ' → '
        || coalesce(e.after, 'nothing'), (e.submission, e.ordinal)) AS example
    FROM ${readParquet(sources.edits)} AS e
    JOIN (SELECT submission, ordinal FROM ${from} WHERE ${where}) AS l
      ON l.submission = e.submission AND l.ordinal = e.ordinal
    GROUP BY e.rule, e.version, e.field, e.cause, e.reason, e.author ORDER BY rule, e.field, e.reason`);
  return rows.map((row) => ({
    ...{ rule: text(row['rule']), field: text(row['field']), cause: text(row['cause']) },
    ...{ reason: text(row['reason']), author: text(row['author']) },
    ...{ edits: Number(row['edits']), example: `line ${text(row['example'])}` },
  }));
}

type EditRow = {
  readonly submission: number;
  readonly ordinal: number;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly cause: string;
  readonly author: string;
};
const EDITS = `SELECT submission, ordinal, field, before, after, rule, reason, cause, author FROM edits
  WHERE seq <= ? ORDER BY seq`;

function editSummary(group: readonly EditRow[]): readonly EditSummary[] {
  const [first] = group;
  if (first === undefined) return [];
  const { rule, field, cause, reason, author, submission, ordinal, before, after } = first;
  const example = `line ${submission}/${ordinal}: ${field} ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
  return [{ rule, field, cause, reason, author, edits: group.length, example }];
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
