// The interval of an estimate that is partly imputed. GSBPM 5.4 and 6.2.
// Model: a unit's value is its estimate plus an error of variance v · estimate², v from the back-cast of its stratum;
// all units of a stratum share the error of its trend, v · Σy² / (Σy)² over the units that gave it (a ratio estimator,
// W.G. Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6). Strata are taken as independent.

import type { Imputation, ImputedUnit, Stratum } from './impute.ts';

/** Two-sided 90 % of a normal distribution, in thousandths. */
const NORMAL_90 = 1645n;

/** The half width, in centimes, of the 90 % interval around the sum of imputed units of a cell; 0 for none. */
export function halfWidth(units: readonly ImputedUnit[], { strata }: Pick<Imputation, 'strata'>): bigint {
  const known = new Map(strata.map((stratum) => [stratum.name, stratum]));
  let variance = 0n;
  for (const [name, own] of Map.groupBy(units, ({ stratum }) => stratum)) {
    const stratum = known.get(name);
    if (stratum === undefined) throw new RangeError(`no stratum ${name}`);
    variance += varianceOf(own, stratum);
  }
  return (NORMAL_90 * squareRoot(variance)) / 1000n;
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
  const tried = stratum.backCast.find(({ method }) => method === stratum.method);
  const sum = units.reduce((total, { centimes }) => total + centimes, 0n);
  const squares = units.reduce((total, { centimes }) => total + centimes * centimes, 0n);
  // Without a back-cast nothing is known: as uncertain as the estimate is large.
  if (tried === undefined || tried.squaredEstimate === 0n) return sum * sum;
  const own = (squares * tried.squaredError) / tried.squaredEstimate;
  const { peers, method } = stratum;
  if (method !== 'ratio' || peers.sum === 0n) return own;
  const shared =
    (sum * sum * tried.squaredError * peers.squares) / (tried.squaredEstimate * peers.sum * peers.sum);
  return own + shared;
}
