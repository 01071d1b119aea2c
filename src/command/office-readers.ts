// Who may read a release before it is public, for the pages of staff: the functions that `marsad readers` calls.

import { stepsOf } from '../office/two-person-act.ts';
import type { ReadersChange, ReadersView, ReleaseRow } from '../office/workbench/desk-releasing.ts';
import { ACCESS_ACT, type Access, accessOf, parseAccess } from './pre-release-access.ts';
import { readingsOf } from './readers.ts';
import type { Workspace } from './workspace.ts';

/** The list in force, the one that waits, and who has read. */
export function readersView(workspace: Workspace, release: ReleaseRow): ReadersView {
  const last = stepsOf(workspace.store, release.id).findLast(({ act }) => act === ACCESS_ACT);
  const proposed =
    last?.step === 'proposed'
      ? { seq: last.seq, actor: last.actor, at: last.at, list: parseAccess(last.reason) }
      : null;
  return {
    ...{ release, proposed, inForce: accessOf(workspace, release) },
    readings: readingsOf(workspace, release.id),
    open: release.embargo !== null && release.state !== 'published' && release.state !== 'withdrawn',
  };
}

/** The list in force with one reader more, in place of the same one, or without one. */
export function changedReaders(workspace: Workspace, id: string, change: ReadersChange): readonly Access[] {
  const now = accessOf(workspace, { id });
  if ('without' in change) return now.filter(({ reader }) => reader !== change.without);
  const others = now.filter(({ reader }) => reader !== change.add.reader);
  return parseAccess(JSON.stringify([...others, change.add]));
}
