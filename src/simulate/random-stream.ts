// Reproducible randomness: each named stream of a seed is independent of how often the others were used.
// Generator: sfc32 (C. Doty-Humphrey, PractRand), seeded from SHA-256 of seed and name.

import { createHash } from 'node:crypto';

export type RandomStream = {
  /** From 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** One of a list. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** True with a probability. */
  readonly chance: (probability: number) => boolean;
  /** Log-normal with median 1. */
  readonly lognormal: (sigma: number) => number;
};

/** The stream of a name under a seed. */
export function randomStream(seed: string, ...name: readonly (string | number)[]): RandomStream {
  const digest = createHash('sha256')
    .update([seed, ...name].join('\u0000'))
    .digest();
  let [a, b, c, counter] = [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), 1];
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    below: (count) => Math.floor(next() * count),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    chance: (probability) => next() < probability,
    lognormal: (sigma) => Math.exp(sigma * normal()),
  };
}

/** Splits a whole amount by weights, to the last unit: the largest remainders get what is left over. */
export function apportion(total: bigint, weights: readonly number[]): readonly bigint[] {
  const scaled = weights.map((weight) => BigInt(Math.round(weight * 1e9)));
  const sum = scaled.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map((_, at) => (at === 0 ? total : 0n));
  const parts = scaled.map((weight) => (total * weight) / sum);
  let rest = total - parts.reduce((a, b) => a + b, 0n);
  if (rest === 0n) return parts;
  const remainders = scaled.map((weight) => (total * weight) % sum);
  const order = weights
    .map((_, at) => at)
    .sort((x, y) => Number((remainders[y] ?? 0n) - (remainders[x] ?? 0n)) || x - y);
  for (const at of order) {
    if (rest === 0n) break;
    parts[at] = (parts[at] ?? 0n) + (rest > 0n ? 1n : -1n);
    rest -= rest > 0n ? 1n : -1n;
  }
  return parts;
}
