import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEngine, readParquet } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { writeTable } from '../../src/engine/write-table.ts';

const engine = await openEngine({ memory: '500MB', threads: 1 });
const folder = mkdtempSync(join(tmpdir(), 'marsad-write-table-'));
after(() => engine.close());

const shape = {
  columns: [
    { name: 'key', type: 'VARCHAR' },
    { name: 'value', type: 'DECIMAL(38,2)' },
  ],
  order: ['key'],
};

test('text comes back as it was: quotes, commas, line ends, Arabic, the empty text apart from NULL', async () => {
  const rows = [
    ['', '1.50'],
    ['a"b,c\nd', null],
    ['مرصد', '-0.01'],
  ] as const;
  const path = join(folder, 'texts.parquet');
  assert.equal(await writeTable(engine, shape, rows, path), 3);
  const back = await engine.rows(sql`SELECT * FROM ${readParquet(path)} ORDER BY key`);
  assert.deepEqual(
    back.map(({ key, value }) => [key, value]),
    rows,
  );
});

test('the bytes do not depend on the order in which rows come', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [`k${at}`, String(at)] as const);
  await writeTable(engine, shape, rows, join(folder, 'forward.parquet'));
  await writeTable(engine, shape, rows.toReversed(), join(folder, 'backward.parquet'));
  assert.deepEqual(
    readFileSync(join(folder, 'forward.parquet')),
    readFileSync(join(folder, 'backward.parquet')),
  );
});

test('a null key comes back as NULL', async () => {
  const path = join(folder, 'null.parquet');
  await writeTable(engine, shape, [[null, '1']], path);
  assert.deepEqual(await engine.rows(sql`SELECT key FROM ${readParquet(path)}`), [{ key: null }]);
});

test('a value that is no number of its column is an error and leaves no file', async () => {
  const path = join(folder, 'broken.parquet');
  await assert.rejects(writeTable(engine, shape, [['a', 'x']], path));
  assert.throws(() => readFileSync(path));
});
