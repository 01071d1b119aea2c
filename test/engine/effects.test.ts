import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { accountName, readSaid } from '../../src/engine/effects.ts';

const EFFECTS = join(import.meta.dirname, '../../src/engine/effects.ts');
const PROGRAM = `import { systemEffects } from ${JSON.stringify(EFFECTS)};
const { log } = systemEffects();
for (let at = 0; at < 200000; at += 1) { log.print('a line of the answer ' + at); if (at % 1000 === 0) await new Promise((r) => setImmediate(r)); }
process.exitCode = 0;`;

test('a reader that has seen enough ends nothing but the answer', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM]);
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(Buffer.concat(errors).toString(), '');
  assert.equal(code, 0);
});

test('an account that the system has no name for acts under its number, and two of them are two', () => {
  const unknown = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  assert.equal(
    accountName(() => ({ username: 'marsad' }), 10001),
    'marsad',
  );
  assert.equal(accountName(unknown, 10001), 'uid-10001');
  assert.notEqual(accountName(unknown, 10002), accountName(unknown, 10001));
});

test('what a program said for readers of any language is read back, its own words and a torn line as they are', () => {
  const said = { ar: 'قُبل', fr: 'accepté', en: 'accepted' };
  const log = ['Error: full', JSON.stringify(said), '', '{"ar":"torn', '{"ar":1,"fr":2,"en":3}'].join('\n');
  assert.deepEqual(readSaid(log), ['Error: full', said, '{"ar":"torn', '{"ar":1,"fr":2,"en":3}']);
});
