// What the workbench is told of runs: those made, the one that runs, its log, and why one failed.

import type { Language, Text } from '../../design/text.ts';
import type { Wording } from '../../engine/errors.ts';
import type { Recording } from './desk-editing.ts';

export type RunRow = {
  readonly id: number;
  readonly state: string;
  /** The release period that it was compiled for. */
  readonly period: string | null;
  readonly cut_submission: number;
  readonly cut_edit: number;
  readonly cut_at: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly releases: readonly string[];
};
/** A run that was asked for on a page: a process of its own, until it has ended. */
export type JobRow = {
  readonly id: number;
  /** A run, or a comparison of the ways to protect one. */
  readonly kind: 'run' | 'comparison';
  readonly period: string;
  readonly embargo: string | null;
  readonly author: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly state: 'running' | 'done' | 'refused' | 'failed' | 'stopped';
  readonly run: number | null;
};
/** What a run that was refused says to its reader; the program's own words alone where it has no others. */
export type RunReason = {
  readonly said: Text;
  readonly faults: { readonly [L in Language]: readonly string[] };
};
export type JobView = {
  readonly job: JobRow;
  /** Releases drafted from its run. */
  readonly releases: readonly string[];
  readonly steps: readonly { readonly step: string; readonly state: 'done' | 'now' | 'ahead' }[];
  /** The last lines of what it said: in every language, or the program's own words. */
  readonly log: readonly Wording[];
  /** Why one did not end well; null while it runs and when it did. */
  readonly why: RunReason | { readonly program: string } | null;
};
export type RunsView = {
  readonly period: string;
  readonly periods: readonly string[];
  readonly running: JobView | null;
  readonly jobs: readonly JobRow[];
  readonly runs: readonly RunRow[];
};
export type RunView = {
  readonly run: RunRow;
  readonly domain_hash: string;
  readonly program_hash: string;
  /** What the steps counted, by step. */
  readonly summary: { readonly [step: string]: unknown };
  readonly job: JobView | null;
};

export type RunAsked = Pick<JobRow, 'period' | 'embargo' | 'author'> & {
  /** Why figures of an earlier release move; null where the records say it. */
  readonly cause: string | null;
};

export type Running = {
  readonly runs: () => Promise<RunsView>;
  readonly run: (id: number) => Promise<RunView>;
  readonly job: (id: number) => Promise<JobView>;
  /** Refuses while another one runs. */
  readonly startRun: (asked: RunAsked, record: Recording) => JobRow;
  /** Compares the ways to protect the newest analysed run; refuses while another job goes on. */
  readonly startComparison: (author: string, record: Recording) => JobRow;
  readonly stopRun: (id: number, record: Recording) => void;
};
