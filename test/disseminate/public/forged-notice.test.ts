// Who can write the public folder and has no key can take away, and tell nothing: neither withdrawal nor reason nor instant.

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { publicKeyText } from '../../../src/disseminate/minisign.ts';
import { noticeLine, parseNotices } from '../../../src/disseminate/notices.ts';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { passingSigner } from '../../../src/engine/keys.ts';
import { publishInto, releaseContent, SIGNER } from '../release-fixture.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-forged-'));
after(() => rmSync(place, { recursive: true, force: true }));
const content = await releaseContent();
const PATH = '/files/2025-S1/1/manifest.json';
let folder = '';
let notices = '';

beforeEach(() => {
  folder = mkdtempSync(join(place, 'public-'));
  notices = join(folder, 'notices.jsonl');
  publishInto(folder, content, '2025-10-01T09:00:00Z');
});

/** A withdrawal of the release that the folder holds, signed by somebody, after some lines. */
function withdrawal(signer: typeof SIGNER, text = readFileSync(notices, 'utf8')): string {
  const [{ release, manifest } = { release: '', manifest: '' }] = parseNotices(readFileSync(notices, 'utf8'));
  const reason = { ar: 'خطأ', fr: 'une erreur', en: 'an error' };
  const event = { at: '2025-10-02T09:00:00Z', kind: 'withdrawn' as const, release, manifest, reason };
  return noticeLine(event, text, signer);
}

async function statusOver(change: () => void): Promise<{ status: number; said: readonly string[] }> {
  const said: string[] = [];
  const releases = loadReleases(folder, (text) => said.push(text));
  const app = publicApplication(releases);
  assert.equal((await app.request(PATH)).status, 200);
  change();
  releases.refresh();
  releases.refresh();
  return { status: (await app.request(PATH)).status, said };
}

test('a withdrawal that the office signed is believed', async () => {
  const { status, said } = await statusOver(() => appendFileSync(notices, withdrawal(SIGNER)));
  assert.deepEqual([status, said], [410, []]);
});

const FORGED: readonly (readonly [name: string, line: () => string, fault: RegExp])[] = [
  ['signed by another key', () => withdrawal(passingSigner()), /notices\.jsonl:2: /],
  ['signed by the office for another place', () => withdrawal(SIGNER, ''), /2: does not continue the line/],
  ['with other words', () => withdrawal(SIGNER).replace('an error', 'a lie'), /notices\.jsonl:2: /],
];

for (const [name, line, fault] of FORGED)
  test(`a withdrawal ${name} changes nothing, and is told once`, async () => {
    const { status, said } = await statusOver(() => appendFileSync(notices, line()));
    assert.equal(status, 200);
    assert.equal(said.length, 1);
    assert.match(said.join(), fault);
  });

test('a folder that was signed whole by another key is served only to who trusts the key in it', async () => {
  const office = readFileSync(join(folder, 'marsad.pub'), 'utf8');
  const thief = passingSigner();
  writeFileSync(join(folder, 'marsad.pub'), publicKeyText(thief.publicKey));
  writeFileSync(notices, withdrawal(thief, ''));
  const statusBy = async (trusted?: string) => {
    const app = publicApplication(loadReleases(folder, () => {}, trusted));
    return (await app.request(PATH)).status;
  };
  assert.equal(await statusBy(), 410, 'the lie of the thief');
  assert.equal(await statusBy(office), 404);
});

test('a server that starts over forged notices serves nothing, and is told why', async () => {
  const text = readFileSync(notices, 'utf8');
  writeFileSync(notices, text.replace('2025-10-01T09:00:00Z', '2024-10-01T09:00:00Z'));
  const said: string[] = [];
  const app = publicApplication(loadReleases(folder, (line) => said.push(line)));
  assert.equal((await app.request(PATH)).status, 404);
  assert.match(said.join(), /notices\.jsonl is not believed/);
});
