// `marsad edits WS show LINE`: a line, its history, its matches, its findings, and what a decision does to each cell.

import { type Addition, type CellEffect, effectOf } from '../analyse/decision-effect.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import type { Edit, EditRow } from '../design/edit.ts';
import { structureOf } from '../design/equations.ts';
import { parseScaled, type Rational, toDecimal } from '../design/rational.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import { type Decision, decisionEvent, type Grounds, placeOf } from '../process/decision.ts';
import { standingEdits } from '../process/overlay.ts';
import { asCorrected, automaticRows, correctedFields } from './edit-automatic.ts';
import { type CollectedLine, collectedLine, type LinePlace, previewLine } from './edit-line.ts';
import { latestRun, type Run } from './runs.ts';
import { sourcesOf } from './trace.ts';
import type { Workspace } from './workspace.ts';

export type ShownLine = {
  readonly line: string;
  readonly run: number;
  readonly file: Row;
  readonly collected: Row;
  /** As the run processed it. */
  readonly processed: Row;
  readonly findings: readonly Row[];
  readonly matches: readonly Row[];
  readonly history: readonly EditRow[];
  /** What the rules of editing changed in the run. */
  readonly automatic: readonly Row[];
  readonly questions: readonly Row[];
  /** The decision whose effect is shown, and the line as it would then be processed. */
  readonly decision: Decision;
  readonly then: Row;
  readonly effects: readonly ShownEffect[];
};
/** Values are decimal text in the unit of the cell, two decimals; null where there is none. */
export type ShownEffect = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A line of the newest analysed run with everything about it; without a decision, the one that would turn its state. */
export async function showLine(
  workspace: Workspace,
  engine: Engine,
  place: LinePlace,
  given: Decision | undefined,
  grounds: Grounds,
): Promise<ShownLine> {
  const run = latestRun(workspace, 'analysed');
  const line = await collectedLine(workspace, engine, place);
  const found = await processedRows(workspace, engine, run, place);
  const decision = given ?? turningDecision(found.processed, line);
  const corrected = correctedFields(line, found.automatic);
  const event = {
    ...decisionEvent(decision, asCorrected(line, corrected), grounds),
    seq: Number.MAX_SAFE_INTEGER,
  };
  const then = await previewLine(workspace, engine, line, [
    ...standingUnder(decision, corrected),
    ...line.edits,
    event,
  ]);
  const effects = await cellEffects(workspace, engine, run, found.processed, then);
  return {
    ...{ line: placeOf(place), run: run.id, ...found, decision, then },
    file: { ...line.submissionRow },
    collected: line.collected,
    history: line.edits as readonly EditRow[],
    questions: workspace.store.all<Row>(QUESTIONS, place.submission, place.ordinal),
    effects: effects.map(shownEffect),
  };
}

/** What a line adds to a base cell; nothing unless it counts. */
function additionOf(row: Row): readonly Addition[] {
  if (row['state'] !== 'accepted' || row['segment'] === null || row['mad'] === null) return [];
  const centimes = parseScaled(String(row['mad']), 2) ?? 0n;
  const text = (column: string) => String(row[column]);
  const partner = row['partner'] === null ? null : text('partner');
  return [{ month: text('month'), segment: text('segment'), ebops: text('ebops'), partner, centimes }];
}

/** What rules of editing changed stands under a correction of another field, and under a confirmation, which keeps it. */
function standingUnder(decision: Decision, corrected: readonly Edit[]): readonly Edit[] {
  if (decision.kind === 'exclude' || (decision.kind === 'confirm' && decision.asDeclared === true)) return [];
  return corrected.filter(({ field }) => decision.kind !== 'correct' || field !== decision.field);
}

const QUESTIONS = 'SELECT * FROM questions WHERE submission = ? AND ordinal = ? ORDER BY id';

async function processedRows(workspace: Workspace, engine: Engine, run: Run, place: LinePlace) {
  const { lines, months, findings, links } = sourcesOf(workspace, run, engine);
  const at = sql`submission = ${place.submission} AND ordinal = ${place.ordinal}`;
  const to = sql`to_submission = ${place.submission} AND to_ordinal = ${place.ordinal}`;
  const [processed] = await engine.rows(
    sql`SELECT * FROM ${readParquet(months.flatMap(lines))} WHERE ${at} AND submission > 0`,
  );
  return {
    processed: processed ?? {},
    automatic: await automaticRows(workspace, engine, run, place),
    findings: await engine.rows(sql`SELECT * FROM ${readParquet(findings)} WHERE ${at} ORDER BY rule`),
    matches: await engine.rows(
      sql`SELECT * FROM ${readParquet(links)} WHERE (${at}) OR (${to}) ORDER BY ALL LIMIT 100`,
    ),
  };
}

/** A line that counts would be excluded, any other one confirmed; what was decided since the run is already so. */
function turningDecision(processed: Row, line: CollectedLine): Decision {
  const decided = standingEdits(line.edits).find(({ field }) => field === 'state')?.after;
  return { kind: (decided ?? processed['state']) === 'accepted' ? 'exclude' : 'confirm' };
}

async function cellEffects(
  { layout, domain }: Workspace,
  engine: Engine,
  run: Run,
  now: Row,
  then: Row,
): Promise<readonly CellEffect[]> {
  const rows = await engine.rows(cellsQuery(layout.runFile(run.id, 'cells.parquet')));
  return effectOf(rows.map(compiledCell), additionOf(now), additionOf(then), structureOf(domain));
}

function shownEffect({ before, after, ...cell }: CellEffect): ShownEffect {
  return { ...cell, before: decimal(before), after: decimal(after) };
}

function decimal(value: Rational | null): string | null {
  return value === null ? null : toDecimal(value, 2);
}
