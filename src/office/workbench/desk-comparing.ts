// What the workbench is told of figures: cells against vintages, their trace, printed figures, disclosure, quality, targets.

import type { ReconciledRow } from '../../design/reconciled-row.ts';
import type { SegmentEstimate } from '../../design/segment-estimate.ts';
import type { Target } from '../../design/target.ts';
import type { TargetAssessment } from '../../design/target-assessment.ts';
import type { Text } from '../../design/text.ts';

export type CellsAsked = {
  readonly run: number | null;
  /** An earlier run or a release to compare with; null: the analysed run before. */
  readonly against: string | null;
  readonly dataflow: string;
  readonly freq: string;
  readonly segment: string;
  readonly partner: string;
  readonly indicator: string;
  readonly period: string;
  /** Only what moved. */
  readonly moved: boolean;
  readonly page: number;
};
export type CellRow = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  /** Decimal text, levels exact, ratios to six decimals; null for none. */
  readonly value: string | null;
  readonly before: string | null;
  readonly difference: string | null;
  /** As printed; null when suppressed, missing or not protected yet. */
  readonly printed: string | null;
  readonly suppressed: boolean;
  readonly obs_status: string;
  readonly contributors: number | null;
};
export type CellsView = {
  readonly run: number | null;
  readonly against: { readonly run: number; readonly name: string } | null;
  readonly asked: CellsAsked;
  readonly rows: readonly CellRow[];
  readonly total: number;
  readonly size: number;
  readonly choices: {
    readonly runs: readonly string[];
    readonly segment: readonly string[];
    readonly indicator: readonly string[];
    readonly period: readonly string[];
  };
};
type Rows = readonly { readonly [column: string]: unknown }[];
/** How a cell was made: the formula with its numbers, the cells under it, and the origin of levels. */
export type TraceView = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  readonly value: string | null;
  readonly printed: string | null;
  readonly obs_status: string;
  readonly protection: { readonly conf_status: string; readonly value: string | null } | null;
  readonly formula: { readonly kind: string; readonly text: string } | null;
  readonly members: readonly TraceView[];
  readonly sums: readonly {
    readonly over: string;
    readonly parts: readonly { readonly cell: string; readonly value: string | null }[];
    readonly agrees: boolean;
  }[];
  readonly origin: {
    readonly holdings: number;
    readonly contributions: Rows;
    readonly states: Rows;
    readonly rates: Rows;
    readonly rules: Rows;
    readonly edits: Rows;
    readonly files: Rows;
  } | null;
  readonly agrees: boolean;
  /** The largest lines. */
  readonly lines: Rows;
};
export type CellView = {
  readonly dataflow: string;
  readonly key: string;
  /** What the key says in words: indicator, segment or item, partner, unit. */
  readonly names: readonly Text[];
  readonly period: string;
  readonly run: number;
  readonly vintages: readonly {
    readonly run: number;
    readonly release: string | null;
    readonly value: string | null;
  }[];
  /** The revision against an earlier run, by cause, to the centime; null where there is none to compare with. */
  readonly revision: {
    readonly from: number;
    readonly earlier: string;
    readonly later: string;
    readonly revision: string;
    readonly causes: readonly { readonly cause: string; readonly effect: string; readonly alone: string }[];
    readonly interaction: string;
    readonly notFromLines: string;
  } | null;
  readonly trace: TraceView;
};
export type ReconcileView = {
  readonly run: number | null;
  readonly rows: readonly (ReconciledRow & {
    /** Of indicator and segment; the codes where the definitions have none. */
    readonly names: { readonly indicator: Text; readonly segment: Text };
  })[];
};
export type DisclosureView = {
  readonly run: number | null;
  readonly report: {
    readonly cells: number;
    readonly primary: number;
    readonly secondary: number;
    readonly at_risk: number;
    readonly cost: number;
    readonly audited: number;
    readonly attackers: string;
    readonly earlier: readonly string[];
    readonly unprotected: readonly { readonly cell: string; readonly because: readonly string[] }[];
  } | null;
  /** Whether the run recorded why each cell is suppressed. */
  readonly explained: boolean;
  readonly rows: readonly SuppressedRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
};
export type SuppressedRow = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  /** Which primary rules hit; none: it protects others. */
  readonly rules: readonly string[];
  /** Suppressed cells in the same published sums: what protects it, or what it protects. */
  readonly with: readonly string[];
};
export type DisclosureAsked = {
  readonly rule: string;
  readonly text: string;
  readonly page: number;
};
export type QualityView = {
  readonly run: number | null;
  readonly period: string;
  readonly periods: readonly string[];
  readonly response: readonly {
    readonly source: string;
    readonly period: string;
    readonly expected: number;
    readonly received: number;
  }[];
  readonly estimates: readonly SegmentEstimate[];
  readonly states: readonly { readonly state: string; readonly lines: number }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: Text;
    readonly lines: number;
  }[];
};
export type TargetsView = {
  readonly release: string | null;
  readonly rows: readonly {
    readonly name: Text;
    readonly unit: string;
    readonly measure: Target['measure'];
    readonly assessment: TargetAssessment;
  }[];
};

export type Comparing = {
  readonly cells: (asked: CellsAsked) => Promise<CellsView>;
  readonly cell: (id: string, run: number | null, against: string | null) => Promise<CellView>;
  readonly reconcile: () => Promise<ReconcileView>;
  readonly disclosure: (asked: DisclosureAsked) => Promise<DisclosureView>;
  readonly quality: (period: string | null) => Promise<QualityView>;
  readonly targets: () => Promise<TargetsView>;
};
