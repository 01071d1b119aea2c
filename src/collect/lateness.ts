// Whether a declaration came too late for a release that covers its period, and why its figures will then be revised.

import type { Envelope } from '../design/declaration.ts';
import { daysOf, periodOf } from '../design/period.ts';
import { UNDECIDED } from '../design/release-state.ts';
import type { RevisionCause } from '../design/tables.ts';
import type { Store } from '../engine/store.ts';

/** The cause of the revisions that a declaration brings: an original is late once its period is released or frozen. */
export function causeOf(envelope: Envelope, store: Store): RevisionCause | null {
  if (envelope.function !== 'original') return 'corrected';
  if (envelope.declarant_type === 'office') return null;
  const [first] = daysOf(periodOf(envelope.period));
  return closedPeriods(store).some((period) => daysOf(periodOf(period))[1] >= first) ? 'late' : null;
}

/** Periods whose inputs have been cut: of releases that are out, and of freezes. */
function closedPeriods(store: Store): readonly string[] {
  return store
    .all<{ period: string }>(
      `SELECT period FROM releases WHERE state NOT IN ${UNDECIDED} UNION SELECT period FROM freezes`,
    )
    .map(({ period }) => period);
}
