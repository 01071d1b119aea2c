// From collected text to lines with a state: nothing lost, nothing rounded away, the same bytes at every run.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOf } from '../../src/engine/files.ts';
import { type Difference, DOMAIN, type File, processed } from './workbench.ts';

const bank = (...lines: Difference[]): File => ({ kind: 'settlement', lines });
const reference = (text: string): Difference => ({ bank_reference: text });

test('a valid line is accepted, classified by two keys and converted at the rate of its month', () =>
  processed(
    [bank({ amount: '1000.01', mad_amount: '10500.11', gross_amount: null })],
    {},
    ({ lines, summary, findings }) => {
      const [line] = lines;
      assert.equal(line?.['state'], 'accepted');
      assert.equal(line?.['reason'], null);
      assert.deepEqual(
        [
          'enterprise',
          'holding',
          'month',
          'segment',
          'ebops',
          'partner',
          'rate',
          'mad',
          'source',
          'status',
        ].map((name) => line?.[name]),
        ['000036794', 'H1', '2025-06', 'ITO', 'SI21', 'FR', '10.500000', '10500.11', 'bank', 'reported'],
      );
      assert.deepEqual(findings, []);
      assert.deepEqual([summary.lines, summary.states.accepted, summary.months], [1, 1, ['2025-06']]);
    },
  ));

test('dirhams are rounded once, half away from zero, and a refund lowers', () =>
  processed(
    [
      bank(
        { amount: '0.03', ...EMPTY },
        { amount: '0.03', direction: 'D', reversal_of: 'TR-1', ...EMPTY, ...reference('a') },
      ),
    ],
    {},
    ({ lines }) =>
      assert.deepEqual(
        lines.map(({ mad, state }) => [mad, state]),
        [
          ['0.32', 'accepted'],
          ['-0.32', 'accepted'],
        ],
      ),
  ));

const EMPTY = { mad_amount: null, gross_amount: null, deductions: null };

const STATES: readonly (readonly [line: Difference, state: string, reason: string | null])[] = [
  [{ amount: '1e3' }, 'rejected', 'V001'],
  [{ amount: '1.239', ...EMPTY }, 'queried', 'V005'],
  [{ value_date: '2025-02-30' }, 'rejected', 'V002'],
  [{ currency: 'XXX' }, 'queried', 'V004'],
  [{ counterparty_country: 'MA' }, 'excluded', 'V026'],
  [{ nature: 'GOODS' }, 'excluded', 'V031'],
  [{ nature: 'CATCH_ALL' }, 'queried', 'V030'],
  [{ nature: 'GOODS', amount: '-1' }, 'excluded', 'V031'],
  [{ nature: 'GOODS', amount: 'x' }, 'rejected', 'V001'],
  [{ resident_ice: '36794000036' }, 'accepted', null],
  [{ direction: 'D' }, 'queried', 'V047'],
  [{ value_date: '2025-07-11' }, 'queried', 'V021'],
  [{ free_text: "=cmd|' /C calc'!A0" }, 'accepted', null],
];

test('each line has the state of the strongest rule that it broke, and its month or the unknown one', () =>
  processed(
    [bank(...STATES.map(([line], at) => ({ ...line, ...reference(`r${at}`) })))],
    {},
    ({ lines, summary }) => {
      assert.deepEqual(
        lines.map(({ state, reason }) => [state, reason]),
        STATES.map(([, state, reason]) => [state, reason]),
      );
      assert.equal(summary.lines, STATES.length);
      assert.equal(lines[2]?.['month'], '0000-00');
      assert.equal(lines[9]?.['enterprise'], '000036794');
      assert.equal(lines[9]?.['failed'], 'V007');
    },
  ));

test('the largest amounts and rates that can be written stop nothing', () =>
  processed(
    [
      bank(
        { amount: '999999999999.999', exchange_rate: '999999.999999', mad_amount: '-999999999999.999' },
        { amount: '9999999999999' },
      ),
    ],
    {},
    ({ lines }) =>
      assert.deepEqual(
        lines.map(({ state }) => state),
        ['queried', 'rejected'],
      ),
  ));

test('a finding names the rule, the field and the text as received', () =>
  processed([bank({ amount: '1e3', raw: '{"amount":"1e3 "}' })], {}, ({ findings }) => {
    const found = findings.find(({ rule }) => rule === 'V001');
    assert.deepEqual(
      [found?.['outcome'], found?.['field'], found?.['found'], found?.['severity']],
      ['fail', 'amount', '1e3 ', 'error'],
    );
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['V001'],
      'rules about an amount wait until there is one',
    );
  }));

test('a line sent twice counts once, across files too; two equal invoices with two references are two', () =>
  processed(
    [
      bank({ line_id: '1' }, { line_id: '2' }, reference('other')),
      bank({ line_id: '9' }),
      { ...bank({}), submission: { sender: 'B02' } },
    ],
    {},
    ({ lines, links, summary }) => {
      assert.deepEqual(
        lines.map(({ state }) => state),
        ['accepted', 'duplicate', 'accepted', 'duplicate', 'accepted'],
      );
      assert.deepEqual(
        links.map((link) => [
          link['submission'],
          link['ordinal'],
          link['to_submission'],
          link['to_ordinal'],
          link['kind'],
        ]),
        [
          [1, 2, 1, 1, 'duplicate'],
          [2, 1, 1, 1, 'duplicate'],
        ],
      );
      assert.equal(summary.states.duplicate, 2);
    },
  ));

test('lines of a superseded or cancelled submission stay and do not count, nor make duplicates', () =>
  processed(
    [
      { ...bank({}), submission: { state: 'superseded' } },
      { ...bank({}), submission: { state: 'cancelled' } },
      bank({}),
    ],
    {},
    ({ lines, links }) => {
      assert.deepEqual(
        lines.map(({ state }) => state),
        ['superseded', 'superseded', 'accepted'],
      );
      assert.deepEqual(links, []);
    },
  ));

test('of an enterprise line only what was received abroad counts', () =>
  processed(
    [
      {
        kind: 'enterprise',
        lines: [{}, { received_abroad: '0', counterparty_country: 'US' }, { nil: 'true', period: '2025-06' }],
      },
    ],
    {},
    ({ lines }) => {
      assert.deepEqual(
        lines.map(({ state, mad }) => [state, mad]),
        [
          ['accepted', '2100.00'],
          ['linked', '0.00'],
          ['queried', '2100.00'],
        ],
      );
      assert.equal(lines[0]?.['headcount'], 40);
    },
  ));

test('a line that disappears, or one too many, stops the run', async () => {
  await assert.rejects(
    processed([{ ...bank({}), submission: { lines: 2 } }], {}, () => {}),
    /2 lines were received, 1 were processed/,
  );
  await assert.rejects(
    processed([bank({})], { submissions: [] }, () => {}),
    /not known: 1/,
  );
});

test('a scope that lines cannot give is refused', async () => {
  const domain = { ...DOMAIN, scope: 'LEGACY' };
  await assert.rejects(
    processed([bank({})], { domain }, () => {}),
    /LEGACY cannot be compiled/,
  );
});

test('the bytes are the same whatever the threads and the batches, and whether plain lines are told apart', async () => {
  const lines = Array.from({ length: 400 }, (_, at) => ({
    ...STATES[at % STATES.length]?.[0],
    ...reference(`r${at % 300}`),
  }));
  const late = lines.slice(0, 50).map((line) => ({ ...line, value_date: '2025-05-02' }));
  const files = [bank(...lines), bank(...late), { kind: 'enterprise' as const, lines: [{}, {}] }];
  const hashes = (options: { threads?: number; batchLines?: number; mostOdd?: number }) =>
    processed(files, options, ({ folder }) => hashesOf(folder));
  const first = await hashes({ threads: 1 });
  assert.ok(Object.keys(first).length >= 5, Object.keys(first).join());
  assert.deepEqual(await hashes({ threads: 2 }), first);
  assert.deepEqual(await hashes({ threads: 2, batchLines: 100 }), first);
  assert.deepEqual(await hashes({ mostOdd: 0 }), first);
});

test('whatever the lines say, received is the sum of the states', () => {
  const text = fc.oneof(
    fc.constantFrom('1', '0', '-1', 'x', '1e3', '2025-06-01', 'MA', 'EUR', 'D', "'"),
    fc.string({ maxLength: 6 }).filter((s) => !s.includes('\0')),
  );
  const line = fc.dictionary(
    fc.constantFrom(
      'amount',
      'value_date',
      'currency',
      'direction',
      'resident_ice',
      'nature',
      'counterparty_country',
      'mad_amount',
    ),
    fc.option(text),
    { noNullPrototype: true },
  );
  const property = fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) =>
    processed([bank(...lines)], {}, ({ summary }) => {
      const sum = Object.values(summary.states).reduce((total, count) => total + count, 0);
      assert.deepEqual([summary.lines, sum], [lines.length, lines.length]);
    }),
  );
  return fc.assert(property, { numRuns: 15 });
});

function hashesOf(folder: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))]),
  );
}
