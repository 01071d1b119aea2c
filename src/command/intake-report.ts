// The report of each upload of a batch: what the file is answered, and what the rules say of its lines.

import { join } from 'node:path';
import type { FileFinding } from '../collect/finding.ts';
import type { Answer } from '../collect/receipt.ts';
import { KIND_OF_DECLARANT, type SubmissionFunction } from '../design/declaration.ts';
import { PROCESSED_KINDS } from '../design/facts.ts';
import { remove, writeWhole } from '../engine/files.ts';
import type { Store } from '../engine/store.ts';
import {
  type Arrived,
  type FirstBalance,
  type FirstValidation,
  type LineFault,
  validateArrived,
} from '../process/first-validation.ts';
import type { RefusedLines } from './intake-refused.ts';
import type { Counter, Receiving } from './intake-settle.ts';
import type { KeptFault, KeptReport, UploadRow } from './upload-row.ts';

type Answered = readonly [UploadRow, Answer];

/** The answer that an upload got in a process that was killed before it could be told; undefined for none. */
export function recordedAnswer(store: Store, row: UploadRow): Answer | undefined {
  if (row.attempts === 0) return undefined;
  const found = store.get<Recorded>(
    'SELECT id, state, receipt, lines, language, findings FROM submissions WHERE sha256 = ? AND received_at = ?',
    ...[row.sha256, row.at],
  );
  if (found === undefined) return undefined;
  const { id, state, receipt, lines, language, findings } = found;
  const refused = state === 'refused';
  return {
    ...{ file: row.name, receipt: refused ? null : receipt, state: refused ? 'refused' : 'received' },
    ...{ sha256: row.sha256, submission: id, language, lines: { received: lines } },
    findings: JSON.parse(findings) as Answer['findings'],
  };
}

type Recorded = Pick<Answer, 'language'> & {
  readonly id: number;
  readonly state: string;
  readonly receipt: string;
  readonly lines: number;
  readonly findings: string;
};

/** Validates the lines of what was answered and writes the faults of each upload beside its report. */
export async function reportsOf(
  answered: readonly Answered[],
  receiving: Receiving,
  refused: RefusedLines,
  counter: Counter,
): Promise<ReadonlyMap<string, KeptReport>> {
  const { engine, workspace } = counter;
  const arrived = answered.flatMap((each) => arrivedOf(each, receiving, refused));
  const validations: FirstValidation[] = [];
  for (const kind of PROCESSED_KINDS) {
    const ofKind = arrived.filter((each) => each.kind === kind);
    validations.push(await validateArrived(engine, workspace.domain, kind, unique(ofKind)));
  }
  for (const path of refused.values()) remove(path);
  const faults = Map.groupBy(
    validations.flatMap((each) => each.faults),
    ({ submission }) => submission,
  );
  return new Map(
    answered.map(([row, answer]) => {
      const own = answer.submission === null ? [] : (faults.get(answer.submission) ?? []);
      writeFaults(workspace.layout.faults(row.id), own, answer.firstLine ?? 1);
      return [row.id, reportOf(row, answer, receiving.store, validations, own.length)];
    }),
  );
}

/** The report of an upload that the program could not receive: it is no fault of the sender's. */
export function failedReport(): KeptReport {
  return {
    ...{ outcome: 'failed', receipt: null, envelope: null, states: null, received: 0 },
    ...{ findings: [], rules: [], faults: 0 },
  };
}

/** The same bytes sent twice in one batch are one submission. */
function unique(arrived: readonly Arrived[]): readonly Arrived[] {
  return [...new Map(arrived.map((each) => [each.id, each])).values()];
}

function arrivedOf(
  [row, { submission, state }]: Answered,
  { store, root }: Receiving,
  refused: RefusedLines,
): readonly Arrived[] {
  if (submission === null) return [];
  const found = store.get<{ period: string | null; lines: number; path: string | null }>(
    'SELECT period, lines, path FROM submissions LEFT JOIN submission_files ON submission = id WHERE id = ?',
    submission,
  );
  const spilled = refused.get(submission);
  const kept = found?.path == null ? undefined : join(root, found.path);
  const path = state === 'refused' ? spilled : kept;
  if (path === undefined || found?.period == null) return [];
  const kind = KIND_OF_DECLARANT[row.declarant_type];
  if (kind === 'series') return [];
  return [
    {
      ...{ id: submission, kind, sender: row.sender, period: found.period, state: 'received' },
      ...{ receivedAt: row.at, lines: state === 'refused' ? null : found.lines, path },
    },
  ];
}

function reportOf(
  row: UploadRow,
  answer: Answer,
  store: Store,
  validations: readonly FirstValidation[],
  faults: number,
): KeptReport {
  const { submission } = answer;
  const balance = validations
    .flatMap(({ balances }) => balances)
    .find((each) => each.submission === submission);
  const counts = validations.flatMap((each) => each.counts).filter((each) => each.submission === submission);
  const outcome =
    answer.state === 'received' || answer.state === 'refused' ? answer.state : 'already received';
  return {
    outcome,
    receipt: row.purpose === 'check' && outcome === 'received' ? null : answer.receipt,
    envelope: submission === null ? null : envelopeOf(store, submission),
    states: balance === undefined ? null : statesOf(balance),
    received: balance?.received ?? answer.lines.received,
    findings: answer.findings.map(withoutMessage),
    rules: counts.map(({ rule, lines }) => ({ rule, lines })),
    faults,
  };
}

function statesOf({ accepted, excluded, queried, rejected }: FirstBalance): { [state: string]: number } {
  return { accepted, excluded, queried, rejected };
}

function withoutMessage({ code, severity, line, column, values }: FileFinding): FileFinding {
  return { code, severity, line, column, values };
}

function envelopeOf(store: Store, submission: number): KeptReport['envelope'] {
  const found = store.get<{
    period: string | null;
    sequence: number | null;
    function: SubmissionFunction | null;
  }>('SELECT period, sequence, function FROM submissions WHERE id = ?', submission);
  if (found?.period == null || found.sequence === null || found.function === null) return null;
  return { period: found.period, sequence: found.sequence, function: found.function };
}

function writeFaults(path: string, faults: readonly LineFault[], firstLine: number): void {
  if (faults.length === 0) return;
  const texts = faults.map(({ ordinal, lineId, rule, found }) => {
    const kept: KeptFault = { line: firstLine + ordinal - 1, id: lineId, rule, found };
    return `${JSON.stringify(kept)}\n`;
  });
  writeWhole(path, texts.join(''), 0o600);
}
