// Runs for the pages of staff: each is `marsad run` as a child process with a limit on memory, never two at once.

import { join } from 'node:path';
import { NOTHING } from '../design/fault-words.ts';
import { parsePeriod } from '../design/period.ts';
import { absence, occupation, refusal } from '../design/refusal.ts';
import { readSaid } from '../engine/effects.ts';
import type { Wording } from '../engine/errors.ts';
import { exists, readText } from '../engine/files.ts';
import { endProcess, isAlive, startProgram } from '../engine/program.ts';
import type { Recording } from '../office/workbench/desk-editing.ts';
import type {
  JobRow,
  JobView,
  RunAsked,
  Running,
  RunReason,
  RunRow,
  RunsView,
  RunView,
} from '../office/workbench/desk-running.ts';
import { refuseUnfitHour } from './embargo-hour.ts';
import { releasePeriods, shownPeriod } from './office-collecting.ts';
import { type Bench, newestRun } from './office-workbench.ts';
import { causesOf } from './release.ts';
import { refuseWaiting } from './release-facts.ts';
import { runOf } from './runs.ts';

/** The part of the desk that is about runs. */
export function runningOf(bench: Bench): Running {
  return {
    runs: async () => runsView(bench),
    run: async (id) => runView(bench, id),
    job: async (id) => jobView(bench, jobRow(bench, id)),
    startRun: (asked, record) => startRun(bench, asked, record),
    startComparison: (author, record) => startComparison(bench, author, record),
    stopRun: (id, record) => stopRun(bench, id, record),
  };
}

type StoredJob = Omit<JobRow, 'state'> & {
  readonly pid: number;
  readonly exit: number | null;
  readonly before: number;
};

function startRun(bench: Bench, { period, embargo, cause, author }: RunAsked, record: Recording): JobRow {
  const { workspace } = bench;
  const { layout } = workspace;
  if (parsePeriod(period) === undefined)
    throw refusal('period_form', { period: period === '' ? NOTHING : period });
  if (embargo !== null) refuseUnfitHour(embargo, workspace.domain.timeZone);
  if (cause !== null) causesOf([cause]);
  refuseWaiting(workspace, period);
  const words = (id: number) => [
    ...['run', layout.root, '--period', period],
    ...(embargo === null ? [] : ['--embargo', embargo]),
    ...(cause === null ? [] : ['--cause', cause]),
    ...['--why', reasonPath(bench, id)],
  ];
  const told = (job: number) => ({ subject: `run of ${period}`, after: { job, period, embargo, cause } });
  return startJob(bench, { kind: 'run', period, embargo, author }, { words, told }, record);
}

function startComparison(bench: Bench, author: string, record: Recording): JobRow {
  const run = newestRun(bench, 'analysed');
  if (run === null) throw absence('no_run_yet', { state: 'analysed' });
  const summary = run.summary['analysed'] as { readonly period?: string } | undefined;
  const words = () => ['protect', bench.workspace.layout.root, '--compare'];
  const told = (job: number) => ({ subject: `protection of run ${run.id}`, after: { job, run: run.id } });
  const asked = { kind: 'comparison', period: summary?.period ?? '', embargo: null, author } as const;
  return startJob(bench, asked, { words, told }, record);
}

type JobAsked = Pick<JobRow, 'kind' | 'period' | 'embargo' | 'author'>;
type JobWords = {
  /** The command line of a job, by its number. */
  readonly words: (id: number) => readonly string[];
  /** What the audit log says of it. */
  readonly told: (id: number) => { readonly subject: string; readonly after: object };
};

/** Starts a process of its own; refuses while another one goes on. */
function startJob(
  bench: Bench,
  { kind, period, embargo, author }: JobAsked,
  { words, told }: JobWords,
  record: Recording,
): JobRow {
  const { workspace, effects } = bench;
  const { store, config } = workspace;
  const id = store.transaction(() => {
    const running = openJob(bench);
    if (running !== undefined)
      throw occupation('run_going', { author: running.author, at: running.started_at });
    const seq = store.run(
      `INSERT INTO run_jobs (kind, period, embargo, author, started_at, pid, before)
       VALUES (?, ?, ?, ?, ?, 0, (SELECT coalesce(max(id), 0) FROM runs))`,
      ...[kind, period, embargo, author, effects.clock()],
    );
    record({ ...told(seq), before: null });
    const child = startProgram(words(seq), {
      megabytes: megabytesOf(config.memory),
      actor: author,
      log: logPath(bench, seq),
    });
    store.run('UPDATE run_jobs SET pid = ? WHERE id = ?', child.pid, seq);
    void child.ended.then((code) => endJob(bench, seq, code ?? -1));
    return seq;
  });
  return jobRow(bench, id);
}

function megabytesOf(memory: string): number {
  return Number.parseInt(memory, 10) * (memory.endsWith('GB') ? 1024 : 1);
}

/** The exit code 0, 1 or 2 of the program; -1 when a signal ended it. */
function endJob({ workspace: { store }, effects }: Bench, id: number, exit: number): void {
  store.run(
    'UPDATE run_jobs SET exit = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL',
    exit,
    effects.clock(),
    id,
  );
}

function stopRun(bench: Bench, id: number, record: Recording): void {
  const job = bench.workspace.store.get<StoredJob>('SELECT * FROM run_jobs WHERE id = ?', id);
  if (job === undefined) throw absence('no_job', { id });
  bench.workspace.store.transaction(() => {
    record({
      subject: `${job.kind} of ${job.period}`,
      before: { job: id, state: 'running' },
      after: { state: 'asked to stop' },
    });
    if (job.ended_at !== null || !endProcess(job.pid)) throw refusal('run_over');
  });
}

/** The job that is not over; one whose process is gone without a word is over. */
export function openJob(bench: Bench): StoredJob | undefined {
  const job = bench.workspace.store.get<StoredJob>(
    'SELECT * FROM run_jobs WHERE ended_at IS NULL ORDER BY id DESC',
  );
  if (job === undefined || job.pid === 0 || isAlive(job.pid)) return job;
  endJob(bench, job.id, -1);
  return undefined;
}

const JOBS = `SELECT j.*, (SELECT min(id) FROM runs WHERE j.kind = 'run' AND id > j.before AND started_at >= j.started_at) AS run FROM run_jobs AS j`;
const STATES: { readonly [exit: string]: JobRow['state'] } = { 0: 'done', 1: 'refused', 2: 'failed' };

function asJob({ id, kind, period, embargo, author, started_at, ended_at, run, exit }: StoredJob): JobRow {
  const state = ended_at === null ? 'running' : (STATES[String(exit)] ?? 'stopped');
  return { id, kind, period, embargo, author, started_at, ended_at, run, state };
}

function jobRow(bench: Bench, id: number): JobRow {
  const job = bench.workspace.store.get<StoredJob>(`${JOBS} WHERE j.id = ?`, id);
  if (job === undefined) throw absence('no_job', { id });
  return asJob(job);
}

const STEPS = [
  ['processed', 'process'],
  ['analysed', 'analyse'],
  ['protected', 'protect'],
  ['released', 'release'],
] as const;

function jobView(bench: Bench, job: JobRow): JobView {
  const reached = reachedBy(bench, job);
  const now = job.state === 'running' ? reached : -1;
  const log = logOf(bench, job.id);
  const failed = job.state === 'refused' || job.state === 'failed' || job.state === 'stopped';
  return {
    job,
    releases: job.run === null ? [] : (runRows(bench, 'WHERE r.id = ?', job.run)[0]?.releases ?? []),
    steps: (job.kind === 'run' ? STEPS : []).map(([, step], at) => ({
      step,
      state: at < reached ? 'done' : at === now ? 'now' : 'ahead',
    })),
    log,
    why: failed ? (reasonOf(bench, job.id) ?? programsOwn(log)) : null,
  };
}

/** How many steps are done. */
function reachedBy({ workspace }: Bench, { run, state }: JobRow): number {
  if (state === 'done') return STEPS.length;
  if (run === null) return 0;
  return STEPS.findIndex(([name]) => name === runOf(workspace, run).state) + 1;
}

/** Bytes of a log; a step says a line or two, and each of them in every language. */
const SHOWN = 60_000;

function logPath({ workspace: { layout } }: Bench, id: number): string {
  return join(layout.root, 'store', 'run-logs', `${id}.log`);
}

function logOf(bench: Bench, id: number): readonly Wording[] {
  const path = logPath(bench, id);
  return exists(path) ? readSaid(readText(path).slice(-SHOWN)) : [];
}

function reasonPath({ workspace: { layout } }: Bench, id: number): string {
  return join(layout.root, 'store', 'run-logs', `${id}.reason.json`);
}

/** What a run that was refused left for its reader. */
function reasonOf(bench: Bench, id: number): RunReason | null {
  const path = reasonPath(bench, id);
  return exists(path) ? (JSON.parse(readText(path)) as RunReason) : null;
}

/** The last that the program said in its own words. */
function programsOwn(log: readonly Wording[]): { readonly program: string } | null {
  const said = log.filter((line) => typeof line === 'string');
  return said.length === 0 ? null : { program: said.slice(-12).join('\n') };
}

function runRows(
  { workspace: { store } }: Bench,
  where: string,
  ...values: readonly number[]
): readonly RunRow[] {
  type Stored = RunRow & { readonly summary: string; readonly released: string | null };
  const rows = store.all<Stored>(
    `SELECT r.id, r.state, r.cut_submission, r.cut_edit, r.cut_at, r.started_at, r.finished_at, r.summary,
       (SELECT group_concat(id, ' ') FROM releases WHERE run = r.id) AS released
     FROM runs AS r ${where} ORDER BY r.id DESC LIMIT 200`,
    ...values,
  );
  return rows.map(({ summary, released, ...row }) => ({
    ...row,
    period: (JSON.parse(summary) as { analysed?: { period?: string } }).analysed?.period ?? null,
    releases: released === null ? [] : released.split(' '),
  }));
}

function runsView(bench: Bench): RunsView {
  const open = openJob(bench);
  return {
    period: shownPeriod(bench, null),
    periods: releasePeriods(bench.workspace.domain),
    running: open === undefined ? null : jobView(bench, jobRow(bench, open.id)),
    jobs: bench.workspace.store.all<StoredJob>(`${JOBS} ORDER BY j.id DESC LIMIT 50`).map(asJob),
    runs: runRows(bench, ''),
  };
}

function runView(bench: Bench, id: number): RunView {
  const [row] = runRows(bench, 'WHERE r.id = ?', id);
  if (row === undefined) throw absence('no_run', { id });
  const { summary, domainHash, programHash } = runOf(bench.workspace, id);
  const job = bench.workspace.store
    .all<StoredJob>(`${JOBS} ORDER BY j.id DESC LIMIT 500`)
    .find(({ run }) => run === id);
  return {
    run: row,
    ...{ domain_hash: domainHash, program_hash: programHash, summary },
    job: job === undefined ? null : jobView(bench, asJob(job)),
  };
}
