// What disclosure control of a run stands on: its cells as an option publishes them, their contributions, the parameters in
// force, and everything that earlier releases made known.

import { readIndexes } from '../analyse/analyse.ts';
import type { PrintedElsewhere } from '../analyse/printed-elsewhere.ts';
import type { ProtectionInput } from '../analyse/protect.ts';
import { publishedCells, withholding } from '../analyse/published-cells.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { type Disclosure, parametersOn, readDisclosure, waivedOn } from '../design/disclosure.ts';
import type { Domain } from '../design/domain.ts';
import { type CellId, cellId } from '../design/equation.ts';
import { structureOf } from '../design/equations.ts';
import { inMeasure } from '../design/printed-unit.ts';
import { domainUnder, type ProtectionOption } from '../design/protection-option.ts';
import { publishedCell } from '../design/published-cell.ts';
import { ratio } from '../design/rational.ts';
import { absence } from '../design/refusal.ts';
import type { Engine } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { exists, readText } from '../engine/files.ts';
import { earlierVintages } from './earlier-releases.ts';
import { refuseEmptyMonths } from './empty-months.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type ProtectionFacts = Omit<ProtectionInput, 'attackers' | 'progress' | 'accepted'>;

/** Reads what a run is protected with under an option. */
export async function protectionFacts(
  workspace: Workspace,
  run: Run,
  engine: Engine,
  option: ProtectionOption,
): Promise<ProtectionFacts> {
  const { layout, domain } = workspace;
  const cellsPath = layout.runFile(run.id, 'cells.parquet');
  if (!exists(cellsPath)) throw new NotFound(`run ${run.id} has no cells: \`marsad analyse\` compiles them`);
  const contributionsPath = layout.runFile(run.id, 'contributions.parquet');
  const disclosure = readSecrets(workspace);
  const day = run.cutAt.slice(0, 10);
  const cells = (await engine.rows(cellsQuery(cellsPath))).map(compiledCell);
  refuseEmptyMonths(cells, run.id);
  return {
    cells: publishedCells(cells, domain, option),
    indexes: await readIndexes({ engine, contributionsPath, domain }),
    structure: structureOf(domain),
    parameters: parametersOn(disclosure, day, disclosurePath(workspace)),
    waived: waivedOn(disclosure, day),
    published: publishedLevels(domain),
    elsewhere: printedElsewhere(domain),
    earlier: await earlierVintages(workspace, engine, option),
    indicators: domainUnder(domain, option).indicators,
    isWithheld: withholding(domain, option),
  };
}

/** The secrets of disclosure control of a workspace. */
export function readSecrets(workspace: Workspace): Disclosure {
  const path = disclosurePath(workspace);
  if (!exists(path)) {
    throw absence('no_parameters', { path });
  }
  return readDisclosure(readText(path), path);
}

function disclosurePath({ layout }: Workspace): string {
  return `${layout.secrets}/disclosure.yaml`;
}

/** The levels among figures that were printed elsewhere before: nobody can be kept from knowing them. */
function publishedLevels(domain: Domain): ReadonlySet<CellId> {
  const levels = domain.published.filter(
    ({ indicator, role }) => indicator === 'EXPORTS' && role === 'constraint',
  );
  return new Set(levels.map((figure) => cellId(publishedCell(figure, domain))));
}

/** Figures of exports that were printed elsewhere to a digit, levels and ratios. */
function printedElsewhere(domain: Domain): readonly PrintedElsewhere[] {
  return domain.published
    .filter(({ indicator, role }) => indicator.startsWith('EXPORTS') && role === 'constraint')
    .map((figure) => ({
      cell: publishedCell(figure, domain),
      value: inMeasure(figure.exact, figure.unit),
      step: inMeasure(ratio(1n, 10n ** BigInt(figure.decimals)), figure.unit),
    }));
}
