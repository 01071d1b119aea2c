// What the office writes to its log and metrics while people sign in, declare and err: fixed words and numbers only. Names,
// amounts, identifiers and texts that go through it are searched for in every line.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { initCommand } from '../../src/command/init.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { csrfToken } from '../../src/office/accounts/secret.ts';
import { openSession } from '../../src/office/accounts/session.ts';
import { csv } from '../collect/workspace-fixture.ts';
import { addAccount } from '../office/office-fixture.ts';

const CANARIES = [
  'Zaytouna-Kanari',
  '7654321.89',
  '001561191000066',
  'kanari.csv',
  'KANARI-PATH',
  'kanari@example.org',
];
const folder = mkdtempSync(join(tmpdir(), 'marsad-log-'));
const root = join(folder, 'ws');
const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
let office: ChildProcess;
let [said, origin, measured, session] = ['', '', '', ''];

before(async () => {
  await initCommand.run(
    [root],
    { domain: 'ma-digital', synthetic: true, memory: '512MB' },
    stillEffects(new Date().toISOString()),
  );
  const { store } = openWorkspace(root);
  const name = addAccount(store, ['declarant']);
  const id = store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', name)?.id ?? 0;
  const means = { store, at: new Date().toISOString(), random: (bytes: number) => randomBytes(bytes) };
  session = openSession(means, id, 'full', undefined);
  store.run(
    "INSERT INTO runs VALUES (1, 'protected', 0, 0, 'd', 'p', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', NULL, ?)",
    JSON.stringify({ protected: { at_risk: 0 } }),
  );
  store.run(
    "INSERT INTO releases VALUES ('2025-S1/1', '2025-S1', 1, 1, 'sealed', 'preliminary', '2025-01-01T00:00:00Z', '[]', ?, '2025-01-01T00:00:00Z', NULL)",
    CANARIES[0] ?? '',
  );
  store.close();
  const words = ['office', root, '--port', '0', '--metrics-port', '0', '--log', 'json'];
  office = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (chunk: Buffer) => {
    said += chunk.toString();
  };
  office.stdout?.on('data', read);
  office.stderr?.on('data', read);
  await until(() => /is at (http:\S+), measured at (http:\S+)/.test(said));
  [, origin = '', measured = ''] = /is at (http:[^\s,]+), measured at (http:\S+)/.exec(said) ?? [];
});

after(async () => {
  const ended = new Promise((resolve) => office.once('exit', resolve));
  office.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${said}`);
}

const cookie = () => ({ cookie: `session=${session}`, origin });

async function declare(name: string, content: string): Promise<Response> {
  const form = new FormData();
  form.append('csrf', csrfToken(session));
  form.append('file', new Blob([content]), name);
  return fetch(`${origin}/declare/file`, {
    method: 'POST',
    headers: cookie(),
    body: form,
    redirect: 'manual',
  });
}

test('no name, amount, identifier or word of what goes through the office is in its log or its metrics', async () => {
  const rows = [
    `L1,B01,R1,001561191000066,FR,C,2025-06-03,EUR,7654321.89,N01,Zaytouna-Kanari`,
    `L2,B01,R2,001561191000065,FR,X,2025-06-04,EUR,abc7654321.89,N01,Zaytouna-Kanari`,
  ];
  const total = { line_count: 2, 'control_sum.EUR': '7654321.89', 'control_sum.USD': '0' };
  const answers = [
    await declare('Zaytouna-Kanari-kanari.csv', csv(total, rows)),
    await declare('kanari.csv', `no declaration, Zaytouna-Kanari 7654321.89\n\u0000broken`),
    await fetch(`${origin}/KANARI-PATH/001561191000066?name=Zaytouna-Kanari&amount=7654321.89`),
    await fetch(`${origin}/declare/receipts/KANARI-PATH?x=Zaytouna-Kanari`, { headers: cookie() }),
    await fetch(`${origin}/sign-in`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ name: 'kanari@example.org', password: 'Zaytouna-Kanari' }),
    }),
    await fetch(`${origin}/api/v1/declarations`, {
      headers: { authorization: 'Bearer marsad_Zaytouna-Kanari' },
    }),
    await fetch(`${origin}/sign-in?next=/KANARI-PATH`),
  ];
  assert.ok(
    answers.filter(({ status }) => status < 400).length >= 2,
    answers.map(({ status }) => status).join(),
  );
  await until(() => said.split('\n').filter((line) => line.includes('"request"')).length >= answers.length);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const metrics = await (await fetch(`${measured}/metrics`)).text();
  assert.match(metrics, /marsad_requests_total\{method="POST",route="\/declare\/file",status="\d+"\} 2/);
  assert.equal(await (await fetch(`${measured}/health`)).text(), 'up\n');
  for (const canary of CANARIES) {
    assert.ok(!said.includes(canary), `the log holds ${canary}`);
    assert.ok(!metrics.includes(canary), `the metrics hold ${canary}`);
  }
});

test('after its start every line is JSON; what went wrong has a number, and its text lies in the workspace alone', () => {
  const lines = said.trimEnd().split('\n');
  const first = lines.findIndex((line) => line.includes('"event":"request"'));
  assert.ok(first > 0 && lines.slice(first).every((line) => line.startsWith('{')), said);
  const events = lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string; number?: string });
  const notes = events.filter(({ event }) => event === 'note');
  assert.ok(notes.length > 0, 'the release that is due and has no file is told');
  const kept = readFileSync(join(root, 'store', 'notes.jsonl'), 'utf8');
  for (const { number } of notes) assert.ok(kept.includes(String(number)));
});
