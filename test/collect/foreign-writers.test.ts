// Files as other programs write them: single-byte encodings, envelopes of other shapes, and files cut or broken in
// transit, which are told about without a word of the reader's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../src/collect/finding.ts';
import { singleByteOfBytes } from '../../src/collect/single-byte.ts';
import { encodeText } from '../../src/simulate/encode-text.ts';
import { codes, csv, ENVELOPE, HEADER, openDesk, ROWS, records } from './workspace-fixture.ts';

const sums = { EUR: '1334.56', USD: '10.00' };
const bare = Object.fromEntries(Object.entries(ENVELOPE).filter(([key]) => !key.startsWith('control_sum')));

test('capitals with accents are read as French, Arabic words as Arabic, and lower case as either', async (t) => {
  const desk = await openDesk(t);
  const named = ROWS.map((row, at) => (at === 0 ? row.replace('first', 'SOCIÉTÉ GÉNÉRALE À FÈS') : row));
  const sent = await desk.send('latin.csv', Buffer.from(csv({}, named), 'latin1'));
  assert.deepEqual(
    sent.findings.map(({ values }) => values['encoding']),
    ['windows-1252'],
  );
  const [line] = await desk.query('SELECT free_text FROM read_parquet(COLLECTED) WHERE ordinal = 1');
  assert.equal(line?.['free_text'], 'SOCIÉTÉ GÉNÉRALE À FÈS');
  assert.equal(singleByteOfBytes(encodeText('شركة أطلس; Société', 'windows-1256')), 'windows-1256');
  assert.equal(singleByteOfBytes(encodeText('ABC شركة', 'windows-1256')), 'windows-1256');
  assert.equal(singleByteOfBytes(Buffer.from('Société à Fès', 'latin1')), 'windows-1256');
});

test('control sums by currency under either name, and an envelope that is the first line itself, are read', async (t) => {
  const desk = await openDesk(t);
  const json = JSON.stringify({ envelope: { ...bare, control_sum: sums }, lines: records() });
  assert.equal((await desk.send('nested.json', json)).state, 'received');
  const first = { ...bare, sequence: 2, control_sums: sums };
  const lines = [first, ...records()].map((each) => JSON.stringify(each)).join('\n');
  assert.equal((await desk.send('plain.ndjson', lines)).state, 'received');
  const wrong = JSON.stringify({
    envelope: { ...bare, sequence: 3, control_sum: { ...sums, EUR: '1' } },
    lines: records(),
  });
  assert.deepEqual(codes(await desk.send('wrong.json', wrong)), ['control_sum']);
});

test('what is broken is told in the reader’s language, without the words of the programs that read it', async (t) => {
  const desk = await openDesk(t);
  const broken: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['short.csv', csv({}, [ROWS[0], ROWS[1], 'L3,B01']), 'row_fields'],
    ['open.csv', csv({}, [ROWS[0], ROWS[1], `"${ROWS[2]}`]), 'row_quote'],
    ['cut.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(80, 1)]), 'incomplete'],
    ['cut.parquet', Buffer.from('PAR1 and no more of it, cut off'), 'incomplete'],
    ['cut.json', JSON.stringify({ envelope: bare, lines: records() }).slice(0, 300), 'truncated'],
    ['odd.json', '{"envelope": {"sender": "B01",, }, "lines": []}', 'syntax'],
    ['cut.xml', '<declaration><envelope><sender>B01</sender>', 'truncated'],
    ['odd.xml', '<declaration><envelope><sender>B01</send></declaration>', 'syntax'],
    [
      'cut.ndjson',
      [bare, records()[0]]
        .map((each) => JSON.stringify(each))
        .join('\n')
        .slice(0, -9),
      'truncated',
    ],
    [
      'odd.ndjson',
      [JSON.stringify(bare), '{"line_id": "L1", "amount": 3', '{"line_id": "L2"}'].join('\n'),
      'syntax',
    ],
    ['scan.csv', '%PDF-1.4\n1 0 obj\n', 'unknown_format'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unknown_format'],
  ];
  for (const [name, content, code] of broken) {
    const { findings } = await desk.send(name, content);
    const own = findings.find((finding) => finding.code === code);
    assert.ok(own !== undefined, `${name}: ${JSON.stringify(findings)}`);
    const arabic = messageOf({ ...own, column: null }, 'ar').replaceAll(/«[^»]*»|<[^>]*>|…[^ ]*.*/g, '');
    assert.doesNotMatch(
      arabic.replaceAll(/CSV|XLSX|NDJSON|JSON|XML|Parquet/g, ''),
      /[a-z]{3}/i,
      `${name}: ${arabic}`,
    );
  }
  const columns = HEADER.split(',').length;
  const short = await desk.send('again.csv', csv({ sequence: 2 }, [ROWS[0], ROWS[1], 'L3,B01']));
  assert.match(
    JSON.stringify(short.findings),
    new RegExp(`has 2 of the ${columns} fields that the header names`),
  );
  const long = await desk.send('long.csv', csv({ sequence: 3 }, [ROWS[0], `${ROWS[1]},x,y`, ROWS[2]]));
  assert.match(JSON.stringify(long.findings), new RegExp(`more fields than the header names .${columns}`));
});

test('names of XML may carry the prefix of a namespace', async (t) => {
  const desk = await openDesk(t);
  const element = (name: string, content: string, attribute = '') =>
    `<d:${name}${attribute}>${content}</d:${name}>`;
  const fields = (record: object) =>
    Object.entries(record)
      .map(([name, value]) => element(name, String(value)))
      .join('');
  const totals = Object.entries(sums).map(([currency, sum]) =>
    element('control_sum', sum, ` currency="${currency}"`),
  );
  const envelope = element('envelope', `${fields(bare)}${totals.join('')}`);
  const lines = element(
    'lines',
    records()
      .map((each) => element('line', fields(each)))
      .join('\n'),
  );
  const text = element('declaration', `${envelope}${lines}`, ' xmlns:d="urn:example"');
  assert.deepEqual((await desk.send('prefixed.xml', text)).lines.received, 3);
});

test('a period that has not begun is told and refuses nothing', async (t) => {
  const desk = await openDesk(t);
  const { state, findings } = await desk.send('ahead.csv', csv({ period: '2031-01' }));
  assert.equal(state, 'received');
  assert.deepEqual(
    findings.map(({ code, values }) => [code, values['period'], values['day']]),
    [['period_ahead', '2031-01', '2025-07-20']],
  );
});

test('a series without an envelope is told which columns it lacks, and not that its envelope is missing', async (t) => {
  const desk = await openDesk(t);
  const series = await desk.send(
    'history.csv',
    'indicator;segment;period;value;unit\nEXPORTS;_T;2023;17.9;MAD_BN\n',
  );
  assert.ok(codes(series).every((code) => code === 'missing_column') && codes(series).length >= 4);
  assert.deepEqual(codes(await desk.send('lines.csv', `${HEADER}\n${ROWS[0]}\n`)), ['no_envelope']);
});
