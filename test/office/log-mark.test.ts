// A declarant who keeps the mark of the log with a receipt sees that the log was rewritten, also where nothing else does.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { stillEffects } from '../../src/engine/effects.ts';
import { readBytes } from '../../src/engine/files.ts';
import { runCommandLine } from '../../src/main.ts';
import { type AuditEntry, auditFaults, auditHash, readAudit } from '../../src/office/audit-log.ts';
import { logMark, markFaults } from '../../src/office/log-mark.ts';
import { declaration, fileForm, leadsTo, machine, openPortal } from './portal/portal-fixture.ts';

/** The log as an administrator of the machine would write it anew, whole and with right hashes. */
function rewritten(entries: readonly AuditEntry[], change: (entry: AuditEntry) => Partial<AuditEntry>) {
  let previous = '';
  return entries.map((entry) => {
    const bare = { ...entry, ...change(entry), previous };
    previous = auditHash(bare);
    return { ...bare, hash: previous };
  });
}

test('a rewritten log is whole in itself and differs from the mark of a receipt, on the page and by command', async (t) => {
  const { office, workspace } = await openPortal(t);
  const { store, layout } = workspace;
  const bank = office.as('declarant');
  const report = await (
    await bank.get(leadsTo(await bank.post('/declare/file', fileForm(declaration(), 'june.csv'))))
  ).text();
  const receipt = /declare\/receipts\/(2025-\d{6}-[0-9a-f]{16})/.exec(report)?.[1] ?? '';
  const markOn = async () =>
    /class="code hash">(\d+-[0-9a-f]{32})</.exec(
      await (await bank.get(`/declare/receipts/${receipt}?language=ar`)).text(),
    )?.[1];
  const kept = (await markOn()) ?? '';
  const key = readBytes(join(layout.secrets, 'office.key'));
  const entry = readAudit(store).find(({ action }) => action === 'declare') as AuditEntry;
  assert.equal(kept, logMark(key, entry));
  const value = (await (await machine({ office }).get(`/declarations/${receipt}`)).json()) as {
    log_mark: string;
  };
  assert.equal(value.log_mark, kept);
  assert.doesNotMatch(kept, new RegExp(entry.hash.slice(0, 8)));

  const lines: string[] = [];
  const audit = () => runCommandLine(['audit', layout.root, '--mark', kept], stillEffects(entry.at, lines));
  assert.equal(await audit(), 0);
  const false_ = rewritten(readAudit(store), ({ seq }) =>
    seq === entry.seq ? { actor: 'somebody else' } : {},
  );
  store.run('DROP TRIGGER audit_stands');
  for (const { seq, actor, previous, hash } of false_)
    store.run('UPDATE audit SET actor = ?, previous = ?, hash = ? WHERE seq = ?', actor, previous, hash, seq);
  assert.deepEqual(auditFaults(readAudit(store)), [], 'nothing in the log itself shows it');
  assert.notEqual(await markOn(), kept);
  assert.equal(await audit(), 1);
  assert.match(lines.join('\n'), /of a receipt: found \d+-[0-9a-f]{32}: the log was cut or rewritten/);
});

test('a mark is of its entry, its hash and its key alone', () => {
  const key = new Uint8Array(32).fill(7);
  const entries = [{ seq: 1, hash: 'a' }] as unknown as readonly AuditEntry[];
  const mark = logMark(key, { seq: 1, hash: 'a' });
  assert.deepEqual(markFaults(entries, key, [mark]), []);
  assert.equal(markFaults(entries, new Uint8Array(32), [mark]).length, 1);
  assert.match(markFaults(entries, key, ['2-'.padEnd(34, '0')])[0] ?? '', /no such entry/);
  assert.equal(markFaults(entries, key, ['nonsense']).length, 1);
});
