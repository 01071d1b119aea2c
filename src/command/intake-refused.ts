// Lines of a file that is refused: told about as well, so that everything can be mended at once. They count nowhere.

import type { Places } from '../collect/arrival.ts';
import { loadLines } from '../collect/load.ts';
import type { Judged } from '../collect/settle.ts';
import type { Engine } from '../engine/duckdb.ts';
import { remove } from '../engine/files.ts';

/** Where the lines of refused submissions lie for a moment. */
export type RefusedLines = ReadonlyMap<number, string>;

/** Keeps the lines of a refused file for the validation that follows, when they can be read. */
export async function copyRefusedLines(
  { submission, reading: { kind, columns, source, lines } }: Judged,
  { spill }: Places,
  engine: Engine,
  kept: Map<number, string>,
): Promise<void> {
  if (kind === null || source === null || lines === 0 || columns.length === 0) return;
  const path = `${spill}/rows-${submission}.refused`;
  try {
    await engine.run(loadLines({ kind, files: [{ submission, source, lines, columns }] }, path));
    kept.set(submission, path);
  } catch {
    // The file is refused because its rows cannot be read; that is told already.
    remove(path);
  }
}
