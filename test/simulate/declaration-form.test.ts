import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FORMATS, formOf, formText, plainForm } from '../../src/simulate/declaration-form.ts';
import { encodeText, isEncodable } from '../../src/simulate/encode-text.ts';

const BANKS = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08'];

test('eight banks use delimited text in several encodings, XML, Parquet and NDJSON, whatever the seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const forms = BANKS.map((bank) => formOf(seed, bank, BANKS));
      assert.deepEqual([...new Set(forms.map(({ format }) => format))].sort(), [
        'csv',
        'ndjson',
        'parquet',
        'xml',
      ]);
      assert.deepEqual(
        [...new Set(forms.filter(({ format }) => format === 'csv').map(({ encoding }) => encoding))].sort(),
        ['utf-16le', 'utf-8', 'windows-1256'],
      );
    }),
    { numRuns: 50 },
  );
});

test('enterprises mostly send workbooks and delimited text', () => {
  const count = new Map<string, number>();
  for (let at = 0; at < 2000; at += 1) {
    const { format } = formOf('7', `${900000000 + at}`, BANKS);
    count.set(format, (count.get(format) ?? 0) + 1);
  }
  assert.ok((count.get('csv') ?? 0) > 800 && (count.get('xlsx') ?? 0) > 450, JSON.stringify([...count]));
});

test('a form is said in words', () => {
  assert.deepEqual(
    FORMATS.map((format) => formText(plainForm(format))),
    ['csv; utf-8; comma', ...FORMATS.slice(1)],
  );
});

test('Windows-1256 reads back as it was, and has no Arabic-Indic digits', () => {
  const text = 'المبلغ;1\u00a0234,56;é\u200f\n';
  assert.equal(new TextDecoder('windows-1256').decode(encodeText(text, 'windows-1256')), text);
  assert.equal(isEncodable('٣', 'windows-1256'), false);
  assert.equal(isEncodable('٣', 'utf-16le'), true);
  assert.throws(() => encodeText('٣', 'windows-1256'), /Windows-1256 has no/);
});
