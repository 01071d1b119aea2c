// An exported audit log, read without a workspace: its head, its signature, its entries.

import { z } from 'zod';
import { soleKey, verifyTrusted } from '../disseminate/key-history.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, readText } from '../engine/files.ts';
import { type AuditEntry, parseAuditEntry } from '../office/audit-log.ts';

const HEAD = z.strictObject({
  marsad_audit: z.literal(1),
  at: z.string(),
  entries: z.int().min(0),
  head: z.string(),
  key: z.string(),
});

/** The entries of an export, and what is wrong with it as a file: its signature, its number of entries. */
export function verifyExport(
  path: string,
  pubkey: string | undefined,
): { readonly entries: readonly AuditEntry[]; readonly faults: readonly string[] } {
  if (!exists(path)) throw new NotFound(`there is no file ${path}`);
  const text = readText(path);
  const { head, entries } = parsed(path, text);
  return {
    entries,
    faults: [
      ...signatureFaults(path, text, pubkey === undefined ? head.key : readText(pubkey)),
      ...(entries.length === head.entries && (entries.at(-1)?.hash ?? '') === head.head
        ? []
        : [`${path}: holds ${entries.length} entries, its head says ${head.entries} up to ${head.head}`]),
    ],
  };
}

function parsed(
  path: string,
  text: string,
): { readonly head: z.infer<typeof HEAD>; readonly entries: readonly AuditEntry[] } {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  try {
    return { head: HEAD.parse(JSON.parse(first)), entries: lines.map(parseAuditEntry) };
  } catch (error) {
    throw new Refused(
      `${path} is no exported audit log: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function signatureFaults(path: string, text: string, key: string): readonly string[] {
  const signature = `${path}.minisig`;
  if (!exists(signature)) return [`${signature} is not there: nobody says whose log it is`];
  const verdict = verifyTrusted(text, readText(signature), soleKey(key), () => false);
  return verdict.valid ? [] : [`${path}: ${verdict.fault}`];
}
