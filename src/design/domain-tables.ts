// The tables of a domain (CSV): the columns of each, and the member that a row makes.

import { z } from 'zod';
import {
  ARABIC,
  CODE,
  CODE_OR_ANY,
  CODES,
  COUNT,
  DATED_COLUMNS,
  DAY,
  DECIMAL,
  datedOf,
  ENGLISH,
  FLAG,
  FRENCH,
  MONTH,
  orEmpty,
  PERIOD,
  TEXT,
  WORDS,
} from './definition-fields.ts';
import type { PublishedFigure, RegisterEntry } from './domain.ts';
import { rationalOf } from './rational.ts';
import type { TableSpec } from './read-table.ts';
import type { HedgeWidth, UnwantedTerm } from './term.ts';
import type { Text } from './text.ts';

const NAME_COLUMNS = { name_ar: ARABIC, name_fr: FRENCH, name_en: ENGLISH };

export const SEGMENTS = table(
  {
    code: CODE,
    list: z.string().regex(/^\d{4}$/, 'the year of the list'),
    ...NAME_COLUMNS,
    description_ar: ARABIC,
    description_fr: FRENCH,
    description_en: ENGLISH,
    short_ar: ARABIC,
    short_fr: FRENCH,
    short_en: ENGLISH,
    phrase_ar: ARABIC,
    phrase_fr: FRENCH,
    phrase_en: ENGLISH,
    continued_by: CODES,
    ...DATED_COLUMNS,
  },
  (row) => ({
    code: row.code,
    list: row.list,
    name: nameOf(row),
    description: { ar: row.description_ar, fr: row.description_fr, en: row.description_en },
    short: { ar: row.short_ar, fr: row.short_fr, en: row.short_en },
    phrase: { ar: row.phrase_ar, fr: row.phrase_fr, en: row.phrase_en },
    continuedBy: row.continued_by,
    ...datedOf(row),
  }),
);

export const EBOPS = table(
  { code: CODE, parent: orEmpty(CODE), ...NAME_COLUMNS, standard: TEXT },
  ({ code, parent, standard, ...row }) => ({ code, parent, name: nameOf(row), standard }),
);

export const NATURES = table(
  {
    code: CODE,
    ...NAME_COLUMNS,
    treatment: z.enum(
      [
        'export',
        'goods',
        'loan',
        'capital',
        'dividends',
        'salaries',
        'grants',
        'tax',
        'catch_all',
        'other_service',
      ],
      { error: 'export, goods, loan, capital, dividends, salaries, grants, tax, catch_all or other_service' },
    ),
    tag: z.enum(['pub', 'der', 'std', 'prop', 'unk'], { error: 'pub, der, std, prop or unk' }),
    ...DATED_COLUMNS,
  },
  ({ code, treatment, tag, ...row }) => ({ code, name: nameOf(row), treatment, tag, ...datedOf(row) }),
);

export const CORRESPONDENCE = table(
  { nature: CODE, register_segment: CODE_OR_ANY, segment: CODE, ebops: CODE, ...DATED_COLUMNS },
  ({ nature, register_segment: registerSegment, segment, ebops, ...row }) => ({
    nature,
    registerSegment,
    segment,
    ebops,
    ...datedOf(row),
  }),
);

export const SEGMENT_EBOPS = table(
  { segment: CODE, ebops: CODE, role: z.enum(['main', 'also'], { error: 'main or also' }), ...DATED_COLUMNS },
  ({ segment, ebops, role, ...row }) => ({ segment, ebops, role, ...datedOf(row) }),
);

/** Names of countries, regions and currencies come from the platform: `design/platform-names.ts`. */
export const COUNTRIES = table(
  {
    code: z.string().regex(/^[A-Z]{2}$/, 'a country of ISO 3166: two letters'),
    region: z.string().regex(/^\d{3}$/, 'a region of UN M49: three digits'),
  },
  (row) => row,
);
export const REGIONS = table(
  { code: z.string().regex(/^\d{3}$/, 'a region of UN M49: three digits') },
  (row) => row,
);
export const CURRENCIES = table(
  {
    code: z.string().regex(/^[A-Z]{3}$/, 'a currency of ISO 4217: three letters'),
    decimals: z
      .string()
      .regex(/^[0-3]$/, '0 to 3 decimals')
      .transform((text) => Number(text)),
  },
  (row) => row,
);

export const BANKS = table({ code: CODE, name: TEXT, ...DATED_COLUMNS }, ({ code, name, ...row }) => ({
  code,
  name,
  ...datedOf(row),
}));

export const HOLDINGS = table({ code: CODE, name: TEXT }, (row) => row);

export const REGISTER = table(
  {
    ice: z.string().regex(/^\d{15}$/, 'an ICE: 15 digits, leading zeros kept'),
    name: TEXT,
    holding: orEmpty(CODE),
    segment: CODE,
    other_segment: orEmpty(CODE),
    size: z.enum(['large', 'medium', 'small'], { error: 'large, medium or small' }),
    export_zone: FLAG,
    respondent: FLAG,
    ...DATED_COLUMNS,
  },
  (row): RegisterEntry => {
    const enterprise = row.ice.slice(0, 9);
    return {
      enterprise,
      ice: row.ice,
      name: row.name,
      holding: row.holding ?? enterprise,
      segment: row.segment,
      otherSegment: row.other_segment,
      size: row.size,
      exportZone: row.export_zone,
      respondent: row.respondent,
      ...datedOf(row),
    };
  },
);

export const RATES = table(
  {
    currency: CODE,
    month: MONTH,
    rate: z
      .string()
      .regex(
        /^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,6})?$/,
        'dirhams for one unit, above zero, at most six decimals',
      ),
  },
  (row) => row,
);

export const CODELIST_CODES = table(
  { codelist: CODE, id: CODE, parent: orEmpty(CODE), ...NAME_COLUMNS },
  ({ codelist, id, parent, ...row }) => ({ codelist, code: { id, parent, name: nameOf(row) } }),
);

export const CONCEPTS = table(
  { id: CODE, codelist: orEmpty(CODE), ...NAME_COLUMNS },
  ({ id, codelist, ...row }) => ({
    id,
    codelist,
    name: nameOf(row),
  }),
);

export const METADATA = table(
  {
    dataflow: CODE,
    concept: CODE,
    title_ar: ARABIC,
    title_fr: FRENCH,
    title_en: ENGLISH,
    text_ar: ARABIC,
    text_fr: FRENCH,
    text_en: ENGLISH,
  },
  (row) => ({
    dataflow: row.dataflow,
    concept: row.concept,
    title: { ar: row.title_ar, fr: row.title_fr, en: row.title_en },
    text: { ar: row.text_ar, fr: row.text_fr, en: row.text_en },
  }),
);

/** The first word of each language is the term, the others its synonyms. */
export const GLOSSARY = table({ id: CODE, ar: WORDS, fr: WORDS, en: WORDS }, (row) => row);

/** How far a hedge reaches, in thousandths of the number it stands before. */
export const HEDGES = table(
  { hedge: TEXT, below_permille: COUNT, above_permille: COUNT, reference: TEXT },
  ({ hedge, below_permille: below, above_permille: above, reference }): HedgeWidth => ({
    hedge,
    below,
    above,
    reference,
  }),
);

/** Terms that a text of a language should not use for a term of the glossary, and why. */
export const UNWANTED_TERMS = table(
  { id: CODE, language: z.enum(['ar', 'fr', 'en'], { error: 'ar, fr or en' }), term: TEXT, reason: TEXT },
  (row): UnwantedTerm => row,
);

export const PUBLISHED = table(
  {
    indicator: CODE,
    segment: CODE,
    freq: z.enum(['A', 'S', 'Q', 'M'], { error: 'A, S, Q or M' }),
    period: PERIOD,
    scope: CODE,
    value: DECIMAL,
    unit: z.enum(['MAD_BN', 'MAD_MN', 'PERCENT', 'PERSONS'], { error: 'MAD_BN, MAD_MN, PERCENT or PERSONS' }),
    decimals_printed: COUNT,
    lower: orEmpty(DECIMAL),
    upper: orEmpty(DECIMAL),
    hedge: orEmpty(TEXT),
    obs_status: orEmpty(CODE),
    role: z.enum(['constraint', 'hedged', 'derived', 'reference'], {
      error: 'constraint, hedged, derived or reference',
    }),
    source: TEXT,
    source_date: orEmpty(DAY),
  },
  (row): PublishedFigure => ({
    indicator: row.indicator,
    segment: row.segment,
    freq: row.freq,
    period: row.period,
    scope: row.scope,
    value: row.value,
    unit: row.unit,
    decimals: row.decimals_printed,
    interval: boundsOf(row.lower, row.upper),
    exact: rationalOf(row.value),
    hedge: row.hedge,
    obsStatus: row.obs_status,
    role: row.role,
    source: row.source,
    sourceDate: row.source_date,
  }),
);

function table<Columns extends z.ZodRawShape, T>(
  columns: Columns,
  member: (row: z.output<z.ZodObject<Columns, z.core.$strict>>) => T,
): TableSpec<Columns, T> {
  return { row: z.strictObject(columns), member };
}

function nameOf(row: { readonly name_ar: string; readonly name_fr: string; readonly name_en: string }): Text {
  return { ar: row.name_ar, fr: row.name_fr, en: row.name_en };
}

function boundsOf(lower: string | null, upper: string | null): PublishedFigure['interval'] {
  if (lower === null && upper === null) return null;
  return {
    lower: lower === null ? null : rationalOf(lower),
    upper: upper === null ? null : rationalOf(upper),
  };
}
