// Decisions are events: well-formed or refused, appended, and taken back without a trace.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Edit } from '../../src/design/edit.ts';
import { type DecidedLine, decisionEvent, type Grounds, reversalEvent } from '../../src/process/decision.ts';
import { standingEdits } from '../../src/process/overlay.ts';

const GROUNDS: Grounds = {
  author: 'A',
  reason: 'seen on the contract',
  at: '2025-09-01T09:00:00Z',
  cause: 'corrected',
};
const LINE: DecidedLine = {
  kind: 'settlement',
  submission: 12,
  ordinal: 3,
  fields: { amount: '1000.00', free_text: null },
  edits: [],
};

test('a correction carries what was there, what is there now, who and why', () => {
  const event = decisionEvent({ kind: 'correct', field: 'amount', to: '10.00' }, LINE, GROUNDS);
  const { submission, ordinal, field, before, after, rule, author, reverses } = event;
  assert.deepEqual(
    { submission, ordinal, field, before, after, rule, author, reverses },
    {
      submission: 12,
      ordinal: 3,
      field: 'amount',
      before: '1000.00',
      after: '10.00',
      rule: 'manual',
      author: 'A',
      reverses: null,
    },
  );
});

const REFUSED: readonly [string, () => unknown, RegExp][] = [
  ['no author', () => decisionEvent({ kind: 'confirm' }, LINE, { ...GROUNDS, author: ' ' }), /--author/],
  ['no reason', () => decisionEvent({ kind: 'confirm' }, LINE, { ...GROUNDS, reason: '' }), /--reason/],
  [
    'a cause that revisions do not know',
    () => decisionEvent({ kind: 'confirm' }, LINE, { ...GROUNDS, cause: 'x' }),
    /--cause/,
  ],
  [
    'a field that no line has',
    () => decisionEvent({ kind: 'correct', field: 'sum', to: '1' }, LINE, GROUNDS),
    /--field/,
  ],
  [
    'a state as if it were a field',
    () => decisionEvent({ kind: 'correct', field: 'state', to: 'accepted' }, LINE, GROUNDS),
    /--field/,
  ],
  [
    'an amount in another form',
    () => decisionEvent({ kind: 'correct', field: 'amount', to: '1e3' }, LINE, GROUNDS),
    /--to/,
  ],
  [
    'a required field emptied',
    () => decisionEvent({ kind: 'correct', field: 'amount', to: null }, LINE, GROUNDS),
    /--to/,
  ],
  [
    'a correction that changes nothing',
    () => decisionEvent({ kind: 'correct', field: 'amount', to: '1000.00' }, LINE, GROUNDS),
    /nothing to decide/,
  ],
  ['a reversal of nothing', () => reversalEvent(7, [], GROUNDS), /no edit 7/],
];
for (const [name, decide, says] of REFUSED)
  test(`refused: ${name}`, () => {
    assert.throws(decide, (error: Error & { faults?: readonly { where: string }[] }) =>
      says.test([error.message, ...(error.faults ?? []).map(({ where }) => where)].join(' ')),
    );
  });

test('what was decided already is refused a second time, and may be decided again once reversed', () => {
  const first: Edit = { ...decisionEvent({ kind: 'exclude' }, LINE, GROUNDS), seq: 1 };
  const decided = { ...LINE, edits: [first] };
  assert.throws(() => decisionEvent({ kind: 'exclude' }, decided, GROUNDS), /nothing to decide/);
  const second: Edit = { ...reversalEvent(1, [first], GROUNDS), seq: 2 };
  assert.throws(() => reversalEvent(1, [first, second], GROUNDS), /reversed already/);
  assert.throws(() => reversalEvent(2, [first, second], GROUNDS), /itself a reversal/);
  assert.equal(
    decisionEvent({ kind: 'exclude' }, { ...LINE, edits: [first, second] }, GROUNDS).after,
    'excluded',
  );
});

test('any decisions, each reversed in any order, leave nothing standing', () => {
  const amount = fc.integer({ min: 1, max: 999_999 }).map((units) => `${units}.00`);
  const decision = fc.oneof(
    fc.constantFrom({ kind: 'confirm' } as const, { kind: 'exclude' } as const),
    amount.map((to) => ({ kind: 'correct', field: 'amount', to }) as const),
  );
  fc.assert(
    fc.property(
      fc.array(decision, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      (decisions, order) => {
        const edits: Edit[] = [];
        for (const each of decisions) {
          const line = { ...LINE, fields: { ...LINE.fields, amount: null }, edits: [] };
          edits.push({ ...decisionEvent(each, line, GROUNDS), seq: edits.length + 1 });
        }
        const open = edits.map(({ seq }) => seq);
        while (open.length > 0) {
          const [seq = 0] = open.splice((order.next().value ?? 0) % open.length, 1);
          edits.push({ ...reversalEvent(seq, edits, GROUNDS), seq: edits.length + 1 });
        }
        assert.deepEqual(standingEdits(edits), []);
      },
    ),
  );
});
