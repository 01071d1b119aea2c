// Files of collected lines in parts that fit in memory, in the order of their periods. GSBPM 5.1.

import { join as joinPath } from 'node:path';
import { submissionRead } from '../design/collected.ts';
import type { ProcessedKind } from '../design/facts.ts';
import type { Submission } from './reference.ts';

/** Files that are judged together, and the file that their judged lines are written to. */
export type Part = { readonly kind: ProcessedKind; readonly paths: readonly string[]; readonly out: string };

type Parted = {
  readonly collected: { readonly [K in ProcessedKind]: readonly string[] };
  readonly submissions: readonly Submission[];
  readonly folder: string;
  readonly batchLines?: number;
};

/** So many lines in a part, at most and at least, where there are enough. */
const MOST_LINES = 1_000_000;
const FEWEST_LINES = 50_000;

/** Files in the order of their periods, until a part has lines enough. */
export function partsOf(
  { collected, submissions, folder, batchLines }: Parted,
  kind: ProcessedKind,
): readonly Part[] {
  const own = submissions.filter((each) => each.kind === kind);
  const total = own.reduce((sum, { lines }) => sum + lines, 0);
  const enough = batchLines ?? Math.min(MOST_LINES, Math.max(FEWEST_LINES, Math.ceil(total / 8)));
  const groups: { paths: string[]; lines: number }[] = [];
  for (const { path, lines } of measured(collected[kind], own)) {
    const last = groups.at(-1);
    if (last === undefined || last.lines >= enough) groups.push({ paths: [path], lines });
    else Object.assign(last, { paths: [...last.paths, path], lines: last.lines + lines });
  }
  return groups.map(({ paths }, at) => ({ kind, paths, out: joinPath(folder, `judged-${kind}-${at}.part`) }));
}

/** Files with their lines: those of a reading are known, tables share the others. */
function measured(paths: readonly string[], submissions: readonly Submission[]) {
  const byId = new Map(submissions.map((each) => [each.id, each]));
  const read = new Set(paths.map(submissionRead));
  const rest = submissions.filter(({ id }) => !read.has(id)).reduce((sum, { lines }) => sum + lines, 0);
  const tables = paths.filter((path) => submissionRead(path) === undefined).length;
  return paths
    .map((path) => {
      const submission = byId.get(submissionRead(path) ?? 0);
      return { path, period: submission?.period ?? '', lines: submission?.lines ?? rest / tables };
    })
    .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}
