// A release made again from the archive: equal bytes, and whatever was changed is named. Each kind is damaged in turn.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { collectFiles } from '../../src/command/collect.ts';
import { initCommand } from '../../src/command/init.ts';
import { proveReceipt } from '../../src/command/prove.ts';
import { publishRelease } from '../../src/command/publication.ts';
import { type Recomputation, recomputeRelease } from '../../src/command/recompute.ts';
import { verifyCommand } from '../../src/command/verify.ts';
import { openWorkspace, type Workspace } from '../../src/command/workspace.ts';
import { fileEntry, manifestText, parseManifest } from '../../src/disseminate/manifest.ts';
import { signatureText } from '../../src/disseminate/minisign.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { openSigner } from '../../src/engine/keys.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { csv } from '../collect/workspace-fixture.ts';
import { TAMPERINGS } from './tampering.ts';

const RELEASE = '2025-S1/1';
const AT = '2025-08-20T09:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'marsad-verify-'));
const root = join(folder, 'ws');
const effects = stillEffects(AT);
let workspace: Workspace;
let receipts: readonly string[];

const ROWS = [
  'L1,B01,R1,968631996000060,FR,C,2025-06-03,EUR,1234.56,IT01,first',
  'L2,B01,R2,972475348000059,US,C,2025-06-04,USD,10.00,IT01,second',
  'L3,B01,R3,975896131000087,FR,C,2025-06-05,EUR,100,IT02,third',
] as const;
const DECLARATIONS = {
  'B01-2025-06.csv': csv({}, ROWS),
  'B01-2025-05.csv': csv(
    { period: '2025-05' },
    ROWS.map((row) => row.replace('2025-06', '2025-05')),
  ),
  'refused.csv': csv({ sender: 'B99' }),
  'B02-2025-06.json': JSON.stringify({
    envelope: {
      ...{ declarant_type: 'bank', sender: 'B02', period: '2025-06', sequence: 1, function: 'original' },
      ...{ replaces: null, created_at: '2025-07-05T10:00:00Z', schema_version: '1', language: 'en' },
      ...{ line_count: 1, control_sums: { EUR: '5000.00' }, synthetic: true },
    },
    lines: [
      {
        ...{ line_id: 'X1', bank_code: 'B02', bank_reference: 'R9', resident_ice: '972475348000059' },
        ...{ counterparty_country: 'FR', direction: 'C', value_date: '2025-06-11', currency: 'EUR' },
        ...{ amount: '5000.00', nature: 'IT01' },
      },
    ],
  }),
} as const;

before(async () => {
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '1GB' }, effects);
  workspace = openWorkspace(root);
  const files = Object.entries(DECLARATIONS).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const answers = await collectFiles(workspace, files, AT, effects);
  assert.deepEqual(
    answers.map(({ state }) => state),
    ['received', 'received', 'refused', 'received'],
  );
  receipts = answers.flatMap(({ receipt }) => receipt ?? []);
  workspace.store.run(
    `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
     VALUES (1, 2, 'amount', '10.00', '20.00', 'manual', 'confirmed by the bank', 'corrected', 'compiler', ?)`,
    AT,
  );
  workspace.store.run(
    `INSERT INTO adjustments (month, segment, ebops, partner, enterprise, source, amount, reason, cause, author, at)
     VALUES ('2025-06', 'ITO', 'SI22', 'FR', '968631996', NULL, '1000.00', 'known from the yearly accounts', 'corrected', 'expert', ?)`,
    AT,
  );
  workspace.store.run("INSERT INTO adjustment_approvals VALUES (1, 'head', ?)", AT);
  await runPipeline({ workspace, period: '2025-S1', embargo: null }, effects);
  publishRelease(workspace, RELEASE, effects);
});

after(() => {
  workspace.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const recompute = (of: Workspace = workspace): Promise<Recomputation> =>
  recomputeRelease(of, RELEASE, undefined, stillEffects('2025-12-01T00:00:00.000Z'));

test('the release is made again from the archive with equal bytes, and nothing is left behind', async () => {
  const found = listTree(root);
  const { checked, ...result } = await recompute();
  assert.deepEqual(result, { ok: true, faults: [], compared: 'bytes', notes: [] });
  assert.equal(checked['inputs'], workspaceInputs());
  assert.deepEqual(listTree(root), found);
});

test('what comes after the release does not disturb it: a replacement, an edit, another version of the definitions', async () => {
  const later = copyOf('later');
  const replacement = csv({ sequence: 2, function: 'replace', replaces: 1, 'control_sum.EUR': '9334.56' }, [
    ...ROWS.slice(0, 2),
    'L3,B01,R3,975896131000087,FR,C,2025-06-05,EUR,8100,IT02,third',
  ]);
  writeFileSync(join(folder, 'again.csv'), replacement);
  const [answer] = await collectFiles(later, [join(folder, 'again.csv')], AT, effects);
  assert.equal(answer?.state, 'received');
  later.store.run(
    `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
     VALUES (1, 1, 'amount', '1234.56', '1.00', 'manual', 'wrong', 'corrected', 'compiler', ?)`,
    '2025-10-01T00:00:00.000Z',
  );
  const head = join(later.layout.domain, 'domain.yaml');
  writeFileSync(head, readFileSync(head, 'utf8').replace(/^version: .*$/m, "version: '1.1'"));
  const reopened = openWorkspace(later.layout.root);
  assert.deepEqual((await recompute(reopened)).faults, []);
  reopened.store.close();
  later.store.close();
});

for (const { what, damage, says } of TAMPERINGS) {
  test(`changed and named: ${what}`, async () => {
    const copy = copyOf('damaged');
    damage(copy);
    copy.store.close();
    const damaged = openWorkspace(copy.layout.root);
    try {
      const { ok, faults } = await recompute(damaged);
      assert.equal(ok, false);
      assert.match(faults.join('\n'), says);
    } finally {
      damaged.store.close();
    }
  });
}

test('a release that holds what the chain does not make is not verified, even with the signature of the office', async () => {
  const copy = copyOf('forged');
  const release = copy.layout.release('2025-S1', 1);
  const path = join(release, 'quality.json');
  const forged = readFileSync(path, 'utf8').replace(/"received": \d+/, '"received": 99');
  const text = readFileSync(join(release, 'manifest.json'), 'utf8');
  const manifest = parseManifest(text);
  const files = { ...manifest.files, 'quality.json': fileEntry(forged) };
  const resigned = manifestText({ ...manifest, files });
  writeFileSync(path, forged);
  writeFileSync(join(release, 'manifest.json'), resigned);
  const signature = signatureText(resigned, 'forged', openSigner(copy.layout.secrets));
  writeFileSync(join(release, 'manifest.json.minisig'), signature);
  const { ok, faults } = await recompute(copy);
  assert.equal(ok, false);
  assert.match(
    faults.join('\n'),
    /quality\.json is made again with other bytes, line \d+: found .*7,.* expected .*99/,
  );
  copy.store.close();
});

test('the command checks a proof and the declaration against the folder of a release', async () => {
  const [receipt = ''] = receipts;
  const path = join(folder, 'proof.json');
  writeFileSync(path, JSON.stringify(proveReceipt(workspace, receipt)));
  const release = workspace.layout.release('2025-S1', 1);
  const verify = (options: object) => {
    const lines: string[] = [];
    return verifyCommand
      .run([release], { receipt, proof: path, ...options }, stillEffects(AT, lines))
      .then((code) => ({ code, text: lines.join('\n') }));
  };
  const own = await verify({ declaration: join(folder, 'B01-2025-06.csv') });
  assert.equal(own.code, 0);
  assert.match(own.text, /\(1 signature, \d+ files, \d+ dataflows, \d+ equations, 1 receipt\)/);
  const other = await verify({ declaration: join(folder, 'B01-2025-05.csv') });
  assert.equal(other.code, 1);
  assert.match(other.text, /its bytes differ/);
  assert.equal((await verify({ receipt: receipts[1] })).code, 1);
});

function copyOf(name: string): Workspace {
  const to = join(folder, name);
  rmSync(to, { recursive: true, force: true });
  workspace.store.run('UPDATE runs SET id = id');
  workspace.store.get('PRAGMA wal_checkpoint(TRUNCATE)');
  cpSync(root, to, { recursive: true });
  return openWorkspace(to);
}

function workspaceInputs(): number {
  return readFileSync(workspace.layout.runFile(1, 'inputs.ndjson'), 'utf8').trimEnd().split('\n').length - 1;
}
