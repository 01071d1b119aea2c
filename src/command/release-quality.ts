// What a release is told about its quality: who answered, what became of the lines, when it is due.

import { responseRates } from '../analyse/respondents.ts';
import type { Observation } from '../design/observation.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import type { QualityFacts } from '../disseminate/quality.ts';
import type { ReleaseFacts } from '../disseminate/release.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { ident, join, sql } from '../engine/sql.ts';
import { declaredAt } from './process.ts';
import { domainSeen } from './register.ts';
import { intervalFacts } from './release-intervals.ts';
import type { ReleasedRevisions } from './release-revisions.ts';
import { valueShares, withheldShares } from './release-shares.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type ReleasedAs = {
  readonly period: string;
  readonly number: number;
  readonly vintage: string;
  readonly embargo: string | null;
};

/** The facts behind the quality indicators of a release of a run. */
export async function qualityFacts(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  { period, number, vintage, embargo }: ReleasedAs,
  released: readonly Observation[],
  revisions: Pick<ReleasedRevisions, 'facts'>,
): Promise<QualityFacts> {
  const { domain } = workspace;
  const months = releasedMonths(released);
  const inPeriod = monthsOf(periodOf(period));
  const day = embargo?.slice(0, 10) ?? dueDay(workspace, period, number);
  return {
    ...{ refArea: domain.refArea, scope: domain.scope, period, number, vintage },
    day,
    response: responseRates(
      domainSeen(workspace, run),
      declaredAt(workspace, run),
      months,
      run.cutAt.slice(0, 10),
    ),
    states: await statesIn(engine, workspace, run, inPeriod),
    values: await valueShares(engine, workspace, run, inPeriod),
    withheld: await withheldShares(engine, workspace, run, released),
    exports: released.filter(({ dataflow }) => dataflow === 'EXPORTS'),
    items: await itemsIn(engine, workspace, run, inPeriod),
    punctuality: punctualityOf(workspace, { period, number, embargo }),
    measured: [...revisions.facts, ...(await intervalFacts(engine, workspace, run, period, released))],
  };
}

/** `quality.json`: what the run can say of its quality without saying which rule protected which cell. */
export async function qualityReport(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  { id, cut, vintage }: Pick<ReleaseFacts, 'id' | 'cut' | 'vintage'>,
  {
    quality,
    observations,
    revisions,
  }: {
    readonly quality: QualityFacts;
    readonly observations: readonly Observation[];
    readonly revisions: Pick<ReleasedRevisions, 'measures'>;
  },
): Promise<object> {
  const processed = run.summary['processed'] as { readonly lines?: number; readonly states?: object };
  const counted = (list: readonly Observation[], name: (each: Observation) => string) =>
    Object.fromEntries(
      [...Map.groupBy(list, name)].map(([value, own]) => [value, own.length] as const).sort(),
    );
  return {
    release: id,
    vintage,
    cut: cut.at,
    due: quality.day,
    lines: { received: processed?.lines ?? null, states: processed?.states ?? null },
    lines_of_period: quality.states,
    value_of_period: quality.values ?? [],
    response: quality.response,
    items: quality.items,
    punctuality: quality.punctuality,
    revisions: revisions.measures,
    causes_and_intervals: (quality.measured ?? []).filter(({ measure }) => !/^R?MA?R/.test(measure)),
    findings: await findingCounts(engine, workspace, run),
    observations: {
      total: observations.length,
      by_dataflow: counted(observations, ({ dataflow }) => dataflow),
      by_status: counted(observations, ({ attributes }) => attributes['OBS_STATUS'] ?? ''),
    },
  };
}

/** Broken rules by tier and severity: how many findings, never whose. */
async function findingCounts(engine: Engine, { layout }: Workspace, run: Run): Promise<object> {
  const path = layout.runFile(run.id, 'findings.parquet');
  if (!exists(path)) return [];
  return engine.rows(
    sql`SELECT tier, severity, outcome, CAST(count(*) AS INTEGER) AS findings FROM ${readParquet(path)}
      GROUP BY tier, severity, outcome ORDER BY tier, severity, outcome`,
  );
}

function releasedMonths(released: readonly Observation[]): readonly string[] {
  const months = released.filter(({ key }) => key.startsWith('M.')).map(({ period }) => period);
  return [...new Set(months)].sort();
}

async function statesIn(
  engine: Engine,
  { layout }: Workspace,
  run: Run,
  months: readonly string[],
): Promise<QualityFacts['states']> {
  const paths = months.map((month) => layout.runFile(run.id, `lines-${month}.parquet`)).filter(exists);
  if (paths.length === 0) return {};
  const rows = await engine.rows<{ state: string; lines: number }>(
    sql`SELECT state, CAST(count(*) AS INTEGER) AS lines FROM ${readParquet(paths)} GROUP BY state ORDER BY state`,
  );
  return Object.fromEntries(rows.map(({ state, lines }) => [state, lines]));
}

const ITEMS = ['partner', 'nature', 'invoice_refs'];

/** Fields that settlements of the months should state, and those that they do. */
async function itemsIn(
  engine: Engine,
  { layout }: Workspace,
  run: Run,
  months: readonly string[],
): Promise<{ readonly asked: number; readonly stated: number }> {
  const paths = months.map((month) => layout.runFile(run.id, `lines-${month}.parquet`)).filter(exists);
  if (paths.length === 0) return { asked: 0, stated: 0 };
  const stated = join(
    ITEMS.map((item) => sql`count(${ident(item)})`),
    ' + ',
  );
  const [row] =
    await engine.rows(sql`SELECT CAST(count(*) * ${ITEMS.length} AS INTEGER) AS asked, CAST(${stated} AS INTEGER) AS stated
    FROM ${readParquet(paths)} WHERE kind = 'settlement'`);
  return { asked: Number(row?.['asked'] ?? 0), stated: Number(row?.['stated'] ?? 0) };
}

/** How late releases were out, each by its own day in the calendar: those before by their publication, this one by its embargo. */
function punctualityOf(
  workspace: Workspace,
  { period, number, embargo }: Pick<ReleasedAs, 'period' | 'number' | 'embargo'>,
): NonNullable<QualityFacts['punctuality']> {
  const before = workspace.store.all<{ period: string; number: number; out: string }>(
    'SELECT period, number, published_at AS out FROM releases WHERE published_at IS NOT NULL AND NOT (period = ? AND number >= ?) ORDER BY published_at, id',
    ...[period, number],
  );
  const known = embargo === null ? before : [...before, { period, number, out: embargo }];
  const days = new Map<string, number>();
  for (const each of known) {
    const due = dueDay(workspace, each.period, each.number);
    if (due !== null)
      days.set(each.period, Math.round((Date.parse(each.out.slice(0, 10)) - Date.parse(due)) / 86_400_000));
  }
  return [...days].map(([of, late]) => ({ period: of, days: late }));
}

/** The day in the calendar on which this release of the period is due. */
function dueDay({ domain }: Workspace, period: string, number: number): string | null {
  const due = domain.calendar
    .filter((entry) => entry.kind === 'release' && entry.period === period)
    .map((entry) => entry.due)
    .sort();
  return due[number - 1] ?? null;
}
