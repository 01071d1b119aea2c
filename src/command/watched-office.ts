// What the office's log and metrics are told: names of its own routes, never what an address holds; the text of notes goes
// to a file within the workspace, where confidential things are kept.

import { join } from 'node:path';
import { MIGRATIONS } from '../design/office-tables.ts';
import { appendLine, exists, moveInto, sizeOf } from '../engine/files.ts';
import type { Route } from '../office/route.ts';
import type { Watched } from './server-watch.ts';
import type { Workspace } from './workspace.ts';

/** The file of the notes that the log gives the numbers of; the one before it is kept beside it. */
const NOTES_NAME = 'notes.jsonl';
const MOST_NOTES = 8 << 20;

/** What is watched of the office of a workspace; `routes` and `looked` are asked when they are needed. */
export function watchedOffice(
  { layout }: Workspace,
  routes: () => readonly Route[],
  looked: () => string,
): Watched {
  const path = join(layout.root, 'store', NOTES_NAME);
  return {
    route: (address) => routeName(routes(), address),
    gauges: [
      {
        name: 'marsad_publication_look_timestamp_seconds',
        help: 'When it was last looked whether a release is due.',
        value: () => Math.round(Date.parse(looked()) / 1000),
      },
      {
        name: 'marsad_store_version',
        help: 'Version of the operational store.',
        value: () => MIGRATIONS.length,
      },
    ],
    keep: (number, text) => {
      if (exists(path) && sizeOf(path) > MOST_NOTES) moveInto(path, `${path}.1`);
      appendLine(path, JSON.stringify({ number, text }));
    },
  };
}

/** The route that an address takes, as it is declared; `other` for none. */
export function routeName(routes: readonly Pick<Route, 'path'>[], address: string): string {
  if (address.startsWith('/assets/')) return '/assets/:name';
  const parts = address.split('/');
  const found = routes.find(({ path }) => {
    const own = path.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith(':') || part === parts[at]);
  });
  return found?.path ?? 'other';
}
