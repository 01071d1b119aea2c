// What earlier releases made known, for disclosure control: every release that was ever published, withdrawn ones too,
// with the cells behind it and what it printed. GSBPM 6.4: what was once public stays known.

import { readIndexes } from '../analyse/analyse.ts';
import { precisionOf } from '../analyse/protect.ts';
import { cellsInUse, codesInUse } from '../analyse/published-cells.ts';
import type { Vintage } from '../analyse/vintage-versions.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { type CellId, cellId } from '../design/equation.ts';
import { domainUnder, type ProtectionOption, SUPPRESSION } from '../design/protection-option.ts';
import { refusal } from '../design/refusal.ts';
import { WAITING } from '../design/release-state.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { optionOfRun } from './protection-choice.ts';
import { type Run, runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** The releases that were published, and those approved that will be, in the order of publication. */
export function publishedReleases({ store }: Workspace): readonly KnownRelease[] {
  return store.all<KnownRelease>(
    `SELECT id, run, published_at FROM releases WHERE published_at IS NOT NULL OR state IN ${WAITING}
     ORDER BY coalesce(published_at, '9999'), made_at, id`,
  );
}

type KnownRelease = { readonly id: string; readonly run: number; readonly published_at: string | null };

/** Refuses to publish what was protected before a release of another run became public: the two were never audited together. */
export function refuseOvertaken(
  workspace: Workspace,
  release: { readonly id: string; readonly run: number },
  summary: Run['summary'],
): void {
  const report = summary['protected'] as { readonly earlier?: readonly string[] } | undefined;
  const known = new Set(report?.earlier);
  const since = publishedReleases(workspace).filter(
    ({ id, run, published_at }) => published_at !== null && run !== release.run && !known.has(id),
  );
  if (since.length === 0) return;
  throw refusal('overtaken', { id: release.id, since: since.map(({ id }) => id).join(', ') });
}

/** Their cells and what they printed; refuses when the run behind one is not kept, since its figures stay known. */
export async function earlierVintages(
  workspace: Workspace,
  engine: Engine,
  option: ProtectionOption = SUPPRESSION,
): Promise<readonly Vintage[]> {
  const vintages: Vintage[] = [];
  for (const known of publishedReleases(workspace))
    vintages.push(await vintageOf(workspace, engine, known, option));
  return vintages;
}

const NEEDED = ['cells.parquet', 'contributions.parquet', 'protected.parquet'];

async function vintageOf(
  workspace: Workspace,
  engine: Engine,
  { id: release, run }: KnownRelease,
  option: ProtectionOption,
): Promise<Vintage> {
  const { layout, domain } = workspace;
  const missing = NEEDED.map((name) => layout.runFile(run, name)).filter((path) => !exists(path));
  if (missing.length > 0)
    throw new Refused(`disclosure control needs what release ${release} was made of`, [
      {
        where: missing.join(', '),
        found: 'not there',
        expected: `the cells, contributions and printed figures of run ${run}`,
        remedy: 'bring the folder of the run back from the archive: what was published stays known',
      },
    ]);
  const own = optionOfRun(workspace, runOf(workspace, run));
  const cells = (await engine.rows(cellsQuery(layout.runFile(run, 'cells.parquet')))).map(compiledCell);
  return {
    release,
    precision: precisionOf(domainUnder(domain, own).indicators),
    cells: cellsInUse(cells, domain, codesInUse([own, option])),
    indexes: await readIndexes({
      engine,
      contributionsPath: layout.runFile(run, 'contributions.parquet'),
      domain,
    }),
    printed: await printedIn(engine, layout.runFile(run, 'protected.parquet')),
  };
}

async function printedIn(engine: Engine, path: string): Promise<ReadonlySet<CellId>> {
  const rows = await engine.rows(
    sql`SELECT dataflow, key, period FROM ${readParquet(path)} WHERE obs_status <> 'Q'`,
  );
  return new Set(rows.map((row) => cellId(cellOf(row))));
}

function cellOf(row: Row): { dataflow: string; key: string; period: string } {
  return { dataflow: String(row['dataflow']), key: String(row['key']), period: String(row['period']) };
}
