// No output, log, answer of the data API, manifest or file outside the secrets lets the parameters of disclosure control be
// read: a run with parameters that no other number looks like, released and published, and everything that it left searched.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { collectFiles } from '../../src/command/collect.ts';
import { initCommand } from '../../src/command/init.ts';
import { protectCommand } from '../../src/command/protect.ts';
import { publishRelease } from '../../src/command/publication.ts';
import { risksCommand } from '../../src/command/risks.ts';
import { openWorkspace, type Workspace } from '../../src/command/workspace.ts';
import { readDisclosure } from '../../src/design/disclosure.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import type { Wording } from '../../src/engine/errors.ts';
import { listTree } from '../../src/engine/files.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { csv } from '../collect/workspace-fixture.ts';

const AT = '2025-08-20T09:00:00.000Z';
const KEY = '5ec4e7'.repeat(11).slice(0, 64);
const PARAMETERS = `key: '${KEY}'
parameters:
  - valid_from: '2000-01-01'
    frequency: 3
    p: '13.73191'
    q: '64.21993'
    dominance: [{ n: 1, k: '87.71377' }]
waivers:
  - { holding: '968631996', valid_from: '2025-01-01', reference: 'lettre-4711-canari' }
`;
/** As written, as fractions, and what is only in the secrets. */
const SECRETS = /13[.,]?73191|64[.,]?21993|87[.,]?71377|5ec4e75ec4e7|lettre-4711-canari/;

const folder = mkdtempSync(join(tmpdir(), 'marsad-secrets-'));
const root = join(folder, 'ws');
const said: string[] = [];
const effects = stillEffects(AT, said);
let workspace: Workspace;

before(async () => {
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '1GB' }, effects);
  workspace = openWorkspace(root);
  writeFileSync(join(root, 'secrets', 'disclosure.yaml'), PARAMETERS);
  const path = join(folder, 'B01-2025-06.csv');
  writeFileSync(
    path,
    csv({ 'control_sum.EUR': '1334567.56', 'control_sum.USD': '100000.00' }, [
      'L1,B01,R1,968631996000060,FR,C,2025-06-03,EUR,1234567.56,IT01,first',
      'L2,B01,R2,972475348000059,US,C,2025-06-04,USD,100000.00,IT01,second',
      'L3,B01,R3,975896131000087,FR,C,2025-06-05,EUR,100000,IT02,third',
    ]),
  );
  const [answer] = await collectFiles(workspace, [path], AT, effects);
  assert.equal(answer?.state, 'received');
  const log = {
    ...effects.log,
    progress: (text: Wording) => said.push(JSON.stringify(text)),
    note: (text: Wording) => said.push(JSON.stringify(text)),
  };
  await runPipeline({ workspace, period: '2025-06', embargo: null }, { ...effects, log });
  for (const options of [{}, { json: true }, { why: true }, { compare: true }, { compare: true, json: true }])
    await protectCommand.run([root], options, { ...effects, log });
  await risksCommand.run([root], { json: true }, effects);
  publishRelease(workspace, '2025-06/1', effects);
});

after(() => {
  workspace.store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing that is said, and no file outside the secrets, holds a parameter, a waiver or the key', () => {
  assert.ok(said.length > 10 && said.some((line) => line.includes('bound')));
  assert.doesNotMatch(said.join('\n'), SECRETS);
  workspace.store.get('PRAGMA wal_checkpoint(TRUNCATE)');
  const names = listTree(root).filter((name) => !name.startsWith('secrets/'));
  assert.ok(names.some((name) => name.endsWith('manifest.json')) && names.includes('store/office.db'));
  for (const name of names) assert.doesNotMatch(readFileSync(join(root, name), 'latin1'), SECRETS, name);
  assert.match(
    readFileSync(join(root, 'secrets', 'disclosure.yaml'), 'latin1'),
    SECRETS,
    'the search finds them',
  );
});

test('which rule hit is in the office’s own record and in nothing that is public', () => {
  const published = listTree(join(root, 'public')).filter((name) => !name.endsWith('structure.json'));
  for (const name of published.filter((each) => /\.(csv|json|html|jsonl)$/.test(each)))
    assert.doesNotMatch(
      readFileSync(join(root, 'public', name), 'utf8'),
      /"rules"|dominance|"frequency"/,
      name,
    );
});

test('the data API and the pages answer with the one code for every blank, and with no parameter', async () => {
  const app = publicApplication(loadReleases(join(root, 'public')), (text) => said.push(text));
  const paths = [
    '/sdmx/3/data/dataflow/*/EXPORTS/*?format=csv',
    '/sdmx/3/data/dataflow/*/EXPORTS/*',
    '/sdmx/3/structure/dataflow/*/*/*?references=all',
    ...['ar', 'fr', 'en'].flatMap((language) => [`/${language}`, `/${language}/methodology`]),
    '/api',
    '/api/openapi.json',
  ];
  for (const path of paths) {
    const answer = await app.request(path);
    assert.ok(answer.status < 400, `${path} ${answer.status}`);
    assert.doesNotMatch(await answer.text(), SECRETS, path);
  }
  const rows = (await (await app.request('/sdmx/3/data/dataflow/*/EXPORTS/*?format=csv')).text()).split('\n');
  const blanks = rows.filter((line) => line.includes(',Q,'));
  assert.ok(blanks.length > 0);
  for (const line of blanks) assert.match(line, /,,Q,C,/);
});

test('the manifest commits by a key: no hash of the parameters alone confirms a guess', () => {
  const manifest = JSON.parse(
    readFileSync(join(root, 'public/releases/2025-06/1/manifest.json'), 'utf8'),
  ) as {
    readonly disclosure: string;
    readonly protection: { readonly certificate: string };
  };
  const { parameters, waivers } = readDisclosure(PARAMETERS, 'test');
  const content = JSON.stringify([parameters, waivers], (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const plain = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const guess of [content, PARAMETERS, `${content}\n`])
    assert.notEqual(manifest.disclosure, plain(guess));
  const certificate = readFileSync(workspace.layout.runFile(1, 'certificate.json'), 'utf8');
  assert.notEqual(manifest.protection.certificate, plain(certificate));
});
