// Targets of a strategy, and bridges between scope versions: each with its sources.

import type { Tag } from './domain.ts';
import type { Text } from './text.ts';

export type Target = {
  readonly id: string;
  readonly indicator: string;
  readonly name: Text;
  readonly measure: 'stock' | 'flow' | 'rank';
  readonly form: 'level' | 'increment';
  readonly unit: string;
  readonly scope: string | null;
  readonly baseline: Baseline | null;
  /** Values of the baseline that other sources or later periods give. */
  readonly otherBaselines: readonly Baseline[];
  readonly milestones: readonly { readonly period: string; readonly value: string }[];
  readonly path: 'linear' | 'constant_growth' | 'milestones';
  readonly source: string;
  readonly sourceDate: string | null;
  readonly status: 'draft' | 'official' | 'press';
  /** The earlier vintage of the same target that this one took the place of. */
  readonly replaces: string | null;
  readonly comparability: {
    readonly verdict: 'comparable' | 'not comparable' | 'no data';
    readonly reason: Text;
  };
  readonly tag: Tag;
};

/** Where a target starts from; the period is null when the source names none. */
export type Baseline = {
  readonly period: string | null;
  readonly value: string;
  /** Scope version of the value; null when it is no export figure. */
  readonly scope: string | null;
  /** The day it was printed, so that a later value of the same period can be told from it. */
  readonly vintage: string | null;
  readonly source: string;
  readonly note: Text | null;
};

/** What leads from the value of a period in one scope to its value in another; lines are signed and in the unit. */
export type Bridge = {
  readonly id: string;
  readonly indicator: string;
  readonly segment: string;
  readonly period: string;
  readonly unit: string;
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  readonly lines: readonly { readonly name: Text; readonly value: string; readonly source: string }[];
  readonly note: Text;
  readonly tag: Tag;
};
export type BridgeEnd = {
  readonly scope: string;
  readonly value: string;
  readonly source: string;
  readonly sourceDate: string | null;
};
