// GSBPM 6.4: from compiled cells and their contributions to the linked problem of disclosure control.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { DisclosureParameters } from '../design/disclosure.ts';
import { type LinkedSystem, sumRows, systemOf } from '../design/disclosure-system.ts';
import { type CellId, cellId, type Equation } from '../design/equation.ts';
import { type EquationStructure, publishedEquations } from '../design/equations.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { PER_YEAR, periodOf } from '../design/period.ts';
import { NOBODY } from '../design/tables.ts';
import { type AcceptedRisk, acceptedNumbers } from './accepted-risk.ts';
import { needSince, type Stake } from './audit-attackers.ts';
import type { ContributionIndex, HoldingContribution } from './contributors.ts';
import { assessCell, type Sensitivity } from './primary.ts';
import { knownFigures, levelsTold, type PrintedElsewhere } from './printed-elsewhere.ts';
import { definitionsOf, type NamedRatio, ratiosIn } from './printed-ratios.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import { type Precision, type Version, type Versions, type Vintage, versionsOf } from './vintage-versions.ts';

export type DisclosureInput = {
  readonly cells: readonly CompiledCell[];
  readonly indexes: readonly ContributionIndex[];
  /** What was released before, withdrawn releases too, in the order of publication. */
  readonly earlier?: readonly Vintage[];
  readonly structure: EquationStructure;
  readonly parameters: DisclosureParameters;
  readonly waived: ReadonlySet<string>;
  /** The disseminated precision of a cell. */
  readonly precision: Precision;
  /** Figures that are public already, by cell: they are known to every attacker and not taken back. */
  readonly published?: ReadonlySet<CellId>;
  /** The same with all ratios, as they were printed: every table keeps them, whatever is blank. */
  readonly elsewhere?: readonly PrintedElsewhere[];
  /** Cells that two people accepted as they are. */
  readonly accepted?: readonly AcceptedRisk[];
  /** Whether a cell is not to be printed in the newest vintage, whatever it holds: another stands for it. */
  readonly isWithheld?: (cell: CompiledCell) => boolean;
};

export type DisclosureProblem = ProtectionProblem & {
  readonly ratios: readonly NamedRatio[];
  /** Ratios of printed levels that the release before left out, and whose levels are what they were: left out again. */
  readonly leftOut: ReadonlySet<CellId>;
  /** Whether a numbered cell is of the newest vintage. */
  readonly isCurrent: readonly boolean[];
  /** The number that each level had in the release before; the same one where nothing of it was revised. */
  readonly numbersBefore: ReadonlyMap<CellId, number>;
  /** The sensitive cells that were accepted as they are, by number, and what they would have needed. */
  readonly residual: ReadonlyMap<number, bigint>;
  /** By cell number; undefined where the primary rules have nothing against it, or it was accepted. */
  readonly sensitivities: readonly (Sensitivity | undefined)[];
  /** What defines each cell that is not a level, by its id. */
  readonly definitions: ReadonlyMap<CellId, Equation>;
};

/** Numbers the cells that have contributors in any vintage, judges each, and links them by the published sums. */
export function disclosureProblem(input: DisclosureInput): DisclosureProblem {
  const vintages = [...(input.earlier ?? []), { ...input, release: null, printed: new Set<CellId>() }];
  const versions = versionsOf(vintages);
  const { list } = versions;
  const names = holdingNames(list);
  const judged = list.map(({ contributions }) => assessCell(contributions, input.parameters, input.waived));
  const { elsewhere = [], published = NOTHING } = input;
  const { currency } = input.structure;
  const told = new Set([...published, ...levelsTold(elsewhere, currency)]);
  const facts = { ...input, versions, sensitivities: judged, published: told };
  const accepted = acceptedNumbers(input.accepted ?? [], facts);
  const sensitivities = judged.map((sensitivity, at) => (accepted.has(at) ? undefined : sensitivity));
  const [values, sizes, follows] = [list.map(amountOf), list.map(sizeOf), followsOf(versions)];
  const { ratios, leftOut } = ratiosIn(vintages, versions, input);
  return {
    system: systemOver(vintages, versions, input.structure),
    values,
    sizes,
    needs: sensitivities.map((sensitivity, at) =>
      needSince(sensitivity?.upper ?? 0n, follows.get(at), sizes),
    ),
    follows,
    stakes: stakesOf(
      list.map(({ contributions }) => contributions),
      names,
    ),
    p: input.parameters.p,
    totals: totalsOf(list, sensitivities, input.parameters),
    steps: list.map((version) => stepOver(version, vintages, input.precision)),
    leftOut,
    ratios: [
      ...ratios,
      ...knownFigures(elsewhere, versions.numbers.at(-1) ?? new Map(), { values, currency }),
    ],
    costs: list.map((version) => costIn(version, input)),
    frozen: numbersWhere(
      list,
      (version, at) => version.isPrinted || isPublicLevel(version, accepted.get(at)),
    ),
    blank: numbersWhere(
      list,
      (version, at) =>
        !isPublicLevel(version, accepted.get(at)) &&
        (isBlank(version, sensitivities[at]) || isHeldBack(version, input)),
    ),
    residual: new Map([...accepted.keys()].map((at) => [at, judged[at]?.upper ?? 0n])),
    bounded: numbersWhere(list, ({ kind }) => kind === 'revision'),
    needOfUnion: (stakes) => needOfUnion(stakes, names, input),
    isCurrent: list.map(({ isCurrent }) => isCurrent),
    numbersBefore: versions.numbers.at(-2) ?? new Map(),
    sensitivities,
    definitions: definitionsOf(input.cells, input.structure),
  };
}

const NOTHING: ReadonlySet<CellId> = new Set();

function numbersWhere(
  list: readonly Version[],
  holds: (version: Version, at: number) => boolean,
): ReadonlySet<number> {
  return new Set([...list.keys()].filter((at) => list[at] !== undefined && holds(list[at], at)));
}

/** Not to be printed, and printed by no release as it is. */
function isHeldBack(version: Version, { isWithheld }: DisclosureInput): boolean {
  return (
    version.kind === 'level' && version.isCurrent && !version.isPrinted && isWithheld?.(version.cell) === true
  );
}

/** A level that everybody knows and two people accepted: it is printed, and known to every attacker. */
function isPublicLevel({ kind }: Version, risk: AcceptedRisk | undefined): boolean {
  return kind === 'level' && risk?.ground === 'public';
}

/** Not printed whatever the pattern: unsafe by itself, or blank before and not revised since. */
function isBlank({ isPrinted, isCurrent, wasBlank }: Version, sensitivity: Sensitivity | undefined): boolean {
  return !isPrinted && (!isCurrent || wasBlank || sensitivity !== undefined);
}

/** The sums of every vintage, and that each later version is the earlier one and the revision. */
function systemOver(
  vintages: readonly Vintage[],
  { list, numbers, revisions }: Versions,
  structure: EquationStructure,
): LinkedSystem {
  const sums = vintages.flatMap(({ cells }, at) =>
    sumRows(publishedEquations(cells, structure), numbers[at] ?? new Map()),
  );
  const differences = revisions.map(([revision, later, earlier]) => ({
    cells: [revision, later, earlier],
    signs: [1, -1, 1],
  }));
  const rows = new Map([...sums, ...differences].map((row) => [row.cells.join(' '), row]));
  return systemOf(
    list.map(({ id }) => id),
    [...rows.values()],
  );
}

/**
 * What all contributions add up to where the p % rule alone is against a cell, so that it says what each of those behind it may
 * know. Where others are known beforehand to q %, or something was imputed, the whole need is asked.
 */
function totalsOf(
  list: readonly Version[],
  sensitivities: readonly (Sensitivity | undefined)[],
  { q }: DisclosureParameters,
): ReadonlyMap<number, bigint> {
  const isByP = (at: number) => sensitivities[at]?.rules.every((rule) => rule === 'p') === true;
  return new Map(
    [...list.entries()].flatMap(([at, { contributions }]) =>
      q === null && isByP(at) && contributions.every(({ imputed }) => imputed === undefined)
        ? [[at, contributions.reduce((sum, { value }) => sum + magnitude(value), 0n)] as const]
        : [],
    ),
  );
}

function amountOf({ kind, cell, contributions }: Version): bigint {
  return kind === 'level' ? hundredths(cell) : contributions.reduce((sum, { value }) => sum + value, 0n);
}

/** How large a flow can be taken to be beforehand; of a revision, all that moved either way. */
function sizeOf(version: Version): bigint {
  if (version.kind === 'level') return magnitude(amountOf(version));
  return version.contributions.reduce((sum, { value }) => sum + magnitude(value), 0n);
}

/** The revisions since a version of the figure was printed, by the number of the version. */
function followsOf({ list, revisions }: Versions): ReadonlyMap<number, readonly number[]> {
  const follows = new Map<number, readonly number[]>();
  for (const [revision, later, earlier] of revisions) {
    const before = list[earlier]?.isPrinted === true ? [] : follows.get(earlier);
    if (before !== undefined) follows.set(later, [...before, revision]);
  }
  return follows;
}

/** What was blank before it was revised is the cheapest to blank again: a figure does not come and go without cause. */
function costIn({ cell, followsBlank }: Version, input: DisclosureInput): number {
  return costOf(cell) * (isKept(cell, input) ? KEEPING : 1) * (followsBlank ? 0.2 : 1);
}

/** What is kept costs so many times as much: it is blanked when nothing else protects. */
const KEEPING = 50;

/** The headline, the years of the segments and what was printed elsewhere are blanked last. */
function isKept(cell: CompiledCell, input: DisclosureInput): boolean {
  if (input.published?.has(cellId(cell)) === true) return true;
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  if (key === undefined || key.COUNTERPART_AREA !== WORLD) return false;
  return key.SEGMENT === TOTAL_SEGMENT || (key.FREQ === 'A' && key.INDICATOR === 'EXPORTS');
}

/** Value weighed by what readers need most: totals before parts, years before months, the headline before all. */
function costOf(cell: CompiledCell): number {
  const millions = Number(magnitude(hundredths(cell)) / 100_000_000n);
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  const isTotal = key !== undefined && key.SEGMENT === TOTAL_SEGMENT;
  const isWorld = key === undefined || key.COUNTERPART_AREA === WORLD;
  const weight = (isTotal ? 8 : 1) * (isWorld ? 8 : 1) * (12 / PER_YEAR[periodOf(cell.period).freq]);
  return weight * (1 + Math.sqrt(millions));
}

/** The finest step in which any vintage prints a version: digits that were printed once stay known. */
function stepOver(
  { cell, isCurrent, printedBy }: Version,
  vintages: readonly Vintage[],
  newest: Precision,
): bigint {
  const own = isCurrent || printedBy.length === 0 ? [newest] : [];
  const steps = [...own, ...printedBy.map((at) => vintages[at]?.precision ?? newest)].map((precision) =>
    stepOf(cell, precision),
  );
  return steps.sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
}

/** Hundredths of the unit in one printed unit; persons are whole, so that their rounding hides nothing. */
function stepOf(cell: CompiledCell, precision: Precision): bigint {
  const { unitMult, decimals, persons } = precision(cell);
  return persons ? 0n : 10n ** BigInt(2 + unitMult) / 10n ** BigInt(decimals);
}

/** All holdings that know their own part, in the order of their names. */
function holdingNames(list: readonly Version[]): readonly string[] {
  const names = list.flatMap(({ contributions }) => contributions.map(({ holding }) => holding));
  return [...new Set(names)].filter((name) => name !== NOBODY).sort();
}

function needOfUnion(
  stakes: readonly Stake[],
  names: readonly string[],
  { parameters, waived }: DisclosureInput,
): bigint {
  const contributions = stakes.map(({ holding, amount }) => ({
    holding: names[holding] ?? '',
    value: amount,
  }));
  return assessCell(contributions, parameters, waived)?.upper ?? 0n;
}

/** Contributions with holdings as numbers. */
function stakesOf(
  contributions: readonly (readonly HoldingContribution[])[],
  names: readonly string[],
): readonly (readonly Stake[])[] {
  const numberOf = new Map(names.map((name, at) => [name, at]));
  return contributions.map((list) =>
    list.flatMap(({ holding, value }) => {
      const number = numberOf.get(holding);
      return number === undefined ? [] : [{ holding: number, amount: magnitude(value) }];
    }),
  );
}

function hundredths({ value }: CompiledCell): bigint {
  return value === null ? 0n : (value.numerator * 100n) / value.denominator;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
