// `marsad serve PUBLIC`: the public server. It runs itself again under the permission model, able to read the program and
// the public folder, and nothing else: no key, no workspace, no SQL engine, no writing.

import { resolve } from 'node:path';
import { publicApplication } from '../disseminate/public/application.ts';
import { keptAnswers } from '../disseminate/public/kept-answers.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import { isConfined, runConfined } from '../engine/confined.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { isDirectory } from '../engine/files.ts';
import { serveHttp, untilStopped } from '../engine/http.ts';
import { type Command, textOption } from './command.ts';
import { textChecker } from './text-checker.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: 'PUBLIC',
  summary: 'serve the public site and the data API from a public folder',
  options: {
    port: { type: 'string', default: '8080', help: 'port; 0 takes a free one' },
    host: { type: 'string', default: '127.0.0.1', help: 'address to listen on' },
    origin: { type: 'string', help: 'public address, such as https://example.org; by default host and port' },
    limit: { type: 'string', default: '6000', help: 'requests of one client in a minute; 0 for no limit' },
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
};

const LOOK_AGAIN = 1000;
/** Checking a text counts as so many requests: 60 in a minute of the 6,000. */
const CHECK_WEIGHT = 100;

/** Serves until asked to end; a release that appears in the folder is served within a second. */
async function serveFolder(settings: Settings, { log, clock }: Effects): Promise<void> {
  const { folder, port, host, limit, origin = port === 0 ? '' : `http://${host}:${port}` } = settings;
  const releases = loadReleases(folder, log.note);
  const texts = { check: await textChecker(releases), today: () => clock().slice(0, 10) };
  const app = publicApplication(releases, log.note, origin, texts);
  const kept = keptAnswers((request) => app.fetch(request), releases.version);
  const server = await serveHttp(kept.answer, {
    port,
    host,
    perMinute: limit,
    postWeight: CHECK_WEIGHT,
    ready: kept.find,
  });
  const watch = setInterval(() => {
    if (releases.refresh())
      log.note(
        `now public: ${
          releases
            .all()
            .map(({ id }) => id)
            .join(', ') || 'nothing'
        }`,
      );
  }, LOOK_AGAIN);
  log.print(`serving ${releases.all().length} releases of ${folder} at ${server.address}`);
  await untilStopped();
  clearInterval(watch);
  await server.close();
}

async function serveConfined({ folder, port, host, limit, origin }: Settings): Promise<void> {
  const words = ['serve', folder, '--port', String(port), '--host', host, '--limit', String(limit)];
  if (origin !== undefined) words.push('--origin', origin);
  const code = await runConfined(words, [folder]);
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
