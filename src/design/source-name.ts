// What the sources of printed figures and of targets are called in each language.

import { z } from 'zod';
import { TEXT } from './definition-fields.ts';
import type { TableSpec } from './read-table.ts';
import type { Text } from './text.ts';

/** A source as the definitions write it, and its name for readers. */
export type SourceName = { readonly source: string; readonly name: Text };

const COLUMNS = { source: TEXT, name_ar: TEXT, name_fr: TEXT, name_en: TEXT };

/** The columns of `sources.csv`. */
export const SOURCE_NAMES: TableSpec<typeof COLUMNS, SourceName> = {
  row: z.strictObject(COLUMNS),
  member: ({ source, name_ar: ar, name_fr: fr, name_en: en }) => ({ source, name: { ar, fr, en } }),
};

/** The name of a source; as the definitions write it where they name it in no other way. */
export function sourceName(names: readonly SourceName[] | undefined, source: string): Text {
  const named = names?.find((each) => each.source === source)?.name;
  return named ?? { ar: source, fr: source, en: source };
}
