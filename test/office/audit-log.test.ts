import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { openStore, type Store } from '../../src/engine/store.ts';
import { type AuditEntry, appendAudit, auditFaults, readAudit } from '../../src/office/audit-log.ts';

function logOf(count: number): { readonly store: Store; readonly entries: readonly AuditEntry[] } {
  const store = openStore(':memory:', MIGRATIONS);
  for (let at = 1; at <= count; at += 1)
    appendAudit(store, {
      at: `2025-09-25T10:00:${String(at).padStart(2, '0')}Z`,
      actor: at % 2 === 0 ? 'a' : 'b',
      action: 'publish',
      subject: `2025-S1/${at}`,
      detail: { exit: 0 },
    });
  return { store, entries: readAudit(store) };
}

test('a log as it was written has no fault, and still holds every head that was ever kept', () => {
  const { entries } = logOf(5);
  assert.equal(entries.length, 5);
  for (const { hash } of entries) assert.deepEqual(auditFaults(entries, hash), []);
});

test('the store itself refuses to change or to remove an entry', () => {
  const { store } = logOf(2);
  assert.throws(() => store.run("UPDATE audit SET actor = 'c' WHERE seq = 1"), /only ever appended/);
  assert.throws(() => store.run('DELETE FROM audit WHERE seq = 2'), /only ever appended/);
});

test('whatever is changed, taken out, put in or moved is found', () => {
  const { entries } = logOf(6);
  const fields = ['at', 'actor', 'action', 'subject', 'detail', 'previous', 'hash'] as const;
  fc.assert(
    fc.property(fc.nat(5), fc.constantFrom(...fields), (place, field) => {
      const changed = entries.map((entry, at) =>
        at === place ? { ...entry, [field]: `${entry[field]}x` } : entry,
      );
      assert.notDeepEqual(auditFaults(changed), []);
    }),
  );
  fc.assert(
    fc.property(fc.nat(4), (place) => {
      assert.notDeepEqual(auditFaults(entries.toSpliced(place, 1)), []);
      const twice = entries.toSpliced(place, 0, entries[place] as AuditEntry);
      assert.notDeepEqual(auditFaults(twice), []);
    }),
  );
  assert.notDeepEqual(auditFaults(entries.toReversed()), []);
});

test('a log that was cut or rewritten shows against a head that was kept elsewhere', () => {
  const { entries } = logOf(4);
  const head = entries.at(-1)?.hash ?? '';
  assert.deepEqual(auditFaults(entries.slice(0, 3)), []);
  assert.match(auditFaults(entries.slice(0, 3), head).join(), /cut or rewritten/);
});
