// One observation of a dataflow, as it is protected, released, served and checked.

export type Attributes = { readonly [attribute: string]: string };
export type Observation = {
  readonly dataflow: string;
  /** Dimension values in the order of the dataflow, dots between. */
  readonly key: string;
  readonly period: string;
  /** OBS_VALUE as printed, in UNIT_MEASURE × 10^UNIT_MULT; null when suppressed or missing. */
  readonly value: string | null;
  /** OBS_STATUS, CONF_STATUS, UNIT_MULT, DECIMALS, IMPUTED_SHARE, EMBARGO_DATE, PRE_BREAK_VALUE, COMMENT_OBS: those that are set. */
  readonly attributes: Attributes;
};

/** Orders observations by dataflow, key and period, byte by byte. */
export function compareObservations(a: Observation, b: Observation): number {
  return compareText(a.dataflow, b.dataflow) || compareText(a.key, b.key) || compareText(a.period, b.period);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
