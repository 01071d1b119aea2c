// What the workbench is told of releases: their states, the acts of two people, what awaits whom; and the audit log.

import type { Text } from '../../design/text.ts';
import type { Recording } from './desk-editing.ts';

export type ReleaseRow = {
  readonly id: string;
  readonly period: string;
  readonly number: number;
  readonly run: number;
  readonly state: string;
  readonly vintage: string;
  readonly embargo: string | null;
  readonly made_at: string;
  readonly published_at: string | null;
};
export type ReleaseStep = {
  /** The number by which an approval names a proposal. */
  readonly seq: number;
  readonly act: string;
  readonly step: string;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
};
/** An act that may be proposed, or that was and waits for another person. */
export type ActStanding = {
  readonly act: string;
  readonly proposal: ReleaseStep | null;
};
export type ReleaseView = {
  readonly release: ReleaseRow;
  readonly manifest: string;
  readonly steps: readonly ReleaseStep[];
  readonly acts: readonly ActStanding[];
  /** A sealed release without an hour may be made public now; a synthetic draft as well. */
  readonly publishable: boolean;
  /** Why the headline figure is not there; null when it is, or cannot be read now. */
  readonly headline: Text | null;
  /** Languages of the bulletin that can be read now; none while it is sealed. */
  readonly bulletins: readonly string[];
  /** Names and sizes of the files that can be listed now. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
};
/** What an act asks for beside its name: a reason, and for a postponement the new hour, for a withdrawal a public text. */
export type ActRequest = {
  readonly release: string;
  readonly act: string;
  readonly reason: string;
  readonly until: string;
  readonly text: Text;
  /** Whoever acts has said that they know that the headline figure is not there. */
  readonly withoutHeadline: boolean;
};
/** An approval names the proposal that was read. */
export type ActApproval = {
  readonly release: string;
  readonly act: string;
  readonly proposal: number;
  readonly withoutHeadline: boolean;
};
/** Who may read a release before it is public: the post is published with it, the name is not. */
export type EarlyReader = {
  /** The account. */
  readonly reader: string;
  readonly name: string;
  readonly post: Text;
  readonly from: string;
};
export type ReadersView = {
  readonly release: ReleaseRow;
  readonly inForce: readonly EarlyReader[];
  /** A list that waits for another person. */
  readonly proposed: {
    readonly seq: number;
    readonly actor: string;
    readonly at: string;
    readonly list: readonly EarlyReader[];
  } | null;
  readonly readings: readonly {
    readonly at: string;
    readonly reader: string;
    readonly language: string;
    readonly format: string;
    readonly copy: string;
  }[];
  /** Whether anybody can be let in: before its hour, when it has one. */
  readonly open: boolean;
};
export type ReadersChange = { readonly add: EarlyReader } | { readonly without: string };

export type ReleasesView = {
  readonly releases: readonly ReleaseRow[];
  readonly synthetic: boolean;
};

export type AuditRow = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** JSON. */
  readonly detail: string;
  readonly hash: string;
};
export type AuditAsked = {
  readonly actor: string;
  readonly action: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly page: number;
};
export type AuditView = {
  readonly asked: AuditAsked;
  readonly rows: readonly AuditRow[];
  readonly total: number;
  readonly size: number;
  readonly actors: readonly string[];
  readonly actions: readonly string[];
  readonly head: string;
};

/** What an office has yet to state before it works. */
export type Unstated =
  | 'second_administrator'
  | 'banks'
  | 'register'
  | 'holdings'
  | 'rates'
  | 'calendar'
  | 'parameters';

export type Waiting = {
  readonly unstated: readonly Unstated[];
  readonly late: number;
  readonly due: number;
  readonly period: string;
  /** Whether lines were processed, so that there is something to review. */
  readonly processed: boolean;
  readonly refused: number;
  /** Answers of declarants that nobody has decided on since. */
  readonly answered: number;
  readonly adjustments: number;
  /** Proposals that another person than this one must approve. */
  readonly proposals: readonly { readonly release: string; readonly act: string; readonly actor: string }[];
  readonly drafts: readonly string[];
  readonly sealed: readonly { readonly id: string; readonly embargo: string | null }[];
  readonly running: boolean;
};

export type Releasing = {
  readonly releases: () => Promise<ReleasesView>;
  readonly release: (id: string) => Promise<ReleaseView>;
  /** What is done is written into the log by `record`, in the transaction that does it. */
  readonly propose: (request: ActRequest, actor: string, record: Recording) => Promise<void>;
  /** Approves the proposal of this number and no other; returns what was done, as a sentence of the program. */
  readonly approve: (approval: ActApproval, actor: string, record: Recording) => Promise<string>;
  readonly publish: (release: string, actor: string, record: Recording) => Promise<void>;
  readonly readers: (release: string) => Promise<ReadersView>;
  /** Proposes the list in force with one reader more or less. */
  readonly proposeReaders: (
    release: string,
    change: ReadersChange,
    actor: string,
    record: Recording,
  ) => Promise<void>;
  readonly approveReaders: (
    approval: Pick<ActApproval, 'release' | 'proposal'>,
    actor: string,
    record: Recording,
  ) => Promise<void>;
  /** The bulletin of a draft or of a public release. */
  readonly bulletin: (release: string, language: string) => Promise<Uint8Array>;
  readonly audit: (asked: AuditAsked) => Promise<AuditView>;
  /** What is wrong with the log; nothing when all is well. */
  readonly auditFaults: () => Promise<readonly string[]>;
  /** All entries, one JSON object each. */
  readonly auditExport: () => AsyncIterable<Uint8Array>;
  readonly waiting: (actor: string) => Promise<Waiting>;
};
