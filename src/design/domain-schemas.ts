// The JSON Schema of each file of a domain, from the schemas that the loader itself uses: editors complete and check.
// The schema of a table is that of one row.

import { z } from 'zod';
import { CALENDAR } from './calendar.ts';
import * as definitions from './domain-definitions.ts';
import * as tables from './domain-tables.ts';
import { EDITING } from './editing.ts';
import { MERGE } from './merge.ts';
import { SOURCE_NAMES } from './source-name.ts';
import { SPLIT_KEYS } from './split-key.ts';
import { STRATA } from './stratum.ts';

const FILES: { readonly [file: string]: z.ZodType } = {
  'domain.yaml': definitions.HEAD,
  'merges.yaml': z.array(MERGE),
  'scopes.yaml': z.array(definitions.SCOPE),
  'rules.yaml': z.array(definitions.RULE),
  'editing.yaml': z.array(EDITING),
  'indicators.yaml': z.array(definitions.INDICATOR),
  'targets.yaml': z.array(definitions.TARGET),
  'bridges.yaml': z.array(definitions.BRIDGE),
  'codelists.yaml': z.array(definitions.CODELIST),
  'dataflows.yaml': z.array(definitions.DATAFLOW),
  'segments.csv': tables.SEGMENTS.row,
  'ebops.csv': tables.EBOPS.row,
  'natures.csv': tables.NATURES.row,
  'correspondence.csv': tables.CORRESPONDENCE.row,
  'segment-ebops.csv': tables.SEGMENT_EBOPS.row,
  'countries.csv': tables.COUNTRIES.row,
  'regions.csv': tables.REGIONS.row,
  'currencies.csv': tables.CURRENCIES.row,
  'banks.csv': tables.BANKS.row,
  'holdings.csv': tables.HOLDINGS.row,
  'register.csv': tables.REGISTER.row,
  'split-keys.csv': SPLIT_KEYS.row,
  'strata.csv': STRATA.row,
  'rates.csv': tables.RATES.row,
  'calendar.csv': CALENDAR.row,
  'metadata.csv': tables.METADATA.row,
  'glossary.csv': tables.GLOSSARY.row,
  'hedges.csv': tables.HEDGES.row,
  'unwanted-terms.csv': tables.UNWANTED_TERMS.row,
  'codes.csv': tables.CODELIST_CODES.row,
  'concepts.csv': tables.CONCEPTS.row,
  'published-figures.csv': tables.PUBLISHED.row,
  'sources.csv': SOURCE_NAMES.row,
};

/** The files of a domain, in the order of their schemas. */
export const DOMAIN_FILES: readonly string[] = Object.keys(FILES);

/** The schema of a file of the domain as JSON text; throws a RangeError for another file. */
export function schemaOf(file: string): string {
  const schema = FILES[file];
  if (schema === undefined) throw new RangeError(`no file of a domain: ${file}`);
  return `${JSON.stringify({ title: file, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`;
}

/** The name of a file's schema below `schema/`. */
export function schemaName(file: string): string {
  return `${file.replace(/\.\w+$/, '')}.schema.json`;
}
