// GSBPM 6.4: the problem of secondary suppression and its audit, in numbers. Cells are numbered; amounts are whole
// hundredths of the unit. A cell is published, rounded to its step, or blank; a ratio is printed when all the cells it
// is made of are. Earlier vintages and revisions are cells like the others: some can no longer be blanked, and some
// were never printed.

import type { LinkedSystem } from '../design/disclosure-system.ts';
import type { CellId } from '../design/equation.ts';
import type { Rational } from '../design/rational.ts';
import type { Stake } from './audit-attackers.ts';

/** (Σ factor × cell) ÷ under, printed as a multiple of step; `under` null is one. */
export type PrintedRatio = {
  readonly over: readonly { readonly cell: number; readonly factor: bigint }[];
  readonly under: number | null;
  readonly step: Rational;
  /** Printed in no release before: it can be left out. */
  readonly isNew: boolean;
  /** Printed elsewhere: known although cells of it are blank; and what it is called. */
  readonly isKnown?: boolean;
  readonly id?: CellId;
};

export type ProtectionProblem = {
  readonly system: LinkedSystem;
  readonly values: readonly bigint[];
  /** How large a cell can be taken to be beforehand: what it may move by at most. */
  readonly sizes: readonly bigint[];
  /** What an attacker may at best be sure of, by cell; 0 where nothing is protected. */
  readonly needs: readonly bigint[];
  readonly stakes: readonly (readonly Stake[])[];
  /** Percent of the p % rule. */
  readonly p: Rational;
  /** What all contributions to a cell add up to, by cells that the p % rule alone is against. */
  readonly totals?: ReadonlyMap<number, bigint>;
  /** What one unit of the printed figure is, by cell; 0 when the attacker is to be taken to know it exactly. */
  readonly steps: readonly bigint[];
  readonly ratios: readonly PrintedRatio[];
  /** What readers lose with each cell. */
  readonly costs: readonly number[];
  /** Published already: never to be blanked. */
  readonly frozen: ReadonlySet<number>;
  /** Not printed whatever the pattern: unsafe by themselves, blank in the release they belong to, or revisions. */
  readonly blank: ReadonlySet<number>;
  /** Blanks of which everybody knows how large they can be: revisions. */
  readonly bounded: ReadonlySet<number>;
  /**
   * Figures revised since a release printed them, and the revisions since then: what was printed is known, so that they are
   * protected from nobody by more than those revisions leave unsure.
   */
  readonly follows?: ReadonlyMap<number, readonly number[]>;
  /** What the rules ask of cells of which `needs` asks less: unions of figures that were printed. */
  readonly whole?: ReadonlyMap<number, bigint>;
  /** What several blanks need when they are known together as one cell; unions are not judged without it. */
  readonly needOfUnion?: (stakes: readonly Stake[]) => bigint;
};

/** The cells that need protection, in their order. */
export function protectedCells({ needs }: ProtectionProblem): readonly number[] {
  return [...needs.keys()].filter((cell) => (needs[cell] ?? 0n) > 0n);
}
