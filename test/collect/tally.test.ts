// What adds up is the same from lines as they are written and from their canonical text.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { tallies } from '../../src/collect/load.ts';
import { type ArchivedReading, archivedLines, writtenColumns } from '../../src/design/collected.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-tally-'));
const engine = await openEngine({ memory: '500MB', threads: 1 });
after(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

const amount = fc.oneof(
  fc.constantFrom('', '1e3', '1.2345', '+5', '.5', '5.', '(5)', 'abc', '-0.001', '12345678901234.5'),
  fc.constantFrom(
    '1 234,50',
    '1.234,50',
    '1,234.50',
    "1'234.5",
    ' 7',
    '7 ',
    '\u200f8.25',
    '١٢٫٥',
    '123456789012345',
  ),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2)),
);
const currency = fc.constantFrom('EUR', 'USD', ' EUR', 'EUR ', '\u200eUSD', 'eur', '', 'XXX');
const COLUMNS = ['line_id', 'currency', 'amount'];

function readingOf(rows: readonly (readonly string[])[]): ArchivedReading {
  const path = join(folder, 'a.csv');
  const quoted = (text: string) => (text === '' ? '' : `"${text}"`);
  writeFileSync(path, rows.map((row) => `${row.map(quoted).join(',')}\n`).join(''));
  return {
    ...{ submission: 3, archived: path, delimiter: ',', skip: 0, lines: rows.length, trailing: 0 },
    ...{
      columns: COLUMNS,
      traits: { marks: true, blanks: true },
      milestones: [],
      odd: null,
      otherwise: null,
    },
  };
}

test('counts, sums by currency and what is not readable are those of canonical text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(currency, amount), { minLength: 1, maxLength: 80 }), async (given) => {
      const reading = readingOf(given.map(([unit, value], at) => [`L${at}`, unit, value]));
      const written = sql`(${writtenColumns('settlement', [reading], ['amount', 'currency'])})`;
      const canonical = sql`(${archivedLines('settlement', [reading])})`;
      const found = (await tallies(engine, written, 'settlement', false)).get(3);
      const expected = (await tallies(engine, canonical, 'settlement', true)).get(3);
      assert.deepEqual(found, expected);
      assert.equal(found?.rows, given.length);
    }),
    { numRuns: 10 },
  );
});
