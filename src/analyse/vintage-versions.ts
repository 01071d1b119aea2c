// GSBPM 6.4: cells over all vintages. A cell whose contributions did not change from one release to the next is one
// version of it, whatever was printed when; where they changed, there are two, and the revision between them, which has
// contributors of its own and is known to whoever knows both.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type CellId, cellId, inRelease } from '../design/equation.ts';
import { NOBODY } from '../design/tables.ts';
import { type ContributionIndex, contributionsOf, type HoldingContribution } from './contributors.ts';

/** The cells of one release, published or to be. */
export type Vintage = {
  /** Of the release, such as `2024/1`; null for what is to be released. */
  readonly release: string | null;
  readonly cells: readonly CompiledCell[];
  readonly indexes: readonly ContributionIndex[];
  /** The cells that were printed with a value. */
  readonly printed: ReadonlySet<CellId>;
  /** How it printed them; as the newest vintage does when it does not say. */
  readonly precision?: Precision;
};

/** How a cell is printed: in 10^unitMult of its unit, to so many decimals. */
export type Precision = (cell: CompiledCell) => {
  readonly unitMult: number;
  readonly decimals: number;
  readonly persons: boolean;
};

export type Version = {
  /** The cell's own id in the newest vintage, with the release behind it in earlier ones. */
  readonly id: CellId;
  readonly cell: CompiledCell;
  readonly contributions: readonly HoldingContribution[];
  /** A cell as it was or is, or a revision from one version to the next. */
  readonly kind: 'level' | 'revision';
  readonly isPrinted: boolean;
  /** The numbers of the vintages that printed it. */
  readonly printedBy: readonly number[];
  /** Blank in an earlier release, and never printed. */
  readonly wasBlank: boolean;
  /** The version before it was blank. */
  readonly followsBlank: boolean;
  readonly isCurrent: boolean;
};

export type Versions = {
  readonly list: readonly Version[];
  /** The version of each level cell in each vintage, by its number in the list. */
  readonly numbers: readonly ReadonlyMap<CellId, number>[];
  /** For each revision, its number and those of the later and the earlier version. */
  readonly revisions: readonly (readonly [number, number, number])[];
};

/** Numbers the versions of all level cells; vintages in the order of their publication, the newest last. */
export function versionsOf(vintages: readonly Vintage[]): Versions {
  const drafts: Draft[] = [];
  const latest = new Map<CellId, number>();
  const pairs: (readonly [number, number])[] = [];
  const numbers = vintages.map((vintage, number) => {
    const known = new Map<CellId, number>();
    for (const cell of vintage.cells.filter(({ contributors }) => contributors !== null)) {
      const id = cellId(cell);
      const contributions = contributionsBehind(cell, vintage.indexes);
      const before = latest.get(id);
      const version = isUnrevised(before, drafts, contributions) ? before : drafts.length;
      if (version === drafts.length) {
        const followsBlank = before !== undefined && isNeverPrinted(drafts[before]);
        drafts.push({ cell, contributions, followsBlank, ...FRESH, printedBy: [] });
        if (before !== undefined) pairs.push([version, before]);
        latest.set(id, version);
      }
      mark(drafts[version], vintage, number, id);
      known.set(id, version);
    }
    return known;
  });
  const levels = drafts.map(levelOf);
  const revisions = pairs.map(([later, earlier]) => revisionOf(drafts[later], drafts[earlier]));
  return {
    list: [...levels, ...revisions],
    numbers,
    revisions: pairs.map(([later, earlier], at) => [levels.length + at, later, earlier]),
  };
}

type Draft = {
  readonly cell: CompiledCell;
  readonly followsBlank: boolean;
  readonly contributions: readonly HoldingContribution[];
  /** The last release that it was in; null when it is in the newest vintage. */
  release: string | null;
  isPrinted: boolean;
  wasBlank: boolean;
  readonly printedBy: number[];
};

const FRESH = { release: null, isPrinted: false, wasBlank: false };

function isNeverPrinted(draft: Draft | undefined): boolean {
  return draft?.wasBlank === true && !draft.isPrinted;
}

function isUnrevised(
  before: number | undefined,
  drafts: readonly Draft[],
  contributions: readonly HoldingContribution[],
): before is number {
  const old = before === undefined ? undefined : drafts[before]?.contributions;
  return (
    old?.length === contributions.length &&
    contributions.every(({ holding, value }, at) => old[at]?.holding === holding && old[at].value === value)
  );
}

function mark(draft: Draft | undefined, { release, printed }: Vintage, number: number, id: CellId): void {
  if (draft === undefined) return;
  draft.release = release;
  if (release === null) return;
  if (printed.has(id)) {
    draft.isPrinted = true;
    draft.printedBy.push(number);
  } else draft.wasBlank = true;
}

function levelOf(draft: Draft): Version {
  const { cell, contributions, release, isPrinted, printedBy, followsBlank } = draft;
  const id = release === null ? cellId(cell) : inRelease(cellId(cell), release);
  return {
    id,
    cell,
    contributions,
    kind: 'level',
    isPrinted,
    printedBy,
    wasBlank: isNeverPrinted(draft),
    followsBlank,
    isCurrent: release === null,
  };
}

/** What each holding's part was revised by, the largest magnitude first, ties by code. */
function revisionOf(later: Draft | undefined, earlier: Draft | undefined): Version {
  if (later === undefined || earlier === undefined) throw new Error('a revision needs two versions');
  const sums = new Map(later.contributions.map(({ holding, value }) => [holding, value]));
  for (const { holding, value } of earlier.contributions)
    sums.set(holding, (sums.get(holding) ?? 0n) - value);
  const contributions = [...sums]
    .map(([holding, value]) => ({ holding, value }))
    .filter(({ value }) => value !== 0n)
    .sort((a, b) => byMagnitude(a, b));
  return {
    id: inRelease(cellId(later.cell), `revision of ${earlier.release ?? ''}`),
    cell: later.cell,
    contributions,
    kind: 'revision',
    isPrinted: false,
    printedBy: [],
    wasBlank: false,
    followsBlank: false,
    isCurrent: false,
  };
}

function contributionsBehind(
  cell: CompiledCell,
  indexes: readonly ContributionIndex[],
): readonly HoldingContribution[] {
  const found = indexes.map((index) => contributionsOf(index, cell)).find((list) => list.length > 0) ?? [];
  const known = found.filter(({ holding }) => holding !== NOBODY).length;
  if (known !== cell.contributors) {
    throw new Error(`${cellId(cell)} has ${cell.contributors} contributors, and ${known} were found`);
  }
  return found;
}

function byMagnitude(a: HoldingContribution, b: HoldingContribution): number {
  const [x, y] = [a.value < 0n ? -a.value : a.value, b.value < 0n ? -b.value : b.value];
  return x === y ? (a.holding < b.holding ? -1 : 1) : x > y ? -1 : 1;
}
