// `marsad propose WS RELEASE ACT`: the first of the two people that publishing, cancelling and withdrawing a release need.

import { Refused } from '../engine/errors.ts';
import { proposeAct, RELEASE_ACTS, type ReleaseActName } from '../office/release-act.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { openWorkspace } from './workspace.ts';

export const proposeCommand: Command = {
  name: 'propose',
  usage: 'WS RELEASE ACT',
  summary: `propose the ${RELEASE_ACTS.join(', ')} of a release; another person approves it`,
  options: {
    reason: { type: 'string', help: 'why, for the office' },
    'reason-ar': { type: 'string', help: 'why a release is withdrawn, for the public, in Arabic' },
    'reason-fr': { type: 'string', help: 'the same in French' },
    'reason-en': { type: 'string', help: 'the same in English' },
  },
  run: async ([root, release, name], options, effects) => {
    const act = actNamed(name);
    if (root === undefined || release === undefined)
      throw new Refused('which release of which workspace? `marsad propose WS 2025-S1/1 withdrawal`');
    const workspace = openWorkspace(root);
    try {
      const row = releaseRow(workspace, release);
      refuseState(row, act);
      const reason = reasonOf(act, options);
      const at = effects.clock();
      proposeAct(workspace.store, {
        ...{ release, manifest: row.manifest_hash, act, actor: effects.actor(), at, reason },
      });
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify({ release, act, at, reason }, null, 2)
          : `the ${act} of ${release} is proposed; another person approves it: \`marsad approve ${root} ${release} ${act}\``,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** The act of a name; refuses any other word. */
export function actNamed(name: string | undefined): ReleaseActName {
  const act = RELEASE_ACTS.find((each) => each === name);
  if (act !== undefined) return act;
  throw new Refused(`found ${name ?? 'no act'}, expected one of ${RELEASE_ACTS.join(', ')}`);
}

const STATES: { readonly [act in ReleaseActName]: readonly string[] } = {
  publication: ['drafted'],
  cancellation: ['drafted', 'approved'],
  withdrawal: ['published'],
};

/** Refuses an act on a release that is not in a state for it. */
export function refuseState({ id, state }: ReleaseRow, act: ReleaseActName): void {
  if (STATES[act].includes(state)) return;
  throw new Refused(`release ${id} is ${state}: ${act} is for what is ${STATES[act].join(' or ')}`);
}

function reasonOf(act: ReleaseActName, options: Options): string {
  if (act !== 'withdrawal') return textOption(options, 'reason') ?? '';
  const [ar, fr, en] = ['ar', 'fr', 'en'].map((language) => textOption(options, `reason-${language}`));
  if (ar === undefined || fr === undefined || en === undefined)
    throw new Refused(
      'a withdrawal tells the public why, in three languages: `--reason-ar … --reason-fr … --reason-en …`',
    );
  return JSON.stringify({ ar, fr, en });
}
