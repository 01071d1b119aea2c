import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeType, copyToParquet, nameCodeType, openEngine, readAlike } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';

test('codes are written as text and sort as text does', async (t) => {
  const engine = await openEngine({ memory: '256MB', threads: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'marsad-codes-'));
  t.after(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 'codes.parquet');
  const code = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => !text.includes('\0'));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(code, { minLength: 1, maxLength: 12 }), async (codes) => {
      const type = await nameCodeType(engine, 'code_test', codes);
      const values = codes.map((each) => sql`(${each}, CAST(${each} AS ${type}))`);
      const rows = sql`SELECT * FROM (VALUES ${values}) AS v(text, code)`;
      await engine.run(copyToParquet(rows, path, ['code']));
      const read = await engine.rows<{ text: string; code: string }>(
        sql`SELECT text, code FROM ${readAlike([path])}`,
      );
      const byText = await engine.rows<{ text: string }>(sql`SELECT text FROM (${rows}) ORDER BY text`);
      assert.deepEqual(
        read.map((row) => row.code),
        byText.map(({ text }) => text),
      );
      assert.deepEqual(
        read.map((row) => row.code),
        read.map(({ text }) => text),
      );
    }),
    { numRuns: 40 },
  );
});

test('a column of very many values, or of none, stays text', () => {
  assert.equal(codeType([]).text, 'VARCHAR');
  assert.equal(codeType(Array.from({ length: 5000 }, (_, at) => `E${at}`)).text, 'VARCHAR');
  assert.equal(codeType(['b', "a'", 'b']).text, "ENUM('a''', 'b')");
});
