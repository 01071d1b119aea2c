// Whether a declaration may come in: who sent it, whether it belongs here, and what was received before it.

import type { DeclarantType, Envelope } from '../design/declaration.ts';
import type { Domain } from '../design/domain.ts';
import { daysOf, periodOf } from '../design/period.ts';
import type { Store } from '../engine/store.ts';
import { type FileFinding, fatal, warning } from './finding.ts';

export type Admission = {
  readonly domain: Domain;
  readonly synthetic: boolean;
  readonly store: Store;
};

/** The earlier submission that a declaration replaces or cancels. */
export type Target = { readonly id: number; readonly receipt: string };

/** Whom an account declares for. */
export type Respondent = Pick<Envelope, 'declarant_type' | 'sender'>;

/** Whether a declaration names another sender than the one who brought it; one brought by the office itself may name any. */
export function isForeign(envelope: Respondent, from: Respondent | undefined): boolean {
  return (
    from !== undefined && (envelope.declarant_type !== from.declarant_type || envelope.sender !== from.sender)
  );
}

/** Every reason why a declaration cannot be admitted, as far as its envelope tells. */
export function admissionFindings(
  envelope: Envelope,
  lines: number,
  admission: Admission,
): readonly FileFinding[] {
  return [
    ...senderFindings(envelope, admission.domain),
    ...markFindings(envelope, admission.synthetic),
    ...identityFindings(envelope, admission.store),
    ...targetFindings(envelope, admission.store),
    ...(lines === 0 && envelope.function !== 'cancel' ? [fatal('no_lines')] : []),
    ...(lines > 0 && envelope.function === 'cancel'
      ? [fatal('line_count', { declared: 0, found: lines })]
      : []),
  ];
}

/** A period that has not begun on the day of arrival is most likely a slip of the envelope: it is told, and refuses nothing. */
export function aheadFindings({ period }: Envelope, arrivedAt: string): readonly FileFinding[] {
  const [first] = daysOf(periodOf(period));
  const day = arrivedAt.slice(0, 10);
  return first > day ? [warning('period_ahead', { period, day })] : [];
}

/** The submission in force that a declaration replaces or cancels. */
export function targetOf(
  { declarant_type, sender, period, replaces }: Envelope,
  store: Store,
): Target | undefined {
  if (replaces === null) return undefined;
  return store.get<Target>(
    `SELECT id, receipt FROM submissions WHERE declarant_type = ? AND sender = ? AND period = ? AND sequence = ? AND state = 'received'`,
    declarant_type,
    sender,
    period,
    replaces,
  );
}

/** The next free sequence number of an office's own series. */
export function nextSequence({ declarant_type, sender, period }: Envelope, store: Store): number {
  const row = store.get<{ next: number }>(
    'SELECT coalesce(max(sequence), 0) + 1 AS next FROM submissions WHERE declarant_type = ? AND sender = ? AND period = ?',
    declarant_type,
    sender,
    period,
  );
  return row?.next ?? 1;
}

const KNOWN: { readonly [D in DeclarantType]: (sender: string, domain: Domain) => boolean } = {
  bank: (sender, { banks }) => banks.some(({ code }) => code === sender),
  enterprise: (sender, { register }) => register.some(({ enterprise }) => enterprise === sender),
  office: (sender, { agency, id }) => sender === agency || sender === id,
};

function senderFindings({ declarant_type, sender }: Envelope, domain: Domain): readonly FileFinding[] {
  return KNOWN[declarant_type](sender, domain)
    ? []
    : [fatal('unknown_sender', { sender, type: declarant_type })];
}

/** A synthetic declaration never enters a real workspace; a real one only figures of the office, which are public, a synthetic one. */
function markFindings({ synthetic, declarant_type }: Envelope, workspace: boolean): readonly FileFinding[] {
  if (synthetic && !workspace) return [fatal('synthetic')];
  return !synthetic && workspace && declarant_type !== 'office' ? [warning('not_synthetic')] : [];
}

function identityFindings(
  { declarant_type, sender, period, sequence }: Envelope,
  store: Store,
): readonly FileFinding[] {
  const taken = store.get<{ receipt: string }>(
    `SELECT receipt FROM submissions WHERE declarant_type = ? AND sender = ? AND period = ? AND sequence = ? AND state <> 'refused'`,
    declarant_type,
    sender,
    period,
    sequence,
  );
  return taken === undefined
    ? []
    : [fatal('identity_taken', { sender, period, sequence, receipt: taken.receipt })];
}

function targetFindings(envelope: Envelope, store: Store): readonly FileFinding[] {
  if (
    envelope.function === 'original' ||
    envelope.replaces === null ||
    targetOf(envelope, store) !== undefined
  )
    return [];
  return [fatal('replaces_unknown', { sequence: envelope.replaces })];
}
