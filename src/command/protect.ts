// `marsad protect WS`: disclosure control of the newest analysed run, and its audit. Fails closed.

import type { AcceptedRisk } from '../analyse/accepted-risk.ts';
import type { Attackers } from '../analyse/audit-attackers.ts';
import type { Certificate } from '../analyse/certificate.ts';
import { type ProtectionInput, type ProtectionReport, protect } from '../analyse/protect.ts';
import type { Suppressed } from '../analyse/suppressed.ts';
import type { Progress } from '../design/progress-words.ts';
import { optionName, type ProtectionOption } from '../design/protection-option.ts';
import { PROTECTED } from '../design/tables.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists, readText, writeWhole } from '../engine/files.ts';
import { writeTable } from '../engine/write-table.ts';
import { acceptedRisks } from './accepted-risks.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { publishedReleases } from './earlier-releases.ts';
import { protectClassic } from './protect-classic.ts';
import { compareProtections, comparisonSaid } from './protect-compare.ts';
import { reportLines, suppressedLines } from './protect-report.ts';
import { choicesOf, choose, chosenOption } from './protection-choice.ts';
import { protectionFacts } from './protection-facts.ts';
import { finishStep, latestRun, type Run, refuseStranger, whileHolding } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const protectCommand: Command = {
  name: 'protect',
  usage: 'WS',
  summary: 'suppress what would give a contributor away in the newest analysed run, and audit the result',
  options: {
    attackers: {
      type: 'string',
      help: 'whom to audit against: all (public and every holding), or public in a synthetic workspace',
    },
    classic: {
      type: 'string',
      help: 'protect the one table of a file in the JJ format instead, without a workspace',
    },
    compare: {
      type: 'boolean',
      help: 'compare suppression with merged codes, coarser periods and precision',
    },
    choose: { type: 'string', help: 'how the runs from now on protect, such as merge:BPO_KPO' },
    reason: { type: 'string', help: 'choose: why' },
    why: { type: 'boolean', help: 'list every suppressed cell, by which rule, and what is blank with it' },
  },
  run: async ([root], options, effects) => {
    const classic = textOption(options, 'classic');
    if (classic !== undefined) return protectClassic(classic, flagOption(options, 'json'), effects);
    if (root === undefined) throw new Refused('which workspace? `marsad protect WS`');
    const workspace = openWorkspace(root);
    try {
      const choice = textOption(options, 'choose');
      if (choice !== undefined) return chooseAs(workspace, choice, options, effects);
      if (flagOption(options, 'compare')) return await compare(workspace, options, effects);
      const run = latestRun(workspace, 'analysed');
      refuseStranger(run, workspace);
      const report = await whileHolding(workspace, async () => {
        const attackers = attackersOf(options, workspace);
        const made = await protectRun(workspace, run, { attackers, progress: effects.log.progress });
        if (made.at_risk === 0) await finishStep(workspace, run, 'protected', made, effects);
        return made;
      });
      printReport(workspace, run, report, options, effects);
      return report.at_risk === 0 ? 0 : 1;
    } finally {
      workspace.store.close();
    }
  },
};

function chooseAs(workspace: Workspace, choice: string, options: Options, effects: Effects): 0 {
  choose(workspace, { option: choice, reason: textOption(options, 'reason') ?? '' }, effects);
  effects.log.print(
    flagOption(options, 'json')
      ? JSON.stringify(choicesOf(workspace.store)[0], null, 2)
      : `runs from now on protect by ${choice}`,
  );
  return 0;
}

/** Told, and ends well only when some way leaves nobody at risk. */
async function compare(workspace: Workspace, options: Options, effects: Effects): Promise<0 | 1> {
  const run = latestRun(workspace, 'analysed');
  refuseStranger(run, workspace);
  const request = { attackers: attackersOf(options, workspace), progress: effects.log.progress };
  const comparison = await whileHolding(workspace, () =>
    compareProtections(workspace, run, request, effects),
  );
  if (flagOption(options, 'json')) effects.log.print(JSON.stringify(comparison, null, 2));
  else effects.log.print(comparisonSaid(comparison));
  return comparison.options.some(({ at_risk }) => at_risk === 0) ? 0 : 1;
}

/** Why each cell is suppressed, in the folder of a run. */
export const SUPPRESSED_NAME = 'suppressed.json';
/** Which cells came or went since the release before, and why, beside it. */
export const FLICKER_NAME = 'flicker.json';

/** The report, the releases whose figures were known, and the way to protect that was used. */
export type RunProtection = ProtectionReport & {
  readonly earlier: readonly string[];
  readonly option: string;
};

export type ProtectionRequest = {
  readonly attackers?: Attackers | undefined;
  readonly progress?: Progress;
  /** Cells accepted as they are; by default those that two people accepted by now. */
  readonly accepted?: readonly AcceptedRisk[] | undefined;
  /** How to protect beside suppression; by default as was chosen last. */
  readonly option?: ProtectionOption | undefined;
};

/** Protects the cells of a run. Nothing is written while a cell is at risk: there is then nothing to release. */
export async function protectRun(
  workspace: Workspace,
  run: Run,
  request: ProtectionRequest = {},
): Promise<RunProtection> {
  const { layout } = workspace;
  const engine = await workspaceEngine(workspace);
  try {
    const option = request.option ?? chosenOption(workspace, run.cutAt.slice(0, 10));
    const facts = await protectionFacts(workspace, run, engine, option);
    const { rows, report, certificate, suppressed, flicker } = await protect({
      ...facts,
      ...optionsFor(workspace, request),
    });
    const known = { earlier: publishedReleases(workspace).map(({ id }) => id), option: optionName(option) };
    if (report.at_risk > 0) return { ...report, ...known };
    writeWhole(layout.runFile(run.id, 'certificate.json'), certificateText(certificate), 0o600);
    writeWhole(layout.runFile(run.id, SUPPRESSED_NAME), JSON.stringify(suppressed), 0o600);
    writeWhole(layout.runFile(run.id, FLICKER_NAME), JSON.stringify(flicker), 0o600);
    await writeTable(engine, PROTECTED, rows, layout.runFile(run.id, 'protected.parquet'));
    return { ...report, ...known };
  } finally {
    engine.close();
  }
}

export type Asked = Pick<ProtectionInput, 'attackers' | 'progress' | 'accepted'>;

/** What a protection is asked for beside its facts. */
export function optionsFor(
  workspace: Workspace,
  { attackers, progress, accepted }: ProtectionRequest,
): Asked {
  return {
    attackers: attackers ?? defaultAttackers(workspace),
    progress: progress ?? (() => {}),
    accepted: accepted ?? acceptedRisks(workspace.store),
  };
}

/** Real declarations are always audited against every holding. */
function attackersOf(options: Options, workspace: Workspace): Attackers {
  const given = textOption(options, 'attackers') ?? defaultAttackers(workspace);
  if (given === 'all' || (given === 'public' && workspace.config.synthetic)) return given;
  throw new Refused(
    `--attackers: found ${given}, expected all${workspace.config.synthetic ? ' or public' : ''}`,
  );
}

function defaultAttackers({ config }: Workspace): Attackers {
  return config.synthetic ? 'public' : 'all';
}

function certificateText(certificate: Certificate): string {
  return JSON.stringify(certificate, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
}

/** The report, and with `--why` every suppressed cell; for programs the report alone. */
function printReport(
  workspace: Workspace,
  run: Run,
  report: ProtectionReport,
  options: Options,
  { log }: Effects,
): void {
  if (flagOption(options, 'json')) {
    log.print(JSON.stringify(report, null, 2));
    return;
  }
  const path = workspace.layout.runFile(run.id, SUPPRESSED_NAME);
  const known = report.at_risk === 0 && exists(path);
  const suppressed = known ? (JSON.parse(readText(path)) as readonly Suppressed[]) : [];
  const listed = flagOption(options, 'why') ? suppressedLines(suppressed) : [];
  for (const line of [...listed, ...reportLines(report, suppressed)]) log.print(line);
}
