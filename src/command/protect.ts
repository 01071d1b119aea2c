// `marsad protect WS`: disclosure control of the newest analysed run, and its audit. Fails closed.

import type { AcceptedRisk } from '../analyse/accepted-risk.ts';
import { readIndexes } from '../analyse/analyse.ts';
import type { Attackers } from '../analyse/audit-attackers.ts';
import type { Certificate } from '../analyse/certificate.ts';
import { type ProtectionReport, protect } from '../analyse/protect.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { type Disclosure, parametersOn, readDisclosure, waivedOn } from '../design/disclosure.ts';
import type { Domain } from '../design/domain.ts';
import { type CellId, exportsCell } from '../design/equation.ts';
import { structureOf } from '../design/equations.ts';
import { WORLD } from '../design/key.ts';
import { periodOf } from '../design/period.ts';
import { PROTECTED } from '../design/tables.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, readText, writeWhole } from '../engine/files.ts';
import { writeTable } from '../engine/write-table.ts';
import { acceptedRisks } from './accepted-risks.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { earlierVintages, publishedReleases } from './earlier-releases.ts';
import { refuseEmptyMonths } from './empty-months.ts';
import { protectClassic } from './protect-classic.ts';
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
  },
  run: async ([root], options, effects) => {
    const classic = textOption(options, 'classic');
    if (classic !== undefined) return protectClassic(classic, flagOption(options, 'json'), effects);
    if (root === undefined) throw new Refused('which workspace? `marsad protect WS`');
    const workspace = openWorkspace(root);
    try {
      const report = await whileHolding(workspace, async () => {
        const run = latestRun(workspace, 'analysed');
        refuseStranger(run, workspace);
        const attackers = attackersOf(options, workspace);
        const made = await protectRun(workspace, run, { attackers, progress: effects.log.progress });
        if (made.at_risk === 0) await finishStep(workspace, run, 'protected', made, effects);
        return made;
      });
      printReport(report, flagOption(options, 'json'), effects);
      return report.at_risk === 0 ? 0 : 1;
    } finally {
      workspace.store.close();
    }
  },
};

/** Why each cell is suppressed, in the folder of a run. */
export const SUPPRESSED_NAME = 'suppressed.json';

/** The report, and the releases whose figures were known. */
export type RunProtection = ProtectionReport & { readonly earlier: readonly string[] };

export type ProtectionRequest = {
  readonly attackers?: Attackers | undefined;
  readonly progress?: (text: string) => void;
  /** Cells accepted as they are; by default those that two people accepted by now. */
  readonly accepted?: readonly AcceptedRisk[] | undefined;
};

/** Protects the cells of a run. Nothing is written while a cell is at risk: there is then nothing to release. */
export async function protectRun(
  workspace: Workspace,
  run: Run,
  {
    attackers = defaultAttackers(workspace),
    progress = () => {},
    accepted = acceptedRisks(workspace.store),
  }: ProtectionRequest = {},
): Promise<RunProtection> {
  const { layout, domain } = workspace;
  const cellsPath = layout.runFile(run.id, 'cells.parquet');
  if (!exists(cellsPath)) throw new NotFound(`run ${run.id} has no cells: \`marsad analyse\` compiles them`);
  const path = disclosurePath(workspace);
  const disclosure = readSecrets(workspace);
  const day = run.cutAt.slice(0, 10);
  const engine = await workspaceEngine(workspace);
  try {
    const contributionsPath = layout.runFile(run.id, 'contributions.parquet');
    const cells = (await engine.rows(cellsQuery(cellsPath))).map(compiledCell);
    refuseEmptyMonths(cells, run.id);
    const { rows, report, certificate, suppressed } = await protect({
      cells,
      indexes: await readIndexes({ engine, contributionsPath, domain }),
      structure: structureOf(domain),
      parameters: parametersOn(disclosure, day, path),
      waived: waivedOn(disclosure, day),
      published: publishedLevels(domain),
      earlier: await earlierVintages(workspace, engine),
      indicators: domain.indicators,
      attackers,
      progress,
      accepted,
    });
    const earlier = publishedReleases(workspace).map(({ id }) => id);
    if (report.at_risk > 0) return { ...report, earlier };
    writeWhole(layout.runFile(run.id, 'certificate.json'), certificateText(certificate), 0o600);
    writeWhole(layout.runFile(run.id, SUPPRESSED_NAME), JSON.stringify(suppressed), 0o600);
    await writeTable(engine, PROTECTED, rows, layout.runFile(run.id, 'protected.parquet'));
    return { ...report, earlier };
  } finally {
    engine.close();
  }
}

/** The secrets of disclosure control of a workspace. */
export function readSecrets(workspace: Workspace): Disclosure {
  const path = disclosurePath(workspace);
  if (!exists(path)) {
    throw new NotFound(
      `${path} is not there: it states the parameters of disclosure control, see the manual`,
    );
  }
  return readDisclosure(readText(path), path);
}

function disclosurePath({ layout }: Workspace): string {
  return `${layout.secrets}/disclosure.yaml`;
}

/** The levels that were printed elsewhere before: nobody can be kept from knowing them. */
function publishedLevels({ published, refArea, currency }: Domain): ReadonlySet<CellId> {
  const levels = published.filter(({ indicator, role }) => indicator === 'EXPORTS' && role === 'constraint');
  return new Set(
    levels.map(({ freq, segment, scope, period }) =>
      exportsCell(
        {
          FREQ: freq,
          REF_AREA: refArea,
          COUNTERPART_AREA: WORLD,
          SEGMENT: segment,
          INDICATOR: 'EXPORTS',
          UNIT_MEASURE: currency,
          SCOPE: scope,
        },
        periodOf(period),
      ),
    ),
  );
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

function printReport(report: ProtectionReport, json: boolean, { log }: Effects): void {
  if (json) {
    log.print(JSON.stringify(report, null, 2));
    return;
  }
  const { cells, primary, secondary, at_risk, cost, gap, audited, attackers } = report;
  log.print(`${cells} cells: ${primary} suppressed by the primary rules, ${secondary} to protect them`);
  const whom = attackers === 'all' ? 'the public and every holding' : 'the public';
  log.print(`${audited} protected cells audited against ${whom}, ${at_risk} at risk`);
  log.print(`cost to readers ${cost}; ${(100 * gap).toFixed(1)} % of it is not proven to be needed`);
  if (at_risk > 0) log.print('Nothing was written: a release needs a pattern with no cell at risk.');
  for (const { cell, because } of report.unprotected.slice(0, 20)) {
    const why = because.length === 0 ? 'whatever is blanked' : `through ${because.join(', ')}`;
    log.print(`  ${cell} is given away ${why}`);
  }
  for (const line of concessionLines(report)) log.print(line);
}

/** What two people accepted, and without which printed figures a safe pattern would exist. */
function concessionLines({ accepted, relax }: ProtectionReport): readonly string[] {
  const taken = accepted.map(
    ({ cell, ground }) => `accepted by two people, ${GROUND_WORDS[ground]}: ${cell}`,
  );
  if (relax === null) return [...taken, NO_RELAXATION];
  if (relax.length === 0) return taken;
  return [
    ...taken,
    `${relax.length} printed figures are the smallest set without which a safe pattern exists:`,
    ...relax.map((cell) => `  ${cell}`),
    '`marsad protect WS --compare` shows what merging of codes or coarser figures would do; a figure that is public for good, or with leave of its contributors, can be accepted by two people: `marsad risks WS propose CELL`.',
  ];
}

const GROUND_WORDS: { readonly [G in AcceptedRisk['ground']]: string } = {
  public: 'public already',
  waived: 'with leave of its contributors',
};

const NO_RELAXATION =
  'No set of printed figures was found without which a safe pattern exists: hold the revision back, or merge codes.';
