// The claims of one text as a linear program over the levels that they speak of, in billions: shares and growth are
// linear in levels once their numbers are given. The published equations and figures are its other rows.

import { type Equation, parseCellId } from '../design/equation.ts';
import { publishedEquations } from '../design/equations.ts';
import type { Interval } from '../design/interval.ts';
import { parseKey, TOTAL_SEGMENT } from '../design/key.ts';
import { formatPeriod, type Period, partsOf, periodOf, yearBefore } from '../design/period.ts';
import { type Rational, toNumber } from '../design/rational.ts';
import type { Steps } from '../engine/slices.ts';
import type { BoundClaim } from './bind-claim.ts';
import { type Fact, figureCell, type Knowledge } from './claim-knowledge.ts';

/** Σ coefficient × level, at least `lower` and at most `upper`. */
export type Row = {
  readonly terms: readonly (readonly [coefficient: number, cell: string])[];
  readonly lower: number | null;
  readonly upper: number | null;
};

const BILLION = 1e9;

/** The rows of a claim whose number lies in an interval; none for what is not linear in levels. */
export function rowsOfClaim(claim: BoundClaim, interval: Interval, knowledge: Knowledge): readonly Row[] {
  const level = levelOf(knowledge);
  const own = claim.segment.split('+').map((segment) => level(segment, claim.period));
  if (claim.indicator === 'EXPORTS')
    return [
      rowOf(
        own.map((cell) => [1, cell] as const),
        interval,
        BILLION,
      ),
    ];
  const base = baseOf(claim, level);
  return base === undefined ? [] : shareRows(own, base, interval, claim.indicator === 'EXPORTS_YOY' ? 1 : 0);
}

/** What a rate is a part of: the total, the same segment earlier, the whole year before. */
function baseOf(
  { indicator, segment, period, against }: BoundClaim,
  level: (segment: string, period: Period) => string,
): readonly string[] | undefined {
  const earlier = (at: Period) => segment.split('+').map((each) => level(each, at));
  if (indicator === 'EXPORTS_SHARE') return [level(TOTAL_SEGMENT, period)];
  if (indicator === 'EXPORTS_YOY') return earlier(against ?? yearBefore(period));
  if (indicator === 'EXPORTS_RATIO_PY')
    return earlier(against ?? { freq: 'A', year: period.year - 1, index: 1 });
  return undefined;
}

/** part / base − `less` within an interval of percent: part − (less + bound) × base on each side. */
function shareRows(
  part: readonly string[],
  base: readonly string[],
  { lower, upper }: Interval,
  less: number,
): readonly Row[] {
  const side = (bound: Rational | null, isLower: boolean): readonly Row[] => {
    if (bound === null) return [];
    const terms = [
      ...part.map((cell) => [1, cell] as const),
      ...base.map((cell) => [-(less + toNumber(bound) / 100), cell] as const),
    ];
    return [{ terms, lower: isLower ? 0 : null, upper: isLower ? null : 0 }];
  };
  return [...side(lower, true), ...side(upper, false)];
}

/** What is published around claims of these rows: printed shares and growth, sums over segments and time; levels are bounds. */
export function* publishedRows(claimed: readonly Row[], knowledge: Knowledge): Steps<readonly Row[]> {
  const named = new Set(claimed.flatMap(({ terms }) => terms.map(([, cell]) => cell)));
  const cells = cellsAround(named, knowledge);
  yield;
  const equations = publishedEquations(cells.map(parseCellId), knowledge.structure);
  yield;
  const all = new Set(cells);
  return [
    ...cells.map((cell) => rowOf([[1, cell]], knowledge.intervalOf(cell), BILLION)),
    ...equations.flatMap(sumRow),
    ...cells.flatMap((cell) => ratioRows(cell, knowledge, all)),
  ];
}

function sumRow(equation: Equation): readonly Row[] {
  if (equation.kind !== 'sum') return [];
  const parts = equation.parts.map((cell) => [-1, cell] as const);
  return [{ terms: [[1, equation.total], ...parts], lower: 0, upper: 0 }];
}

/**
 * The levels of all segments in the years of the claims and the years before: whole, halves and quarters. Parts of which
 * nothing is claimed or known are left out: any whole can be split into them.
 */
function cellsAround(named: ReadonlySet<string>, knowledge: Knowledge): readonly string[] {
  const years = new Set([...named].map((cell) => periodOf(parseCellId(cell).period).year));
  const around = new Set([...years].flatMap((year) => [year - 1, year]));
  const cellsOf = cellsOfPeriods(knowledge);
  const says = (cell: string) => named.has(cell) || isKnown(cell, knowledge);
  return [...around].sort().flatMap((year) => {
    const whole: Period = { freq: 'A', year, index: 1 };
    const [wholes, halves] = [cellsOf([whole]), cellsOf(partsOf(whole, 'S'))];
    const quarters = cellsOf(partsOf(whole, 'Q'));
    if (quarters.some(says)) return [...wholes, ...halves, ...quarters];
    if (halves.some(says)) return [...wholes, ...halves];
    return wholes.some(says) ? wholes : [];
  });
}

function cellsOfPeriods(knowledge: Knowledge): (periods: readonly Period[]) => readonly string[] {
  const level = levelOf(knowledge);
  const codes = [TOTAL_SEGMENT, ...knowledge.structure.segments];
  return (periods) => periods.flatMap((period) => codes.map((segment) => level(segment, period)));
}

/** Whether anything but "not negative" is known of a level, or of its share or growth. */
function isKnown(cell: string, knowledge: Knowledge): boolean {
  const { lower, upper } = knowledge.intervalOf(cell);
  if (upper !== null || (lower !== null && lower.numerator > 0n)) return true;
  return RATES.some((indicator) => printedOf(cell, indicator, knowledge).length > 0);
}

const RATES = ['EXPORTS_SHARE', 'EXPORTS_YOY'];

function printedOf(cell: string, indicator: string, knowledge: Knowledge): readonly Fact[] {
  const { key, period } = parseCellId(cell);
  const segment = parseKey(key)?.SEGMENT ?? TOTAL_SEGMENT;
  const facts = knowledge.factsOf(figure(knowledge, indicator, segment, periodOf(period)));
  return facts.filter(({ role }) => role === 'constraint');
}

function ratioRows(cell: string, knowledge: Knowledge, cells: ReadonlySet<string>): readonly Row[] {
  const { key, period } = parseCellId(cell);
  const segment = parseKey(key)?.SEGMENT ?? TOTAL_SEGMENT;
  const level = levelOf(knowledge);
  const at = periodOf(period);
  const printed = (indicator: string) => printedOf(cell, indicator, knowledge);
  const earlier = level(segment, yearBefore(at));
  return [
    ...printed('EXPORTS_SHARE').flatMap(({ interval }) =>
      shareRows([cell], [level(TOTAL_SEGMENT, at)], interval, 0),
    ),
    ...(cells.has(earlier) ? printed('EXPORTS_YOY') : []).flatMap(({ interval }) =>
      shareRows([cell], [earlier], interval, 1),
    ),
  ];
}

function levelOf(knowledge: Knowledge): (segment: string, period: Period) => string {
  return (segment, period) => figure(knowledge, 'EXPORTS', segment, period);
}

function figure({ structure }: Knowledge, indicator: string, segment: string, period: Period): string {
  const { freq } = period;
  return figureCell(structure, {
    indicator,
    segment,
    freq,
    period: formatPeriod(period),
    scope: structure.scope,
  });
}

function rowOf(terms: Row['terms'], { lower, upper }: Interval, unit: number): Row {
  const scaled = (bound: Rational | null) => (bound === null ? null : toNumber(bound) / unit);
  return { terms, lower: scaled(lower), upper: scaled(upper) };
}

/** A thousand dirhams: rows give way by so much, so that rounding inside the solver calls nothing a conflict. */
const MARGIN = 1e-6;

/** Writes programs in the LP format that HiGHS reads; what a row says is written once, however many programs have it. */
export function programWriter(): (rows: readonly Row[]) => string {
  const names = new Map<string, string>();
  const written = new Map<Row, string>();
  const nameOf = (cell: string) => {
    const name = names.get(cell) ?? `x${names.size}`;
    names.set(cell, name);
    return name;
  };
  const textOf = (row: Row) => {
    const text = written.get(row) ?? rowText(row, `r${written.size}`, nameOf);
    written.set(row, text);
    return text;
  };
  return (rows) => `Minimize\n obj: 0 x0\nSubject To\n${rows.map(textOf).join('')}End\n`;
}

function rowText({ terms, lower, upper }: Row, name: string, nameOf: (cell: string) => string): string {
  const left = terms.map(([by, cell]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${nameOf(cell)}`).join(' ');
  const least = lower === null ? '' : ` l${name}: ${left} >= ${lower - MARGIN}\n`;
  return upper === null ? least : `${least} u${name}: ${left} <= ${upper + MARGIN}\n`;
}
