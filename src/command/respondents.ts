// `marsad respondents WS`: who owes a declaration, how many answered, what was estimated for them, and how surely.
// `--freeze` fixes the inputs of a release. GSBPM 4.3 and 5.4.

import { halfWidth } from '../analyse/imputation-interval.ts';
import { type Reminder, type ResponseRate, remindersFor, responseRates } from '../analyse/respondents.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import { readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { releasePeriodOf } from './analyse.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { type Estimates, readEstimates } from './estimates.ts';
import { freezePeriod } from './freeze.ts';
import { declaredAt } from './process.ts';
import { domainSeen } from './register.ts';
import { latestRun, type Run } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

/** Dirhams as decimal text. */
export type SegmentEstimate = {
  readonly segment: string;
  readonly total: string;
  readonly imputed: string;
  /** Value-weighted, in percent. */
  readonly imputed_share: string;
  /** Of 90 %, around the total. */
  readonly lower: string;
  readonly upper: string;
  /** What the largest units missing had in their last month: in no total until they are called back. */
  readonly not_estimated: string;
};
export type ResponseReport = {
  readonly run: number;
  readonly period: string;
  readonly response: readonly ResponseRate[];
  readonly reminders: readonly Reminder[];
  readonly call_back: readonly {
    readonly sender: string;
    readonly enterprise: string;
    readonly segment: string;
    readonly month: string;
    readonly last: string;
  }[];
  readonly methods: readonly {
    readonly stratum: string;
    readonly method: string;
    readonly back_cast: number;
  }[];
  readonly estimates: readonly SegmentEstimate[];
};

export const respondentsCommand: Command = {
  name: 'respondents',
  usage: 'WS',
  summary: 'who owes a declaration for a period, and what was estimated in its place',
  options: {
    period: { type: 'string', help: 'period of the release; by default the last one due' },
    freeze: {
      type: 'boolean',
      help: 'fix the declarations of the release: what comes later is for the next one',
    },
    author: { type: 'string', help: 'who freezes' },
    reason: { type: 'string', help: 'why now' },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad respondents WS`');
    const workspace = openWorkspace(root);
    try {
      const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
      if (flagOption(options, 'freeze')) {
        const frozen = freezePeriod(
          workspace,
          period,
          textOption(options, 'author'),
          textOption(options, 'reason'),
          effects,
        );
        effects.log.print(
          flagOption(options, 'json')
            ? JSON.stringify(frozen, null, 2)
            : `${period} is frozen at submission ${frozen.cut_submission}: its runs see no later declaration`,
        );
        return 0;
      }
      const report = await responseReport(workspace, period, effects.clock());
      if (flagOption(options, 'json')) effects.log.print(JSON.stringify(report, null, 2));
      else print(report, effects);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** The report of the newest processed run for a period, as of an instant. */
export async function responseReport(
  workspace: Workspace,
  period: string,
  at: string,
): Promise<ResponseReport> {
  const run = latestRun(workspace, 'processed');
  const months = monthsOf(periodOf(period));
  const domain = domainSeen(workspace, run);
  const declared = declaredAt(workspace, run);
  const estimates = readEstimates(workspace, run);
  const within = ({ month }: { readonly month: string }) => months.includes(month);
  const imputed = estimates.imputed.filter(within);
  return {
    ...{ run: run.id, period },
    response: responseRates(domain, declared, months),
    reminders: remindersFor(domain, declared, months, at.slice(0, 10)),
    call_back: estimates.callBack.filter(within).map(({ sender, enterprise, segment, month, last }) => ({
      sender,
      enterprise,
      segment,
      month,
      last: formatScaled(last, 2),
    })),
    methods: estimates.strata
      .filter(({ name }) => imputed.some(({ stratum }) => stratum === name))
      .map(({ name, method, backCast }) => ({ stratum: name, method, back_cast: backCast[0]?.count ?? 0 })),
    estimates: await segmentEstimates(workspace, run, months, {
      ...estimates,
      imputed,
      callBack: estimates.callBack.filter(within),
    }),
  };
}

async function segmentEstimates(
  workspace: Workspace,
  run: Run,
  months: readonly string[],
  estimates: Estimates,
): Promise<readonly SegmentEstimate[]> {
  const totals = await totalsOf(workspace, run, months);
  const segments = [TOTAL_SEGMENT, ...workspace.domain.segments.map(({ code }) => code)];
  return segments.map((segment) => {
    const own = <T extends { readonly segment: string }>(list: readonly T[]): readonly T[] =>
      list.filter((each) => segment === TOTAL_SEGMENT || each.segment === segment);
    const imputed = own(estimates.imputed);
    const [total, value] = [totals.get(segment) ?? 0n, sum(imputed.map(({ centimes }) => centimes))];
    const half = halfWidth(imputed, estimates);
    return {
      segment,
      total: formatScaled(total, 2),
      imputed: formatScaled(value, 2),
      imputed_share: total <= 0n ? '0.00' : formatScaled((10_000n * value) / total, 2),
      lower: formatScaled(total - half, 2),
      upper: formatScaled(total + half, 2),
      not_estimated: formatScaled(sum(own(estimates.callBack).map(({ last }) => last)), 2),
    };
  });
}

async function totalsOf(
  workspace: Workspace,
  run: Run,
  months: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const path = workspace.layout.runFile(run.id, 'contributions.parquet');
  if (!exists(path)) return new Map();
  const engine = await workspaceEngine(workspace);
  try {
    const rows = await engine.rows<{ segment: string; centimes: string }>(sql`
      SELECT coalesce(segment, ${TOTAL_SEGMENT}) AS segment, CAST(sum(value) * 100 AS BIGINT) AS centimes
      FROM ${readParquet(path)} WHERE indicator = 'EXPORTS' AND scope = ${workspace.domain.scope} AND month IN (${months})
      GROUP BY GROUPING SETS ((segment), ())`);
    return new Map(rows.map(({ segment, centimes }) => [segment, BigInt(centimes ?? 0)]));
  } finally {
    engine.close();
  }
}

function print(report: ResponseReport, { log }: Effects): void {
  log.print(`run ${report.run}, ${report.period}`);
  for (const { source, period, expected, received } of report.response)
    log.print(
      `  ${source.padEnd(11)} ${period.padEnd(8)} ${received} of ${expected} that have declared before`,
    );
  const owing = report.reminders.filter(({ last }) => last !== null);
  log.print(
    `  to remind: ${owing.length}, and ${report.reminders.length - owing.length} that never declared`,
  );
  for (const { source, sender, period, due, overdue, last } of owing)
    log.print(
      `    ${source} ${sender} ${period}: due ${due ?? 'no day stated'}${overdue === null ? '' : `, ${overdue} days ago`}; last declared ${last}`,
    );
  for (const { sender, enterprise, segment, month, last } of report.call_back)
    log.print(
      `  call back: ${enterprise} (${segment}) at ${sender} for ${month}, too large to impute; last ${last}`,
    );
  for (const { stratum, method, back_cast } of report.methods)
    log.print(`  stratum ${stratum}: ${method}, smallest error over ${back_cast} back-cast units`);
  for (const { segment, total, imputed, imputed_share, lower, upper, not_estimated } of report.estimates)
    log.print(
      `  ${segment.padEnd(4)} ${total.padStart(18)}  imputed ${imputed} (${imputed_share} %)  90 %: ${lower} to ${upper}  not estimated: ${not_estimated}`,
    );
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
