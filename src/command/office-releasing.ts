// Releases and the audit log for the pages of staff: the functions that `marsad propose`, `approve` and `publish` call.

import { join } from 'node:path';
import { absence, refusal } from '../design/refusal.ts';
import { ACT_STATES, RELEASE_ACTS, type ReleaseActName, type ReleaseState } from '../design/release-state.ts';
import type { Text } from '../design/text.ts';
import { MARKS } from '../disseminate/public/words.ts';
import type { Effects } from '../engine/effects.ts';
import { exists, isDirectory, listFolder, readBytes, sizeOf } from '../engine/files.ts';
import type { Telling } from '../office/audit-log.ts';
import { openProposal, stepsOf } from '../office/two-person-act.ts';
import type { Recording } from '../office/workbench/desk-editing.ts';
import type {
  ActRequest,
  ActStanding,
  ReleaseRow,
  ReleaseStep,
  ReleaseView,
  Releasing,
} from '../office/workbench/desk-releasing.ts';
import { approveRelease } from './approve.ts';
import { auditExport, auditView, logFaults } from './office-audit.ts';
import { changedReaders, readersView } from './office-readers.ts';
import { waitingFor } from './office-waiting.ts';
import type { Bench } from './office-workbench.ts';
import { actNamed, proposeRelease } from './propose.ts';
import { publishRelease } from './publication.ts';
import { approveAccess, proposeAccess } from './readers.ts';
import { draftFolder } from './release.ts';
import { headlineIn } from './release-headline.ts';
import { releaseRow } from './release-row.ts';
import type { Workspace } from './workspace.ts';

/** The part of the desk that is about releases and the log. */
export function releasingOf(bench: Bench): Releasing {
  const { workspace, effects } = bench;
  return {
    releases: async () => ({ releases: releaseRows(workspace), synthetic: workspace.config.synthetic }),
    release: async (id) => releaseView(workspace, id),
    propose: async (request, actor, record) => {
      const proposed = { ...request, act: actNamed(request.act), reason: reasonOf(request) };
      proposeRelease(workspace, proposed, as(effects, actor), tellingBy(record));
    },
    approve: async ({ release, act, proposal, withoutHeadline }, actor, record) => {
      const approval = { release, act: actNamed(act), seen: proposal, withoutHeadline };
      return approveRelease(workspace, approval, as(effects, actor), tellingBy(record));
    },
    publish: async (release, actor, record) => {
      publishRelease(workspace, release, as(effects, actor), tellingBy(record));
    },
    readers: async (id) => readersView(workspace, releaseOf(workspace, id)),
    proposeReaders: async (release, change, actor, record) => {
      const list = changedReaders(workspace, release, change);
      proposeAccess(workspace, release, list, as(effects, actor), tellingBy(record));
    },
    approveReaders: async ({ release, proposal }, actor, record) => {
      approveAccess(workspace, { release, seen: proposal }, as(effects, actor), tellingBy(record));
    },
    bulletin: async (release, language) => bulletinOf(workspace, release, language),
    audit: async (asked) => auditView(bench, asked),
    auditFaults: async () => logFaults(bench),
    auditExport: () => auditExport(bench),
    waiting: (actor) => waitingFor(bench, actor),
  };
}

function as(effects: Effects, actor: string): Effects {
  return { ...effects, actor: () => actor };
}

/** The entry of an act is the one that a command would leave, written by the request that does it. */
export function tellingBy(record: Recording): Telling {
  return ({ action, subject, detail, before, after }) => {
    record({ action, subject, detail, before, after });
  };
}

/** What an act carries, in the form in which it is recorded. */
function reasonOf({ act, reason, until, text }: ActRequest): string {
  if (act === 'postponement') return JSON.stringify({ until, reason });
  if (act !== 'withdrawal') return reason;
  if (Object.values(text).some((each) => each.trim() === '')) throw refusal('withdrawal_text');
  return JSON.stringify(text);
}

const COLUMNS = 'id, period, number, run, state, vintage, embargo, made_at, published_at';

function releaseRows({ store }: Workspace): readonly ReleaseRow[] {
  return store.all<ReleaseRow>(`SELECT ${COLUMNS} FROM releases ORDER BY made_at DESC, id DESC`);
}

function releaseOf(workspace: Workspace, id: string): ReleaseRow {
  const release = releaseRows(workspace).find((each) => each.id === id);
  if (release === undefined) throw absence('no_release', { id });
  return release;
}

function releaseView(workspace: Workspace, id: string): ReleaseView {
  const row = releaseRow(workspace, id);
  const release = releaseOf(workspace, id);
  const folder = readableFolder(workspace, release);
  const names = folder === null ? [] : listFolder(folder);
  return {
    release,
    manifest: row.manifest_hash,
    steps: stepsOf(workspace.store, id) as readonly ReleaseStep[],
    acts: actsOn(workspace, release, row.manifest_hash),
    publishable: isPublishable(workspace, release),
    headline: folder === null ? null : headlineText(workspace, release, folder),
    bulletins: ['ar', 'fr', 'en'].filter((language) => names.includes(`bulletin.${language}.html`)),
    files: folder === null ? [] : names.map((name) => ({ name, bytes: sizeOf(join(folder, name)) })),
  };
}

/** Why the headline figure is not there; null when it is. */
function headlineText(workspace: Workspace, release: ReleaseRow, folder: string): Text | null {
  const headline = headlineIn(workspace, release, folder);
  return headline === undefined || headline.standing === 'value' ? null : MARKS[headline.standing].means;
}

/** Where its files can be read: as a draft, or in public; nowhere while it is sealed. */
function readableFolder(workspace: Workspace, { period, number, state }: ReleaseRow): string | null {
  const folder =
    state === 'published' ? workspace.layout.release(period, number) : draftFolder(workspace, period, number);
  return (state === 'published' || state === 'drafted' || state === 'review') && isDirectory(folder)
    ? folder
    : null;
}

function actsOn({ store }: Workspace, { id, state }: ReleaseRow, content: string): readonly ActStanding[] {
  return RELEASE_ACTS.filter((act) => ACT_STATES[act].includes(state as ReleaseState)).map(
    (act: ReleaseActName) => ({
      act,
      proposal: (openProposal(store, { subject: id, content, act }) as ReleaseStep | undefined) ?? null,
    }),
  );
}

function isPublishable({ config }: Workspace, { state, embargo }: ReleaseRow): boolean {
  return (state === 'sealed' && embargo === null) || (state === 'drafted' && config.synthetic);
}

function bulletinOf(workspace: Workspace, id: string, language: string): Uint8Array {
  const { release, bulletins } = releaseView(workspace, id);
  const folder = readableFolder(workspace, release);
  const path = join(folder ?? '', `bulletin.${language}.html`);
  if (folder === null || !bulletins.includes(language) || !exists(path))
    throw absence('no_bulletin', { id, language });
  return readBytes(path);
}
