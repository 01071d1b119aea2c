// How a figure was made: the formula with its numbers, the cells under it, and below the levels their origin in
// contributions, lines, rates, rules, edits and files. Confidential: for those who may see lines.

import { type CompiledCell, compiledCell } from '../design/compiled-cell.ts';
import {
  type Cell,
  type CellId,
  cellId,
  definitionOf,
  type Equation,
  membersOf,
  parseCellId,
} from '../design/equation.ts';
import { publishedEquations, structureOf } from '../design/equations.ts';
import { evaluateEquation, printValue } from '../design/indicator.ts';
import { parseKey } from '../design/key.ts';
import { add, compare, type Rational, ratio, rationalOf, toDecimal } from '../design/rational.ts';
import { absence } from '../design/refusal.ts';
import { type Row, readParquet } from '../engine/duckdb.ts';
import { join, sql } from '../engine/sql.ts';
import { linesOf, type Origin, originOf, type TraceSources } from './trace-origin.ts';
import { traceScope } from './trace-scope.ts';

/** A cell and what it was made of. Values are decimal text in UNIT_MEASURE: levels exact, ratios to six decimals. */
export type Traced = Cell & {
  readonly value: string | null;
  /** `numerator/denominator`. */
  readonly exact: string | null;
  /** As it would be printed, before disclosure control. */
  readonly printed: string | null;
  readonly obs_status: string;
  readonly attributes: { readonly [name: string]: string };
  /** What disclosure control decided; null before it ran. */
  readonly protection: { readonly conf_status: string; readonly value: string | null } | null;
  readonly formula: Formula | null;
  /** The members of the formula, each traced. */
  readonly members: readonly Traced[];
  readonly sums: readonly TracedSum[];
  readonly origin: Origin | null;
  /** Whether formula, sums and origin give exactly the value. */
  readonly agrees: boolean;
  /** The largest lines, as many as were asked for. */
  readonly lines: readonly Row[];
};
export type Formula = { readonly kind: Equation['kind']; readonly text: string };
export type TracedSum = {
  readonly over: string;
  readonly parts: readonly { readonly cell: CellId; readonly value: string | null }[];
  readonly agrees: boolean;
};

/** Traces a cell of a run; `lines` is how many of the largest lines to show below each level. */
export async function traceCell(cell: Cell, sources: TraceSources, lines: number): Promise<Traced> {
  const definition = definitionOf(cell, sources.domain.currency);
  const wanted = [cell, ...(definition === undefined ? [] : membersOf(definition).map(parseCellId))];
  const known = await cellsNear(wanted, sources);
  if (!known.has(cellId(cell))) throw absence('not_compiled', { id: cellId(cell) });
  return traceKnown(cell, { known, sources, lines });
}

type Context = {
  readonly known: ReadonlyMap<CellId, CompiledCell>;
  readonly sources: TraceSources;
  readonly lines: number;
};

async function traceKnown(cell: Cell, context: Context): Promise<Traced> {
  const { known, sources } = context;
  const id = cellId(cell);
  const compiled = known.get(id);
  const definition = definitionOf(cell, sources.domain.currency);
  const scope = traceScope(cell, structureOf(sources.domain));
  const origin = scope === undefined ? null : await originOf(scope, sources);
  const sums = definition === undefined ? sumsOf(id, context) : [];
  const below = definition === undefined ? [] : membersOf(definition).filter((member) => member !== id);
  const members: Traced[] = [];
  for (const member of below)
    if (known.has(member)) members.push(await traceKnown(parseCellId(member), context));
  const value = compiled?.value ?? null;
  return {
    dataflow: cell.dataflow,
    key: cell.key,
    period: cell.period,
    ...described(cell, compiled, sources),
    protection: await protectionOf(cell, sources),
    formula: definition === undefined ? null : formulaOf(definition, known),
    members,
    sums,
    origin,
    agrees: agrees(value, definition, origin, known) && [...sums, ...members].every((each) => each.agrees),
    lines: scope === undefined || context.lines === 0 ? [] : await linesOf(scope, sources, context.lines),
  };
}

function described(cell: Cell, compiled: CompiledCell | undefined, { domain }: TraceSources) {
  const value = compiled?.value ?? null;
  const id = cell.dataflow === 'EBOPS' ? 'EXPORTS' : parseKey(cell.key)?.INDICATOR;
  const indicator = domain.indicators.find((each) => each.id === id);
  return {
    value: value && valueText(value),
    exact: value && `${value.numerator}/${value.denominator}`,
    printed: value && indicator ? printValue(value, indicator) : null,
    obs_status: compiled?.obsStatus ?? '',
    attributes: compiled?.attributes ?? {},
  };
}

/** The cells at the periods of those wanted, and their own series over time. */
async function cellsNear(
  wanted: readonly Cell[],
  { engine, cells }: TraceSources,
): Promise<Context['known']> {
  const periods = [...new Set(wanted.map(({ period }) => period))];
  const series = wanted.map(({ key }) => key.slice(key.indexOf('.') + 1));
  const flows = series.map((text) => text.replace('.EXPORTS_YTD.', '.EXPORTS.'));
  const rows = await engine.rows(sql`
    SELECT * FROM ${readParquet(cells)}
    WHERE period IN (${periods}) OR substr(key, 3) IN (${[...new Set([...series, ...flows])]})`);
  return new Map(rows.map(compiledCell).map((cell) => [cellId(cell), cell]));
}

async function protectionOf(cell: Cell, sources: TraceSources): Promise<Traced['protection']> {
  if (sources.protected === null) return null;
  const conditions = [sql`dataflow = ${cell.dataflow}`, sql`key = ${cell.key}`, sql`period = ${cell.period}`];
  const [row] = await sources.engine.rows(sql`
    SELECT conf_status, value FROM ${readParquet(sources.protected)} WHERE ${join(conditions, ' AND ')}`);
  if (row === undefined) return null;
  return {
    conf_status: String(row['conf_status']),
    value: row['value'] === null ? null : String(row['value']),
  };
}

/** Every published sum that makes the cell: over segments, partners, time, items. */
function sumsOf(id: CellId, { known, sources }: Context): readonly TracedSum[] {
  return publishedEquations(known.values(), structureOf(sources.domain)).flatMap((equation) => {
    if (equation.kind !== 'sum' || equation.total !== id) return [];
    const parts = equation.parts.map((cell) => ({ cell, value: textOf(known.get(cell)?.value) }));
    return [{ over: equation.over, parts, agrees: gives(equation, known.get(id)?.value ?? null, known) }];
  });
}

function agrees(
  value: Rational | null,
  definition: Equation | undefined,
  origin: Origin | null,
  known: Context['known'],
): boolean {
  if (definition !== undefined) return gives(definition, value, known);
  if (origin === null || value === null) return origin === null;
  const sum = origin.contributions.map(({ amount }) => rationalOf(amount)).reduce(add, ratio(0n));
  return compare(sum, value) === 0;
}

/** Whether an equation's right side is exactly the value; without a base neither side has one. */
function gives(equation: Equation, value: Rational | null, known: Context['known']): boolean {
  const result = evaluateEquation(equation, (id) => known.get(id)?.value);
  return 'value' in result ? value !== null && compare(result.value, value) === 0 : value === null;
}

function formulaOf(equation: Equation, known: Context['known']): Formula {
  const value = (id: CellId) => grouped(textOf(known.get(id)?.value) ?? '?');
  return { kind: equation.kind, text: formulaText(equation, value) };
}

function formulaText(equation: Equation, value: (id: CellId) => string): string {
  switch (equation.kind) {
    case 'share': {
      const times = equation.multiplier === 1n ? '' : `${equation.multiplier} × `;
      return `${times}${value(equation.part)} ÷ ${value(equation.whole)}`;
    }
    case 'growth':
      return `${equation.multiplier} × (${value(equation.now)} − ${value(equation.before)}) ÷ ${value(equation.before)}`;
    case 'contribution':
      return `${equation.multiplier} × (${value(equation.now)} − ${value(equation.before)}) ÷ ${value(equation.base)}`;
    case 'sum':
      return equation.parts.map(value).join(' + ');
    case 'complement':
      return `${equation.constant} − (${equation.parts.map(value).join(' + ')})`;
    case 'vintage':
      return value(equation.earlier);
  }
}

/** Hundredths exactly, anything else to six decimals. */
function valueText(value: Rational): string {
  return toDecimal(value, 100n % value.denominator === 0n ? 2 : 6);
}

function textOf(value: Rational | null | undefined): string | null {
  return value === null || value === undefined ? null : valueText(value);
}

/** Digits in groups of three. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
