// Documents that state commands are run: every `marsad` line of the manuals' shell blocks, in order, in one place.

import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { type Effects, stillEffects } from '../src/engine/effects.ts';
import { COMMANDS, runCommandLine } from '../src/main.ts';

const root = join(import.meta.dirname, '..');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root }).sort()];
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const place = mkdtempSync(join(tmpdir(), 'marsad-docs-'));
after(() => rmSync(place, { recursive: true, force: true }));

/** Commands of the shell blocks of a document, as words. */
function commandsIn(path: string): readonly (readonly string[])[] {
  const blocks = [...text(path).matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('marsad '))
    .map((line) => line.split(/\s+/).slice(1));
}

test('every command that a document names exists', () => {
  const named = documents.flatMap((path) =>
    [...text(path).matchAll(/`marsad ([a-z]+)/g)].map((match) => `${path}: ${match[1]}`),
  );
  assert.ok(named.length > 15, `${named.length} commands named`);
  assert.deepEqual(
    named.filter((each) => COMMANDS[each.split(': ')[1] ?? ''] === undefined),
    [],
  );
});

test('every file that a document links to is there', () => {
  const links = documents.flatMap((path) =>
    [...text(path).matchAll(/\]\(([^)#:]+)\)/g)].map((match) =>
      join(dirname(join(root, path)), match[1] ?? ''),
    ),
  );
  assert.ok(links.length > 10);
  assert.deepEqual(
    links.filter((link) => !existsSync(link)),
    [],
  );
});

test('the scripts that the README runs are scripts of the package', () => {
  const scripts = Object.keys((JSON.parse(text('package.json')) as { readonly scripts: object }).scripts);
  const run = [
    ...documents
      .map(text)
      .join('\n')
      .matchAll(/npm run (?:--silent )?([a-z:]+)/g),
  ].map((match) => match[1] ?? '');
  assert.deepEqual(
    run.filter((name) => !scripts.includes(name)),
    [],
  );
});

test('the manuals of compilers and releasers work as they stand, one after the other', {
  timeout: 600_000,
}, async () => {
  const said: string[] = [];
  const effects: Effects = {
    ...stillEffects('2025-10-01T09:00:00.000Z', said),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
  const home = process.cwd();
  process.chdir(place);
  try {
    for (const words of ['docs/manual-compiler.md', 'docs/manual-releaser.md'].flatMap(commandsIn)) {
      const code = await runCommandLine(words, effects);
      // Broken files are refused and figures lie outside their interval: both are answers, not failures.
      const answers = words[0] === 'collect' || words[0] === 'reconcile' ? [0, 1] : [0];
      assert.ok(
        answers.includes(code),
        `marsad ${words.join(' ')} ended with ${code}:\n${said.slice(-12).join('\n')}`,
      );
    }
  } finally {
    process.chdir(home);
  }
  assert.ok(existsSync(join(place, 'ws', 'public', 'releases', '2025-S1', '1', 'manifest.json.minisig')));
});
