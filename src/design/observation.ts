// One observation of a dataflow, as it is protected, released, served and checked.

export type Attributes = { readonly [attribute: string]: string };
export type Observation = {
  readonly dataflow: string;
  /** Dimension values in the order of the dataflow, dots between. */
  readonly key: string;
  readonly period: string;
  /** OBS_VALUE as printed, in UNIT_MEASURE × 10^UNIT_MULT; null when suppressed or missing. */
  readonly value: string | null;
  /** OBS_STATUS, CONF_STATUS, UNIT_MULT, DECIMALS, IMPUTED_SHARE, GROSSED_SHARE, EMBARGO_DATE, PRE_BREAK_VALUE, COMMENT_OBS: those that are set. */
  readonly attributes: Attributes;
};

/** Attributes of a cell that stay inside: `INTERVAL_90`, the half width in dirhams of what is imputed. */
const INTERNAL_ATTRIBUTES: readonly string[] = ['INTERVAL_90'];

/** The attributes that may leave with a figure that does. */
export function outwardAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !INTERNAL_ATTRIBUTES.includes(name)),
  );
}

/** Orders observations by dataflow, key and period, byte by byte. */
export function compareObservations(a: Observation, b: Observation): number {
  return compareText(a.dataflow, b.dataflow) || compareText(a.key, b.key) || compareText(a.period, b.period);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
