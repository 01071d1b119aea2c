// One disseminated figure as a page may show it: its printed value, or why there is none.

import { type ExportsKey, formatKey, TOTAL_SEGMENT, WORLD } from '../../design/key.ts';
import type { Observation } from '../../design/observation.ts';
import { periodOf } from '../../design/period.ts';
import { LANGUAGES, type Text } from '../../design/text.ts';

/**
 * Why a cell holds what it holds; a zero is a value. `missing` was expected and is not there; `unavailable` was not
 * compiled, or is in no release.
 */
export const STANDINGS = [
  'value',
  'suppressed',
  'missing',
  'unavailable',
  'impossible',
  'not_significant',
] as const;
export type Standing = (typeof STANDINGS)[number];

export type Figure = {
  readonly key: string;
  readonly period: string;
  readonly standing: Standing;
  /** As printed ("5250", "-12.7"); empty when there is no value. */
  readonly printed: string;
  readonly preliminary: boolean;
  readonly estimated: boolean;
  readonly broken: boolean;
  /** Why there is no value, where the figure itself says so; in the language of a reader. */
  readonly why: Text | null;
};

/** What a page asks for; the rest is the total, the world and the scope in force. */
export type Question = {
  readonly indicator: string;
  readonly period: string;
  readonly segment?: string;
  readonly partner?: string;
};

export type Place = { readonly refArea: string; readonly scope: string };

/** Units of the indicators in the dataflow's keys. */
const UNITS: { readonly [indicator: string]: string } = {
  EXPORTS: 'MAD',
  EXPORTS_YTD: 'MAD',
  EXPORTS_YOY: 'PC',
  EXPORTS_YTD_YOY: 'PC',
  EXPORTS_SHARE: 'PC',
  EXPORTS_RATIO_PY: 'PC',
  EXPORTS_CONTRIB: 'PP',
  EMPLOYMENT: 'PS',
  EXPORTS_PER_JOB: 'MAD',
};

const STANDING_OF: { readonly [status: string]: Standing } = {
  Q: 'suppressed',
  O: 'missing',
  L: 'unavailable',
  M: 'impossible',
  N: 'not_significant',
};

/** The key of a question. */
export function keyFor(question: Question, { refArea, scope }: Place): ExportsKey {
  return {
    FREQ: periodOf(question.period).freq,
    REF_AREA: refArea,
    COUNTERPART_AREA: question.partner ?? WORLD,
    SEGMENT: question.segment ?? TOTAL_SEGMENT,
    INDICATOR: question.indicator,
    UNIT_MEASURE: unitOf(question.indicator),
    SCOPE: scope,
  };
}

/** The unit in which an indicator is measured: MAD, PC, PP or PS. */
export function unitOf(indicator: string): string {
  return UNITS[indicator] ?? 'MAD';
}

/** The figure of an observation; of none, one that is not available. */
export function figureOf(key: ExportsKey, period: string, observation: Observation | undefined): Figure {
  const status = observation?.attributes['OBS_STATUS'] ?? 'L';
  const printed = readableValue(key, observation);
  return {
    key: formatKey(key),
    period,
    standing: printed === '' ? (STANDING_OF[status] ?? 'missing') : 'value',
    printed,
    preliminary: status === 'P',
    estimated:
      status === 'E' ||
      ['IMPUTED_SHARE', 'GROSSED_SHARE'].some((name) => Number(observation?.attributes[name] ?? '0') > 0),
    broken: status === 'B',
    why: printed === '' ? inLanguages(observation?.attributes['COMMENT_OBS']) : null,
  };
}

/** A comment that stands in the languages of the office, one after another. */
function inLanguages(comment: string | undefined): Text | null {
  const parts = comment?.split(' / ') ?? [];
  const [ar = '', fr = '', en = ''] = parts;
  return parts.length === LANGUAGES.length ? { ar, fr, en } : null;
}

/** Amounts are read in millions: one printed in tens of millions has a zero more, and is no more precise for it. */
function readableValue({ INDICATOR }: ExportsKey, observation: Observation | undefined): string {
  const printed = observation?.value ?? '';
  const more = Number(observation?.attributes['UNIT_MULT'] ?? '0') - 6;
  const isAmount = INDICATOR === 'EXPORTS' || INDICATOR === 'EXPORTS_YTD';
  return isAmount && more > 0 && /^-?[1-9]\d*$/.test(printed) ? printed + '0'.repeat(more) : printed;
}

/** The printed value as a number, for positions in a drawing alone; undefined when there is none. */
export function plotted(figure: Figure): number | undefined {
  return figure.standing === 'value' ? Number(figure.printed) : undefined;
}

export type Direction = 'rise' | 'fall' | 'even';

/** Which way a printed change goes: a printed zero is even, whatever stands behind it. */
export function directionOfChange(printed: string): Direction {
  const value = Number(printed);
  if (value === 0) return 'even';
  return value > 0 ? 'rise' : 'fall';
}
