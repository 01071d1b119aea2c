// `marsad edits WS list`: the queue of lines to review, ranked by expected effect on the published cells of a period.

import { monthsOf, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { QueueLine } from '../office/workbench/desk-editing.ts';
import { placeOf } from '../process/decision.ts';
import { type Queue, queueOf } from '../process/queue.ts';
import {
  type Candidate,
  candidateLines,
  type RuleWeights,
  type Scored,
  scoreLine,
} from '../process/score.ts';
import { readEstimates } from './estimates.ts';
import { domainSeen } from './register.ts';
import { latestRun, type Run } from './runs.ts';
import { sampleWeights } from './sample-weight.ts';
import { sourcesOf } from './trace.ts';
import type { Workspace } from './workspace.ts';

export type ListedQueue = {
  readonly run: number;
  readonly period: string;
  readonly threshold: number;
  readonly review: readonly QueueLine[];
  readonly rest: number;
  /** Expected error of the worst cell before and after the review, in percent of it. */
  readonly expected_error: { readonly before: string; readonly after: string };
};
export type QueueRequest = {
  readonly period: string;
  /** Part of a cell, such as 0.01. */
  readonly threshold: number;
};

/** The most candidates that are scored: the largest ones. */
const MOST = 50_000;

/** The queue of the newest processed run, over lines that no person has decided on. */
export async function listQueue(
  workspace: Workspace,
  engine: Engine,
  request: QueueRequest,
): Promise<ListedQueue> {
  const run = latestRun(workspace, 'processed');
  const queue = await queueOfRun(workspace, engine, run, request);
  return {
    ...{ run: run.id, period: request.period, threshold: request.threshold },
    review: queue.review.map(listedLine),
    rest: queue.rest,
    expected_error: { before: percent(queue.before), after: percent(queue.after) },
  };
}

/** The queue of a run. */
export async function queueOfRun(
  workspace: Workspace,
  engine: Engine,
  run: Run,
  { period, threshold }: QueueRequest,
): Promise<Queue> {
  const { lines, months, findings } = sourcesOf(workspace, run, engine);
  const all = sql`(SELECT * FROM ${readParquet(months.flatMap(lines))} WHERE submission > 0)`;
  const chosen = monthsOf(periodOf(period));
  const weights = ruleWeights(workspace);
  const flagged = [...weights].filter(([, weight]) => weight > 0).map(([rule]) => rule);
  const rows = await engine.rows(candidateLines(all, readParquet(findings), chosen, flagged, MOST));
  const decided = decidedPlaces(workspace);
  const totals = await totalsOf(engine, all, chosen);
  const weightOf: RuleWeights = (rule) => weights.get(rule) ?? 0;
  const standsFor = sampleWeights(domainSeen(workspace, run), readEstimates(workspace, run).grossing.cells);
  const scored = rows
    .map(candidateOf)
    .filter((candidate) => !decided.has(placeOf(candidate)))
    .map((candidate) => scoreLine(candidate, totals, weightOf, standsFor));
  return queueOf(scored, totals, threshold);
}

/** Belief that a line is treated wrongly when it fails a rule that only warns; information bears nothing. */
const WEIGHTS: { readonly [severity: string]: number } = { fatal: 0.9, error: 0.9, warning: 0.05, info: 0 };

/** A jump between months, a beginning without a register event, a negative month: most are true. */
const JUMPS: readonly (readonly [string, number])[] = [
  ['HB01', 0.1],
  ['HB02', 0.1],
  ['HB03', 0.3],
];

/** What a rule of editing could not prove. */
const DOUBT = 0.5;

function ruleWeights({ domain }: Workspace): ReadonlyMap<string, number> {
  const ruled = domain.rules.map(({ id, severity }) => [id, WEIGHTS[severity] ?? 0] as const);
  const doubts = domain.editing.map(({ id }) => [id, DOUBT] as const);
  return new Map([...JUMPS, ...doubts, ...ruled]);
}

/** Lines that a person has decided on, and that no later reversal reopened. */
function decidedPlaces({ store }: Workspace): ReadonlySet<string> {
  const rows = store.all<{ submission: number; ordinal: number }>(
    `SELECT DISTINCT submission, ordinal FROM edits WHERE rule = 'manual' AND reverses IS NULL
      AND seq NOT IN (SELECT reverses FROM edits WHERE reverses IS NOT NULL)`,
  );
  return new Set(rows.map(placeOf));
}

async function totalsOf(
  engine: Engine,
  all: Sql,
  months: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await engine.rows<{ segment: string; centimes: string }>(sql`
    SELECT coalesce(segment, '_T') AS segment, CAST(sum(mad) * 100 AS BIGINT) AS centimes FROM ${all}
    WHERE state = 'accepted' AND month IN (${months}) GROUP BY GROUPING SETS ((segment), ())`);
  return new Map(rows.map(({ segment, centimes }) => [segment, BigInt(centimes ?? 0)]));
}

function candidateOf(row: Row): Candidate {
  const text = (column: string) => (row[column] === null ? null : String(row[column]));
  const amount = (column: string) => BigInt(String(row[column]));
  return {
    submission: Number(row['submission']),
    ordinal: Number(row['ordinal']),
    kind: String(row['kind']),
    sender: String(row['sender']),
    enterprise: text('enterprise'),
    month: String(row['month']),
    segment: text('segment'),
    partner: text('partner'),
    state: String(row['state']),
    reason: text('reason'),
    failed: text('failed'),
    centimes: amount('centimes'),
    usual: amount('usual'),
    low: amount('low'),
    high: amount('high'),
  };
}

function listedLine(scored: Scored): QueueLine {
  const { score, suspicion, effect, centimes, state, reason, failed } = scored;
  const { sender, enterprise, month, segment, partner } = scored;
  return {
    line: placeOf(scored),
    score: score.toPrecision(4),
    suspicion: suspicion.toFixed(3),
    effect: formatScaled(effect, 2),
    mad: formatScaled(centimes, 2),
    ...{ state, reason, failed, sender, enterprise, month, segment, partner },
  };
}

function percent(part: number): string {
  return (100 * part).toFixed(3);
}
