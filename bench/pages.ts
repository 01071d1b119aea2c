// `npm run bench:pages -- [PUBLIC]`: weight of every page, and what a page costs beside its floor: the same bytes from
// a bare `node:http` handler in the same run, asked in turn over one connection each.

import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { PAGE_SCRIPT } from '../src/disseminate/public/page-script.ts';
import { confinement, programFolders } from '../src/engine/confined.ts';
import { started } from './started.ts';

const [folder = 'demo/workspace/public'] = process.argv.slice(2);
const PAGES = [
  '',
  '/segments',
  '/segments/ITO',
  '/partners',
  '/explorer',
  '/targets',
  '/revisions',
  '/releases',
  '/methodology',
  '/glossary',
  '/calendar',
  '/about',
];
const LANGUAGES = ['ar', 'fr', 'en'];
const TURNS = 300;

const FLOOR = `const http = require('node:http');
let body = Buffer.alloc(0);
const server = http.createServer((request, response) => {
  if (request.method !== 'PUT') return response.end(body);
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => { body = Buffer.concat(chunks); response.end(); });
});
server.listen(0, '127.0.0.1', () => console.log('floor at http://127.0.0.1:' + server.address().port));`;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request; its milliseconds and body. */
function ask(address: string): Promise<{ readonly milliseconds: number; readonly body: Buffer }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ milliseconds: performance.now() - began, body: Buffer.concat(chunks) }),
      );
    }).once('error', reject);
  });
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The medians of a page and of its floor, asked in turn. */
async function costOf(
  page: string,
  floor: string,
): Promise<{ readonly page: number; readonly floor: number }> {
  const { body } = await ask(page);
  await fetch(floor, { method: 'PUT', body: new Uint8Array(body) });
  const times = { page: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.page.push((await ask(page)).milliseconds);
    times.floor.push((await ask(floor)).milliseconds);
  }
  return { page: median(times.page), floor: median(times.floor) };
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const serving = [main, 'serve', folder, '--port', '0', '--limit', '0'];
const ours = await started([...confinement([...programFolders(), folder]), ...serving]);
const floor = await started(['-e', FLOOR]);
const weights: { readonly path: string; readonly bytes: number }[] = [];
for (const language of LANGUAGES)
  for (const path of PAGES)
    weights.push({
      path: `/${language}${path}`,
      bytes: (await ask(`http://127.0.0.1:${ours.port}/${language}${path}`)).body.length,
    });
weights.sort((a, b) => b.bytes - a.bytes);
console.log(
  `${weights.length} pages; the heaviest ${weights[0]?.path}: ${weights[0]?.bytes} bytes; script ${Buffer.byteLength(PAGE_SCRIPT)} bytes`,
);
const ratios: number[] = [];
for (const path of ['/ar', '/fr/segments/ITO', '/en/about']) {
  const cost = await costOf(`http://127.0.0.1:${ours.port}${path}`, `http://127.0.0.1:${floor.port}/`);
  ratios.push(cost.page / cost.floor);
  console.log(
    `${path}: ${cost.page.toFixed(3)} ms, floor ${cost.floor.toFixed(3)} ms, ratio ${(cost.page / cost.floor).toFixed(2)}`,
  );
}
console.log(`median ratio ${median(ratios).toFixed(2)} (goal: at most 2)`);
for (const { process: child } of [ours, floor]) child.removeAllListeners().kill();
