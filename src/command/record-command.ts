// The entry that a command leaves in the audit log: who, what, with which outcome, and what it changed.

import { MIGRATIONS } from '../design/office-tables.ts';
import { layoutOf } from '../design/workspace.ts';
import type { Effects } from '../engine/effects.ts';
import { exists } from '../engine/files.ts';
import { openStore } from '../engine/store.ts';
import { appendAudit } from '../office/audit-log.ts';
import type { Options } from './command.ts';
import { differenceBetween, type Snapshot, snapshotOf } from './workspace-snapshot.ts';

/** Most words of a command that an entry holds. */
const MOST_WORDS = 12;

export type CommandDone = {
  readonly words: readonly string[];
  readonly options: Options;
  readonly exit: number;
  readonly before: Snapshot;
};

/** What somebody typed about a line stands in the record that the entry binds by a hash, where an erasure reaches it. */
function withoutWords(options: CommandDone['options']): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, TYPED.has(name) ? '…' : value]),
  );
}

const TYPED = new Set(['to', 'reason']);

/** Writes the entry of a command; nothing where its first word is no workspace yet. */
export function recordCommand(
  name: string,
  { words, options, exit, before }: CommandDone,
  effects: Effects,
): void {
  const [root, ...rest] = words;
  if (root === undefined) return;
  const { database, config } = layoutOf(root);
  if (!exists(config) || !exists(database)) return;
  const after = snapshotOf(root);
  const store = openStore(database, MIGRATIONS);
  try {
    appendAudit(store, {
      ...{ at: effects.clock(), actor: effects.actor(), action: name },
      subject: rest.slice(0, MOST_WORDS).join(' '),
      detail: {
        options: name === 'edits' ? withoutWords(options) : options,
        exit,
        ...(rest.length > MOST_WORDS ? { words: rest.length } : {}),
      },
      ...differenceBetween(store, before, after),
    });
  } finally {
    store.close();
  }
}
