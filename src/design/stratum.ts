// Strata of the enterprise survey: which enterprises of the register are asked as a sample of their like. GSBPM 2.4.
// The register is the frame, its mark of respondents the sample. What no stratum covers is asked whole or not surveyed.

import { z } from 'zod';
import type { Fault } from '../engine/errors.ts';
import { CODE, DATED_COLUMNS, datedOf } from './definition-fields.ts';
import { type Dated, inForce, type RegisterEntry } from './domain.ts';
import type { Located, TableSpec } from './read-table.ts';

/** A part of the register of one segment and size of which a sample is asked. */
export type Stratum = Dated & {
  readonly code: string;
  readonly segment: string;
  readonly size: Exclude<RegisterEntry['size'], 'large'>;
};

const COLUMNS = {
  code: CODE,
  segment: CODE,
  size: z.enum(['medium', 'small'], { error: 'medium or small: large enterprises are asked, every one' }),
  ...DATED_COLUMNS,
};

/** The columns of `strata.csv`. */
export const STRATA: TableSpec<typeof COLUMNS, Stratum> = {
  row: z.strictObject(COLUMNS),
  member: ({ code, segment, size, ...row }) => ({ code, segment, size, ...datedOf(row) }),
};

/** The stratum of an entry of the register on a day; undefined for one that is asked by itself or not at all. */
export function stratumOf(
  strata: readonly Stratum[],
  { segment, size }: Pick<RegisterEntry, 'segment' | 'size'>,
  day: string,
): Stratum | undefined {
  return strata.find((each) => each.segment === segment && each.size === size && inForce(each, day));
}

/** Strata that share enterprises on a day. */
export function strataFaults(strata: readonly Located<Stratum>[]): readonly Fault[] {
  return strata.flatMap(({ where, value }, at) => {
    const other = strata.slice(0, at).find((each) => overlap(each.value, value));
    if (other === undefined) return [];
    return [
      {
        where,
        found: `the stratum ${value.code} beside ${other.value.code}`,
        expected: `one stratum of ${value.size} enterprises of ${value.segment} a day`,
      },
    ];
  });
}

function overlap(a: Stratum, b: Stratum): boolean {
  return (
    a.segment === b.segment &&
    a.size === b.size &&
    a.validFrom <= (b.validTo ?? LAST_DAY) &&
    b.validFrom <= (a.validTo ?? LAST_DAY)
  );
}

const LAST_DAY = '9999-12-31';
