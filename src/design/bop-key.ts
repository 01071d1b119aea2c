// Keys of the dataflow EBOPS: the balance-of-payments structure of 17 dimensions, of which five vary here.
// Source: the SDMX data structure definition of the balance of payments (BPM6).

export const BOP_DIMENSIONS = [
  'FREQ',
  'ADJUSTMENT',
  'REF_AREA',
  'COUNTERPART_AREA',
  'REF_SECTOR',
  'COUNTERPART_SECTOR',
  'FLOW_STOCK_ENTRY',
  'ACCOUNTING_ENTRY',
  'INT_ACC_ITEM',
  'FUNCTIONAL_CAT',
  'INSTR_ASSET',
  'MATURITY',
  'UNIT_MEASURE',
  'CURRENCY_DENOM',
  'VALUATION',
  'COMP_METHOD',
  'TYPE_ENTITY',
] as const;
export type BopDimension = (typeof BOP_DIMENSIONS)[number];
export type BopKey = { readonly [D in BopDimension]: string };

/** What varies: the rest is gross credits of transactions of the whole economy, not adjusted. */
export type BopCell = Pick<
  BopKey,
  'FREQ' | 'REF_AREA' | 'COUNTERPART_AREA' | 'INT_ACC_ITEM' | 'UNIT_MEASURE'
>;

const FIXED: Omit<BopKey, keyof BopCell> = {
  ADJUSTMENT: 'N',
  REF_SECTOR: 'S1',
  COUNTERPART_SECTOR: 'S1',
  FLOW_STOCK_ENTRY: 'T',
  ACCOUNTING_ENTRY: 'C',
  FUNCTIONAL_CAT: '_Z',
  INSTR_ASSET: '_Z',
  MATURITY: '_Z',
  CURRENCY_DENOM: '_T',
  VALUATION: '_X',
  COMP_METHOD: 'N',
  TYPE_ENTITY: 'ALL',
};

/** `S.N.MA.W1.S1.S1.T.C.SI2._Z._Z._Z.MAD._T._X.N.ALL`. */
export function formatBopKey(cell: BopCell): string {
  const key: BopKey = { ...FIXED, ...cell };
  return BOP_DIMENSIONS.map((dimension) => key[dimension]).join('.');
}

/** Reads a full key of the structure; undefined when a part is missing or empty. */
export function parseBopKey(text: string): BopKey | undefined {
  const parts = text.split('.');
  if (parts.length !== BOP_DIMENSIONS.length || parts.includes('')) return undefined;
  return Object.fromEntries(BOP_DIMENSIONS.map((dimension, at) => [dimension, parts[at]])) as BopKey;
}
