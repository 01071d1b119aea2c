// Runs of a workspace: one at a time, with a fixed cut of its inputs, immutable once finished.

import { join, relative } from 'node:path';
import { absence, occupation } from '../design/refusal.ts';
import type { Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import {
  exists,
  hashFile,
  hashOf,
  hashTree,
  listTree,
  makeFolder,
  readBytes,
  remove,
  sizeOf,
  syncFile,
} from '../engine/files.ts';
import { holdLock, isHeld } from '../engine/store.ts';
import { freezeOf } from './freeze.ts';
import { recordInputs } from './inputs.ts';
import type { Workspace } from './workspace.ts';

export const RUN_STATES = ['started', 'processed', 'analysed', 'protected', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

export type Run = {
  readonly id: number;
  readonly state: RunState;
  /** Submissions and edits up to these numbers were seen. */
  readonly cutSubmission: number;
  readonly cutEdit: number;
  readonly cutAt: string;
  readonly domainHash: string;
  readonly programHash: string;
  /** What the steps counted, by step. */
  readonly summary: { readonly [step: string]: unknown };
};

/** Does work that no other run of the workspace may do at the same time; a second one is refused. */
export async function whileHolding<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const holder = describeHolder(workspace);
  const lock = holdLock(workspace.layout.lock, holder);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Begins a run: clears away what died, fixes the cut, makes the folder. Call it while holding the workspace.
 * For a period whose inputs are frozen, later submissions are not seen.
 */
export function beginRun(workspace: Workspace, effects: Effects, period?: string): Run {
  const { store, layout, domain } = workspace;
  clearDead(workspace);
  const at = effects.clock();
  const frozen = period === undefined ? undefined : freezeOf(workspace, period);
  const id = store.transaction(() =>
    store.run(
      `INSERT INTO runs (state, cut_submission, cut_edit, domain_hash, program_hash, cut_at, started_at, summary)
       SELECT 'started', coalesce(?, (SELECT coalesce(max(id), 0) FROM submissions)), (SELECT coalesce(max(seq), 0) FROM edits), ?, ?, ?, ?, '{}'`,
      frozen?.cut_submission ?? null,
      domain.hash,
      programHash(),
      at,
      at,
    ),
  );
  makeFolder(layout.run(id));
  const run = runOf(workspace, id);
  recordInputs(workspace, run, effects);
  return run;
}

/** Records that a step of a run is complete: its files become real, its counts are kept. */
export async function finishStep(
  workspace: Workspace,
  run: Run,
  state: RunState,
  counts: unknown,
  effects: Effects,
): Promise<Run> {
  const { store, layout } = workspace;
  const at = effects.clock();
  const known = new Set(
    store.all<{ path: string }>('SELECT path FROM files WHERE run = ?', run.id).map(({ path }) => path),
  );
  const names = listTree(layout.run(run.id)).filter((name) => !name.endsWith('.part'));
  const fresh = names.filter((name) => !known.has(relative(layout.root, layout.runFile(run.id, name))));
  const files: { path: string; kind: string; sha256: string; bytes: number }[] = [];
  for (const name of fresh) files.push(await describeFile(layout.root, layout.runFile(run.id, name), name));
  const summary = { ...run.summary, [state]: counts };
  store.transaction(() => {
    for (const { path, kind, sha256, bytes } of files) {
      store.run('INSERT INTO files VALUES (?, ?, ?, ?, ?, 0, ?)', path, kind, run.id, sha256, bytes, at);
    }
    store.run(
      'UPDATE runs SET state = ?, finished_at = ?, summary = ? WHERE id = ?',
      state,
      at,
      JSON.stringify(summary),
      run.id,
    );
  });
  return runOf(workspace, run.id);
}

/** The newest run that has come at least as far as a state. */
export function latestRun(workspace: Workspace, state: RunState): Run {
  const reached = RUN_STATES.slice(RUN_STATES.indexOf(state)).filter((each) => each !== 'failed');
  const row = workspace.store.get<{ id: number }>(
    `SELECT max(id) AS id FROM runs WHERE state IN (${reached.map(() => '?').join(', ')}) HAVING max(id) IS NOT NULL`,
    ...reached,
  );
  if (row === undefined) throw absence('no_run_yet', { state });
  return runOf(workspace, row.id);
}

/** A run by its number. */
export function runOf(workspace: Workspace, id: number): Run {
  const row = workspace.store.get<{ [column: string]: string | number }>(
    'SELECT * FROM runs WHERE id = ?',
    id,
  );
  if (row === undefined) throw absence('no_run', { id });
  return {
    id,
    state: row['state'] as RunState,
    cutSubmission: Number(row['cut_submission']),
    cutEdit: Number(row['cut_edit']),
    cutAt: String(row['cut_at']),
    domainHash: String(row['domain_hash']),
    programHash: String(row['program_hash']),
    summary: JSON.parse(String(row['summary'])) as Run['summary'],
  };
}

/** SHA-256 over the sources: names and bytes, sorted by name. */
export function programHash(): string {
  return hashTree(join(import.meta.dirname, '..'));
}

/** SHA-256 of the lock file of the dependencies. */
export function lockFileHash(): string {
  return hashOf(readBytes(join(import.meta.dirname, '..', '..', 'package-lock.json')));
}

function clearDead(workspace: Workspace): void {
  const { store, layout } = workspace;
  for (const { id } of store.all<{ id: number }>("SELECT id FROM runs WHERE state = 'started'")) {
    remove(layout.run(id));
    store.run("UPDATE runs SET state = 'failed' WHERE id = ?", id);
  }
}

async function describeFile(
  root: string,
  path: string,
  name: string,
): Promise<{ path: string; kind: string; sha256: string; bytes: number }> {
  syncFile(path);
  const kind = name.replace(/(-\d{4}-\d{2})?\.\w+$/, '');
  return { path: relative(root, path), kind, sha256: await hashFile(path), bytes: sizeOf(path) };
}

/** Whether a run that began and did not end is still going on; its process may have been killed. */
export function isGoing({ layout }: Workspace, { state }: { readonly state: string }): boolean {
  return state === 'started' && exists(layout.lock) && isHeld(layout.lock);
}

function describeHolder(workspace: Workspace): Text {
  const row = workspace.store.get<{ id: number; started_at: string }>(
    "SELECT id, started_at FROM runs WHERE state = 'started' ORDER BY id DESC LIMIT 1",
  );
  if (row === undefined)
    return {
      ar: 'عمل آخر على المعالجات',
      fr: 'un autre travail sur les exécutions',
      en: 'another work on runs',
    };
  const { id, started_at: at } = row;
  return {
    ar: `المعالجة ${id} التي بدأت في ${at}`,
    fr: `exécution ${id}, commencée le ${at}`,
    en: `run ${id}, started ${at}`,
  };
}

/** Refuses work on a run that another program version or domain made. */
export function refuseStranger(run: Run, workspace: Workspace): void {
  if (run.domainHash === workspace.domain.hash) return;
  throw occupation('other_definitions', { run: run.id });
}
