// `marsad respondents WS`: who owes a declaration, how many answered, what was estimated for them and for those that no
// sample asks, and how surely.
// `--freeze` fixes the inputs of a release. GSBPM 4.3 and 5.4.

import { FEWEST_ANSWERS } from '../analyse/grossing.ts';
import { type Reminder, type ResponseRate, remindersFor, responseRates } from '../analyse/respondents.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import type { SegmentEstimate } from '../design/segment-estimate.ts';
import { readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { releasePeriodOf } from './analyse.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { type Estimates, halfWidthsIn, readEstimates } from './estimates.ts';
import { freezePeriod } from './freeze.ts';
import { declaredAt } from './process.ts';
import { domainSeen } from './register.ts';
import { latestRun, type Run } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

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
  readonly survey: SurveyReport;
  readonly estimates: readonly SegmentEstimate[];
};
/** The strata of the survey, month by month. */
export type SurveyReport = {
  readonly strata: readonly {
    readonly stratum: string;
    readonly segment: string;
    readonly month: string;
    readonly method: string;
    readonly answered: number;
    readonly unknown: number;
    readonly grossed: string;
  }[];
  /** Enterprises that no sample stands for: ask them. */
  readonly too_large: readonly { readonly enterprise: string; readonly month: string }[];
  /** Strata with too few answers to say anything of the others. */
  readonly too_few: Estimates['grossing']['tooFew'];
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
    survey: {
      strata: estimates.grossing.cells
        .filter(within)
        .map(({ stratum, segment, month, method, answered, unknown, centimes }) => ({
          ...{ stratum, segment, month, method, answered, unknown, grossed: formatScaled(centimes, 2) },
        })),
      too_large: estimates.grossing.tooLarge.filter(within),
      too_few: estimates.grossing.tooFew.filter(within),
    },
    estimates: await segmentEstimates(workspace, run, months, estimates),
  };
}

async function segmentEstimates(
  workspace: Workspace,
  run: Run,
  months: readonly string[],
  estimates: Estimates,
): Promise<readonly SegmentEstimate[]> {
  const totals = await totalsOf(workspace, run, months);
  const halfWidthOf = halfWidthsIn(estimates);
  const segments = [TOTAL_SEGMENT, ...workspace.domain.segments.map(({ code }) => code)];
  return segments.map((segment) => {
    const own = <T extends { readonly segment: string; readonly month: string }>(list: readonly T[]) =>
      list.filter(
        (each) => months.includes(each.month) && (segment === TOTAL_SEGMENT || each.segment === segment),
      );
    const of = (
      list: readonly { readonly segment: string; readonly month: string; readonly centimes: bigint }[],
    ) => sum(own(list).map(({ centimes }) => centimes));
    const [total, imputed, grossed] = [
      totals.get(segment) ?? 0n,
      of(estimates.imputed),
      of(estimates.grossing.cells),
    ];
    const half = halfWidthOf(segment, months);
    return {
      segment,
      total: formatScaled(total, 2),
      imputed: formatScaled(imputed, 2),
      imputed_share: percent(imputed, total),
      grossed: formatScaled(grossed, 2),
      grossed_share: percent(grossed, total),
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
    log.print(`  ${source.padEnd(11)} ${period.padEnd(8)} ${received} of ${expected} expected`);
  const owing = report.reminders.filter(({ last }) => last !== null);
  log.print(
    `  due: ${report.reminders.length}; ${owing.length} to remind, and ${report.reminders.length - owing.length} of respondents that never declared before`,
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
  printSurvey(report.survey, log);
  for (const { segment, total, lower, upper, not_estimated, ...of } of report.estimates)
    log.print(
      `  ${segment.padEnd(4)} ${total.padStart(18)}  imputed ${of.imputed} (${of.imputed_share} %)  grossed up ${of.grossed} (${of.grossed_share} %)  90 %: ${lower} to ${upper}  not estimated: ${not_estimated}`,
    );
}

function printSurvey({ strata, too_large, too_few }: SurveyReport, log: Effects['log']): void {
  for (const { stratum, segment, month, method, answered, unknown, grossed } of strata)
    log.print(
      `  sample ${stratum} ${month}, ${segment}: ${answered} answered for ${unknown} more, by ${method}: ${grossed}`,
    );
  for (const { enterprise, month } of too_large)
    log.print(`  ask ${enterprise} for ${month}: too large for the sample to stand for`);
  for (const { stratum, answered, unknown, months } of byStratum(too_few))
    log.print(
      `  sample ${stratum}: nothing grossed up in ${months.length} months (${months[0]} to ${months.at(-1)}), ${answered} at most answered for ${unknown}; ${FEWEST_ANSWERS} are needed`,
    );
}

function byStratum(list: SurveyReport['too_few']) {
  return [...Map.groupBy(list, ({ stratum }) => stratum)].map(([stratum, own]) => ({
    stratum,
    answered: Math.max(...own.map(({ answered }) => answered)),
    unknown: Math.max(...own.map(({ unknown }) => unknown)),
    months: own.map(({ month }) => month).sort(),
  }));
}

/** In percent with two decimals. */
function percent(part: bigint, total: bigint): string {
  return total <= 0n ? '0.00' : formatScaled((10_000n * part) / total, 2);
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
