import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../src/engine/duckdb.ts';
import { ident, join, sql, valuesTable } from '../../src/engine/sql.ts';

test('values become literals, fragments stay, lists are joined', () => {
  const where = sql`${ident('a b')} = ${"it's"} AND n IN (${[1, 2n, null, true]})`;
  assert.equal(
    sql`SELECT ${join([ident('x'), ident('y"z')])} WHERE ${where}`.text,
    `SELECT "x", "y""z" WHERE "a b" = 'it''s' AND n IN (1, 2, NULL, TRUE)`,
  );
});

test('what cannot be said in SQL is refused', () => {
  assert.throws(() => sql`${Number.NaN}`, TypeError);
  assert.throws(() => sql`${'a\0b'}`, TypeError);
});

test('any text comes back from the engine as it went in', async () => {
  const engine = await openEngine({ memory: '200MB' });
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
      async (text) => {
        const [row] = await engine.rows(sql`SELECT ${text} AS ${ident('text')}`);
        assert.equal(row?.['text'], text);
      },
    ),
    { numRuns: 50 },
  );
  engine.close();
});

test('rows as a relation, with and without rows; decimals are exact text', async () => {
  const engine = await openEngine({ memory: '200MB' });
  const rows = await engine.rows(
    sql`SELECT a, CAST(b AS DECIMAL(18,2)) AS b FROM ${valuesTable(
      't',
      ['a', 'b'],
      [
        ['x', '1.20'],
        ['y', null],
      ],
    )} ORDER BY a`,
  );
  assert.deepEqual(rows, [
    { a: 'x', b: '1.20' },
    { a: 'y', b: null },
  ]);
  assert.deepEqual(await engine.rows(sql`SELECT a FROM ${valuesTable('t', ['a'], [])}`), []);
  engine.close();
});
