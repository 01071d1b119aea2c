// Files that nobody prepared: what spreadsheets export, and what is no declaration at all. Each answer is right and clear.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CellValue, writeXlsx } from 'hucre';
import { encodeText } from '../../src/simulate/encode-text.ts';
import { codes, csv, ENVELOPE, HEADER, openDesk, ROWS } from './workspace-fixture.ts';

const semicolons = (text: string) => text.replaceAll(',', ';');
const envelopeText = (more = {}) =>
  Object.entries({ ...ENVELOPE, ...more })
    .map(([key, value]) => `# ${key}: ${value}\n`)
    .join('');

test('titles above the header are passed over, in text and in workbooks', async (t) => {
  const desk = await openDesk(t);
  const titled = `${envelopeText()}Banque B01;;;\nFlux de juin 2025;;;\n\n${semicolons([HEADER, ...ROWS].join('\n'))}\n`;
  assert.equal((await desk.send('titled.csv', titled)).lines.received, 3);
  const rows: CellValue[][] = [
    ['Banque B01 – juin 2025'],
    [],
    ...[HEADER, ...ROWS].map((row) => row.split(',')),
  ];
  const envelope = Object.entries({ ...ENVELOPE, sequence: 2 }).map(([key, value]) => [key, value]);
  const bytes = await writeXlsx({
    sheets: [
      { name: 'envelope', rows: envelope },
      { name: 'lines', rows },
    ],
  });
  assert.equal((await desk.send('titled.xlsx', bytes)).lines.received, 3);
});

test('a header without one known name is refused by its missing columns, and the others go on', async (t) => {
  const desk = await openDesk(t);
  const odd = desk.put('odd.csv', csv({}, ['a;b;c', 'd;e;f', 'g;h;i'], 'one;two;three'));
  const good = desk.put('good.csv', csv({ sequence: 2 }));
  const [first, second] = await desk.collect(odd, good);
  assert.equal(first?.state, 'refused');
  assert.ok(first !== undefined && codes(first).includes('missing_column'));
  assert.equal(second?.state, 'received');
});

test('what Excel writes first (`sep=;`), a mark, and quotes around everything are read', async (t) => {
  const desk = await openDesk(t);
  const quoted = ROWS.map((row) =>
    row
      .split(',')
      .map((cell) => `"${cell}"`)
      .join(';'),
  );
  const text = `\uFEFFsep=;\r\n${envelopeText().replaceAll('\n', '\r\n')}${semicolons(HEADER)}\r\n${quoted.join('\r\n')}\r\n`;
  assert.equal((await desk.send('excel.csv', text)).state, 'received');
});

test('dates written by day and thousands in groups read as what they are; a bare number is no date and stays for the rules', async (t) => {
  const desk = await openDesk(t);
  const rows = [ROWS[0].replace('2025-06-03', '03/06/2025'), ROWS[1].replace('2025-06-04', '45812'), ROWS[2]];
  const table = semicolons([HEADER, ...rows].join('\n')).replace('1234.56', '1 234,56');
  const text = `${envelopeText()}${table}\n`;
  assert.equal((await desk.send('dates.csv', text)).state, 'received');
  const lines = await desk.query('SELECT value_date, amount FROM read_parquet(COLLECTED) ORDER BY ordinal');
  assert.deepEqual(
    lines.map(({ value_date, amount }) => [value_date, amount]),
    [
      ['2025-06-03', '1234.56'],
      ['45812', '10.00'],
      ['2025-06-05', '100'],
    ],
  );
});

test('what is no declaration is said to be none, in every language of the workspace when its own cannot be told', async (t) => {
  const desk = await openDesk(t);
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ['paper.csv', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 1, 2, 255, 0, 7])])],
    ['old.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['page.xls', Buffer.from('<html><body><table><tr><td>ICE</td></tr></table></body></html>')],
  ];
  for (const [name, bytes] of kinds) {
    const answer = await desk.send(name, bytes);
    assert.deepEqual(codes(answer), ['unknown_format'], name);
    const [finding] = answer.findings;
    for (const word of ['غير معروفة', 'pas reconnu', 'not known'])
      assert.ok(finding?.message.includes(word), `${name}: ${word}`);
  }
});

test('a file without envelope is answered in the language in which it is written', async (t) => {
  const desk = await openDesk(t);
  const french = 'Numéro ligne;ICE;Pays client;Montant\nL1;001561191000066;FR;10\n';
  const arabic = 'رقم السطر;رمز البنك;المبلغ;العملة\nL1;B01;10;EUR\n';
  assert.equal((await desk.send('fr.csv', french)).language, 'fr');
  assert.equal((await desk.send('latin.csv', Buffer.from(french, 'latin1'))).language, 'fr');
  assert.equal((await desk.send('ar.csv', arabic)).language, 'ar');
  assert.equal((await desk.send('ar-1256.csv', encodeText(arabic, 'windows-1256'))).language, 'ar');
  const letter = await desk.send('letter.csv', 'Hello,\nplease find the declaration of the bank.\n');
  assert.deepEqual([letter.language, codes(letter)], ['en', ['no_envelope']]);
});

test('an answer never says where the bytes lie in the office', async (t) => {
  const desk = await openDesk(t);
  const answer = await desk.send('cut.parquet', Buffer.from('PAR1 and no more of it, cut off'));
  assert.equal(answer.state, 'refused');
  assert.ok(
    answer.findings.every(({ message }) => !message.includes(desk.folder) && !message.includes('archive/')),
  );
});

test('merged cells below the header are named, those of titles are not', async (t) => {
  const desk = await openDesk(t);
  const rows: CellValue[][] = [['Banque B01'], ...[HEADER, ...ROWS].map((row) => row.split(','))];
  const envelope = (sequence: number) =>
    Object.entries({ ...ENVELOPE, sequence }).map(([key, value]) => [key, value]);
  const book = (sequence: number, merges: { from: [number, number]; to: [number, number] }[]) =>
    writeXlsx({
      sheets: [
        { name: 'envelope', rows: envelope(sequence) },
        {
          name: 'lines',
          rows,
          merges: merges.map(({ from, to }) => ({
            ...{ startRow: from[0], startCol: from[1], endRow: to[0], endCol: to[1] },
          })),
        },
      ],
    });
  const title = { from: [0, 0], to: [0, 3] } satisfies { from: [number, number]; to: [number, number] };
  const untold = await desk.send('titled.xlsx', await book(1, [title]));
  assert.deepEqual([untold.state, codes(untold)], ['received', []]);
  const merged = await desk.send(
    'merged.xlsx',
    await book(2, [{ from: [3, 27], to: [4, 27] }, title, { from: [2, 1], to: [4, 1] }]),
  );
  assert.ok(codes(merged).includes('merged_cells'));
  const said = merged.findings.find(({ code }) => code === 'merged_cells');
  assert.match(said?.message ?? '', /merged cells \(B3:B5 AB4:AB5\)/);
});
