// Edits and decisions over lines: they count, they say so, and reversed they leave no trace.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Edit } from '../../src/design/edit.ts';
import { hashOf } from '../../src/engine/files.ts';
import { type Difference, type File, processed } from './workbench.ts';

const bank = (...lines: Difference[]): File => ({ kind: 'settlement', lines });
const reference = (text: string): Difference => ({ bank_reference: text });
const EMPTY = { mad_amount: null, gross_amount: null, deductions: null };

const edit = {
  submission: 1,
  ordinal: 1,
  field: 'amount',
  before: '1000.00',
  after: '2000.00',
  reverses: null,
};

test('an edit counts and says so; the edit and its reversal leave no trace', async () => {
  const files = [bank({ ...EMPTY }, reference('b'))];
  await processed(files, { edits: [{ ...edit, seq: 1 }] }, ({ lines }) =>
    assert.deepEqual(
      lines.map(({ mad, status }) => [mad, status]),
      [
        ['21000.00', 'edited'],
        ['10500.00', 'reported'],
      ],
    ),
  );
  const reversal = { ...edit, seq: 2, before: '2000.00', after: '1000.00', reverses: 1 };
  const untouched = await processed(files, {}, ({ folder }) => hashesOf(folder));
  const reversed = await processed(files, { edits: [{ ...edit, seq: 1 }, reversal] }, ({ folder }) =>
    hashesOf(folder),
  );
  assert.deepEqual(reversed, untouched);
});

test('a settlement far out of what is usual is queried, one ten times larger is not, and a decision accepts it', async () => {
  const usual = Array.from({ length: 20 }, (_, at) => ({ ...EMPTY, ...reference(`u${at}`) }));
  const files = [
    bank(
      ...usual,
      { ...EMPTY, amount: '10000', ...reference('x') },
      { ...EMPTY, amount: '30000.01', ...reference('y') },
    ),
  ];
  const last = (edits: Edit[]) =>
    processed(files, { edits }, ({ lines }) => lines.slice(19).map(({ state, reason }) => [state, reason]));
  assert.deepEqual(await last([]), [
    ['accepted', null],
    ['accepted', null],
    ['queried', 'outlier'],
  ]);
  const accept = { ...edit, ordinal: 22, seq: 1, field: 'state', before: null, after: 'accepted' };
  assert.deepEqual((await last([accept])).at(-1), ['accepted', null]);
});

test('a decision excludes a line, or accepts one that was queried, and nothing stronger', () => {
  const decide = (ordinal: number, after: string) => ({
    ...edit,
    ordinal,
    seq: ordinal,
    field: 'state',
    before: null,
    after,
  });
  const edits = [decide(1, 'excluded'), decide(2, 'accepted'), decide(3, 'accepted')];
  const lines = [
    {},
    { value_date: '2025-06-17', received_day: null, direction: 'D', ...reference('b') },
    { amount: 'x' },
  ];
  return processed([bank(...lines)], { edits }, (run) =>
    assert.deepEqual(
      run.lines.map(({ state, reason }) => [state, reason]),
      [
        ['excluded', 'decision'],
        ['accepted', null],
        ['rejected', 'V001'],
      ],
    ),
  );
});

function hashesOf(folder: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))]),
  );
}
