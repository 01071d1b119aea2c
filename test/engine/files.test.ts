import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { copyPart, keepAs } from '../../src/engine/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-files-'));
after(() => rmSync(folder, { recursive: true }));

test('a copy has the bytes of the file, is its owner’s alone whoever may read the file, and gets its name', async () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  const source = join(folder, 'source');
  writeFileSync(source, bytes);
  for (const mode of [0o644, 0o444]) {
    chmodSync(source, mode);
    const part = join(folder, 'below', `${mode}.part`);
    await copyPart(source, part);
    assert.equal(statSync(part).mode & 0o777, 0o600);
    const kept = join(folder, 'archive', String(mode));
    await keepAs(part, kept);
    assert.ok(readFileSync(kept).equals(bytes));
    assert.equal(statSync(part, { throwIfNoEntry: false }), undefined);
  }
});

test('what is no file, such as a pipe, is copied to its end', async () => {
  const pipe = join(folder, 'pipe');
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const writer = spawn('sh', ['-c', `printf 'one,two\\nthree' > '${pipe}'`], { stdio: 'ignore' });
  await copyPart(pipe, join(folder, 'piped.part'));
  writer.unref();
  assert.equal(readFileSync(join(folder, 'piped.part'), 'utf8'), 'one,two\nthree');
});
