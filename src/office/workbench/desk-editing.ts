// What the workbench is told of reviewing and editing: the queue, a line, decisions, adjustments, recodes,
// residuals. GSBPM 5.3, 5.4.

import type { EditRow } from '../../design/edit.ts';
import type { Change } from '../route.ts';
export type QueueLine = {
  /** `12/345`. */
  readonly line: string;
  readonly score: string;
  readonly suspicion: string;
  readonly effect: string;
  readonly mad: string;
  readonly state: string;
  readonly reason: string | null;
  readonly failed: string | null;
  readonly sender: string;
  readonly enterprise: string | null;
  readonly month: string;
  readonly segment: string | null;
  readonly partner: string | null;
};
export type QueueAsked = {
  readonly period: string | null;
  /** A part of a cell, such as 0.01. */
  readonly threshold: number;
  readonly page: number;
};
export type QueueView = {
  readonly run: number | null;
  readonly period: string;
  readonly periods: readonly string[];
  readonly threshold: number;
  readonly lines: readonly QueueLine[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** Candidates that may stay as they are. */
  readonly rest: number;
  /** Expected error of the worst cell, in percent of it. */
  readonly expected: { readonly before: string; readonly after: string };
  /** Decisions since the run was made: the next one counts them. */
  readonly waiting: number;
};

export type Cells = { readonly [field: string]: unknown };
export type Trial =
  | { readonly kind: 'exclude' }
  | { readonly kind: 'confirm'; readonly asDeclared?: boolean }
  | { readonly kind: 'correct'; readonly field: string; readonly to: string | null };
export type LineView = {
  readonly line: string;
  readonly run: number;
  readonly file: Cells;
  readonly kind: string;
  readonly collected: Cells;
  readonly processed: Cells;
  readonly findings: readonly Cells[];
  readonly matches: readonly Cells[];
  readonly automatic: readonly Cells[];
  readonly history: readonly EditRow[];
  readonly questions: readonly Cells[];
  readonly decision: Trial;
  readonly then: Cells;
  readonly effects: readonly {
    readonly dataflow: string;
    readonly key: string;
    readonly period: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Fields that may be corrected or asked about. */
  readonly fields: readonly string[];
  /** Messages of the rules that it failed, by rule. */
  readonly messages: {
    readonly [rule: string]: { readonly ar: string; readonly fr: string; readonly en: string };
  };
};

/** Writes what is changed into the audit log, within the transaction that changes it. */
export type Recording = (change: Change) => void;

/** Who acts and why; the cause is what a later release says of figures that moved. */
export type Ground = { readonly author: string; readonly reason: string; readonly cause: string };

export type AdjustmentRow = {
  readonly seq: number;
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string;
  readonly enterprise: string;
  readonly source: string | null;
  readonly amount: string;
  readonly reason: string;
  readonly cause: string;
  readonly author: string;
  readonly at: string;
  readonly approver: string | null;
  readonly reverses: number | null;
};
export type AdjustmentAsked = {
  readonly cell: string;
  readonly amount: string;
  readonly ebops: string | undefined;
  readonly enterprise: string | undefined;
  readonly source: string | undefined;
};
/** A nature of operation that a rule changed or asks about. */
export type Recode = {
  /** SUBMISSION/ORDINAL. */
  readonly line: string;
  readonly sender: string;
  readonly enterprise: string | null;
  readonly month: string;
  readonly mad: string | null;
  /** `corrected` counts under `after` already; `query` counts as declared, or is held back, until someone decides. */
  readonly standing: 'corrected' | 'query';
  readonly before: string | null;
  readonly after: string | null;
  readonly rule: string;
  /** JSON. */
  readonly evidence: string | null;
  /** What a person decided over the line: the newest edit; null for nothing yet. */
  readonly decided: string | null;
};
/** Settlements of a sender, those whose nature is in question, and the rate in percent, two decimals. */
export type SenderRate = {
  readonly sender: string;
  readonly name: string | null;
  readonly settlements: number;
  readonly misclassified: number;
  readonly rate: string;
};
export type RecodeView = {
  /** Null while nothing was processed. */
  readonly run: number | null;
  /** The largest first. */
  readonly recodes: readonly Recode[];
  readonly senders: readonly SenderRate[];
};

/** What an enterprise declared of a month and segment against what its banks settled; dirhams, null where it does not say. */
export type Residual = {
  /** The declaration: SUBMISSION/ORDINAL. */
  readonly line: string;
  readonly enterprise: string;
  readonly month: string;
  readonly segment: string | null;
  readonly invoiced: string | null;
  readonly change_in_receivables: string | null;
  readonly netted: string;
  readonly received: string | null;
  readonly received_abroad: string;
  /** What banks should have settled by the accounts of the enterprise, and by what it says that it received. */
  readonly expected: string | null;
  readonly expected_by_receipts: string | null;
  readonly settled: string;
  /** Fees that banks kept, within `settled`. */
  readonly fees: string;
  /** Settled less what was expected by receipts, or by the accounts where receipts are not stated. */
  readonly residual: string;
  /** Rules that ask about the declaration, comma between; null for none. */
  readonly queries: string | null;
};
export type ResidualView = {
  readonly run: number | null;
  readonly period: string;
  readonly periods: readonly string[];
  /** A page of them, the largest first. */
  readonly residuals: readonly Residual[];
  readonly total: number;
  /** Declarations that a rule asks about. */
  readonly open: number;
  readonly page: number;
  readonly size: number;
};

export type Editing = {
  readonly queue: (asked: QueueAsked) => Promise<QueueView>;
  readonly line: (line: string, trial: Trial | null) => Promise<LineView>;
  readonly decide: (
    line: string,
    decision: Trial,
    ground: Ground,
    record: Recording,
    /** The last edit of the line that the reader saw, 0 for none; null where nobody says. */
    seen: number | null,
  ) => Promise<readonly EditRow[]>;
  readonly reverse: (seq: number, ground: Ground, record: Recording) => EditRow;
  readonly ask: (
    line: string,
    field: string,
    ground: Ground,
    record: Recording,
  ) => Promise<{ readonly question: number }>;
  /** The newest edits first. */
  readonly edits: (page: number) => { readonly rows: readonly EditRow[]; readonly total: number };
  readonly recodes: () => Promise<RecodeView>;
  readonly residuals: (period: string | null, page: number) => Promise<ResidualView>;
  /** A cell that can be adjusted, to show how one is named. */
  readonly exampleCell: () => string;
  readonly adjustments: () => readonly AdjustmentRow[];
  readonly adjust: (asked: AdjustmentAsked, ground: Ground, record: Recording) => Promise<number>;
  readonly approveAdjustment: (seq: number, approver: string, record: Recording) => void;
  readonly retractAdjustment: (seq: number, ground: Ground, record: Recording) => number;
};
