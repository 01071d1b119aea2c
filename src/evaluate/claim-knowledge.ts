// What is publicly known of each figure, as an interval: printed figures, and what follows from them through the
// published equations. Bounds are tightened by repeated exact propagation, rounded outward so that they stay sound.

import { type CellId, cellId, type Equation, membersOf, parseCellId } from '../design/equation.ts';
import { impliedInterval } from '../design/equation-interval.ts';
import { type EquationStructure, publishedEquations } from '../design/equations.ts';
import { EVERYTHING, type Interval, intersect } from '../design/interval.ts';
import { formatKey, parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { FREQUENCIES, formatPeriod, type Period, partsOf, periodOf } from '../design/period.ts';
import { add, multiply, type Rational, ratio, rationalOf } from '../design/rational.ts';
import { allAtOnce, type Steps } from '../engine/slices.ts';

/** One printed figure: its interval in UNIT_MEASURE (dirhams, percent, persons), and where it was printed. */
export type Fact = {
  readonly cell: CellId;
  readonly interval: Interval;
  /** As printed, with its unit: "13.4 MAD_BN". */
  readonly printed: string;
  readonly source: string;
  /** ISO day of publication; null when always known. */
  readonly day: string | null;
  /** `reference` figures stand beside the system: another scope or indicator. */
  readonly role: 'constraint' | 'hedged' | 'derived' | 'reference';
  readonly obsStatus: string | null;
};

export type Knowledge = {
  /** Everything printed of a cell. */
  readonly factsOf: (cell: CellId) => readonly Fact[];
  /** The tightest interval that the printed figures allow; everything when nothing is known. */
  readonly intervalOf: (cell: CellId) => Interval;
  /** Figures of the same indicator, segment and period in another scope: nothing that a figure of ours can be held against. */
  readonly elsewhere: (cell: CellId) => readonly Fact[];
  readonly cells: readonly CellId[];
  readonly structure: EquationStructure;
};

/** Units in which figures are printed, in UNIT_MEASURE. */
export const PRINTED_UNITS: {
  readonly [unit: string]: { readonly measure: string; readonly factor: bigint };
} = {
  MAD_BN: { measure: 'MAD', factor: 1_000_000_000n },
  MAD_MN: { measure: 'MAD', factor: 1_000_000n },
  MAD: { measure: 'MAD', factor: 1n },
  PERCENT: { measure: 'PC', factor: 1n },
  PP: { measure: 'PP', factor: 1n },
  PERSONS: { measure: 'PS', factor: 1n },
};

/** The unit in which an indicator's exact values are. */
export function measureOf(indicator: string, currency: string): string {
  if (indicator === 'EMPLOYMENT_GROWTH') return 'PC';
  if (indicator.startsWith('EMPLOYMENT')) return 'PS';
  if (indicator === 'EXPORTS_CONTRIB' || indicator === 'EXPORTS_SHARE_CHANGE') return 'PP';
  return /_(YOY|SHARE|RATIO_PY)$/.test(indicator) ? 'PC' : currency;
}

/** The id of a figure of the whole world. */
export function figureCell(
  structure: Pick<EquationStructure, 'refArea' | 'currency'>,
  figure: {
    readonly indicator: string;
    readonly segment: string;
    readonly freq: string;
    readonly period: string;
    readonly scope: string;
  },
): CellId {
  const key = formatKey({
    FREQ: figure.freq,
    REF_AREA: structure.refArea,
    COUNTERPART_AREA: WORLD,
    SEGMENT: figure.segment,
    INDICATOR: figure.indicator,
    UNIT_MEASURE: measureOf(figure.indicator, structure.currency),
    SCOPE: figure.scope,
  });
  return cellId({ dataflow: 'EXPORTS', key, period: figure.period });
}

/** Knowledge from the facts public on a day; facts of other scopes never meet in an equation. */
export function knowledgeOf(
  facts: readonly Fact[],
  structure: EquationStructure,
  day: string | null,
): Knowledge {
  return allAtOnce(knowledgeSteps(facts, structure, day));
}

/** The same in steps, none of them long. */
export function* knowledgeSteps(
  facts: readonly Fact[],
  structure: EquationStructure,
  day: string | null,
): Steps<Knowledge> {
  const known = facts.filter((fact) => day === null || fact.day === null || fact.day <= day);
  const byCell = Map.groupBy(known, (fact) => fact.cell);
  const table = tableAround(known, structure);
  yield;
  const intervals = yield* tighten(table, byCell, structure);
  const foreign = Map.groupBy(
    known.filter(({ cell }) => !isOfScope(cell, structure.scope)),
    ({ cell }) => withoutScope(cell),
  );
  return {
    factsOf: (cell) => byCell.get(cell) ?? [],
    intervalOf: (cell) => intervals.get(cell) ?? EVERYTHING,
    elsewhere: (cell) => foreign.get(withoutScope(cell)) ?? [],
    cells: table,
    structure,
  };
}

function isOfScope(cell: CellId, scope: string): boolean {
  return parseKey(parseCellId(cell).key)?.SCOPE === scope;
}

/** The key of a cell without its last dimension, and its period. */
function withoutScope(cell: CellId): string {
  const period = cell.lastIndexOf('/');
  return `${cell.slice(cell.indexOf('/') + 1, cell.lastIndexOf('.', period))} ${cell.slice(period + 1)}`;
}

/** Every figure that the facts can say something about: all segments, all parts of their years, levels and ratios. */
function tableAround(facts: readonly Fact[], structure: EquationStructure): readonly CellId[] {
  const cells = new Set<CellId>(facts.map(({ cell }) => cell));
  const flows = facts
    .map(({ cell }) => parseCellId(cell))
    .filter(({ key }) => parseKey(key)?.SCOPE === structure.scope);
  const years = new Set(flows.map(({ period }) => periodOf(period).year));
  for (const period of [...years].sort().flatMap(periodsOfYear)) {
    for (const segment of [TOTAL_SEGMENT, ...structure.segments]) {
      for (const indicator of [
        'EXPORTS',
        'EXPORTS_YOY',
        'EXPORTS_SHARE',
        'EXPORTS_RATIO_PY',
        'EXPORTS_CONTRIB',
      ]) {
        if (indicator === 'EXPORTS_SHARE' && segment === TOTAL_SEGMENT) continue;
        cells.add(
          figureCell(structure, {
            indicator,
            segment,
            freq: period.freq,
            period: formatPeriod(period),
            scope: structure.scope,
          }),
        );
      }
    }
  }
  return [...cells];
}

function periodsOfYear(year: number): readonly Period[] {
  const whole: Period = { freq: 'A', year, index: 1 };
  return FREQUENCIES.flatMap((freq) => (freq === 'A' ? [whole] : partsOf(whole, freq)));
}

const ROUNDS = 24;

/** Tightens until nothing moves or the rounds are over; a fact that contradicts the others leaves its cell as printed. */
function* tighten(
  cells: readonly CellId[],
  facts: ReadonlyMap<CellId, readonly Fact[]>,
  structure: EquationStructure,
): Steps<ReadonlyMap<CellId, Interval>> {
  const intervals = new Map(cells.map((cell) => [cell, startOf(cell, facts.get(cell) ?? [])]));
  const equations = publishedEquations(cells.map(parseCellId), structure);
  yield;
  let active = new Set<Equation>(equations);
  const using = Map.groupBy(
    equations.flatMap((equation) => membersOf(equation).map((member) => ({ member, equation }))),
    ({ member }) => member,
  );
  for (let round = 0; round < ROUNDS && active.size > 0; round += 1) {
    const moved = new Set<CellId>();
    for (const equation of active) {
      for (const member of propagate(equation, intervals)) moved.add(member);
      yield;
    }
    active = new Set(
      [...moved].flatMap((member) => (using.get(member) ?? []).map(({ equation }) => equation)),
    );
  }
  return intervals;
}

function propagate(equation: Equation, intervals: Map<CellId, Interval>): readonly CellId[] {
  const known = (id: CellId) => intervals.get(id) ?? EVERYTHING;
  return membersOf(equation).filter((member) => {
    const implied = outward(impliedInterval(equation, member, known));
    const now = known(member);
    const both = intersect(now, implied);
    if (both === undefined || !isNarrower(both, now)) return false;
    intervals.set(member, both);
    return true;
  });
}

function startOf(cell: CellId, facts: readonly Fact[]): Interval {
  const start = isLevel(cell) ? { lower: ratio(0n), upper: null } : EVERYTHING;
  return facts.reduce<Interval>(
    (now, fact) => intersect(now, fact.role === 'hedged' ? hedgedReach(fact) : fact.interval) ?? now,
    start,
  );
}

/** "About 17", "nearly 17": no further away than a tenth of what is printed. */
function hedgedReach({ interval, printed }: Fact): Interval {
  const { lower, upper } = interval;
  const [value = ''] = printed.split(' ');
  if (lower === null || upper === null || !/^-?\d+(?:\.\d+)?$/.test(value)) return interval;
  const factor = PRINTED_UNITS[printed.split(' ')[1] ?? '']?.factor ?? 1n;
  const told = multiply(rationalOf(value), ratio(factor));
  const reach = multiply(absolute(told), ratio(1n, 10n));
  return { lower: add(told, negative(reach)), upper: add(told, reach) };
}

function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negative(value) : value;
}

function isLevel(cell: CellId): boolean {
  return ['EXPORTS', 'EXPORTS_YTD', 'EMPLOYMENT', 'EXPORTS_SHARE'].includes(
    parseKey(parseCellId(cell).key)?.INDICATOR ?? '',
  );
}

/** Bounds on a grid of a millionth, away from the inside: numbers stay short and nothing possible is lost. */
function outward({ lower, upper }: Interval): Interval {
  return {
    lower: lower === null ? null : floorTo(lower),
    upper: upper === null ? null : negative(floorTo(negative(upper))),
  };
}

const GRID = 1_000_000n;

function floorTo({ numerator, denominator }: Rational): Rational {
  const scaled = numerator * GRID;
  const quotient = scaled / denominator;
  return { numerator: scaled % denominator < 0n ? quotient - 1n : quotient, denominator: GRID };
}

function negative({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator };
}

/** Whether a bound moved by more than a thousandth of what was there: propagation may otherwise creep for ever. */
function isNarrower(fresh: Interval, now: Interval): boolean {
  return movedUp(fresh.lower, now.lower) || movedUp(now.upper, fresh.upper);
}

function movedUp(high: Rational | null, low: Rational | null): boolean {
  if (high === null || low === null) return high !== low;
  const step = high.numerator * low.denominator - low.numerator * high.denominator;
  const size = high.numerator < 0n ? -high.numerator * low.denominator : high.numerator * low.denominator;
  return step > 0n && step * 1_000_000n > size;
}
