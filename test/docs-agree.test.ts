// What documents say of the program agrees with it: options by command, packages, numbers and links of decisions.

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../src/main.ts';

const root = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: root })];
const decisions = globSync('docs/decisions/*.md', { cwd: root }).sort();

test('every option that a document gives a command is one of that command', async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const path of [...documents, ...decisions])
    for (const [, name = '', rest = ''] of text(path).matchAll(/marsad (?:-- )?([a-z]+)\b([^`\n|;]*)/g)) {
      const command = await COMMANDS[name]?.();
      for (const [, option = ''] of rest.matchAll(/ --([a-z][a-z-]*)/g)) {
        seen += 1;
        if (command !== undefined && !['json', 'help'].includes(option) && !(option in command.options))
          wrong.push(`${path}: marsad ${name} --${option}`);
      }
    }
  assert.ok(seen > 80, `${seen} options seen`);
  assert.deepEqual(wrong, []);
});

test('every option of every command is in a manual', async () => {
  const manuals = documents
    .filter((path) => path.includes('manual-'))
    .map(text)
    .join('\n');
  const untold: string[] = [];
  for (const [name, load] of Object.entries(COMMANDS))
    for (const option of Object.keys((await load()).options))
      if (!new RegExp(`--${option}(?![a-z-])`).test(manuals)) untold.push(`${name} --${option}`);
  assert.deepEqual(untold, []);
});

test('the list of dependencies names every package with its licence, and no other', () => {
  type Package = { readonly dependencies: object; readonly devDependencies: object };
  const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Package;
  const rows = text('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const named = rows.flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  assert.deepEqual(named.sort(), [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
  for (const [, names = '', , , licences = ''] of rows)
    for (const [, name = ''] of names.matchAll(/`([^`]+)`/g)) {
      const { license } = JSON.parse(text(`node_modules/${name}/package.json`)) as {
        readonly license: string;
      };
      const own = license.replace(/[()]/g, '').split(/ (?:OR|AND) /);
      for (const each of own) assert.ok(licences.includes(each), `${name}: ${license}, told ${licences}`);
    }
});

test('a decision has the number of its file, a context, a decision and consequences, and its links lead somewhere', () => {
  for (const path of decisions) {
    const content = text(path);
    const number = Number(basename(path).slice(0, 4));
    assert.match(content, new RegExp(`^# ${number}\\. \\S`), path);
    for (const part of ['Context', 'Decision', 'Consequences'])
      assert.match(content, new RegExp(`^(?:## ${part}$|\\*\\*${part}\\.\\*\\*)`, 'm'), `${path}: ${part}`);
    for (const [, link = ''] of content.matchAll(/\]\(([^)#:]+)\)/g))
      assert.ok(existsSync(join(root, dirname(path), link)), `${path}: ${link}`);
  }
});
