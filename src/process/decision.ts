// What a compiler decides over a line, as events that are only ever appended. GSBPM 5.4 (edit and impute).

import { FIELDS, type FieldType } from '../design/declaration.ts';
import type { Edit } from '../design/edit.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { EXPECTATIONS, NOTHING, PLACES } from '../design/fault-words.ts';
import { type RefusalCode, refusal } from '../design/refusal.ts';
import { saidOf } from '../design/saying.ts';
import { REVISION_CAUSES, type RevisionCause } from '../design/tables.ts';
import type { SaidFault } from '../engine/errors.ts';
import { standingEdits } from './overlay.ts';
import { PATTERNS } from './type.ts';

/** A row of `edits` as it is appended; the store gives the number. */
export type EditEvent = Omit<Edit, 'seq'> & {
  /** `rule@version`, or `manual` for a person. */
  readonly rule: string;
  readonly reason: string;
  readonly cause: RevisionCause;
  /** JSON, or null. */
  readonly proof: string | null;
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
};

/** Who decides, when and why; the cause is what a later release will say of a figure that moved. */
export type Grounds = {
  readonly author: string;
  readonly reason: string;
  readonly at: string;
  readonly cause: string;
};

export type Decision =
  | { readonly kind: 'exclude' }
  /** As the rules left it, unless it is said to be as it was declared. */
  | { readonly kind: 'confirm'; readonly asDeclared?: boolean }
  | { readonly kind: 'correct'; readonly field: string; readonly to: string | null };

/** The line that a decision is about: its place, its fields as they now stand and the edits over it. */
export type DecidedLine = {
  readonly kind: ProcessedKind;
  readonly submission: number;
  readonly ordinal: number;
  /** Canonical text by field, edits laid over it; null for nothing. */
  readonly fields: { readonly [field: string]: string | null };
  readonly edits: readonly Edit[];
};

const STATES: { readonly [K in 'confirm' | 'exclude']: string } = {
  confirm: 'accepted',
  exclude: 'excluded',
};

/** The event of a decision; refuses one without author or reason, of no such field, of a wrong form, or that changes nothing. */
export function decisionEvent(decision: Decision, line: DecidedLine, grounds: Grounds): EditEvent {
  refuseFaults('decision_faults', [...groundFaults(grounds), ...decisionFaults(decision, line)]);
  const field = decision.kind === 'correct' ? decision.field : 'state';
  const after = decision.kind === 'correct' ? decision.to : STATES[decision.kind];
  const before = decision.kind === 'correct' ? (line.fields[field] ?? null) : standingState(line);
  if (before === after)
    throw refusal('nothing_to_decide', { line: placeOf(line), field, value: after ?? NOTHING });
  return { ...event(line, field, before, after, grounds), reverses: null };
}

/** The event that takes an earlier one back; refuses one that no longer stands. */
export function reversalEvent(seq: number, edits: readonly Edit[], grounds: Grounds): EditEvent {
  refuseFaults('reversal_faults', groundFaults(grounds));
  const edit = edits.find((each) => each.seq === seq);
  if (edit === undefined) throw refusal('no_edit', { seq });
  if (edit.reverses !== null) throw refusal('edit_reversal', { seq });
  if (edits.some(({ reverses }) => reverses === seq)) throw refusal('edit_reversed', { seq });
  return { ...event(edit, edit.field, edit.after, edit.before, grounds), reverses: seq };
}

/** Author and reason are there and the cause is one of those that revisions know. */
export function groundFaults({ author, reason, cause }: Grounds): readonly SaidFault[] {
  const faults: SaidFault[] = [];
  if (author.trim() === '') faults.push({ where: PLACES.author, found: NOTHING, expected: EXPECTATIONS.who });
  if (reason.trim() === '') faults.push({ where: PLACES.reason, found: NOTHING, expected: EXPECTATIONS.why });
  if (!(REVISION_CAUSES as readonly string[]).includes(cause))
    faults.push({
      ...{ where: PLACES.cause, found: cause },
      expected: saidOf(EXPECTATIONS.one_of, { words: REVISION_CAUSES.join(', ') }),
    });
  return faults;
}

/** `12/345`: the submission and the position in it. */
export function placeOf({ submission, ordinal }: Pick<Edit, 'submission' | 'ordinal'>): string {
  return `${submission}/${ordinal}`;
}

/** Throws when there are faults. */
export function refuseFaults(code: RefusalCode, faults: readonly SaidFault[]): void {
  if (faults.length > 0) throw refusal(code, {}, faults);
}

function decisionFaults(decision: Decision, { kind }: DecidedLine): readonly SaidFault[] {
  if (decision.kind !== 'correct') return [];
  const field = FIELDS[kind].find(({ id }) => id === decision.field);
  if (field === undefined) {
    const words = FIELDS[kind].map(({ id }) => id).join(', ');
    const expected = saidOf(EXPECTATIONS.field_of, { kind, words });
    return [{ where: PLACES.field, found: decision.field === '' ? NOTHING : decision.field, expected }];
  }
  if (decision.to === null)
    return field.required
      ? [{ where: PLACES.to, found: NOTHING, expected: saidOf(EXPECTATIONS.required, { field: field.id }) }]
      : [];
  const form = FORMS[field.type] ?? PATTERNS[field.type];
  if (form === undefined || new RegExp(`^(?:${form})$`).test(decision.to)) return [];
  const expected = saidOf(EXPECTATIONS.form, { type: field.type, form });
  return [{ where: PLACES.to, found: decision.to, expected }];
}

/** Forms of the types that processing does not read by a pattern. */
const FORMS: { readonly [T in FieldType]?: string } = {
  flag: 'true|false',
  ice: '[0-9]{15}',
  code: '[A-Za-z0-9_.-]{1,20}',
};

function standingState({ edits }: DecidedLine): string | null {
  return standingEdits(edits).find(({ field }) => field === 'state')?.after ?? null;
}

function event(
  { submission, ordinal }: Pick<Edit, 'submission' | 'ordinal'>,
  field: string,
  before: string | null,
  after: string | null,
  { author, reason, at, cause }: Grounds,
): Omit<EditEvent, 'reverses'> {
  const decided = { rule: 'manual', proof: null, author: author.trim(), reason: reason.trim(), at };
  return { submission, ordinal, field, before, after, ...decided, cause: cause as RevisionCause };
}
