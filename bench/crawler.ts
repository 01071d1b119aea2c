// A crawler that looks for what is not public yet: every route that the server declares, with everything that a guesser
// would put into it, every address that its pages and lists name, and some that lead out of it.

import { createHash } from 'node:crypto';
import type { Hono } from 'hono';

/** What somebody might guess of a release that is not out. */
export type Guess = { readonly period: string; readonly number: number; readonly files: readonly string[] };

/** An answer as far as it could tell anything: all but the date. */
export type Seen = {
  readonly address: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
};

const OUTSIDE = [
  ...[
    '/sealed',
    '/sealed/',
    '/store/drafts',
    '/store/office.db',
    '/..%2fsealed',
    '/../secrets/signing-key.pem',
  ],
  ...[
    '/feed.atom',
    '/feed.xml',
    '/atom.xml',
    '/rss.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/calendar.ics',
    '/favicon.ico',
  ],
  ...[
    '/nothing-here',
    '/ar/nothing',
    '/releases',
    '/releases/',
    '/files/',
    '/keys/1.json',
    '/notices.jsonl',
    '/health',
    '/metrics',
  ],
];

/** Every address worth trying, from the routes themselves. */
export function addressesOf(app: Pick<Hono, 'routes'>, guess: Guess): readonly string[] {
  const patterns = [...new Set(app.routes.map(({ path }) => path))];
  return [...new Set([...patterns.flatMap((path) => filled(path, guess)), ...OUTSIDE])].sort();
}

function filled(path: string, { period, number, files }: Guess): readonly string[] {
  const values: { readonly [name: string]: readonly string[] } = {
    language: ['ar', 'fr', 'en'],
    period: [period],
    number: [String(number), String(number + 1)],
    name: [...files, 'manifest.json', 'manifest.json.minisig', 'none.csv'],
    flow: ['EXPORTS', 'EBOPS'],
    id: ['EXPORTS', `${period}-${number}`],
  };
  let made = [''];
  for (const part of path.split('/').slice(1)) {
    const name = /^:(\w+)/.exec(part)?.[1];
    const options =
      part === '*'
        ? ['', period, `${period}/${number}`]
        : name === undefined
          ? [part]
          : (values[name] ?? [period, 'x']);
    made = made.flatMap((before) => options.map((each) => `${before}/${each}`));
  }
  return made.slice(0, 200);
}

/** Addresses of this server that an answer names. */
export function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

/** Asks for every address, a few at once; the answers in the order of the addresses. */
export async function crawl(
  ask: (address: string) => Promise<Response>,
  addresses: readonly string[],
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (let at = 0; at < addresses.length; at += 8)
    seen.push(...(await Promise.all(addresses.slice(at, at + 8).map((address) => look(ask, address)))));
  return seen;
}

async function look(ask: (address: string) => Promise<Response>, address: string): Promise<Seen> {
  const response = await ask(address);
  const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    address,
    status: response.status,
    headers: JSON.stringify(headers),
    body: `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`,
  };
}

/** The addresses whose answers differ. */
export function differences(one: readonly Seen[], other: readonly Seen[]): readonly string[] {
  return one.flatMap((seen, at) =>
    JSON.stringify(seen) === JSON.stringify(other[at]) ? [] : [seen.address],
  );
}
