import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { keptOr } from '../../src/engine/kept.ts';

const above = mkdtempSync(join(tmpdir(), 'kept-'));
const folder = join(above, 'kept');
let made = 0;
const ask = (content: string): unknown =>
  keptOr('square', content, () => ({ number: ++made, of: content, exact: 10n, gone: undefined }), folder);

after(() => rmSync(above, { recursive: true }));
beforeEach(() => {
  made = 0;
  rmSync(folder, { recursive: true, force: true });
});

test('the same content is made once and given as it was made', () => {
  const first = ask('a');
  assert.deepEqual(ask('a'), first);
  assert.notEqual(ask('a'), first);
  assert.equal(made, 1);
});

test('another content is another thing, and the first is still there', () => {
  const [first, second] = [ask('a'), ask('b')];
  assert.notDeepEqual(first, second);
  assert.deepEqual([ask('a'), ask('b'), made], [first, second, 2]);
});

test('what was damaged, cut off or emptied is made anew', () => {
  for (const damage of [
    (path: string) => truncateSync(path, 70),
    (path: string) => writeFileSync(path, ''),
    (path: string) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 3] = 0x7e;
      writeFileSync(path, bytes);
    },
  ]) {
    ask('a');
    const before = made;
    for (const name of readdirSync(folder)) damage(join(folder, name));
    assert.deepEqual(ask('a'), { number: before + 1, of: 'a', exact: 10n, gone: undefined });
  }
});

test('what cannot be made is said every time, and nothing is kept of it', () => {
  const fail = () =>
    keptOr(
      'square',
      'c',
      () => {
        throw new Error('no square');
      },
      folder,
    );
  assert.throws(fail, /no square/);
  assert.throws(fail, /no square/);
  assert.throws(() => readdirSync(folder), /ENOENT/);
});

test('a folder that cannot be written keeps nothing and hinders nothing', () => {
  writeFileSync(folder, 'a file where the folder would be');
  assert.deepEqual([ask('a'), ask('a')].length, 2);
  assert.equal(made, 2);
});

test('of very many the newest are kept', () => {
  for (let at = 0; at < 70; at += 1) ask(String(at));
  assert.ok(readdirSync(folder).length <= 64);
  made = 0;
  ask('69');
  assert.equal(made, 0);
});
