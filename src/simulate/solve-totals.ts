// Quarterly segment totals inside the intervals of all printed figures at once: a linear program (HiGHS) that stays as
// near as it can to a smooth profile, rounded to centimes and then checked in exact arithmetic.

import type { Highs } from 'highs';
import type { PublishedFigure } from '../design/domain.ts';
import { formatPeriod, periodOf, periodsBetween } from '../design/period.ts';
import { type Rational, toNumber } from '../design/rational.ts';
import { Refused } from '../engine/errors.ts';
import { openSolver } from '../engine/solver.ts';
import { type Constraint, constraintsOf, isMet, type TotalName, totalName } from './published-constraint.ts';

export type TotalsRequest = {
  readonly figures: readonly PublishedFigure[];
  readonly scope: string;
  readonly segments: readonly string[];
  readonly from: string;
  readonly to: string;
};
export type SolvedTotals = {
  readonly quarters: readonly string[];
  /** Centimes by segment and quarter. */
  readonly totals: ReadonlyMap<TotalName, bigint>;
  readonly constraints: number;
};

/** Solves the totals; refuses with the figures that conflict when there are none. Figures hedged are soft goals. */
export async function solveTotals(request: TotalsRequest): Promise<SolvedTotals> {
  const quarters = periodsBetween(periodOf(request.from), periodOf(request.to)).map(formatPeriod);
  const rows = (roles: readonly string[]) =>
    constraintsOf(
      request.figures.filter(({ role }) => roles.includes(role)),
      request.scope,
      request.segments,
      quarters,
    );
  const hard = rows(['constraint']);
  const names = request.segments.flatMap((segment) => quarters.map((quarter) => totalName(segment, quarter)));
  const solver = await openSolver();
  const goals = [...hedgedGoals(request, quarters), ...centreGoals(hard)];
  const solution = solve(solver, names, hard, goals);
  if (solution === undefined) throw conflict(smallestConflict(solver, names, hard));
  const totals = new Map(
    names.map((name) => [name, BigInt(Math.round((solution.get(name) ?? 0) * 1e6)) * 100n]),
  );
  const missed = hard.filter((constraint) => !isMet(constraint, totals));
  if (missed.length > 0)
    throw new Refused(`rounding left ${missed.map(({ figure }) => describe(figure)).join('; ')}`);
  return { quarters, totals, constraints: hard.length };
}

/** The figures of a smallest set that cannot hold together: each one left out makes the rest feasible. */
function smallestConflict(
  solver: Highs,
  names: readonly TotalName[],
  constraints: readonly Constraint[],
): readonly PublishedFigure[] {
  let kept = [...constraints];
  for (const candidate of constraints) {
    const without = kept.filter((constraint) => constraint !== candidate);
    if (solve(solver, names, without, []) === undefined) kept = without;
  }
  return [...new Set(kept.map(({ figure }) => figure))];
}

type Goal = {
  readonly terms: ReadonlyMap<TotalName, number>;
  readonly value: number;
  readonly weight: number;
};

/** Millions of dirhams by name; undefined when the constraints cannot hold together. */
function solve(
  solver: Highs,
  names: readonly TotalName[],
  constraints: readonly Constraint[],
  goals: readonly Goal[],
): ReadonlyMap<TotalName, number> | undefined {
  const variable = new Map(names.map((name, at) => [name, `x${at}`]));
  const pulls = [...profileGoals(names), ...steadyGoals(names), ...goals];
  const result = solver.solve(programText(variable, constraints, pulls));
  if (result.Status !== 'Optimal') return undefined;
  const columns = result.Columns as { readonly [column: string]: { readonly Primal: number } };
  return new Map(names.map((name) => [name, columns[variable.get(name) ?? '']?.Primal ?? 0]));
}

/** A hair inside each interval, so that rounding to whole dirhams cannot leave it; in millions. */
const MARGIN = 2e-5;

function programText(
  variable: ReadonlyMap<TotalName, string>,
  constraints: readonly Constraint[],
  goals: readonly Goal[],
): string {
  const rows = constraints.flatMap((constraint, at) => {
    const left = linear(
      [...constraint.terms].map(([name, value]) => [toNumber(value), variable.get(name) ?? '']),
    );
    const bound = (side: string, value: Rational | null, margin: number) =>
      value === null
        ? []
        : [` c${at}${side}: ${left} ${side === 'l' ? '>=' : '<='} ${toNumber(value) / 1e6 + margin}`];
    const slack =
      MARGIN * Math.max(1, ...[...constraint.terms.values()].map((value) => Math.abs(toNumber(value))));
    return [...bound('l', constraint.lower, slack), ...bound('u', constraint.upper, -slack)];
  });
  const deviations = goals.map((goal, at) => {
    const left = linear([...goal.terms].map(([name, value]) => [value, variable.get(name) ?? '']));
    return ` g${at}: ${left} - p${at} + m${at} = ${goal.value}`;
  });
  const objective = linear(
    goals.flatMap(({ weight }, at) => [[weight, `p${at}`] as const, [weight, `m${at}`] as const]),
  );
  return ['Minimize', ` obj: ${objective}`, 'Subject To', ...rows, ...deviations, 'End', ''].join('\n');
}

function linear(terms: readonly (readonly [number, string])[]): string {
  return terms.map(([value, name]) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`).join(' ');
}

/** What a quarter of a segment is like where no figure says: millions of dirhams, with seasons and a trend. */
const PROFILE: { readonly [segment: string]: { readonly quarter: number; readonly yearly: number } } = {
  ITO: { quarter: 2640, yearly: 1.0 },
  CRM: { quarter: 2450, yearly: -2.0 },
  ESO: { quarter: 866, yearly: 12.0 },
  BPO: { quarter: 584, yearly: 12.0 },
  KPO: { quarter: 12, yearly: -4.0 },
};
const SEASONS = [0.97, 1.01, 1.0, 1.02];

function profileGoals(names: readonly TotalName[]): readonly Goal[] {
  return names.map((name) => {
    const [segment = '', quarter = ''] = name.split(' ');
    const { year, index } = periodOf(quarter);
    const { quarter: base, yearly } = PROFILE[segment] ?? { quarter: 100, yearly: 0 };
    const value = base * (1 + (yearly / 100) * (year - 2024)) * (SEASONS[index - 1] ?? 1);
    return { terms: new Map([[name, 1]]), value, weight: 1 / base };
  });
}

/** Neighbouring quarters of a year, seasons apart, want to be alike: a jump falls between years, not within one. */
function steadyGoals(names: readonly TotalName[]): readonly Goal[] {
  return names.flatMap((name, at) => {
    const [segment = '', quarter = ''] = name.split(' ');
    const next = names[at + 1];
    const { index } = periodOf(quarter);
    if (next === undefined || !next.startsWith(`${segment} `) || index === 4) return [];
    const terms = new Map([
      [next, 1 / (SEASONS[index] ?? 1)],
      [name, -1 / (SEASONS[index - 1] ?? 1)],
    ]);
    return [{ terms, value: 0, weight: 3 / (PROFILE[segment]?.quarter ?? 100) }];
  });
}

/** Printed levels want the middle of their interval: a value at its edge would be printed otherwise after any edit. */
function centreGoals(constraints: readonly Constraint[]): readonly Goal[] {
  return constraints.flatMap(({ terms, lower, upper }) => {
    if (lower === null || upper === null) return [];
    const value = (toNumber(lower) + toNumber(upper)) / 2e6;
    const coefficients = new Map([...terms].map(([name, coefficient]) => [name, toNumber(coefficient)]));
    return [{ terms: coefficients, value, weight: 40 / value }];
  });
}

/** Hedged ratios as soft goals, at the middle of what was printed. */
function hedgedGoals(
  { figures, scope, segments }: TotalsRequest,
  quarters: readonly string[],
): readonly Goal[] {
  const hedged = figures
    .filter(({ role }) => role === 'hedged')
    .map((figure) => ({ ...figure, interval: { lower: figure.exact, upper: figure.exact } }));
  return constraintsOf(hedged, scope, segments, quarters)
    .filter(({ lower }) => lower !== null)
    .map(({ terms }) => ({
      terms: new Map([...terms].map(([name, value]) => [name, toNumber(value) / 100])),
      value: 0,
      weight: 0.05,
    }));
}

function conflict(figures: readonly PublishedFigure[]): Refused {
  return new Refused(
    'no totals lie inside all printed intervals at once; these figures conflict:',
    figures.map((figure) => ({
      where: `${figure.source} ${figure.sourceDate ?? ''}`.trim(),
      found: describe(figure),
      expected: 'figures that can hold together',
    })),
  );
}

function describe({ indicator, segment, period, value, unit }: PublishedFigure): string {
  return `${indicator} ${segment} ${period} = ${value} ${unit}`;
}
