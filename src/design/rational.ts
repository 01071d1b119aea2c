// Exact ratios of whole numbers: growth, shares and contributions before their one rounding.

/** `numerator / denominator`, the denominator positive; not necessarily in lowest terms. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** A ratio; throws on a denominator of zero. */
export function ratio(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('a ratio needs a denominator other than zero');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

const DECIMAL = /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/;

/** Plain decimal text ("13.40", "-0.2") exactly; undefined for anything else. */
export function parseRational(text: string): Rational | undefined {
  const groups = DECIMAL.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const fraction = groups['fraction'] ?? '';
  const digits = BigInt(`${groups['whole']}${fraction}`);
  return {
    numerator: groups['sign'] === '-' ? -digits : digits,
    denominator: 10n ** BigInt(fraction.length),
  };
}

/** Decimal text that the program itself wrote; throws for anything else. */
export function rationalOf(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator)
    return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return lowest(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b; throws when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  const { numerator, denominator } = ratio(a.numerator * b.denominator, a.denominator * b.numerator);
  return lowest(numerator, denominator);
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimal text with so many decimals, half away from zero; a zero never carries a sign. */
export function toDecimal(value: Rational, decimals: number): string {
  const scaled = roundAway(value.numerator * 10n ** BigInt(decimals), value.denominator);
  return formatScaled(scaled, decimals);
}

/** A scaled whole number as decimal text: (12345n, 2) is "123.45". */
export function formatScaled(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Decimal text as a scaled whole number: ("123.4", 2) is 12340n; undefined when it has more decimals or is none. */
export function parseScaled(text: string, decimals: number): bigint | undefined {
  const value = parseRational(text);
  if (value === undefined) return undefined;
  const scaled = value.numerator * 10n ** BigInt(decimals);
  return scaled % value.denominator === 0n ? scaled / value.denominator : undefined;
}

/** The nearest double: for charts and solvers, never for figures. */
export function toNumber(value: Rational): number {
  return Number(toDecimal(value, 12));
}

function roundAway(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function lowest(numerator: bigint, denominator: bigint): Rational {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor <= 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
