// Indicators by what they are: which equation defines each kind, and its value from the values it is made of.

import type { Indicator } from './domain.ts';
import type { CellId, Equation } from './equation.ts';
import { add, divide, multiply, negate, type Rational, ratio, subtract, toDecimal } from './rational.ts';
import type { Text } from './text.ts';

/** Why an indicator has no value. */
export type Undefined = 'base_missing' | 'base_zero' | 'base_negative';
export type Evaluated = { readonly value: Rational } | { readonly reason: Undefined };

/** Kinds that are computed from levels, and the level indicator that each one's cells follow. */
export const FOLLOWS: { readonly [kind in Indicator['kind']]?: string } = {
  growth: 'EXPORTS',
  share: 'EXPORTS',
  contribution: 'EXPORTS',
  ratio_previous_year: 'EXPORTS',
  per_job: 'EXPORTS',
  cumulated_growth: 'EXPORTS_YTD',
};

/** What a person reads where a value cannot exist. */
export const UNDEFINED_TEXT: { readonly [R in Undefined]: Text } = {
  base_missing: {
    ar: 'غير محتسب: قيمة الأساس غير متوفرة',
    fr: 'Non calculé\u00a0: la valeur de base manque',
    en: 'Not computed: the base value is missing',
  },
  base_zero: {
    ar: 'غير محتسب: قيمة الأساس تساوي صفرا',
    fr: 'Non calculé\u00a0: la valeur de base est nulle',
    en: 'Not computed: the base value is zero',
  },
  base_negative: {
    ar: 'غير محتسب: قيمة الأساس سالبة',
    fr: 'Non calculé\u00a0: la valeur de base est négative',
    en: 'Not computed: the base value is negative',
  },
};

/** What a person reads where the value a year before is of another scope: growth over a break is refused, and says so. */
export const BREAK_TEXT: Text = {
  ar: 'غير محتسب: تبدأ السلسلة هنا، وما قبلها من نطاق آخر ({scope}) لا يقارن بها',
  fr: 'Non calculé\u00a0: la série commence ici\u00a0; ce qui précède est d’un autre périmètre ({scope}), non comparable',
  en: 'Not computed: the series begins here; what came before is of another scope ({scope}) and does not compare',
};

/** The value that an equation gives its left side, exactly; a ratio over nothing, zero or less has none. */
export function evaluateEquation(
  equation: Equation,
  known: (id: CellId) => Rational | null | undefined,
): Evaluated {
  if (equation.kind === 'sum') return total(equation.parts.map(known));
  if (equation.kind === 'complement') {
    const parts = total(equation.parts.map(known));
    return 'value' in parts ? { value: subtract(ratio(equation.constant), parts.value) } : parts;
  }
  if (equation.kind === 'vintage') return total([known(equation.earlier)]);
  const { over, under } = ratioOf(equation);
  const [base, parts] = [known(under), total(over.map(([id, factor]) => times(known(id), factor)))];
  if (base === undefined || base === null || 'reason' in parts) return { reason: 'base_missing' };
  if (base.numerator <= 0n) return { reason: base.numerator === 0n ? 'base_zero' : 'base_negative' };
  return { value: divide(parts.value, base) };
}

/** A value as the indicator prints it: in 10^unitMult of its unit, rounded once, half away from zero. */
export function printValue(
  value: Rational,
  { unitMult, decimals }: Pick<Indicator, 'unitMult' | 'decimals'>,
): string {
  return toDecimal(ratio(value.numerator, value.denominator * 10n ** BigInt(unitMult)), decimals);
}

type Ratio = Extract<Equation, { readonly value: CellId }>;

/** A ratio as Σ factor × cell over a cell. */
export type Fraction = { readonly over: readonly (readonly [CellId, bigint])[]; readonly under: CellId };

/** The fraction that defines a ratio; undefined for equations that define none. */
export function fractionOf(equation: Equation): Fraction | undefined {
  return 'value' in equation ? ratioOf(equation) : undefined;
}

function ratioOf(equation: Ratio): Fraction {
  if (equation.kind === 'share')
    return { over: [[equation.part, equation.multiplier]], under: equation.whole };
  return {
    over: [
      [equation.now, equation.multiplier],
      [equation.before, -equation.multiplier],
    ],
    under: equation.kind === 'growth' ? equation.before : equation.base,
  };
}

function times(value: Rational | null | undefined, factor: bigint): Rational | null {
  if (value === undefined || value === null) return null;
  return factor < 0n ? negate(multiply(value, ratio(-factor))) : multiply(value, ratio(factor));
}

function total(values: readonly (Rational | null | undefined)[]): Evaluated {
  let sum = ratio(0n);
  for (const value of values) {
    if (value === null || value === undefined) return { reason: 'base_missing' };
    sum = add(sum, value);
  }
  return { value: sum };
}
