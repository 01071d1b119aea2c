// What nothing uses goes: every exported function and constant is known outside of its file, every text is printed.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const sources = read('src/**/*.ts');
const users = [...sources, ...read('{test,bench}/**/*.ts')];

/** Each word of the program, with the files in which it stands. */
const places = new Map<string, Set<string>>();
for (const { path, text } of users)
  for (const word of new Set(text.match(/\b[A-Za-z_]\w*\b/g)))
    places.set(word, (places.get(word) ?? new Set()).add(path));

test('every exported function and type is used somewhere', () => {
  const unused = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function|const|type) (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => (places.get(name)?.size ?? 0) < 2)
      .filter((name) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2)
      .map((name) => `${path}: ${name}`),
  );
  assert.deepEqual(unused, []);
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
