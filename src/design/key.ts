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
  return EXPORTS_DIMENSIONS.map((dimension) => key[dimension]).join('.');
}

/** Reads a full key of the dataflow EXPORTS; undefined when a part is missing or empty. */
export function parseKey(text: string): ExportsKey | undefined {
  const parts = text.split('.');
  if (parts.length !== EXPORTS_DIMENSIONS.length || parts.includes('')) return undefined;
  return Object.fromEntries(EXPORTS_DIMENSIONS.map((dimension, at) => [dimension, parts[at]])) as ExportsKey;
}
