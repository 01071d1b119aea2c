// What lies in deploy/: the steps of the Containerfile done by hand in a bare folder, with the packages of production alone;
// the units as the program takes their commands, and as systemd reads them where it is there. No container engine is used.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { COMMANDS } from '../src/main.ts';

const root = join(import.meta.dirname, '..');
const deploy = join(root, 'deploy');

function bareFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-image-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The packages that `npm ci --omit=dev` would leave, and the commands that they bring. */
function putPackages(folder: string): void {
  type Lock = { readonly packages: { readonly [path: string]: { readonly dev?: boolean } } };
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    if (dev === true || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) || !existsSync(join(root, path)))
      continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path));
  }
  mkdirSync(join(folder, 'node_modules', '.bin'));
  symlinkSync(join(root, 'node_modules', '.bin', 'node'), join(folder, 'node_modules', '.bin', 'node'));
}

test('the steps of the Containerfile leave a program that makes a workspace and an office', (t) => {
  const text = readFileSync(join(deploy, 'Containerfile'), 'utf8');
  const [, last = ''] = text.split(/^FROM .*slim$/m);
  const folder = bareFolder(t);
  const steps = [...last.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)];
  assert.ok(steps.length >= 3);
  for (const [, sources = '', to = ''] of steps)
    for (const source of sources.split(' ')) {
      const target = to === './' ? join(folder, source) : join(folder, to);
      cpSync(join(root, source), target, { recursive: true });
    }
  putPackages(folder);
  const entry = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(last)?.[1] ?? '[]') as string[];
  const [node = '', main = ''] = entry.map((word) => word.replace('/opt/marsad', folder));
  const marsad = (...words: readonly string[]) =>
    execFileSync(node, [main, ...words], {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
      timeout: 60_000,
    });
  assert.match(marsad(...(JSON.parse(/^CMD (.+)$/m.exec(last)?.[1] ?? '[]') as string[])), /office WS/);
  const workspace = join(folder, 'workspace');
  marsad('init', workspace, '--synthetic');
  assert.match(marsad('office', workspace, '--routes'), /POST \/declare\/file/);
  assert.match(last, /^USER 10001$/m);
});

const units = readdirSync(deploy).filter((name) => name.endsWith('.service'));

for (const unit of units)
  test(`${unit}: the program has the command and its options, and the unit gives few rights`, async () => {
    const text = readFileSync(join(deploy, unit), 'utf8');
    const starts = [...text.matchAll(/main\.ts (\w+)([^\n;|']*)/g)];
    assert.ok(starts.length > 0);
    for (const [, name = '', rest = ''] of starts) {
      const command = await COMMANDS[name]?.();
      assert.ok(command !== undefined, name);
      for (const [, option = ''] of rest.matchAll(/ --([a-z-]+)/g))
        assert.ok(option in command.options || option === 'json', `${name} --${option}`);
    }
    for (const right of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'PrivateTmp=yes',
      'ProtectHome=yes',
      'CapabilityBoundingSet=',
    ])
      assert.match(text, new RegExp(`^${right}$`, 'm'), right);
    assert.match(text, /^User=(?!root)\w/m);
    // The address with https is a proxy's: without the option all who come by it count as one client.
    for (const [line] of text.matchAll(/main\.ts (?:office|serve) .*--origin https.*/g))
      assert.match(line, / --proxied\b/, unit);
  });

test('systemd takes every unit as it is, where it is there to ask', (t) => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0)
    return t.diagnostic('no systemd here: not asked');
  const folder = bareFolder(t);
  const names = readdirSync(deploy).filter((name) => /\.(service|timer)$/.test(name));
  for (const name of names) {
    const text = readFileSync(join(deploy, name), 'utf8');
    writeFileSync(join(folder, name), text.replaceAll('/opt/marsad/node_modules/.bin/node', '/bin/true'));
  }
  const { stderr } = spawnSync('systemd-analyze', ['verify', ...names.map((name) => join(folder, name))], {
    encoding: 'utf8',
  });
  const own = stderr.split('\n').filter((line) => names.some((name) => line.includes(name)));
  assert.deepEqual(own, []);
});
