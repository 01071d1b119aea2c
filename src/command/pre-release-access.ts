// Who may read a release before it is public: posts of institutions, decided by two people for one release, from an
// opening hour until its publication.

import { z } from 'zod';
import { refusal } from '../design/refusal.ts';
import { hashOf } from '../engine/files.ts';
import { stepsOf } from '../office/two-person-act.ts';
import type { ReleaseRow } from './release-row.ts';
import type { Workspace } from './workspace.ts';

const TEXT = z.strictObject({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) });
const ACCESS = z.array(
  z.strictObject({
    /** The account of the reader. */
    reader: z.string().min(1),
    name: z.string().min(1),
    /** What is published with the release: the post, never the name. */
    post: TEXT,
    from: z.iso.datetime({ offset: true }),
  }),
);
export type Access = z.infer<typeof ACCESS>[number];

export const ACCESS_ACT = 'access';

/** The list in force for a release: the last that two people decided; empty when nobody may read it. */
export function accessOf({ store }: Workspace, { id }: Pick<ReleaseRow, 'id'>): readonly Access[] {
  const all = stepsOf(store, id);
  const cancelled = all.findLastIndex(({ act, step }) => act === 'cancellation' && step === 'approved');
  const steps = all.slice(cancelled + 1).filter(({ act }) => act === ACCESS_ACT);
  const approved = steps.findLast(({ step }) => step === 'approved');
  if (approved === undefined) return [];
  const proposed = steps.findLast(
    ({ step, content, seq }) => step === 'proposed' && content === approved.content && seq < approved.seq,
  );
  return parseAccess(proposed?.reason ?? '[]');
}

/** Reads a list; refuses one that is none. */
export function parseAccess(text: string): readonly Access[] {
  const list = ACCESS.safeParse(JSON.parse(text));
  if (list.success) return list.data;
  const [issue] = list.error.issues;
  throw refusal('readers_list', { where: issue?.path.join('.') ?? '', why: issue?.message ?? '' });
}

/** What is decided when a list is: its hash. */
export function accessHash(list: readonly Access[]): string {
  return hashOf(JSON.stringify(list));
}
