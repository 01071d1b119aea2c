// The public process as it really runs: started by its command line, under the permission model.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { publicKeyText } from '../../src/disseminate/minisign.ts';
import { confinement, programFolders } from '../../src/engine/confined.ts';
import { passingSigner } from '../../src/engine/keys.ts';
import { factsOf, observationsOf, publishInto, releaseContent } from '../disseminate/release-fixture.ts';

const workspace = mkdtempSync(join(tmpdir(), 'marsad-serve-'));
const folder = join(workspace, 'public');
const secret = join(workspace, 'secrets', 'disclosure.yaml');
const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const key = join(workspace, 'office.pub');
let server: ChildProcess;
let address = '';

before(async () => {
  mkdirSync(join(workspace, 'secrets'));
  writeFileSync(secret, 'TOP-SECRET');
  publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
  copyFileSync(join(folder, 'marsad.pub'), key);
  // The key in the folder is a thief's by now: what is served follows from the one that lies elsewhere.
  writeFileSync(join(folder, 'marsad.pub'), publicKeyText(passingSigner().publicKey));
  symlinkSync(secret, join(folder, 'releases', '2025-S1', '1', 'leak.csv'));
  symlinkSync(join(workspace, 'secrets'), join(folder, 'leaks'));
  rmSync(join(folder, 'releases', '2025-S1', '1', 'EXPORTS.xlsx'));
  symlinkSync(secret, join(folder, 'releases', '2025-S1', '1', 'EXPORTS.xlsx'));
  server = spawn(process.execPath, [MAIN, 'serve', folder, '--port', '0', '--proxied', '--pubkey', key], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  address = await new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /at (http:\/\/\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(text)));
  });
});

after(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(workspace, { recursive: true, force: true });
});

test('pages, data and files are served', async () => {
  const page = await fetch(`${address}/ar`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /dir="rtl"/);
  const data = await fetch(`${address}/sdmx/3/data/dataflow/*/EXPORTS/*/S.MA.W1.ITO.EXPORTS.MAD.2025`);
  assert.equal(data.status, 200);
  assert.match(await data.text(), /S,MA,W1,ITO,EXPORTS,MAD,2025,2025-S1,5250,/);
  const file = await fetch(`${address}/files/2025-S1/1/manifest.json`);
  assert.equal(((await file.json()) as { id: string }).id, '2025-S1/1');
});

/** A request whose path is sent as it is written, without what a client would put right. */
function rawRequest(path: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

test('what is answered is what it says it is: no browser guesses', async () => {
  const flow = 'dataflow/*/EXPORTS/*/S.MA.W1.ITO.EXPORTS.MAD.2025';
  for (const path of [
    ...['/ar', '/fr/check', '/files/2025-S1/1/manifest.json', '/files/2025-S1/1/bulletin.fr.html'],
    ...['/releases/2025-S1/1/manifest.json', '/notices.jsonl', '/marsad.pub', '/files/2025-S1/1/none'],
    ...[`/sdmx/3/data/${flow}`, '/sdmx/3/structure/dataflow', '/api/openapi.json', '/sdmx/3/none'],
  ]) {
    const answer = await fetch(`${address}${path}`);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', `${path}: ${answer.status}`);
  }
});

test('behind a proxy each client has a count of its own, by the address that the proxy wrote last', async () => {
  const left = async (forwarded: string) => {
    const answer = await fetch(`${address}/health`, { headers: { 'x-forwarded-for': forwarded } });
    return answer.headers.get('ratelimit-remaining');
  };
  assert.equal(await left('192.0.2.1'), '5999');
  assert.equal(await left('192.0.2.1, 192.0.2.2'), '5999');
  assert.equal(await left('198.51.100.7, 192.0.2.1'), '5998');
});

test('no path leads out of the released files', async () => {
  const tricks = [
    '/files/2025-S1/1/leak.csv',
    '/files/2025-S1/1/EXPORTS.xlsx',
    '/files/2025-S1/1/../../../../secrets/disclosure.yaml',
    '/files/2025-S1/1/..%2f..%2f..%2f..%2fsecrets%2fdisclosure.yaml',
    '/files/..%2f..%2fsecrets/1/disclosure.yaml',
    '/files/%2e%2e/1/%2e%2e%2fsecrets',
    '/files//etc/passwd',
    '/../../../../etc/passwd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2fetc%2fpasswd',
    '/leaks/disclosure.yaml',
    '/secrets/disclosure.yaml',
    '/sdmx/3/data/dataflow/*/..%2f..%2fsecrets/*',
    '/files/2025-S1/1/manifest.json%00.csv',
  ];
  for (const path of tricks) {
    const answer = await rawRequest(path);
    assert.ok(!/TOP-SECRET|root:|"dependencies"/.test(answer), `${path} got out`);
    assert.ok(!answer.startsWith('HTTP/1.1 5'), `${path}: ${answer.slice(0, 40)}`);
    assert.ok(!answer.startsWith('HTTP/1.1 200'), `${path}: ${answer.slice(0, 40)}`);
  }
});

test('the process itself could not, even if the program were made to', () => {
  const attempts = [
    `require('node:fs').readFileSync(${JSON.stringify(secret)})`,
    "require('node:fs').readFileSync('/etc/passwd')",
    `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'x'))}, 'x')`,
    "require('node:child_process').execSync('id')",
    "new (require('node:worker_threads').Worker)('1', { eval: true })",
    "process.dlopen({ exports: {} }, '/lib/x.so')",
  ];
  const confined = confinement([...programFolders(), folder]);
  for (const attempt of attempts) {
    const { status, stderr } = spawnSync(process.execPath, [...confined, '-e', attempt], {
      encoding: 'utf8',
    });
    assert.notEqual(status, 0, attempt);
    assert.match(stderr, /ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED/, attempt);
  }
  const allowed = `require('node:fs').readFileSync(${JSON.stringify(join(folder, 'notices.jsonl'))})`;
  assert.equal(spawnSync(process.execPath, [...confined, '-e', allowed]).status, 0);
});

test('a release is served soon after it appears', async () => {
  const previous = observationsOf((each) => (each.key.includes('.ITO.') ? { ...each, value: '5251' } : each));
  const facts = factsOf({ id: '2025-S1/2', number: 2, status: 'correction', causes: ['erratum'] });
  publishInto(folder, await releaseContent(previous, facts), '2025-11-01T09:00:00Z');
  const deadline = Date.now() + 8000;
  let status = 404;
  while (status !== 200 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    status = (await fetch(`${address}/files/2025-S1/2/manifest.json`)).status;
  }
  assert.equal(status, 200);
  const asOf = await fetch(
    `${address}/sdmx/3/data/dataflow/*/EXPORTS/*/S.MA.W1.ITO.EXPORTS.MAD.2025?asOf=2025-10-15`,
  );
  assert.match(await asOf.text(), /2025-S1,5250,/);
});
