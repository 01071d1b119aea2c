// GSBPM 7.1 and 8.1: what a release says of its own quality, as observations of the dataflow QUALITY and as a report.
// Indicators: ESS guidelines for quality reports (response, over-coverage, timeliness, comparability). They are counts
// of declarations and lines, days, shares that released figures carry already, measures over figures as they were printed:
// none has a contributor to protect. Causes of revisions, intervals and shares of value have, and come here judged.

import type { Domain } from '../design/domain.ts';
import { type CellId, cellId } from '../design/equation.ts';
import { TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import type { Observation } from '../design/observation.ts';
import { daysOf, periodOf } from '../design/period.ts';
import { add, ratio, rationalOf, subtract, toDecimal } from '../design/rational.ts';

export type QualityFacts = {
  readonly refArea: string;
  readonly scope: string;
  readonly period: string;
  readonly number: number;
  readonly vintage: string;
  /** Day on which the release is due to be out; null when nothing says. */
  readonly day: string | null;
  readonly response: readonly {
    readonly source: 'bank' | 'enterprise';
    readonly period: string;
    readonly expected: number;
    readonly received: number;
  }[];
  /** Lines of the months of the release's period, by state. */
  readonly states: { readonly [state: string]: number };
  /** Of the value of those lines, by state, in percent; null where it would give a declarant away. */
  readonly values?: readonly { readonly state: string; readonly share: string | null }[];
  /** Ids of released figures of which a part was estimated that may not be told. */
  readonly withheld?: ReadonlySet<CellId>;
  /** What is released of exports. */
  readonly exports: readonly Observation[];
  /** Fields that lines of the period should have stated, and those that they did. */
  readonly items?: { readonly asked: number; readonly stated: number };
  /** Days by which releases were out after the day that the calendar names; negative for early. */
  readonly punctuality?: readonly { readonly period: string; readonly days: number }[];
  /** What passed disclosure control or follows from printed figures alone. */
  readonly measured?: readonly MeasuredFact[];
};
/** A value of a segment that is computed elsewhere: revisions, their causes, intervals. */
export type MeasuredFact = {
  readonly period: string;
  readonly segment: string;
  readonly measure: string;
  readonly unit: 'PC' | 'PP' | 'MAD';
  readonly value: string;
  readonly unitMult?: string;
  readonly decimals?: string;
  readonly comment?: string;
};

/** The quality indicators of a release. */
export function qualityObservations(facts: QualityFacts): readonly Observation[] {
  return [
    ...facts.response.flatMap((each) => responseOf(facts, each)),
    ...stateShares(facts),
    ...valueShares(facts),
    ...estimatedShares(facts),
    ...timeliness(facts),
    ...seriesLengths(facts),
    ...valueResponse(facts),
    ...itemResponse(facts),
    ...(facts.punctuality ?? []).map(({ period, days }) =>
      measured(facts, { period, measure: 'PUNCTUALITY', unit: 'DAYS', value: String(days) }),
    ),
    ...(facts.measured ?? []).map((fact) => measured(facts, fact)),
  ];
}

/**
 * The indicators that the definitions have a code for. A workspace keeps its own definitions: one that was made by an
 * earlier program publishes what came since when its codelist has it.
 */
export function definedMeasures(
  observations: readonly Observation[],
  { dataflows, codelists }: Pick<Domain, 'dataflows' | 'codelists'>,
): readonly Observation[] {
  const dimensions = dataflows.find(({ id }) => id === 'QUALITY')?.dimensions ?? [];
  const at = dimensions.findIndex(({ id }) => id === 'MEASURE');
  const list = codelists.find(({ id }) => id === dimensions[at]?.codelist);
  if (list === undefined) return observations;
  const known = new Set(list.codes.map(({ id }) => id));
  return observations.filter(({ key }) => known.has(key.split('.')[at] ?? ''));
}

type Measured = {
  readonly period: string;
  readonly measure: string;
  readonly unit: 'PC' | 'PP' | 'DAYS' | 'MONTHS' | 'NB' | 'MAD';
  /** Null when it is confidential. */
  readonly value: string | null;
  readonly segment?: string;
  readonly unitMult?: string;
  readonly decimals?: string;
  readonly comment?: string;
};

function measured({ refArea, scope }: QualityFacts, given: Measured): Observation {
  const { period, measure, unit, value, segment = TOTAL_SEGMENT, comment } = given;
  const decimals = given.decimals ?? (unit === 'PC' || unit === 'PP' ? '1' : '0');
  return {
    dataflow: 'QUALITY',
    key: [periodOf(period).freq, refArea, segment, measure, unit, scope].join('.'),
    period,
    value,
    attributes: {
      OBS_STATUS: value === null ? 'Q' : 'A',
      CONF_STATUS: value === null ? 'C' : 'F',
      UNIT_MULT: given.unitMult ?? '0',
      DECIMALS: decimals,
      ...(comment === undefined ? {} : { COMMENT_OBS: comment }),
    },
  };
}

/** Banks declare by month and enterprises by quarter, so that the frequency tells them apart. */
function responseOf(
  facts: QualityFacts,
  { source, period, expected, received }: QualityFacts['response'][number],
): readonly Observation[] {
  if (expected === 0) return [];
  const value = percent(received, expected);
  return [measured(facts, { period, measure: 'RESPONSE_COUNT', unit: 'PC', value, comment: `${source}s` })];
}

const SHARES_OF_STATES: { readonly [state: string]: string } = {
  excluded: 'OVERCOVERAGE',
  queried: 'QUERIED_SHARE',
  rejected: 'REJECTED_SHARE',
};

function stateShares(facts: QualityFacts): readonly Observation[] {
  const all = Object.values(facts.states).reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  return Object.entries(SHARES_OF_STATES).map(([state, measure]) =>
    measured(facts, {
      ...{ period: facts.period, measure, unit: 'PC', comment: 'of lines received' },
      value: percent(facts.states[state] ?? 0, all),
    }),
  );
}

const SHARES_OF_VALUE: { readonly [state: string]: string } = {
  excluded: 'OVERCOVERAGE_VALUE',
  queried: 'QUERIED_VALUE',
  rejected: 'REJECTED_VALUE',
};

function valueShares(facts: QualityFacts): readonly Observation[] {
  return (facts.values ?? []).flatMap(({ state, share: value }) => {
    const measure = SHARES_OF_VALUE[state];
    if (measure === undefined) return [];
    return [
      measured(facts, { period: facts.period, measure, unit: 'PC', value, comment: 'of value received' }),
    ];
  });
}

/** The imputed and the grossed-up part of each released level of the world, as its own attributes say. */
function estimatedShares(facts: QualityFacts): readonly Observation[] {
  return levelsOf(facts).flatMap((level) => {
    const { key, period, value, attributes } = level;
    if (value === null) return [];
    const segment = key.split('.')[3] ?? TOTAL_SEGMENT;
    if (isWithheld(facts, level))
      return [measured(facts, { period, segment, measure: 'IMPUTED_SHARE', unit: 'PC', value: null })];
    const share = attributes['IMPUTED_SHARE'] ?? '0.0';
    const grossed = attributes['GROSSED_SHARE'];
    const of = (measure: string, shown: string) =>
      measured(facts, { period, segment, measure, unit: 'PC', value: shown });
    return [of('IMPUTED_SHARE', share), ...(grossed === undefined ? [] : [of('GROSSED_SHARE', grossed)])];
  });
}

function isWithheld({ withheld }: QualityFacts, level: Observation): boolean {
  return withheld?.has(cellId(level)) === true;
}

function timeliness(facts: QualityFacts): readonly Observation[] {
  const { period, number, vintage, day } = facts;
  if (day === null) return [];
  const [, last] = daysOf(periodOf(period));
  const days = Math.round((Date.parse(day) - Date.parse(last)) / 86_400_000);
  const of = (measure: string) => measured(facts, { period, measure, unit: 'DAYS', value: String(days) });
  return [
    ...(number === 1 ? [of('TIMELINESS_FIRST')] : []),
    ...(vintage === 'final' ? [of('TIMELINESS_FINAL')] : []),
  ];
}

/** What of the total of the period was declared and not estimated, as its own attributes say. */
function valueResponse(facts: QualityFacts): readonly Observation[] {
  const total = levelsOf(facts).find(
    ({ key, period, value }) =>
      period === facts.period && value !== null && key.split('.')[3] === TOTAL_SEGMENT,
  );
  if (total === undefined) return [];
  if (isWithheld(facts, total))
    return [measured(facts, { period: facts.period, measure: 'RESPONSE_VALUE', unit: 'PC', value: null })];
  const share = (name: string) => rationalOf(total.attributes[name] ?? '0');
  const estimated = add(share('IMPUTED_SHARE'), share('GROSSED_SHARE'));
  const value = toDecimal(subtract(ratio(100n), estimated), 1);
  return [measured(facts, { period: facts.period, measure: 'RESPONSE_VALUE', unit: 'PC', value })];
}

function itemResponse(facts: QualityFacts): readonly Observation[] {
  const { asked = 0, stated = 0 } = facts.items ?? {};
  if (asked === 0) return [];
  const comment = 'client country, nature and invoice of settlements';
  return [
    measured(facts, {
      ...{ period: facts.period, measure: 'ITEM_RESPONSE', unit: 'PC', comment },
      value: percent(stated, asked),
    }),
  ];
}

/** Months for which the total is released in this scope without a break. */
function seriesLengths(facts: QualityFacts): readonly Observation[] {
  const months = levelsOf(facts).filter(
    ({ key, value }) => key.startsWith('M.') && key.split('.')[3] === TOTAL_SEGMENT && value !== null,
  );
  if (months.length === 0) return [];
  const value = String(months.length);
  return [measured(facts, { period: facts.period, measure: 'SERIES_LENGTH', unit: 'MONTHS', value })];
}

function levelsOf({ exports: released, scope, refArea }: QualityFacts): readonly Observation[] {
  return released.filter(({ dataflow, key }) => {
    if (dataflow !== 'EXPORTS') return false;
    const [, area, partner, , indicator, , own] = key.split('.');
    return area === refArea && partner === WORLD && indicator === 'EXPORTS' && own === scope;
  });
}

function percent(part: number, whole: number): string {
  return toDecimal(ratio(100n * BigInt(part), BigInt(whole)), 1);
}
