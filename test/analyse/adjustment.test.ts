// Adjustments count once a second person approved them, and not after a reversal that a second person approved.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Adjustment, adjustedLines, standingAdjustments } from '../../src/analyse/adjustment.ts';
import { estimatedRow } from '../../src/analyse/estimated-line.ts';
import type { Domain } from '../../src/design/domain.ts';
import { LINES } from '../../src/design/tables.ts';

const MADE: Adjustment = {
  ...{ seq: 1, month: '2025-06', segment: 'KPO', ebops: 'SJ213', partner: 'FR', enterprise: '000036794' },
  ...{
    source: null,
    amount: '-120.50',
    author: 'A',
    reverses: null,
    approver: 'B',
    approved_at: '2025-09-02T00:00:00Z',
  },
};
const BACK: Adjustment = { ...MADE, seq: 2, reverses: 1, author: 'C', approved_at: '2025-09-04T00:00:00Z' };
const at = (day: string, ...list: readonly Adjustment[]) =>
  standingAdjustments(list, `2025-09-${day}T00:00:00Z`).map(({ seq }) => seq);

test('nothing stands before its approval, by its own author, or after an approved reversal', () => {
  assert.deepEqual(at('01', MADE), []);
  assert.deepEqual(at('02', MADE), [1]);
  assert.deepEqual(at('30', { ...MADE, approver: null, approved_at: null }), []);
  assert.deepEqual(at('30', { ...MADE, approver: 'A' }), []);
  assert.deepEqual(at('03', MADE, BACK), [1]);
  assert.deepEqual(at('04', MADE, BACK), []);
  assert.deepEqual(at('30', MADE, { ...BACK, approver: null, approved_at: null }), [1]);
});

test('an adjustment is a line of the holding that the register knew then, with its sign', () => {
  const entry = { enterprise: '000036794', holding: 'H7', validFrom: '2025-01-01', validTo: '2025-12-31' };
  const [line] = adjustedLines([MADE], { register: [entry] } as unknown as Domain);
  assert.ok(line);
  const row = Object.fromEntries(
    LINES.columns.map(({ name }, index) => [name, estimatedRow(line, 'MAD')[index]]),
  );
  const { holding, sign, amount, mad, state, status, source, submission, ordinal } = row;
  assert.deepEqual(
    { holding, sign, amount, mad, state, status, source, submission, ordinal },
    {
      holding: 'H7',
      sign: -1,
      amount: '120.50',
      mad: '-120.50',
      state: 'accepted',
      status: 'adjusted',
      source: 'office',
      submission: 0,
      ordinal: 1,
    },
  );
});
