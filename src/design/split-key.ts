// Dated keys by which every settlement of an enterprise of mixed contracts is divided over segments. GSBPM 5.2.

import { z } from 'zod';
import type { SaidFault } from '../engine/errors.ts';
import { CODE, DATED_COLUMNS, datedOf } from './definition-fields.ts';
import type { Dated, RegisterEntry } from './domain.ts';
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

/** A fault of a file, whose place is the same in every language. */
export type PlacedFault = SaidFault & { readonly where: string };

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

/** Keys whose shares do not add up to one exactly, keys of an enterprise that hold on the same day, and keys of nobody. */
export function splitKeyFaults(
  keys: readonly Located<SplitKey>[],
  register: readonly Located<Pick<RegisterEntry, 'enterprise' | 'validFrom' | 'validTo'>>[],
): readonly PlacedFault[] {
  const groups = Map.groupBy(keys, ({ value }) => `${value.enterprise} ${value.validFrom}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { where, value: key } = first;
    return [
      ...(isWhole(own) ? [] : [{ where, ...sharesFault(own, key) }]),
      ...(keys.some(({ value }) => reachesInto(value, key)) ? [{ where, ...twoKeysFault(key) }] : []),
      ...(isRegistered(key, register) ? [] : [{ where, ...strangerFault(key) }]),
    ];
  });
}

type Words = Pick<PlacedFault, 'found' | 'expected'>;

function isWhole(own: readonly Located<SplitKey>[]): boolean {
  const sum = own.reduce<Rational>((total, { value }) => add(total, rationalOf(value.share)), ratio(0n));
  return compare(sum, ratio(1n)) === 0;
}

/** An earlier key of the same enterprise that still holds when this one begins. */
function reachesInto(other: SplitKey, { enterprise, validFrom }: SplitKey): boolean {
  return (
    other.enterprise === enterprise &&
    other.validFrom < validFrom &&
    (other.validTo ?? '9999-12-31') >= validFrom
  );
}

function isRegistered(
  { enterprise, validFrom }: SplitKey,
  register: readonly Located<Pick<RegisterEntry, 'enterprise' | 'validFrom' | 'validTo'>>[],
): boolean {
  return register.some(
    ({ value }) =>
      value.enterprise === enterprise &&
      value.validFrom <= validFrom &&
      (value.validTo === null || validFrom <= value.validTo),
  );
}

function sharesFault(own: readonly Located<SplitKey>[], { enterprise, validFrom }: SplitKey): Words {
  const shares = own.map(({ value }) => value.share).join(' + ');
  return {
    found: { ar: `الحصص ${shares}`, fr: `les parts ${shares}`, en: `shares ${shares}` },
    expected: {
      ar: `حصص للمقاولة ${enterprise} ابتداء من ${validFrom} مجموعها 1`,
      fr: `pour ${enterprise}, à partir du ${validFrom}, des parts dont la somme est 1`,
      en: `shares of ${enterprise} from ${validFrom} that add up to 1`,
    },
  };
}

function twoKeysFault({ enterprise, validFrom }: SplitKey): Words {
  return {
    found: {
      ar: `مفتاحا توزيع للمقاولة ${enterprise} في ${validFrom}`,
      fr: `deux clés de ${enterprise} le ${validFrom}`,
      en: `two keys of ${enterprise} on ${validFrom}`,
    },
    expected: { ar: 'مفتاح واحد في اليوم', fr: 'une seule clé par jour', en: 'one key a day' },
  };
}

function strangerFault({ enterprise, validFrom }: SplitKey): Words {
  return {
    found: {
      ar: `المقاولة ${enterprise}`,
      fr: `l’entreprise ${enterprise}`,
      en: `the enterprise ${enterprise}`,
    },
    expected: {
      ar: `مقاولة من السجل (register.csv) سارية في ${validFrom}`,
      fr: `une entreprise de register.csv en vigueur le ${validFrom}`,
      en: `an enterprise of register.csv in force on ${validFrom}`,
    },
  };
}
