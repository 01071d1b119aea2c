import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  codeType,
  copyToParquet,
  listedCode,
  nameCodeType,
  openEngine,
  readAlike,
} from '../../src/engine/duckdb.ts';
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

test('a text that a file lists is its code, and no other', async (t) => {
  const engine = await openEngine({ memory: '256MB', threads: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'marsad-listed-'));
  t.after(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 'listed.parquet');
  const type = await nameCodeType(engine, 'code_listed', ['ITO', 'BPO', 'é']);
  const texts = sql`SELECT ([NULL, 'BPO', 'é', 'ITO', 'none'])[1 + i % 5] AS text FROM range(5000) AS r(i)`;
  await engine.run(copyToParquet(texts, path, ['text']));
  for (const other of [type, codeType([])]) {
    const rows = await engine.rows<{ text: string | null; code: string | null; lines: number }>(
      sql`SELECT text, ${listedCode(sql`text`, other)} AS code, CAST(count(*) AS INTEGER) AS lines FROM ${readAlike([path])} GROUP BY ALL ORDER BY text`,
    );
    const none = other === type ? null : 'none';
    assert.deepEqual(
      rows.map(({ text, code, lines }) => [text, code, lines]),
      [
        ...['BPO', 'ITO'].map((code) => [code, code, 1000]),
        ['none', none, 1000],
        ['é', 'é', 1000],
        [null, null, 1000],
      ],
    );
  }
});

test('a column of very many values, or of none, stays text', () => {
  assert.equal(codeType([]).text, 'VARCHAR');
  assert.equal(codeType(Array.from({ length: 5000 }, (_, at) => `E${at}`)).text, 'VARCHAR');
  assert.equal(codeType(['b', "a'", 'b']).text, "ENUM('a''', 'b')");
});
