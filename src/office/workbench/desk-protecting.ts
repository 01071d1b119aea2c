// What the workbench is told of how releases are protected: the way that was chosen, what readers lose under each, what came
// and went since the release before, and the risks that two people accepted; and what it changes of that.

import type { Recording } from './desk-editing.ts';
import type { JobRow } from './desk-running.ts';

export type ComparedRow = {
  readonly option: string;
  readonly at_risk: number;
  readonly levels: number;
  readonly ratios: number;
  readonly instead: number;
  /** Whole millions of the currency. */
  readonly value: string;
  /** Hundredths of a percent. */
  readonly share: number;
  readonly rounding: string;
};
export type RiskRow = {
  readonly cell: string;
  readonly ground: 'public' | 'waived';
  readonly holdings: readonly string[];
  readonly source: string;
  readonly reason: string;
  readonly state: 'proposed' | 'accepted' | 'ended';
  readonly proposal: number;
  readonly proposer: string;
  readonly proposedAt: string;
  readonly approver: string | null;
};
export type ChangedRow = {
  readonly cell: string;
  readonly was: 'printed' | 'blank';
  readonly cause: string;
};
export type ProtectionView = {
  readonly run: number | null;
  /** The way in force for the runs from now on, and those that the domain offers. */
  readonly option: string;
  readonly options: readonly string[];
  readonly choices: readonly {
    readonly option: string;
    readonly reason: string;
    readonly author: string;
    readonly at: string;
  }[];
  /** The job that is going on; nothing is compared meanwhile. */
  readonly job: Pick<JobRow, 'id' | 'kind'> | null;
  readonly comparison: {
    readonly author: string;
    readonly at: string;
    readonly cells: number;
    readonly rows: readonly ComparedRow[];
  } | null;
  readonly changed: readonly ChangedRow[];
  readonly risks: readonly RiskRow[];
};
export type RiskAsked = Pick<RiskRow, 'cell' | 'ground' | 'holdings' | 'source' | 'reason'>;

export type Protecting = {
  readonly protection: () => Promise<ProtectionView>;
  readonly chooseProtection: (
    choice: { readonly option: string; readonly reason: string },
    actor: string,
    record: Recording,
  ) => Promise<void>;
  readonly proposeRisk: (asked: RiskAsked, actor: string, record: Recording) => Promise<void>;
  readonly approveRisk: (
    approved: { readonly cell: string; readonly proposal: number },
    actor: string,
    record: Recording,
  ) => Promise<void>;
  readonly endRisk: (
    ended: Pick<RiskRow, 'cell' | 'reason'>,
    actor: string,
    record: Recording,
  ) => Promise<void>;
};
