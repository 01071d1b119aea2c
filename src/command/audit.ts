// `marsad audit WS`: the audit log, shown, exported and checked: entry by entry, against the heads that releases, notices
// and backups hold, and against the records that it tells of. `marsad audit verify FILE`: an export, without a workspace.

import { join } from 'node:path';
import { MIGRATIONS } from '../design/office-tables.ts';
import { type Layout, layoutOf } from '../design/workspace.ts';
import { publicKeyText, signatureText } from '../disseminate/minisign.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, readBytes, writeWhole } from '../engine/files.ts';
import { openStore } from '../engine/store.ts';
import { type AuditEntry, anchorFaults, auditFaults, readAudit } from '../office/audit-log.ts';
import { markFaults } from '../office/log-mark.ts';
import { anchorsIn, anchorsOf } from './audit-anchors.ts';
import { verifyExport } from './audit-export.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { officeSigner } from './office-keys.ts';
import { recordFaults } from './record-faults.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'WS|verify FILE',
  summary: 'show who did what, and check that nothing of the log was changed',
  options: {
    head: { type: 'string', help: 'hash of an entry that was kept elsewhere: it must still be in the log' },
    last: { type: 'string', default: '20', help: 'how many entries to show; all with --json' },
    export: { type: 'string', help: 'file to write all entries to, with a signature beside it' },
    against: {
      type: 'string',
      multiple: true,
      help: 'a release folder, a public folder or a backup whose head of the log must be in it',
    },
    mark: {
      type: 'string',
      multiple: true,
      help: 'a mark of the log that a declarant keeps with a receipt: it must still come out the same',
    },
    pubkey: { type: 'string', help: "with verify: the office's public key, to check who signed the export" },
  },
  run: async ([root, file], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad audit WS`');
    const { entries, faults } =
      root === 'verify' ? verifyFile(file, options) : checkLog(root, options, effects);
    const { log } = effects;
    if (flagOption(options, 'json')) for (const entry of entries) log.print(JSON.stringify(entry));
    else log.print(printed(entries, lastOption(options)));
    for (const fault of faults) log.note(fault);
    return faults.length === 0 ? 0 : 1;
  },
};

type Checked = { readonly entries: readonly AuditEntry[]; readonly faults: readonly string[] };

function verifyFile(file: string | undefined, options: Options): Checked {
  if (file === undefined) throw new Refused('which file? `marsad audit verify FILE`');
  const { entries, faults } = verifyExport(file, textOption(options, 'pubkey'));
  return { entries, faults: [...faults, ...chainFaults(entries, options)] };
}

function checkLog(root: string, options: Options, effects: Effects): Checked {
  const layout = layoutOf(root);
  if (!exists(layout.config)) throw new NotFound(`${root} is not a workspace`);
  const store = openStore(layout.database, MIGRATIONS);
  try {
    const entries = readAudit(store);
    const out = textOption(options, 'export');
    if (out !== undefined) exportTo(out, entries, root, effects);
    return {
      entries,
      faults: [
        ...chainFaults(entries, options),
        ...anchorFaults(entries, anchorsOf(layout)),
        ...recordFaults(store, entries),
        ...markFaults(entries, keyOf(layout), listOption(options, 'mark')),
      ],
    };
  } finally {
    store.close();
  }
}

function chainFaults(entries: readonly AuditEntry[], options: Options): readonly string[] {
  const against = listOption(options, 'against');
  return [
    ...auditFaults(entries, textOption(options, 'head')),
    ...anchorFaults(entries, against.flatMap(anchorsIn)),
  ];
}

function listOption(options: Options, name: string): readonly string[] {
  const given = options[name];
  return Array.isArray(given) ? given.map(String) : [];
}

/** The key of marks; without it, none can be compared. */
function keyOf({ secrets }: Layout): Uint8Array {
  const path = join(secrets, 'office.key');
  return exists(path) ? readBytes(path) : new Uint8Array(0);
}

function exportTo(path: string, entries: readonly AuditEntry[], root: string, { clock }: Effects): void {
  const signer = officeSigner({ layout: layoutOf(root) });
  const head = {
    marsad_audit: 1,
    ...{ at: clock(), entries: entries.length, head: entries.at(-1)?.hash ?? '' },
    key: publicKeyText(signer.publicKey),
  };
  const text = [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeWhole(path, text, 0o600);
  const comment = `timestamp:${Math.floor(Date.parse(head.at) / 1000)}\taudit log of ${entries.length} entries\thashed`;
  writeWhole(`${path}.minisig`, signatureText(text, comment, signer));
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
      const { exit, outcome: said } = JSON.parse(detail) as {
        readonly exit?: number;
        readonly outcome?: string;
      };
      const refused = exit === 1 || said === 'refused';
      const outcome = refused ? ' (refused)' : (exit ?? 0) === 0 ? '' : ' (failed)';
      return `${String(seq).padStart(6)}  ${at}  ${actor.padEnd(12)} ${action} ${subject}${outcome}`;
    });
  return `${lines.join('\n')}\n${entries.length} entries; head ${entries.at(-1)?.hash ?? 'none'}`;
}
