// What the pages for staff stand on: one workspace, one engine that is kept warm, and the newest run.

import type { Text } from '../design/text.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { latestRun, type Run, type RunState } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type Bench = {
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly effects: Effects;
};

/** The newest run that has come so far; null while there is none. */
export function newestRun({ workspace }: Bench, state: RunState): Run | null {
  try {
    return latestRun(workspace, state);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Paths of the lines of a run, those estimated left out; the months that they are of. */
export function linePaths({ workspace }: Bench, run: Run): ReadonlyMap<string, string> {
  const rows = workspace.store.all<{ path: string }>(
    "SELECT path FROM files WHERE run = ? AND kind = 'lines' ORDER BY path",
    run.id,
  );
  const paths = rows.map(({ path }) => `${workspace.layout.root}/${path}`);
  return new Map(paths.map((path) => [path.slice(-'0000-00.parquet'.length, -'.parquet'.length), path]));
}

/** What is said of rules that look at months and not at one line. GSBPM 5.3: `process/hidiroglou-berthelot.ts`. */
const OF_MONTHS: { readonly [rule: string]: Text } = {
  HB01: {
    ar: 'قفزة بين شهرين تتجاوز المعتاد لدى أمثالها',
    fr: 'Saut d’un mois à l’autre, hors de l’ordinaire de ses semblables',
    en: 'A jump between months beyond what is usual among its like',
  },
  HB02: {
    ar: 'بداية أو نهاية من دون حدث في السجل',
    fr: 'Début ou fin sans événement au répertoire',
    en: 'A beginning or an end without an event in the register',
  },
  HB03: { ar: 'مجموع شهري سالب', fr: 'Total mensuel négatif', en: 'A negative month' },
};

/** What each rule says, of validation, of editing and of months. */
export function ruleMessages({ workspace: { domain } }: Bench): ReadonlyMap<string, Text> {
  return new Map([
    ...Object.entries(OF_MONTHS),
    ...domain.editing.map(({ id, reason }) => [id, reason] as const),
    ...domain.rules.map(({ id, message }) => [id, message] as const),
  ]);
}

/** A file of a run, when it is there. */
export function runFile({ workspace }: Bench, run: Run, name: string): string | null {
  const path = workspace.layout.runFile(run.id, name);
  return exists(path) ? path : null;
}
