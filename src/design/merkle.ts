// Merkle trees of receipts: a root that commits to all leaves, and paths by which one leaf is shown to be among them.
// Source: RFC 6962, section 2.1 (SHA-256; leaves are prefixed by 0x00, nodes by 0x01).

import { createHash } from 'node:crypto';

/** The root over the leaves in their order, in hexadecimal; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  return rootOf(leaves).toString('hex');
}

/** The siblings on the way from a leaf to the root, nearest first, in hexadecimal; throws when there is no such leaf. */
export function merklePath(leaves: readonly Uint8Array[], at: number): readonly string[] {
  if (at < 0 || at >= leaves.length) throw new RangeError(`no leaf ${at} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return at < split
    ? [...merklePath(left, at), merkleRoot(right)]
    : [...merklePath(right, at - split), merkleRoot(left)];
}

/** Whether a leaf at a position among `size` leaves leads to the root by the path. */
export function isInTree(
  leaf: Uint8Array,
  at: number,
  size: number,
  path: readonly string[],
  root: string,
): boolean {
  const reached = at >= 0 && at < size ? climb(leaf, at, size, path) : undefined;
  return reached?.toString('hex') === root;
}

function rootOf(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return leafHash(only);
  const split = largestPowerBelow(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

function climb(leaf: Uint8Array, at: number, size: number, path: readonly string[]): Buffer | undefined {
  if (size === 1) return path.length === 0 ? leafHash(leaf) : undefined;
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const split = largestPowerBelow(size);
  const sibling = Buffer.from(last, 'hex');
  const rest = path.slice(0, -1);
  if (at < split) {
    const left = climb(leaf, at, split, rest);
    return left === undefined ? undefined : nodeHash(left, sibling);
  }
  const right = climb(leaf, at - split, size - split, rest);
  return right === undefined ? undefined : nodeHash(sibling, right);
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function leafHash(leaf: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(leaf).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}
