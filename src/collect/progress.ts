// Where collection stands: submissions by state, and which expected respondents are missing. GSBPM 4.3.

import { type Domain, inForce } from '../design/domain.ts';
import { daysOf, periodOf } from '../design/period.ts';
import type { Store } from '../engine/store.ts';

export type Progress = {
  readonly submissions: readonly {
    readonly state: string;
    readonly declarant: string | null;
    readonly files: number;
    readonly lines: number;
  }[];
  readonly periods: readonly PeriodProgress[];
};
export type PeriodProgress = {
  readonly declarant: 'bank' | 'enterprise';
  readonly period: string;
  readonly expected: number;
  readonly received: number;
  readonly missing: readonly string[];
};

/** Submissions by state, and for each period begun, who of the expected respondents is missing. */
export function collectionProgress(store: Store, domain: Domain): Progress {
  const submissions = store.all<Progress['submissions'][number]>(
    'SELECT state, declarant_type AS declarant, count(*) AS files, sum(lines) AS lines FROM submissions GROUP BY 1, 2 ORDER BY 1, 2',
  );
  const periods = store.all<{ declarant: 'bank' | 'enterprise'; period: string }>(
    "SELECT DISTINCT declarant_type AS declarant, period FROM submissions WHERE declarant_type IN ('bank', 'enterprise') ORDER BY 1, 2",
  );
  return {
    submissions,
    periods: periods.map(({ declarant, period }) => periodProgress(store, domain, declarant, period)),
  };
}

function periodProgress(
  store: Store,
  domain: Domain,
  declarant: 'bank' | 'enterprise',
  period: string,
): PeriodProgress {
  const senders = store.all<{ sender: string }>(
    "SELECT DISTINCT sender FROM submissions WHERE declarant_type = ? AND period = ? AND state = 'received' AND function <> 'cancel'",
    declarant,
    period,
  );
  const received = new Set(senders.map(({ sender }) => sender));
  const expected = respondents(domain, declarant, daysOf(periodOf(period))[1]);
  return {
    declarant,
    period,
    expected: expected.length,
    received: received.size,
    missing: expected.filter((sender) => !received.has(sender)),
  };
}

function respondents(domain: Domain, declarant: 'bank' | 'enterprise', day: string): readonly string[] {
  const found =
    declarant === 'bank'
      ? domain.banks.filter((bank) => inForce(bank, day)).map(({ code }) => code)
      : domain.register
          .filter((entry) => entry.respondent && inForce(entry, day))
          .map(({ enterprise }) => enterprise);
  return [...new Set(found)].sort();
}
