import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashOf } from '../../src/engine/files.ts';
import { csv, openDesk } from './workspace-fixture.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const DELAYS = [250, 700, 1100, 1500];

test('killed at any moment, no receipt given is lost and nothing counts twice or by half', async (t) => {
  const desk = await openDesk(t);
  const periods = Array.from(
    { length: 60 },
    (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const files = periods.map((period) => desk.put(`${period}.csv`, csv({ period })));
  const root = desk.workspace.layout.root;
  for (const delay of DELAYS) {
    const child = spawn(process.execPath, [MAIN, 'collect', root, ...files], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    await ended;
    clearTimeout(timer);
    await consistent(desk);
  }
  const before = desk.workspace.store.all<{ receipt: string }>('SELECT receipt FROM submissions');
  const garbage = desk.workspace.layout.collected('999-settlement.parquet');
  const answers = await desk.collect(...files);
  assert.ok(answers.every(({ receipt }) => receipt !== null));
  const given = new Set(answers.map(({ receipt }) => receipt));
  assert.ok(before.every(({ receipt }) => given.has(receipt)));
  await consistent(desk);
  assert.equal(
    Number((await desk.query('SELECT CAST(count(*) AS INTEGER) AS n FROM COLLECTED'))[0]?.['n']),
    180,
  );
  writeFileSync(garbage, 'left by a dead process');
  await desk.collect(...files);
  assert.throws(() => readFileSync(garbage), /ENOENT/);
});

async function consistent({
  workspace: { store, layout },
}: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  const files = store.all<{ path: string; sha256: string; rows: number }>(
    'SELECT path, sha256, rows FROM files',
  );
  for (const { path, sha256 } of files) assert.equal(hashOf(readFileSync(join(layout.root, path))), sha256);
  const lines = store.get<{ lines: number | null }>(
    "SELECT sum(lines) AS lines FROM submissions WHERE state = 'received'",
  );
  assert.equal(
    lines?.lines ?? 0,
    files.reduce((sum, { rows }) => sum + rows, 0),
  );
  for (const { sha256 } of store.all<{ sha256: string }>('SELECT sha256 FROM submissions'))
    assert.equal(hashOf(readFileSync(layout.archive(sha256))), sha256);
}
