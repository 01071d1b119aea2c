import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { initCommand } from '../../src/command/init.ts';
import { beginRun, whileHolding } from '../../src/command/runs.ts';
import { statusCommand } from '../../src/command/status.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { Busy, type Fault, NotFound, Refused } from '../../src/engine/errors.ts';
import { listTree } from '../../src/engine/files.ts';

const AT = '2025-07-20T09:00:00.000Z';
const scratch = mkdtempSync(join(tmpdir(), 'marsad-workspace-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

async function made(name: string, options = {}): Promise<string> {
  const root = join(scratch, name);
  await initCommand.run([root], { domain: 'ma-digital', memory: '1GB', ...options }, stillEffects(AT));
  return root;
}

function faultsOf(root: string, config: string): readonly Fault[] {
  writeFileSync(join(root, 'marsad.yaml'), config);
  try {
    openWorkspace(root).store.close();
  } catch (error) {
    assert.ok(error instanceof Refused);
    return error.faults;
  }
  return [];
}

test('a new workspace has a copy of the definitions, an empty store and secrets that others cannot read', async () => {
  const root = await made('new');
  const { config, domain, store } = openWorkspace(root);
  assert.equal(config.synthetic, false);
  assert.equal(config.created_at, AT);
  assert.equal(domain.id, 'ma-digital');
  assert.deepEqual(store.all('SELECT id FROM submissions'), []);
  store.close();
  assert.deepEqual(
    listTree(join(root, 'domain')),
    listTree(join(import.meta.dirname, '../../domains/ma-digital')),
  );
  const { mode } = await import('node:fs').then(({ statSync }) =>
    statSync(join(root, 'secrets/disclosure.yaml')),
  );
  assert.equal(mode & 0o077, 0);
});

test('init says what it made, to programs too, and refuses a folder in use, an unknown domain, an odd memory', async () => {
  const said: string[] = [];
  const root = join(scratch, 'said');
  await initCommand.run(
    [root],
    { domain: 'ma-digital', synthetic: true, json: true },
    stillEffects(AT, said),
  );
  assert.deepEqual(JSON.parse(said.join('')), {
    ...{
      workspace: root,
      domain: 'ma-digital',
      version: openWorkspace(root).domain.version,
      synthetic: true,
    },
  });
  await assert.rejects(made('said'), /not empty/);
  await assert.rejects(made('other', { domain: 'atlantis' }), /atlantis/);
  await assert.rejects(made('small', { memory: 'lots' }), /found lots, expected such as 2GB/);
  await assert.rejects(initCommand.run([], {}, stillEffects(AT)), /where\?/);
});

test('status of a fresh workspace says that nothing came yet', async () => {
  const root = await made('fresh');
  const said: string[] = [];
  assert.equal(await statusCommand.run([root], {}, stillEffects(AT, said)), 0);
  assert.deepEqual(said, ['nothing was received yet', 'no run yet', 'no release yet']);
});

test('status counts submissions by state and names who is missing', async () => {
  const root = await made('counted');
  const { store } = openWorkspace(root);
  store.run(
    `INSERT INTO submissions (id, sha256, name, bytes, format, declarant_type, sender, period, sequence, function, language, state, lines, findings, receipt, salt, received_at)
     VALUES (1, 'a', 'a.csv', 10, 'csv', 'bank', 'B01', '2025-06', 1, 'original', 'fr', 'received', 12, '[]', 'r', 's', ?)`,
    AT,
  );
  store.close();
  const said: string[] = [];
  await statusCommand.run([root], { json: true }, stillEffects(AT, said));
  const status = JSON.parse(said.join('')) as {
    submissions: readonly { state: string; files: number; lines: number }[];
    periods: readonly { period: string; received: number; expected: number; missing: readonly string[] }[];
    run: null;
  };
  assert.deepEqual(
    status.submissions.map(({ state, files, lines }) => [state, files, lines]),
    [['received', 1, 12]],
  );
  const [june] = status.periods;
  assert.equal(june?.received, 1);
  assert.equal(june?.missing.length, (june?.expected ?? 0) - 1);
  assert.ok(!june?.missing.includes('B01') && june?.missing.includes('B02'));
  assert.equal(status.run, null);
});

test('a folder that is no workspace is said to be none', () => {
  assert.throws(() => openWorkspace(join(scratch, 'nowhere')), NotFound);
});

test('faults of a configuration say what was found, each where it stands', async () => {
  const root = await made('faulty');
  const good = readFileSync(join(root, 'marsad.yaml'), 'utf8');
  assert.deepEqual(faultsOf(root, good), []);
  const [memory] = faultsOf(root, good.replace('memory: 1GB', 'memory: plenty'));
  assert.equal(memory?.found, '"plenty"');
  assert.match(memory?.where ?? '', /marsad\.yaml: memory$/);
  const [port] = faultsOf(root, good.replace('public: 8080', 'public: eighty'));
  assert.deepEqual([port?.found, port?.where.endsWith('ports.public')], ['"eighty"', true]);
  const [entry] = faultsOf(root, `${good}colour: blue\n`);
  assert.equal(entry?.found, 'the entry colour');
  const [gone] = faultsOf(root, good.replace(/^domain: .*\n/m, ''));
  assert.equal(gone?.found, 'nothing');
  const [broken] = faultsOf(root, `${good}\tports: [`);
  assert.match(broken?.where ?? '', /marsad\.yaml:\d+$/);
});

test('a run whose process ended before it was done is told as such, and one that goes on as begun', async () => {
  const root = await made('killed');
  const workspace = openWorkspace(root);
  const effects = stillEffects(AT);
  const said: string[] = [];
  const told = async () => {
    said.length = 0;
    const log = { ...effects.log, print: (text: unknown) => void said.push(String(text)) };
    await statusCommand.run([root], {}, { ...effects, log });
    return said.find((text) => text.startsWith('last run')) ?? '';
  };
  await whileHolding(workspace, async () => {
    beginRun(workspace, effects);
    assert.match(await told(), /^last run: 1, started,/);
    await assert.rejects(
      whileHolding(workspace, async () => {}),
      (error) =>
        error instanceof Busy &&
        /المعالجة 1/.test(error.saying?.said.ar ?? '') &&
        !/locked/.test(error.message),
    );
  });
  assert.match(await told(), /^last run: 1, ended before it was done/);
  workspace.store.close();
});
