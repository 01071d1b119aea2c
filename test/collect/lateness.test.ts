import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { arrivalsOf } from '../../src/command/arrivals.ts';
import { collectFiles } from '../../src/command/collect.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { AT, csv, openDesk } from './workspace-fixture.ts';

const LIST = `file,arrives_at,form
a.csv,2025-07-10T09:00:00.000Z,csv
b.csv,2025-07-05T10:00:00+01:00,csv
c.csv,2025-08-20T09:00:00.000Z,csv
`;

test('each file is received at its own instant, in the order of arrival, and only up to the asked one', async (t) => {
  const desk = await openDesk(t);
  const files = ['a', 'b', 'c'].map((name, at) => desk.put(`${name}.csv`, csv({ sequence: at + 1 })));
  writeFileSync(join(desk.folder, 'arrivals.csv'), LIST);
  const options = { arrivals: join(desk.folder, 'arrivals.csv'), 'as-of': '2025-07-31T00:00:00Z' };
  const arrived = arrivalsOf(desk.workspace, files, options, stillEffects(AT));
  await collectFiles(desk.workspace, [...arrived.keys()], arrived, stillEffects(AT));
  assert.deepEqual(
    desk.workspace.store
      .all('SELECT name, received_at FROM submissions ORDER BY id')
      .map((row) => ({ ...row })),
    [
      { name: 'b.csv', received_at: '2025-07-05T09:00:00.000Z' },
      { name: 'a.csv', received_at: '2025-07-10T09:00:00.000Z' },
    ],
  );
  const rest = arrivalsOf(
    desk.workspace,
    files,
    { ...options, since: '2025-07-31T00:00:00Z', 'as-of': '2025-12-31' },
    stillEffects(AT),
  );
  assert.deepEqual([...rest.values()], ['2025-08-20T09:00:00.000Z']);
});

test('a list of arrivals with faults, and one for a real workspace, are refused', async (t) => {
  const desk = await openDesk(t);
  const path = desk.put('arrivals.csv', 'file,arrives_at\na.csv,yesterday\n');
  assert.throws(
    () => arrivalsOf(desk.workspace, [], { arrivals: path }, stillEffects(AT)),
    ({ faults }: { faults: readonly { where: string }[] }) => faults[0]?.where === `${path}:2`,
  );
  const real = { ...desk.workspace, config: { ...desk.workspace.config, synthetic: false } };
  assert.throws(() => arrivalsOf(real, [], { 'as-of': AT }, stillEffects(AT)), /synthetic workspaces/);
});

test('an original is late once its period is released or frozen; a later period is not, a replacement is corrected', async (t) => {
  const desk = await openDesk(t);
  const { store } = desk.workspace;
  await desk.send('first.csv', csv());
  store.run(
    "INSERT INTO runs (id, state, cut_submission, cut_edit, domain_hash, program_hash, cut_at, started_at) VALUES (1, 'protected', 1, 0, '', '', ?, ?)",
    ...[AT, AT],
  );
  store.run(
    "INSERT INTO releases VALUES ('2025-S1/1', '2025-S1', 1, 1, 'drafted', 'preliminary', NULL, '[]', '', ?, NULL)",
    AT,
  );
  await desk.send('drafted.csv', csv({ sequence: 2 }));
  store.run("UPDATE releases SET state = 'published'");
  await desk.send('late.csv', csv({ sequence: 3 }));
  await desk.send('july.csv', csv({ period: '2025-07', sequence: 1 }));
  await desk.send('again.csv', csv({ sequence: 4, function: 'replace', replaces: 1 }));
  store.run("INSERT INTO freezes VALUES (1, '2025-07', 9, 0, 'cut-off', 'compiler', ?)", AT);
  await desk.send('july-2.csv', csv({ period: '2025-07', sequence: 2 }));
  const causes = store.all<{ name: string; cause: string | null }>(
    'SELECT name, cause FROM submissions ORDER BY id',
  );
  assert.deepEqual(
    causes.map(({ name, cause }) => [name, cause]),
    [
      ['first.csv', null],
      ['drafted.csv', null],
      ['late.csv', 'late'],
      ['july.csv', null],
      ['again.csv', 'corrected'],
      ['july-2.csv', 'late'],
    ],
  );
});

test('a refusal leaves a trace that stays, also when the same bytes come again', async (t) => {
  const desk = await openDesk(t);
  const { store } = desk.workspace;
  const faulty = csv({ line_count: 7 });
  await desk.send('faulty.csv', faulty);
  await desk.send('once-more.csv', faulty);
  const rows = store.all<{ name: string; receipt: string; findings: string }>(
    'SELECT * FROM refusals ORDER BY seq',
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['faulty.csv', 'once-more.csv'],
  );
  assert.equal(new Set(rows.map(({ receipt }) => receipt)).size, 2);
  assert.match(rows[0]?.findings ?? '', /line_count/);
  assert.throws(() => store.run('DELETE FROM refusals'), /refusal is kept/);
  assert.equal(store.all("SELECT id FROM submissions WHERE state = 'refused'").length, 1);
});
