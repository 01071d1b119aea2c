// The frame of the survey month by month: the enterprises of the strata, what each declared, and what banks settled for it.
// GSBPM 5.6.

import { type Domain, inForce, type RegisterEntry } from '../design/domain.ts';
import { stratumOf } from '../design/stratum.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { SurveyMonth, SurveyUnit } from './grossing.ts';
import type { ImputedUnit } from './impute.ts';
import { type Declared, declaredMonths } from './respondents.ts';

/** What lines say of one enterprise, by month, source and segment, with the item and partner of what it declared. */
export type SurveyRow = {
  readonly enterprise: string;
  readonly month: string;
  readonly source: 'bank' | 'enterprise';
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string | null;
  readonly centimes: bigint;
  /** Whether a line of it waits for an answer: what counts is not all. */
  readonly waits: boolean;
};
/** An expert's estimate or an imputation that stands for a declaration of the survey. */
export type StandIn = { readonly enterprise: string; readonly month: string };

/** The enterprises that any stratum has ever held. */
export function frameEnterprises({ register, strata = [] }: Domain): readonly string[] {
  const inFrame = register.filter((entry) =>
    strata.some(({ segment, size }) => segment === entry.segment && size === entry.size),
  );
  return [...new Set(inFrame.map(({ enterprise }) => enterprise))].sort();
}

/** The lines of these enterprises added up, in order. */
export async function readSurvey(
  engine: Engine,
  lines: readonly string[],
  enterprises: readonly string[],
): Promise<readonly SurveyRow[]> {
  if (lines.length === 0 || enterprises.length === 0) return [];
  const rows = await engine.rows(sql`
    SELECT enterprise, month, source, coalesce(segment, '') AS segment,
      CASE WHEN source = 'enterprise' THEN ebops END AS ebops, CASE WHEN source = 'enterprise' THEN partner END AS partner,
      CAST(coalesce(sum(mad) FILTER (state = 'accepted'), 0) * 100 AS BIGINT) AS centimes, bool_or(state = 'queried') AS waits
    FROM ${readParquet(lines)} WHERE enterprise IN (${enterprises}) AND state IN ('accepted', 'queried')
    GROUP BY ALL ORDER BY ALL`);
  return rows.map((row) => ({
    enterprise: String(row['enterprise']),
    month: String(row['month']),
    source: row['source'] === 'bank' ? 'bank' : 'enterprise',
    segment: String(row['segment']),
    ebops: String(row['ebops'] ?? ''),
    partner: row['partner'] === null ? null : String(row['partner']),
    centimes: BigInt(String(row['centimes'])),
    waits: row['waits'] === true,
  }));
}

/** The frame in each month, enterprises in order. */
export function surveyMonths(
  domain: Domain,
  months: readonly string[],
  rows: readonly SurveyRow[],
  declared: readonly Declared[],
  imputed: readonly ImputedUnit[],
  standIns: readonly StandIn[],
): readonly SurveyMonth[] {
  const answers = declaredMonths(declared);
  const byUnit = Map.groupBy(rows, ({ enterprise, month }) => `${enterprise} ${month}`);
  const estimates = Map.groupBy(imputed, ({ enterprise, month }) => `${enterprise} ${month}`);
  const replaced = new Set(standIns.map(({ enterprise, month }) => `${enterprise} ${month}`));
  return months.map((month) => ({
    month,
    units: frameOn(domain, `${month}-15`).map(({ enterprise, stratum, asked }): SurveyUnit => {
      const name = `${enterprise} ${month}`;
      const own = byUnit.get(name) ?? [];
      const estimated = estimates.get(name) ?? [];
      const of = (source: string, list: readonly Pick<SurveyRow, 'source' | 'segment' | 'centimes'>[]) =>
        bySegment(list.filter((each) => each.source === source));
      const waits = own.some((row) => row.source === 'enterprise' && row.waits);
      const hasAnswered = answers.get(`enterprise ${enterprise}`)?.has(month) === true && !waits;
      const hasValue = replaced.has(name) || estimated.some(({ source }) => source === 'enterprise');
      return {
        ...{ enterprise, stratum },
        standing: hasAnswered ? (asked ? 'answered' : 'counted') : hasValue ? 'counted' : 'unknown',
        settled: of('bank', [...own, ...estimated]),
        declared: of('enterprise', own),
      };
    }),
  }));
}

type Framed = { readonly enterprise: string; readonly stratum: string; readonly asked: boolean };

function frameOn({ register, strata = [] }: Domain, day: string): readonly Framed[] {
  return register
    .filter((entry) => inForce(entry, day))
    .flatMap((entry: RegisterEntry) => {
      const stratum = stratumOf(strata, entry, day);
      if (stratum === undefined) return [];
      return [{ enterprise: entry.enterprise, stratum: stratum.code, asked: entry.respondent }];
    })
    .sort((a, b) => (a.enterprise < b.enterprise ? -1 : 1));
}

function bySegment(
  list: readonly { readonly segment: string; readonly centimes: bigint }[],
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { segment, centimes } of list)
    if (segment !== '') sums.set(segment, (sums.get(segment) ?? 0n) + centimes);
  return sums;
}
