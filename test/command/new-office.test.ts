// What a new office is told: what it has yet to state, and which period there is to review.

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { initCommand } from '../../src/command/init.ts';
import { reviewedPeriod, shownPeriod } from '../../src/command/office-collecting.ts';
import { waitingFor } from '../../src/command/office-waiting.ts';
import type { Bench } from '../../src/command/office-workbench.ts';
import { unstated } from '../../src/command/unstated.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { type Wording, wordsIn } from '../../src/engine/errors.ts';

const AT = '2026-11-28T09:00:00.000Z';

async function newOffice(t: TestContext, synthetic: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-new-office-'));
  const root = join(folder, 'ws');
  const said: string[] = [];
  const effects = stillEffects(AT);
  const log = { ...effects.log, print: (text: Wording) => said.push(wordsIn('en', text)) };
  await initCommand.run([root], { domain: 'ma-digital', memory: '1GB', synthetic }, { ...effects, log });
  const workspace = openWorkspace(root);
  t.after(() => {
    workspace.store.close();
    rmSync(folder, { recursive: true });
  });
  const bench = { workspace, effects } as unknown as Bench;
  return { root, workspace, bench, said: said.join('\n') };
}

test('a new workspace says where it is and what it still has of the demonstration; each thing that is stated leaves the list', async (t) => {
  const { root, workspace, bench, said } = await newOffice(t, false);
  assert.ok(said.includes(root) && said.includes('register.csv') && said.includes('disclosure.yaml'), said);
  const left = () => unstated(workspace, AT.slice(0, 10));
  const all = ['second_administrator', 'banks', 'register', 'holdings', 'rates', 'calendar', 'parameters'];
  assert.deepEqual(left(), all);
  assert.deepEqual((await waitingFor(bench, 'a')).unstated, all);
  appendFileSync(join(root, 'domain', 'banks.csv'), 'ATL,Banque,2020-01-01,,[unk] list of the office\n');
  const secrets = join(root, 'secrets', 'disclosure.yaml');
  const text = readFileSync(secrets, 'utf8').replace('frequency:\n', 'frequency: 3\n');
  writeFileSync(secrets, text);
  assert.ok(left().includes('parameters'), 'half of the parameters are none');
  writeFileSync(secrets, text.replace('p:\n', 'p: 10\n'));
  assert.deepEqual(
    left(),
    all.filter((each) => each !== 'banks' && each !== 'parameters'),
  );
});

test('a synthetic workspace has nothing to state', async (t) => {
  const { workspace, said } = await newOffice(t, true);
  assert.deepEqual(unstated(workspace, AT.slice(0, 10)), []);
  assert.doesNotMatch(said, /register/);
});

test('what is reviewed is of the newest run, unless another period is asked for', async (t) => {
  const { workspace, bench } = await newOffice(t, false);
  assert.equal(reviewedPeriod(bench, null), shownPeriod(bench, null));
  assert.notEqual(shownPeriod(bench, null), '2025-S1');
  workspace.store.run(
    `INSERT INTO runs (state, cut_submission, cut_edit, domain_hash, program_hash, cut_at, started_at, summary)
     VALUES ('analysed', 0, 0, '', '', ?, ?, ?)`,
    ...[AT, AT, JSON.stringify({ analysed: { period: '2025-S1' } })],
  );
  assert.equal(reviewedPeriod(bench, null), '2025-S1');
  assert.equal(reviewedPeriod(bench, '2024'), '2024');
});
