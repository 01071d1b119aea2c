// The kinds of field that definitions are made of. Each says in its own message what was expected.

import { z } from 'zod';
import type { Dated } from './domain.ts';
import { parsePeriod } from './period.ts';
import { parseRational } from './rational.ts';

export const TEXT = z
  .string({ error: 'a text' })
  .regex(/^\S(?:[\s\S]*\S)?$/, 'a text without spaces around it');
export const CODE = z
  .string({ error: 'a code' })
  .regex(/^[A-Z0-9_][A-Z0-9_-]*$/, 'a code of capitals, digits, _ and -');
export const CODE_OR_ANY = z
  .string({ error: 'a code or *' })
  .regex(/^(?:\*|[A-Z0-9_][A-Z0-9_-]*)$/, 'a code, or * for any');
export const DAY = z
  .string({ error: 'a day in quotes' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2025-01-31')
  .refine(isDay, 'a day of the calendar');
export const MONTH = z
  .string({ error: 'a month' })
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month such as 2025-06');
export const PERIOD = z
  .string({ error: 'a period in quotes' })
  .refine((text) => parsePeriod(text) !== undefined, 'a period such as 2024, 2025-S1, 2025-Q2 or 2025-06');
export const DECIMAL = z
  .string({ error: 'a decimal number in quotes' })
  .refine((text) => parseRational(text) !== undefined, 'a decimal number such as 26.17');
const REFERENCE = z
  .string({ error: 'a reference' })
  .regex(
    /^\[(?:pub|der|std|prop|unk)\] \S/,
    'a reference that begins with how the fact is known: [pub], [der], [std], [prop] or [unk]',
  );
export const TAG = z.enum(['pub', 'der', 'std', 'prop', 'unk'], {
  error: 'how the fact is known: pub, der, std, prop or unk',
});
export const COUNT = z
  .string()
  .regex(/^\d+$/, 'a whole number')
  .transform((text) => Number(text));
export const FLAG = z
  .enum(['true', 'false'], { error: 'true or false' })
  .transform((text) => text === 'true');

export const ARABIC = z.string({ error: 'a text in Arabic' }).regex(/\p{Script=Arabic}/u, 'a text in Arabic');
export const FRENCH = z.string({ error: 'a text in French' }).regex(/\S/, 'a text in French');
export const ENGLISH = z.string({ error: 'a text in English' }).regex(/\S/, 'a text in English');
export const TRILINGUAL = z.strictObject(
  { ar: ARABIC, fr: FRENCH, en: ENGLISH },
  { error: 'a text in ar, fr and en' },
);

/** An empty cell is null. */
export function orEmpty<S extends z.ZodType<unknown, string>>(schema: S) {
  return z.union([z.literal('').transform(() => null), schema], {
    error: ({ input }) => `${messageOf(schema, input)}, or nothing`,
  });
}

/** Codes with a space between; none when empty. */
export const CODES = z
  .string()
  .regex(/^(?:[A-Z0-9_-]+(?: [A-Z0-9_-]+)*)?$/, 'codes with one space between')
  .transform((text) => (text === '' ? [] : text.split(' ')));

/** Words with ` | ` between. */
export const WORDS = z
  .string()
  .regex(/^[^\s|](?:[^|]*[^\s|])?(?: \| [^\s|](?:[^|]*[^\s|])?)*$/, 'words with " | " between')
  .transform((text) => text.split(' | '));

/** The columns of what is valid from a day to a day. */
export const DATED_COLUMNS = { valid_from: DAY, valid_to: orEmpty(DAY), reference: REFERENCE };

/** The keys of what is valid from a day to a day; `valid_to: null` is open-ended. */
export const DATED_KEYS = {
  valid_from: DAY,
  valid_to: DAY.nullable(),
  reference: REFERENCE,
};

/** Validity as the program names it. */
export function datedOf(row: {
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly reference: string;
}): Dated {
  return { validFrom: row.valid_from, validTo: row.valid_to, reference: row.reference };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function messageOf(schema: z.ZodType, input: unknown): string {
  return schema.safeParse(input).error?.issues[0]?.message ?? 'a value';
}
