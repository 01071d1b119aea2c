// Dated keys by which every settlement of an enterprise of mixed contracts is divided over segments. GSBPM 5.2.

import { z } from 'zod';
import type { Fault } from '../engine/errors.ts';
import { CODE, DATED_COLUMNS, datedOf } from './definition-fields.ts';
import type { Dated } from './domain.ts';
import { add, compare, type Rational, ratio, rationalOf } from './rational.ts';
import type { Located, TableSpec } from './read-table.ts';

/** One part of a key; the parts of an enterprise that begin on one day are its key and add up to one. */
export type SplitKey = Dated & {
  /** First nine digits of the ICE. */
  readonly enterprise: string;
  readonly segment: string;
  readonly ebops: string;
  /** Decimal text above zero, such as 0.35. */
  readonly share: string;
};

const COLUMNS = {
  enterprise: z.string().regex(/^\d{9}$/, 'an enterprise: the first nine digits of its ICE'),
  segment: CODE,
  ebops: CODE,
  share: z
    .string()
    .regex(/^(?:1|0\.(?!0+$)\d{1,6})$/, 'a share above zero, at most 1, with at most six decimals'),
  ...DATED_COLUMNS,
};

/** The columns of `split-keys.csv`. */
export const SPLIT_KEYS: TableSpec<typeof COLUMNS, SplitKey> = {
  row: z.strictObject(COLUMNS),
  member: ({ enterprise, segment, ebops, share, ...row }) => ({
    ...{ enterprise, segment, ebops, share },
    ...datedOf(row),
  }),
};

/** Keys whose shares do not add up to one exactly, and keys of an enterprise that hold on the same day. */
export function splitKeyFaults(keys: readonly Located<SplitKey>[]): readonly Fault[] {
  const groups = Map.groupBy(keys, ({ value }) => `${value.enterprise} ${value.validFrom}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const sum = own.reduce<Rational>((total, { value }) => add(total, rationalOf(value.share)), ratio(0n));
    const { enterprise, validFrom } = first.value;
    const overlapping = keys.some(
      ({ value }) =>
        value.enterprise === enterprise &&
        value.validFrom < validFrom &&
        (value.validTo ?? '9999-12-31') >= validFrom,
    );
    return [
      ...(compare(sum, ratio(1n)) === 0
        ? []
        : [
            {
              where: first.where,
              found: `shares ${own.map(({ value }) => value.share).join(' + ')}`,
              expected: `shares of ${enterprise} from ${validFrom} that add up to 1`,
            },
          ]),
      ...(overlapping
        ? [
            {
              where: first.where,
              found: `two keys of ${enterprise} on ${validFrom}`,
              expected: 'one key a day',
            },
          ]
        : []),
    ];
  });
}
