// Reading a public folder: a release counts when it is complete, unchanged since it was signed, and announced.

import { join } from 'node:path';
import { exists, hashOf, isDirectory, listFolder } from '../../engine/files.ts';
import { readWithin } from '../../engine/read-within.ts';
import { parseCanonicalCsv } from '../canonical-csv.ts';
import { followKeys, type TrustedKeys, verifyTrusted } from '../key-history.ts';
import { KEYS_FOLDER, type SignedStatement, statementName } from '../key-statement.ts';
import { MANIFEST_NAME, type Manifest, parseManifest, SIGNATURE_NAME } from '../manifest.ts';
import { NOTICES_NAME, type Notice, noticeFaults, parseNotices } from '../notices.ts';
import type { Reference } from '../reference.ts';
import type { StructureData } from '../structure.ts';
import { type PublicRelease, type PublicReleases, releaseOf, viewOf } from './released.ts';

export const PUBLIC_KEY_NAME = 'marsad.pub';

export type WatchedReleases = PublicReleases & {
  /** Looks again; true when something changed. Never throws: what cannot be read is not public, and is told to `note`. */
  readonly refresh: () => boolean;
  readonly folder: string;
};

/**
 * The releases of a public folder, as of now and of every later `refresh`. `trusted`: a public key that everything must
 * follow from; by default the one in the folder, which whoever writes there may exchange.
 */
export function loadReleases(
  folder: string,
  note: (text: string) => void = () => {},
  trusted?: string,
): WatchedReleases {
  const keys = () => publicKeys(folder, trusted);
  const known = new Map<string, PublicRelease>();
  const refused = new Set<string>();
  const said = new Set<string>();
  const once = (text: string): void => {
    if (!said.has(text)) note(text);
    said.add(text);
  };
  let now: { releases: readonly PublicRelease[]; notices: readonly Notice[]; version: number } = {
    releases: [],
    notices: [],
    version: 0,
  };
  const refresh = (): boolean => {
    const notices = readNotices(folder, keys, once) ?? now.notices;
    const ids = listIds(folder).filter((id) => !withdrawn(notices, id));
    for (const id of [...known.keys()].filter((each) => !ids.includes(each))) known.delete(id);
    for (const id of ids) {
      const announced = notices.find((notice) => notice.release === id && notice.kind === 'published');
      if (known.has(id) || announced === undefined) continue;
      const read = readRelease(folder, keys, announced);
      if (typeof read !== 'string') known.set(id, read);
      else if (!refused.has(id)) note(`release ${id} is not served: ${read}`);
      if (typeof read === 'string') refused.add(id);
    }
    const releases = [...known.values()].sort(byPublication);
    const same = releases.map(({ id }) => id).join() === now.releases.map(({ id }) => id).join();
    if (same && now.version > 0 && notices.length === now.notices.length) return false;
    now = { releases, notices, version: now.version + 1 };
    return true;
  };
  refresh();
  return { ...viewOf(() => now), refresh, folder };
}

/** The keys of a public folder: the one that lies in it, and those that its statements lead to. */
export function publicKeys(folder: string, trusted?: string): TrustedKeys {
  return followKeys(trusted ?? textWithin(folder, PUBLIC_KEY_NAME), readStatements(folder));
}

/** The statements on the keys, in order, each with its signatures. */
export function readStatements(folder: string): readonly SignedStatement[] {
  const path = join(folder, KEYS_FOLDER);
  const names = listFolder(path);
  const count = names.filter((name) => /^\d+\.json$/.test(name)).length;
  return Array.from({ length: count }, (_, at) => {
    const name = statementName(at + 1);
    const signatures = names.filter((each) => each.startsWith(`${name}.`) && each.endsWith('.minisig'));
    return {
      text: textWithin(path, name),
      signatures: signatures.map((each) => textWithin(path, each)),
    };
  });
}

/** The bytes of a file of a release, as they were signed; undefined for anything else. */
export function releasedBytes(folder: string, release: PublicRelease, name: string): Uint8Array | undefined {
  const listed = release.files.find((file) => file.name === name);
  if (listed === undefined) return undefined;
  try {
    const bytes = readWithin(join(folder, 'releases', release.period, String(release.number)), name);
    return hashOf(bytes) === listed.sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function byPublication(a: PublicRelease, b: PublicRelease): number {
  return Date.parse(a.published) - Date.parse(b.published) || (a.id < b.id ? -1 : 1);
}

function listIds(folder: string): readonly string[] {
  const root = join(folder, 'releases');
  return listFolder(root).flatMap((period) =>
    listFolder(join(root, period))
      .filter((number) => /^[1-9]\d*$/.test(number) && isDirectory(join(root, period, number)))
      .map((number) => `${period}/${number}`),
  );
}

function withdrawn(notices: readonly Notice[], id: string): boolean {
  return notices.findLast(({ release }) => release === id)?.kind === 'withdrawn';
}

/**
 * The notices; undefined when the file is being replaced or is broken, or when a line was not signed by the office or does
 * not continue the one before: nobody else says what is public, or why something no longer is.
 */
function readNotices(
  folder: string,
  keys: () => TrustedKeys,
  note: (text: string) => void,
): readonly Notice[] | undefined {
  const path = join(folder, NOTICES_NAME);
  try {
    if (!exists(path)) return [];
    const text = textWithin(folder, NOTICES_NAME);
    const faults = noticeFaults(text, keys());
    if (faults.length === 0) return parseNotices(text);
    note(`${path} is not believed: ${faults.join('; ')}`);
    return undefined;
  } catch (error) {
    note(`${path} cannot be read: ${String(error)}`);
    return undefined;
  }
}

/** A release, or why it is not served. */
function readRelease(folder: string, keys: () => TrustedKeys, announced: Notice): PublicRelease | string {
  try {
    return openRelease(join(folder, 'releases', ...announced.release.split('/')), keys(), announced);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function openRelease(
  path: string,
  keys: TrustedKeys,
  { at, manifest: announced, access = [] }: Notice,
): PublicRelease {
  const text = textWithin(path, MANIFEST_NAME);
  if (hashOf(text) !== announced) throw new Error('its manifest is not the one that was announced');
  const verdict = verifyTrusted(text, textWithin(path, SIGNATURE_NAME), keys, ({ stands }) =>
    stands.has(hashOf(text)),
  );
  if (!verdict.valid) throw new Error(verdict.fault);
  const manifest = parseManifest(text);
  const { data: structure } = JSON.parse(checkedText(path, 'structure.json', manifest)) as {
    data: StructureData;
  };
  const texts = new Map(
    Object.keys(manifest.content).map((flow) => [flow, checkedText(path, `${flow}.csv`, manifest)]),
  );
  const files = Object.entries(manifest.files).map(([name, { bytes, sha256 }]) => ({ name, bytes, sha256 }));
  const own = [MANIFEST_NAME, SIGNATURE_NAME].map((name) => {
    const content = textWithin(path, name);
    return { name, bytes: Buffer.byteLength(content), sha256: hashOf(content) };
  });
  return releaseOf({
    published: at,
    access,
    manifest,
    files: [...files, ...own].sort((a, b) => (a.name < b.name ? -1 : 1)),
    reference: JSON.parse(checkedText(path, 'reference.json', manifest)) as Reference,
    structure,
    read: (flow) => {
      const csv = texts.get(flow.id) ?? '';
      texts.delete(flow.id);
      return parseCanonicalCsv(csv, flow);
    },
  });
}

function textWithin(folder: string, name: string): string {
  return Buffer.from(readWithin(folder, name)).toString('utf8');
}

function checkedText(path: string, name: string, manifest: Manifest): string {
  const text = textWithin(path, name);
  if (hashOf(text) !== manifest.files[name]?.sha256) throw new Error(`${name} is not what was signed`);
  return text;
}
