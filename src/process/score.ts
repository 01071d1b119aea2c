// Scores of selective editing: suspicion × effect on a published cell. GSBPM 5.3 and 5.4.
// Local score w·|y − ŷ|/T: T. de Waal, J. Pannekoek, S. Scholtus, Handbook of Statistical Data Editing and Imputation
// (2011), chapter 6. Suspicion of a size as the posterior of a contamination model on logarithms, after M. Di Zio and
// U. Guarnera, A contamination model for selective editing, Journal of Official Statistics 29(4), 2013.

import { type Sql, sql } from '../engine/sql.ts';

/** A line that may be wrong as it is treated now. Amounts are centimes, never negative but `centimes`. */
export type Candidate = {
  readonly submission: number;
  readonly ordinal: number;
  readonly kind: string;
  readonly sender: string;
  readonly enterprise: string | null;
  readonly month: string;
  readonly segment: string | null;
  readonly partner: string | null;
  readonly state: string;
  readonly reason: string | null;
  /** Rules not passed, comma between. */
  readonly failed: string | null;
  /** Dirhams of the line, counted or not. */
  readonly centimes: bigint;
  /** Middle of what its enterprise settles; 0 when it has too few lines to tell. */
  readonly usual: bigint;
  /** First and third quartile of the same. */
  readonly low: bigint;
  readonly high: bigint;
};

/** How a rule that a line did not pass bears on the belief that it is treated wrongly, in [0, 1]. */
export type RuleWeights = (rule: string) => number;

/** How many enterprises a line stands for, of how many answers: a line of a sample for more than its own. */
export type StandsFor = (candidate: Candidate) => { readonly units: number; readonly answered: number };

const ITSELF: StandsFor = () => ({ units: 1, answered: 1 });

export type Scored = Candidate & {
  /** Belief that the present treatment is wrong, in [0, 1]. */
  readonly suspicion: number;
  /** Centimes by which the total would move if it is. */
  readonly effect: bigint;
  /** The larger of its local scores, over its segment and over all segments. */
  readonly score: number;
};

/** Lines fewer than this say nothing of what is usual for an enterprise. */
const FEWEST = 8;
/** Times the middle from which an accepted line is a candidate by its size. */
const LARGE = 4;

/**
 * Candidate lines of some months, the largest first: left out by a rule, doubted by one of the `doubts`, or large.
 * `all` are the lines that tell what is usual, `findings` those of the same run.
 */
export function candidateLines(
  all: Sql,
  findings: Sql,
  months: readonly string[],
  doubts: readonly string[],
  limit: number,
): Sql {
  const doubted = doubts.length === 0 ? sql`FALSE` : sql`rule IN (${doubts})`;
  return sql`
    WITH usual AS (
      SELECT enterprise, quantile_disc(abs(mad), 0.5) AS usual, quantile_disc(abs(mad), 0.25) AS low,
        quantile_disc(abs(mad), 0.75) AS high
      FROM ${all} WHERE kind = 'settlement' AND state IN ('accepted', 'queried') AND mad IS NOT NULL AND mad <> 0
      GROUP BY enterprise HAVING count(*) >= ${FEWEST}),
    doubted AS (
      SELECT submission, ordinal, string_agg(DISTINCT rule, ',' ORDER BY rule) AS rules FROM ${findings}
      WHERE ${doubted} GROUP BY submission, ordinal)
    SELECT l.submission, l.ordinal, l.kind, l.sender, l.enterprise, l.month, l.segment, l.partner, l.state, l.reason,
      d.rules AS failed, CAST(coalesce(l.mad, 0) * 100 AS BIGINT) AS centimes,
      CAST(coalesce(u.usual, 0) * 100 AS BIGINT) AS usual, CAST(coalesce(u.low, 0) * 100 AS BIGINT) AS low,
      CAST(coalesce(u.high, 0) * 100 AS BIGINT) AS high
    FROM ${all} AS l LEFT JOIN usual AS u ON u.enterprise = l.enterprise AND l.kind = 'settlement'
    LEFT JOIN doubted AS d ON d.submission = l.submission AND d.ordinal = l.ordinal
    WHERE (l.month IN (${months}) AND l.state IN ('accepted', 'queried')
      AND (l.state = 'queried' OR d.rules IS NOT NULL OR abs(l.mad) > ${LARGE} * u.usual))
      OR (l.month = '0000-00' AND l.state = 'queried')
    ORDER BY abs(coalesce(l.mad, 0)) DESC, l.submission, l.ordinal LIMIT ${limit}`;
}

/**
 * The candidate with its score against totals in centimes: `totals` by segment, `_T` for all.
 * A line without segment is scored against all of them.
 */
export function scoreLine(
  candidate: Candidate,
  totals: ReadonlyMap<string, bigint>,
  weightOf: RuleWeights,
  standsFor: StandsFor = ITSELF,
): Scored {
  const judged = candidate.state === 'queried' ? ofQueried(candidate) : ofAccepted(candidate, weightOf);
  const { units, answered } = standsFor(candidate);
  const { suspicion } = judged;
  const effect = (judged.effect * BigInt(units)) / BigInt(answered);
  const over = [candidate.segment ?? '_T', '_T'].map((segment) => totals.get(segment) ?? 0n);
  const local = over.map((total) => (total <= 0n ? 1 : (suspicion * Number(effect)) / Number(total)));
  return { ...candidate, suspicion, effect, score: Math.max(0, ...local) };
}

/** The posterior that a size comes of an error, given how far it is from the middle on the logarithmic scale. */
export function sizeSuspicion({ centimes, usual, low, high }: Candidate): number {
  if (usual <= 0n || centimes === 0n) return 0;
  const distance = Math.log(Math.abs(Number(centimes)) / Number(usual));
  if (distance <= 0) return 0;
  const spread = Math.max(LEAST_SPREAD, Math.log(Number(high) / Math.max(1, Number(low))) / QUARTILES);
  const clean = (1 - RARE) * normal(distance, spread) + RARE * normal(distance - Math.log(7), 1.1 * spread);
  const wrong = distance < Math.log(5) || distance > Math.log(20_000) ? 0 : 1 / Math.log(4_000);
  return (PRIOR * wrong) / (PRIOR * wrong + (1 - PRIOR) * clean);
}

/** Errors of scale among lines, before anything is known of one. */
const PRIOR = 0.005;
/** Real contracts several times larger than usual, among lines. */
const RARE = 0.01;
/** Flat monthly fees have no spread at all: quartiles then say nothing of the next contract. */
const LEAST_SPREAD = 0.3;
/** Quartiles of a normal distribution are so many standard deviations apart. */
const QUARTILES = 1.349;
/** Belief that a line left out by a rule counts after all, in whole or corrected. */
const LEFT_OUT = 0.9;

type Judged = { readonly suspicion: number; readonly effect: bigint };

/** A line that is left out for now: wrong if it is an export after all, at its own size or at the usual one. */
function ofQueried(candidate: Candidate): Judged {
  const [size, { usual }] = [magnitude(candidate.centimes), candidate];
  const scaled = sizeSuspicion(candidate);
  if (scaled < 0.5 || usual === 0n) return { suspicion: LEFT_OUT, effect: size };
  const atUsual = { suspicion: scaled, effect: usual };
  const atOwn = { suspicion: 1 - scaled, effect: size };
  return weight(atUsual) >= weight(atOwn) ? atUsual : atOwn;
}

/** A line that counts: wrong by its distance from the usual size, or by the whole of it where a rule doubts what it is. */
function ofAccepted(candidate: Candidate, weightOf: RuleWeights): Judged {
  const size = magnitude(candidate.centimes);
  const bySize = { suspicion: sizeSuspicion(candidate), effect: magnitude(size - candidate.usual) };
  const doubts = (candidate.failed ?? '').split(',').filter((rule) => rule !== '');
  const byRule = { suspicion: Math.max(0, ...doubts.map(weightOf)), effect: size };
  return weight(bySize) >= weight(byRule) ? bySize : byRule;
}

function weight({ suspicion, effect }: Judged): number {
  return suspicion * Number(effect);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function normal(distance: number, spread: number): number {
  return Math.exp(-0.5 * (distance / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
}
