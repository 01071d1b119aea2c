// `marsad reconcile WS`: compiled figures against the printed ones.

import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { toDecimal } from '../design/rational.ts';
import type { Log } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import {
  constraintsCovered,
  constraintsMet,
  type Reconciled,
  reconcile,
  reconciledRow,
} from '../evaluate/reconcile.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { latestRun, type Run, runOf } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const reconcileCommand: Command = {
  name: 'reconcile',
  usage: 'WS',
  summary: 'set each published figure beside the compiled one, its interval and the distance',
  options: { run: { type: 'string', help: 'the run to reconcile; the newest analysed one by default' } },
  run: async ([root], options, { log }) => {
    if (root === undefined) throw new Refused('which workspace? `marsad reconcile WS`');
    const workspace = openWorkspace(root);
    try {
      const run = chosenRun(workspace, textOption(options, 'run'));
      const reconciled = await reconcileRun(workspace, run);
      if (flagOption(options, 'json')) log.print(JSON.stringify(reconciled.map(reconciledRow), null, 2));
      else printTable(reconciled, run, log);
      return constraintsMet(reconciled) ? 0 : 1;
    } finally {
      workspace.store.close();
    }
  },
};

/** The published figures of a workspace beside the cells of a run. */
export async function reconcileRun(workspace: Workspace, run: Run): Promise<readonly Reconciled[]> {
  const engine = await workspaceEngine(workspace);
  try {
    const rows = await engine.rows(cellsQuery(workspace.layout.runFile(run.id, 'cells.parquet')));
    return reconcile(workspace.domain, rows.map(compiledCell));
  } finally {
    engine.close();
  }
}

function chosenRun(workspace: Workspace, given: string | undefined): Run {
  if (given === undefined) return latestRun(workspace, 'analysed');
  if (!/^\d+$/.test(given)) throw new Refused(`--run: found ${given}, expected the number of a run`);
  return runOf(workspace, Number(given));
}

type Row = readonly string[];
const HEADS: Row = ['', 'role', 'figure', 'printed', 'interval', 'compiled', 'distance'];

function printTable(reconciled: readonly Reconciled[], run: Run, log: Log): void {
  const rows = reconciled.map(tableRow);
  const widths = HEADS.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)),
  );
  for (const row of [HEADS, ...rows]) {
    log.print(
      row
        .map((cell, at) => (at < 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
  }
  log.print(`\n${verdict(reconciled, run)}`);
}

const DECIMALS: { readonly [unit: string]: number } = {
  MAD_BN: 6,
  MAD_MN: 3,
  PERCENT: 4,
  PERSONS: 0,
  MAD: 2,
};

function tableRow(row: Reconciled): Row {
  const { figure, compiled, distance, missing } = row;
  const { role, indicator, segment, period, scope, value, unit, hedge, interval } = figure;
  const decimals = DECIMALS[unit] ?? 4;
  const name = `${indicator} ${segment} ${period}${scope === 'LEGACY' ? ' (LEGACY)' : ''}`;
  const printed = `${hedge ? `${hedge} ` : ''}${value} ${unit}`;
  const text =
    interval?.lower && interval.upper
      ? `[${toDecimal(interval.lower, figure.decimals + 1)}, ${toDecimal(interval.upper, figure.decimals + 1)}]`
      : '';
  if (compiled === null) return [markOf(row), role, name, printed, text, 'not compiled', missing ?? ''];
  return [
    markOf(row),
    role,
    name,
    printed,
    text,
    toDecimal(compiled, decimals),
    distance === null ? '' : signed(toDecimal(distance, decimals)),
  ];
}

function signed(text: string): string {
  if (/^-?0(\.0+)?$/.test(text)) return '0';
  return text.startsWith('-') ? text : `+${text}`;
}

function markOf({ figure, inside, covered }: Reconciled): string {
  if (inside === true) return '✓';
  return figure.role === 'constraint' && covered ? '✗' : '·';
}

function verdict(reconciled: readonly Reconciled[], run: Run): string {
  const all = reconciled.filter(({ figure }) => figure.role === 'constraint');
  const covered = constraintsCovered(reconciled);
  const beyond = all.length - covered.length;
  if (covered.length === 0)
    return `run ${run.id}: nothing to compare: none of the ${all.length} constraints among the published figures is of months that this run compiled`;
  const met = covered.filter(({ inside }) => inside === true).length;
  const lost = covered.filter(({ compiled }) => compiled === null).length;
  const missing = lost === 0 ? '' : `; ${lost} could not be compiled`;
  const others = beyond === 0 ? '' : `; ${beyond} are of months beyond this run`;
  return `run ${run.id}: ${met} of ${covered.length} constraints inside their interval${missing}${others}; ${reconciled.length} figures in all`;
}
