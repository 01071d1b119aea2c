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
  remove,
  writeWhole,
} from '../engine/files.ts';
import { untilStopped } from '../engine/http.ts';
import { openSigner, type Signer } from '../engine/keys.ts';
import { isApproved } from '../office/release-act.ts';
import { type Command, flagOption } from './command.ts';
import { refuseOvertaken } from './earlier-releases.ts';
import { draftFolder } from './release.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { runOf } from './runs.ts';
import { sealedPath, unsealDraft } from './sealed-release.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const publishCommand: Command = {
  name: 'publish',
  usage: 'WS RELEASE',
  summary: 'put a release such as 2025-S1/1 where the public server reads, or all whose hour has come',
  options: {
    due: { type: 'boolean', help: 'every approved release whose hour has come' },
    watch: { type: 'boolean', help: 'with --due: stay, and publish each at its hour' },
  },
  run: async ([root, release], options, effects) => {
    const due = flagOption(options, 'due');
    if (root === undefined || (release === undefined) !== due)
      throw new Refused(
        'which release of which workspace? `marsad publish WS 2025-S1/1`, or `marsad publish WS --due`',
      );
    const workspace = openWorkspace(root);
    try {
      if (release === undefined) return await publishAllDue(workspace, flagOption(options, 'watch'), effects);
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
  const row = releaseRow(workspace, id);
  refuseUnapproved(workspace, row);
  const at = effects.clock();
  refuseEarly(row, at);
  unsealDraft(workspace, row, effects);
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
  remove(sealedPath(workspace, row));
  return { release: id, folder, at: since };
}

/** Publishes every approved release whose hour has come; with `watch`, stays and publishes each at its own. */
async function publishAllDue(workspace: Workspace, watch: boolean, effects: Effects): Promise<0> {
  const stop = watch ? untilStopped() : Promise.resolve();
  let stopped = !watch;
  void stop.then(() => {
    stopped = true;
  });
  do {
    for (const { release, at } of publishDue(workspace, effects))
      effects.log.print(`release ${release} is public since ${at}`);
    if (!stopped) await Promise.race([stop, pause(WATCH)]);
  } while (!stopped);
  return 0;
}

/** How often the watch looks, in milliseconds: a release is public within this after its hour. */
const WATCH = 200;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Publishes the approved releases whose hour has come, in the order of their hours. */
export function publishDue(workspace: Workspace, effects: Effects): readonly Published[] {
  const now = Date.parse(effects.clock());
  return workspace.store
    .all<{ id: string; embargo: string }>(
      "SELECT id, embargo FROM releases WHERE state = 'approved' AND embargo IS NOT NULL",
    )
    .filter(({ embargo }) => Date.parse(embargo) <= now)
    .sort((a, b) => Date.parse(a.embargo) - Date.parse(b.embargo))
    .map(({ id }) => publishRelease(workspace, id, effects));
}

/** Real releases need two people; a synthetic one, which every page marks, may go out from its draft. */
function refuseUnapproved({ config, store }: Workspace, row: ReleaseRow): void {
  const { id, state, manifest_hash: manifest } = row;
  if (state === 'published' || state === 'withdrawn') throw new Refused(`release ${id} is ${state} already`);
  if (state === 'drafted' && config.synthetic) return;
  if (state === 'approved' && isApproved(store, { release: id, manifest, act: 'publication' })) return;
  throw new Refused(
    `release ${id} needs two people before it is public: \`marsad propose WS ${id} publication\`, then another \`marsad approve WS ${id} publication\``,
  );
}

function refuseEarly({ id, embargo }: ReleaseRow, at: string): void {
  if (embargo !== null && Date.parse(at) < Date.parse(embargo))
    throw new Refused(`release ${id} is under embargo until ${embargo}; it is ${at}`);
}

function refuseUnfit(
  workspace: Workspace,
  row: ReleaseRow,
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
function refuseUnprotected(workspace: Workspace, { id, run }: ReleaseRow): void {
  const { state, summary } = runOf(workspace, run);
  const report = summary['protected'] as { readonly at_risk?: number } | undefined;
  if (state === 'protected' && report?.at_risk === 0) {
    refuseOvertaken(workspace, { id, run }, summary);
    return;
  }
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
function announce({ layout }: Workspace, row: ReleaseRow, key: Signer, at: string): string {
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
