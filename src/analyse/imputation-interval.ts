// The interval of an estimate that is partly imputed. GSBPM 5.4 and 6.2.
// Model: a unit's value is its estimate plus an error of variance v · estimate², v from the back-cast of its stratum;
// all units of a stratum share the error of its trend, v · Σy² / (Σy)² over the units that gave it (a ratio estimator,
// W.G. Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6). What units of one respondent err together is not in
// it: whole respondents are back-cast too, and the variance is scaled by what their errors were of what it said.

import type { Block } from './back-cast.ts';
import type { Imputation, ImputedUnit, Stratum } from './impute.ts';

/** The half width, in centimes, of the 90 % interval around the sum of imputed units of a cell; 0 for none. */
export function halfWidth(units: readonly ImputedUnit[], { strata }: Pick<Imputation, 'strata'>): bigint {
  const known = new Map(strata.map((stratum) => [stratum.name, stratum]));
  let variance = 0n;
  const own: Stratum[] = [];
  for (const [name, part] of Map.groupBy(units, ({ stratum }) => stratum)) {
    const stratum = known.get(name);
    if (stratum === undefined) throw new RangeError(`no stratum ${name}`);
    own.push(stratum);
    variance += varianceOf(part, stratum);
  }
  const { thousandths, months } = calibration(own);
  // Respondents of one month share its trend and are no draws of their own: months count, not blocks.
  return (quantile(months + Number(LEANS_ON)) * squareRoot((variance * thousandths) / 1000n)) / 1000n;
}

/** The largest whole number whose square is not above a number; throws for a negative one. */
export function squareRoot(square: bigint): bigint {
  if (square < 0n) throw new RangeError('a variance is not negative');
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (let next = (root + square / root) / 2n; next < root; next = (root + square / root) / 2n) root = next;
  return root;
}

function varianceOf(units: readonly ImputedUnit[], stratum: Stratum): bigint {
  const { peers } = stratum;
  const sum = units.reduce((total, { centimes }) => total + centimes, 0n);
  const squares = units.reduce((total, { centimes }) => total + centimes * centimes, 0n);
  return modelled({ sum, squares, peers }, stratum) ?? sum * sum;
}

/** The variance by the model; undefined without a back-cast: as uncertain as the estimate is large. */
function modelled(
  { sum, squares, peers }: Pick<Block, 'sum' | 'squares' | 'peers'>,
  { backCast, method }: Stratum,
): bigint | undefined {
  const tried = backCast.find((each) => each.method === method);
  if (tried === undefined || tried.squaredEstimate === 0n) return undefined;
  const own = (squares * tried.squaredError) / tried.squaredEstimate;
  if (method !== 'ratio' || peers.sum === 0n) return own;
  return (
    own + (sum * sum * tried.squaredError * peers.squares) / (tried.squaredEstimate * peers.sum * peers.sum)
  );
}

/** Blocks that stand beside those of the cell, as if the model had been right in them. */
const LEANS_ON = 4n;

/** What the squared errors of whole respondents were of their variance by the model, over the strata of a cell together. */
function calibration(strata: readonly Stratum[]): { readonly thousandths: bigint; readonly months: number } {
  const blocks = new Map<string, { error: bigint; variance: bigint }>();
  for (const stratum of strata)
    for (const block of stratum.blocks) {
      const name = `${stratum.name.split(' ').slice(-2).join(' ')} ${block.sender} ${block.back}`;
      const { error, variance } = blocks.get(name) ?? { error: 0n, variance: 0n };
      blocks.set(name, {
        error: error + block.error,
        variance: variance + (modelled(block, stratum) ?? 0n),
      });
    }
  const used = [...blocks.values()].filter(({ variance }) => variance > 0n);
  const scores = used.reduce((sum, { error, variance }) => sum + (1000n * error * error) / variance, 0n);
  return {
    thousandths: (scores + 1000n * LEANS_ON) / (BigInt(used.length) + LEANS_ON),
    months: new Set(strata.flatMap(({ blocks: own }) => own.map(({ back }) => back))).size,
  };
}

/** Two-sided 90 % of Student's distribution by degrees of freedom from 1, in thousandths; then of a normal one. */
const STUDENT_90 = [
  ...[
    6314n,
    2920n,
    2353n,
    2132n,
    2015n,
    1943n,
    1895n,
    1860n,
    1833n,
    1812n,
    1796n,
    1782n,
    1771n,
    1761n,
    1753n,
  ],
  ...[
    1746n,
    1740n,
    1734n,
    1729n,
    1725n,
    1721n,
    1717n,
    1714n,
    1711n,
    1708n,
    1706n,
    1703n,
    1701n,
    1699n,
    1697n,
  ],
];
const NORMAL_90 = 1645n;

/** Thousandths of a standard deviation on either side of a 90 % interval whose variance so many degrees of freedom gave. */
export function quantile(degrees: number): bigint {
  return STUDENT_90[degrees - 1] ?? NORMAL_90;
}
