// Erasure: what is past its time goes everywhere, by two people; what proves stays, and what can no longer be proved is said.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { collectFiles } from '../../src/command/collect.ts';
import { eraseFiles } from '../../src/command/erase.ts';
import { initCommand } from '../../src/command/init.ts';
import { proveReceipt } from '../../src/command/prove.ts';
import { publishRelease } from '../../src/command/publication.ts';
import { recomputeRelease } from '../../src/command/recompute.ts';
import { approveErasure, proposeErasure } from '../../src/command/retention.ts';
import { dueFor, ruleOn } from '../../src/command/retention-policy.ts';
import { openWorkspace, type Workspace, workspaceEngine } from '../../src/command/workspace.ts';
import { collectedLines } from '../../src/design/collected.ts';
import { parseManifest } from '../../src/disseminate/manifest.ts';
import { proofFaults } from '../../src/disseminate/proof.ts';
import { openEngine, readParquet } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { csv } from '../collect/workspace-fixture.ts';

const CANARY = 'Kanarienvogel-Hotellerie';
const folder = mkdtempSync(join(tmpdir(), 'marsad-retention-'));
const root = join(folder, 'ws');
const OLD = '2015-08-20T09:00:00.000Z';
const NOW = '2025-08-20T09:00:00.000Z';
const by = (actor: string, at = NOW) => stillEffects(at, [], actor);
const rowsOf = (month: string, bank: string, text: string): readonly string[] => [
  `L1,${bank},R1,968631996000060,FR,C,${month}-03,EUR,1234.56,IT01,${text}`,
  `L2,${bank},R2,972475348000059,US,C,${month}-04,USD,10.00,IT01,second`,
  `L3,${bank},R3,975896131000087,FR,C,${month}-05,EUR,100,IT02,third`,
];
const POLICY = { kind: 'received' as const, years: 10, valid_from: '2020-01-01', reference: 'a law' };
let workspace: Workspace;

before(async () => {
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '1GB' }, by('office'));
  workspace = openWorkspace(root);
  const files = [
    { name: 'a.csv', content: csv({ period: '2025-05' }, rowsOf('2025-05', 'B01', CANARY)) },
    { name: 'b.csv', content: csv({}, rowsOf('2025-06', 'B01', 'stays')) },
    { name: `${CANARY}.csv`, content: csv({ sender: 'B99' }) },
  ].map(({ name, content }) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  await collectFiles(workspace, files, NOW, by('office'));
  workspace.store.run(
    "INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, proof, author, at, reverses) VALUES (1, 2, 'free_text', ?, 'y', 'manual', ?, 'corrected', NULL, 'compiler', ?, NULL)",
    ...[CANARY, `a word about ${CANARY}`, NOW],
  );
  await runPipeline({ workspace, period: '2025-S1', embargo: null }, by('office'));
  publishRelease(workspace, '2025-S1/1', by('office'));
  workspace.store.run('UPDATE submissions SET received_at = ? WHERE id IN (1, 3)', OLD);
});
after(() => {
  workspace.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Files of the workspace in which the name can still be read, tables by their rows. */
async function whereNamed(): Promise<readonly string[]> {
  const engine = await openEngine({ memory: '512MB' });
  workspace.store.all('PRAGMA wal_checkpoint(TRUNCATE)');
  const found: string[] = [];
  for (const name of listTree(root)) {
    const path = join(root, name);
    const text = name.endsWith('.parquet')
      ? JSON.stringify(await engine.rows(sql`SELECT * FROM ${readParquet(path)}`))
      : readFileSync(path, 'latin1');
    if (text.includes(CANARY)) found.push(name.replace(/\/[0-9a-f]{64}$/, ''));
  }
  engine.close();
  return found;
}

test('a rule counts from its day, and without one nothing is due', () => {
  const later = { ...POLICY, years: 5, valid_from: '2026-01-01' };
  assert.equal(ruleOn([later, POLICY], 'received', '2025-12-31')?.years, 10);
  assert.equal(ruleOn([later, POLICY], 'received', '2026-01-01')?.years, 5);
  assert.equal(ruleOn([later, POLICY], 'received', '2019-12-31'), undefined);
  assert.deepEqual(dueFor(workspace, NOW).submissions, []);
  const due = dueFor(
    { ...workspace, config: { ...workspace.config, retention: [POLICY] } },
    '2025-08-21T00:00:00.000Z',
  );
  assert.deepEqual(
    due.submissions.map(({ id }) => id),
    [1, 3],
  );
});

test('one person erases nothing', async () => {
  assert.ok((await whereNamed()).length >= 3);
  const withPolicy = { ...workspace, config: { ...workspace.config, retention: [POLICY] } };
  const due = dueFor(withPolicy, '2025-08-21T00:00:00.000Z');
  assert.throws(
    () => proposeErasure(workspace, { due: { submissions: [], accounts: [] }, rule: POLICY }, by('first')),
    /nothing is past/,
  );
  proposeErasure(workspace, { due, rule: POLICY }, by('first'));
  await assert.rejects(approveErasure(workspace, 'only', by('first')), /another person/);
  assert.ok((await whereNamed()).length >= 3);
});

test('what is erased is nowhere: archive, collected and processed lines, edits, inputs', async () => {
  const before = workspace.store.get<{ receipt: string; sha256: string; salt: string }>(
    'SELECT receipt, sha256, salt FROM submissions WHERE id = 1',
  );
  await approveErasure(workspace, 'only', by('second'));
  assert.deepEqual(await whereNamed(), []);
  assert.equal(await linesLeft(), 0);
  assert.ok(
    listTree(root).some((name) => name.includes('collected/')),
    'lines of others stay',
  );
  const after = workspace.store.get<{ receipt: string }>(
    'SELECT receipt, sha256, salt FROM submissions WHERE id = 1',
  );
  assert.deepEqual({ ...after }, { ...before });
  await eraseFiles(workspace);
  assert.equal(workspace.store.get<{ n: number }>('SELECT count(*) AS n FROM erasures')?.n, 2);
});

test('the release verifies and says what it can no longer prove; the receipt is still proved to be in it', async () => {
  const result = await recomputeRelease(workspace, '2025-S1/1', undefined, by('auditor'));
  assert.ok(result.ok);
  assert.equal(result.compared, 'nothing');
  assert.match(
    result.notes.join(),
    /2 of its declarations were erased.*can no longer be made again.*each receipt can still be proved/,
  );
  const receipt =
    workspace.store.get<{ receipt: string }>('SELECT receipt FROM submissions WHERE id = 1')?.receipt ?? '';
  const manifest = parseManifest(
    readFileSync(join(workspace.layout.release('2025-S1', 1), 'manifest.json'), 'utf8'),
  );
  assert.deepEqual(proofFaults(proveReceipt(workspace, receipt), receipt, manifest), []);
});

test('the next run goes on with the lines of the others', async () => {
  const { run } = await runPipeline(
    { workspace, period: '2025-S1', embargo: null },
    by('office', '2025-09-20T09:00:00.000Z'),
  ).catch((error: Error) => ({ run: error.message }));
  assert.match(typeof run === 'string' ? run : 'went on', /went on|say why its figures move/);
});

/** How many lines of erased declarations are still there. */
async function linesLeft(): Promise<number> {
  const { store, layout } = workspace;
  const ids = store
    .all<{ submission: number }>('SELECT submission FROM erasures')
    .map((row) => row.submission);
  const paths = store
    .all<{ path: string }>('SELECT path FROM files WHERE kind LIKE ? ORDER BY path', 'collected-settlement%')
    .map(({ path }) => join(layout.root, path));
  if (ids.length === 0 || paths.length === 0) return 0;
  const engine = await workspaceEngine(workspace);
  try {
    const [row] = await engine.rows<{ n: string }>(
      sql`SELECT count(*) AS n FROM ${collectedLines('settlement', paths)} WHERE submission IN (${ids})`,
    );
    return Number(row?.n ?? 0);
  } finally {
    engine.close();
  }
}
