// `marsad release WS --period 2025-S1`: makes the signed folder of a release, not yet where the public server reads.

import { join } from 'node:path';
import { progressOf } from '../design/progress-words.ts';
import { refusal } from '../design/refusal.ts';
import { UNDECIDED } from '../design/release-state.ts';
import { stateWords } from '../design/release-words.ts';
import { REVISION_CAUSES, type RevisionCause } from '../design/tables.ts';
import { fileEntry, MANIFEST_NAME } from '../disseminate/manifest.ts';
import { MARKS } from '../disseminate/public/words.ts';
import type { ReleaseFacts } from '../disseminate/release.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { remove, writeFolder } from '../engine/files.ts';
import { releasePeriodOf } from './analyse.ts';
import { CAUSES_SAID } from './cause-words.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { composeRelease } from './compose-release.ts';
import { type DraftRequest, releaseFacts } from './release-facts.ts';
import { headlineIn } from './release-headline.ts';
import { whileReleasing } from './release-lock.ts';
import { latestRun, refuseStranger, whileHolding } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Why figures of an earlier release move, where the records do not say it. */
export const CAUSE_OPTION = {
  type: 'string',
  multiple: true,
  help: `why figures move: ${REVISION_CAUSES.join(', ')}`,
} as const;

export const releaseCommand: Command = {
  name: 'release',
  usage: 'WS',
  summary: 'make the signed folder of a release from the newest protected run',
  options: {
    period: { type: 'string', help: 'period to release; by default the last one due in the calendar' },
    embargo: { type: 'string', help: 'instant before which it cannot be published, with its offset' },
    cause: CAUSE_OPTION,
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad release WS --period 2025-S1`');
    const workspace = openWorkspace(root);
    try {
      const drafted = await whileHolding(workspace, () => {
        const run = latestRun(workspace, 'protected');
        refuseStranger(run, workspace);
        const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
        const embargo = textOption(options, 'embargo') ?? null;
        return draftRelease({ workspace, run, period, embargo, causes: causesOf(options['cause']) }, effects);
      });
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify(drafted, null, 2)
          : `release ${drafted.id} is drafted in ${drafted.folder}\n\`marsad publish ${root} ${drafted.id}\` makes it public`,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

export type Draft = { readonly id: string; readonly folder: string; readonly manifest: string };

/** Makes the folder of the next release of a period from a protected run, in place of an earlier draft of it. */
export async function draftRelease(request: DraftRequest, effects: Effects): Promise<Draft> {
  const { workspace, run } = request;
  const facts = await releaseFacts(request);
  const { files } = await composeRelease(workspace, run, facts);
  const manifest = fileEntry(files.get(MANIFEST_NAME) ?? '').sha256;
  return whileReleasing(workspace, () => {
    refuseDecided(workspace, facts.id);
    const folder = draftFolder(workspace, facts.period, facts.number);
    remove(folder);
    writeFolder(folder, files);
    recordDraft(request, facts, manifest, effects);
    warnWithoutHeadline(workspace, facts, folder, effects);
    return { id: facts.id, folder, manifest };
  });
}

/** A draft without its headline is made, for it is to be looked at, and says so. */
function warnWithoutHeadline(
  workspace: Workspace,
  { id, period }: ReleaseFacts,
  folder: string,
  { log }: Effects,
): void {
  const headline = headlineIn(workspace, { period }, folder);
  if (headline === undefined || headline.standing === 'value') return;
  log.note(progressOf('headless', { release: id, period, why: MARKS[headline.standing].means }));
}

/** Where a release lies before it is public. */
export function draftFolder({ layout }: Workspace, period: string, number: number): string {
  return join(layout.root, 'store', 'drafts', period, String(number));
}

/** The causes that an option names; refuses any other word. */
export function causesOf(given: unknown): readonly RevisionCause[] {
  const names = Array.isArray(given) ? given.map(String) : [];
  const unknown = names.find((name) => !(REVISION_CAUSES as readonly string[]).includes(name));
  if (unknown !== undefined) throw refusal('cause_unknown', { found: unknown, causes: CAUSES_SAID });
  return names as readonly RevisionCause[];
}

/** Another person may have approved an earlier draft while this one was made. */
function refuseDecided({ store }: Workspace, id: string): void {
  const row = store.get<{ state: string }>(
    `SELECT state FROM releases WHERE id = ? AND state NOT IN ${UNDECIDED}`,
    id,
  );
  if (row !== undefined) throw refusal('release_already', { id, state: stateWords([row.state]) });
}

function recordDraft(
  { workspace, run }: DraftRequest,
  { id, period, number, vintage, embargo, causes }: ReleaseFacts,
  manifest: string,
  effects: Effects,
): void {
  const { store } = workspace;
  store.transaction(() => {
    store.run(`DELETE FROM releases WHERE id = ? AND state IN ${UNDECIDED}`, id);
    store.run(
      "INSERT INTO releases VALUES (?, ?, ?, ?, 'drafted', ?, ?, ?, ?, ?, NULL)",
      ...[id, period, number, run.id, vintage, embargo, JSON.stringify(causes), manifest, effects.clock()],
    );
  });
}
