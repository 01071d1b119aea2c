// `marsad series WS KEY`: a level over time, in other currencies, at constant exchange rates, and how concentrated; jobs,
// which are a stock, and output per job.

import { foreignAmounts } from '../analyse/foreign-amounts.ts';
import {
  type Concentration,
  concentrationOf,
  constantRateGrowth,
  inCurrency,
} from '../analyse/series-view.ts';
import { traceScope } from '../analyse/trace-scope.ts';
import { type CompiledCell, cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { cellId } from '../design/equation.ts';
import { structureOf } from '../design/equations.ts';
import { evaluateEquation } from '../design/indicator.ts';
import { type ExportsKey, formatKey, parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { formatPeriod, periodOf, yearBefore } from '../design/period.ts';
import { type Rational, ratio, toDecimal } from '../design/rational.ts';
import type { Log } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { type Command, flagOption } from './command.ts';
import { latestRun } from './runs.ts';
import { sourcesOf } from './trace.ts';
import { openWorkspace, workspaceEngine } from './workspace.ts';

export const seriesCommand: Command = {
  name: 'series',
  usage: 'WS KEY',
  summary:
    'a level, jobs or output per job over time: in euros and dollars, growth at constant exchange rates, concentration',
  options: {},
  run: async ([root, text], options, { log }) => {
    if (root === undefined)
      throw new Refused('which workspace? `marsad series WS S.MA.W1.ITO.EXPORTS.MAD.2025`');
    const key = levelKey(text);
    const workspace = openWorkspace(root);
    const engine = await workspaceEngine(workspace);
    try {
      const sources = sourcesOf(workspace, latestRun(workspace, 'analysed'), engine);
      const cells = (await engine.rows(cellsQuery(sources.cells))).map(compiledCell);
      const rows = await rowsOf(key, cells, sources);
      if (flagOption(options, 'json')) log.print(JSON.stringify(rows, null, 2));
      else printRows(key, rows, log);
      return 0;
    } finally {
      engine.close();
      workspace.store.close();
    }
  },
};

/** One period of a series; decimal text, levels in the unit, growth in percent; null where it does not exist. */
export type SeriesRow = {
  readonly period: string;
  readonly value: string | null;
  readonly eur: string | null;
  readonly usd: string | null;
  readonly growth: string | null;
  readonly growth_constant_rates: string | null;
  readonly partners: ConcentrationRow | null;
  readonly segments: ConcentrationRow | null;
};
type ConcentrationRow = { readonly index: string; readonly largest: string; readonly count: number };

/** Indicators that make a series: a flow, a stock, and what is earned for each job. */
const SHOWN = ['EXPORTS', 'EMPLOYMENT', 'EXPORTS_PER_JOB'];

function levelKey(text: string | undefined): ExportsKey {
  const key = text === undefined ? undefined : parseKey(text);
  if (key !== undefined && SHOWN.includes(key.INDICATOR)) return key;
  throw new Refused(
    `found ${text ?? 'no key'}, expected the key of one of ${SHOWN.join(', ')}, such as S.MA.W1.ITO.EXPORTS.MAD.2025`,
  );
}

async function rowsOf(
  key: ExportsKey,
  cells: readonly CompiledCell[],
  sources: ReturnType<typeof sourcesOf>,
): Promise<readonly SeriesRow[]> {
  const known = new Map(cells.map((cell) => [cellId(cell), cell.value]));
  const own = cells.filter((cell) => cell.dataflow === 'EXPORTS' && cell.key === formatKey(key));
  if (own.length === 0) throw new NotFound(`${formatKey(key)} is not a compiled series of this run`);
  const rows: SeriesRow[] = [];
  for (const cell of own) rows.push(await rowOf(key, cell, known, sources));
  return rows;
}

async function rowOf(
  key: ExportsKey,
  cell: CompiledCell,
  known: ReadonlyMap<string, Rational | null>,
  sources: ReturnType<typeof sourcesOf>,
): Promise<SeriesRow> {
  const { domain } = sources;
  const [value, period] = [cell.value ?? ratio(0n), periodOf(cell.period)];
  const before = cellId({ ...cell, period: formatPeriod(yearBefore(period)) });
  const base = known.get(before) ?? null;
  const isFlow = key.INDICATOR === 'EXPORTS';
  const isMoney = key.UNIT_MEASURE === domain.currency;
  const scope = isFlow ? traceScope(cell, structureOf(domain)) : undefined;
  const amounts = base === null || scope === undefined ? [] : await foreignAmounts(scope, sources);
  const growth = evaluateEquation(
    { kind: 'growth', value: '', now: cellId(cell), before, multiplier: 100n },
    (id) => known.get(id),
  );
  return {
    period: cell.period,
    value: toDecimal(value, 2),
    eur: isMoney ? text(inCurrency(value, domain.rates, 'EUR', period), 2) : null,
    usd: isMoney ? text(inCurrency(value, domain.rates, 'USD', period), 2) : null,
    growth: 'value' in growth ? toDecimal(growth.value, 4) : null,
    growth_constant_rates:
      base === null || !isFlow ? null : text(constantRateGrowth(amounts, base, domain.rates), 4),
    partners:
      isFlow && key.COUNTERPART_AREA === WORLD ? concentration(countriesOf(key, cell, known, sources)) : null,
    segments:
      isFlow && key.SEGMENT === TOTAL_SEGMENT ? concentration(segmentsOf(key, cell, known, sources)) : null,
  };
}

type Known = ReadonlyMap<string, Rational | null>;
type Sources = ReturnType<typeof sourcesOf>;

function countriesOf(
  key: ExportsKey,
  cell: CompiledCell,
  known: Known,
  { domain }: Sources,
): readonly Rational[] {
  return domain.countries.flatMap(
    ({ code }) => known.get(cellId({ ...cell, key: formatKey({ ...key, COUNTERPART_AREA: code }) })) ?? [],
  );
}

function segmentsOf(
  key: ExportsKey,
  cell: CompiledCell,
  known: Known,
  { domain }: Sources,
): readonly Rational[] {
  return structureOf(domain).segments.flatMap(
    (SEGMENT) => known.get(cellId({ ...cell, key: formatKey({ ...key, SEGMENT }) })) ?? [],
  );
}

function concentration(parts: readonly Rational[]): ConcentrationRow | null {
  const found: Concentration | undefined = concentrationOf(parts);
  if (found === undefined) return null;
  return { index: toDecimal(found.index, 0), largest: toDecimal(found.largest, 1), count: found.count };
}

function text(value: Rational | undefined, decimals: number): string | null {
  return value === undefined ? null : toDecimal(value, decimals);
}

const HEADS = [
  'period',
  'value',
  'EUR',
  'USD',
  'growth %',
  'constant rates %',
  'partners HHI',
  'segments HHI',
];

function printRows(key: ExportsKey, rows: readonly SeriesRow[], log: Log): void {
  const stock = key.INDICATOR === 'EMPLOYMENT' ? '; a stock, at the end of each period' : '';
  log.print(
    `${formatKey(key)} in ${key.UNIT_MEASURE}${stock}; exact and before disclosure control: not for release\n`,
  );
  const table = rows.map((row) =>
    [
      ...[row.period, row.value, row.eur, row.usd, row.growth, row.growth_constant_rates],
      ...[row.partners?.index, row.segments?.index],
    ].map((each) => each ?? ''),
  );
  const widths = HEADS.map((head, at) =>
    Math.max(head.length, ...table.map((row) => (row[at] ?? '').length)),
  );
  for (const row of [HEADS, ...table])
    log.print(row.map((each, at) => each.padStart(widths[at] ?? 0)).join('  '));
}
