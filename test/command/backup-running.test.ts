// A backup while the office runs: others write meanwhile, and what is restored is one instant, whole, and goes on.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { anchorsIn } from '../../src/command/audit-anchors.ts';
import { backupCommand } from '../../src/command/backup.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { watchPublication } from '../../src/command/publication-watch.ts';
import { draftRelease } from '../../src/command/release.ts';
import { restoreCommand } from '../../src/command/restore.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { anchorFaults, appendAudit, auditFaults, readAudit } from '../../src/office/audit-log.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

let made: ReleaseWorkspace;
const by = (actor: string, at = '2025-09-25T10:00:00.000Z') => ({
  ...stillEffects(at, [], actor),
  random: (bytes: number) => randomBytes(bytes),
});
before(async () => {
  made = await releaseWorkspace(false);
  const { workspace, run } = made;
  await draftRelease(
    { workspace, run, period: '2025-S1', embargo: '2025-09-30T10:00:00+01:00' },
    by('author'),
  );
  proposeRelease(workspace, { release: '2025-S1/1', act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: '2025-S1/1', act: 'publication', seen: 'only' }, by('releaser'));
});
after(() => {
  made.end();
  for (const name of ['copy', 'again']) rmSync(`${made.root}-${name}`, { recursive: true, force: true });
});

test('a sealed release that is backed up while others write is restored whole and goes out at its hour', async () => {
  const watching = watchPublication(made.workspace, by('office'), () => undefined);
  let written = 0;
  const writing = setInterval(() => {
    written += 1;
    const entry = {
      at: '2025-09-25T10:00:00.000Z',
      actor: 'office',
      action: 'edit',
      subject: String(written),
    };
    appendAudit(made.workspace.store, { ...entry, before: null, after: { written } });
  }, 2);
  assert.equal(
    await backupCommand.run([made.root, `${made.root}-copy`], { secrets: true }, by('operator')),
    0,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(writing);
  watching.stop();
  assert.ok(written > 0, `${written} written meanwhile`);
  assert.equal(await restoreCommand.run([`${made.root}-copy`, `${made.root}-again`], {}, by('operator')), 0);
  const again = openWorkspace(`${made.root}-again`);
  const entries = readAudit(again.store);
  assert.deepEqual(auditFaults(entries), []);
  const anchors = anchorsIn(join(`${made.root}-copy`, 'backup.json'));
  assert.equal(anchors[0]?.entries, entries.length);
  assert.deepEqual(anchorFaults(entries, anchors), []);
  assert.deepEqual(
    anchorFaults(readAudit(made.workspace.store), anchors),
    [],
    'the log that went on holds the anchor',
  );
  assert.deepEqual(loadReleases(again.layout.public).all(), []);
  watchPublication(again, by('office', '2025-09-30T09:00:00.000Z'), () => undefined).stop();
  assert.equal(loadReleases(again.layout.public).latest()?.id, '2025-S1/1');
  again.store.close();
});

test('no backup begins to hold the releases in the minute before an hour', async () => {
  rmSync(`${made.root}-copy`, { recursive: true, force: true });
  let at = Date.parse('2025-09-30T08:59:30.000Z');
  const clock = (): string => {
    at += 20_000;
    return new Date(at).toISOString();
  };
  const effects = { ...by('operator'), clock };
  assert.equal(await backupCommand.run([made.root, `${made.root}-copy`], { secrets: true }, effects), 0);
  assert.ok(at > Date.parse('2025-09-30T09:01:00.000Z'), new Date(at).toISOString());
});

test('a workspace of which a file is missing is not backed up as if it were whole', async () => {
  rmSync(`${made.root}-copy`, { recursive: true, force: true });
  made.workspace.store.run(
    "INSERT INTO files VALUES ('store/collected/9-settlement.parquet', 'collected-settlement', NULL, 'x', 1, 1, 't')",
  );
  await assert.rejects(
    backupCommand.run([made.root, `${made.root}-copy`], {}, by('operator', '2025-09-20T10:00:00.000Z')),
    /1 files that the store names are not there/,
  );
});
