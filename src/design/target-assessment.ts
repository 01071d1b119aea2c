// What can be said of a target from figures that are public: where it stands on its own ground, and what is shown beside.
// Values are decimal texts in the unit of the target; rates are percent a year with one decimal.

import type { Text } from './text.ts';

export type PathPoint = { readonly period: string; readonly value: string };

/** A value that is known, with the ground it stands on. */
export type KnownValue = PathPoint & {
  readonly scope: string | null;
  readonly source: string;
  /** Whether the office released it, or it was printed elsewhere. */
  readonly released: boolean;
};

/** Growth a year, and what it may be given the digits that the values were printed with. */
export type YearlyGrowth = { readonly rate: string; readonly lower: string; readonly upper: string };

export type TargetAssessment = {
  readonly target: string;
  readonly verdict: 'comparable' | 'bridged' | 'not comparable' | 'no data';
  readonly reason: Text;
  /** Values on the target's own ground, in order; what a comparison may use. */
  readonly known: readonly KnownValue[];
  /** The last of them; null when there is none. */
  readonly now: KnownValue | null;
  /** The path by the target's own rule, year by year; empty without a start. */
  readonly path: readonly PathPoint[];
  /** Now less the path at the same period; null at the start of the path, or without one. */
  readonly gap: string | null;
  /** For each milestone after now: reached already, or the growth (flows and stocks) that leads there. */
  readonly required: readonly (PathPoint & {
    readonly reached: boolean;
    readonly growth: YearlyGrowth | null;
    /** The same as an equal step a year, in the unit of the target. */
    readonly step: string | null;
  })[];
  /** Where growth of the last year and of the last three leads; empty where those years are not known. */
  readonly pace: readonly {
    readonly years: number;
    readonly growth: YearlyGrowth;
    readonly leads: readonly PathPoint[];
    /** The first year in which the last milestone is reached at this pace, within fifty years; null when never. */
    readonly reached: string | null;
  }[];
  /** The bridge that was used, or that is missing for what stands beside. */
  readonly bridge: BridgeTable | null;
  /** Values of other grounds: shown, never compared. */
  readonly beside: readonly KnownValue[];
};

/** A bridge with what its lines leave unexplained, in its unit. */
export type BridgeTable = {
  readonly id: string;
  readonly period: string;
  readonly unit: string;
  readonly from: { readonly scope: string; readonly value: string; readonly source: string };
  readonly to: { readonly scope: string; readonly value: string; readonly source: string };
  readonly difference: string;
  readonly lines: readonly { readonly name: Text; readonly value: string; readonly source: string }[];
  readonly unexplained: string;
  /** Bounds of the unexplained part by the digits printed. */
  readonly lower: string;
  readonly upper: string;
  /** Whether nothing of substance is unexplained: only then may one scope be read with the other. */
  readonly closed: boolean;
  readonly note: Text;
};
