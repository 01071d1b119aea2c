import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { edgesIn, edgesOf, hasNeighbours } from '../../src/collect/blank-edges.ts';
import { beginSurvey } from '../../src/collect/survey.ts';

const bytes = fc.array(fc.constantFrom(0x20, 0x2c, 0x61, 0x00, 0xac, 0xa0, 0xff, 0x21, 0x2d), {
  maxLength: 40,
});

test('neighbours are found wherever they stand, and nothing else is taken for them', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 7 }), (given, offset) => {
      const view = new Uint8Array(new ArrayBuffer(given.length + offset), offset);
      view.set(given);
      const beside = given.some((byte, at) => {
        const next = given[at + 1];
        return (byte === 0x20 && next === 0x2c) || (byte === 0x2c && next === 0x20);
      });
      assert.equal(hasNeighbours(view, 0x20, 0x2c), beside);
    }),
    { numRuns: 2000 },
  );
});

test('each pair is told by the place of its blank or quote', () => {
  const at = (text: string, delimiter = ',') =>
    edgesIn(edgesOf(delimiter), Buffer.from(text), Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  assert.deepEqual(at('one, two ,three'), [4, 8]);
  assert.deepEqual(at('one two,three'), []);
  assert.deepEqual(at('one;\ttwo', ';'), [4]);
  assert.deepEqual(at('one;" two"', ';'), [4]);
  assert.deepEqual(at('one, two, three').length, 2);
  assert.deepEqual(edgesIn(edgesOf(','), Buffer.from('a, b, c'), 1).length, 1);
});

const value = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '\t', '-'), minLength: 1, maxLength: 5 });

test('a survey names exactly the records with a blank at an end of a value, wherever the chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, size, end, ended) => {
        const lines = rows.map((row) => row.join(','));
        const text = Buffer.from(lines.join(end) + (ended ? end : ''));
        const surveyor = beginSurvey(0, ',');
        for (let at = 0; at < text.length; at += size) surveyor.look(text.subarray(at, at + size));
        const { odd, blanks, records } = surveyor.result();
        const told = rows.flatMap((row, at) => (row.some((each) => each !== each.trim()) ? [at + 1] : []));
        assert.deepEqual(odd, told);
        assert.equal(blanks, told.length > 0);
        assert.equal(records, rows.length);
      },
    ),
    { numRuns: 1000 },
  );
});
