// `marsad process WS`: from collected lines to lines, findings, links and contributions of a new run.

import { join } from 'node:path';
import { aggregateLines } from '../analyse/aggregate.ts';
import type { Declared } from '../analyse/respondents.ts';
import type { Edit } from '../design/edit.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { parsePeriod } from '../design/period.ts';
import { type Progress, stepBegun } from '../design/progress-words.ts';
import { LINE_STATES } from '../design/tables.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { listFolder } from '../engine/files.ts';
import type { Succession } from '../process/hidiroglou-berthelot.ts';
import { type ProcessInput, type ProcessSummary, processLines } from '../process/lines.ts';
import type { Submission } from '../process/reference.ts';
import { type Command, flagOption } from './command.ts';
import { writeEstimates } from './estimates.ts';
import { STATE_AT_CUT } from './inputs.ts';
import { domainSeen } from './register.ts';
import { beginRun, finishStep, type Run, whileHolding } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const processCommand: Command = {
  name: 'process',
  usage: 'WS',
  summary: 'validate, classify and convert what was collected, as a new run',
  options: {},
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad process WS`');
    const workspace = openWorkspace(root);
    try {
      const { run, counts } = await whileHolding(workspace, () => newRun(workspace, effects));
      if (flagOption(options, 'json')) effects.log.print(JSON.stringify({ run: run.id, ...counts }, null, 2));
      else printCounts(run, counts, effects);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** What processing counted; `lines` is what was received and the sum of `states`. */
export type ProcessCounts = Omit<ProcessSummary, 'submissions'> & { readonly contributions: number };

/** Makes lines, findings, links and contributions of a run, in an engine of its own. */
export async function processRun(
  workspace: Workspace,
  run: Run,
  progress?: Progress,
): Promise<ProcessCounts> {
  const { layout } = workspace;
  const domain = domainSeen(workspace, run);
  const folder = layout.run(run.id);
  const engine = await workspaceEngine(workspace);
  try {
    const { submissions: _, ...counts } = await processLines({
      ...processInput(workspace, run, engine),
      ...(progress === undefined ? {} : { progress }),
    });
    const declared = listFolder(folder)
      .filter((name) => name.startsWith('lines-'))
      .map((name) => join(folder, name));
    const lines = [
      ...declared,
      ...(await writeEstimates({ ...workspace, domain }, run, engine, {
        declared: declaredAt(workspace, run),
        lines: declared,
      })),
    ];
    const out = layout.runFile(run.id, 'contributions.parquet');
    return {
      ...counts,
      contributions: await aggregateLines({
        engine,
        lines,
        scope: domain.scope,
        splitKeys: domain.splitKeys,
        out,
      }),
    };
  } finally {
    engine.close();
  }
}

/** What a run processes: everything up to its cut. */
export function processInput(workspace: Workspace, run: Run, engine: Engine): ProcessInput {
  return {
    engine,
    domain: domainSeen(workspace, run),
    collected: {
      settlement: collectedPaths(workspace, run, 'settlement'),
      enterprise: collectedPaths(workspace, run, 'enterprise'),
    },
    submissions: submissionsOf(workspace, run),
    edits: workspace.store.all<Edit>(
      'SELECT seq, submission, ordinal, field, before, after, reverses, rule FROM edits WHERE seq <= ? AND submission <= ? ORDER BY seq',
      run.cutEdit,
      run.cutSubmission,
    ),
    successions: successionsOf(workspace, run),
    folder: workspace.layout.run(run.id),
    at: run.cutAt,
  };
}

async function newRun(workspace: Workspace, effects: Effects): Promise<{ run: Run; counts: ProcessCounts }> {
  const begun = beginRun(workspace, effects);
  const counts = await processRun(workspace, begun, (step) => effects.log.progress(stepBegun(step)));
  return { run: await finishStep(workspace, begun, 'processed', counts, effects), counts };
}

const KIND_OF_TYPE: { readonly [declarant: string]: ProcessedKind } = {
  bank: 'settlement',
  enterprise: 'enterprise',
};

const WITH_LINES = `submissions JOIN submission_files ON submission_files.submission = submissions.id
  WHERE submissions.state <> 'refused' AND submissions.id <= ?`;

export function collectedPaths(
  { store, layout }: Workspace,
  run: Run,
  kind: ProcessedKind,
): readonly string[] {
  const rows = store.all<{ path: string; declarant_type: string }>(
    `SELECT DISTINCT path, declarant_type FROM ${WITH_LINES} ORDER BY path`,
    run.cutSubmission,
  );
  return rows
    .filter(({ declarant_type }) => KIND_OF_TYPE[declarant_type] === kind)
    .map(({ path }) => join(layout.root, path));
}

/** Enterprises that the register says go on in another. */
function successionsOf({ store }: Workspace, run: Run): readonly Succession[] {
  return store.all<Succession>(
    "SELECT enterprise, after AS successor FROM register_changes WHERE field = 'successor' AND after IS NOT NULL AND at <= ? ORDER BY seq",
    run.cutAt,
  );
}

/** Who declared which period as the run saw it, declarations without lines too. */
export function declaredAt({ store }: Workspace, run: Pick<Run, 'cutSubmission'>): readonly Declared[] {
  const rows = store.all<{ declarant_type: string; sender: string; period: string; state: string }>(
    `SELECT declarant_type, sender, period, ${STATE_AT_CUT} AS state FROM submissions
     WHERE id <= ? AND function <> 'cancel' AND declarant_type IN ('bank', 'enterprise') ORDER BY id`,
    run.cutSubmission,
    run.cutSubmission,
  );
  return rows
    .filter(({ state, period }) => state === 'received' && parsePeriod(period) !== undefined)
    .map(({ declarant_type, sender, period }) => ({
      source: declarant_type === 'bank' ? 'bank' : 'enterprise',
      sender,
      period,
    }));
}

type SubmissionRow = Omit<Submission, 'kind' | 'receivedAt'> & {
  readonly declarant_type: string;
  readonly received_at: string;
};

function submissionsOf({ store }: Workspace, run: Run): readonly Submission[] {
  const rows = store.all<SubmissionRow>(
    `SELECT id, declarant_type, sender, period, ${STATE_AT_CUT} AS state, received_at, lines FROM ${WITH_LINES} ORDER BY id`,
    run.cutSubmission,
    run.cutSubmission,
  );
  return rows.flatMap(({ declarant_type, received_at, ...row }) => {
    const kind = KIND_OF_TYPE[declarant_type];
    return kind === undefined ? [] : [{ ...row, kind, receivedAt: received_at }];
  });
}

function printCounts(run: Run, counts: ProcessCounts, { log }: Effects): void {
  log.print(`run ${run.id}: ${counts.lines} lines received`);
  for (const state of LINE_STATES.filter((each) => counts.states[each] > 0)) {
    log.print(`  ${state.padEnd(12)} ${String(counts.states[state]).padStart(10)}`);
  }
  log.print(`  ${counts.findings} findings, ${counts.links} links, ${counts.contributions} contributions`);
}
