// `marsad publish WS RELEASE`: puts a drafted release where the public server reads, by one rename, and says so.

import { join } from 'node:path';
import { MANIFEST_NAME, parseManifest } from '../disseminate/manifest.ts';
import { publicKeyText } from '../disseminate/minisign.ts';
import { NOTICES_NAME, noticeLine, parseNotices } from '../disseminate/notices.ts';
import { PUBLIC_KEY_NAME } from '../disseminate/public/release-folder.ts';
import { verifyRelease } from '../disseminate/verify.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import {
  exists,
  hashOf,
  listFolder,
  makeFolder,
  moveInto,
  readBytes,
  readText,
  writeWhole,
} from '../engine/files.ts';
import { openSigner, type Signer } from '../engine/keys.ts';
import { type Command, flagOption } from './command.ts';
import { draftFolder } from './release.ts';
import { runOf } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const publishCommand: Command = {
  name: 'publish',
  usage: 'WS RELEASE',
  summary: 'put a drafted release such as 2025-S1/1 where the public server reads',
  options: {},
  run: async ([root, release], options, effects) => {
    if (root === undefined || release === undefined)
      throw new Refused('which release of which workspace? `marsad publish WS 2025-S1/1`');
    const workspace = openWorkspace(root);
    try {
      const published = publishRelease(workspace, release, effects);
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify(published, null, 2)
          : `release ${release} is public since ${published.at}: ${published.folder}`,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

export type Published = { readonly release: string; readonly folder: string; readonly at: string };

/** Publishes a draft; refuses what is under embargo, was changed, or did not pass disclosure control. */
export function publishRelease(workspace: Workspace, id: string, effects: Effects): Published {
  const { layout, store } = workspace;
  const row = draftRow(workspace, id);
  const at = effects.clock();
  const draft = draftFolder(workspace, row.period, row.number);
  const folder = layout.release(row.period, row.number);
  const key = openSigner(layout.secrets);
  const source = exists(draft) ? draft : folder;
  refuseUnfit(workspace, row, source, publicKeyText(key.publicKey), at);
  publishKey(workspace, key);
  if (source === draft) {
    if (exists(folder)) throw new Refused(`${folder} is there already: a release never changes`);
    makeFolder(join(layout.public, 'releases', row.period));
    moveInto(draft, folder);
  }
  const since = announce(workspace, row, key, at);
  store.run("UPDATE releases SET state = 'published', published_at = ? WHERE id = ?", since, id);
  return { release: id, folder, at: since };
}

type DraftRow = {
  readonly id: string;
  readonly period: string;
  readonly number: number;
  readonly run: number;
  readonly state: string;
  readonly manifest_hash: string;
};

function draftRow({ store }: Workspace, id: string): DraftRow {
  const row = store.get<DraftRow>(
    'SELECT id, period, number, run, state, manifest_hash FROM releases WHERE id = ?',
    id,
  );
  if (row === undefined) throw new NotFound(`there is no release ${id}: \`marsad release\` drafts one`);
  if (row.state !== 'drafted') throw new Refused(`release ${id} is ${row.state} already`);
  return row;
}

function refuseUnfit(
  workspace: Workspace,
  row: DraftRow,
  folder: string,
  publicKey: string,
  at: string,
): void {
  if (!exists(folder)) throw new NotFound(`${folder} is not there: draft the release again`);
  const text = readText(join(folder, MANIFEST_NAME));
  if (hashOf(text) !== row.manifest_hash)
    throw new Refused(`${folder} is not the draft that was recorded: draft the release again`);
  const { embargo, synthetic } = parseManifest(text);
  if (embargo !== null && Date.parse(at) < Date.parse(embargo))
    throw new Refused(`release ${row.id} is under embargo until ${embargo}; it is ${at}`);
  if (synthetic !== workspace.config.synthetic)
    throw new Refused(
      `release ${row.id} was drafted when the workspace was ${synthetic ? '' : 'not '}synthetic`,
    );
  refuseUnprotected(workspace, row);
  const { ok, faults } = verifyRelease(
    { names: listFolder(folder), read: (name) => readBytes(join(folder, name)) },
    publicKey,
  );
  if (!ok) throw new Refused(`release ${row.id} does not verify:\n  ${faults.join('\n  ')}`);
}

/** Fails closed: what did not pass `protect` stays inside. */
function refuseUnprotected(workspace: Workspace, { id, run }: DraftRow): void {
  const { state, summary } = runOf(workspace, run);
  const report = summary['protected'] as { readonly at_risk?: number } | undefined;
  if (state === 'protected' && report?.at_risk === 0) return;
  throw new Refused(`release ${id} comes from run ${run}, which did not pass disclosure control`);
}

function publishKey({ layout }: Workspace, { publicKey }: Signer): void {
  const path = join(layout.public, PUBLIC_KEY_NAME);
  const text = publicKeyText(publicKey);
  if (!exists(path)) writeWhole(path, text);
  else if (readText(path) !== text)
    throw new Refused(
      `${path} is of another key than the one in ${layout.secrets}: readers could not verify`,
    );
}

/** Appends the notice, once. Returns the instant of publication. */
function announce({ layout }: Workspace, row: DraftRow, key: Signer, at: string): string {
  const path = join(layout.public, NOTICES_NAME);
  const text = exists(path) ? readText(path) : '';
  const told = parseNotices(text).find(({ release, kind }) => release === row.id && kind === 'published');
  if (told !== undefined) return told.at;
  const event = {
    at,
    kind: 'published' as const,
    release: row.id,
    manifest: row.manifest_hash,
    reason: null,
  };
  writeWhole(path, text + noticeLine(event, text, key));
  return at;
}
