// Lines counted once tell of every figure what the lines themselves tell, and spare the lines.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeOrigins } from '../../src/analyse/origins.ts';
import { traceCell } from '../../src/analyse/trace.ts';
import type { TraceSources } from '../../src/analyse/trace-origin.ts';
import { traceScope } from '../../src/analyse/trace-scope.ts';
import type { UpwardSources } from '../../src/analyse/trace-upward.ts';
import { cellsQuery, compiledCell } from '../../src/design/compiled-cell.ts';
import { cellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import type { SplitKey } from '../../src/design/split-key.ts';
import { tracedSources } from './trace-fixture.ts';

const plain = await tracedSources();
const { engine } = plain;
const folder = mkdtempSync(join(tmpdir(), 'marsad-origins-'));
after(() => {
  engine.close();
  plain.store.close();
  rmSync(folder, { recursive: true });
});

/** Sources with the origins of their lines. */
async function counted(sources: UpwardSources, name: string): Promise<TraceSources> {
  const origins = {
    origins: join(folder, `${name}.parquet`),
    edited: join(folder, `${name}-edited.parquet`),
  };
  await writeOrigins(sources.months.flatMap(sources.lines), sources, origins);
  return { ...sources, origins };
}

const dated = {
  enterprise: '000000001',
  validFrom: '2024-01-01',
  validTo: '2024-12-31',
  reference: 'contract',
};
const keys: readonly SplitKey[] = [
  { ...dated, segment: 'ITO', ebops: 'SI21', share: '0.7' },
  { ...dated, segment: 'CRM', ebops: 'SJ22', share: '0.3' },
] as const;
const divided = { ...plain, domain: { ...plain.domain, splitKeys: keys } };

for (const [name, sources] of [
  ['none', plain],
  ['some', divided],
] as const)
  test(`every level has the same origin from its lines and from what was counted, with ${name} of them divided`, async () => {
    const quick = await counted(sources, name);
    const cells = (await engine.rows(cellsQuery(sources.cells))).map(compiledCell);
    const structure = structureOf(sources.domain);
    const levels = cells.filter((cell) => traceScope(cell, structure) !== undefined);
    const chosen = levels.filter(({ period }, at) => (at + Number(period.slice(0, 4))) % 17 === 0);
    assert.ok(chosen.length > 15, `${chosen.length} of ${levels.length}`);
    for (const cell of chosen)
      assert.deepEqual(await traceCell(cell, quick, 2), await traceCell(cell, sources, 2), cellId(cell));
  });

test('a divided line is a whole in the total and its parts in the segments', async () => {
  const quick = await counted(divided, 'parts');
  const amountOf = async (segment: string) => {
    const key = `S.MA.W1.${segment}.EXPORTS.MAD.2025`;
    const { origin } = await traceCell({ dataflow: 'EXPORTS', key, period: '2024-S1' }, quick, 0);
    const accepted = origin?.states.find(({ state }) => state === 'accepted');
    return [accepted?.lines, accepted?.amount];
  };
  assert.deepEqual(await amountOf('_T'), [3, '1500.00']);
  assert.deepEqual(await amountOf('ITO'), [3, '1050.00']);
  assert.deepEqual(await amountOf('CRM'), [3, '450.00']);
});

test('no line is read for a figure, however many there are, and no more statements are made for more of them', async () => {
  const quick = await counted(plain, 'spared');
  const said: string[] = [];
  const listening = {
    ...quick,
    engine: {
      ...engine,
      rows: (statement: Parameters<typeof engine.rows>[0]) => {
        said.push(statement.text);
        return engine.rows(statement);
      },
    } as typeof engine,
  };
  const figure = (key: string, period: string) =>
    traceCell({ dataflow: 'EXPORTS', key, period }, listening, 0);
  await figure('S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1');
  const level = said.length;
  assert.ok(level <= 6, `${level} statements for a level`);
  await figure('A.MA.W1._T.EXPORTS.MAD.2025', '2024');
  assert.equal(said.length, 2 * level);
  await figure('S.MA.W1._T.EXPORTS_YOY.PC.2025', '2025-S1');
  assert.ok(said.length <= 4 * level + 1, 'a growth is two levels');
  assert.deepEqual(
    said.filter((text) => /lines-\d/.test(text)),
    [],
  );
  await traceCell(
    { dataflow: 'EXPORTS', key: 'S.MA.W1._T.EXPORTS.MAD.2025', period: '2025-S1' },
    { ...listening, origins: null },
    0,
  );
  assert.ok(
    said.some((text) => /lines-\d/.test(text)),
    'without them it reads the lines',
  );
});
