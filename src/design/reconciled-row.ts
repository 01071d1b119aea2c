// A printed figure beside the compiled one, as `marsad reconcile --json` prints it and the office shows it.

import type { PublishedFigure } from './domain.ts';

/** Exact values as decimal text in the unit printed. */
export type ReconciledRow = {
  readonly indicator: string;
  readonly segment: string;
  readonly freq: string;
  readonly period: string;
  readonly scope: string;
  readonly role: PublishedFigure['role'];
  readonly printed: string;
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly compiled: string | null;
  readonly inside: boolean | null;
  readonly distance: string | null;
  readonly missing: string | null;
  readonly covered: boolean;
  readonly source: string;
};
