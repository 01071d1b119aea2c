// GSBPM 7.4: an approved release put where the public server reads, by one rename, with its signed notice.

import { join } from 'node:path';
import { refusal } from '../design/refusal.ts';
import { stateWords } from '../design/release-words.ts';
import { MANIFEST_NAME } from '../disseminate/manifest.ts';
import { NOTICES_NAME, noticeLine, parseNotices } from '../disseminate/notices.ts';
import type { Effects } from '../engine/effects.ts';
import { exists, listFolder, readBytes, readText, remove, writeFolder, writeWhole } from '../engine/files.ts';
import { auditHead, type Telling, tellingTo } from '../office/audit-log.ts';
import { isApproved } from '../office/two-person-act.ts';
import { officeSigner, publishKey } from './office-keys.ts';
import { accessOf } from './pre-release-access.ts';
import { draftFolder } from './release.ts';
import { refuseOther, refuseUnfit, refuseUnprotected } from './release-fitness.ts';
import { whileReleasing } from './release-lock.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { type FilesByName, openSealed, sealedPath } from './sealed-release.ts';
import { settleReleases } from './settle-releases.ts';
import type { Workspace } from './workspace.ts';

export type Published = { readonly release: string; readonly folder: string; readonly at: string };

/** Publishes a release; refuses what is under embargo, was changed, or did not pass disclosure control. */
export function publishRelease(
  workspace: Workspace,
  id: string,
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): Published {
  return whileReleasing(workspace, () => {
    settleReleases(workspace, effects);
    const row = releaseRow(workspace, id);
    refuseUnapproved(workspace, row);
    const at = effects.clock();
    refuseEarly(row, at);
    refuseUnprotected(workspace, row);
    const files = filesToBring(workspace, row);
    const published = bringOut(workspace, row, files, { at, actor: effects.actor(), tell });
    remove(draftFolder(workspace, row.period, row.number));
    remove(sealedPath(workspace, row));
    return published;
  });
}

/** Publishes the approved releases whose hour has come, in the order of their hours. */
export function publishDue(workspace: Workspace, effects: Effects): readonly Published[] {
  const now = Date.parse(effects.clock());
  return dueReleases(workspace, now).map((id) => publishRelease(workspace, id, effects));
}

/** The approved releases whose hour has come at an instant, in milliseconds since 1970. */
export function dueReleases({ store }: Workspace, now: number): readonly string[] {
  return store
    .all<{ id: string; embargo: string }>(
      "SELECT id, embargo FROM releases WHERE state IN ('approved', 'sealed') AND embargo IS NOT NULL",
    )
    .filter(({ embargo }) => Date.parse(embargo) <= now)
    .sort((a, b) => Date.parse(a.embargo) - Date.parse(b.embargo) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Real releases need two people; a synthetic one, which every page marks, may go out from its draft. */
function refuseUnapproved({ config, store }: Workspace, row: ReleaseRow): void {
  const { id, state, manifest_hash: content } = row;
  if (state === 'published' || state === 'withdrawn')
    throw refusal('release_already', { id, state: stateWords([state]) });
  if (state === 'drafted' && config.synthetic) return;
  if (state === 'sealed' && isApproved(store, { subject: id, content, act: 'publication' })) return;
  throw refusal('release_unapproved', { id });
}

function refuseEarly({ id, embargo }: ReleaseRow, at: string): void {
  if (embargo !== null && Date.parse(at) < Date.parse(embargo))
    throw refusal('release_early', { id, embargo, at });
}

/** What is to be in public; undefined when a killed process brought it out before: then it is taken as it is. */
function filesToBring(workspace: Workspace, row: ReleaseRow): FilesByName | undefined {
  const folder = workspace.layout.release(row.period, row.number);
  if (!exists(folder)) return row.state === 'sealed' ? unsealed(workspace, row) : drafted(workspace, row);
  refuseUnfit(workspace, row, folder);
  return undefined;
}

function drafted(workspace: Workspace, row: ReleaseRow): FilesByName {
  const folder = draftFolder(workspace, row.period, row.number);
  refuseUnfit(workspace, row, folder);
  return new Map(listFolder(folder).map((name) => [name, readBytes(join(folder, name))]));
}

/** What was verified when it was sealed, and is authenticated by its seal. */
function unsealed(workspace: Workspace, row: ReleaseRow): FilesByName {
  const files = openSealed(workspace, row);
  refuseOther(workspace, row, Buffer.from(files.get(MANIFEST_NAME) ?? []).toString());
  return files;
}

/**
 * Records that the release is public and brings it out, all or nothing: the entry of the log is written first, the folder
 * appears by one rename, the notice is appended once, and the record holds when all of it is there.
 */
function bringOut(
  workspace: Workspace,
  row: ReleaseRow,
  files: FilesByName | undefined,
  { at, actor, tell }: { readonly at: string; readonly actor: string; readonly tell: Telling },
): Published {
  const { layout, store } = workspace;
  return store.transaction(() => {
    const notice = noticeOf(workspace, row, at);
    const folder = layout.release(row.period, row.number);
    store.run("UPDATE releases SET state = 'published', published_at = ? WHERE id = ?", notice.since, row.id);
    tell({
      ...{ at, actor, action: 'published', subject: row.id },
      detail: { manifest: row.manifest_hash, access: notice.access },
      ...{ before: { state: row.state }, after: { state: 'published', since: notice.since } },
    });
    publishKey(workspace);
    if (files !== undefined) writeFolder(folder, files);
    notice.append();
    return { release: row.id, folder, at: notice.since };
  });
}

type Notice = {
  /** Since when it is public: what was told before stands. */
  readonly since: string;
  readonly access: readonly object[];
  readonly append: () => void;
};

/** The notice of a release, with the log as it stood before. */
function noticeOf(workspace: Workspace, row: ReleaseRow, at: string): Notice {
  const { layout, store } = workspace;
  const path = join(layout.public, NOTICES_NAME);
  const text = exists(path) ? readText(path) : '';
  const told = parseNotices(text).find(({ release, kind }) => release === row.id && kind === 'published');
  const access = accessOf(workspace, row).map(({ post, from }) => ({ post, from }));
  const event = {
    ...{ at, kind: 'published' as const, release: row.id, manifest: row.manifest_hash, reason: null },
    ...(access.length === 0 ? {} : { access }),
    audit: auditHead(store),
  };
  return {
    ...{ since: told?.at ?? at, access },
    append: () => {
      if (told === undefined) writeWhole(path, text + noticeLine(event, text, officeSigner(workspace)));
    },
  };
}
