// `marsad analyse WS`: compiles the cells of the newest processed run.

import { type AnalysisSummary, analyse } from '../analyse/analyse.ts';
import { vintageDay } from '../analyse/vintage.ts';
import { NOTHING } from '../design/fault-words.ts';
import { monthsOf, parsePeriod, periodOf } from '../design/period.ts';
import { refusal } from '../design/refusal.ts';
import { UNDECIDED } from '../design/release-state.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { halfWidthsIn, readEstimates } from './estimates.ts';
import { finishStep, latestRun, type Run, refuseStranger, whileHolding } from './runs.ts';
import { recordOrigins } from './trace.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const analyseCommand: Command = {
  name: 'analyse',
  usage: 'WS',
  summary: 'compile the exact cells of the newest processed run',
  options: {
    period: {
      type: 'string',
      help: 'last period of the release; by default the last one due in the calendar',
    },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad analyse WS`');
    const workspace = openWorkspace(root);
    try {
      const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
      const summary = await whileHolding(workspace, async () => {
        const run = latestRun(workspace, 'processed');
        refuseStranger(run, workspace);
        const made = await analyseRun(workspace, run, period);
        await finishStep(workspace, run, 'analysed', { period, ...made }, effects);
        return made;
      });
      printSummary(summary, period, flagOption(options, 'json'), effects);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** Compiles the cells of a run from its contributions, in an engine of its own. */
export async function analyseRun(
  workspace: Workspace,
  run: Run,
  releasePeriod: string,
): Promise<AnalysisSummary> {
  const { layout, domain } = workspace;
  const contributionsPath = layout.runFile(run.id, 'contributions.parquet');
  if (!exists(contributionsPath)) {
    throw new NotFound(`run ${run.id} has no contributions: \`marsad process ${layout.root}\` makes them`);
  }
  const released = workspace.store.get<{ released: number }>(RELEASED, releasePeriod)?.released ?? 0;
  const engine = await workspaceEngine(workspace);
  try {
    const outPath = layout.runFile(run.id, 'cells.parquet');
    const day = vintageDay(domain.calendar, releasePeriod, released + 1, run.cutAt.slice(0, 10));
    const halfWidthOf = halfWidthsIn(readEstimates(workspace, run), domain.merges);
    const input = { engine, contributionsPath, domain, releasePeriod, outPath, day, halfWidthOf };
    const summary = await analyse(input);
    await recordOrigins(workspace, run, engine);
    return summary;
  } finally {
    engine.close();
  }
}

const RELEASED = `SELECT coalesce(max(number), 0) AS released FROM releases WHERE period = ? AND state NOT IN ${UNDECIDED}`;

/** The period asked for, or the last one whose release is due and whose last month was declared. */
export function releasePeriodOf(workspace: Workspace, given: string | undefined, effects: Effects): string {
  if (given !== undefined && parsePeriod(given) === undefined) {
    throw refusal('period_form', { period: given });
  }
  const [today, declared] = [effects.clock().slice(0, 10), lastDeclaredMonth(workspace)];
  const due = workspace.domain.calendar
    .filter(({ kind, due, period }) => kind === 'release' && due <= today && lastMonth(period) <= declared)
    .map(({ period }) => period)
    .sort((a, b) => (lastMonth(a) < lastMonth(b) ? -1 : 1));
  const period = given ?? due.at(-1);
  if (period === undefined) {
    throw refusal('nothing_due', { declared: declared === '' ? NOTHING : declared });
  }
  return period;
}

function lastDeclaredMonth({ store }: Workspace): string {
  const rows = store.all<{ period: string }>(
    "SELECT DISTINCT period FROM submissions WHERE state = 'received' AND declarant_type <> 'office' AND period IS NOT NULL",
  );
  return (
    rows
      .flatMap(({ period }) => (parsePeriod(period) === undefined ? [] : [lastMonth(period)]))
      .sort()
      .at(-1) ?? ''
  );
}

function lastMonth(period: string): string {
  return monthsOf(periodOf(period)).at(-1) ?? period;
}

function printSummary(summary: AnalysisSummary, period: string, json: boolean, { log }: Effects): void {
  if (json) {
    log.print(JSON.stringify({ period, ...summary }, null, 2));
    return;
  }
  log.print(`${summary.cells} cells up to ${period} from ${summary.contributions} contributions`);
  for (const [indicator, count] of Object.entries(summary.by)) {
    log.print(`  ${indicator.padEnd(18)} ${String(count).padStart(7)}`);
  }
  for (const { indicator, scope, first, last, outside } of summary.series) {
    const beyond = outside.lines === 0 ? '' : `; outside: ${outside.lines} lines, ${outside.amount}`;
    log.print(`  ${indicator} in scope ${scope}: ${first} to ${last}${beyond}`);
  }
}
