// The largest that did not declare, as the office of the demonstration treats them: called back, estimated by one person at
// what they had in their last month, approved by another, until their declaration comes. GSBPM 5.4.

import { partName, readParts } from '../analyse/unit-month.ts';
import { formatScaled } from '../design/rational.ts';
import { adjustCell, adjustmentsOf, approveAdjustment } from './adjust.ts';
import { readEstimates } from './estimates.ts';
import { latestRun } from './runs.ts';
import { sourcesOf } from './trace.ts';
import { openWorkspace, workspaceEngine } from './workspace.ts';

/** Records and approves an estimate for each of the largest missing in the newest run; returns their number. */
export async function estimateLargest(root: string, at: string): Promise<number> {
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    const run = latestRun(workspace, 'processed');
    const known = new Set(
      adjustmentsOf(workspace).map(({ enterprise, segment, month }) => `${enterprise} ${segment} ${month}`),
    );
    const missing = readEstimates(workspace, run).callBack.filter(
      ({ enterprise, segment, month }) => !known.has(`${enterprise} ${segment} ${month}`),
    );
    const { lines, months } = sourcesOf(workspace, run, engine);
    const parts = await readParts(engine, months.flatMap(lines), missing);
    const { refArea, currency, scope } = workspace.domain;
    for (const { source, sender, enterprise, segment, month, base, last } of missing) {
      const own = parts.get(partName({ source, sender, enterprise, segment }, base)) ?? [];
      const [main] = own.filter(({ partner }) => partner !== null).toSorted(bySize);
      if (main === undefined) continue;
      const seq = await adjustCell(
        workspace,
        engine,
        {
          cell: `M.${refArea}.${main.partner}.${segment}.EXPORTS.${currency}.${scope}/${month}`,
          amount: formatScaled(last, 2),
          ...{ ebops: main.ebops, enterprise, source },
        },
        { author: 'expert (synthetic)', reason: `called back; as in ${base}`, cause: 'late', at },
      );
      approveAdjustment(workspace, seq, 'head of section (synthetic)', at);
    }
    return missing.length;
  } finally {
    engine.close();
    workspace.store.close();
  }
}

function bySize(a: { readonly centimes: bigint }, b: { readonly centimes: bigint }): number {
  return a.centimes > b.centimes ? -1 : a.centimes < b.centimes ? 1 : 0;
}
