// Goals that a text says were met, passed or reached: a claim without a number, judged on whether goal and series compare.

import type { Target } from '../design/target.ts';
import type { BoundClaim } from './bind-claim.ts';
import { type Horizon, isGoalYear } from './claim-horizon.ts';
import { hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';
import type { Verdict } from './judge-claim.ts';

/** A goal said to be met; indices are into the plain text. */
export type MetClaim = {
  readonly indicator: 'TARGET' | 'TARGET_EMPLOYMENT';
  /** The goal's year. */
  readonly period: string;
  readonly target: Target | null;
  readonly start: number;
  readonly end: number;
};

/** The goals of which a sentence says that they were met; `bound` are the claims of the text up to its end. */
export function metClaims(
  sentence: Sentence,
  own: readonly BoundClaim[],
  goalBefore: BoundClaim | undefined,
  targets: readonly Target[],
  horizon: Horizon,
): readonly MetClaim[] {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'met' || isIntended(sentence, at) || isOfFigure(at, own)) continue;
    const named = token.value === 'goal' || namesGoal(sentence);
    const goal = goalMeant(sentence, at, own, named ? goalBefore : undefined);
    if (goal === undefined && !named) continue;
    return [claimOf(token, goal, yearMeant(sentence, at, goal, horizon), targets)];
  }
  return [];
}

/** Not comparable where the goal says that it is not; else nothing tells. */
export function judgeMet({ target }: MetClaim): { readonly verdict: Verdict; readonly slip: string | null } {
  if (target === null) return { verdict: 'not covered', slip: null };
  return target.comparability.verdict === 'not comparable'
    ? { verdict: 'not comparable', slip: 'scope' }
    : { verdict: 'unsupported', slip: null };
}

export function isGoal({ indicator }: BoundClaim): boolean {
  return indicator?.startsWith('TARGET') === true;
}

/** The goal before the word in its sentence; the one spoken of before where "this goal" points back to it; else one behind. */
function goalMeant(
  { tokens, from, to }: Sentence,
  at: number,
  own: readonly BoundClaim[],
  goalBefore: BoundClaim | undefined,
): BoundClaim | undefined {
  const before = own.findLast((claim) => isGoal(claim) && claim.candidate.to <= at);
  if (before !== undefined) return before;
  const near = tokens.slice(Math.max(from, at - POINTING), Math.min(to, at + POINTING + 1));
  const points = near.some(({ kind, value }) => (kind === 'word' || kind === 'latter') && THIS.test(value));
  return (points ? goalBefore : undefined) ?? own.find(isGoal) ?? goalBefore;
}

const POINTING = 3;
const THIS = /^(?:this|that|cet|ce|هذا|ذلك)$/;

/** The year that the sentence names before the word, that of its goal, else one named behind. */
function yearMeant(
  { mentions }: Sentence,
  at: number,
  goal: BoundClaim | undefined,
  horizon: Horizon,
): number | undefined {
  const named = mentions.filter(({ period }) => isGoalYear(horizon, period.year, true));
  const since = goal !== undefined && goal.candidate.to <= at ? goal.candidate.from : 0;
  const before = named.findLast(({ from, to }) => to <= at && from >= since);
  if (before !== undefined) return before.period.year;
  const year = goal?.period.year;
  return year !== undefined && isGoalYear(horizon, year, true) ? year : named[0]?.period.year;
}

function claimOf(
  { start, end }: Token,
  goal: BoundClaim | undefined,
  year: number | undefined,
  targets: readonly Target[],
): MetClaim {
  const indicator = goal?.indicator === 'TARGET_EMPLOYMENT' ? 'TARGET_EMPLOYMENT' : 'TARGET';
  const named = indicator === 'TARGET' ? 'EXPORTS' : 'EMPLOYMENT';
  const target = targets.find((each) => each.indicator === named && each.status !== 'draft') ?? null;
  return { indicator, period: String(year ?? target?.milestones[0]?.period ?? ''), target, start, end };
}

/** The goal named by a noun: "the target", « cet objectif », الهدف. */
function namesGoal(sentence: Sentence): boolean {
  return hasBetween(sentence.tokens, sentence.from, sentence.to, ['target']);
}

/** "has reached 13.4 billion": the figure is what was reached, and no goal. */
function isOfFigure(at: number, own: readonly BoundClaim[]): boolean {
  return own.some((claim) => !isGoal(claim) && claim.candidate.from > at && claim.candidate.from - at <= 3);
}

const INTENDED =
  /^(?:to|be|will|would|should|etre|sera|seront|devrait|devra|doit|devraient|pour|ان|سوف|لكي|to be)$/;

/** "To be reached by 2030": still to come. A year before the word cuts it off: « fixé pour 2026 a été atteint ». */
function isIntended({ tokens, from }: Sentence, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  const [first, second] = tokens
    .slice(Math.max(from, at - READ), at)
    .filter(({ end }) => end <= start)
    .reverse();
  if (second?.value === 'ان') return false;
  return [first, first?.kind === 'year' ? undefined : second].some(
    (token) => token !== undefined && (INTENDED.test(token.value) || token.kind === 'to'),
  );
}

/** A word that means two things stands as two tokens. */
const READ = 4;
