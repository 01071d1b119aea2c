// The desk of pre-release readers over a workspace: a sealed release is opened in memory, its bulletin marked for one
// reader, and the reading recorded before the copy is given. The signed bytes themselves are never given.

import type { Language } from '../design/text.ts';
import { paperOf } from '../disseminate/bulletin-paper.ts';
import { type CopyMark, markedPage, markedSheet } from '../disseminate/copy-mark.ts';
import { instantText } from '../disseminate/public/period-text.ts';
import type { Effects } from '../engine/effects.ts';
import { hashOf } from '../engine/files.ts';
import type { CopyRequest, PreReleaseDesk, ReadableRelease } from '../office/pre-release-desk.ts';
import { type Access, accessOf } from './pre-release-access.ts';
import type { ReleaseRow } from './release-row.ts';
import { openSealed } from './sealed-release.ts';
import type { Workspace } from './workspace.ts';

/** The desk of pre-release readers. */
export function preReleaseDesk(workspace: Workspace, effects: Effects): PreReleaseDesk {
  return {
    readable: (reader, language) =>
      openTo(workspace, reader, effects.clock()).map(({ row, access }) =>
        told(workspace, row, access, language),
      ),
    copy: (request) => copyFor(workspace, request, effects),
  };
}

type Open = { readonly row: ReleaseRow & { readonly embargo: string }; readonly access: Access };

/** The sealed releases that an account may read at an instant: after its opening hour, before publication. */
function openTo(workspace: Workspace, reader: string, at: string): readonly Open[] {
  const rows = workspace.store.all<Open['row']>(
    "SELECT id, period, number, run, state, embargo, manifest_hash FROM releases WHERE state = 'sealed' AND embargo IS NOT NULL ORDER BY id",
  );
  return rows.flatMap((row) => {
    const access = accessOf(workspace, row).find((each) => each.reader === reader);
    const now = Date.parse(at);
    const isOpen = access !== undefined && Date.parse(access.from) <= now && now < Date.parse(row.embargo);
    return isOpen ? [{ row, access }] : [];
  });
}

function told(
  { domain }: Workspace,
  { id, period, number, embargo }: Open['row'],
  { from }: Access,
  language: Language,
): ReadableRelease {
  const words = (instant: string): string => instantText(language, instant, domain.timeZone);
  return { id, period, number, from: words(from), until: words(embargo) };
}

async function copyFor(
  workspace: Workspace,
  { reader, release, language, format, record }: CopyRequest,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  const at = effects.clock();
  const open = openTo(workspace, reader, at).find(({ row }) => row.id === release);
  if (open === undefined) return undefined;
  const page = openSealed(workspace, open.row).get(`bulletin.${language}.html`);
  if (page === undefined) return undefined;
  const mark = markFor(workspace, open, {
    language,
    at,
    copy: Buffer.from(effects.random(8)).toString('hex'),
  });
  const text = Buffer.from(page).toString('utf8');
  const bytes =
    format === 'html'
      ? Buffer.from(markedPage(text, language, mark), 'utf8')
      : (await paperOf(text, language, at, markedSheet(language, mark))).pdf;
  const sha256 = hashOf(bytes);
  const { id, manifest_hash } = open.row;
  workspace.store.transaction(() => {
    workspace.store.run(
      'INSERT INTO pre_release_readings (copy, release, manifest, reader, post, name, language, format, sha256, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[
        mark.copy,
        id,
        manifest_hash,
        reader,
        open.access.post.fr,
        open.access.name,
        language,
        format,
        sha256,
        at,
      ],
    );
    record({ subject: id, before: null, after: { copy: mark.copy, language, format, sha256 } });
  });
  return bytes;
}

function markFor(
  { domain }: Workspace,
  { row, access }: Open,
  { language, at, copy }: { readonly language: Language; readonly at: string; readonly copy: string },
): CopyMark {
  const words = (instant: string): string => instantText(language, instant, domain.timeZone);
  return {
    ...{ copy, post: access.post[language], name: access.name },
    ...{ given: words(at), until: words(row.embargo) },
  };
}
