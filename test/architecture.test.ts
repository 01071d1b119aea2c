// The shape of the program, held: phases meet in tables only, the outside comes in by the engine.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { PUBLIC_ENTRY, readSources, type Source, violations } from './import-graph.ts';

const root = join(import.meta.dirname, '..');
const sources = readSources(root);

test('no phase imports another, only the engine touches the outside, the public reaches nothing confidential', () => {
  assert.ok(sources.length > 50, `only ${sources.length} sources were found`);
  assert.ok(
    sources.some(({ path }) => path === PUBLIC_ENTRY),
    `${PUBLIC_ENTRY} is gone: name the new entry`,
  );
  assert.deepEqual(violations(sources), []);
});

const BREAKS: readonly { readonly name: string; readonly source: Source; readonly says: RegExp }[] = [
  {
    name: 'a phase that imports another',
    source: { path: 'src/analyse/broken.ts', text: "import { x } from '../process/validate.ts';" },
    says: /phase analyse knows src\/process/,
  },
  {
    name: 'a phase that imports a command',
    source: {
      path: 'src/collect/broken.ts',
      text: "import type {\n  Workspace,\n} from '../command/workspace.ts';",
    },
    says: /phase collect knows src\/command/,
  },
  {
    name: 'a phase that reads files by itself',
    source: { path: 'src/process/broken.ts', text: "import { readFileSync } from 'node:fs';" },
    says: /touches the outside: node:fs/,
  },
  {
    name: 'a phase that loads a module late',
    source: { path: 'src/process/broken.ts', text: "const x = await import('node:child_process');" },
    says: /touches the outside: node:child_process/,
  },
  {
    name: 'an engine that knows a phase',
    source: { path: 'src/engine/broken.ts', text: "export { x } from '../design/tables.ts';" },
    says: /engine\/broken.ts knows src\/design/,
  },
  {
    name: 'a public page that opens the store',
    source: { path: PUBLIC_ENTRY, text: "import { openStore } from '../../engine/store.ts';" },
    says: /public process reaches src\/engine\/store/,
  },
];

for (const { name, source, says } of BREAKS) {
  test(`the check sees ${name}`, () => {
    const broken = [...sources.filter(({ path }) => path !== source.path), source];
    assert.match(violations(broken).join('\n'), says);
  });
}

/** What an argument or a port of `engine/` gives: the hour, chance, the environment, the terminal. */
const AMBIENT =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\b(?:getRandomValues|randomBytes|randomUUID|randomInt)\b|\bprocess\.env\b|\bprocess\.std(?:in|out|err)\b|\bconsole\./;
/** Prints what others run: lines of JavaScript to copy. */
const SNIPPETS = 'src/disseminate/public/snippets.ts';

function ambient(each: readonly Source[]): readonly string[] {
  return each
    .filter(({ path }) => !path.startsWith('src/engine/') && path !== SNIPPETS)
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) => (AMBIENT.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    );
}

test('hour, chance, environment and terminal are arguments: none is reached for outside of the engine', () => {
  assert.deepEqual(ambient(sources), []);
  for (const text of ['Date.now()', 'new Date()', 'Math.random()', "process.env['HOME']", 'console.log(1)'])
    assert.equal(ambient([{ path: 'src/process/broken.ts', text }]).length, 1, text);
});

test('files are one noun or verb: no collections, under 300 lines', () => {
  const paths = globSync('{src,test,bench}/**/*.ts', { cwd: root });
  const unnamed = paths.filter((path) =>
    /^(utils?|helpers?|misc|common|index|shared)\.ts$/.test(basename(path)),
  );
  const long = paths.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 301);
  assert.deepEqual({ unnamed, long }, { unnamed: [], long: [] });
});

test('no source speaks of this or that machine', () => {
  const paths = globSync('{src,test,bench,docs,domains}/**/*.{ts,md,yaml,csv,json}', { cwd: root });
  const told = paths.filter(
    (path) =>
      /\/(home|root|work)\/[a-z]/.test(readFileSync(join(root, path), 'utf8')) &&
      !path.endsWith('architecture.test.ts'),
  );
  assert.deepEqual(told, []);
});
