// A release made again from the archive: equal bytes, and whatever was changed is named. Each kind is damaged in turn.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const DAMAGES: readonly {
  readonly what: string;
  readonly damage: (copy: Workspace) => void;
  readonly says: RegExp;
}[] = [
  {
    what: 'an archived byte',
    damage: ({ layout }) => appendFileSync(layout.archive(hashOf('B01-2025-05.csv')), ' '),
    says: /submission 2 \(B01-2025-05\.csv of B01, 2025-05\): archived file [0-9a-f]{64} has other bytes/,
  },
  {
    what: 'a byte of a file that was refused',
    damage: ({ layout }) => appendFileSync(layout.archive(hashOf('refused.csv')), ' '),
    says: /refused file refused\.csv .* has other bytes/,
  },
  {
    what: 'an archived file that is gone',
    damage: ({ layout }) => rmSync(layout.archive(hashOf('B02-2025-06.json'))),
    says: /submission 4 \(B02-2025-06\.json of B02, 2025-06\): .* is no longer there/,
  },
  {
    what: 'a kept exchange rate',
    damage: ({ layout, domain }) =>
      replaceIn(join(layout.root, 'archive/definitions', domain.hash, 'rates.csv')),
    says: /definition rates\.csv has other bytes than the run saw, line \d+: found .*EUR.*, expected .*EUR/,
  },
  {
    what: 'an exchange rate of the workspace',
    damage: ({ layout }) => replaceIn(join(layout.domain, 'rates.csv')),
    says: /definition rates\.csv of the workspace was changed without a new version .* line \d+: found .*EUR/,
  },
  {
    what: 'a kept rule',
    damage: ({ layout, domain }) =>
      appendFileSync(join(layout.root, 'archive/definitions', domain.hash, 'rules.yaml'), '\n'),
    says: /definition rules\.yaml has other bytes/,
  },
  {
    what: 'an edit',
    damage: ({ store }) => void store.run("UPDATE edits SET after = '30.00' WHERE seq = 1"),
    says: /^edit 1 \(line 1\/2\): after is 30\.00, the run saw 20\.00$/m,
  },
  {
    what: 'an edit that is gone',
    damage: ({ store }) => void store.run('DELETE FROM edits'),
    says: /^edit 1 is gone$/m,
  },
  {
    what: 'a submission that is taken out',
    damage: ({ store }) => void store.run("UPDATE submissions SET state = 'cancelled' WHERE id = 4"),
    says: /^submission 4: state is cancelled, the run saw received$/m,
  },
  {
    what: 'an instant of receipt',
    damage: ({ store }) => void store.run("UPDATE submissions SET received_at = '2025-01-01' WHERE id = 1"),
    says: /^submission 1: received_at is 2025-01-01, the run saw 2025-08-20/m,
  },
  {
    what: 'a change of the register that is dated back',
    damage: ({ store }) =>
      void store.run(
        "INSERT INTO register_changes (enterprise, field, before, after, valid_from, reason, author, at) VALUES ('001561191', 'segment', 'ITO', 'CRM', '2020-01-01', 'none', 'nobody', '2025-01-01')",
      ),
    says: /^register change 1 was not there when the run was made/m,
  },
  {
    what: 'the parameters of disclosure control',
    damage: ({ layout }) => {
      const [name = ''] = listTree(join(layout.secrets, 'kept'));
      appendFileSync(join(layout.secrets, 'kept', name), '\n');
    },
    says: /parameters of disclosure control: the kept file has other bytes/,
  },
  {
    what: 'the list of what the run was made from',
    damage: ({ layout }) => appendFileSync(layout.runFile(1, 'inputs.ndjson'), '{}\n'),
    says: /inputs\.ndjson is not the list that the release is signed with/,
  },
  {
    what: 'the record of the cut',
    damage: ({ store }) => void store.run('UPDATE runs SET cut_edit = 0'),
    says: /run 1: cut of edits is 0, the release is signed with 1/,
  },
  {
    what: 'a published value',
    damage: ({ layout }) => {
      const path = join(layout.release('2025-S1', 1), 'EXPORTS.csv');
      appendFileSync(path, '\n');
    },
    says: /EXPORTS\.csv is not what the manifest says/,
  },
];

for (const { what, damage, says } of DAMAGES) {
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
  assert.equal((await verify({ declaration: join(folder, 'B01-2025-06.csv') })).code, 0);
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

function hashOf(name: keyof typeof DECLARATIONS): string {
  const row = workspace.store.get<{ sha256: string }>('SELECT sha256 FROM submissions WHERE name = ?', name);
  return row?.sha256 ?? '';
}

function replaceIn(path: string): void {
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/^(EUR,.*)(\d)$/m, (_, rest, last) => `${rest}${(Number(last) + 1) % 10}`),
  );
}

function workspaceInputs(): number {
  return readFileSync(workspace.layout.runFile(1, 'inputs.ndjson'), 'utf8').trimEnd().split('\n').length - 1;
}
