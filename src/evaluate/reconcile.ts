// GSBPM 6.2: compiled against published figures. Each printed figure beside the compiled exact value, the interval
// that its last digit means, and the distance. Hedged, derived and reference figures are shown, not judged.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Domain, PublishedFigure } from '../design/domain.ts';
import { cellId } from '../design/equation.ts';
import { contains, distanceFrom } from '../design/interval.ts';
import { monthsOf, periodOf, yearBefore } from '../design/period.ts';
import { inPrinted } from '../design/printed-unit.ts';
import { publishedCell } from '../design/published-cell.ts';
import { type Rational, subtract, toDecimal } from '../design/rational.ts';
import type { ReconciledRow } from '../design/reconciled-row.ts';

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
  /** Whether the months that it is made of lie among those of the run. */
  readonly covered: boolean;
};

/** Every published figure of a domain beside the compiled cells; none is left out. */
export function reconcile(domain: Domain, cells: readonly CompiledCell[]): readonly Reconciled[] {
  const byId = new Map(cells.map((cell) => [cellId(cell), cell]));
  const months = monthsCompiled(cells);
  return domain.published.map((figure) => {
    const id = cellId(publishedCell(figure, domain));
    const value = byId.get(id)?.value ?? null;
    if (value !== null) return beside(figure, id, value);
    return { ...notCompiled(figure, id, byId.get(id), cells), covered: isCovered(figure, domain, months) };
  });
}

/** Whether every figure that must be met is met, of those that the run covers; one of them that is not compiled is not met. */
export function constraintsMet(reconciled: readonly Reconciled[]): boolean {
  return constraintsCovered(reconciled).every(({ inside }) => inside === true);
}

/** The figures that must be met and can be: their months are among those of the run. */
export function constraintsCovered(reconciled: readonly Reconciled[]): readonly Reconciled[] {
  return reconciled.filter(({ figure, covered }) => figure.role === 'constraint' && covered);
}

/** A reconciled figure for programs. */
export function reconciledRow({
  figure,
  compiled,
  inside,
  distance,
  missing,
  covered,
}: Reconciled): ReconciledRow {
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
    covered,
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
    covered: true,
  };
}

type Months = { readonly first: string; readonly last: string } | null;

/** The first and the last month that a run compiled. */
function monthsCompiled(cells: readonly CompiledCell[]): Months {
  const months = [...new Set(cells.map(({ period }) => period))]
    .flatMap((period) => monthsOf(periodOf(period)))
    .sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Indicators that stand on the year before as well. */
const ON_YEAR_BEFORE: ReadonlySet<string> = new Set([
  ...['growth', 'contribution', 'cumulated_growth', 'ratio_previous_year'],
]);

function isCovered({ indicator, period }: PublishedFigure, domain: Domain, months: Months): boolean {
  if (months === null) return false;
  const kind = domain.indicators.find(({ id }) => id === indicator)?.kind ?? '';
  const own = periodOf(period);
  const needed = [...monthsOf(own), ...(ON_YEAR_BEFORE.has(kind) ? monthsOf(yearBefore(own)) : [])];
  return needed.every((month) => month >= months.first && month <= months.last);
}

function notCompiled(
  figure: PublishedFigure,
  cell: string,
  found: CompiledCell | undefined,
  cells: readonly CompiledCell[],
): Omit<Reconciled, 'covered'> {
  const missing =
    found === undefined ? whyAbsent(figure, cell, cells) : (found.attributes['COMMENT_OBS'] ?? 'no value');
  return { figure, cell, compiled: null, inside: null, distance: null, missing };
}

function whyAbsent({ scope, period }: PublishedFigure, cell: string, cells: readonly CompiledCell[]): string {
  if (!cells.some(({ key }) => key.endsWith(`.${scope}`))) return `nothing is compiled in scope ${scope}`;
  if (!cells.some((each) => each.period === period)) return `period ${period} is not complete in this run`;
  return `no cell ${cell}`;
}

/** Decimal text: exact where the value has at most eleven decimals, which dirhams in billions have. */
function exactText(value: Rational): string {
  return toDecimal(value, 11).replace(/\.?0+$/, '') || '0';
}
