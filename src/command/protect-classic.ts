// `marsad protect --classic FILE`: one table in the JJ format, protected to a proven optimum where the work allowed
// suffices, so that other tools can be compared. Nothing of a workspace is read or written.

import { suppressClassic } from '../analyse/classic-suppression.ts';
import { primaryCells, readClassicTable } from '../analyse/classic-table.ts';
import type { Effects } from '../engine/effects.ts';
import { readText } from '../engine/files.ts';

/** Protects the table of a file and prints the pattern; 0 when a safe one was found. */
export async function protectClassic(file: string, json: boolean, { log }: Effects): Promise<0 | 1> {
  const table = readClassicTable(readText(file), file);
  const found = await suppressClassic(table, undefined, ({ rounds, cost, bound }) =>
    log.progress(`round ${rounds}: cost ${cost}, bound ${bound}, gap ${percent(cost, bound)} %`),
  );
  const primary = primaryCells(table).length;
  if (json) {
    const { suppressed, ...rest } = found;
    log.print(JSON.stringify({ cells: table.cells.length, primary, ...rest, suppressed }, null, 2));
  } else if (found.status === 'infeasible') {
    log.print(`${table.cells.length} cells, ${primary} to protect: no pattern of suppressions protects them`);
  } else {
    const { status, suppressed, cost, bound } = found;
    log.print(`${table.cells.length} cells, ${primary} to protect, ${suppressed.length} suppressed`);
    log.print(`cost ${cost}, bound ${bound}, gap ${percent(cost, bound)} %: ${status}`);
    log.print(`suppressed: ${suppressed.join(' ')}`);
  }
  return found.status === 'infeasible' ? 1 : 0;
}

function percent(cost: number, bound: number): string {
  return Number.isFinite(cost) && cost > 0 ? ((100 * (cost - bound)) / cost).toFixed(2) : '0.00';
}
