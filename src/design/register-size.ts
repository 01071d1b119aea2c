// Sizes of enterprises in the register.

import type { RegisterEntry } from './domain.ts';

export const SIZES = ['large', 'medium', 'small'] as const;

/** The size of a word; undefined for any other. */
export function sizeOf(text: string | null): RegisterEntry['size'] | undefined {
  return SIZES.find((size) => size === text);
}
