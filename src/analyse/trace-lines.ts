// The lines behind a level cell, for tracing it down. GSBPM 5.7.

import { readParquet } from '../engine/duckdb.ts';
import type { Sql } from '../engine/sql.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';
import type { TraceSources } from './trace-origin.ts';
import type { TraceScope } from './trace-scope.ts';

/** Lines of the months, in the parts of their split keys where the cell is a segment or an item of exports. */
export function linesFrom(
  { months, indicator, segment, items }: TraceScope,
  sources: TraceSources,
): Sql | undefined {
  const paths = months.flatMap(sources.lines);
  if (paths.length === 0) return undefined;
  const isPart = indicator === 'EXPORTS' && (segment !== null || items !== null);
  const keys = isPart ? sources.domain.splitKeys : undefined;
  return splitLines(readParquet(paths), keys, STATED_BY_SEGMENT);
}
