// What the manifest of a release says of its making: number, vintage, cut, hashes of what it was made from.

import { join } from 'node:path';
import { dueVintages } from '../analyse/vintage.ts';
import { commitmentTo } from '../design/disclosure.ts';
import type { Domain } from '../design/domain.ts';
import { refusal } from '../design/refusal.ts';
import { UNDECIDED, WAITING } from '../design/release-state.ts';
import type { RevisionCause } from '../design/tables.ts';
import { receiptsRoot } from '../disseminate/proof.ts';
import type { ReleaseFacts } from '../disseminate/release.ts';
import { readText } from '../engine/files.ts';
import { auditHead } from '../office/audit-log.ts';
import { CAUSES_SAID } from './cause-words.ts';
import { protectionWord } from './certificate-word.ts';
import { refuseUnfitHour } from './embargo-hour.ts';
import { inputsCommitment } from './inputs.ts';
import { readSecrets } from './protection-facts.ts';
import { receiptsSeen } from './prove.ts';
import { causesSince } from './revision-causes.ts';
import { lockFileHash, type Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type DraftRequest = {
  readonly workspace: Workspace;
  readonly run: Run;
  readonly period: string;
  readonly embargo: string | null;
  readonly causes?: readonly RevisionCause[];
  /** By default the next of the period. */
  readonly number?: number;
  /** The head of the audit log that the release is to hold; by default the present one. */
  readonly audit?: ReleaseFacts['audit'] | null;
};

/** The facts of the release that a request asks for; refuses what cannot be released. */
export async function releaseFacts(asked: DraftRequest): Promise<ReleaseFacts> {
  refuseUnfit(asked);
  const request = { ...asked, causes: await causesFor(asked) };
  const { workspace, run, period, embargo, causes } = request;
  const { domain, config, store } = workspace;
  const audit = asked.audit === undefined ? auditHead(store) : asked.audit;
  const number = request.number ?? nextNumber(workspace, period);
  // The calendar's next vintage may find nothing moved: figures become final, and no cause is invented for it.
  if (number > 1 && causes.length === 0 && !isScheduled(domain, period, number, run.cutAt))
    throw refusal('cause_needed', { period, causes: CAUSES_SAID });
  return {
    id: `${period}/${number}`,
    period,
    number,
    agency: domain.agency,
    synthetic: config.synthetic,
    vintage: vintageOf(domain, { period, number, at: run.cutAt }),
    status: number === 1 || isScheduled(domain, period, number, run.cutAt) ? 'regular' : 'correction',
    causes: [...causes],
    embargo,
    cut: { submission: run.cutSubmission, edit: run.cutEdit, at: run.cutAt },
    domain: { id: domain.id, version: domain.version, sha256: domain.hash },
    program: { version: programVersion(), sha256: run.programHash, lock: lockFileHash() },
    disclosure: commitmentTo(readSecrets(workspace)),
    ...protectionWord(workspace, run),
    receipts: receiptsRoot(receiptsSeen(workspace, run)),
    inputs: await inputsCommitment(workspace, run),
    ...(audit === null ? {} : { audit }),
    previous: previousRelease(workspace),
  };
}

function refuseUnfit({ workspace, run, period, embargo }: DraftRequest): void {
  if (embargo !== null) refuseUnfitHour(embargo, workspace.domain.timeZone);
  const analysed = (run.summary['analysed'] as { readonly period?: string } | undefined)?.period;
  if (analysed !== undefined && analysed !== period)
    throw refusal('other_period', { run: run.id, analysed, period });
  const report = run.summary['protected'] as { readonly at_risk?: number } | undefined;
  if (report?.at_risk !== 0) throw refusal('run_unprotected', { run: run.id });
}

/** Refuses another release of a period while one waits for its hour. */
export function refuseWaiting({ store }: Workspace, period: string): void {
  const waiting = store.get<{ id: string }>(
    `SELECT id FROM releases WHERE period = ? AND state IN ${WAITING}`,
    period,
  );
  if (waiting !== undefined) throw refusal('another_waits', { id: waiting.id, period });
}

function nextNumber(workspace: Workspace, period: string): number {
  const { store } = workspace;
  refuseWaiting(workspace, period);
  const row = store.get<{ last: number | null }>(
    `SELECT max(number) AS last FROM releases WHERE period = ? AND state NOT IN ${UNDECIDED}`,
    period,
  );
  return (row?.last ?? 0) + 1;
}

/** Causes that were stated, or those that the records give since the last release of the period. */
async function causesFor({
  workspace,
  run,
  period,
  causes,
}: DraftRequest): Promise<readonly RevisionCause[]> {
  return causes !== undefined && causes.length > 0 ? causes : await causesSince(workspace, run, period);
}

/** A revision that the calendar announced is no correction. */
function isScheduled(domain: Domain, period: string, number: number, at: string): boolean {
  return dueVintages(domain.calendar, period, at.slice(0, 10)).length >= number;
}

/** The first release of a period is its first vintage in the calendar, the next one the next, but none before it is due. */
function vintageOf(
  domain: Domain,
  { period, number, at }: { readonly period: string; readonly number: number; readonly at: string },
): ReleaseFacts['vintage'] {
  const due = dueVintages(domain.calendar, period, at.slice(0, 10));
  return due[Math.min(number, due.length) - 1]?.vintage ?? 'preliminary';
}

export function programVersion(): string {
  const text = readText(join(import.meta.dirname, '..', '..', 'package.json'));
  return String((JSON.parse(text) as { readonly version: string }).version);
}

function previousRelease({ store }: Workspace): ReleaseFacts['previous'] {
  const row = store.get<{ id: string; manifest_hash: string }>(
    "SELECT id, manifest_hash FROM releases WHERE state IN ('published', 'withdrawn') ORDER BY published_at DESC, id DESC LIMIT 1",
  );
  return row === undefined ? null : { id: row.id, sha256: row.manifest_hash };
}
