// `marsad run WS --period 2025-S1`: the whole chain, in order.

import { progressOf } from '../design/progress-words.ts';
import type { Language, Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import { describeFault, Refused, sayingOf } from '../engine/errors.ts';
import { writeWhole } from '../engine/files.ts';
import type { RunReason } from '../office/workbench/desk-running.ts';
import { codeText } from '../office/workbench/words.ts';
import { type PipelineResult, runPipeline } from '../pipeline.ts';
import { releasePeriodOf } from './analyse.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { CAUSE_OPTION, causesOf } from './release.ts';
import { openWorkspace } from './workspace.ts';

export const runCommand: Command = {
  name: 'run',
  usage: 'WS',
  summary: 'process, analyse, protect and draft a release, in order',
  options: {
    period: { type: 'string', help: 'period to release; by default the last one due in the calendar' },
    embargo: { type: 'string', help: 'instant before which the release cannot be published' },
    cause: CAUSE_OPTION,
    why: { type: 'string', help: 'file for the reason of a refusal, in three languages' },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad run WS --period 2025-S1`');
    const began = performance.now();
    const workspace = openWorkspace(root);
    try {
      const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
      const embargo = textOption(options, 'embargo') ?? null;
      const causes = causesOf(options['cause']);
      const result = await runPipeline({ workspace, period, embargo, causes }, effects);
      printResult(result, (performance.now() - began) / 1000, flagOption(options, 'json'), root, effects);
      return 0;
    } catch (error) {
      const path = textOption(options, 'why');
      if (path !== undefined) keepReason(path, error);
      throw error;
    } finally {
      workspace.store.close();
    }
  },
};

/** Keeps what an error says in every language, for whoever started the run; nothing where it speaks the program's own. */
function keepReason(path: string, error: unknown): void {
  const saying = sayingOf(error);
  if (saying === undefined) return;
  const faults = error instanceof Refused ? error.saidFaults : [];
  const inLanguage = (language: Language) => faults.map((fault) => describeFault(fault, language));
  const reason: RunReason = {
    said: saying.said,
    faults: { ar: inLanguage('ar'), fr: inLanguage('fr'), en: inLanguage('en') },
  };
  writeWhole(path, JSON.stringify(reason), 0o600);
}

function printResult(
  { release, run, timings }: PipelineResult,
  seconds: number,
  json: boolean,
  root: string,
  { log }: Effects,
): void {
  const { processed, analysed, protected: protection } = run.summary as { readonly [step: string]: Counts };
  const counted = {
    release,
    run: run.id,
    lines: processed?.states ?? {},
    cells: analysed?.cells ?? 0,
    seconds: Math.round(seconds * 1000) / 1000,
  };
  if (json) {
    log.print(JSON.stringify({ ...counted, timings }, null, 2));
    return;
  }
  log.print(linesSaid(run.id, processed));
  log.print(
    progressOf('suppressed', {
      ...{ cells: counted.cells, primary: protection?.primary ?? 0, secondary: protection?.secondary ?? 0 },
      risk: protection?.at_risk ?? 0,
    }),
  );
  log.print(draftedSaid(release, root, seconds));
}

type Counts = {
  readonly received?: number;
  readonly lines?: number;
  readonly states?: { readonly [state: string]: number };
  readonly cells?: number;
  readonly primary?: number;
  readonly secondary?: number;
  readonly at_risk?: number;
};

/** Received = the sum of the states, always printed. */
function linesSaid(run: number, counts: Counts | undefined): Text {
  const states = Object.entries(counts?.states ?? {}).filter(([, count]) => count > 0);
  const sum = states.reduce((total, [, count]) => total + count, 0);
  const inLanguage = (language: Language) =>
    states.map(([state, count]) => `${count} ${codeText(language, state)}`).join(' + ');
  const said = { ar: inLanguage('ar'), fr: inLanguage('fr'), en: inLanguage('en') };
  return progressOf('counted', { run, lines: counts?.received ?? counts?.lines ?? sum, states: said });
}

/** At a terminal with the command that comes next; on a page the next act has a button. */
function draftedSaid(release: string, root: string, seconds: number): Text {
  const next = `\`marsad publish ${root} ${release}\` puts it where the public server reads`;
  const said = progressOf('drafted', { release });
  return { ...said, en: `${said.en} (${seconds.toFixed(1)} s): ${next}` };
}
