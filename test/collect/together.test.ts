// Small files of other words are loaded together: each has the lines that it has by itself, and a faulty one takes none with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, HEADER, openDesk, ROWS } from './workspace-fixture.ts';

const months = ['2025-01', '2025-02', '2025-03', '2025-04'] as const;
const [january, february, march, april] = months;

/** The columns of a table in another order, and without the last one. */
const turned = (row: string) => row.split(',').slice(0, -1).reverse().join(',');
const semicolons = (text: string) => text.replaceAll(',', ';');

const FILES: readonly (readonly [string, string])[] = [
  ['plain.csv', csv({ period: january })],
  ['turned.csv', csv({ period: february }, ROWS.map(turned), turned(HEADER))],
  ['semicolons.csv', csv({ period: march }, ROWS.map(semicolons), semicolons(HEADER))],
  ['blanks.csv', csv({ period: april }, [ROWS[0].replace('first', ' first '), ROWS[1], ROWS[2]])],
];
const LINES =
  'SELECT * EXCLUDE (submission), submission AS file FROM read_parquet(COLLECTED) ORDER BY submission, ordinal';

test('files with other columns, delimiters and blanks are one table, with the lines that each has alone', async (t) => {
  const together = await openDesk(t);
  const paths = FILES.map(([name, content]) => together.put(name, content));
  const answers = await together.collect(...paths);
  assert.deepEqual(
    answers.map(({ state, lines }) => [state, lines.received]),
    FILES.map(() => ['received', 3]),
  );
  const alone = await openDesk(t);
  for (const [name, content] of FILES) await alone.send(name, content);
  const lines = await together.query(LINES);
  assert.deepEqual(lines, await alone.query(LINES));
  assert.equal(lines.length, 12);
  assert.deepEqual(
    lines.filter(({ raw }) => raw !== null).map(({ file, raw }) => [file, raw]),
    [[4, '{"free_text":" first "}']],
  );
  const tables = await together.query(
    'SELECT DISTINCT filename FROM read_parquet(COLLECTED, filename = true)',
  );
  assert.equal(tables.length, 1);
});

test('a broken row refuses its own file by line, and the others of the same load are received', async (t) => {
  const desk = await openDesk(t);
  const broken = [ROWS[0], `${ROWS[1]},more`, ROWS[2]];
  const files = [
    ...FILES,
    ['broken.csv', csv({ period: '2025-05' }, broken)] as const,
    [
      'quotes.csv',
      csv({ period: '2025-06' }, [ROWS[0], ROWS[1], ROWS[2].replace('third', '"th"ird')]),
    ] as const,
  ];
  const answers = await desk.collect(...files.map(([name, content]) => desk.put(name, content)));
  assert.deepEqual(
    answers.map(({ state, findings }) => [state, findings.map(({ code, line }) => `${code} ${line}`)]),
    [...FILES.map(() => ['received', []]), ['refused', ['row_long 15']], ['refused', ['row_quote 16']]],
  );
  assert.equal((await desk.query(LINES)).length, 12);
});
