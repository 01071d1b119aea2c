import assert from 'node:assert/strict';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { FINDINGS } from '../../src/collect/finding.ts';
import { codes, csv, ENVELOPE, HEADER, openDesk, ROWS } from './workspace-fixture.ts';

const CASES: readonly {
  readonly name: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly says: readonly string[];
  readonly at?: { line: number; column?: string };
}[] = [
  { name: 'an empty file', file: 'a.csv', content: '', says: ['empty_file'] },
  { name: 'blank lines alone', file: 'a.csv', content: '\n\n', says: ['empty_file'] },
  { name: 'no envelope', file: 'a.csv', content: `${HEADER}\n${ROWS[0]}\n`, says: ['no_envelope'] },
  {
    name: 'no lines',
    file: 'a.csv',
    content: csv({ line_count: 0, 'control_sum.EUR': '0', 'control_sum.USD': '0' }, []),
    says: ['no_lines'],
  },
  { name: 'a wrong line count', file: 'a.csv', content: csv({ line_count: 4 }), says: ['line_count'] },
  {
    name: 'a wrong control sum',
    file: 'a.csv',
    content: csv({ 'control_sum.EUR': '1334.57' }),
    says: ['control_sum'],
  },
  {
    name: 'a control sum short of an unreadable amount, but of another currency too',
    file: 'a.csv',
    content: csv({ 'control_sum.USD': '9.99' }, [ROWS[0].replace('1234.56', '1e3'), ROWS[1], ROWS[2]]),
    says: ['control_sum', 'control_sum'],
  },
  {
    name: 'an unknown schema version',
    file: 'a.csv',
    content: csv({ schema_version: '99' }),
    says: ['schema_version'],
  },
  { name: 'an unknown sender', file: 'a.csv', content: csv({ sender: 'XYZ' }), says: ['unknown_sender'] },
  {
    name: 'a required column missing',
    file: 'a.csv',
    content: csv({}, ROWS, HEADER.replace('resident_ice', 'whatever')),
    says: ['unknown_column', 'missing_column'],
  },
  {
    name: 'a column twice',
    file: 'a.csv',
    content: csv({}, ROWS, HEADER.replace('free_text', 'amount')),
    says: ['duplicate_column'],
  },
  {
    name: 'a short row',
    file: 'a.csv',
    content: csv({}, [ROWS[0], ROWS[1], 'L3,B01']),
    says: ['row_fields'],
    at: { line: 16 },
  },
  {
    name: 'a quote never closed',
    file: 'a.csv',
    content: csv({}, [ROWS[0], ROWS[1], `"${ROWS[2]}`]),
    says: ['row_quote'],
    at: { line: 16 },
  },
  {
    name: 'every reason at once',
    file: 'a.csv',
    content: csv({ sender: 'XYZ', line_count: 9, 'control_sum.EUR': '1.00' }),
    says: ['unknown_sender', 'line_count', 'control_sum'],
  },
  {
    name: 'truncated JSON',
    file: 'a.json',
    content: JSON.stringify({ envelope: ENVELOPE, lines: [{ line_id: 'x' }] }).slice(0, -5),
    says: ['truncated'],
    at: { line: 1 },
  },
  {
    name: 'truncated XML',
    file: 'a.xml',
    content: '<declaration><envelope><sender>B01</sender>\n<language>fr</lang',
    says: ['truncated'],
    at: { line: 2 },
  },
  {
    name: 'an entity bomb',
    file: 'a.xml',
    content:
      '<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<declaration><envelope><sender>&b;</sender></envelope></declaration>',
    says: ['document_type'],
  },
  {
    name: 'an entity without a document type',
    file: 'a.xml',
    content: '<declaration><envelope><sender>&b;</sender></envelope></declaration>',
    says: ['document_type'],
  },
  { name: 'XML nested deeply', file: 'a.xml', content: '<a>'.repeat(50_000), says: ['too_deep'] },
  {
    name: 'JSON nested deeply',
    file: 'a.json',
    content: `{"lines":${'['.repeat(200_000)}`,
    says: ['truncated'],
  },
  {
    name: 'a broken workbook',
    file: 'a.xlsx',
    content: Buffer.from('PK\x03\x04 and no more'),
    says: ['incomplete'],
  },
  {
    name: 'a zip bomb',
    file: 'a.xlsx',
    content: zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(600 << 20)),
    says: ['expands'],
  },
  {
    name: 'a broken Parquet file',
    file: 'a.parquet',
    content: Buffer.from('PAR1 and no more PAR1'),
    says: ['incomplete'],
  },
  {
    name: 'bytes of no format',
    file: 'a.bin',
    content: Buffer.from([
      0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 9, 8, 7, 0, 6, 5, 4, 3, 2, 1, 0, 3, 3, 3, 3,
    ]),
    says: ['unknown_format'],
  },
  {
    name: 'a line of two megabytes',
    file: 'a.csv',
    content: csv({}, [ROWS[0], ROWS[1], ROWS[2] + 'x'.repeat(2 << 20)]),
    says: ['line_too_long'],
    at: { line: 16 },
  },
];

for (const { name, file, content, says, at } of CASES) {
  test(`${name} is refused whole, with its reasons, and leaves no line`, async (t) => {
    const desk = await openDesk(t);
    const answer = await desk.send(file, content);
    assert.equal(answer.state, 'refused');
    assert.equal(answer.receipt, null);
    assert.deepEqual(codes(answer), says, JSON.stringify(answer.findings));
    if (at !== undefined)
      assert.equal(answer.findings.at(-1)?.line, at.line, JSON.stringify(answer.findings));
    const rows = desk.workspace.store.all<{ state: string; lines: number }>(
      'SELECT state, lines FROM submissions',
    );
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ state: 'refused', lines: 0 }],
    );
    assert.deepEqual(desk.workspace.store.all('SELECT * FROM files'), []);
  });
}

test('a line of one gigabyte is refused in bounded memory', async (t) => {
  const desk = await openDesk(t);
  const path = join(desk.folder, 'long.csv');
  const file = openSync(path, 'w');
  writeSync(file, csv({}, []));
  const block = Buffer.alloc(16 << 20, 'x');
  for (let written = 0; written < 1 << 30; written += block.length) writeSync(file, block);
  closeSync(file);
  assert.ok(statSync(path).size > 1 << 30);
  const before = process.memoryUsage().rss;
  const [answer] = await desk.collect(path);
  assert.deepEqual(answer === undefined ? [] : codes(answer).slice(0, 1), ['line_too_long']);
  assert.ok(process.memoryUsage().rss - before < 700 << 20, 'memory grew with the line');
});

test('a real workspace refuses what is synthetic', async (t) => {
  const desk = await openDesk(t);
  const { admissionFindings } = await import('../../src/collect/admit.ts');
  const { 'control_sum.EUR': _, 'control_sum.USD': __, ...head } = ENVELOPE;
  const envelope = { ...head, replaces: null, control_sums: {} };
  const { domain, store } = desk.workspace;
  const found = admissionFindings(envelope, 3, { domain, store, synthetic: false });
  assert.deepEqual(
    found.map(({ code }) => code),
    ['synthetic'],
  );
});

test('a refused file can be sent again once it is right, and the sender is answered in its language', async (t) => {
  const desk = await openDesk(t);
  const refused = await desk.send('a.csv', csv({ language: 'ar', line_count: 4 }));
  assert.match(refused.findings[0]?.message ?? '', /المعلن في الظرف 4، وعددها في الملف 3/);
  assert.equal((await desk.send('a.csv', csv({ language: 'ar' }))).state, 'received');
});

test('every finding has its words and the same values in three languages', () => {
  for (const [code, text] of Object.entries(FINDINGS)) {
    const values = (language: 'ar' | 'fr' | 'en') =>
      [...text[language].matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    assert.deepEqual(values('ar'), values('en'), code);
    assert.deepEqual(values('fr'), values('en'), code);
    assert.match(text.ar, /[\u0600-\u06FF]/, code);
  }
});

/** A zip archive of one deflated entry. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const data = deflateRawSync(content);
  const title = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, title, data]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), title]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
