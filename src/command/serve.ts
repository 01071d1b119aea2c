// `marsad serve PUBLIC`: the public server. It runs itself again under the permission model, able to read the program and
// the public folder, and nothing else: no key, no workspace, no SQL engine, no writing.

import { join, resolve } from 'node:path';
import { isLanguage } from '../design/text.ts';
import { NOTICES_NAME } from '../disseminate/notices.ts';
import { publicApplication } from '../disseminate/public/application.ts';
import { keptAnswers } from '../disseminate/public/kept-answers.ts';
import { loadReleases, type WatchedReleases } from '../disseminate/public/release-folder.ts';
import { isConfined, runConfined } from '../engine/confined.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory, readText, stampOf } from '../engine/files.ts';
import { serveHttp, untilStopped } from '../engine/http.ts';
import { type Command, flagOption, textOption } from './command.ts';
import {
  WATCH_OPTIONS,
  type Watched,
  type WatchSettings,
  watchServer,
  watchSettings,
} from './server-watch.ts';
import { textChecker } from './text-checker.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: 'PUBLIC',
  summary: 'serve the public site and the data API from a public folder',
  options: {
    port: { type: 'string', default: '8080', help: 'port; 0 takes a free one' },
    host: { type: 'string', default: '127.0.0.1', help: 'address to listen on' },
    origin: { type: 'string', help: 'public address, such as https://example.org; by default host and port' },
    pubkey: { type: 'string', help: "file of the office's public key; by default the one in the folder" },
    limit: { type: 'string', default: '6000', help: 'requests of one client in a minute; 0 for no limit' },
    proxied: { type: 'boolean', help: 'a proxy stands in front and writes X-Forwarded-For' },
    ...WATCH_OPTIONS,
  },
  run: async ([folder], options, effects) => {
    if (folder === undefined) throw new Refused('which folder? `marsad serve PUBLIC`, such as WS/public');
    if (!isDirectory(folder)) throw new NotFound(`${folder} is not a folder: publish a release first`);
    const settings = {
      folder: resolve(folder),
      port: numberOption(textOption(options, 'port') ?? '8080', 'port', 65535),
      host: textOption(options, 'host') ?? '127.0.0.1',
      limit: numberOption(textOption(options, 'limit') ?? '6000', 'limit', 1e9),
      origin: originOption(textOption(options, 'origin')),
      pubkey: keyOption(textOption(options, 'pubkey')),
      proxied: flagOption(options, 'proxied'),
      watch: watchSettings(options),
    };
    if (isConfined()) await serveFolder(settings, effects);
    else await serveConfined(settings);
    return 0;
  },
};

type Settings = {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly limit: number;
  readonly origin: string | undefined;
  /** Path of a public key that lies outside of the folder. */
  readonly pubkey: string | undefined;
  readonly proxied: boolean;
  readonly watch: WatchSettings;
};

/** How often the folder is looked at for a notice that was added, and how often as a whole, in milliseconds. */
const LOOK_AGAIN = 100;
const LOOK_WHOLE = 5000;
/** Checking a text counts as so many requests: 60 in a minute of the 6,000. */
const CHECK_WEIGHT = 100;

/** Serves until asked to end; a release that appears in the folder is served well within a second. */
async function serveFolder(settings: Settings, effects: Effects): Promise<void> {
  const { folder, port, host, limit, proxied, pubkey } = settings;
  const origin = settings.origin ?? (port === 0 ? '' : `http://${host}:${port}`);
  const trusted = pubkey === undefined ? undefined : readText(pubkey);
  const releases = loadReleases(folder, effects.log.note, trusted);
  const watch = await watchServer(settings.watch, watchedReleases(releases), effects);
  const texts = { check: await textChecker(releases), today: () => effects.clock().slice(0, 10) };
  const app = publicApplication(releases, watch.log.note, origin, texts);
  const kept = keptAnswers((request) => app.fetch(request), releases.version);
  const server = await serveHttp(kept.answer, {
    port,
    host,
    perMinute: limit,
    proxied,
    postWeight: CHECK_WEIGHT,
    ready: kept.find,
    told: watch.told,
  });
  const looking = lookAgain(releases, () => {
    const ids = releases.all().map(({ id }) => id);
    watch.event('releases', { public: ids.length, latest: ids.at(-1) ?? '' });
    if (settings.watch.log === 'text') effects.log.note(`now public: ${ids.join(', ') || 'nothing'}`);
  });
  const measured = watch.address === null ? '' : `, measured at ${watch.address}`;
  effects.log.print(`serving ${releases.all().length} releases of ${folder} at ${server.address}${measured}`);
  await untilStopped();
  clearInterval(looking);
  await Promise.all([server.close(), watch.close()]);
}

/** What is public changes with a notice: a glance at its file is enough, and now and then at everything. */
function lookAgain(releases: WatchedReleases, changed: () => void): NodeJS.Timeout {
  const path = join(releases.folder, NOTICES_NAME);
  let [stamp, whole] = [stampOf(path), performance.now()];
  return setInterval(() => {
    const [now, at] = [stampOf(path), performance.now()];
    if (now === stamp && at - whole < LOOK_WHOLE) return;
    [stamp, whole] = [now, at];
    if (releases.refresh()) changed();
  }, LOOK_AGAIN);
}

const KINDS = ['sdmx', 'api', 'files', 'releases', 'assets', 'keys', 'health'];

/** Paths by their kind: what follows it may hold anything that somebody typed. */
function watchedReleases(releases: WatchedReleases): Watched {
  return {
    route: (path) => {
      const [, first = ''] = path.split('/');
      if (isLanguage(first)) return `/${first}`;
      return KINDS.includes(first) ? `/${first}` : 'other';
    },
    gauges: [
      {
        name: 'marsad_public_releases',
        help: 'Releases that are public.',
        value: () => releases.all().length,
      },
      { name: 'marsad_public_version', help: 'Changes of what is public.', value: releases.version },
    ],
  };
}

async function serveConfined(settings: Settings): Promise<void> {
  const { folder, port, host, limit, origin, pubkey, proxied, watch } = settings;
  const words = ['serve', folder, '--port', String(port), '--host', host, '--limit', String(limit)];
  if (origin !== undefined) words.push('--origin', origin);
  if (pubkey !== undefined) words.push('--pubkey', pubkey);
  if (proxied) words.push('--proxied');
  if (watch.metricsPort !== null) words.push('--metrics-port', String(watch.metricsPort));
  words.push('--log', watch.log);
  const code = await runConfined(words, [folder, ...(pubkey === undefined ? [] : [pubkey])]);
  if (code !== 0) throw new Error(`the public server ended with ${code}`);
}

export function numberOption(text: string, name: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new Refused(`--${name}: found ${text}, expected a whole number up to ${most}`);
}

/** The origin of an address: scheme, host and port, without what follows. */
export function originOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Refused(`--origin: found ${text}, expected an address such as https://example.org`);
}

function keyOption(path: string | undefined): string | undefined {
  if (path === undefined || exists(path)) return path === undefined ? undefined : resolve(path);
  throw new NotFound(`${path} is not there: name the file of the office's public key with --pubkey`);
}
