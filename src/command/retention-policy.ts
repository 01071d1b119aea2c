// How long what was received is kept: dated rules of the workspace's configuration, and what is past them at an instant.

import { join } from 'node:path';
import type { Layout } from '../design/workspace.ts';
import type { WorkspaceConfig } from '../design/workspace-config.ts';
import { listFolder } from '../engine/files.ts';
import type { Workspace } from './workspace.ts';

export type RetentionRule = NonNullable<WorkspaceConfig['retention']>[number];

export type DueSubmission = {
  readonly id: number;
  readonly sha256: string;
  readonly sender: string | null;
  readonly period: string | null;
  readonly received_at: string;
};
export type DueAccount = { readonly id: number; readonly name: string; readonly last: string };
/** Everything of a kind from before an instant. */
export type DueBefore = { readonly before: string; readonly count: number };
export type Due = {
  readonly submissions: readonly DueSubmission[];
  readonly accounts: readonly DueAccount[];
  readonly reports?: DueBefore;
  readonly messages?: DueBefore;
};

/** The rule of a kind that is in force on a day; undefined when nothing is said: then nothing is erased. */
export function ruleOn(
  rules: readonly RetentionRule[],
  kind: RetentionRule['kind'],
  day: string,
): RetentionRule | undefined {
  return rules
    .filter((rule) => rule.kind === kind && rule.valid_from <= day)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
    .at(-1);
}

/** What is past its time at an instant. */
export function dueFor({ config, store, layout }: Workspace, at: string): Due {
  const rules = config.retention ?? [];
  const [received, contact, reports = '', messages = ''] = KINDS.map((kind) =>
    yearsBefore(ruleOn(rules, kind, at.slice(0, 10)), at),
  );
  const answered = store.get<{ n: number }>(
    "SELECT count(*) AS n FROM uploads WHERE state = 'settled' AND settled_at < ? AND name <> ''",
    reports,
  );
  const sent = listFolder(outboxOf(layout)).filter((name) => isBefore(name, messages));
  return {
    submissions: store.all<DueSubmission>(
      `SELECT id, sha256, sender, period, received_at FROM submissions
       WHERE received_at < ? AND id NOT IN (SELECT submission FROM erasures) ORDER BY id`,
      received ?? '',
    ),
    accounts: store.all<DueAccount>(
      `SELECT id, name, coalesce(signed_in_at, made_at) AS last FROM accounts
       WHERE state = 'deactivated' AND person <> '' AND coalesce(signed_in_at, made_at) < ? ORDER BY id`,
      contact ?? '',
    ),
    ...((answered?.n ?? 0) === 0 ? {} : { reports: { before: reports, count: answered?.n ?? 0 } }),
    ...(sent.length === 0 ? {} : { messages: { before: messages, count: sent.length } }),
  };
}

const KINDS = ['received', 'contact', 'reports', 'messages'] as const;

/** How much is due of all. */
export function countDue({ submissions, accounts, reports, messages }: Due): number {
  return submissions.length + accounts.length + (reports?.count ?? 0) + (messages?.count ?? 0);
}

/** Where messages to people lie; each file begins with the digits of its instant. */
export function outboxOf({ root }: Pick<Layout, 'root'>): string {
  return join(root, 'outbox');
}

/** Whether a message was written before an instant. */
export function isBefore(name: string, instant: string): boolean {
  const digits = instant.replaceAll(/\D/g, '');
  return /^\d{14,}-/.test(name) && name.slice(0, 14) < digits.slice(0, 14);
}

/** The same day so many years before; empty, which is before everything, without a rule. */
function yearsBefore(rule: RetentionRule | undefined, at: string): string {
  return rule === undefined
    ? ''
    : `${String(Number(at.slice(0, 4)) - rule.years).padStart(4, '0')}${at.slice(4)}`;
}
