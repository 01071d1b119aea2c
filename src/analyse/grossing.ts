// Grossing up the survey: what the enterprises of the register that no sample asks would have declared. GSBPM 5.6 and 5.7.
// Each stratum by expansion, N/n with n those that answered, or by the ratio to what banks settled for the same
// enterprises, whichever left the smaller squared residuals over the month and the five before (W.G. Cochran, Sampling
// Techniques, 3rd edition, 1977, chapters 5 and 6). Both are written as what they give for the part that is not known.

import { LARGEST } from './impute.ts';

const GROSSING_METHODS = ['expansion', 'ratio'] as const;
export type GrossingMethod = (typeof GROSSING_METHODS)[number];

/** An enterprise of the frame in a month; centimes by segment. */
export type SurveyUnit = {
  readonly enterprise: string;
  readonly stratum: string;
  /**
   * Answered: in the sample, and what it declared stands. Counted: it has a value of its own although it was not drawn or
   * has not answered, declared unasked, imputed or an expert's. Unknown: everybody else of the frame.
   */
  readonly standing: 'answered' | 'counted' | 'unknown';
  /** Through resident banks. */
  readonly settled: ReadonlyMap<string, bigint>;
  /** What the survey asks for: received otherwise. */
  readonly declared: ReadonlyMap<string, bigint>;
};
export type SurveyMonth = { readonly month: string; readonly units: readonly SurveyUnit[] };

/** What a sample stands for in one segment and month beside itself. */
export type GrossedCell = {
  /** The stratum, or `_T` for strata with too few answers, which are taken with all others. */
  readonly stratum: string;
  readonly segment: string;
  readonly month: string;
  readonly method: GrossingMethod;
  readonly answered: number;
  readonly unknown: number;
  readonly centimes: bigint;
  /** By enterprise that answered: by how much the estimate would be off had it alone not answered, those that it moves. */
  readonly residuals: { readonly [enterprise: string]: bigint };
};
export type Grossing = {
  readonly cells: readonly GrossedCell[];
  /** Enterprises that are not asked and too large to be estimated from the like of them. */
  readonly tooLarge: readonly { readonly enterprise: string; readonly month: string }[];
  /** Strata in which too few answered for anything to be said of the others. */
  readonly tooFew: readonly {
    readonly stratum: string;
    readonly month: string;
    readonly answered: number;
    readonly unknown: number;
  }[];
};

/** Strata with fewer answers are taken together; fewer in all of them say nothing. */
export const FEWEST_ANSWERS = 8;
/** Months over which methods are compared, the month itself included. */
const DEPTH = 6;

/** Estimates for all months, in order; `totalOf` gives the centimes of a segment in a month, of everybody. */
export function grossUp(
  months: readonly SurveyMonth[],
  totalOf: (segment: string, month: string) => bigint,
): Grossing {
  const tooLarge: Grossing['tooLarge'][number][] = [];
  const tooFew: Grossing['tooFew'][number][] = [];
  const seen = new Map<string, readonly (readonly Fit[][])[]>();
  const cells = months.flatMap(({ month, units }) => {
    const isKept = (unit: SurveyUnit) =>
      unit.standing !== 'unknown' || !isLargest(unit, (segment) => totalOf(segment, month));
    tooLarge.push(...units.filter((unit) => !isKept(unit)).map(({ enterprise }) => ({ enterprise, month })));
    return groupsOf(units.filter(isKept)).flatMap((group) => {
      if (group.unknown.length === 0) return [];
      if (group.answered.length < FEWEST_ANSWERS) {
        const [answered, unknown] = [group.answered.length, group.unknown.length];
        tooFew.push({ stratum: group.name, month, answered, unknown });
        return [];
      }
      const fits = segmentsOf(group.answered).map((segment) => fitsIn(group, segment));
      const past = [...(seen.get(group.name) ?? []), fits].slice(-DEPTH);
      seen.set(group.name, past);
      return estimated(group, month, fits, chosen(past.flat(2)));
    });
  });
  return { cells, tooLarge, tooFew };
}

type Group = {
  readonly name: string;
  readonly answered: readonly SurveyUnit[];
  readonly unknown: readonly SurveyUnit[];
};
/** A method in one segment of a group. */
type Fit = {
  readonly segment: string;
  readonly method: GrossingMethod;
  readonly centimes: bigint;
  readonly squares: bigint;
  readonly residuals: GrossedCell['residuals'];
};

function isLargest({ settled }: SurveyUnit, totalOf: (segment: string) => bigint): boolean {
  return [...settled].some(
    ([segment, value]) => value > 0n && value * LARGEST.denominator >= totalOf(segment) * LARGEST.numerator,
  );
}

/** Strata in the order of their codes; those with too few answers as one, which the answers of all stand for. */
function groupsOf(units: readonly SurveyUnit[]): readonly Group[] {
  const standing = (list: readonly SurveyUnit[], wanted: SurveyUnit['standing']) =>
    list.filter((unit) => unit.standing === wanted);
  const groups = [...Map.groupBy(units, ({ stratum }) => stratum)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({ name, answered: standing(own, 'answered'), unknown: standing(own, 'unknown') }));
  const weak = groups.filter(({ answered }) => answered.length < FEWEST_ANSWERS);
  const rest = groups.filter((group) => !weak.includes(group));
  const unknown = weak.flatMap((group) => group.unknown);
  return unknown.length === 0
    ? rest
    : [...rest, { name: '_T', answered: standing(units, 'answered'), unknown }];
}

function segmentsOf(answered: readonly SurveyUnit[]): readonly string[] {
  return [...new Set(answered.flatMap(({ declared }) => [...declared.keys()]))].sort();
}

function fitsIn({ answered, unknown }: Group, segment: string): Fit[] {
  const declared = answered.map((unit) => unit.declared.get(segment) ?? 0n);
  const settled = answered.map((unit) => settledIn(unit, segment));
  const others = sum(unknown.map((unit) => settledIn(unit, segment)));
  const ones = answered.map(() => 1n);
  const fit = (method: GrossingMethod, sizes: readonly bigint[], beside: bigint): Fit[] => {
    const [over, under] = [sum(declared), sum(sizes)];
    if (under <= 0n) return [];
    const residuals = declared.map((value, at) => value * under - over * (sizes[at] ?? 0n));
    return [
      {
        ...{ segment, method, centimes: divided(over * beside, under) },
        squares: sum(residuals.map((each) => divided(each, under) ** 2n)),
        residuals: Object.fromEntries(
          answered.flatMap(({ enterprise }, at) => {
            const residual = residuals[at] ?? 0n;
            const rest = under - (sizes[at] ?? 0n);
            return residual === 0n || rest <= 0n
              ? []
              : [[enterprise, divided((under + beside) * residual, under * rest)] as const];
          }),
        ),
      },
    ];
  };
  return [...fit('expansion', ones, BigInt(unknown.length)), ...fit('ratio', settled, others)];
}

function settledIn({ settled }: SurveyUnit, segment: string): bigint {
  const value = settled.get(segment) ?? 0n;
  return value > 0n ? value : 0n;
}

/** The ratio where it fitted better, in every segment together. */
function chosen(fits: readonly Fit[]): GrossingMethod {
  const squares = (wanted: GrossingMethod) =>
    sum(fits.filter(({ method }) => method === wanted).map((fit) => fit.squares));
  const comparable = fits.filter(({ method }) => method === 'ratio').length * 2 === fits.length;
  return comparable && squares('ratio') < squares('expansion') ? 'ratio' : 'expansion';
}

function estimated(
  { name, answered, unknown }: Group,
  month: string,
  fits: readonly (readonly Fit[])[],
  method: GrossingMethod,
): readonly GrossedCell[] {
  return fits
    .flatMap((own) => own.filter((fit) => fit.method === method))
    .map(({ segment, centimes, residuals }) => ({
      ...{ stratum: name, segment, month, method, centimes, residuals },
      ...{ answered: answered.length, unknown: unknown.length },
    }));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** Half away from zero; the denominator is positive. */
function divided(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
