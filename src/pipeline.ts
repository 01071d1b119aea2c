// The order of things, and nothing else: process, analyse, protect, release, each in tables that the next one reads.

import { analyseRun } from './command/analyse.ts';
import { refuseUnfitHour } from './command/embargo-hour.ts';
import { processRun } from './command/process.ts';
import { protectRun } from './command/protect.ts';
import { draftRelease } from './command/release.ts';
import { refuseWaiting } from './command/release-facts.ts';
import { beginRun, finishStep, type Run, type RunState, whileHolding } from './command/runs.ts';
import type { Workspace } from './command/workspace.ts';
import { type RunStep, STEP_WORDS, stepBegun, stepDone } from './design/progress-words.ts';
import { refusal } from './design/refusal.ts';
import type { RevisionCause } from './design/tables.ts';
import type { Text } from './design/text.ts';
import type { Effects } from './engine/effects.ts';

export type PipelineRequest = {
  readonly workspace: Workspace;
  /** The last period of the release, such as `2025-S1`. */
  readonly period: string;
  readonly embargo: string | null;
  /** Why figures move, where the records do not say. */
  readonly causes?: readonly RevisionCause[];
};

export type StepTiming = { readonly step: string; readonly seconds: number };
export type PipelineResult = {
  /** Such as `2025-S1/1`. */
  readonly release: string;
  readonly run: Run;
  readonly timings: readonly StepTiming[];
};

/** Runs the whole chain on a workspace, from what was collected to a drafted release; holds it meanwhile. */
export function runPipeline(request: PipelineRequest, effects: Effects): Promise<PipelineResult> {
  return whileHolding(request.workspace, () => runHeld(request, effects));
}

async function runHeld(
  { workspace, period, embargo, causes = [] }: PipelineRequest,
  effects: Effects,
): Promise<PipelineResult> {
  // What would be refused at the end is refused before anything is computed.
  if (embargo !== null) refuseUnfitHour(embargo, workspace.domain.timeZone);
  refuseWaiting(workspace, period);
  const timings: StepTiming[] = [];
  const timed = async <T>(step: RunStep, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    effects.log.progress(stepBegun(STEP_WORDS[step]));
    const result = await work();
    const seconds = Math.round(performance.now() - began) / 1000;
    timings.push({ step, seconds });
    effects.log.note(stepDone(step, seconds));
    return result;
  };
  const said = (step: Text) => effects.log.progress(stepBegun(step));
  let run = beginRun(workspace, effects, period);
  const finish = async (state: RunState, counts: unknown): Promise<void> => {
    run = await finishStep(workspace, run, state, counts, effects);
  };
  await finish('processed', await timed('process', () => processRun(workspace, run, said)));
  await finish('analysed', { period, ...(await timed('analyse', () => analyseRun(workspace, run, period))) });
  const report = await timed('protect', () => protectRun(workspace, run, { progress: effects.log.progress }));
  if (report.at_risk > 0) throw refusal('cells_at_risk', { cells: report.at_risk, run: run.id });
  await finish('protected', report);
  const release = await timed('release', () =>
    draftRelease({ workspace, run, period, embargo, causes }, effects),
  );
  return { release: release.id, run, timings };
}
