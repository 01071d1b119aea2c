// GSBPM 2.4 and 6.4: codes that may be published as one. A merge is a definition of the domain, with words in three languages;
// whether a release uses it is the compiler's choice (`design/protection-option.ts`).

import { z } from 'zod';
import type { Fault } from '../engine/errors.ts';
import { CODE, DATED_KEYS, datedOf, TRILINGUAL } from './definition-fields.ts';
import type { Dated, Segment } from './domain.ts';
import type { Located } from './read-table.ts';
import type { Text } from './text.ts';

/** Segments that one code may be published for. */
export type Merge = Dated & {
  readonly code: string;
  readonly segments: readonly string[];
  readonly name: Text;
  readonly description: Text;
  readonly short: Text;
  readonly phrase: Text;
};

/** A merge as `merges.yaml` writes it. */
export const MERGE = z
  .strictObject({
    code: CODE,
    segments: z.array(CODE).min(2, 'at least two segments'),
    ...{ name: TRILINGUAL, description: TRILINGUAL, short: TRILINGUAL, phrase: TRILINGUAL },
    ...DATED_KEYS,
  })
  .transform(
    ({ valid_from, valid_to, reference, ...rest }): Merge => ({
      ...rest,
      ...datedOf({ valid_from, valid_to, reference }),
    }),
  );

/** Merges that take the code of a segment or of another merge, or name a segment twice. */
export function mergeFaults(
  merges: readonly Located<Merge>[],
  segments: readonly Located<Segment>[],
): readonly Fault[] {
  const taken = new Set(segments.map(({ value }) => value.code));
  return merges.flatMap(({ where, value }, at) => {
    const earlier = merges.slice(0, at).some((other) => other.value.code === value.code);
    const clash = taken.has(value.code) || earlier;
    return [
      ...(clash
        ? [{ where, found: `the code ${value.code}`, expected: 'a code that nothing else has' }]
        : []),
      ...(new Set(value.segments).size === value.segments.length
        ? []
        : [{ where, found: value.segments.join(', '), expected: 'each segment once' }]),
    ];
  });
}

/** The merged code as a segment of a list, in the place of those that it stands for. */
export function mergedSegment(merge: Merge, list: string): Segment {
  const { segments: _, ...own } = merge;
  return { ...own, list, continuedBy: [] };
}
