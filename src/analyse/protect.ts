// GSBPM 6.4: statistical disclosure control. Only what leaves this file may leave the office: cells that pass the
// primary rules and give no blank away, rounded once to disseminated precision; all else is Q, with one code for all.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Indicator } from '../design/domain.ts';
import { type CellId, cellId, inRelease, membersOf } from '../design/equation.ts';
import { printValue } from '../design/indicator.ts';
import { parseKey } from '../design/key.ts';
import { type Attributes, outwardAttributes } from '../design/observation.ts';
import { type Progress, progressOf } from '../design/progress-words.ts';
import type { TableValue } from '../engine/write-table.ts';
import type { AcceptedRisk } from './accepted-risk.ts';
import type { Attackers } from './audit-attackers.ts';
import type { Certificate, ProvenFacts } from './certificate.ts';
import { type DisclosureInput, type DisclosureProblem, disclosureProblem } from './disclosure-problem.ts';
import { changesIn, type Flicker, type FlickerCounts, flickerOf } from './flicker.ts';
import { acceptedPast, type PastExposure, pastExposure } from './past-exposure.ts';
import { membersOf as membersInRatio } from './printing-room.ts';
import { priceOf } from './protection-price.ts';
import { type ProtectionProblem, protectedCells } from './protection-problem.ts';
import { smallestRelaxation } from './smallest-relaxation.ts';
import { type Pattern, suppress } from './suppress.ts';
import { type Suppressed, suppressedCells } from './suppressed.ts';
import { toldShares, withoutShares } from './told-shares.ts';
import { unsafeUnions } from './unions.ts';
import { verifyCertificate } from './verify-certificate.ts';
import type { Precision } from './vintage-versions.ts';

export type ProtectionReport = {
  /** Cells of the table. */
  readonly cells: number;
  /** Suppressed for what their contributors are. */
  readonly primary: number;
  /** Suppressed because they would give another away, levels and indicators. */
  readonly secondary: number;
  /** Protected cells that an attacker can still come too close to. */
  readonly at_risk: number;
  /** What readers lose. */
  readonly cost: number;
  /** How much of the cost a bound does not prove to be needed, as a share; the cheapest pattern may well cost as much. */
  readonly gap: number;
  /** What readers lose whatever is blanked: no safe pattern costs less. */
  readonly bound: number;
  /** Protected cells audited. */
  readonly audited: number;
  /** Whom the audit covered. */
  readonly attackers: Attackers;
  /** Cells at risk, and the published figures that make it so. For the office alone. */
  readonly unprotected: readonly { readonly cell: string; readonly because: readonly string[] }[];
  /** The smallest set of printed figures without which a safe pattern exists; null when there is none, empty when none is needed. */
  readonly relax: readonly CellId[] | null;
  /** Whether that set is the smallest: there were too many candidates to try each where it is not. */
  readonly relax_is_least: boolean;
  /** How many cells came or went since the release before, by cause; those without one are named. */
  readonly changed: FlickerCounts;
  /** Protected cells that earlier releases give away, whatever this one withholds; at risk unless accepted. For the office alone. */
  readonly given: readonly CellId[];
  /** Cells that two people accepted as they are, on a ground that holds here. */
  readonly accepted: readonly AcceptedRisk[];
};

export type Protection = {
  /** Rows of PROTECTED, in the order of its columns. */
  readonly rows: readonly (readonly TableValue[])[];
  readonly report: ProtectionReport;
  readonly certificate: Certificate;
  /** Why each cell is suppressed. For the office alone. */
  readonly suppressed: readonly Suppressed[];
  /** Cells that came or went since the release before. For the office alone. */
  readonly flicker: readonly Flicker[];
};

export type ProtectionInput = Omit<DisclosureInput, 'precision'> & {
  readonly indicators: readonly Indicator[];
  /** Whom the audit covers. */
  readonly attackers: Attackers;
  readonly progress?: Progress;
};

/** How indicators print cells; employment counts persons, which are whole. */
export function precisionOf(list: readonly Indicator[]): Precision {
  const indicators = new Map(list.map((indicator) => [indicator.id, indicator]));
  return (cell) => {
    const { unitMult, decimals } = printedUnit(cell, indicators);
    return { unitMult, decimals, persons: parseKey(cell.key)?.UNIT_MEASURE === 'PS' };
  };
}

/** Protects a table of compiled cells. */
export async function protect(input: ProtectionInput): Promise<Protection> {
  const indicators = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  const problem = disclosureProblem({ ...input, precision: precisionOf(input.indicators) });
  const price = await priceOf(problem);
  input.progress?.(progressOf('bound', { bound: Math.round(price.bound) }));
  const pattern = await suppress(problem, { ...input, tally: price.tally });
  const withheld = new Set(
    input.isWithheld === undefined ? [] : input.cells.filter(input.isWithheld).map(cellId),
  );
  const blanks = blankIds(problem, pattern, withheld, input.cells);
  const certificate = certificateOf(problem, pattern);
  const unproven = verifyCertificate(provenFacts(problem, pattern), certificate, input.attackers);
  const past = pastExposure(problem, pattern, certificate, input.attackers);
  const taken = acceptedPast(past, input.accepted ?? [], pattern);
  const told = new Map([...past].filter(([cell]) => !taken.has(cell)));
  const suppressed = suppressedCells(problem, pattern.suppressed, blanks, withheld);
  const flicker = flickerOf({
    ...{ problem, suppressed, before: input.earlier?.at(-1) },
    shown: new Set(input.cells.map(cellId).filter((id) => !blanks.has(id))),
  });
  const report = {
    ...countsOf(problem, pattern, { unproven, told }, blanks),
    given: [...past.keys()].map((cell) => pattern.problem.system.ids[cell] ?? '').sort(),
    ...{ cells: input.cells.length, attackers: input.attackers },
    ...price.costAndGap(pattern.suppressed),
    ...{ bound: Math.round(price.bound), changed: changesIn(flicker) },
    ...(await concessions(problem, pattern, { taken, told }, input)),
  };
  const shares = toldShares(input);
  const rows = input.cells.map((cell) => protectedRow(cell, { blanks, told: shares }, indicators));
  return { rows, report, certificate, suppressed, flicker };
}

type Counts = Pick<ProtectionReport, 'primary' | 'secondary' | 'at_risk' | 'audited' | 'unprotected'>;
/** Cells that no witness proves, and those that the past gives away and nobody accepted. */
type Exposed = { readonly unproven: readonly number[]; readonly told: PastExposure };

function countsOf(
  { sensitivities, isCurrent }: DisclosureProblem,
  { problem, suppressed, pending, blockers }: Pattern,
  { unproven, told }: Exposed,
  blanks: ReadonlySet<CellId>,
): Counts {
  const primary = sensitivities.filter(
    (sensitivity, cell) => sensitivity !== undefined && isCurrent[cell],
  ).length;
  const exposed = new Set([...pending.keys(), ...unproven, ...told.keys()]);
  return {
    primary,
    secondary: blanks.size - primary,
    at_risk: exposed.size + unsafeUnions(problem, suppressed).length,
    audited: protectedCells(problem).length,
    unprotected: namesOf(problem, [...exposed], new Map([...told, ...blockers])),
  };
}

function certificateOf(
  { residual }: DisclosureProblem,
  { suppressed, omitted, witnesses, given }: Pattern,
): Certificate {
  return {
    suppressed: [...suppressed].sort((a, b) => a - b),
    ...(residual.size === 0 ? {} : { accepted: [...residual.keys()] }),
    omitted: [...omitted],
    witnesses,
    ...(given.length === 0 ? {} : { given }),
  };
}

/** What the verifier is given: the needs of the accepted cells as well, which it lets pass by their acceptance alone. */
function provenFacts({ residual }: DisclosureProblem, { problem }: Pattern): ProvenFacts {
  return { ...problem, residual, needs: problem.needs.map((need, cell) => residual.get(cell) ?? need) };
}

/** What was accepted, and what would have to be relaxed. */
async function concessions(
  { residual }: DisclosureProblem,
  pattern: Pattern,
  { taken, told }: { readonly taken: ReadonlySet<number>; readonly told: PastExposure },
  { accepted = [], attackers }: ProtectionInput,
): Promise<Pick<ProtectionReport, 'relax' | 'relax_is_least' | 'accepted'>> {
  const { ids } = pattern.problem.system;
  const names = new Set([...residual.keys(), ...taken].map((cell) => ids[cell]));
  const relax = await smallestRelaxation(pattern, new Set(told.keys()), attackers);
  return {
    accepted: accepted.filter(({ cell }) => names.has(cell)),
    relax: relax?.cells.map((cell) => ids[cell] ?? '') ?? null,
    relax_is_least: relax?.isLeast ?? true,
  };
}

/** Cells at risk and what makes it so: figures in the way, the cell itself where it is printed already, figures printed elsewhere. */
function namesOf(
  { system, ratios, frozen }: ProtectionProblem,
  cells: readonly number[],
  blockers: ReadonlyMap<number, readonly number[]>,
): ProtectionReport['unprotected'] {
  const nameOf = (cell: number) => system.ids[cell] ?? '';
  return [...new Set(cells)].map((cell) => ({
    cell: nameOf(cell),
    because: [
      ...new Set([...(frozen.has(cell) ? [cell] : []), ...(blockers.get(cell) ?? [])].map(nameOf)),
      ...toldElsewhere(cell, ratios),
    ],
  }));
}

/** The figures that were printed elsewhere and are made of a cell. */
function toldElsewhere(cell: number, ratios: ProtectionProblem['ratios']): readonly CellId[] {
  return ratios.flatMap((each) =>
    each.isKnown === true && membersInRatio(each).includes(cell)
      ? [inRelease(each.id ?? '', 'elsewhere')]
      : [],
  );
}

/** Suppressed levels, and every indicator that is computed from one of them or from a cell that is not in the table. */
function blankIds(
  { system, ratios, leftOut, definitions, isCurrent }: DisclosureProblem,
  { suppressed, omitted }: Pick<Pattern, 'suppressed' | 'omitted'>,
  withheld: ReadonlySet<CellId>,
  cells: readonly CompiledCell[],
): ReadonlySet<string> {
  const blank = new Set([
    ...withheld,
    ...leftOut,
    ...[...suppressed].filter((cell) => isCurrent[cell]).map((cell) => system.ids[cell] ?? ''),
    ...[...omitted].map((at) => ratios[at]?.id ?? ''),
  ]);
  for (const cell of cells) {
    const definition = definitions.get(cellId(cell));
    if (definition === undefined || cell.value === null) continue;
    const levels = membersOf(definition).filter((id) => id !== cellId(cell));
    if (levels.some((id) => blank.has(id) || !system.numberOf.has(id))) blank.add(cellId(cell));
  }
  return blank;
}

function protectedRow(
  cell: CompiledCell,
  { blanks, told }: { readonly blanks: ReadonlySet<CellId>; readonly told: ReadonlySet<CellId> },
  indicators: ReadonlyMap<string, Indicator>,
): readonly TableValue[] {
  const unit = printedUnit(cell, indicators);
  const identity = [cell.dataflow, cell.key, cell.period];
  if (blanks.has(cellId(cell))) return [...identity, null, 'Q', 'C', JSON.stringify(unitAttributes(unit))];
  const value = cell.value === null ? null : printValue(cell.value, unit);
  const outward = outwardAttributes(cell.attributes);
  return [
    ...identity,
    value,
    cell.obsStatus,
    'F',
    JSON.stringify({
      ...unitAttributes(unit),
      ...(told.has(cellId(cell)) ? outward : withoutShares(outward)),
    }),
  ];
}

type PrintedUnit = Pick<Indicator, 'unitMult' | 'decimals'>;

/** The disseminated precision of a cell; a cell of another dataflow says its own, or has that of the exports. */
function printedUnit(cell: CompiledCell, indicators: ReadonlyMap<string, Indicator>): PrintedUnit {
  const own = cell.attributes['DECIMALS'];
  if (own !== undefined)
    return { unitMult: Number(cell.attributes['UNIT_MULT'] ?? 0), decimals: Number(own) };
  const id = cell.dataflow === 'EXPORTS' ? parseKey(cell.key)?.INDICATOR : 'EXPORTS';
  const indicator = indicators.get(id ?? '');
  if (indicator === undefined) throw new Error(`no disseminated precision for ${cellId(cell)}`);
  return indicator;
}

function unitAttributes({ unitMult, decimals }: PrintedUnit): Attributes {
  return { UNIT_MULT: String(unitMult), DECIMALS: String(decimals) };
}
