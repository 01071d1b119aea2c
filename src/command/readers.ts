// `marsad readers WS …`: who may read a release before it is public, decided by two people; who has read what and when; and
// whose copy it is that turned up somewhere.

import { parse } from 'yaml';
import { refusal } from '../design/refusal.ts';
import { stateWords } from '../design/release-words.ts';
import { markIn } from '../disseminate/copy-mark.ts';
import type { Effects } from '../engine/effects.ts';
import { exists, hashOf, readBytes, readText } from '../engine/files.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { approveAct, proposeAct, type Seen, stepsOf } from '../office/two-person-act.ts';
import { type Command, flagOption, misuse, type Options, textOption } from './command.ts';
import { ACCESS_ACT, type Access, accessHash, accessOf, parseAccess } from './pre-release-access.ts';
import { whileReleasing } from './release-lock.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { PROPOSAL_OPTION, seenOption } from './seen-proposal.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { addedRow } from './workspace-snapshot.ts';

export const readersCommand: Command = {
  name: 'readers',
  usage: 'WS RELEASE [list|propose|approve]',
  summary:
    'who may read a release before it is public, by two people; `WS trace FILE` says whose copy a file is',
  options: {
    list: { type: 'string', help: 'propose: a YAML file of {reader, name, post: {ar, fr, en}, from}' },
    proposal: PROPOSAL_OPTION,
  },
  run: async ([root, release, word = 'list'], options, effects) => {
    if (root === undefined || release === undefined)
      throw misuse('which release of which workspace? `marsad readers WS 2025-S1/1`');
    const workspace = openWorkspace(root);
    try {
      const said =
        release === 'trace' ? traced(workspace, word) : verbOf(word)(workspace, release, options, effects);
      effects.log.print(flagOption(options, 'json') ? JSON.stringify(said.value, null, 2) : said.text);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Said = { readonly value: unknown; readonly text: string };
type Verb = (workspace: Workspace, release: string, options: Options, effects: Effects) => Said;

function verbOf(word: string): Verb {
  const verb = VERBS[word];
  if (verb !== undefined) return verb;
  throw misuse(`found ${word}, expected one of ${Object.keys(VERBS).join(', ')}`);
}

const VERBS: { readonly [word: string]: Verb } = {
  list: (workspace, release) => {
    const access = accessOf(workspace, releaseRow(workspace, release));
    const readings = readingsOf(workspace, release);
    const lines = [
      ...access.map(
        ({ reader, name, post, from }) => `may read from ${from}: ${reader} (${name}, ${post.fr})`,
      ),
      ...readings.map(
        ({ at, reader, language, format, copy }) =>
          `${at}  ${reader} read ${language} ${format}, copy ${copy}`,
      ),
    ];
    return {
      value: { access, readings },
      text: lines.join('\n') || `nobody may read ${release} before it is public`,
    };
  },
  propose: (workspace, release, options, effects) => {
    const path = textOption(options, 'list');
    if (path === undefined || !exists(path))
      throw misuse('who? `--list FILE`, YAML of {reader, name, post: {ar, fr, en}, from}');
    const list = parseAccess(JSON.stringify(parse(readText(path))));
    const proposal = proposeAccess(workspace, release, list, effects);
    return {
      value: list,
      text: `${list.length} readers of ${release} are proposed; another person approves: \`marsad readers WS ${release} approve --proposal ${proposal}\``,
    };
  },
  approve: (workspace, release, options, effects) => {
    const list = approveAccess(workspace, { release, seen: seenOption(options) }, effects);
    return {
      value: list,
      text: `${list.length} readers may read ${release} from their hours until it is public`,
    };
  },
};

/** Proposes the list of readers of a release, in place of the one in force; returns the number of the proposal. */
export function proposeAccess(
  workspace: Workspace,
  release: string,
  list: readonly Access[],
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): number {
  return whileReleasing(workspace, () => {
    const row = releaseRow(workspace, release);
    refuseUnfit(row, list);
    const { store } = workspace;
    const [at, actor] = [effects.clock(), effects.actor()];
    const [content, reason] = [accessHash(list), JSON.stringify(list)];
    return store.transaction(() => {
      const proposal = proposeAct(store, { subject: release, content, act: ACCESS_ACT, actor, at, reason });
      tell({
        ...{ at, actor, action: 'readers proposed', subject: release },
        ...withRow(store, changed(workspace, row, list), proposal),
      });
      return proposal;
    });
  });
}

/** Approves the list that was proposed last, when it is the one that the approver has read. */
export function approveAccess(
  workspace: Workspace,
  { release, seen }: { readonly release: string; readonly seen: Seen },
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): readonly Access[] {
  return whileReleasing(workspace, () => {
    const row = releaseRow(workspace, release);
    const { store } = workspace;
    const last = stepsOf(store, release).findLast(
      ({ act, step }) => act === ACCESS_ACT && step === 'proposed',
    );
    const list = parseAccess(last?.reason ?? '[]');
    refuseUnfit(row, list);
    const [at, actor] = [effects.clock(), effects.actor()];
    store.transaction(() => {
      const change = changed(workspace, row, list);
      const { approval } = approveAct(store, {
        ...{ subject: release, content: accessHash(list), act: ACCESS_ACT, actor, at, seen },
      });
      tell({
        ...{ at, actor, action: 'readers approved', subject: release },
        ...withRow(store, change, approval),
      });
    });
    return list;
  });
}

function withRow(
  store: Workspace['store'],
  { before, after }: ReturnType<typeof changed>,
  step: number,
): { readonly before: object; readonly after: object } {
  const rows = addedRow(store, 'two_person_steps', step);
  return { before: { ...before, ...rows.before }, after: { ...after, ...rows.after } };
}

function changed(workspace: Workspace, row: ReleaseRow, list: readonly Access[]) {
  return { before: { readers: accessOf(workspace, row) }, after: { readers: list } };
}

function refuseUnfit({ id, state, embargo }: ReleaseRow, list: readonly Access[]): void {
  if (state === 'published' || state === 'withdrawn' || embargo === null)
    throw embargo === null
      ? refusal('readers_hourless', { id })
      : refusal('readers_closed', { id, state: stateWords([state]) });
  const late = list.find(({ from }) => Date.parse(from) >= Date.parse(embargo));
  if (late !== undefined) throw refusal('reader_late', { reader: late.reader, from: late.from, embargo });
  const twice = list.find(({ reader }, at) => list.findIndex((each) => each.reader === reader) !== at);
  if (twice !== undefined) throw refusal('reader_twice', { reader: twice.reader });
}

export type Reading = {
  readonly copy: string;
  readonly release: string;
  readonly reader: string;
  readonly name: string;
  readonly post: string;
  readonly language: string;
  readonly format: string;
  readonly sha256: string;
  readonly at: string;
};

/** Who read a release before it was public, and when. */
export function readingsOf({ store }: Workspace, release: string): readonly Reading[] {
  return store.all<Reading>('SELECT * FROM pre_release_readings WHERE release = ? ORDER BY seq', release);
}

/** Whose copy a file is: by its hash when it is as it was given, by its hidden mark otherwise. */
function traced({ store }: Workspace, path: string): Said {
  if (!exists(path)) throw misuse(`there is no file ${path}`);
  const bytes = readBytes(path);
  const mark = markIn(bytes);
  const reading =
    store.get<Reading>('SELECT * FROM pre_release_readings WHERE sha256 = ?', hashOf(bytes)) ??
    (mark === undefined
      ? undefined
      : store.get<Reading>('SELECT * FROM pre_release_readings WHERE copy = ?', mark));
  if (reading === undefined)
    throw misuse(
      `${path} is no copy that this office gave${mark === undefined ? '' : `: it bears the mark ${mark}`}`,
    );
  const { copy, release, reader, name, post, at, sha256 } = reading;
  const how = sha256 === hashOf(bytes) ? 'as it was given' : 'changed since';
  return {
    value: reading,
    text: `copy ${copy} of ${release}, ${how}: given to ${reader} (${name}, ${post}) at ${at}`,
  };
}
