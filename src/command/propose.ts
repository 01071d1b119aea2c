// `marsad propose WS RELEASE ACT`: the first of the two people that acts on a release need.

import { NOTHING } from '../design/fault-words.ts';
import { refusal } from '../design/refusal.ts';
import { ACT_STATES, RELEASE_ACTS, type ReleaseActName } from '../design/release-state.ts';
import { actWords, stateWords } from '../design/release-words.ts';
import type { Effects } from '../engine/effects.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { proposeAct } from '../office/two-person-act.ts';
import { type Command, flagOption, misuse, type Options, textOption } from './command.ts';
import { refuseUnfitHour } from './embargo-hour.ts';
import { draftFolder } from './release.ts';
import { refuseWithoutHeadline, WITHOUT_HEADLINE } from './release-headline.ts';
import { whileReleasing } from './release-lock.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { settleReleases } from './settle-releases.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { addedRow } from './workspace-snapshot.ts';

export const proposeCommand: Command = {
  name: 'propose',
  usage: 'WS RELEASE ACT',
  summary: `propose the ${RELEASE_ACTS.join(', ')} of a release; another person approves it`,
  options: {
    reason: { type: 'string', help: 'why, for the office' },
    'without-headline': WITHOUT_HEADLINE,
    until: { type: 'string', help: 'the new hour of a release that is postponed, with its offset' },
    'reason-ar': { type: 'string', help: 'why a release is withdrawn, for the public, in Arabic' },
    'reason-fr': { type: 'string', help: 'the same in French' },
    'reason-en': { type: 'string', help: 'the same in English' },
  },
  run: async ([root, release, name], options, effects) => {
    const act = actNamed(name);
    if (root === undefined || release === undefined)
      throw misuse('which release of which workspace? `marsad propose WS 2025-S1/1 withdrawal`');
    const workspace = openWorkspace(root);
    try {
      const at = effects.clock();
      const reason = REASONS[act](options);
      const proposal = proposeRelease(
        workspace,
        { release, act, reason, withoutHeadline: flagOption(options, 'without-headline') },
        effects,
      );
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify({ release, act, at, reason, proposal }, null, 2)
          : `the ${act} of ${release} is proposed; another person approves it: \`marsad approve ${root} ${release} ${act} --proposal ${proposal}\``,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

export type Proposed = {
  readonly release: string;
  readonly act: ReleaseActName;
  readonly reason: string;
  /** Whoever proposes knows that the headline figure is not there. */
  readonly withoutHeadline?: boolean;
};

/**
 * Proposes an act on a release as it stands now. `reason`: why; for a withdrawal JSON of a text in three languages, for a
 * postponement JSON of `{until, reason}`. Returns the number of the proposal.
 */
export function proposeRelease(
  workspace: Workspace,
  { release, act, reason, withoutHeadline = false }: Proposed,
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): number {
  return whileReleasing(workspace, () => {
    settleReleases(workspace, effects);
    const row = releaseRow(workspace, release);
    refuseState(row, act);
    if (act === 'publication') {
      const folder = draftFolder(workspace, row.period, row.number);
      refuseWithoutHeadline(workspace, row, folder, withoutHeadline);
    }
    if (act === 'postponement')
      refuseUnfitPostponement(workspace, row, postponementOf(reason).until, effects);
    const { store } = workspace;
    const [at, actor] = [effects.clock(), effects.actor()];
    const after = act === 'publication' ? 'review' : row.state;
    return store.transaction(() => {
      const proposal = proposeAct(store, {
        subject: release,
        content: row.manifest_hash,
        act,
        actor,
        at,
        reason,
      });
      store.run('UPDATE releases SET state = ? WHERE id = ?', after, release);
      const rows = addedRow(store, 'two_person_steps', proposal);
      tell({
        ...{ at, actor, action: `${act} proposed`, subject: release },
        detail: {
          ...{ manifest: row.manifest_hash, reason },
          ...(withoutHeadline ? { without_headline: true } : {}),
        },
        before: { state: row.state, embargo: row.embargo, ...rows.before },
        after: { state: after, embargo: row.embargo, ...rows.after },
      });
      return proposal;
    });
  });
}

/** The act of a name; refuses any other word. */
export function actNamed(name: string | undefined): ReleaseActName {
  const act = RELEASE_ACTS.find((each) => each === name);
  if (act !== undefined) return act;
  throw refusal('no_act', { found: name ?? NOTHING, expected: RELEASE_ACTS.join(', ') });
}

/** Refuses an act on a release that is not in a state for it. */
export function refuseState({ id, state }: ReleaseRow, act: ReleaseActName): void {
  const states: readonly string[] = ACT_STATES[act];
  if (states.includes(state)) return;
  throw refusal('release_state', {
    ...{ id, state: stateWords([state]) },
    ...{ act: actWords(act), states: stateWords(states) },
  });
}

/** What a postponement asks for. */
export function postponementOf(reason: string): { readonly until: string; readonly reason: string } {
  const { until, reason: why } = JSON.parse(reason) as { until?: unknown; reason?: unknown };
  if (typeof until === 'string') return { until, reason: String(why ?? '') };
  throw refusal('postponement_until');
}

/** The new hour is later than the old one, which has not come yet. */
export function refuseUnfitPostponement(
  { domain }: Workspace,
  { id, embargo }: ReleaseRow,
  until: string,
  { clock }: Effects,
): void {
  refuseUnfitHour(until, domain.timeZone);
  if (embargo === null) throw refusal('no_hour', { id });
  if (Date.parse(embargo) <= Date.parse(clock())) throw refusal('hour_come', { id, embargo });
  if (Date.parse(until) <= Date.parse(embargo)) throw refusal('hour_not_later', { until, embargo });
}

const REASONS: { readonly [act in ReleaseActName]: (options: Options) => string } = {
  publication: (options) => textOption(options, 'reason') ?? '',
  cancellation: (options) => textOption(options, 'reason') ?? '',
  postponement: (options) =>
    JSON.stringify({ until: textOption(options, 'until'), reason: textOption(options, 'reason') ?? '' }),
  withdrawal: (options) => JSON.stringify(publicReason(options, 'a withdrawal')),
};

/** A reason that the public reads, in three languages. */
export function publicReason(
  options: Options,
  what: string,
): { readonly ar: string; readonly fr: string; readonly en: string } {
  const [ar, fr, en] = ['ar', 'fr', 'en'].map((language) => textOption(options, `reason-${language}`));
  if (ar === undefined || fr === undefined || en === undefined)
    throw misuse(
      `${what} tells the public why, in three languages: \`--reason-ar … --reason-fr … --reason-en …\``,
    );
  return { ar, fr, en };
}
