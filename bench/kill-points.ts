// What must hold after an act was killed at any of its writes, and after it was done again.

import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishDue } from '../src/command/publication.ts';
import { watchPublication } from '../src/command/publication-watch.ts';
import { openWorkspace, type Workspace } from '../src/command/workspace.ts';
import { parseNotices } from '../src/disseminate/notices.ts';
import { loadReleases, publicKeys } from '../src/disseminate/public/release-folder.ts';
import { verifyRelease } from '../src/disseminate/verify.ts';
import { describeError, type Wording, wordsIn } from '../src/engine/errors.ts';
import { exists, listTree } from '../src/engine/files.ts';
import { auditFaults, readAudit } from '../src/office/audit-log.ts';
import { ACTS, by, RELEASE } from './kill-acts.ts';

export type KillResult = {
  readonly act: string;
  readonly killed: number;
  readonly faults: readonly string[];
};
const ACT = join(import.meta.dirname, 'killed-act.ts');

/** Runs an act in a process of its own; returns its writes, or nothing when it was killed. */
export async function actOn(root: string, act: string, write: number): Promise<number | undefined> {
  const child = spawn(process.execPath, ['--no-warnings', ACT, root, act, String(write)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, wrong] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended as [number | null, string | null])),
  );
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0) throw new Error(`${act} failed: ${wrong}`);
  return Number(said.trim());
}

/** Kills an act at a write in a copy of a workspace, judges what is left, does it again, and judges the end. */
export async function killAt(base: string, act: string, write: number): Promise<KillResult> {
  const root = `${base}-${act}-${write}`;
  cpSync(base, root, { recursive: true });
  const lived = await actOn(root, act, write);
  const workspace = openWorkspace(root);
  try {
    const left = leftFaults(workspace, act);
    const faults = [...left, ...(await doneAgain(workspace, act))];
    return {
      act,
      killed: lived === undefined ? write : 0,
      faults: faults.map((fault) => `${act} at write ${write}: ${fault}`),
    };
  } finally {
    workspace.store.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Right after the kill: nothing half, nothing early. */
function leftFaults(workspace: Workspace, act: string): readonly string[] {
  const { store, layout } = workspace;
  const edits = store.all<{ field: string; after: string; rule: string }>('SELECT * FROM edits');
  const seen = loadReleases(layout.public).all();
  return [
    ...(edits.length > 1 || edits.some(({ field, after }) => field !== 'state' || after !== 'excluded')
      ? ['an edit is half there']
      : []),
    ...(act !== 'publish' && listTree(layout.public).length > 0
      ? ['something is public before its hour']
      : []),
    ...(seen.length > 1 ? ['a release is there twice'] : []),
    ...seen.flatMap(() => releaseFaults(workspace)),
    ...auditFaults(readAudit(store)),
  ];
}

/** The act is done again where it was not done; the hour comes; everything is there once. */
async function doneAgain(workspace: Workspace, act: string): Promise<readonly string[]> {
  const { store, layout } = workspace;
  const notes: string[] = [];
  const effects = {
    ...by('clock', '2025-09-25T10:00:01.000Z'),
    log: { print: () => {}, note: (text: Wording) => notes.push(wordsIn('en', text)), progress: () => {} },
  };
  watchPublication(workspace, effects, () => {}).stop();
  if (act !== 'publish')
    await ACTS[act]?.(workspace).catch((error: unknown) => {
      const said = describeError(error);
      if (!/already is excluded|is sealed: publication is for/.test(said)) notes.push(said);
    });
  if (act === 'edit') {
    const edits = store.get<{ n: number }>('SELECT count(*) AS n FROM edits')?.n;
    return edits === 1 ? notes : [...notes, `${edits} edits where one was decided`];
  }
  publishDue(workspace, by('clock', '2025-09-30T09:00:01.000Z'));
  publishDue(workspace, by('clock', '2025-09-30T09:00:02.000Z'));
  const notices = parseNotices(readFileSync(join(layout.public, 'notices.jsonl'), 'utf8'));
  const state = store.get<{ state: string }>('SELECT state FROM releases')?.state;
  return [
    ...notes,
    ...(notices.length === 1 ? [] : [`${notices.length} notices of one release`]),
    ...(state === 'published' ? [] : [`the release is ${state}`]),
    ...(exists(layout.sealed) && listTree(layout.sealed).length > 0 ? ['a sealed file is left'] : []),
    ...(listTree(join(layout.root, 'store', 'drafts')).length > 0 ? ['a draft is left'] : []),
    ...releaseFaults(workspace),
    ...auditFaults(readAudit(store)),
  ];
}

function releaseFaults({ layout }: Workspace): readonly string[] {
  const folder = join(layout.public, 'releases', RELEASE);
  const files = { names: listTree(folder), read: (name: string) => readFileSync(join(folder, name)) };
  return verifyRelease(files, publicKeys(layout.public)).faults;
}
