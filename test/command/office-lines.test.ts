// The table of lines over a run of a few made lines: filters, order, pages, and a CSV that no spreadsheet executes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { liningOf } from '../../src/command/office-lines.ts';
import { workspaceEngine } from '../../src/command/workspace.ts';
import { LINES } from '../../src/design/tables.ts';
import type { Engine } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { writeTable } from '../../src/engine/write-table.ts';
import type { LinesAsked, Lining } from '../../src/office/workbench/desk-lines.ts';
import { linesAsked } from '../office/workbench/lines-asked.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

let made: ReleaseWorkspace;
let engine: Engine;
let lining: Lining;

const COUNT = 250;
function lineOf(ordinal: number): Record<string, string | number | null> {
  return {
    ...Object.fromEntries(LINES.columns.map(({ name }) => [name, null])),
    ...{
      submission: 1,
      ordinal,
      kind: 'settlement',
      sender: ordinal % 2 === 0 ? 'B01' : 'B02',
      month: '2025-06',
    },
    ...{ state: ordinal <= 10 ? 'queried' : 'accepted', reason: ordinal <= 10 ? 'V020' : null, sign: 1 },
    ...{
      mad: `${ordinal}.50`,
      amount: `${ordinal}.500`,
      currency: 'EUR',
      source: 'bank',
      status: 'reported',
    },
    ...{
      failed: ordinal === 20 ? 'V020,V021' : null,
      invoice_refs: ordinal === 30 ? '=HYPERLINK("x")' : `INV-${ordinal}`,
    },
    bank_reference: ordinal === 40 ? '  @SUM(1)' : ordinal === 50 ? '-2+3' : null,
  };
}

before(async () => {
  made = await releaseWorkspace();
  const { workspace } = made;
  engine = await workspaceEngine(workspace);
  const rows = Array.from({ length: COUNT }, (_, at) => lineOf(at + 1));
  const path = workspace.layout.runFile(1, 'lines-2025-06.parquet');
  await writeTable(
    engine,
    LINES,
    rows.map((row) => LINES.columns.map(({ name }) => row[name] ?? null)),
    path,
  );
  workspace.store.run(
    "INSERT INTO files VALUES ('store/runs/1/lines-2025-06.parquet', 'lines', 1, 'x', 0, 0, '2025-01-01')",
  );
  lining = liningOf({ workspace, engine, effects: stillEffects('2025-10-01T00:00:00.000Z') });
});
after(() => {
  engine.close();
  made.end();
});

const asked = (change: Partial<LinesAsked>, filters: Partial<LinesAsked['filters']> = {}): LinesAsked =>
  linesAsked(filters, change);

test('pages follow each other without loss or repetition, in the order asked for', async () => {
  const pages = await Promise.all([1, 2, 3, 4].map((page) => lining.lines(asked({ page }))));
  const seen = pages.flatMap(({ rows }) => rows.map(({ line }) => line));
  assert.deepEqual(
    seen,
    Array.from({ length: COUNT }, (_, at) => `1/${COUNT - at}`),
  );
  assert.ok(pages.every(({ total }) => total === COUNT));
  const rising = await lining.lines(asked({ sort: 'line', falling: false }));
  assert.deepEqual(
    rising.rows.slice(0, 2).map(({ line }) => line),
    ['1/1', '1/2'],
  );
});

test('filters narrow rows, their number and the value of those that count', async () => {
  const queried = await lining.lines(asked({}, { state: 'queried' }));
  assert.deepEqual([queried.total, queried.value], [10, '0.00']);
  assert.equal(
    (await lining.lines(asked({}, { rule: 'V020' }))).total,
    11,
    'as a reason, or among those failed',
  );
  assert.equal(
    (await lining.lines(asked({}, { text: 'inv-12' }))).total,
    11,
    'INV-12 and INV-120 to INV-129',
  );
  assert.equal((await lining.lines(asked({}, { sender: 'B01', state: 'queried' }))).total, 5);
  assert.equal((await lining.lines(asked({}, { month: '2025-05' }))).total, 0);
  assert.equal((await lining.lines(asked({}, { text: "'; DROP TABLE x; --" }))).total, 0);
});

test('the CSV has the filtered rows, and nothing that a spreadsheet would take for a formula', async () => {
  const parts: Uint8Array[] = [];
  for await (const part of lining.linesCsv(asked({ sort: 'line', falling: false }))) parts.push(part);
  const rows = Buffer.concat(parts).toString('utf8').trim().split('\n');
  assert.equal(rows.length, COUNT + 1);
  assert.match(rows[30] ?? '', /"'=HYPERLINK\(""x""\)"/);
  assert.match(rows[40] ?? '', /,' {2}@SUM\(1\)/);
  assert.match(rows[50] ?? '', /,'-2\+3/);
  assert.match(rows[1] ?? '', /INV-1/);
  assert.doesNotMatch(rows.join('\n'), /(^|,)"?\s*[=@]/m);
});
