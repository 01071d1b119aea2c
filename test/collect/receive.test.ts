import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import { codes, csv, ENVELOPE, HEADER, openDesk, ROWS, records } from './workspace-fixture.ts';

const SUMS = { EUR: '1334.56', USD: '10.00' };
const LINES =
  'SELECT line_id, resident_ice, currency, amount, value_date, free_text, ordinal FROM COLLECTED ORDER BY ordinal';

test('every format gives the same lines', async (t) => {
  const expected = records().map(
    ({ line_id, resident_ice, currency, amount, value_date, free_text }, at) => ({
      line_id,
      resident_ice,
      currency,
      amount,
      value_date,
      free_text,
      ordinal: at + 1,
    }),
  );
  const lines = records();
  const json = JSON.stringify({ envelope: { ...ENVELOPE, control_sums: SUMS }, lines });
  const ndjson = [{ envelope: ENVELOPE }, ...lines].map((each) => JSON.stringify(each)).join('\n');
  const tags = (record: object) =>
    Object.entries(record)
      .map(([key, value]) => `<${key}>${String(value)}</${key}>`)
      .join('');
  const { 'control_sum.EUR': _, 'control_sum.USD': __, ...plain } = ENVELOPE;
  const sums = Object.entries(SUMS)
    .map(([currency, sum]) => `<control_sum currency="${currency}">${sum}</control_sum>`)
    .join('');
  const xml = `<?xml version="1.0"?>\n<declaration><envelope>${tags(plain)}${sums}</envelope><lines>${lines.map((line) => `<line>${tags(line)}</line>`).join('\n')}</lines></declaration>`;
  const names = HEADER.split(',');
  const xlsx = await writeXlsx({
    sheets: [
      { name: 'envelope', rows: Object.entries(ENVELOPE).map(([key, value]) => [key, String(value)]) },
      { name: 'lines', rows: [names, ...lines.map((line) => names.map((name) => line[name] ?? null))] },
    ],
  });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(), 'utf16le')]);
  const files: { readonly [name: string]: string | Uint8Array } = {
    'a.csv': csv(),
    'bom.csv': `\uFEFF${csv()}`,
    'crlf.csv': csv().replaceAll('\n', '\r\n'),
    'a.json': json,
    'a.ndjson': ndjson,
    'a.xml': xml,
    'a.xlsx': xlsx,
    'utf16le.csv': utf16,
    'utf16be.csv': Buffer.from(utf16).swap16(),
    'semicolon.csv': csv(
      {},
      ROWS.map((row) => row.replaceAll(',', ';')),
      HEADER.replaceAll(',', ';'),
    ),
    'tab.csv': csv(
      {},
      ROWS.map((row) => row.replaceAll(',', '\t')),
      HEADER.replaceAll(',', '\t'),
    ),
    'pipe.csv': csv(
      {},
      ROWS.map((row) => row.replaceAll(',', '|')),
      HEADER.replaceAll(',', '|'),
    ),
  };
  for (const [name, content] of Object.entries(files)) {
    await t.test(name, async (inner) => {
      const desk = await openDesk(inner);
      const answer = await desk.send(name, content);
      assert.equal(answer.state, 'received', JSON.stringify(answer.findings));
      assert.equal(answer.lines.received, 3);
      assert.deepEqual(await desk.query(LINES), expected);
      const kept = readFileSync(desk.workspace.layout.archive(answer.sha256));
      assert.deepEqual(kept, readFileSync(join(desk.folder, name)));
    });
  }
});

test('Parquet with its envelope in the metadata or beside it', async (t) => {
  const desk = await openDesk(t);
  const values = ROWS.map(
    (row) =>
      `(${row
        .split(',')
        .map((value) => `'${value}'`)
        .join(',')})`,
  ).join(',');
  const path = join(desk.folder, 'a.parquet');
  await desk.query(
    `COPY (SELECT * FROM (VALUES ${values}) AS t(${HEADER})) TO '${path}' (FORMAT PARQUET, KV_METADATA {'marsad-envelope': '${JSON.stringify(ENVELOPE)}'})`,
  );
  const [answer] = await desk.collect(path);
  assert.equal(answer?.state, 'received', JSON.stringify(answer?.findings));
  assert.equal((await desk.query('SELECT * FROM COLLECTED')).length, 3);
  const other = join(desk.folder, 'b.parquet');
  await desk.query(`COPY (SELECT * FROM (VALUES ${values}) AS t(${HEADER})) TO '${other}' (FORMAT PARQUET)`);
  desk.put('b.parquet.envelope.json', JSON.stringify({ ...ENVELOPE, period: '2025-05' }));
  const [beside] = await desk.collect(other);
  assert.equal(beside?.state, 'received', JSON.stringify(beside?.findings));
});

test('Windows-1256, Arabic-Indic digits, decimal commas, marks and lost zeros are made plain and kept as they came', async (t) => {
  const desk = await openDesk(t);
  const rows = [
    'L1,B01,R1,1561191000066,FR,C,03/06/2025,EUR,"1 234,56",N01,"=cmd|\' /C calc\'!A0"',
    'L2,B01,R2,002136093000040,US,C,2025-06-04,USD,\u200F١٠٫٠٠,N01,"two\nlines"',
    'L3,B01,R3,000036794000036,FR,C,2025-06-05,EUR,1\u202F00,N01, third ',
  ];
  const answer = await desk.send('a.csv', csv({}, rows));
  assert.equal(answer.state, 'received', JSON.stringify(answer.findings));
  const found = await desk.query(
    'SELECT resident_ice, value_date, amount, free_text, raw FROM COLLECTED ORDER BY ordinal',
  );
  assert.deepEqual(
    found.map(({ amount }) => amount),
    ['1234.56', '10.00', '100'],
  );
  assert.equal(found[0]?.['resident_ice'], '001561191000066');
  assert.equal(found[0]?.['value_date'], '2025-06-03');
  assert.equal(found[0]?.['free_text'], "=cmd|' /C calc'!A0");
  assert.equal(found[1]?.['free_text'], 'two\nlines');
  assert.equal(found[2]?.['free_text'], 'third');
  assert.deepEqual(JSON.parse(String(found[0]?.['raw'])), {
    resident_ice: '1561191000066',
    value_date: '03/06/2025',
    amount: '1 234,56',
  });
  assert.deepEqual(JSON.parse(String(found[1]?.['raw'])), { amount: '\u200F١٠٫٠٠' });
  const arabic = Buffer.from(csv({ period: '2025-05' }).replace('first', '@@'));
  const at = arabic.indexOf('@@');
  arabic.set([0xe3, 0xd1], at);
  const windows = await desk.send('w.csv', arabic);
  assert.deepEqual([windows.state, codes(windows)], ['received', ['transcoded']]);
  assert.deepEqual(
    await desk.query(
      `SELECT free_text FROM COLLECTED WHERE submission = ${windows.submission} AND ordinal = 1`,
    ),
    [{ free_text: 'مر' }],
  );
});

test('the same bytes count once, with the same receipt', async (t) => {
  const desk = await openDesk(t);
  const first = await desk.send('a.csv', csv());
  const again = await desk.send('renamed.csv', csv());
  assert.equal(again.state, 'already received');
  assert.equal(again.receipt, first.receipt);
  assert.equal((await desk.query('SELECT * FROM COLLECTED')).length, 3);
  const both = await desk.collect(
    desk.put('x.csv', csv({ period: '2025-01' })),
    desk.put('y.csv', csv({ period: '2025-01' })),
  );
  assert.deepEqual(
    both.map(({ state }) => state),
    ['received', 'already received'],
  );
});

test('two files with one sequence number: the second is refused and names the receipt of the first', async (t) => {
  const desk = await openDesk(t);
  const other = csv().replace('first', 'other');
  const [one, two] = await desk.collect(desk.put('a.csv', csv()), desk.put('b.csv', other));
  assert.equal(one?.state, 'received');
  assert.equal(two?.state, 'refused');
  assert.deepEqual(two === undefined ? [] : codes(two), ['identity_taken']);
  assert.match(two?.findings[0]?.message ?? '', new RegExp(String(one?.receipt)));
  assert.equal((await desk.query('SELECT * FROM COLLECTED')).length, 3);
});

test('replace supersedes, cancel cancels, and neither does what it cannot', async (t) => {
  const desk = await openDesk(t);
  const state = (sequence: number) =>
    desk.workspace.store.get<{ state: string }>('SELECT state FROM submissions WHERE sequence = ?', sequence)
      ?.state;
  await desk.send('a.csv', csv());
  const unknown = await desk.send('u.csv', csv({ sequence: 9, function: 'replace', replaces: 7 }));
  assert.deepEqual(codes(unknown), ['replaces_unknown']);
  assert.equal(
    (await desk.send('r.csv', csv({ sequence: 2, function: 'replace', replaces: 1 }))).state,
    'received',
  );
  assert.deepEqual([state(1), state(2)], ['superseded', 'received']);
  const cancel = csv({ sequence: 3, function: 'cancel', replaces: 2, line_count: 0 }, []);
  assert.equal((await desk.send('c.csv', cancel)).state, 'received');
  assert.deepEqual([state(1), state(2), state(3)], ['superseded', 'cancelled', 'received']);
});

test('an unknown code and a bad amount refuse no file', async (t) => {
  const desk = await openDesk(t);
  const rows = [
    ROWS[0].replace('1234.56', '1e3'),
    ROWS[1].replace('USD', 'ZZZ'),
    ROWS[2].replace(',100,', ',1.239,'),
  ];
  const answer = await desk.send('a.csv', csv({ 'control_sum.EUR': '1001.239' }, rows));
  assert.equal(answer.state, 'received', JSON.stringify(answer.findings));
  assert.deepEqual(await desk.query('SELECT amount FROM COLLECTED ORDER BY ordinal'), [
    { amount: '1e3' },
    { amount: '10.00' },
    { amount: '1.239' },
  ]);
});

test('the published figures enter as a series by their columns', async (t) => {
  const desk = await openDesk(t);
  const file = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital', 'published-figures.csv');
  const [answer] = await desk.collect(file);
  assert.equal(answer?.state, 'received', JSON.stringify(answer?.findings));
  assert.equal((await desk.query('SELECT * FROM COLLECTED')).length, answer?.lines.received);
});

test('many small files are one Parquet file, each with its own ordinals, the same bytes every time', async (t) => {
  const hashes = [];
  for (let round = 0; round < 2; round += 1) {
    const desk = await openDesk(t);
    const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);
    const answers = await desk.collect(...months.map((period) => desk.put(`${period}.csv`, csv({ period }))));
    assert.ok(answers.every(({ state }) => state === 'received'));
    const files = desk.workspace.store.all<{ sha256: string; rows: number }>(
      'SELECT sha256, rows FROM files',
    );
    assert.deepEqual(
      files.map(({ rows }) => rows),
      [36],
    );
    hashes.push(files[0]?.sha256);
    assert.deepEqual(await desk.query('SELECT DISTINCT ordinal FROM COLLECTED ORDER BY 1'), [
      { ordinal: 1 },
      { ordinal: 2 },
      { ordinal: 3 },
    ]);
  }
  assert.equal(hashes[0], hashes[1]);
});
