// `marsad prove WS RECEIPT`: the proof that a declaration is bound to a published release, for its declarant.

import { NOTHING } from '../design/fault-words.ts';
import { absence } from '../design/refusal.ts';
import { type Proof, proofOf, type Receipt } from '../disseminate/proof.ts';
import { writeWhole } from '../engine/files.ts';
import { type Command, misuse, textOption } from './command.ts';
import { type Run, runOf } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const proveCommand: Command = {
  name: 'prove',
  usage: 'WS RECEIPT',
  summary:
    'the proof that a received declaration is bound to a release: `verify --receipt --proof` checks it',
  options: {
    release: { type: 'string', help: 'a release such as 2025-S1/1; by default the last one published' },
    out: { type: 'string', help: 'file to write the proof to; by default it is printed' },
  },
  run: async ([root, receipt], options, { log }) => {
    if (root === undefined || receipt === undefined)
      throw misuse('which receipt of which workspace? `marsad prove WS 2025-000012-0123456789abcdef`');
    const workspace = openWorkspace(root);
    try {
      const proof = proveReceipt(workspace, receipt, textOption(options, 'release'));
      const text = `${JSON.stringify(proof, null, 2)}\n`;
      const out = textOption(options, 'out');
      if (out === undefined) log.print(text.trimEnd());
      else {
        writeWhole(out, text, 0o600);
        log.print(`${out}: receipt ${receipt} is bound to release ${proof.release}`);
      }
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** The proof of a receipt in a release, by default the last one published. */
export function proveReceipt(workspace: Workspace, receipt: string, release?: string): Proof {
  const { store } = workspace;
  const found = store.get<{ id: string; run: number }>(
    `SELECT id, run FROM releases WHERE published_at IS NOT NULL AND id = coalesce(?, id) ORDER BY published_at DESC, id DESC LIMIT 1`,
    release ?? null,
  );
  if (found === undefined && release === undefined) throw absence('none_published', {});
  if (found === undefined) throw absence('not_published', { id: release ?? NOTHING });
  const proof = proofOf(found.id, receiptsSeen(workspace, runOf(workspace, found.run)), receipt);
  if (proof !== undefined) return proof;
  const known = store.get('SELECT 1 FROM submissions WHERE receipt = ?', receipt) !== undefined;
  throw absence(known ? 'receipt_later' : 'no_receipt', { receipt, id: found.id });
}

/** The receipts that a run saw, in the order of the submissions; a refusal is none. */
export function receiptsSeen({ store }: Workspace, { cutSubmission }: Run): readonly Receipt[] {
  return store.all<Receipt>(
    "SELECT receipt, salt, sha256 FROM submissions WHERE id <= ? AND state <> 'refused' ORDER BY id",
    cutSubmission,
  );
}
