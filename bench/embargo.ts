// `npm run bench:embargo`: what a crawler of the public server sees before, at and after the hour of a release, whether its
// answers take another time while a sealed release exists, and how long after the hour everything is there.

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { watchPublication } from '../src/command/publication-watch.ts';
import { publicApplication } from '../src/disseminate/public/application.ts';
import { loadReleases } from '../src/disseminate/public/release-folder.ts';
import { systemEffects } from '../src/engine/effects.ts';
import { listFolder } from '../src/engine/files.ts';
import { addressesOf, crawl, differences, linksIn, type Seen } from './crawler.ts';
import { copied, discard, seal } from './sealed-workspace.ts';
import { started } from './started.ts';
import { compareSamples } from './two-samples.ts';

const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: 'demo/workspace' },
    samples: { type: 'string', default: '4000' },
  },
});
const PERIOD = '2025-S1';
const HOUR = Date.parse('2030-01-15T09:00:00Z');
/** What the data API answers already before the hour, and must answer otherwise after it. */
const DATA_API = [
  '/sdmx/3/data/dataflow/MA_OC/EXPORTS/~/*?format=csv',
  '/api/catalogue.jsonld',
  '/api/releases.atom',
];

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');

const workspace = copied(values.workspace);
const server = await started([MAIN, 'serve', workspace.layout.public, '--port', '0', '--limit', '0']);
try {
  await measure();
} finally {
  server.process.kill('SIGTERM');
  discard(workspace);
}

async function measure(): Promise<void> {
  const ask = (address: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${address}`, { redirect: 'manual' });
  const releases = loadReleases(workspace.layout.public);
  const files = releases.latest()?.files.map(({ name }) => name) ?? [];
  const next =
    (releases
      .all()
      .filter(({ period }) => period === PERIOD)
      .at(-1)?.number ?? 0) + 1;
  const declared = addressesOf(publicApplication(releases), { period: PERIOD, number: next, files });
  const linked = await linkedFrom(ask, ['/ar', '/fr', '/en', '/ar/releases', '/en/data']);
  const addresses = [...new Set([...declared, ...linked])].sort();
  const before = await crawl(ask, addresses);
  await seal(workspace, { period: PERIOD, embargo: new Date(HOUR).toISOString() });
  await crawlUntilTheHour(ask, addresses, before);
  await compareTimes(ask, next);
  await publishAndWait(ask, next, files);
}

type Ask = (address: string) => Promise<Response>;

async function linkedFrom(ask: Ask, first: readonly string[]): Promise<readonly string[]> {
  const pages = await Promise.all(first.map(async (address) => await (await ask(address)).text()));
  return [...new Set(pages.flatMap(linksIn))].filter((address) => !address.startsWith('/assets/'));
}

/** From an hour before to the last millisecond, by the clock that the watch is given. */
async function crawlUntilTheHour(
  ask: Ask,
  addresses: readonly string[],
  before: readonly Seen[],
): Promise<void> {
  let at = HOUR - 3_600_000;
  const effects = { ...systemEffects(), clock: () => new Date(at).toISOString() };
  const times = { elapsed: () => at, every: () => () => undefined };
  const watch = watchPublication(workspace, effects, () => undefined, times);
  let different = 0;
  const moments = [-3_600_000, -1_800_000, -60_000, -1000, -1];
  for (const moment of moments) {
    at = HOUR + moment;
    if (watch.look().length > 0) throw new Error(`published ${-moment} ms early`);
    different += differences(before, await crawl(ask, addresses)).length;
  }
  watch.stop();
  console.log(
    `crawler: ${addresses.length} addresses, ${moments.length} times from an hour before to 1 ms before: ${different} answers differ in a byte (status, headers but Date, body)`,
  );
}

/** Each request with or without the sealed file, drawn at random: what else goes on in the machine meets both alike. */
async function compareTimes(ask: Ask, number: number): Promise<void> {
  const guesses = [
    `/files/${PERIOD}/${number}/manifest.json`,
    `/releases/${PERIOD}/${number}/bulletin.fr.pdf`,
    `/fr/releases/${PERIOD}/${number}`,
    '/notices.jsonl',
  ];
  const samples = guesses.map(() => ({ with: [] as number[], without: [] as number[] }));
  const states = Array.from({ length: 2 * Number(values.samples) }, (_, at) => at % 2 === 0);
  for (const isThere of shuffled(states))
    for (const [at, guess] of guesses.entries()) {
      const restore = moveSealed(isThere);
      const began = performance.now();
      await (await ask(guess)).arrayBuffer();
      samples[at]?.[isThere ? 'with' : 'without'].push(performance.now() - began);
      restore();
    }
  for (const [at, guess] of guesses.entries()) {
    const sample = samples[at] ?? { with: [], without: [] };
    const { n, p, larger, detectable } = compareSamples(sample.without, sample.with);
    console.log(
      `timing ${guess}: n = ${n} each, p = ${p.toFixed(3)}, slower with a sealed release in ${(100 * larger).toFixed(1)} % of pairs; a shift of ${(1000 * detectable).toFixed(0)} µs would be found with 90 % (level 1 %)`,
    );
  }
}

/** Two renames either way, so that both sorts of request begin alike. */
function moveSealed(isThere: boolean): () => void {
  const [there, away, farther] = ['', '.away', '.farther'].map(
    (end) => `${workspace.layout.sealed}${end}`,
  ) as [string, string, string];
  renameSync(there, away);
  renameSync(away, isThere ? there : farther);
  return () => {
    if (!isThere) renameSync(farther, there);
  };
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((each) => ({ each, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ each }) => each);
}

/** At the hour by the real clock of this machine; the server learns of it by the folder alone. */
async function publishAndWait(ask: Ask, number: number, files: readonly string[]): Promise<void> {
  const offset = HOUR - Date.now() - 1000;
  const effects = { ...systemEffects(), clock: () => new Date(Date.now() + offset).toISOString() };
  const watch = watchPublication(workspace, effects, () => undefined);
  const wanted = [
    ...files.map((name) => `/files/${PERIOD}/${number}/${name}`),
    ...['ar', 'fr', 'en'].map((language) => `/${language}/releases/${PERIOD}/${number}`),
  ];
  const instant = HOUR - offset;
  const known = await answersOf(ask);
  let missing = [...wanted, ...DATA_API];
  while (missing.length > 0 && Date.now() < instant + 30_000) {
    const answers = await Promise.all(
      missing.map(async (address) => ({ address, ok: await isNew(ask, address, known) })),
    );
    if (answers.some(({ ok }) => ok) && Date.now() < instant)
      throw new Error('something was there before the hour');
    missing = answers.filter(({ ok }) => !ok).map(({ address }) => address);
  }
  watch.stop();
  if (missing.length > 0) console.log(`never there: ${missing.join(' ')}`);
  console.log(
    `publication: ${wanted.length} addresses (${files.length} files in all formats, three pages) and ${DATA_API.length} answers of the data API all there ${Date.now() - instant} ms after the hour; sealed files left: ${listFolder(workspace.layout.sealed).length}`,
  );
}

async function answersOf(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const texts = DATA_API.map(async (address) => [address, await said(await ask(address))] as const);
  return new Map(await Promise.all(texts));
}

/** An address of the release is there; an answer of the API is another than the one `known` before the hour. */
async function isNew(ask: Ask, address: string, known: ReadonlyMap<string, string>): Promise<boolean> {
  const answer = await ask(address);
  return (await said(answer)) !== known.get(address) && answer.status === 200;
}

/** The release that an answer of the API names, and its text. */
async function said(answer: Response): Promise<string> {
  return `${answer.headers.get('marsad-release')} ${await answer.text()}`;
}
