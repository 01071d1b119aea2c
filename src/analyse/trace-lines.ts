// The lines behind a level cell, for tracing it down. GSBPM 5.7.

import { readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { divisionCondition, groupedLines, placedLines } from './origins.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';
import type { TraceSources } from './trace-origin.ts';
import type { TraceScope } from './trace-scope.ts';

/** Lines of the months, in the parts of their split keys where the cell is a segment or an item of exports. */
export function linesFrom(
  { months, indicator, segments, items }: TraceScope,
  sources: TraceSources,
): Sql | undefined {
  const paths = months.flatMap(sources.lines);
  if (paths.length === 0) return undefined;
  const isPart = indicator === 'EXPORTS' && (segments !== null || items !== null);
  const keys = isPart ? sources.domain.splitKeys : undefined;
  return splitLines(readParquet(paths), keys, STATED_BY_SEGMENT);
}

/** The rows of ORIGINS: as they were written, or made of the lines of the months now. */
export function originsFrom({ months }: TraceScope, sources: TraceSources): Sql | undefined {
  if (sources.origins !== null) return readParquet(sources.origins.origins);
  const paths = months.flatMap(sources.lines);
  if (paths.length === 0) return undefined;
  return sql`(${groupedLines(placedLines(readParquet(paths), sources.domain.splitKeys))})`;
}

/** The places of lines in the scope, at least those that were edited. */
export function placesIn(scope: TraceScope, where: Sql, sources: TraceSources): Sql | undefined {
  if (sources.origins !== null)
    return sql`(SELECT submission, ordinal FROM ${readParquet(sources.origins.edited)} WHERE ${divisionCondition(scope)} AND ${where})`;
  const from = linesFrom(scope, sources);
  return from === undefined ? undefined : sql`(SELECT submission, ordinal FROM ${from} WHERE ${where})`;
}
