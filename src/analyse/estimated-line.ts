// A line that nobody declared, an expert's adjustment, an imputation or the grossed-up part of a sample, in the columns of LINES. GSBPM 5.4.

import { formatScaled } from '../design/rational.ts';
import { LINES, type Source } from '../design/tables.ts';
import type { TableValue } from '../engine/write-table.ts';

export type EstimatedLine = {
  /** 0 for adjustments, -1 for imputations, -2 for grossing up: no submission has these numbers. */
  readonly submission: number;
  readonly ordinal: number;
  readonly kind: 'adjustment' | 'imputation' | 'grossing';
  /** Whose declaration it stands for, or `office`. */
  readonly sender: string;
  /** What made it: the adjustment's number, or the method of imputation. */
  readonly reason: string;
  /** Null for what stands for many. */
  readonly enterprise: string | null;
  readonly holding: string;
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string | null;
  /** With sign. */
  readonly centimes: bigint;
  readonly source: Source;
  readonly status: 'imputed' | 'grossed' | 'adjusted';
};

/** The line as a row of LINES: accepted, in the currency of the figures at a rate of 1. */
export function estimatedRow(line: EstimatedLine, currency: string): readonly TableValue[] {
  const size = formatScaled(line.centimes < 0n ? -line.centimes : line.centimes, 2);
  const values: { readonly [column: string]: TableValue } = {
    submission: line.submission,
    ordinal: line.ordinal,
    kind: line.kind,
    sender: line.sender,
    state: 'accepted',
    reason: line.reason,
    enterprise: line.enterprise,
    holding: line.holding,
    month: line.month,
    segment: line.segment,
    ebops: line.ebops,
    partner: line.partner,
    currency,
    amount: size,
    sign: line.centimes < 0n ? -1 : 1,
    rate: '1.000000',
    mad: formatScaled(line.centimes, 2),
    source: line.source,
    status: line.status,
  };
  return LINES.columns.map(({ name }) => values[name] ?? null);
}
