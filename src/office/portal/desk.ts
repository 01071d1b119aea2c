// What the declarants' portal needs of the office, as types: it is made of collecting, processing and the store in
// `command/office-portal.ts`, and asked for one respondent at a time, whom the caller's account is bound to.

import type { SubmissionFunction } from '../../design/declaration.ts';
import type { Domain } from '../../design/domain.ts';
import type { Language, Text } from '../../design/text.ts';
import type { Respondent } from '../accounts/account.ts';

export type { Respondent };

/** To declare, or only to be told what declaring would bring. */
export type Purpose = 'declare' | 'check';
export type Channel = 'file' | 'form' | 'nil' | 'cancel' | 'api';

export type Upload = {
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** As the sender named it. */
  readonly name: string;
  readonly language: Language;
  readonly actor: string;
  readonly respondent: Respondent;
};

/** A file that was received, with an envelope beside it or within; or a declaration that the portal wrote itself. */
export type Sent =
  | { readonly path: string; readonly bytes: number; readonly sha256: string; readonly envelope?: string }
  | { readonly text: string };

export type Severity = 'fatal' | 'error' | 'warning' | 'info';
/** What a rule makes of a line; null when it counts as it is. */
export type Consequence = 'rejected' | 'queried' | 'excluded' | null;

/** Something about the file as a whole, or a place of it that cannot be read. */
export type FileFault = {
  readonly code: string;
  readonly severity: 'fatal' | 'warning' | 'info';
  readonly line: number | null;
  readonly column: string | null;
  /** What was found, what was expected and what to do. */
  readonly message: Text;
};

/** A rule, and what it says to a declarant. */
export type RuleSaid = {
  readonly rule: string;
  readonly field: string;
  readonly severity: Severity;
  readonly consequence: Consequence;
  readonly message: Text;
  /** What is expected in the field, where that is what was not met. */
  readonly expected: Text | null;
};
export type LineFault = RuleSaid & {
  /** Line of the file, the header and envelope counted; for XLSX, JSON, XML and Parquet the place among the rows. */
  readonly line: number;
  /** The sender's own number of the line. */
  readonly lineId: string | null;
  readonly found: string | null;
};
export type RuleCount = RuleSaid & { readonly lines: number };

/** Lines by state; `received` is the sum of all others. */
export type Balance = {
  readonly received: number;
  readonly states: readonly { readonly state: string; readonly lines: number }[];
  /** By the rules alone as it arrived, or beside all other declarations in the last run. */
  readonly from: 'arrival' | 'run';
};

export type Outcome = 'received' | 'refused' | 'already received' | 'failed';

/** What became of an upload. */
export type Report = {
  readonly upload: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: string;
  /** Uploads that wait before it; null once it is answered. */
  readonly ahead: number | null;
  /** Null while it waits. */
  readonly outcome: Outcome | null;
  readonly receipt: string | null;
  readonly envelope: {
    readonly period: string;
    readonly sequence: number;
    readonly function: SubmissionFunction;
  } | null;
  readonly balance: Balance | null;
  readonly findings: readonly FileFault[];
  readonly rules: readonly RuleCount[];
  /** Faults of lines that can be listed. */
  readonly faults: number;
};

/** A declaration that was received. */
export type Declaration = {
  readonly receipt: string;
  readonly period: string;
  readonly sequence: number;
  readonly function: SubmissionFunction;
  readonly replaces: number | null;
  readonly state: 'received' | 'superseded' | 'cancelled';
  /** Receipt of the declaration that took its place. */
  readonly supersededBy: string | null;
  readonly lines: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly receivedAt: string;
  /** Its upload, when it came by the portal. */
  readonly upload: string | null;
  readonly balance: Balance | null;
};

export type Question = {
  readonly id: number;
  readonly receipt: string;
  readonly period: string;
  readonly ordinal: number;
  readonly field: string;
  readonly text: Text;
  readonly at: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

/** A period that the respondent declares for. */
export type Due = {
  readonly period: string;
  /** ISO day; null when the calendar has none. */
  readonly due: string | null;
  /** Whole days since that day; negative before it. */
  readonly overdue: number | null;
  readonly receipt: string | null;
};

export type Page<T> = { readonly rows: readonly T[]; readonly total: number };

export type GivenAnswer = {
  readonly respondent: Respondent;
  readonly question: number;
  readonly text: string;
};

export type Desk = {
  readonly domain: Domain;
  readonly synthetic: boolean;
  readonly clock: () => string;
  readonly nameOf: (respondent: Respondent) => string;
  /** Whose an upload, a receipt or a question is; undefined when there is none of that name. */
  readonly ownerOf: (kind: 'upload' | 'receipt' | 'question', name: string) => Respondent | undefined;
  /**
   * Keeps what was sent on the disk and returns the identifier of the upload: from then on it is not lost. `record` is told
   * it within the transaction.
   */
  readonly upload: (upload: Upload, sent: Sent, record: (id: string) => number) => Promise<string>;
  /**
   * The mark of the audit log at the entry of an upload, for who keeps a receipt: whoever rewrites the log cannot make the
   * same one. Null where there is no such entry.
   */
  readonly logMark: (upload: string | null) => string | null;
  /** Resolves when an upload is answered, or after so many milliseconds. */
  readonly answered: (id: string, patience: number) => Promise<void>;
  readonly report: (respondent: Respondent, id: string) => Report | undefined;
  /** Faults of lines from a place on, in the order of the file. */
  readonly faults: (respondent: Respondent, id: string, from: number, count: number) => readonly LineFault[];
  readonly uploads: (respondent: Respondent, from: number, count: number) => Page<Report>;
  readonly declarations: (respondent: Respondent, from: number, count: number) => Promise<Page<Declaration>>;
  readonly declaration: (respondent: Respondent, receipt: string) => Promise<Declaration | undefined>;
  /** The first lines of a declaration, as canonical text. */
  readonly lines: (
    respondent: Respondent,
    receipt: string,
    most: number,
  ) => Promise<readonly { readonly [field: string]: unknown }[]>;
  /** The proof that a receipt is bound to the last release that saw it, as JSON; undefined when none did yet. */
  readonly proof: (respondent: Respondent, receipt: string) => object | undefined;
  readonly nextSequence: (respondent: Respondent, period: string) => number;
  /** The declaration in force for a period; the last one when there are several. */
  readonly inForce: (respondent: Respondent, period: string) => Promise<Declaration | undefined>;
  readonly questions: (respondent: Respondent) => readonly Question[];
  /** Records an answer, once, and `record` with it; false when the question is not this respondent's or was answered before. */
  readonly answer: (answer: GivenAnswer, record: () => void) => boolean;
  readonly due: (respondent: Respondent) => readonly Due[];
  /** Whether the list of banks or the register asks the respondent to declare. */
  readonly expects: (respondent: Respondent) => boolean;
};
