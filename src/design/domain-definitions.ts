// The definitions of a domain (YAML): what each holds, and the member of the domain that it makes.

import { z } from 'zod';
import {
  CODE,
  DATED_KEYS,
  DAY,
  DECIMAL,
  datedOf,
  PERIOD,
  TAG,
  TEXT,
  TRILINGUAL,
} from './definition-fields.ts';
import type { Indicator, Rule, Scope } from './domain.ts';
import { FREQUENCIES } from './period.ts';
import type { Bridge, BridgeEnd, Target } from './target.ts';

export const HEAD = z.strictObject({
  id: TEXT,
  agency: CODE,
  publisher: TRILINGUAL,
  version: z.string({ error: 'a version in quotes' }).regex(/^\d+\.\d+(?:\.\d+)?$/, 'a version such as 1.0'),
  name: TRILINGUAL,
  ref_area: z.string().regex(/^[A-Z]{2}$/, 'a country of ISO 3166: two letters'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency of ISO 4217: three letters'),
  scope: CODE,
  licence: TEXT,
  contact: TRILINGUAL,
  time_zone: TEXT,
  rate_source: z.strictObject({ text: TRILINGUAL, tag: TAG }),
  renamed: z
    .array(
      z.strictObject({
        kind: z.enum(['dataflow', 'codelist', 'code'], { error: 'dataflow, codelist or code' }),
        former: TEXT,
        present: TEXT.nullable(),
        since: DAY,
        reason: TRILINGUAL,
      }),
    )
    .default([]),
});

const COMPARABILITY = z.strictObject({
  scope: CODE,
  verdict: z.enum(['comparable', 'bridge', 'not comparable'], {
    error: 'comparable, bridge or not comparable',
  }),
  note: TRILINGUAL,
});

export const SCOPE = z
  .strictObject({
    id: CODE,
    name: TRILINGUAL,
    concept: z.enum(['receipts', 'accrual', 'unstated'], { error: 'receipts, accrual or unstated' }),
    rate_rule: z.enum(['month_average', 'value_date', 'declared', 'unstated'], {
      error: 'month_average, value_date, declared or unstated',
    }),
    precedence: z.array(z.enum(['bank', 'enterprise', 'office'], { error: 'bank, enterprise or office' })),
    cut_off_days: z.int().min(0).nullable(),
    covers: TRILINGUAL,
    comparability: z.array(COMPARABILITY),
    tag: TAG,
    ...DATED_KEYS,
  })
  .transform(
    ({ rate_rule: rateRule, cut_off_days: cutOffDays, valid_from, valid_to, reference, ...rest }): Scope => ({
      ...rest,
      rateRule,
      cutOffDays,
      ...datedOf({ valid_from, valid_to, reference }),
    }),
  );

const EXAMPLE = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]), {
  error: 'a line: columns with their values',
});

export const RULE = z
  .strictObject({
    id: CODE,
    version: z.int({ error: 'a whole number' }).min(1),
    tier: z.literal([0, 1, 2, 3, 4, 5], { error: 'a tier from 0 to 5' }),
    severity: z.enum(['fatal', 'error', 'warning', 'info'], { error: 'fatal, error, warning or info' }),
    kind: z.enum(['settlement', 'enterprise', 'both'], { error: 'settlement, enterprise or both' }),
    field: z.string({ error: 'a field of the line' }).regex(/^[a-z][a-z0-9_]*$/, 'a field of the line'),
    assert: TEXT,
    state: z
      .enum(['rejected', 'queried', 'excluded'], { error: 'rejected, queried, excluded or null' })
      .nullable(),
    message: TRILINGUAL,
    accepts: z.array(EXAMPLE).min(1, 'at least one line that it accepts'),
    rejects: z.array(EXAMPLE).min(1, 'at least one line that it rejects'),
    ...DATED_KEYS,
  })
  .transform(
    ({ valid_from, valid_to, reference, ...rest }): Rule => ({
      ...rest,
      ...datedOf({ valid_from, valid_to, reference }),
    }),
  );

export const INDICATOR = z
  .strictObject({
    id: CODE,
    name: TRILINGUAL,
    description: TRILINGUAL,
    unit: CODE,
    unit_mult: z.int().min(0).max(9),
    decimals: z.int().min(0).max(6),
    kind: z.enum(
      [
        'level',
        'growth',
        'share',
        'contribution',
        'cumulated',
        'cumulated_growth',
        'ratio_previous_year',
        'stock',
        'per_job',
      ],
      { error: 'a kind of indicator, such as level or growth' },
    ),
    nature: z.enum(['flow', 'stock', 'ratio'], { error: 'flow, stock or ratio' }),
    frequencies: z.array(z.enum(FREQUENCIES, { error: 'A, S, Q or M' })).min(1),
    by_segment: z.boolean({ error: 'true or false' }),
    by_partner: z.boolean({ error: 'true or false' }),
  })
  .transform(
    ({ unit_mult: unitMult, by_segment: bySegment, by_partner: byPartner, ...rest }): Indicator => ({
      ...rest,
      unitMult,
      bySegment,
      byPartner,
    }),
  );

const BASELINE = z.strictObject({
  period: PERIOD.nullable(),
  value: DECIMAL,
  scope: CODE.nullable(),
  vintage: DAY.nullable(),
  source: TEXT,
  note: TRILINGUAL.nullable(),
});

export const TARGET = z
  .strictObject({
    id: CODE,
    indicator: CODE,
    name: TRILINGUAL,
    measure: z.enum(['stock', 'flow', 'rank'], { error: 'stock, flow or rank' }),
    form: z.enum(['level', 'increment'], { error: 'level or increment' }),
    unit: CODE,
    scope: CODE.nullable(),
    baseline: BASELINE.nullable(),
    other_baselines: z.array(BASELINE),
    milestones: z.array(z.strictObject({ period: PERIOD, value: DECIMAL })).min(1, 'at least one milestone'),
    path: z.enum(['linear', 'constant_growth', 'milestones'], {
      error: 'linear, constant_growth or milestones',
    }),
    source: TEXT,
    source_date: DAY.nullable(),
    status: z.enum(['draft', 'official', 'press'], { error: 'draft, official or press' }),
    replaces: CODE.nullable(),
    comparability: z.strictObject({
      verdict: z.enum(['comparable', 'not comparable', 'no data'], {
        error: 'comparable, not comparable or no data',
      }),
      reason: TRILINGUAL,
    }),
    tag: TAG,
  })
  .transform(
    ({ other_baselines: otherBaselines, source_date: sourceDate, ...rest }): Target => ({
      ...rest,
      otherBaselines,
      sourceDate,
    }),
  );

const BRIDGE_END = z
  .strictObject({ scope: CODE, value: DECIMAL, source: TEXT, source_date: DAY.nullable() })
  .transform(({ source_date: sourceDate, ...rest }): BridgeEnd => ({ ...rest, sourceDate }));

export const BRIDGE = z
  .strictObject({
    id: CODE,
    indicator: CODE,
    segment: CODE,
    period: PERIOD,
    unit: CODE,
    from: BRIDGE_END,
    to: BRIDGE_END,
    lines: z.array(z.strictObject({ name: TRILINGUAL, value: DECIMAL, source: TEXT })),
    note: TRILINGUAL,
    tag: TAG,
  })
  .transform((bridge): Bridge => bridge);

/** A codelist of the domain; its codes are in `codes.csv`. */
export const CODELIST = z.strictObject({ id: CODE, agency: CODE, version: TEXT, name: TRILINGUAL });

/** Dimensions and attributes are concepts of `concepts.csv`. */
export const DATAFLOW = z.strictObject({
  id: CODE,
  version: TEXT,
  name: TRILINGUAL,
  description: TRILINGUAL,
  dimensions: z.array(CODE).min(1, 'at least one dimension'),
  attributes: z.array(CODE),
});
