// `marsad edits WS ask LINE`: a question for the declarant, kept in its three languages until it is answered.

import { FIELDS } from '../design/declaration.ts';
import { NOTHING } from '../design/fault-words.ts';
import { FIELD_TEXTS } from '../design/field-texts.ts';
import { refusal } from '../design/refusal.ts';
import { type Grounds, groundFaults, placeOf, refuseFaults } from '../process/decision.ts';
import { questionText } from '../process/question.ts';
import type { CollectedLine } from './edit-line.ts';
import type { Workspace } from './workspace.ts';

export type AskedQuestion = {
  readonly question: number;
  readonly line: string;
  readonly sender: string;
  readonly field: string;
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
};

/** Records the question about a field of a line; refuses a second one on the same field while the first is open. */
export function askDeclarant(
  { store }: Workspace,
  line: CollectedLine,
  field: string | undefined,
  grounds: Grounds,
): AskedQuestion {
  refuseFaults('question_faults', groundFaults(grounds));
  if (field === undefined || !FIELDS[line.kind].some(({ id }) => id === field))
    throw refusal('question_field', { field: field ?? NOTHING, kind: line.kind });
  const { submission, ordinal, submissionRow } = line;
  const { declarant_type, sender, name, period } = submissionRow;
  const found = line.collected[field] === null ? null : String(line.collected[field]);
  const text = questionText({
    line: String(line.collected['line_id'] ?? ordinal),
    file: name,
    period,
    field: FIELD_TEXTS[field]?.name ?? { ar: field, fr: field, en: field },
    found,
    reason: grounds.reason.trim(),
  });
  const question = store.transaction(() => {
    const open = store.get<{ id: number }>(OPEN, submission, ordinal, field);
    if (open !== undefined)
      throw refusal('question_open', { id: open.id, sender, field, line: placeOf(line) });
    return store.run(
      `INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[submission, ordinal, field, declarant_type, sender, text.ar, text.fr, text.en],
      ...[grounds.reason.trim(), grounds.author.trim(), grounds.at],
    );
  });
  return { question, line: placeOf(line), sender, field, ...text };
}

const OPEN =
  'SELECT id FROM questions WHERE submission = ? AND ordinal = ? AND field = ? AND answered_at IS NULL';
