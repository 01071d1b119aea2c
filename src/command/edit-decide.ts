// Decisions over lines and questions about them, as they are recorded: by a command, or by a page of the office.

import type { EditRow } from '../design/edit.ts';
import type { Engine } from '../engine/duckdb.ts';
import {
  type Decision,
  decisionEvent,
  type EditEvent,
  type Grounds,
  reversalEvent,
} from '../process/decision.ts';
import { type AskedQuestion, askDeclarant } from './ask.ts';
import { asCorrected, automaticRows, correctedFields } from './edit-automatic.ts';
import { collectedLine, type LinePlace } from './edit-line.ts';
import { latestRun } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** An event with the number that the store gave it. */
export type RecordedEdit = EditEvent & { readonly edit: number };
/** Hears of what is recorded within its transaction: for the audit log. */
export type Told = (recorded: readonly RecordedEdit[]) => void;

/**
 * Records a decision over a line; the last event is the decision itself. A confirmation records what the rules changed
 * with it, so that no later run takes it back.
 */
export async function decideLine(
  workspace: Workspace,
  engine: Engine,
  place: LinePlace,
  decision: Decision,
  grounds: Grounds,
  told: Told = () => {},
): Promise<readonly RecordedEdit[]> {
  return record(workspace, await eventsOf(workspace, engine, place, decision, grounds), told);
}

/** Takes an earlier edit back. */
export function reverseEdit(
  workspace: Workspace,
  seq: number,
  grounds: Grounds,
  told: Told = () => {},
): RecordedEdit {
  const edits = workspace.store.all<EditRow>('SELECT * FROM edits ORDER BY seq');
  const [recorded] = record(workspace, [reversalEvent(seq, edits, grounds)], told);
  if (recorded === undefined) throw new Error(`the reversal of edit ${seq} was not kept`);
  return recorded;
}

/** Asks the declarant about a field of a line. */
export async function askAbout(
  workspace: Workspace,
  engine: Engine,
  place: LinePlace,
  field: string | undefined,
  grounds: Grounds,
): Promise<AskedQuestion> {
  return askDeclarant(workspace, await collectedLine(workspace, engine, place), field, grounds);
}

async function eventsOf(
  workspace: Workspace,
  engine: Engine,
  place: LinePlace,
  decision: Decision,
  grounds: Grounds,
): Promise<readonly EditEvent[]> {
  const line = await collectedLine(workspace, engine, place);
  const asDeclared = decision.kind === 'confirm' && decision.asDeclared === true;
  if (decision.kind === 'exclude' || asDeclared) return [decisionEvent(decision, line, grounds)];
  const rows = await automaticRows(workspace, engine, latestRun(workspace, 'processed'), place);
  const corrected = correctedFields(line, rows);
  if (decision.kind === 'correct') return [decisionEvent(decision, asCorrected(line, corrected), grounds)];
  const kept = corrected
    .filter(({ field, after }) => line.fields[field] !== after)
    .map(({ field, after }) => decisionEvent({ kind: 'correct', field, to: after }, line, grounds));
  return [...kept, decisionEvent(decision, line, grounds)];
}

/** Appends the events of one decision, all or none. */
function record(workspace: Workspace, events: readonly EditEvent[], told: Told): readonly RecordedEdit[] {
  return workspace.store.transaction(() => {
    const recorded = events.map((event) => ({ edit: append(workspace, event), ...event }));
    told(recorded);
    return recorded;
  });
}

function append({ store }: Workspace, event: EditEvent): number {
  return store.run(
    `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, proof, author, at, reverses)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[event.submission, event.ordinal, event.field, event.before, event.after, event.rule],
    ...[event.reason, event.cause, event.proof, event.author, event.at, event.reverses],
  );
}
