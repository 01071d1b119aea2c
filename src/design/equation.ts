// One published equation: a relation by which a published cell follows from others, and what its cells are called.
// Values are exact numbers in UNIT_MEASURE (dirhams, persons, percent, percentage points), never in millions.

import { type ExportsKey, formatKey, parseKey, TOTAL_SEGMENT, WORLD } from './key.ts';
import { formatPeriod, type Period, periodOf, yearBefore } from './period.ts';

/** `DATAFLOW/KEY/PERIOD`, with `#RELEASE` behind it for the value that an earlier release printed. */
export type CellId = string;
export type Cell = { readonly dataflow: string; readonly key: string; readonly period: string };

export type Equation =
  /** total = Σ parts, exactly. A part that is not listed is zero by structure, not unknown. */
  | { readonly kind: 'sum'; readonly over: Over; readonly total: CellId; readonly parts: readonly CellId[] }
  /** Σ parts = constant: the shares of a whole make 100. */
  | { readonly kind: 'complement'; readonly parts: readonly CellId[]; readonly constant: bigint }
  /** value = multiplier × part / whole: a share, or a part of the previous whole year. */
  | {
      readonly kind: 'share';
      readonly value: CellId;
      readonly part: CellId;
      readonly whole: CellId;
      readonly multiplier: bigint;
    }
  /** value = multiplier × (now − before) / before. */
  | {
      readonly kind: 'growth';
      readonly value: CellId;
      readonly now: CellId;
      readonly before: CellId;
      readonly multiplier: bigint;
    }
  /** value = multiplier × (now − before) / base: percentage points of the growth of `base`. */
  | {
      readonly kind: 'contribution';
      readonly value: CellId;
      readonly now: CellId;
      readonly before: CellId;
      readonly base: CellId;
      readonly multiplier: bigint;
    }
  /** The same cell in two releases: equal unless it was revised. */
  | { readonly kind: 'vintage'; readonly later: CellId; readonly earlier: CellId };
export type EquationKind = Equation['kind'];

/** What a sum runs over. */
export type Over = 'segment' | 'partner' | 'time' | 'cumulation' | 'item' | 'dataflow' | 'growth';

export function cellId({ dataflow, key, period }: Cell): CellId {
  return `${dataflow}/${key}/${period}`;
}

/** The cell of an id, and the release when it is an earlier release's value; throws for what is no id. */
export function parseCellId(id: CellId): Cell & { readonly release: string | null } {
  const [name = '', release = null] = id.split('#');
  const [dataflow, key, period, ...rest] = name.split('/');
  if (dataflow === undefined || key === undefined || period === undefined || rest.length > 0) {
    throw new RangeError(`not a cell: ${id}`);
  }
  return { dataflow, key, period, release };
}

/** A cell as an earlier release printed it. */
export function inRelease(id: CellId, release: string): CellId {
  return `${id}#${release}`;
}

/** The cells that an equation is about. */
export function membersOf(equation: Equation): readonly CellId[] {
  switch (equation.kind) {
    case 'sum':
      return [equation.total, ...equation.parts];
    case 'complement':
      return equation.parts;
    case 'share':
      return [equation.value, equation.part, equation.whole];
    case 'growth':
      return [equation.value, equation.now, equation.before];
    case 'contribution':
      return [...new Set([equation.value, equation.now, equation.before, equation.base])];
    case 'vintage':
      return [equation.later, equation.earlier];
  }
}

/** The equation that defines one indicator cell from level cells, whether or not they exist; undefined for levels. */
export function definitionOf(cell: Cell, currency: string): Equation | undefined {
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  if (key === undefined) return undefined;
  const define = DEFINITIONS[key.INDICATOR];
  return define?.({ value: cellId(cell), key, period: periodOf(cell.period), currency });
}

/** The dimensions of the sum over all segments and partners. */
export const WHOLE: Partial<ExportsKey> = { COUNTERPART_AREA: WORLD, SEGMENT: TOTAL_SEGMENT };

/** The id of a cell of the dataflow EXPORTS. */
export function exportsCell(key: ExportsKey, period: Period): CellId {
  return `EXPORTS/${formatKey(key)}/${formatPeriod(period)}`;
}

type Defined = {
  readonly value: CellId;
  readonly key: ExportsKey;
  readonly period: Period;
  readonly currency: string;
};

const DEFINITIONS: { readonly [indicator: string]: (defined: Defined) => Equation } = {
  EXPORTS_SHARE: (d) => ({
    kind: 'share',
    value: d.value,
    part: level(d, 'EXPORTS', {}, d.period),
    whole: level(d, 'EXPORTS', WHOLE, d.period),
    multiplier: 100n,
  }),
  EXPORTS_RATIO_PY: (d) => ({
    kind: 'share',
    value: d.value,
    part: level(d, 'EXPORTS', {}, d.period),
    whole: level(d, 'EXPORTS', { FREQ: 'A' }, { freq: 'A', year: d.period.year - 1, index: 1 }),
    multiplier: 100n,
  }),
  EXPORTS_PER_JOB: (d) => ({
    kind: 'share',
    value: d.value,
    part: level(d, 'EXPORTS', {}, d.period),
    whole: level(d, 'EMPLOYMENT', { UNIT_MEASURE: 'PS' }, d.period),
    multiplier: 1n,
  }),
  EXPORTS_YOY: (d) => growth(d, 'EXPORTS'),
  EXPORTS_YTD_YOY: (d) => growth(d, 'EXPORTS_YTD'),
  EXPORTS_CONTRIB: (d) => ({
    kind: 'contribution',
    value: d.value,
    now: level(d, 'EXPORTS', {}, d.period),
    before: level(d, 'EXPORTS', {}, yearBefore(d.period)),
    base: level(d, 'EXPORTS', WHOLE, yearBefore(d.period)),
    multiplier: 100n,
  }),
};

function growth(d: Defined, indicator: string): Equation {
  return {
    kind: 'growth',
    value: d.value,
    now: level(d, indicator, {}, d.period),
    before: level(d, indicator, {}, yearBefore(d.period)),
    multiplier: 100n,
  };
}

function level(
  { key, currency }: Defined,
  indicator: string,
  change: Partial<ExportsKey>,
  period: Period,
): CellId {
  return exportsCell({ ...key, INDICATOR: indicator, UNIT_MEASURE: currency, ...change }, period);
}
