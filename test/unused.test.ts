// What nothing uses goes: every exported function and constant is imported by another file, every text is printed.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const sources = read('src/**/*.ts');
const users = [...sources, ...read('{test,bench}/**/*.ts')];

/** What each file is asked for by others, as `path name`; what is loaded late or whole, by any word. */
const asked = new Set(
  users.flatMap(({ path, text }) => [
    ...[...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(
      ([, names = '', from = '']) => namesIn(names).map((name) => `${join(path, '..', from)} ${name}`),
    ),
    ...[...text.matchAll(/(?:import\(|^import \* as \w+ from )'(\.[^']+)'/gm)].flatMap(([, from = '']) =>
      (text.match(/\b[A-Za-z_]\w*\b/g) ?? []).map((word) => `${join(path, '..', from)} ${word}`),
    ),
  ]),
);

test('what a file gives away is asked for by another: functions and constants by import, types by name', () => {
  assert.ok(asked.size > 2000, `only ${asked.size} imports were found`);
  assert.deepEqual(sources.flatMap(unasked), []);
});

test('an export that nobody imports is seen, also where a word of its name stands elsewhere', () => {
  const text = 'export function read() {}\nexport const write = 1;\nexport type Hidden = 1;\n';
  const said = unasked({ path: 'src/design/nobody.ts', text });
  assert.deepEqual(
    said,
    ['read', 'write', 'Hidden'].map((name) => `src/design/nobody.ts: ${name}`),
  );
});

test('every text of a table of words is printed somewhere', () => {
  // Facts that prove an edit are named by data; a test of their own holds them.
  const tables = sources.filter(({ path }) => /\/words(?!-evidence)[\w-]*\.ts$/.test(path));
  assert.ok(tables.length > 20);
  const all = users.map(({ text }) => text).join('\n');
  const read = new Set([...all.matchAll(/[.'](\w+)\b/g)].map(([, word]) => word));
  const silent = tables.flatMap(({ path, text }) =>
    [...text.matchAll(/^ {2}(\w+): \{(?: ar:|\n {4}ar:)/gm)]
      .map(([, key = '']) => key)
      .filter((key) => !read.has(key))
      .map((key) => `${path}: ${key}`),
  );
  assert.deepEqual(silent, []);
});

function unasked({ path, text }: { readonly path: string; readonly text: string }): readonly string[] {
  return [...text.matchAll(/^export (?:async )?(function\*?|const|type) (\w+)/gm)]
    .filter(
      ([, kind, name = '']) => !asked.has(`${path} ${name}`) && !(kind === 'type' && isUsedIn(text, name)),
    )
    .map(([, , name]) => `${path}: ${name}`);
}

/** The type of a parameter or a result of something else that the file gives away. */
function isUsedIn(text: string, name: string): boolean {
  return (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
}

function namesIn(list: string): readonly string[] {
  return list.split(',').map((each) =>
    each
      .trim()
      .replace(/^type /, '')
      .replace(/ as .*/, ''),
  );
}
