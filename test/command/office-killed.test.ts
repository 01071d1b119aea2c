import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { largeDeclaration } from '../../bench/large-declaration.ts';
import {
  bankTokens,
  endOffice,
  type RunningOffice,
  sendDeclaration,
  startOffice,
} from '../../bench/office-process.ts';
import { openIntake } from '../../src/command/intake.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { systemEffects } from '../../src/engine/effects.ts';
import { hashOf, listFolder } from '../../src/engine/files.ts';
import { openDesk } from '../collect/workspace-fixture.ts';

/** Moments at which the office is killed; `MARSAD_KILL_POINTS` asks for more. */
const POINTS = Number(process.env['MARSAD_KILL_POINTS'] ?? '6');
const AT_ONCE = 4;
const LINES = 300;
/** Milliseconds by which a start has warmed up and most uploads are answered. */
const LATEST = 2500;

test('killed at random points of uploads: no receipt given is lost, what was kept is received, nothing counts twice', async (t) => {
  const { workspace } = await openDesk(t);
  const tokens = bankTokens(workspace);
  const given = new Map<string, string>();
  let office: RunningOffice = await startOffice(workspace.layout.root);
  let number = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const sent = Array.from({ length: AT_ONCE }, async () => {
      number += 1;
      const { sender, text, name } = declarationOf(workspace, number);
      const answer = await sendDeclaration(office.address, tokens.get(sender) ?? '', name, text).catch(
        () => null,
      );
      if (answer?.receipt != null) given.set(answer.receipt, hashOf(text));
    });
    await momentOf(point, sent);
    await endOffice(office, 'SIGKILL');
    await Promise.all(sent);
    office = await startOffice(workspace.layout.root);
  }
  await endOffice(office, 'SIGTERM');
  await settleRest(workspace);
  assert.ok(given.size > 0, 'no upload was answered before a kill');
  for (const [receipt, sha256] of given) {
    const row = workspace.store.get<{ sha256: string; state: string }>(
      'SELECT sha256, state FROM submissions WHERE receipt = ?',
      receipt,
    );
    assert.deepEqual([row?.sha256, row?.state], [sha256, 'received']);
  }
  const kept = consistent(workspace);
  t.diagnostic(`${number} sent, ${kept} kept, ${given.size} answered before a kill`);
});

/**
 * When to kill: by turns some time after sending, from before the first byte is kept on and never the same, and when so
 * many of the uploads are answered, the others being under way.
 */
async function momentOf(point: number, sent: readonly Promise<void>[]): Promise<void> {
  if (point % 2 === 0) {
    await new Promise((resolve) => setTimeout(resolve, ((point * 0.618) % 1) * LATEST));
    return;
  }
  const wanted = (((point - 1) / 2) % AT_ONCE) + 1;
  let answered = 0;
  await new Promise<void>((resolve) => {
    for (const each of sent)
      void each.then(() => {
        answered += 1;
        if (answered >= wanted) resolve();
      });
  });
}

function declarationOf({ domain }: Workspace, number: number) {
  const sender = domain.banks[number % domain.banks.length]?.code ?? 'B01';
  const month = Math.floor(number / domain.banks.length);
  const period = `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const text = largeDeclaration(domain, { sender, period, sequence: 1, lines: LINES, faulty: 40 });
  return { sender, text, name: `${sender}-${period}.csv` };
}

async function settleRest(workspace: Workspace): Promise<void> {
  const waiting = workspace.store.all<{ id: string }>("SELECT id FROM uploads WHERE state = 'waiting'");
  const intake = openIntake(workspace, systemEffects());
  for (const { id } of waiting) await intake.answered(id, 20_000);
  await intake.close();
}

/** Every kept upload is answered; lines of receipts, of files and of reports are the same number; bytes are what they were. */
function consistent({ store, layout }: Workspace): number {
  const uploads = store.all<{ state: string; sha256: string; report: string }>(
    'SELECT state, sha256, report FROM uploads',
  );
  assert.ok(uploads.length > 0);
  for (const { sha256, report } of uploads) {
    const { outcome, received } = JSON.parse(report) as { outcome: string; received: number };
    assert.deepEqual([outcome, received], ['received', LINES]);
    const found = store.all('SELECT 1 FROM submissions WHERE sha256 = ?', sha256);
    assert.equal(found.length, 1);
    assert.equal(hashOf(readFileSync(layout.archive(sha256))), sha256);
  }
  const total = store.get<{ lines: number }>(
    'SELECT coalesce(sum(lines), 0) AS lines FROM submissions',
  )?.lines;
  const rows = store.get<{ n: number }>('SELECT coalesce(sum(rows), 0) AS n FROM files')?.n;
  assert.deepEqual([total, rows], [uploads.length * LINES, uploads.length * LINES]);
  assert.deepEqual(listFolder(layout.intake('')), []);
  for (const { path, sha256 } of store.all<{ path: string; sha256: string }>(
    'SELECT path, sha256 FROM files',
  ))
    assert.equal(hashOf(readFileSync(join(layout.root, path))), sha256);
  return uploads.length;
}
