// The quarterly declarations of enterprises: what they invoiced and received, what did not pass through banks, headcount.

import type { Domain } from '../design/domain.ts';
import { formatScaled } from '../design/rational.ts';
import type { Declared } from './declared-line.ts';
import type { MonthPlan } from './draw-month.ts';
import { type Exporter, entryOn, naturesFor } from './exporter.ts';
import { apportion, randomStream } from './random-stream.ts';

/** One line of an enterprise, with the centimes that count and where. */
export type EnterpriseLine = {
  readonly declared: Declared;
  readonly month: string;
  readonly segment: string;
  readonly counted: bigint;
  readonly banked: bigint;
};

/** The lines of one enterprise for the months of a quarter; headcount stands on the first line of each month. */
export function enterpriseLines(
  domain: Domain,
  exporter: Exporter,
  plans: readonly MonthPlan[],
  headcounts: ReadonlyMap<string, ReadonlyMap<Exporter, number>>,
  seed: string,
): readonly EnterpriseLine[] {
  return plans.flatMap((plan) => {
    const segments = [...(plan.shares.get(exporter) ?? [])];
    return segments.map(([segment, share], at) => {
      const counted = plan.abroad.get(exporter)?.get(segment) ?? 0n;
      const headcount = at === 0 ? headcounts.get(plan.month)?.get(exporter) : undefined;
      const declared = declaredLine(
        domain,
        exporter,
        plan.month,
        segment,
        { share, counted, headcount },
        at,
        seed,
      );
      return { declared, month: plan.month, segment, counted, banked: share - counted };
    });
  });
}

/** Headcount of a month over the respondents: the published stock, moved evenly between its dates [prop]. */
export function headcountsOf(respondents: readonly Exporter[], month: string): ReadonlyMap<Exporter, number> {
  const [year = 2024, index = 1] = month.split('-').map(Number);
  const months = (year - 2022) * 12 + index - 12;
  const total = BigInt(Math.round(130_000 + (148_500 - 130_000) * (months / 24)));
  const alive = respondents.filter((exporter) => entryOn(exporter, `${month}-15`) !== undefined);
  const parts = apportion(
    total,
    alive.map(({ weight }) => weight ** 0.8),
  );
  return new Map(alive.map((exporter, at) => [exporter, Number(parts[at] ?? 0n)]));
}

/** What an enterprise declares for the months of a quarter in which it sold nothing. */
export function nilLines(domain: Domain, exporter: Exporter, months: readonly string[]): readonly Declared[] {
  return months.flatMap((month) => {
    const entry = entryOn(exporter, `${month}-28`);
    if (entry === undefined) return [];
    const line = { line_id: `${month}-1`, resident_ice: entry.ice, period: month, nil: 'Y' };
    return [{ ...line, currency: domain.currency, received_amount: '0.00', received_abroad: '0.00' }];
  });
}

type Amounts = { readonly share: bigint; readonly counted: bigint; readonly headcount: number | undefined };

function declaredLine(
  domain: Domain,
  exporter: Exporter,
  month: string,
  segment: string,
  { share, counted, headcount }: Amounts,
  at: number,
  seed: string,
): Declared {
  const random = randomStream(seed, 'enterprise', month, exporter.enterprise, segment);
  const entry = entryOn(exporter, `${month}-28`) ?? exporter.entries[0];
  const invoiced = (share * BigInt(Math.round(985 + 40 * random.next()))) / 1000n;
  const opening = (share * BigInt(Math.round(1200 + 600 * random.next()))) / 1000n;
  return {
    line_id: `${month}-${at + 1}`,
    resident_ice: entry?.ice ?? '',
    period: month,
    segment,
    service_item: entry === undefined ? '' : (naturesFor(domain, entry, segment, `${month}-28`)[0] ?? ''),
    counterparty_country: exporter.clients[0].country,
    currency: domain.currency,
    invoiced_amount: formatScaled(invoiced, 2),
    received_amount: formatScaled(share, 2),
    netted_amount: '0.00',
    received_abroad: formatScaled(counted, 2),
    opening_receivables: formatScaled(opening, 2),
    closing_receivables: formatScaled(opening + invoiced - share, 2),
    related_amount: formatScaled((share * BigInt(random.below(60))) / 100n, 2),
    headcount: headcount === undefined ? '' : String(headcount),
    digital_share: (0.6 + 0.4 * random.next()).toFixed(2),
    nil: 'N',
    invoice_refs: '',
    free_text: '',
  };
}
