// The published equations: every relation by which one published cell follows from others. One list, which
// disclosure control, the coherence check and the claim checker import. GSBPM 6.1 to 6.4.

import { parseBopKey } from './bop-key.ts';
import type { Domain } from './domain.ts';
import {
  type Cell,
  type CellId,
  cellId,
  definitionOf,
  type Equation,
  exportsCell,
  membersOf,
  type Over,
  WHOLE,
} from './equation.ts';
import { type ExportsKey, formatKey, parseKey, TOTAL_SEGMENT, WORLD } from './key.ts';
import { type Frequency, formatPeriod, PER_YEAR, type Period, partsOf, periodOf } from './period.ts';

/** The lists that sums run over. */
export type EquationStructure = {
  /** Of the list in force; codes of closed lists are in no cell of a scope in force. */
  readonly segments: readonly string[];
  /** Codes that stand for several segments, where the cells of such are compiled as well. */
  readonly merges?: readonly { readonly code: string; readonly segments: readonly string[] }[];
  /** Countries of each region. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Parent of each EBOPS item. */
  readonly parents: ReadonlyMap<string, string | null>;
  readonly refArea: string;
  readonly currency: string;
  readonly scope: string;
};

/** Indicators whose cells add up over segments and partners. */
export const ADDITIVE: readonly string[] = ['EXPORTS', 'EXPORTS_YTD', 'EMPLOYMENT'];

/** The region of what has no known partner: without it regions would not make the world. */
export const UNSPECIFIED = '_X';

/** The structure of a domain, for the scope version in force. */
export function structureOf(domain: Domain): EquationStructure {
  return {
    segments: domain.segments.filter(({ validTo }) => validTo === null).map(({ code }) => code),
    merges: domain.merges ?? [],
    regions: new Map([
      ...domain.regions.map(({ code }) => [code, countriesOf(domain, code)] as const),
      [UNSPECIFIED, []],
    ]),
    parents: new Map(domain.ebops.map(({ code, parent }) => [code, parent])),
    refArea: domain.refArea,
    currency: domain.currency,
    scope: domain.scope,
  };
}

/**
 * Every equation whose members are all among the cells. The cells are those of the table, suppressed ones too:
 * along segments, partners and items, a cell that is not there is zero by structure; along time it is unknown.
 */
export function publishedEquations(cells: Iterable<Cell>, structure: EquationStructure): readonly Equation[] {
  const list = [...cells];
  const present = new Set(list.map(cellId));
  const context: Context = { has: (id) => present.has(id), structure };
  return [
    ...list.flatMap((cell) => (cell.dataflow === 'EXPORTS' ? equationsOf(cell, context) : [])),
    ...list.flatMap((cell) => (cell.dataflow === 'EBOPS' ? timeSums(cell, context) : [])),
    ...itemEquations(list, context),
  ];
}

function countriesOf({ countries }: Domain, region: string): readonly string[] {
  return countries.filter((country) => country.region === region).map(({ code }) => code);
}

type Context = { readonly has: (id: CellId) => boolean; readonly structure: EquationStructure };
function equationsOf(cell: Cell, context: Context): readonly Equation[] {
  const key = parseKey(cell.key);
  if (key === undefined) return [];
  const definition = definitionOf(cell, context.structure.currency);
  if (definition !== undefined) {
    const defined = membersOf(definition).every(context.has) ? [definition] : [];
    return [...defined, ...ratioSums(cell, key, context)];
  }
  if (!ADDITIVE.includes(key.INDICATOR)) return [];
  return [
    ...segmentSums(cell, key, context),
    ...partnerSums(cell, key, context),
    ...(ALONG_TIME[key.INDICATOR]?.(cell, key, context) ?? []),
  ];
}

type AlongTime = (cell: Cell, key: ExportsKey, context: Context) => readonly Equation[];
const ALONG_TIME: { readonly [indicator: string]: AlongTime } = {
  EXPORTS: (cell, _, context) => timeSums(cell, context),
  EXPORTS_YTD: cumulations,
  EMPLOYMENT: (cell, _, context) => lastPart(cell, context),
};

function segmentSums(cell: Cell, key: ExportsKey, { has, structure }: Context): readonly Equation[] {
  const merge = structure.merges?.find(({ code }) => code === key.SEGMENT);
  const codes = key.SEGMENT === TOTAL_SEGMENT ? structure.segments : (merge?.segments ?? []);
  const parts = codes.map((SEGMENT) => withKey(cell, { ...key, SEGMENT })).filter(has);
  return sumOf('segment', cellId(cell), parts);
}

function partnerSums(cell: Cell, key: ExportsKey, { has, structure }: Context): readonly Equation[] {
  const at = (area: string) => withKey(cell, { ...key, COUNTERPART_AREA: area });
  if (key.COUNTERPART_AREA !== WORLD) {
    const countries = structure.regions.get(key.COUNTERPART_AREA) ?? [];
    return sumOf('partner', cellId(cell), countries.map(at).filter(has));
  }
  const regions = [...structure.regions.keys()].map(at).filter(has);
  const countries = () => [...structure.regions.values()].flat().map(at).filter(has);
  return sumOf('partner', cellId(cell), regions.length > 0 ? regions : countries());
}

const FINER: { readonly [F in Frequency]: readonly Frequency[] } = {
  A: ['S', 'Q', 'M'],
  S: ['Q', 'M'],
  Q: ['M'],
  M: [],
};

function timeSums(cell: Cell, { has }: Context): readonly Equation[] {
  const period = periodOf(cell.period);
  const parts = FINER[period.freq]
    .map((freq) => partsOf(period, freq).map((part) => withPeriod(cell, part)))
    .find((candidates) => candidates.every(has));
  return sumOf('time', cellId(cell), parts ?? []);
}

/** A stock over a period is the stock at the end of its last part. */
function lastPart(cell: Cell, { has }: Context): readonly Equation[] {
  const period = periodOf(cell.period);
  const last = FINER[period.freq]
    .flatMap((freq) => partsOf(period, freq).slice(-1))
    .map((part) => withPeriod(cell, part))
    .find(has);
  return last === undefined ? [] : sumOf('time', cellId(cell), [last]);
}

/** Cumulated = cumulated one period earlier + this period; and the same months cumulated in another frequency. */
function cumulations(cell: Cell, key: ExportsKey, { has }: Context): readonly Equation[] {
  const period = periodOf(cell.period);
  const flow = exportsCell({ ...key, INDICATOR: 'EXPORTS' }, period);
  const earlier = withPeriod(cell, { ...period, index: period.index - 1 });
  const parts = period.index === 1 ? [flow] : [earlier, flow];
  return [parts, ...sameCumulation(cell, key, period).map((other) => [other])]
    .filter((candidates) => candidates.every(has))
    .flatMap((candidates) => sumOf('cumulation', cellId(cell), candidates));
}

function sameCumulation(cell: Cell, key: ExportsKey, period: Period): readonly CellId[] {
  const months = (12 / PER_YEAR[period.freq]) * period.index;
  const quarter: Period = { freq: 'Q', year: period.year, index: months / 3 };
  const whole: Period = { freq: months === 6 ? 'S' : 'A', year: period.year, index: 1 };
  const quarterly = period.freq === 'M' && months % 3 === 0 ? [withPeriod(cell, quarter)] : [];
  if (months !== 6 && months !== 12) return quarterly;
  return [...quarterly, exportsCell({ ...key, INDICATOR: 'EXPORTS', FREQ: whole.freq }, whole)];
}

/** Contributions make the growth of the total, shares make 100; each written once, at the first segment or region. */
function ratioSums(cell: Cell, key: ExportsKey, { has, structure }: Context): readonly Equation[] {
  const bySegment = structure.segments.map((SEGMENT) => withKey(cell, { ...key, SEGMENT })).filter(has);
  if (key.COUNTERPART_AREA !== WORLD || bySegment[0] !== cellId(cell)) return [];
  if (!wholeIsSplit(cell, key, bySegment, { has, structure })) return [];
  if (key.INDICATOR === 'EXPORTS_SHARE') return [{ kind: 'complement', parts: bySegment, constant: 100n }];
  if (key.INDICATOR !== 'EXPORTS_CONTRIB') return [];
  const total = withKey(cell, { ...key, ...WHOLE, INDICATOR: 'EXPORTS_YOY', UNIT_MEASURE: 'PC' });
  return has(total) ? sumOf('growth', total, bySegment) : [];
}

/** Whether the ratio cells cover every segment that has a level. */
function wholeIsSplit(
  cell: Cell,
  key: ExportsKey,
  ratios: readonly CellId[],
  { has, structure }: Context,
): boolean {
  const levels = structure.segments.filter((SEGMENT) =>
    has(withKey(cell, { ...key, SEGMENT, INDICATOR: 'EXPORTS', UNIT_MEASURE: structure.currency })),
  );
  return levels.length === ratios.length;
}

function itemEquations(cells: readonly Cell[], context: Context): readonly Equation[] {
  const items = cells.flatMap((cell) => {
    const key = cell.dataflow === 'EBOPS' ? parseBopKey(cell.key) : undefined;
    return key === undefined ? [] : [{ cell, key, item: key.INT_ACC_ITEM }];
  });
  const tables = Map.groupBy(items, ({ cell, key }) => `${key.FREQ}.${key.COUNTERPART_AREA}/${cell.period}`);
  return [...tables.values()].flatMap((table) => itemSums(table, context));
}

type Item = {
  readonly cell: Cell;
  readonly key: { readonly FREQ: string; readonly COUNTERPART_AREA: string };
  readonly item: string;
};

function itemSums(table: readonly Item[], { has, structure }: Context): readonly Equation[] {
  const present = new Set(table.map(({ item }) => item));
  const parentOf = (item: string) => nearestAncestor(item, present, structure.parents);
  const sums = table.flatMap(({ cell, item }) => {
    const children = table.filter((other) => parentOf(other.item) === item);
    return sumOf(
      'item',
      cellId(cell),
      children.map((child) => cellId(child.cell)),
    );
  });
  const tops = table.filter(({ item }) => parentOf(item) === undefined).map(({ cell }) => cellId(cell));
  const total = table.slice(0, 1).map(({ cell, key }) => sectorTotal(cell, key, structure));
  return [...sums, ...total.filter(has).flatMap((id) => sumOf('dataflow', id, tops))];
}

function nearestAncestor(
  item: string,
  present: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
): string | undefined {
  const parent = parents.get(item) ?? undefined;
  if (parent === undefined || present.has(parent)) return parent;
  return nearestAncestor(parent, present, parents);
}

function sectorTotal(cell: Cell, key: Item['key'], structure: EquationStructure): CellId {
  const total: ExportsKey = {
    FREQ: key.FREQ,
    REF_AREA: structure.refArea,
    COUNTERPART_AREA: key.COUNTERPART_AREA,
    SEGMENT: TOTAL_SEGMENT,
    INDICATOR: 'EXPORTS',
    UNIT_MEASURE: structure.currency,
    SCOPE: structure.scope,
  };
  return cellId({ dataflow: 'EXPORTS', key: formatKey(total), period: cell.period });
}

function sumOf(over: Over, total: CellId, parts: readonly CellId[]): readonly Equation[] {
  return parts.length === 0 ? [] : [{ kind: 'sum', over, total, parts }];
}

function withKey(cell: Cell, key: ExportsKey): CellId {
  return cellId({ ...cell, key: formatKey(key) });
}

/** The cell at another period, its FREQ (always the first dimension) with it. */
function withPeriod({ dataflow, key }: Cell, period: Period): CellId {
  return cellId({
    dataflow,
    key: `${period.freq}${key.slice(key.indexOf('.'))}`,
    period: formatPeriod(period),
  });
}
