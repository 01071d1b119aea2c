// Records of delimited text are found at the same places however the bytes come, and taken by their numbers.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  findMilestones,
  type Milestone,
  milestones,
  readRecords,
  takeRecords,
} from '../../src/engine/records.ts';

const field = fc.oneof(
  fc.constantFrom('', 'a', 'é', '5" wide', "it's", '٣'),
  fc.constantFrom('"a,b"', '"one\ntwo"', '"a ""quoted"" word"', '"\r\n"', '"x"'),
);
const row = fc.array(field, { minLength: 2, maxLength: 4 }).map((fields) => fields.join(','));
const end = fc.constantFrom('\n', '\r\n', '\n\n', '\n\r\n');
const text = fc.array(fc.tuple(row, end), { maxLength: 12 });

function recordsOf(bytes: Buffer, cuts: readonly number[], from = 0) {
  const found: { readonly text: string; readonly empty: boolean; readonly blank: boolean }[] = [];
  const reader = readRecords(',', from, (begins, ends, { empty, blank }) =>
    found.push({ text: bytes.subarray(begins, ends).toString('utf8'), empty, blank }),
  );
  const places = [from, ...cuts.filter((cut) => cut > from && cut < bytes.length), bytes.length];
  for (const [at, place] of places.entries()) reader.look(bytes.subarray(places[at - 1] ?? from, place));
  reader.end();
  return found;
}

test('however the bytes are cut, the records are those that were written', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(200), { maxLength: 6 }), fc.boolean(), (rows, places, ended) => {
      const whole = rows.map(([line, close]) => line + close).join('');
      const bytes = Buffer.from(ended ? whole : whole.replace(/[\r\n]+$/, ''));
      const cuts = [...new Set(places)].sort((a, b) => a - b);
      const found = recordsOf(bytes, cuts);
      assert.deepEqual(
        found.map((record) => record.text),
        rows.map(([line]) => line),
      );
      assert.deepEqual(
        found.map(({ empty }) => empty),
        rows.map(([line]) => /^,+$/.test(line)),
      );
    }),
    { numRuns: 500 },
  );
});

test('chosen records are taken by their numbers from wherever they begin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-records-'));
  const path = join(folder, 'a.csv');
  const lines = Array.from(
    { length: 30_000 },
    (_, at) => (at % 7 === 0 ? `"${at}\n,"` : `line ${at}`) + ',x'.repeat(at % 20),
  );
  writeFileSync(path, `# one\n"two"\n${lines.join('\r\n')}`);
  const passed = findMilestones(path, ',', 2);
  assert.ok(passed.length > 2, 'a file of several stretches');
  const numbers = [1, 2, 7, 8, 9_999, 15_000, 29_999, 30_000];
  const taken = (marks: readonly Milestone[]) => {
    const found: [number, string][] = [];
    takeRecords(path, ',', marks, numbers, (number, bytes) =>
      found.push([number, Buffer.from(bytes).toString()]),
    );
    return found;
  };
  const expected = numbers.map((number) => [number, lines[number - 1]]);
  assert.deepEqual(taken(passed), expected);
  assert.deepEqual(taken(passed.slice(0, 1)), expected);
  assert.throws(() => takeRecords(path, ',', passed, [30_001], () => {}), /no record 30001/);
  rmSync(folder, { recursive: true });
});

test('milestones lie a stretch apart', () => {
  const passed = milestones();
  for (let at = 0; at < 10; at += 1) passed.pass(at + 1, at * 100_000);
  assert.deepEqual(passed.kept, [
    [1, 0],
    [4, 300_000],
    [7, 600_000],
    [10, 900_000],
  ]);
});
