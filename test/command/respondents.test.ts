// A bank that does not declare: reminded, estimated, marked in the figures, replaced when it declares; a freeze holds.

import assert from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { estimateLargest } from '../../src/command/demo-estimates.ts';
import { beginRun, whileHolding } from '../../src/command/runs.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { runCommandLine } from '../../src/main.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-respondents-'));
const [drawn, root, kept] = [join(place, 'drawn'), join(place, 'ws'), join(place, 'kept')];
after(() => rmSync(place, { recursive: true, force: true }));

let hour = 10;
async function marsad(...words: readonly string[]): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  hour += 1;
  const code = await runCommandLine(
    words,
    stillEffects(new Date(Date.UTC(2025, 9, 1, hour)).toISOString(), said),
  );
  return { code, text: said.join('\n') };
}

type Report = {
  readonly reminders: readonly {
    readonly sender: string;
    readonly period: string;
    readonly last: string | null;
  }[];
  readonly call_back: readonly {
    readonly enterprise: string;
    readonly segment: string;
    readonly month: string;
    readonly sender: string;
  }[];
  readonly estimates: readonly {
    readonly segment: string;
    readonly total: string;
    readonly imputed: string;
    readonly lower: string;
    readonly upper: string;
    readonly not_estimated: string;
  }[];
};
async function report(): Promise<Report> {
  const { code, text } = await marsad('respondents', root, '--period', '2025-S1', '--json');
  assert.equal(code, 0, text);
  return JSON.parse(text) as Report;
}
async function compile(): Promise<void> {
  for (const words of [
    ['process', root],
    ['analyse', root, '--period', '2025-S1'],
  ]) {
    const { code, text } = await marsad(...words);
    assert.equal(code, 0, text);
  }
}

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q2', '--lines', '3000', '--errors', '0', '--seed', '11'];
  await marsad('simulate', '--out', drawn, ...span);
  mkdirSync(kept);
  for (const path of globSync(join(drawn, 'declarations', 'B05-2025-06*')))
    renameSync(path, join(kept, basename(path)));
  await marsad('collect', root, join(drawn, 'declarations'));
  await compile();
});

test('a missing bank is reminded, estimated, and the figure says so; its declaration takes the place of the estimate', async () => {
  const missing = await report();
  assert.deepEqual(
    missing.reminders
      .filter(({ last }) => last !== null)
      .map(({ sender, period, last }) => [sender, period, last]),
    [['B05', '2025-06', '2025-05']],
  );
  const total = missing.estimates.find(({ segment }) => segment === '_T');
  assert.ok(total && Number(total.imputed) > 0 && Number(total.lower) < Number(total.total));
  const traced = (await marsad('trace', root, 'S.MA.W1._T.EXPORTS.MAD.2025/2025-S1', '--json')).text;
  assert.match(traced, /"imputed"/);
  await estimatedByExperts(missing, Number(total.total));
  await marsad('collect', root, kept);
  await compile();
  const whole = await report();
  const now = whole.estimates.find(({ segment }) => segment === '_T');
  assert.equal(now?.imputed, '0.00');
  assert.doesNotMatch(
    (await marsad('trace', root, 'S.MA.W1._T.EXPORTS.MAD.2025/2025-S1', '--json')).text,
    /"imputed"/,
  );
  const error = Math.abs(Number(now?.total) - Number(total.total) - Number(total.not_estimated));
  assert.ok(error < 0.02 * Number(now?.total), `${total.total} + ${total.not_estimated}, then ${now?.total}`);
});

/** The largest, called back: one person's estimate that another approved stands for each until its declaration comes. */
async function estimatedByExperts({ call_back }: Report, without: number): Promise<void> {
  assert.ok(call_back.length > 0);
  const at = new Date(Date.UTC(2025, 9, 1, hour)).toISOString();
  assert.equal(await estimateLargest(root, at), call_back.length);
  await compile();
  const now = await report();
  const total = now.estimates.find(({ segment }) => segment === '_T');
  assert.deepEqual([now.call_back, total?.not_estimated], [[], '0.00']);
  assert.ok(Number(total?.total) > without);
  assert.equal(await estimateLargest(root, at), 0, 'nobody is estimated twice');
}

test('a freeze needs a person and a reason, happens once, and a run for its period sees nothing later', async () => {
  const freeze = ['respondents', root, '--period', '2025-S1', '--freeze'];
  assert.match((await marsad(...freeze)).text, /needs --author/);
  assert.equal((await marsad(...freeze, '--author', 'head', '--reason', 'day 75')).code, 0);
  assert.match((await marsad(...freeze, '--author', 'head', '--reason', 'again')).text, /already/);
  const workspace = openWorkspace(root);
  try {
    const last = workspace.store.get<{ id: number }>('SELECT max(id) AS id FROM submissions')?.id ?? 0;
    workspace.store.run('UPDATE freezes SET cut_submission = ?', last - 1);
    const cut = (period?: string) =>
      whileHolding(
        workspace,
        async () => beginRun(workspace, stillEffects('2025-10-09T00:00:00Z'), period).cutSubmission,
      );
    assert.deepEqual([await cut('2025-S1'), await cut('2025-Q3'), await cut()], [last - 1, last, last]);
  } finally {
    workspace.store.close();
  }
});
