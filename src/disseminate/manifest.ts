// What a release consists of and was made from: the file that is signed, and by which everything else is checked.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { REVISION_CAUSES } from '../design/tables.ts';

export const MANIFEST_NAME = 'manifest.json';
export const SIGNATURE_NAME = 'manifest.json.minisig';

const HASH = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');
const INSTANT = z.iso.datetime({ offset: true });

const MANIFEST = z.strictObject({
  marsad: z.literal(1),
  /** `2025-S1/1` */
  id: z.string().regex(/^[0-9A-Z-]+\/[1-9]\d*$/),
  period: z.string(),
  number: z.int().min(1),
  agency: z.string(),
  /** Whether invented declarations stand behind it. */
  synthetic: z.boolean(),
  vintage: z.enum(['preliminary', 'revised', 'final']),
  /** A correction takes the place of an earlier number of the same period. */
  status: z.enum(['regular', 'correction']),
  causes: z.array(z.enum(REVISION_CAUSES)),
  /** Not public before this instant. */
  embargo: INSTANT.nullable(),
  /** What was known: the highest submission and edit, and when they were frozen. */
  cut: z.strictObject({ submission: z.int(), edit: z.int(), at: INSTANT }),
  domain: z.strictObject({ id: z.string(), version: z.string(), sha256: HASH }),
  program: z.strictObject({ version: z.string(), sha256: HASH, lock: HASH }),
  /** HMAC-SHA-256 over the parameters of disclosure control, by a key of the office. */
  disclosure: HASH,
  /** HMAC-SHA-256 over the certificate of protection, and the verifier's word. Releases before 0.2 have none. */
  protection: z
    .strictObject({
      certificate: HASH,
      attackers: z.enum(['public', 'all']),
      at_risk: z.literal(0),
      /** Cells that two people accepted as they are: public already, or with leave of their contributors. */
      accepted: z.int().min(1).optional(),
    })
    .optional(),
  receipts: z.strictObject({ count: z.int().min(0), root: HASH }),
  /** Hash of the salted list of everything the run was made from; the office has the list. */
  inputs: HASH,
  /** The audit log of the office as it stood: how many entries, and the hash of the last. Releases before 0.2 have none. */
  audit: z.strictObject({ entries: z.int().min(0), head: z.string().regex(/^([0-9a-f]{64})?$/) }).optional(),
  previous: z.strictObject({ id: z.string(), sha256: HASH }).nullable(),
  /** SHA-256 of each dataflow's canonical CSV. */
  content: z.record(z.string(), HASH),
  files: z.record(z.string(), z.strictObject({ bytes: z.int().min(0), sha256: HASH })),
});
export type Manifest = z.infer<typeof MANIFEST>;

/** The text of a manifest: two blanks of indentation, files and contents sorted by name. */
export function manifestText(manifest: Manifest): string {
  const sorted = {
    ...manifest,
    content: sortedByName(manifest.content),
    files: sortedByName(manifest.files),
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

/** Reads a manifest; throws with what is wrong when it is none. */
export function parseManifest(text: string): Manifest {
  return MANIFEST.parse(JSON.parse(text));
}

/** What `files` says of a content. */
export function fileEntry(content: string | Uint8Array): { bytes: number; sha256: string } {
  const bytes = Buffer.from(content);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function sortedByName<T>(entries: { readonly [name: string]: T }): { [name: string]: T } {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
