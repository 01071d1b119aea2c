// The ready programs of the dataset pages are run, each with its interpreter where the machine has one.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { type Snippet, snippets } from '../../../src/disseminate/public/snippets.ts';
import { serveHttp } from '../../../src/engine/http.ts';
import { publishInto, releaseContent } from '../release-fixture.ts';
import { ITO, publicFolder } from './api-fixture.ts';

const folder = publicFolder();
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const releases = loadReleases(folder);
const server = await serveHttp((request) => app.fetch(request), { port: 0 });
const app = publicApplication(releases, () => {}, server.address);
after(() => server.close());

/** The snippets as the page shows them, unescaped from it. */
async function shown(): Promise<readonly Snippet[]> {
  const page = await (await fetch(`${server.address}/en/data/EXPORTS`)).text();
  const made = snippets({
    origin: server.address,
    agency: 'MA_OC',
    flow: 'EXPORTS',
    key: 'S.MA.W1._T.EXPORTS.MAD.2025',
  });
  const texts = [...page.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, text]) => unescaped(text ?? ''));
  assert.deepEqual(
    texts,
    made.map(({ text }) => text),
  );
  return snippets({ origin: server.address, agency: 'MA_OC', flow: 'EXPORTS', key: ITO });
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const VALUES = [
  ['2024-S1', '5000'],
  ['2024-S2', '5578'],
  ['2025-S1', '5250'],
];

/** How each is run; the program is a word that says which interpreter it needs. */
const RUNS: {
  readonly [name: string]: {
    readonly program: string;
    readonly words: (text: string) => readonly string[];
    readonly needs?: readonly string[];
  };
} = {
  curl: { program: 'sh', words: (text) => ['-c', text], needs: ['curl', '--version'] },
  Python: { program: 'python3', words: (text) => ['-c', text] },
  R: { program: 'Rscript', words: (text) => ['-e', text] },
  'R (rsdmx)': {
    program: 'Rscript',
    words: (text) => ['-e', text],
    needs: ['Rscript', '-e', 'library(rsdmx)'],
  },
  JavaScript: { program: process.execPath, words: (text) => ['--input-type=module', '-e', text] },
};

function missing([program = '', ...words]: readonly string[]): string | false {
  try {
    execFileSync(program, words, { stdio: 'ignore', timeout: 30_000 });
    return false;
  } catch {
    return `${[program, ...words].join(' ')} does not run on this machine`;
  }
}

function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { timeout: 60_000 }, (error, output, faults) =>
      error === null ? resolve(output) : reject(new Error(`${error.message}\n${faults}`)),
    );
  });
}

for (const [name, { program, words, needs }] of Object.entries(RUNS)) {
  test(`${name} reads the series`, { skip: missing(needs ?? [program, '--version']) }, async () => {
    const snippet = (await shown()).find((each) => each.name === name);
    const output = await run(program, words(snippet?.text ?? ''));
    for (const [period, value] of VALUES)
      assert.match(output, new RegExp(`${period}[ ,]${value}([ ,.]|\\s)`), output);
  });
}

test('Power Query names only what it made, and asks an address that answers what it types', async () => {
  const text = (await shown()).find(({ language }) => language === 'powerquery')?.text ?? '';
  const steps = [...text.matchAll(/^ {4}(\w+) = (.*?),?$/gm)].map(([, name, body]) => ({
    name,
    body: body ?? '',
  }));
  assert.deepEqual(
    steps.map(({ name }) => name),
    ['Answer', 'Table', 'Headed', 'Typed'],
  );
  steps.slice(1).forEach(({ body }, at) => {
    assert.match(body, new RegExp(`\\(${steps[at]?.name}, `));
  });
  assert.match(text, /^let\n[\s\S]*\nin\n {4}Typed\n$/);
  for (const pair of ['()', '[]', '{}'])
    assert.equal(text.split(pair.charAt(0)).length, text.split(pair.charAt(1)).length, pair);
  const [, origin, path, format] =
    /Web\.Contents\("([^"]+)", \[RelativePath = "([^"]+)", Query = \[format = "([^"]+)"\]\]/.exec(text) ?? [];
  const answer = await (await fetch(`${origin}/${path}?format=${format}`)).text();
  const column = /\{\{"([A-Z_]+)", type number\}\}/.exec(text)?.[1] ?? '';
  const [head = '', first = ''] = answer.split('\n').map((line) => line.split(','));
  assert.equal(first[head.indexOf(column)], '5000');
});
