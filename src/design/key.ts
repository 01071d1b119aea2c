// Observation keys: dimension values in the order of the dataflow, dots between, as SDMX writes them.

export const EXPORTS_DIMENSIONS = [
  'FREQ',
  'REF_AREA',
  'COUNTERPART_AREA',
  'SEGMENT',
  'INDICATOR',
  'UNIT_MEASURE',
  'SCOPE',
] as const;
export type ExportsDimension = (typeof EXPORTS_DIMENSIONS)[number];
export type ExportsKey = { readonly [D in ExportsDimension]: string };

export const TOTAL_SEGMENT = '_T';
export const WORLD = 'W1';

/** `S.MA.W1.ITO.EXPORTS.MAD.2025`. */
export function formatKey(key: ExportsKey): string {
  const { FREQ, REF_AREA, COUNTERPART_AREA, SEGMENT, INDICATOR, UNIT_MEASURE, SCOPE } = key;
  return `${FREQ}.${REF_AREA}.${COUNTERPART_AREA}.${SEGMENT}.${INDICATOR}.${UNIT_MEASURE}.${SCOPE}`;
}

/** Reads a full key of the dataflow EXPORTS; undefined when a part is missing or empty. */
export function parseKey(text: string): ExportsKey | undefined {
  const parts = text.split('.');
  if (parts.length !== EXPORTS_DIMENSIONS.length || parts.includes('')) return undefined;
  const [FREQ = '', REF_AREA = '', COUNTERPART_AREA = '', SEGMENT = '', INDICATOR = ''] = parts;
  const [UNIT_MEASURE = '', SCOPE = ''] = parts.slice(5);
  return { FREQ, REF_AREA, COUNTERPART_AREA, SEGMENT, INDICATOR, UNIT_MEASURE, SCOPE };
}
