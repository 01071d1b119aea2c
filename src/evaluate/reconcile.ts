// GSBPM 6.2: compiled against published figures. Each printed figure beside the compiled exact value, the interval
// that its last digit means, and the distance. Hedged, derived and reference figures are shown, not judged.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Domain, PublishedFigure } from '../design/domain.ts';
import { cellId } from '../design/equation.ts';
import { contains, distanceFrom } from '../design/interval.ts';
import { formatKey, WORLD } from '../design/key.ts';
import { inPrinted, unitFactor } from '../design/printed-unit.ts';
import { type Rational, subtract, toDecimal } from '../design/rational.ts';

/** One printed figure beside what was compiled; all values in the unit printed. */
export type Reconciled = {
  readonly figure: PublishedFigure;
  /** The cell that it is compared with: dataflow, key and period. */
  readonly cell: string;
  /** Exact; null when nothing was compiled. */
  readonly compiled: Rational | null;
  /** Null for figures without an interval and without a compiled value. */
  readonly inside: boolean | null;
  /** From the interval's nearer end, zero inside; from the printed value where there is no interval. */
  readonly distance: Rational | null;
  /** Why nothing was compiled. */
  readonly missing: string | null;
};

/** The parts of `--json`: exact values as decimal text in the unit printed. */
export type ReconciledRow = {
  readonly indicator: string;
  readonly segment: string;
  readonly freq: string;
  readonly period: string;
  readonly scope: string;
  readonly role: PublishedFigure['role'];
  readonly printed: string;
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly compiled: string | null;
  readonly inside: boolean | null;
  readonly distance: string | null;
  readonly missing: string | null;
  readonly source: string;
};

/** Every published figure of a domain beside the compiled cells; none is left out. */
export function reconcile(domain: Domain, cells: readonly CompiledCell[]): readonly Reconciled[] {
  const byId = new Map(cells.map((cell) => [cellId(cell), cell]));
  return domain.published.map((figure) => {
    const id = cellOf(figure, domain);
    const value = byId.get(id)?.value ?? null;
    return value === null ? notCompiled(figure, id, byId.get(id), cells) : beside(figure, id, value);
  });
}

/** Whether every figure that must be met is met; a figure that could not be compiled is not. */
export function constraintsMet(reconciled: readonly Reconciled[]): boolean {
  return reconciled.every(({ figure, inside }) => figure.role !== 'constraint' || inside === true);
}

/** A reconciled figure for programs. */
export function reconciledRow({ figure, compiled, inside, distance, missing }: Reconciled): ReconciledRow {
  const { indicator, segment, freq, period, scope, role, interval, unit, source } = figure;
  const text = (value: Rational | null | undefined) => (value ? exactText(value) : null);
  return {
    ...{ indicator, segment, freq, period, scope, role, printed: figure.value, unit },
    lower: text(interval?.lower),
    upper: text(interval?.upper),
    compiled: text(compiled),
    inside,
    distance: text(distance),
    missing,
    source,
  };
}

/** The interval of a hedged figure is not a promise: only intervals of printed digits are judged. */
function beside(figure: PublishedFigure, cell: string, value: Rational): Reconciled {
  const compiled = inPrinted(value, figure.unit);
  const { interval } = figure;
  const bounded = interval !== null && (interval.lower !== null || interval.upper !== null);
  return {
    figure,
    cell,
    compiled,
    inside: bounded ? contains(interval, compiled) : null,
    distance: bounded ? distanceFrom(interval, compiled) : subtract(compiled, figure.exact),
    missing: null,
  };
}

function notCompiled(
  figure: PublishedFigure,
  cell: string,
  found: CompiledCell | undefined,
  cells: readonly CompiledCell[],
): Reconciled {
  const missing =
    found === undefined ? whyAbsent(figure, cell, cells) : (found.attributes['COMMENT_OBS'] ?? 'no value');
  return { figure, cell, compiled: null, inside: null, distance: null, missing };
}

function whyAbsent({ scope, period }: PublishedFigure, cell: string, cells: readonly CompiledCell[]): string {
  if (!cells.some(({ key }) => key.endsWith(`.${scope}`))) return `nothing is compiled in scope ${scope}`;
  if (!cells.some((each) => each.period === period)) return `period ${period} is not complete in this run`;
  return `no cell ${cell}`;
}

function cellOf({ indicator, segment, freq, period, scope, unit }: PublishedFigure, domain: Domain): string {
  if (unitFactor(unit) === undefined) throw new RangeError(`not a printed unit: ${unit}`);
  const measure = domain.indicators.find(({ id }) => id === indicator)?.unit ?? unit;
  const key = {
    FREQ: freq,
    REF_AREA: domain.refArea,
    COUNTERPART_AREA: WORLD,
    SEGMENT: segment,
    INDICATOR: indicator,
    UNIT_MEASURE: measure,
    SCOPE: scope,
  };
  return cellId({ dataflow: 'EXPORTS', key: formatKey(key), period });
}

/** Decimal text: exact where the value has at most eleven decimals, which dirhams in billions have. */
function exactText(value: Rational): string {
  return toDecimal(value, 11).replace(/\.?0+$/, '') || '0';
}
