// The desk of the declarants' portal, made of collecting, processing and the store of one workspace.

import { isExpected, owedBy } from '../analyse/respondents.ts';
import type { Domain } from '../design/domain.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound } from '../engine/errors.ts';
import { logMark } from '../office/log-mark.ts';
import type { Desk, Due, GivenAnswer, Page, Question, Report, Respondent } from '../office/portal/desk.ts';
import { openDeclarations } from './declarations.ts';
import type { Intake } from './intake.ts';
import { officeKey } from './office-accounts.ts';
import { faultsOf, reportFrom } from './portal-report.ts';
import { declaredAt } from './process.ts';
import { proveReceipt } from './prove.ts';
import { domainNow } from './register.ts';
import type { UploadRow } from './upload-row.ts';
import type { Workspace } from './workspace.ts';

/** The desk over a workspace and its intake. */
export function openPortalDesk(workspace: Workspace, intake: Intake, effects: Effects): Desk {
  const { config } = workspace;
  const declarations = openDeclarations(workspace);
  return {
    /** With what came to the register since the office was started. */
    get domain() {
      return domainNow(workspace);
    },
    ...{ synthetic: config.synthetic, clock: effects.clock },
    nameOf: (respondent) => nameOf(domainNow(workspace), respondent),
    ownerOf: (kind, name) => ownerOf(workspace, kind, name),
    upload: intake.keep,
    logMark: (upload) => (upload === null ? null : markOf(workspace, upload, effects)),
    answered: intake.answered,
    report: (respondent, id) => reportOf(workspace, respondent, id),
    faults: (respondent, id, from, count) =>
      reportOf(workspace, respondent, id) === undefined ? [] : faultsOf(workspace, id, from, count),
    uploads: (respondent, from, count) => uploadsOf(workspace, respondent, from, count),
    declarations: declarations.page,
    declaration: declarations.one,
    lines: declarations.lines,
    proof: (respondent, receipt) => proofOf(workspace, respondent, receipt),
    nextSequence: (respondent, period) => nextSequence(workspace, respondent, period),
    inForce: declarations.inForce,
    questions: (respondent) => questionsOf(workspace, respondent),
    answer: (given, record) => recordAnswer(workspace, given, record, effects),
    due: (respondent) => dueOf(workspace, respondent, effects.clock().slice(0, 10)),
    expects: (respondent) => expects(workspace, respondent, effects.clock().slice(0, 10)),
  };
}

function markOf(workspace: Workspace, upload: string, effects: Effects): string | null {
  const entry = workspace.store.get<{ seq: number; hash: string }>(
    'SELECT a.seq, a.hash FROM uploads AS u JOIN audit AS a ON a.seq = u.entry WHERE u.id = ?',
    upload,
  );
  return entry === undefined ? null : logMark(officeKey(workspace, effects), entry);
}

/** The name of a respondent; its code where the definitions have none. */
function nameOf({ banks, register }: Domain, { type, sender }: Respondent): string {
  const found =
    type === 'bank'
      ? banks.find(({ code }) => code === sender)
      : register.find(({ enterprise }) => enterprise === sender);
  return found?.name ?? sender;
}

const OWNERS = {
  upload: 'SELECT declarant_type AS type, sender FROM uploads WHERE id = ?',
  receipt: "SELECT declarant_type AS type, sender FROM submissions WHERE receipt = ? AND state <> 'refused'",
  question: 'SELECT declarant_type AS type, sender FROM questions WHERE id = ?',
} as const;

function ownerOf({ store }: Workspace, kind: keyof typeof OWNERS, name: string): Respondent | undefined {
  if (kind === 'question' && !/^[1-9]\d{0,14}$/.test(name)) return undefined;
  return store.get<Respondent>(OWNERS[kind], kind === 'question' ? Number(name) : name);
}

function reportOf(workspace: Workspace, respondent: Respondent, id: string): Report | undefined {
  const row = workspace.store.get<UploadRow>(
    'SELECT * FROM uploads WHERE id = ? AND declarant_type = ? AND sender = ?',
    ...[id, respondent.type, respondent.sender],
  );
  return row === undefined ? undefined : reportFrom(workspace, row);
}

function uploadsOf(
  workspace: Workspace,
  { type, sender }: Respondent,
  from: number,
  count: number,
): Page<Report> {
  const rows = workspace.store.all<UploadRow>(
    'SELECT * FROM uploads WHERE declarant_type = ? AND sender = ? ORDER BY seq DESC LIMIT ? OFFSET ?',
    ...[type, sender, count, from],
  );
  const total = workspace.store.get<{ n: number }>(
    'SELECT count(*) AS n FROM uploads WHERE declarant_type = ? AND sender = ?',
    ...[type, sender],
  );
  return { rows: rows.map((row) => reportFrom(workspace, row)), total: total?.n ?? 0 };
}

function proofOf(workspace: Workspace, { type, sender }: Respondent, receipt: string): object | undefined {
  const own = workspace.store.get(
    'SELECT 1 FROM submissions WHERE receipt = ? AND declarant_type = ? AND sender = ?',
    ...[receipt, type, sender],
  );
  if (own === undefined) return undefined;
  try {
    return proveReceipt(workspace, receipt);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

function nextSequence({ store }: Workspace, { type, sender }: Respondent, period: string): number {
  const row = store.get<{ next: number }>(
    'SELECT coalesce(max(sequence), 0) + 1 AS next FROM submissions WHERE declarant_type = ? AND sender = ? AND period = ?',
    ...[type, sender, period],
  );
  return row?.next ?? 1;
}

const QUESTIONS = `SELECT q.id, s.receipt, s.period, q.ordinal, q.field, q.ar, q.fr, q.en, q.at, q.answer, q.answered_at
  FROM questions AS q JOIN submissions AS s ON s.id = q.submission
  WHERE q.declarant_type = ? AND q.sender = ? ORDER BY q.answered_at IS NOT NULL, q.id DESC`;

type QuestionRow = Omit<Question, 'text' | 'answeredAt'> & {
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
  readonly answered_at: string | null;
};

function questionsOf({ store }: Workspace, { type, sender }: Respondent): readonly Question[] {
  return store.all<QuestionRow>(QUESTIONS, type, sender).map(({ ar, fr, en, answered_at, ...row }) => ({
    ...row,
    text: { ar, fr, en },
    answeredAt: answered_at,
  }));
}

function recordAnswer(
  { store }: Workspace,
  { respondent, question, text }: GivenAnswer,
  record: () => void,
  { clock }: Effects,
): boolean {
  return store.transaction(() => {
    const open = store.get(
      'SELECT 1 FROM questions WHERE id = ? AND declarant_type = ? AND sender = ? AND answered_at IS NULL',
      ...[question, respondent.type, respondent.sender],
    );
    if (open === undefined) return false;
    store.run('UPDATE questions SET answer = ?, answered_at = ? WHERE id = ?', text, clock(), question);
    record();
    return true;
  });
}

function dueOf(workspace: Workspace, { type, sender }: Respondent, today: string): readonly Due[] {
  if (type === 'office') return [];
  const received = workspace.store.all<{ period: string; receipt: string }>(
    "SELECT period, receipt FROM submissions WHERE declarant_type = ? AND sender = ? AND state = 'received' AND function <> 'cancel' ORDER BY sequence",
    ...[type, sender],
  );
  const domain = domainNow(workspace);
  const declared = declaredAt(workspace, { cutSubmission: Number.MAX_SAFE_INTEGER });
  const owed = owedBy(domain, declared, { source: type, sender }, today);
  const done = new Map(received.map(({ period, receipt }) => [period, receipt]));
  const days = new Map(
    domain.calendar
      .filter(({ kind, declarant }) => kind === 'declarations' && declarant === type)
      .map(({ period, due }) => [period, due]),
  );
  return [
    ...owed.map(({ period, due, overdue }): Due => ({ period, due, overdue, receipt: null })),
    ...[...done].map(([period, receipt]) => ({
      ...{ period, receipt },
      due: days.get(period) ?? null,
      overdue: null,
    })),
  ].toSorted((one, other) => (one.period < other.period ? 1 : -1));
}

/** Whether the office asks a respondent to declare at all. */
function expects(workspace: Workspace, { type, sender }: Respondent, today: string): boolean {
  return type !== 'office' && isExpected(domainNow(workspace), { source: type, sender }, today);
}
