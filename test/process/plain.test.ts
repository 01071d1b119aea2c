// Plain lines are told apart: what becomes of them is what judging each of them gives, and nothing that editing looks into is plain.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Rule } from '../../src/design/domain.ts';
import type { Edit } from '../../src/design/edit.ts';
import { hashOf } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import { judgedAgain } from '../../src/process/judge.ts';
import { asksItself } from '../../src/process/validate.ts';
import { EDITED_DOMAIN } from './editing-domain.ts';
import { type Difference, type File, processed } from './workbench.ts';

const PLAIN: Difference = { gross_amount: null, deductions: null };
const bank = (lines: readonly Difference[], submission: NonNullable<File['submission']> = {}): File => ({
  kind: 'settlement',
  lines: lines.map((line, at) => ({ ...PLAIN, bank_reference: `R${at}`, invoice_refs: `F${at}`, ...line })),
  submission: { sender: 'B01', ...submission },
});

/** Settlements that are not as most are, each in one thing. */
const OTHERWISE: readonly Difference[] = [
  { amount: 'x' },
  { amount: '-1' },
  { amount: '10.123' },
  { amount: '999999999999.999' },
  { mad_amount: 'x' },
  { exchange_rate: '1e1' },
  { value_date: '2025-05-30', execution_date: '2025-06-16' },
  { value_date: '2025-06-31' },
  { execution_date: 'x' },
  { currency: 'ZZZ' },
  { counterparty_country: 'ZZ' },
  { counterparty_country: 'MA' },
  { payment_country: 'ZZ' },
  { direction: 'X' },
  { resident_ice: '002136093000040' },
  { resident_ice: '36794000036' },
  { raw: '{"resident_ice":"36794000036"}' },
  { gross_amount: '1010.00', deductions: '10.00' },
  { nature: 'ZZ' },
  { free_text: 'salaires de juin' },
  { bank_code: 'B99' },
];

/** Said twice, it is a flow that counts once. */
const SAME: Difference = { bank_reference: 'same', invoice_refs: 'same' };

/** Settlements that are as most are, though something is said that others do not say. */
const ALIKE: readonly Difference[] = [
  {},
  { payment_country: null },
  { mad_amount: null, exchange_rate: null },
  { contract_ref: 'C1', counterparty_name: 'client sa' },
  { free_text: 'maintenance' },
  { gross_amount: '1000.00', deductions: '0' },
  { direction: 'D', reversal_of: 'R0', amount: '10.00', mad_amount: '105.00' },
  { raw: '{"related_party":"N"}' },
  { line_id: null },
  SAME,
];

/** Which lines of the first bank were judged by themselves, and the bytes of all that came of them. */
function outcome(files: readonly File[], options: { mostOdd?: number; edits?: readonly Edit[] } = {}) {
  return processed(files, { domain: EDITED_DOMAIN, ...options }, async ({ folder, summary }, engine) => {
    const again = await engine.rows<{ ordinal: number }>(
      sql`SELECT ordinal FROM ${judgedAgain('settlement')} WHERE submission = 1 ORDER BY ordinal`,
    );
    const bytes = readdirSync(folder)
      .sort()
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))]);
    const states = Object.fromEntries(Object.entries(summary.states).filter(([, lines]) => lines > 0));
    return { again: again.map(({ ordinal }) => ordinal), bytes, states };
  });
}

test('lines that differ in nothing that is looked into are plain; all others and edited ones are judged by themselves', async () => {
  const lines = [...ALIKE, ...OTHERWISE, {}];
  const edit = { seq: 1, submission: 1, before: null, reverses: null };
  const edits = [{ ...edit, ordinal: lines.length, field: 'nature', after: 'ZZ' }];
  const { again } = await outcome([bank(lines)], { edits });
  assert.deepEqual(
    again,
    lines.map((_, at) => at + 1).filter((ordinal) => ordinal > ALIKE.length),
  );
});

test('whatever lines say, telling plain ones apart changes no byte', () => {
  const line = fc.oneof(fc.constantFrom(...ALIKE), fc.constantFrom(...OTHERWISE));
  const lines = fc.array(line, { minLength: 1, maxLength: 40 });
  const states = fc.constantFrom('received' as const, 'superseded' as const);
  const property = fc.asyncProperty(lines, lines, states, async (first, second, state) => {
    const files = [
      bank([{}, { amount: 'x' }, ...first]),
      bank(second, { sender: 'B02' }),
      bank(second, { sender: 'B03', state }),
    ];
    const edit = { submission: 1, ordinal: 1, before: null, after: 'same', reverses: null };
    const edits = [
      { ...edit, seq: 1, field: 'bank_reference' },
      { ...edit, seq: 2, field: 'invoice_refs' },
    ];
    assert.deepEqual(
      (await outcome(files, { edits })).bytes,
      (await outcome(files, { edits, mostOdd: 0 })).bytes,
    );
  });
  return fc.assert(property, { numRuns: 3 });
});

test('a line that an edit makes the same as a plain one is held against it', async () => {
  const edit = { submission: 1, ordinal: 1, before: null, after: 'same', reverses: null };
  const edits = [
    { ...edit, seq: 1, field: 'bank_reference' },
    { ...edit, seq: 2, field: 'invoice_refs' },
  ];
  const { again } = await outcome([bank([{}, {}, SAME])], { edits });
  assert.deepEqual(again, [1, 3]);
});

test('lines that agree are held against each other, whether they name an invoice or none', async () => {
  const unnamed = { bank_reference: 'alike', invoice_refs: null };
  const { again } = await outcome([bank([{}, SAME, unnamed, SAME, { invoice_refs: null }, unnamed])]);
  assert.deepEqual(again, [2, 3, 4, 6]);
});

test('lines of a submission that another one took the place of do not count, and are plain all the same', async () => {
  const superseded = bank([{}, SAME], { state: 'superseded' });
  const { again, states } = await outcome([superseded, bank([SAME], { sender: 'B02' })]);
  assert.deepEqual(again, []);
  assert.deepEqual(states, { superseded: 2, accepted: 1 });
});

test('rules are asked before anything is looked up where they name nothing but fields, at all dates', () => {
  const rule = (assert: string, dates = {}) =>
    ({ ...EDITED_DOMAIN.rules[0], assert, validTo: null, ...dates }) as Rule;
  assert.equal(asksItself('settlement', rule('amount IS NULL OR amount_text <> upper(free_text)')), true);
  assert.equal(asksItself('settlement', rule('amount > 0 AND rate > 0')), false);
  assert.equal(asksItself('settlement', rule('amount > 0 AND "RATE" > 0')), false);
  assert.equal(asksItself('settlement', rule('amount > 0', { validTo: '2024-12-31' })), false);
});
