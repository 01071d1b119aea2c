// What disclosure control of a run stands on: its cells as an option publishes them, their contributions, the parameters in
// force, and everything that earlier releases made known.

import { readIndexes } from '../analyse/analyse.ts';
import type { ProtectionInput } from '../analyse/protect.ts';
import { publishedCells, withholding } from '../analyse/published-cells.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { type Disclosure, parametersOn, readDisclosure, waivedOn } from '../design/disclosure.ts';
import type { Domain } from '../design/domain.ts';
import { type CellId, exportsCell } from '../design/equation.ts';
import { structureOf } from '../design/equations.ts';
import { WORLD } from '../design/key.ts';
import { periodOf } from '../design/period.ts';
import { domainUnder, type ProtectionOption } from '../design/protection-option.ts';
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
