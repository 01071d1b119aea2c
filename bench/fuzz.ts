// Strange requests over the wire to the confined public server: addresses and headers made of the words of the interface, of
// attacks, and of noise. Counts what came back; faults are 5xx, silence, growth, and anything read from outside the folder.
// `node bench/fuzz.ts PUBLIC [--requests 100000] [--seed 1]`

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confinement, programFolders } from '../src/engine/confined.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [folder = 'demo/workspace/public'] = positionals;
const REQUESTS = Number(values.requests);
const AT_ONCE = 20;
const SILENCE = 10_000;

const WORDS = (
  'data structure schema metadata availability availableconstraint registration dataflow datastructure codelist metadataflow metadataset * all ~ + latest EXPORTS EBOPS DSD_EXPORTS CL_SEGMENT ' +
  'S.MA.W1.ITO.EXPORTS.MAD.2025 ..W1..... S+A.MA.*.*.*.*.* __proto__ constructor toString .. ... %2e%2e %2e%2e%2f..%2fetc%2fpasswd ..%5c..%5c %00 %ff %E0%A4%A %F0%9F%92%A9 ' +
  'etc passwd proc self environ secrets office.db manifest.json EXPORTS.csv files releases api openapi.json en ar fr data explorer figures 2025-S1 1 2 0 -1 999999999999 1e9 NaN'
).split(' ');
const NAMES = (
  'c[TIME_PERIOD] c[SEGMENT] c[OBS_VALUE] c[__proto__] c[ c[] detail references format asOf updatedAfter limit offset sort attributes measures mode includeHistory dimensionAtObservation ' +
  'firstNObservations lastNObservations startPeriod endPeriod reportingYearStartDay deletion indicator freq segment'
).split(' ');
const VALUES = (
  'ge:2024 ge:2024+le:2025-S1 le: zz:1 ITO,CRM all none true false json csv xml xsd jsonstat descendants parentsandsiblings allstubs 0 1 -1 99999999999999999999 2025-10-01 2025-13-45 ' +
  '2025-10-01T00:00:00+01:00 --07-01 __proto__ series_key:desc+TIME_PERIOD AllDimensions SEGMENT %27%3B--%20 %0d%0aset-cookie:x <script> {{7*7}}'
).split(' ');
const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  [
    'accept',
    [
      '*/*',
      'application/xml',
      'text/csv;q=0.5,*/*;q=0',
      ',,,;;;q=',
      'application/vnd.sdmx.data+json;version=2.0.0',
      'a'.repeat(3000),
    ],
  ],
  ['accept-encoding', ['gzip', 'br', 'gzip;q=0, br;q=1', '((((((', '*']],
  ['accept-language', ['ar', 'fr-MA,ar;q=0.9', ';;;;', 'x'.repeat(500)]],
  [
    'range',
    ['bytes=0-9', 'bytes=-1', 'bytes=9-0', 'bytes=99999999999999999999-', 'lines=1-2', 'bytes=0-1,2-3'],
  ],
  ['if-none-match', ['*', '"x"', 'W/"', '\u0001']],
  ['if-modified-since', ['Mon, 03 Nov 2025 00:00:00 GMT', 'yesterday', '99999-99-99']],
  ['host', ['127.0.0.1', 'evil.example', 'a b', '[::1', '']],
  ['content-length', ['0', '-1', '99999999999']],
  ['transfer-encoding', ['chunked', 'identity, chunked']],
  ['x-noise', ['y'.repeat(14_000)]],
];
/** Requests that have an answer, of which one word or another is then changed. */
const KNOWN = [
  '/sdmx/3/data/dataflow/*/EXPORTS/~/S.MA.W1.ITO.EXPORTS.MAD.2025',
  '/sdmx/3/data/dataflow/MA_OC/EXPORTS/1.0/S.MA.*.*.EXPORTS.MAD.2025',
  '/sdmx/3/data/datastructure/*/DSD_EBOPS/*/*',
  '/sdmx/2.1/data/EXPORTS/S..W1.ITO+CRM...',
  '/sdmx/3/availability/dataflow/*/EXPORTS/*/S.MA.W1.*.*.*.*/SEGMENT',
  '/sdmx/2.1/availableconstraint/EXPORTS/all/all/all',
  '/sdmx/3/structure/dataflow/*/EXPORTS/~',
  '/sdmx/2.1/codelist/all/CL_SEGMENT/latest/ITO',
  '/sdmx/3/schema/dataflow/*/EXPORTS/~',
  '/sdmx/3/metadata/structure/dataflow/*/EXPORTS/~',
  '/files/2025-S1/2/EXPORTS.csv',
  '/en/explorer',
  '/fr/data/EXPORTS',
  '/ar/figures/2025-S1/1/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1',
  '/api/catalogue.jsonld',
] as const;
const METHODS = ['GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'BREW'];

/** A small generator of numbers from 0 to 1: the same seed, the same requests (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(Number(values.seed));
const below = (count: number): number => Math.floor(random() * count);
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;

function noise(): string {
  return Array.from({ length: below(12) }, () => String.fromCharCode(33 + below(94))).join('');
}

function requestText(): string {
  const path = random() < 0.5 ? changed(one(KNOWN)) : strange();
  const pairs = Array.from(
    { length: below(4) },
    () => `${random() < 0.9 ? one(NAMES) : noise()}=${random() < 0.8 ? one(VALUES) : noise()}`,
  );
  const long = random() < 0.01 ? `&x=${'z'.repeat(below(20_000))}` : '';
  const headers = Array.from({ length: below(4) }, () => one(HEADERS)).map(
    ([name, list]) => `${name}: ${one(list)}`,
  );
  const address = `${path}?${pairs.join('&')}${long}`.replaceAll(' ', '%20');
  return `${one(METHODS)} ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n${headers.join('\r\n')}${headers.length > 0 ? '\r\n' : ''}\r\n`;
}

/** A known path, mostly as it is. */
function changed(path: string): string {
  return path
    .split('/')
    .map((word) => (random() < 0.06 ? one(WORDS) : word))
    .join('/');
}

function strange(): string {
  const root = one([
    '/sdmx/3/',
    '/sdmx/2.1/',
    '/files/',
    '/releases/',
    '/api/',
    '/en/',
    '/ar/',
    '/',
    '//',
    '/../',
    '/sdmx/../../',
  ]);
  return `${root}${Array.from({ length: below(8) }, () => (random() < 0.85 ? one(WORDS) : noise())).join('/')}`;
}

type Outcome = { readonly status: string; readonly text: string };

/** What comes back before the connection ends; `silence` when it does not end. */
function exchanged(port: number, text: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    let received = '';
    const done = (status: string) => {
      socket.destroy();
      resolve({ status, text: received });
    };
    socket.setTimeout(SILENCE, () => done('silence'));
    socket.on('data', (chunk: Buffer) => {
      if (received.length < 20_000) received += chunk.toString('latin1');
    });
    socket.on('error', () => done(statusOf(received)));
    socket.on('end', () => done(statusOf(received)));
  });
}

function statusOf(text: string): string {
  return /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'closed';
}

/** Words that no answer may have: they stand in files beside the public folder, or in those of the machine. */
const OUTSIDE = /root:x:0:0|BEGIN [A-Z ]*PRIVATE KEY|SQLite format 3|-----BEGIN/;

function residentOf({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const server = spawn(
  process.execPath,
  [...confinement([...programFolders(), folder]), main, 'serve', folder, '--port', '0', '--limit', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const port = await new Promise<number>((resolve) => {
  server.stdout.on('data', (chunk: Buffer) => {
    const found = /at http:\/\/[^:]+:(\d+)/.exec(chunk.toString())?.[1];
    if (found !== undefined) resolve(Number(found));
  });
});
const counts = new Map<string, number>();
const faults: string[] = [];
let asked = 0;
const work = async () => {
  while (asked < REQUESTS) {
    asked += 1;
    if (asked % Math.ceil(REQUESTS / 10) === 0) console.log(`${asked} requests: ${residentOf(server)} MB`);
    const text = requestText();
    const { status, text: answer } = await exchanged(port, text);
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (status === 'silence' || status.startsWith('5') || OUTSIDE.test(answer))
      faults.push(`${status} for ${text.slice(0, 300)}`);
  }
};
const began = performance.now();
console.log(`before: ${residentOf(server)} MB`);
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = (performance.now() - began) / 1000;
const still = await fetch(`http://127.0.0.1:${port}/api`);
console.log(
  `${asked} requests in ${seconds.toFixed(0)} s, seed ${values.seed}: ${[...counts]
    .sort()
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')}`,
);
console.log(`faults: ${faults.length}; afterwards the server answers ${still.status}`);
for (const fault of faults.slice(0, 10)) console.log(fault);
server.kill('SIGTERM');
process.exitCode = faults.length === 0 ? 0 : 1;
