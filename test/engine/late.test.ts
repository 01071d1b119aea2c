// What a command loads before it does anything: the sources, and no package that only some commands or changes need.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');

/** The packages that are loaded with a source. */
function packagesOf(source: string): readonly string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const seen = new Set();
    registerHooks({ resolve: (name, context, next) => {
      const found = next(name, context);
      const own = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(found.url)?.[1];
      if (own !== undefined) seen.add(own);
      return found;
    } });
    await import(${JSON.stringify(join(root, source))});
    console.log(JSON.stringify([...seen].sort()));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: root,
  });
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout) as readonly string[];
}

test('opening a workspace and tracing load no reader of definitions, no schemas and no SQL engine', () => {
  assert.deepEqual(packagesOf('src/command/workspace.ts'), []);
  assert.deepEqual(packagesOf('src/command/trace.ts'), []);
});

test('what reads definitions is seen when it is loaded', () => {
  const packages = packagesOf('src/design/load-domain.ts');
  for (const name of ['yaml', 'zod', 'csv-parse']) assert.ok(packages.includes(name), name);
});
