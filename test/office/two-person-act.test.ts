// An approval is of the one proposal that the approver has read: whatever was proposed since is refused, and told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { describeFault, Refused } from '../../src/engine/errors.ts';
import { openStore, type Store } from '../../src/engine/store.ts';
import { approveAct, isApproved, proposeAct, type Seen } from '../../src/office/two-person-act.ts';

const AT = '2025-10-01T09:00:00.000Z';
const MEANT = { subject: '2025-S1/1', content: 'a'.repeat(64), act: 'postponement' } as const;

function proposed(store: Store, actor: string, reason: string, content: string = MEANT.content): number {
  return proposeAct(store, { ...MEANT, content, actor, at: AT, reason });
}

function refusalOf(store: Store, seen: Seen, content: string = MEANT.content): Refused {
  try {
    approveAct(store, { ...MEANT, content, actor: 'second', at: AT, seen });
  } catch (error) {
    assert.ok(error instanceof Refused);
    return error;
  }
  throw new assert.AssertionError({ message: `an approval of proposal ${seen} went through` });
}

const HOUR = (until: string) => JSON.stringify({ until, reason: 'late figures' });
const [NOON, NIGHT] = ['2025-10-02T12:00:00+01:00', '2025-10-09T23:00:00+01:00'];

test('a proposal that took the place of the one that was read is refused, and what changed is told', () => {
  const store = openStore(':memory:', MIGRATIONS);
  const seen = proposed(store, 'first', HOUR(NOON));
  const now = proposed(store, 'third', HOUR(NIGHT));
  const { message, saying, saidFaults } = refusalOf(store, seen);
  assert.match(message, /third proposed something else .*proposal 2\) since the proposal 1 that you saw/);
  assert.equal(saying?.code, 'proposal_replaced');
  assert.deepEqual(
    saidFaults.map((fault) => describeFault(fault).trim()),
    [
      'proposer: found third, expected first, as in the proposal that you saw',
      `until: found ${NIGHT}, expected ${NOON}, as in the proposal that you saw`,
    ],
  );
  assert.equal(isApproved(store, MEANT), false);
  assert.equal(approveAct(store, { ...MEANT, actor: 'second', at: AT, seen: now }).reason, HOUR(NIGHT));
  assert.equal(isApproved(store, MEANT), true);
});

test('a list is compared reader by reader, whatever its order', () => {
  const store = openStore(':memory:', MIGRATIONS);
  const list = (...names: readonly string[]) =>
    JSON.stringify(names.map((reader) => ({ reader, post: { fr: 'Ministre' } })));
  const seen = proposed(store, 'first', list('amina'), 'one');
  proposed(store, 'first', list('badr', 'amina'), 'two');
  const { saidFaults } = refusalOf(store, seen, 'two');
  assert.deepEqual(
    saidFaults.map(({ where }) => where),
    ['badr.reader', 'badr.post.fr'],
  );
});

test('without a number, an approval is taken only where nothing else was ever proposed', () => {
  const store = openStore(':memory:', MIGRATIONS);
  proposed(store, 'first', HOUR(NOON));
  proposed(store, 'first', HOUR(NIGHT));
  assert.match(refusalOf(store, 'only').message, /more than once.*--proposal 2/);
  const alone = openStore(':memory:', MIGRATIONS);
  proposed(alone, 'first', HOUR(NOON));
  assert.equal(approveAct(alone, { ...MEANT, actor: 'second', at: AT, seen: 'only' }).seq, 1);
});

test('the proposer, and who approves what nobody proposed, are refused whatever they have read', () => {
  const store = openStore(':memory:', MIGRATIONS);
  const approve = (actor: string, seen: Seen) => approveAct(store, { ...MEANT, actor, at: AT, seen });
  assert.throws(() => approve('second', 'only'), /nobody has proposed/);
  const seen = proposed(store, 'first', HOUR(NOON));
  assert.throws(() => approve('first', seen), /another person must approve/);
  assert.throws(() => approve('second', seen + 1), /something else/);
  approve('second', seen);
  assert.throws(() => approve('second', seen), /nobody has proposed/);
});

test('what two people decided is of that content, and of two people, whatever the table holds', () => {
  const store = openStore(':memory:', MIGRATIONS);
  const seen = proposed(store, 'first', HOUR(NOON));
  approveAct(store, { ...MEANT, actor: 'second', at: AT, seen });
  assert.equal(isApproved(store, MEANT), true);
  assert.equal(isApproved(store, { ...MEANT, content: 'b'.repeat(64) }), false);
  assert.equal(isApproved(store, { ...MEANT, act: 'withdrawal' }), false);
  const alone = openStore(':memory:', MIGRATIONS);
  proposed(alone, 'first', HOUR(NOON));
  const byOneself = () =>
    alone.run(
      `INSERT INTO two_person_steps (subject, content, act, step, actor, at, reason)
       SELECT subject, content, act, 'approved', actor, at, '' FROM two_person_steps`,
    );
  assert.throws(byOneself, /who proposed it cannot approve it/);
  alone.run('DROP TRIGGER approved_by_another');
  byOneself();
  assert.equal(isApproved(alone, MEANT), false);
});
