// That a submission is bound to a release: its receipt is a salted leaf of a Merkle tree whose root is in the signed
// manifest. Whoever has the receipt and the path from its leaf to the root checks it, without the office, and learns of
// the others no more than how many there are: a sibling is the hash of a leaf that begins with 128 random bits.
// Source: RFC 6962, section 2.1 (design/merkle.ts).

import { z } from 'zod';
import { isInTree, merklePath, merkleRoot } from '../design/merkle.ts';
import type { Manifest } from './manifest.ts';

const HASH = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');

const PROOF = z.strictObject({
  marsad_proof: z.literal(1),
  /** `2025-S1/1` */
  release: z.string(),
  receipt: z.string(),
  /** Of the declaration's bytes. */
  sha256: HASH,
  salt: z.string(),
  /** Place of the leaf among `size`, from 0. */
  index: z.int().min(0),
  size: z.int().min(1),
  /** Siblings on the way to the root, nearest first. */
  path: z.array(HASH),
});
export type Proof = z.infer<typeof PROOF>;

export type Receipt = Pick<Proof, 'receipt' | 'salt' | 'sha256'>;

/** What a release says of its receipts, given in the order of the submissions. */
export function receiptsRoot(receipts: readonly Receipt[]): Manifest['receipts'] {
  return { count: receipts.length, root: merkleRoot(receipts.map(leafOf)) };
}

/** The proof that a receipt is among those of a release; undefined when it is not. */
export function proofOf(release: string, receipts: readonly Receipt[], receipt: string): Proof | undefined {
  const index = receipts.findIndex((each) => each.receipt === receipt);
  const own = receipts[index];
  if (own === undefined) return undefined;
  const path = [...merklePath(receipts.map(leafOf), index)];
  const { salt, sha256 } = own;
  return { marsad_proof: 1, release, receipt, sha256, salt, index, size: receipts.length, path };
}

/** Why a proof does not bind a receipt to a release; empty when it does. */
export function proofFaults(given: unknown, receipt: string, manifest: Manifest): readonly string[] {
  const read = PROOF.safeParse(given);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `the proof: ${path.join('.')}: ${message}`);
  const proof = read.data;
  const { root, count } = manifest.receipts;
  const checks: readonly (readonly [boolean, string])[] = [
    [proof.receipt === receipt, `the proof is of receipt ${proof.receipt}, not of ${receipt}`],
    [
      proof.receipt.endsWith(proof.sha256.slice(0, 16)),
      'the receipt is of a declaration with another hash than the proof says',
    ],
    [proof.release === manifest.id, `the proof is for release ${proof.release}, this is ${manifest.id}`],
    [proof.size === count, `the proof is of ${proof.size} receipts, the release is bound to ${count}`],
    [
      isInTree(leafOf(proof), proof.index, proof.size, proof.path, root),
      'the path does not lead from this receipt to the root that the release is signed with',
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function leafOf({ salt, receipt, sha256 }: Receipt): Uint8Array {
  return Buffer.from(`${salt}\n${receipt}\n${sha256}`);
}
