// What a release is told about its quality: who answered, what became of the lines, when it is due.

import { responseRates } from '../analyse/respondents.ts';
import type { Observation } from '../design/observation.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import type { QualityFacts } from '../disseminate/quality.ts';
import type { ReleaseFacts } from '../disseminate/release.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { declaredAt } from './process.ts';
import { domainSeen } from './register.ts';
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
): Promise<QualityFacts> {
  const { domain } = workspace;
  const months = releasedMonths(released);
  return {
    ...{ refArea: domain.refArea, scope: domain.scope, period, number, vintage },
    day: embargo?.slice(0, 10) ?? dueDay(workspace, period, number),
    response: responseRates(domainSeen(workspace, run), declaredAt(workspace, run), months),
    states: await statesIn(engine, workspace, run, monthsOf(periodOf(period))),
    exports: released.filter(({ dataflow }) => dataflow === 'EXPORTS'),
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
  }: { readonly quality: QualityFacts; readonly observations: readonly Observation[] },
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
    response: quality.response,
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

/** The day in the calendar on which this release of the period is due. */
function dueDay({ domain }: Workspace, period: string, number: number): string | null {
  const due = domain.calendar
    .filter((entry) => entry.kind === 'release' && entry.period === period)
    .map((entry) => entry.due)
    .sort();
  return due[number - 1] ?? null;
}
