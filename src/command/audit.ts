// `marsad audit WS`: the audit log, printed, exported, and checked entry by entry; and the entry of every command.

import { MIGRATIONS } from '../design/office-tables.ts';
import { layoutOf } from '../design/workspace.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { openStore } from '../engine/store.ts';
import { type AuditEntry, appendAudit, auditFaults, readAudit } from '../office/audit-log.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'WS',
  summary: 'show who did what, and check that nothing of the log was changed',
  options: {
    head: { type: 'string', help: 'hash of an entry that was kept elsewhere: it must still be in the log' },
    last: { type: 'string', default: '20', help: 'how many entries to show; all with --json' },
  },
  run: async ([root], options, { log }) => {
    if (root === undefined) throw new Refused('which workspace? `marsad audit WS`');
    const { database, config } = layoutOf(root);
    if (!exists(config)) throw new NotFound(`${root} is not a workspace`);
    const store = openStore(database, MIGRATIONS);
    const entries = readAudit(store);
    store.close();
    const faults = auditFaults(entries, textOption(options, 'head'));
    if (flagOption(options, 'json')) for (const entry of entries) log.print(JSON.stringify(entry));
    else log.print(printed(entries, lastOption(options)));
    for (const fault of faults) log.note(fault);
    return faults.length === 0 ? 0 : 1;
  },
};

/** Most words of a command that an entry holds. */
const MOST_WORDS = 12;

/** Writes the entry of a command; nothing where its first word is no workspace yet. */
export function recordCommand(
  name: string,
  {
    words,
    options,
    exit,
  }: { readonly words: readonly string[]; readonly options: Options; readonly exit: number },
  effects: Effects,
): void {
  const [root, ...rest] = words;
  if (root === undefined) return;
  const { database, config } = layoutOf(root);
  if (!exists(config) || !exists(database)) return;
  const store = openStore(database, MIGRATIONS);
  try {
    appendAudit(store, {
      ...{ at: effects.clock(), actor: effects.actor(), action: name },
      subject: rest.slice(0, MOST_WORDS).join(' '),
      detail: { options, exit, ...(rest.length > MOST_WORDS ? { words: rest.length } : {}) },
    });
  } finally {
    store.close();
  }
}

function lastOption(options: Options): number {
  const text = textOption(options, 'last') ?? '20';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Refused(`--last: found ${text}, expected a whole number`);
}

function printed(entries: readonly AuditEntry[], last: number): string {
  const lines = entries
    .slice(Math.max(0, entries.length - last))
    .map(({ seq, at, actor, action, subject, detail }) => {
      const { exit } = JSON.parse(detail) as { readonly exit?: number };
      const outcome = exit === undefined || exit === 0 ? '' : exit === 1 ? ' (refused)' : ' (failed)';
      return `${String(seq).padStart(6)}  ${at}  ${actor.padEnd(12)} ${action} ${subject}${outcome}`;
    });
  return `${lines.join('\n')}\n${entries.length} entries; head ${entries.at(-1)?.hash ?? 'none'}`;
}
