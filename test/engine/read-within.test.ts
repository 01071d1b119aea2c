import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { NotFound } from '../../src/engine/errors.ts';
import { readWithin } from '../../src/engine/read-within.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-within-'));
after(() => rmSync(place, { recursive: true, force: true }));
const folder = join(place, 'public');
mkdirSync(join(folder, 'keys'), { recursive: true });
mkdirSync(join(place, 'public-not'));
for (const path of ['secret', 'public-not/secret', 'public/keys/1.json'])
  writeFileSync(join(place, path), path);
symlinkSync(join(place, 'secret'), join(folder, 'linked'));
symlinkSync(place, join(folder, 'above'));
symlinkSync(join(folder, 'keys'), join(folder, 'inside'));

test('what lies below the folder is read, by a link within it too', () => {
  for (const name of ['keys/1.json', 'inside/1.json', 'keys/../keys/1.json'])
    assert.equal(Buffer.from(readWithin(folder, name)).toString(), 'public/keys/1.json', name);
});

for (const name of [
  '../secret',
  '../public-not/secret',
  'linked',
  'above/secret',
  'keys/../../secret',
  'none',
])
  test(`what lies elsewhere does not exist: ${name}`, () => {
    assert.throws(() => readWithin(folder, name), NotFound);
  });
