// Which causes of a revision may be told with their effects: each cause of a cell is a cell of its own, judged by what it
// changed of each holding's part. GSBPM 6.4. What is withheld must not follow from the rest: the revision is known and
// the causes add up to it, so a cell tells all of its causes or none; segments add up to the total, so they do so together, and
// only where those that are not printed could tell theirs together, as the total less the others would.

import type { DisclosureParameters } from '../design/disclosure.ts';
import type { Cell } from '../design/equation.ts';
import { parseKey, TOTAL_SEGMENT } from '../design/key.ts';
import type { RevisionCause } from '../design/tables.ts';
import { codeOf } from './contributions.ts';
import { amountOf, type ContributionIndex, type HoldingContribution, rowsBehind } from './contributors.ts';
import { assessCell } from './primary.ts';
import { REPLACEMENT_ORDER } from './revise.ts';

export type CauseEffect = {
  readonly segment: string;
  readonly cause: RevisionCause;
  /** Hundredths of the unit. */
  readonly effect: bigint;
};

/** The effects that may leave of the causes of world cells of one period, one cell for each segment and the total. */
export function disclosedCauses(
  effects: ContributionIndex,
  cells: readonly Cell[],
  parameters: DisclosureParameters,
): readonly CauseEffect[] {
  const told = cells.map((cell) => ({
    segment: parseKey(cell.key)?.SEGMENT ?? TOTAL_SEGMENT,
    causes: causesOf(effects, cell, parameters),
  }));
  const isWhole = ({ segment }: { readonly segment: string }) => segment === TOTAL_SEGMENT;
  const segmentsToo =
    told.every(({ causes }) => causes !== undefined) && isRestSafe(effects, cells, parameters);
  return told
    .filter((each) => isWhole(each) || segmentsToo)
    .flatMap(({ segment, causes = [] }) => causes.map((each) => ({ segment, ...each })));
}

/** Whether what is left of the total's causes, when those of the segments are taken away, could be told. */
function isRestSafe(
  effects: ContributionIndex,
  cells: readonly Cell[],
  parameters: DisclosureParameters,
): boolean {
  const segmentOf = ({ key }: Cell) => parseKey(key)?.SEGMENT ?? TOTAL_SEGMENT;
  const rowsOf = (list: readonly Cell[]) => list.flatMap((cell) => rowsBehind(effects, cell));
  const told = new Set(rowsOf(cells.filter((cell) => segmentOf(cell) !== TOTAL_SEGMENT)));
  const rest = rowsOf(cells.filter((cell) => segmentOf(cell) === TOTAL_SEGMENT)).filter(
    (row) => !told.has(row),
  );
  return judged(effects, rest, parameters).every(({ unsafe }) => !unsafe);
}

/** Every cause of a cell with its effect; undefined where one of them would say too much of a holding. */
function causesOf(
  effects: ContributionIndex,
  cell: Cell,
  parameters: DisclosureParameters,
): readonly Omit<CauseEffect, 'segment'>[] | undefined {
  const found = judged(effects, rowsBehind(effects, cell), parameters);
  if (found.some(({ unsafe }) => unsafe)) return undefined;
  return found.map(({ cause, effect }) => ({ cause, effect }));
}

type Judged = Omit<CauseEffect, 'segment'> & { readonly unsafe: boolean };

/** The causes in some rows of effects, each judged as a cell. */
function judged(
  effects: ContributionIndex,
  behind: readonly number[],
  parameters: DisclosureParameters,
): readonly Judged[] {
  const rows = behind.filter((row) => codeOf(effects.table, 'source', row) === 'replaced');
  return REPLACEMENT_ORDER.causes.flatMap((cause) => {
    const own = rows.filter((row) => codeOf(effects.table, 'status', row) === cause);
    const holdings = byHolding(effects, own);
    if (holdings.length === 0) return [];
    const effect = holdings.reduce((sum, { value }) => sum + value, 0n);
    return [{ cause, effect, unsafe: assessCell(holdings, parameters, new Set()) !== undefined }];
  });
}

/** What a cause changed of each holding's part, the largest magnitude first. */
function byHolding({ table }: ContributionIndex, rows: readonly number[]): readonly HoldingContribution[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const holding = codeOf(table, 'holding', row);
    sums.set(holding, (sums.get(holding) ?? 0n) + amountOf(table, row));
  }
  return [...sums]
    .map(([holding, value]) => ({ holding, value }))
    .filter(({ value }) => value !== 0n)
    .sort(byMagnitude);
}

function byMagnitude(a: HoldingContribution, b: HoldingContribution): number {
  const [x, y] = [a.value < 0n ? -a.value : a.value, b.value < 0n ? -b.value : b.value];
  return x === y ? (a.holding < b.holding ? -1 : 1) : x > y ? -1 : 1;
}
