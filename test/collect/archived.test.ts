// Large delimited files stay in the archive: their lines are the same as those of a table, and judged as strictly.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { keepChosenLines } from '../../src/design/chosen-lines.ts';
import { collectedLines, readingText, readReading } from '../../src/design/collected.ts';
import { layoutOf } from '../../src/design/workspace.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { listFolder } from '../../src/engine/files.ts';
import { ident, join, sql } from '../../src/engine/sql.ts';
import { codes, csv, type Desk, HEADER, openDesk, ROWS } from './workspace-fixture.ts';

const MANY = 2500;
const ODD: readonly (readonly [number, string])[] = [
  [7, ' L8 ,B01,R8,1561191000066,FR,C,03/06/2025,EUR,"1 000,50",N01,"with, a ""quote""\nand a break"'],
  [1200, 'L1201,B01,R1201,001561191000066,MA,C,2025-06-03,EUR,٢٫٥,N01,\u200Fmarked'],
];

/** Rows of one euro, the odd ones among them; `odd` adds 1000.50 and 2.50 in place of two. */
function rows(name: string, odd: boolean): readonly string[] {
  const plain = Array.from(
    { length: MANY },
    (_, at) => `L${at + 1},B01,${name}${at},001561191000066,FR,C,2025-06-03,EUR,1.00,N01,`,
  );
  return plain.map((row, at) => (odd ? ODD.find(([place]) => place === at)?.[1] : undefined) ?? row);
}

function large(
  period: string,
  odd: boolean,
  sum: string,
  change: (rows: string[]) => void = () => {},
): string {
  const lines = [...rows(period, odd)];
  change(lines);
  const envelope = { period, line_count: lines.length, 'control_sum.EUR': sum };
  const text = csv(envelope, lines).replace(/# control_sum.USD.*\n/, '');
  assert.ok(text.length > 1 << 17);
  return text;
}

async function linesOf({ workspace }: Desk, suffix: string) {
  const { layout } = workspace;
  const paths = listFolder(layout.collected(''))
    .filter((name) => name.endsWith(suffix))
    .map((name) => layoutOf(layout.root).collected(name));
  const engine = await openEngine({ memory: '512MB' });
  const fields = join([...HEADER.split(','), 'raw'].map(ident));
  const found = await engine.rows<{ submission: number; ordinal: number }>(
    sql`SELECT submission, ordinal, ${fields} FROM ${collectedLines('settlement', paths)} ORDER BY submission, ordinal`,
  );
  engine.close();
  return { paths, found };
}

test('lines read from the archive are those that a table of the same lines has', async (t) => {
  const desk = await openDesk(t);
  const sum = `${MANY - 2 + 1003}.00`;
  const archived = await desk.collect(
    desk.put('june.csv', large('2025-06', true, sum)),
    desk.put('may.csv', large('2025-05', false, `${MANY}.00`)),
  );
  assert.deepEqual(archived.map(codes), [[], []]);
  const { paths, found } = await linesOf(desk, '.reading.json');
  assert.equal(paths.length, 2);
  assert.equal(found.length, 2 * MANY);
  assert.ok(found.every(({ ordinal }, at) => ordinal === (at % MANY) + 1));
  const other = await openDesk(t);
  const utf16 = Buffer.from(`\uFEFF${large('2025-06', true, sum)}`, 'utf16le');
  assert.deepEqual(codes(await other.send('june.csv', utf16)), ['transcoded']);
  const table = await linesOf(other, '.parquet');
  const first = found[0]?.submission;
  assert.deepEqual(
    found.filter(({ submission }) => submission === first),
    table.found.map((line) => ({ ...line, submission: first })),
  );
  assert.equal(table.found.filter((line) => 'raw' in line && line.raw !== null).length, ODD.length);
});

test('a large file that does not add up or breaks its form is refused with line and column, the others are received', async (t) => {
  const desk = await openDesk(t);
  const answers = await desk.collect(
    desk.put('sum.csv', large('2025-04', false, '1.00')),
    desk.put(
      'shape.csv',
      large('2025-03', false, `${MANY}.00`, (lines) => lines.splice(999, 1, 'only,three,fields')),
    ),
    desk.put(
      'count.csv',
      large('2025-02', false, `${MANY}.00`, (lines) => lines.push(lines[0] ?? '')).replace(
        `line_count: ${MANY + 1}`,
        `line_count: ${MANY}`,
      ),
    ),
    desk.put('good.csv', large('2025-01', false, `${MANY}.00`)),
  );
  assert.deepEqual(
    answers.map(({ state }) => state),
    ['refused', 'refused', 'refused', 'received'],
  );
  assert.ok(codes(answers[0] ?? assert.fail()).includes('control_sum'));
  const shape = answers[1]?.findings.find(({ code }) => code === 'row_fields');
  assert.ok(shape?.line !== null && (shape?.line ?? 0) >= 1000, JSON.stringify(shape));
  assert.ok(codes(answers[2] ?? assert.fail()).includes('line_count'));
  assert.equal((await linesOf(desk, '.reading.json')).found.length, MANY);
  assert.deepEqual(
    await desk.collect(desk.put('again.csv', large('2025-01', false, `${MANY}.00`))).then(([a]) => a?.state),
    'already received',
  );
});

test('lines at chosen places are those of the whole, by recorded places and by a search', async (t) => {
  const desk = await openDesk(t);
  await desk.collect(
    desk.put('june.csv', large('2025-06', true, `${MANY - 2 + 1003}.00`)),
    desk.put('may.csv', large('2025-05', false, `${MANY}.00`)),
    desk.put('april.csv', csv({ period: '2025-04' })),
  );
  const { workspace, folder } = desk;
  const paths = listFolder(workspace.layout.collected('')).map((name) => workspace.layout.collected(name));
  const engine = await openEngine({ memory: '512MB' });
  t.after(() => engine.close());
  const places = sql`SELECT * FROM (VALUES (1, 8), (1, 1201), (1, 2500), (2, 1), (3, 2), (3, 9)) AS p(submission, ordinal)`;
  const chosen = async () => {
    await keepChosenLines(engine, 'settlement', paths, places, 'chosen', folder);
    return engine.rows(sql`SELECT * FROM chosen ORDER BY submission, ordinal`);
  };
  const whole = await engine.rows(
    sql`SELECT * FROM ${collectedLines('settlement', paths)} SEMI JOIN (${places}) AS p USING (submission, ordinal) ORDER BY submission, ordinal`,
  );
  assert.equal(whole.length, 5);
  assert.deepEqual(await chosen(), whole);
  for (const path of paths.filter((each) => each.endsWith('.reading.json'))) {
    const reading = JSON.parse(readFileSync(path, 'utf8'));
    assert.ok(reading.milestones.length > 0);
    writeFileSync(path, readingText({ ...reading, milestones: [] }));
  }
  assert.deepEqual(await chosen(), whole);
  assert.equal(readReading(paths.find((path) => path.endsWith('.json')) ?? '').lines, MANY);
});

test('rows of nothing but delimiters after the last line are no lines and are told; between lines they are', async (t) => {
  const desk = await openDesk(t);
  const blank = ','.repeat(HEADER.split(',').length - 1);
  const trailing = (rows: string[]) => rows.push(blank, blank, blank);
  const small = csv({}, [...ROWS, blank, `${blank}\r`]);
  const answers = await desk.collect(
    desk.put('small.csv', small),
    desk.put(
      'large.csv',
      large('2025-05', false, `${MANY}.00`, trailing).replace(/line_count: \d+/, `line_count: ${MANY}`),
    ),
    desk.put('next.csv', large('2025-04', false, `${MANY}.00`)),
    desk.put('within.csv', csv({ period: '2025-03', line_count: 4 }, [ROWS[0], blank, ROWS[1], ROWS[2]])),
  );
  assert.deepEqual(answers.map(codes), [['empty_rows'], ['empty_rows'], [], []]);
  assert.deepEqual(
    answers.map(({ lines }) => lines.received),
    [3, MANY, MANY, 4],
  );
  const engine = await openEngine({ memory: '512MB' });
  t.after(() => engine.close());
  const paths = listFolder(desk.workspace.layout.collected('')).map((name) =>
    desk.workspace.layout.collected(name),
  );
  const counted = await engine.rows(
    sql`SELECT submission, max(ordinal) AS last, CAST(count(*) AS INTEGER) AS lines FROM ${collectedLines('settlement', paths)} GROUP BY submission ORDER BY submission`,
  );
  assert.deepEqual(
    counted.map(({ last, lines }) => [last, lines]),
    [3, MANY, MANY, 4].map((lines) => [lines, lines]),
  );
  assert.equal(answers[0]?.findings[0]?.severity, 'info');
});
