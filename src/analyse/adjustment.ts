// Experts' adjustments of base cells: made by one person, approved by another, reversed the same way. GSBPM 5.4 and 6.2.
// What stands is a line of source office and status adjusted, so that contributions, disclosure and trace see it.

import { type Domain, inForce } from '../design/domain.ts';
import { parseScaled } from '../design/rational.ts';
import type { EstimatedLine } from './estimated-line.ts';

/** A row of `adjustments`, with its approval. */
export type Adjustment = {
  readonly seq: number;
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string;
  /** Nine digits: whose value it stands for. */
  readonly enterprise: string;
  /** The declaration that it takes the place of; null for none. */
  readonly source: 'bank' | 'enterprise' | null;
  /** Dirhams with sign, two decimals. */
  readonly amount: string;
  readonly author: string;
  readonly reverses: number | null;
  readonly approver: string | null;
  readonly approved_at: string | null;
};

/** Adjustments approved by an instant and not taken back by a reversal approved by then. */
export function standingAdjustments(adjustments: readonly Adjustment[], at: string): readonly Adjustment[] {
  const approved = adjustments.filter(
    ({ author, approver, approved_at }) =>
      approver !== null && approver !== author && approved_at !== null && approved_at <= at,
  );
  const reversed = new Set(approved.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])));
  return approved.filter(({ seq, reverses }) => reverses === null && !reversed.has(seq));
}

/** Standing adjustments as lines. */
export function adjustedLines(standing: readonly Adjustment[], domain: Domain): readonly EstimatedLine[] {
  return standing.map((adjustment) => ({
    submission: 0,
    ordinal: adjustment.seq,
    kind: 'adjustment',
    sender: 'office',
    reason: `adjustment ${adjustment.seq}`,
    enterprise: adjustment.enterprise,
    holding: holdingOn(domain, adjustment.enterprise, `${adjustment.month}-28`),
    month: adjustment.month,
    segment: adjustment.segment,
    ebops: adjustment.ebops,
    partner: adjustment.partner,
    centimes: parseScaled(adjustment.amount, 2) ?? 0n,
    source: 'office',
    status: 'adjusted',
  }));
}

/** The holding of an enterprise on a day; the enterprise itself when the register knows none. */
export function holdingOn({ register }: Domain, enterprise: string, day: string): string {
  return (
    register.find((entry) => entry.enterprise === enterprise && inForce(entry, day))?.holding ?? enterprise
  );
}
