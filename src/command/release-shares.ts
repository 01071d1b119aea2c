// What a release may tell of the value behind its figures: the shares of value excluded, queried and rejected, each a cell of
// its own to the primary rules; and which figures keep to themselves how much of them was estimated. GSBPM 6.4.

import { assessCell } from '../analyse/primary.ts';
import { isEstimated } from '../analyse/told-shares.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { cellId } from '../design/equation.ts';
import type { Observation } from '../design/observation.ts';
import { ratio, toDecimal } from '../design/rational.ts';
import type { QualityFacts } from '../disseminate/quality.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { parametersOf } from './release-revisions.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

type Part = { readonly state: string; readonly holding: string; readonly centimes: bigint };

/** The share of value in each state, in percent; null where one holding's lines could be told from it. */
export async function valueShares(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  months: readonly string[],
): Promise<NonNullable<QualityFacts['values']>> {
  const paths = months
    .map((month) => workspace.layout.runFile(run.id, `lines-${month}.parquet`))
    .filter(exists);
  if (paths.length === 0) return [];
  const rows = await engine.rows<{ state: string; holding: string; centimes: string }>(sql`
    SELECT state, coalesce(holding, enterprise, '') AS holding, CAST(CAST(sum(abs(mad)) * 100 AS HUGEINT) AS VARCHAR) AS centimes
    FROM ${readParquet(paths)} WHERE mad IS NOT NULL GROUP BY ALL ORDER BY ALL`);
  const parts = rows.map(({ state, holding, centimes }) => ({ state, holding, centimes: BigInt(centimes) }));
  const parameters = parametersOf(workspace, run);
  return sharesOf(parts, (part) => assessCell(part, parameters, new Set()) === undefined);
}

/** Lines whose enterprise is not known are taken for one holding's. */
export function sharesOf(
  parts: readonly Part[],
  isSafe: (part: readonly { readonly holding: string; readonly value: bigint }[]) => boolean,
): NonNullable<QualityFacts['values']> {
  const sum = (list: readonly Part[]) => list.reduce((total, { centimes }) => total + centimes, 0n);
  const all = sum(parts);
  if (all === 0n) return [];
  return ['excluded', 'queried', 'rejected'].map((state) => {
    const own = parts.filter((part) => part.state === state);
    const contributions = own
      .map(({ holding, centimes: value }) => ({ holding, value }))
      .sort((a, b) => (a.value === b.value ? 0 : a.value > b.value ? -1 : 1));
    const share = toDecimal(ratio(100n * sum(own), all), 1);
    return { state, share: isSafe(contributions) ? share : null };
  });
}

/** The released figures of which a part was estimated that is not told. */
export async function withheldShares(
  engine: Engine,
  { layout }: Workspace,
  run: Run,
  released: readonly Observation[],
): Promise<ReadonlySet<string>> {
  const path = layout.runFile(run.id, 'cells.parquet');
  if (!exists(path)) return new Set();
  const cells = (await engine.rows(cellsQuery(path))).map(compiledCell);
  const estimated = new Set(cells.filter(isEstimated).map(cellId));
  return new Set(
    released.filter((each) => estimated.has(cellId(each)) && !isEstimated(each)).map((each) => cellId(each)),
  );
}
