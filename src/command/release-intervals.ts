// The intervals of estimated levels that a release may state: half the width in percent of the figure, where what is estimated
// would pass disclosure control as a figure of its own; for segments only where it does for each of them. GSBPM 6.4.

import type { HoldingContribution } from '../analyse/contributors.ts';
import { readEstimated } from '../analyse/imputed-part.ts';
import { assessCell } from '../analyse/primary.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import type { Observation } from '../design/observation.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { ratio, rationalOf, toDecimal } from '../design/rational.ts';
import type { MeasuredFact } from '../disseminate/quality.ts';
import type { Engine } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { halfWidthsIn, readEstimates } from './estimates.ts';
import { parametersOf } from './release-revisions.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** INTERVAL_90 of the levels of a period. */
export async function intervalFacts(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  period: string,
  released: readonly Observation[],
): Promise<readonly MeasuredFact[]> {
  const { layout, domain } = workspace;
  const path = layout.runFile(run.id, 'contributions.parquet');
  const estimates = readEstimates(workspace, run);
  if (estimates.imputed.length + estimates.grossing.cells.length === 0 || !exists(path)) return [];
  const months = monthsOf(periodOf(period));
  const parameters = parametersOf(workspace, run);
  const parts = await readEstimated(engine, path, domain.scope, months);
  const isSafe = (part: readonly HoldingContribution[]) =>
    assessCell(part, parameters, new Set()) === undefined;
  const segments = [...parts.keys()].filter((segment) => segment !== TOTAL_SEGMENT);
  const told = [
    ...(isSafe(parts.get(TOTAL_SEGMENT) ?? []) ? [TOTAL_SEGMENT] : []),
    ...(segments.every((segment) => isSafe(parts.get(segment) ?? [])) ? segments : []),
  ];
  const halfWidthOf = halfWidthsIn(estimates);
  return told.flatMap((segment) => {
    const level = released.find(
      ({ key, period: of, value }) =>
        of === period &&
        value !== null &&
        key ===
          `${periodOf(period).freq}.${domain.refArea}.W1.${segment}.EXPORTS.${domain.currency}.${domain.scope}`,
    );
    if (level?.value == null) return [];
    const printed = rationalOf(level.value);
    const dirhams = printed.numerator * 10n ** BigInt(level.attributes['UNIT_MULT'] ?? '0');
    if (dirhams <= 0n) return [];
    const half = halfWidthOf(segment, months);
    if (half === 0n) return [];
    // Centimes over dirhams are percent.
    const percent = ratio(half * printed.denominator, dirhams);
    return [
      { period, segment, measure: 'INTERVAL_90', unit: 'PC', decimals: '1', value: toDecimal(percent, 1) },
    ];
  });
}
