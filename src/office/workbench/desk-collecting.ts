// What the workbench is told of collection: who answered, who has not, what came and what became of it. GSBPM 4.3.

import type { Text } from '../../design/text.ts';
import type { Recording } from './desk-editing.ts';

export type ResponseRow = {
  readonly source: string;
  readonly period: string;
  readonly expected: number;
  readonly received: number;
  /** Dirhams received, and what the missing had in their last months, as decimal text. */
  readonly value: string | null;
  readonly missing: string | null;
};
export type DueRow = {
  readonly source: string;
  readonly sender: string;
  readonly name: string | null;
  readonly period: string;
  readonly due: string | null;
  /** Whole days since the due day; negative before it. */
  readonly overdue: number | null;
  /** The last period that it declared. */
  readonly last: string | null;
};
export type RefusedRow = {
  readonly seq: number;
  readonly name: string;
  readonly sender: string | null;
  readonly period: string | null;
  readonly at: string;
  /** Every reason, in the language of the sender. */
  readonly reasons: readonly Text[];
};
export type FreezeRow = {
  readonly period: string;
  readonly cut_submission: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};
export type CollectionView = {
  readonly period: string;
  /** Periods of releases in the calendar, the newest first. */
  readonly periods: readonly string[];
  readonly day: string;
  readonly response: readonly ResponseRow[];
  readonly due: readonly DueRow[];
  readonly refused: readonly RefusedRow[];
  readonly freeze: FreezeRow | null;
  readonly submissions: readonly SubmissionRow[];
};
export type SubmissionRow = {
  readonly id: number;
  readonly name: string;
  readonly declarant_type: string | null;
  readonly sender: string | null;
  readonly period: string | null;
  readonly sequence: number | null;
  readonly function: string | null;
  readonly state: string;
  readonly lines: number;
  readonly received_at: string;
  readonly superseded_by: number | null;
  readonly receipt: string;
};
export type SubmissionsAsked = {
  readonly sender: string | null;
  readonly period: string | null;
  readonly state: string | null;
  readonly page: number;
};
export type SubmissionsView = {
  readonly asked: SubmissionsAsked;
  readonly rows: readonly SubmissionRow[];
  readonly total: number;
  readonly size: number;
};
export type RespondentView = {
  readonly sender: string;
  readonly name: string | null;
  readonly submissions: readonly SubmissionRow[];
  readonly refused: readonly RefusedRow[];
  readonly due: readonly DueRow[];
  /** Dirhams that count, by month of the newest run, the newest first. */
  readonly months: readonly {
    readonly month: string;
    readonly lines: number;
    readonly value: string;
  }[];
  readonly questions: readonly QuestionRow[];
};
export type QuestionRow = {
  readonly id: number;
  readonly submission: number;
  readonly ordinal: number;
  readonly field: string;
  readonly sender: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly answer: string | null;
  readonly answered_at: string | null;
};
export type SubmissionView = {
  readonly submission: SubmissionRow;
  readonly sha256: string;
  readonly bytes: number;
  /** What was found wrong with the file as a whole. */
  readonly file: readonly { readonly severity: string; readonly message: Text }[];
  readonly run: number | null;
  /** Received is their sum, always. */
  readonly balance: readonly { readonly state: string; readonly lines: number; readonly value: string }[];
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: { readonly ar: string; readonly fr: string; readonly en: string };
    readonly lines: number;
    /** The first lines that it was found in. */
    readonly examples: readonly string[];
  }[];
};

export type Collecting = {
  readonly collection: (period: string | null) => Promise<CollectionView>;
  readonly submissions: (asked: SubmissionsAsked) => Promise<SubmissionsView>;
  readonly respondent: (sender: string) => Promise<RespondentView>;
  readonly submission: (id: number) => Promise<SubmissionView>;
  readonly questions: () => readonly QuestionRow[];
  readonly freeze: (period: string, reason: string, author: string, record: Recording) => FreezeRow;
};
