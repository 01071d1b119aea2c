import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/analyse/analyse.ts';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { cellsQuery, compiledCell } from '../../src/design/compiled-cell.ts';
import { cellId } from '../../src/design/equation.ts';
import { formatScaled } from '../../src/design/rational.ts';
import { CONTRIBUTIONS } from '../../src/design/tables.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { writeTable } from '../../src/engine/write-table.ts';
import { CUBES, cellsOf, DOMAIN, row } from './fixture.ts';

const engine = await openEngine({ memory: '500MB', threads: 1 });
const folder = mkdtempSync(join(tmpdir(), 'marsad-analyse-'));
after(() => engine.close());

test('cells written and read back are those compiled, and their bytes are the same at every run', async () => {
  const [cube = []] = fc.sample(CUBES, { numRuns: 1, seed: 7 });
  const contributionsPath = await writeContributions(distinct(cube));
  const [first, second] = [join(folder, 'first.parquet'), join(folder, 'second.parquet')];
  const input = { engine, contributionsPath, domain: DOMAIN, releasePeriod: '2025-S1' };
  const summary = await analyse({ ...input, outPath: first });
  await analyse({ ...input, outPath: second });
  const back = (await engine.rows(cellsQuery(first))).map(compiledCell);
  const made = cellsOf(distinct(cube)).toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  assert.deepEqual(back, made);
  assert.equal(summary.cells, made.length);
  assert.deepEqual(readFileSync(first), readFileSync(second));
});

test('the summary says which months were compiled and what lies outside them', async () => {
  const contributionsPath = await writeContributions([
    row({ month: '2022-12', value: 5n, lines: 2 }),
    row({ month: '2023-03' }),
    row({ month: '2025-07', value: 250n, lines: 4 }),
  ]);
  const outPath = join(folder, 'window.parquet');
  const { series } = await analyse({
    engine,
    contributionsPath,
    domain: DOMAIN,
    releasePeriod: '2025-S1',
    outPath,
  });
  assert.deepEqual(series, [
    {
      indicator: 'EXPORTS',
      scope: '2025',
      first: '2023-03',
      last: '2025-06',
      outside: { lines: 6, amount: '2.55' },
    },
  ]);
});

test('a period that the declarations do not reach is refused: its cells would be zeros that nobody stated', async () => {
  const contributionsPath = await writeContributions([row({ month: '2025-01' }), row({ month: '2025-05' })]);
  const outPath = join(folder, 'undeclared.parquet');
  const work = analyse({ engine, contributionsPath, domain: DOMAIN, releasePeriod: '2025-S1', outPath });
  await assert.rejects(work, /contributions reach 2025-05, and the period ends in 2025-06/);
});

/** The table has one row for each base cell, holding, source and status. */
function distinct(rows: readonly ContributionRow[]): readonly ContributionRow[] {
  return rows.map((each, at) => ({ ...each, holding: `${each.holding}-${at}` }));
}

async function writeContributions(rows: readonly ContributionRow[]): Promise<string> {
  const path = join(folder, `contributions-${rows.length}.parquet`);
  const values = rows.map((each) => [
    'EXPORTS',
    '2025',
    each.month,
    each.segment,
    each.ebops,
    each.partner,
    each.holding,
    each.source,
    each.status,
    formatScaled(each.value, 2),
    each.lines,
  ]);
  await writeTable(engine, CONTRIBUTIONS, values, path);
  return path;
}

function sortKey(cell: { dataflow: string; key: string; period: string }): string {
  return cellId(cell).replaceAll('/', '\u0001');
}
