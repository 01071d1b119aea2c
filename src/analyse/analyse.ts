// GSBPM 5.7 and 6.1: from contributions to the table of exact cells.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { cellRow } from '../design/compiled-cell.ts';
import type { Domain } from '../design/domain.ts';
import { type EquationStructure, structureOf } from '../design/equations.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import { refusal } from '../design/refusal.ts';
import { CELLS } from '../design/tables.ts';
import type { Engine } from '../engine/duckdb.ts';
import { Refused } from '../engine/errors.ts';
import { writeTable } from '../engine/write-table.ts';
import { markBreaks } from './breaks.ts';
import { type HalfWidthOf, withIntervals } from './cell-interval.ts';
import { type Compilation, compileLevels, outsideWindow, type Window } from './compile.ts';
import { readContributions, scopesOf } from './contributions.ts';
import { type ContributionIndex, indexContributions } from './contributors.ts';
import { compileIndicators } from './indicators.ts';
import { preliminaryOn, releaseDay } from './vintage.ts';

export type Analysis = {
  readonly engine: Engine;
  readonly contributionsPath: string;
  readonly domain: Domain;
  /** The last period of the release, such as `2025-S1`: cells exist up to its last month. */
  readonly releasePeriod: string;
  /** ISO day at which vintages are judged; by default the day the release is due. */
  readonly day?: string;
  readonly outPath: string;
  /** Half the width of what is imputed; without it cells have no interval. */
  readonly halfWidthOf?: HalfWidthOf;
};

export type AnalysisSummary = {
  readonly cells: number;
  /** Cells by dataflow and indicator. */
  readonly by: { readonly [indicator: string]: number };
  readonly contributions: number;
  /** By indicator and scope: the months compiled, and what lies outside them. */
  readonly series: readonly SeriesSummary[];
};
export type SeriesSummary = Window & {
  readonly indicator: string;
  readonly scope: string;
  readonly outside: { readonly lines: number; readonly amount: string };
};

/** Compiles the cells of a run and writes them. */
export async function analyse(analysis: Analysis): Promise<AnalysisSummary> {
  const indexes = await readIndexes(analysis);
  refuseUndeclared(indexes, analysis);
  const compiled = compileCells(indexes, analysis);
  const cells = withIntervals(compiled.cells, analysis.halfWidthOf);
  const written = await writeTable(analysis.engine, CELLS, cells.map(cellRow), analysis.outPath);
  return {
    cells: written,
    by: countBy(compiled.cells),
    contributions: indexes.reduce((sum, { table }) => sum + table.count, 0),
    series: compiled.series,
  };
}

/** The contributions of every indicator and scope, each indexed by the cells that they are part of. */
export async function readIndexes({
  engine,
  contributionsPath,
  domain,
}: Pick<Analysis, 'engine' | 'contributionsPath' | 'domain'>): Promise<readonly ContributionIndex[]> {
  const structure = structureOf(domain);
  const indexes: ContributionIndex[] = [];
  for (const { indicator, scope } of await scopesOf(engine, contributionsPath)) {
    const table = await readContributions(engine, contributionsPath, indicator, scope);
    indexes.push(indexContributions(table, structure));
  }
  return indexes;
}

/** All cells of indexed contributions: levels, the indicators that follow from them, breaks marked. */
export function compileCells(
  indexes: readonly ContributionIndex[],
  { domain, releasePeriod, day }: Pick<Analysis, 'domain' | 'releasePeriod' | 'day'>,
): { readonly cells: readonly CompiledCell[]; readonly series: readonly SeriesSummary[] } {
  const structure = structureOf(domain);
  const preliminary = preliminaryOn(domain.calendar, day ?? releaseDay(domain.calendar, releasePeriod));
  const series = indexes.map((index) => {
    refuseMixedItems(index, structure);
    const window = windowOf(index, indexes, domain, releasePeriod);
    const compilation: Compilation = { structure, window, indicators: domain.indicators, preliminary };
    return { index, window, levels: compileLevels(index, compilation) };
  });
  const levels = series.flatMap((each) => each.levels);
  const cells = [...levels, ...compileIndicators(levels, domain.indicators, domain.currency)];
  return {
    cells: markBreaks(cells, domain.published, domain.indicators),
    series: series.map(({ index, window }) => describeSeries(index, window)),
  };
}

/** From the scope's first month with a contribution to the last month of the release period. */
function windowOf(
  { table }: ContributionIndex,
  indexes: readonly ContributionIndex[],
  { scopes }: Domain,
  releasePeriod: string,
): Window {
  const begins = scopes.find(({ id }) => id === table.scope)?.validFrom.slice(0, 7) ?? '0000-01';
  const months = indexes
    .filter((index) => index.table.scope === table.scope)
    .flatMap((index) => index.table.dictionaries.month.codes)
    .filter((month) => month >= begins)
    .sort();
  const last = monthsOf(periodOf(releasePeriod)).at(-1) ?? releasePeriod;
  return { first: months[0] ?? last, last };
}

/** Cells up to a month that nobody declared would be zeros: missing is not zero. */
function refuseUndeclared(indexes: readonly ContributionIndex[], { domain, releasePeriod }: Analysis): void {
  const flow = indexes.find(({ table }) => table.indicator === 'EXPORTS' && table.scope === domain.scope);
  const declared = flow?.table.dictionaries.month.codes.at(-1) ?? 'no month';
  const needed = monthsOf(periodOf(releasePeriod)).at(-1) ?? releasePeriod;
  if (declared >= needed && declared !== 'no month') return;
  throw refusal('not_reached', { period: releasePeriod, declared, needed });
}

/** An item with contributions of its own cannot also be the sum of its items: the correspondence is at fault. */
function refuseMixedItems({ table }: ContributionIndex, { parents }: EquationStructure): void {
  const used = table.dictionaries.ebops.codes;
  const faults = used.flatMap((item) => {
    const below = used.filter((other) => parents.get(other) === item);
    return below.length === 0
      ? []
      : [
          {
            where: `EBOPS item ${item}`,
            found: `contributions beside ${below.join(', ')}`,
            expected: 'items without items under them',
          },
        ];
  });
  if (faults.length > 0) {
    throw new Refused(
      'the correspondence gives an EBOPS item and an item under it: give the finer one alone',
      faults,
    );
  }
}

function describeSeries(index: ContributionIndex, window: Window): SeriesSummary {
  const { lines, amount } = outsideWindow(index, window);
  const { indicator, scope } = index.table;
  return { indicator, scope, ...window, outside: { lines, amount: formatScaled(amount, 2) } };
}

function countBy(cells: readonly CompiledCell[]): { readonly [indicator: string]: number } {
  const counts: { [indicator: string]: number } = {};
  for (const { dataflow, key } of cells) {
    const name = dataflow === 'EXPORTS' ? (key.split('.')[4] ?? dataflow) : dataflow;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
