// The chain once more, from the archive: received bytes are collected again, recorded edits laid over them, and the
// definitions and parameters are those that were kept. Everything happens in a workspace of its own beside the first.

import { join } from 'node:path';
import { loadDomain } from '../design/load-domain.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import { type RunStep, STEP_WORDS, stepBegun } from '../design/progress-words.ts';
import { layoutOf } from '../design/workspace.ts';
import type { ReleaseFacts } from '../disseminate/release.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import {
  alsoNamed,
  isDirectory,
  listTree,
  makeFolder,
  readBytes,
  remove,
  writeWhole,
} from '../engine/files.ts';
import { openStore, type Store, type StoreRow } from '../engine/store.ts';
import { analyseRun } from './analyse.ts';
import { collectFiles } from './collect.ts';
import {
  INPUTS_NAME,
  type InputList,
  keptDefinitions,
  keptParameters,
  RECORDS,
  recordsOf,
} from './inputs.ts';
import { processRun } from './process.ts';
import { protectRun, type RunProtection } from './protect.ts';
import { optionOfRun } from './protection-choice.ts';
import { type Draft, draftRelease } from './release.ts';
import type { ReleaseRow } from './release-row.ts';
import { programHash, type Run, runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** A release as its row tells how it was made. */
export type RecordedRelease = Omit<ReleaseRow, 'manifest_hash'> & {
  readonly reasons: string | null;
  readonly made_at: string;
  /** What the release says of the audit log; null when it is of a time before. */
  readonly audit: ReleaseFacts['audit'] | null;
};

/** Makes a release again from the archive in a scratch folder, and hands its draft to `use`; nothing stays behind. */
export async function replayRelease<T>(
  workspace: Workspace,
  release: RecordedRelease,
  list: InputList,
  effects: Effects,
  use: (draft: Draft) => T,
): Promise<T> {
  const root = join(workspace.layout.root, 'store', `replay-${process.pid}`);
  remove(root);
  const run = runOf(workspace, release.run);
  const scratch = scratchWorkspace(workspace, run, list, root);
  try {
    copyRecords(workspace, scratch.store, release, run);
    nameEarlier(workspace, scratch, release);
    await collectAgain(workspace, scratch, list, effects);
    return use(await chainAgain(scratch, release, run, { ...effects, clock: () => run.cutAt }));
  } finally {
    scratch.store.close();
    remove(root);
  }
}

function scratchWorkspace(workspace: Workspace, run: Run, { inputs }: InputList, root: string): Workspace {
  const { layout } = workspace;
  const scratch = layoutOf(root);
  for (const folder of [root, join(root, 'store'), scratch.secrets, join(root, 'archive')])
    makeFolder(folder, 0o700);
  writeWhole(scratch.config, readBytes(layout.config));
  const kept = keptDefinitions(workspace, run.domainHash);
  for (const name of listTree(kept)) writeWhole(join(scratch.domain, name), readBytes(join(kept, name)));
  const parameters = inputs.find(({ kind }) => kind === 'parameters')?.content['sha256'];
  if (parameters !== undefined)
    writeWhole(
      join(scratch.secrets, 'disclosure.yaml'),
      readBytes(keptParameters(workspace, String(parameters))),
      0o600,
    );
  makeFolder(scratch.run(run.id));
  writeWhole(scratch.runFile(run.id, INPUTS_NAME), readBytes(layout.runFile(run.id, INPUTS_NAME)), 0o600);
  return {
    layout: scratch,
    config: workspace.config,
    domain: loadDomain(scratch.domain),
    store: openStore(scratch.database, MIGRATIONS),
  };
}

/** What the office had recorded when the run began: rows of these tables, as they are. */
function copyRecords(workspace: Workspace, to: Store, release: RecordedRelease, run: Run): void {
  const from = workspace.store;
  const earlier = from.all(
    'SELECT * FROM releases WHERE published_at <= ? AND id <> ?',
    release.made_at,
    release.id,
  );
  const runs = new Set(earlier.map((row) => Number(row['run'])));
  const tables: readonly (readonly [string, readonly StoreRow[]])[] = [
    [
      'runs',
      from.all('SELECT * FROM runs ORDER BY id').filter(({ id }) => runs.has(Number(id)) || id === run.id),
    ],
    ['releases', earlier],
    ...RECORDS.map((record) => [record.table, recordsOf(workspace, run, record)] as const),
  ];
  to.transaction(() => {
    for (const [table, rows] of tables) for (const row of rows) insertRow(to, table, row);
    to.run('UPDATE runs SET program_hash = ? WHERE id = ?', programHash(), run.id);
  });
}

function insertRow(store: Store, table: string, row: StoreRow): void {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  store.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, ...Object.values(row));
}

/** Earlier releases and their runs are inputs of disclosure control: they are read where they lie. */
function nameEarlier(workspace: Workspace, scratch: Workspace, { run: own }: RecordedRelease): void {
  const releases = scratch.store.all<RecordedRelease>('SELECT * FROM releases');
  for (const { period, number } of releases) {
    const folder = workspace.layout.release(period, number);
    if (isDirectory(folder)) alsoNamed(folder, scratch.layout.release(period, number));
  }
  for (const run of new Set(releases.map((release) => release.run)))
    if (run !== own && isDirectory(workspace.layout.run(run)))
      alsoNamed(workspace.layout.run(run), scratch.layout.run(run));
}

/** Submissions keep their numbers and instants: lines are named by them. Numbers between were refused, or sent again. */
async function collectAgain(
  workspace: Workspace,
  scratch: Workspace,
  { inputs }: InputList,
  effects: Effects,
): Promise<void> {
  const sides = new Map(
    inputs.filter(({ kind }) => kind === 'side file').map(({ name, content }) => [name, content]),
  );
  const submissions = inputs.filter(({ kind }) => kind === 'submission').map(({ content }) => content);
  const files = submissions.map((row) => arrive(workspace, scratch, row, sides.get(String(row['id']))));
  const numbers = new Map(files.map((file, at) => [file, Number(submissions[at]?.['id'])]));
  const arrived = new Map(files.map((file, at) => [file, String(submissions[at]?.['received_at'])]));
  const answers = await collectFiles(scratch, files, arrived, effects, numbers);
  const refused = answers.filter(({ state }) => state !== 'received');
  if (refused.length > 0)
    throw new Refused(
      `${refused.length} declarations that were received are refused when they are collected again`,
      refused.map(({ file, findings }) => ({
        where: file.slice(file.lastIndexOf('/') + 1),
        found: findings.map(({ message }) => message).join('; '),
        expected: 'a declaration that is received',
      })),
    );
  restoreReceipts(scratch.store, submissions);
}

/** An archived file under the name with which it came. */
function arrive(
  { layout }: Workspace,
  scratch: Workspace,
  row: StoreRow,
  side: StoreRow | undefined,
): string {
  const path = join(scratch.layout.root, 'inbox', String(row['id']), String(row['name']));
  alsoNamed(layout.archive(String(row['sha256'])), path);
  if (side !== undefined) alsoNamed(layout.archive(String(side['sha256'])), `${path}.envelope.json`);
  return path;
}

/** When a file came, its receipt and its salt are records: they cannot follow from its bytes. */
function restoreReceipts(store: Store, submissions: readonly StoreRow[]): void {
  store.transaction(() => {
    for (const row of submissions)
      store.run(
        'UPDATE submissions SET received_at = ?, receipt = ?, salt = ? WHERE id = ?',
        ...['received_at', 'receipt', 'salt', 'id'].map((name) => row[name] ?? null),
      );
  });
}

async function chainAgain(
  scratch: Workspace,
  { period, embargo, reasons, audit }: RecordedRelease,
  recorded: Run,
  effects: Effects,
): Promise<Draft> {
  const run = runOf(scratch, recorded.id);
  const { attackers, accepted = [] } = (recorded.summary['protected'] ?? {}) as Partial<RunProtection>;
  const option = optionOfRun(scratch, recorded);
  const timed = async <T>(step: RunStep, work: Promise<T>): Promise<T> => {
    effects.log.progress(stepBegun(STEP_WORDS[step]));
    return await work;
  };
  const processed = await timed('process', processRun(scratch, run));
  const analysed = { period, ...(await timed('analyse', analyseRun(scratch, run, period))) };
  const report = await timed('protect', protectRun(scratch, run, { attackers, accepted, option }));
  const summary = { processed, analysed, protected: report };
  const causes = JSON.parse(reasons ?? '[]');
  return draftRelease(
    { workspace: scratch, run: { ...run, summary }, period, embargo, causes, audit: audit ?? null },
    effects,
  );
}
