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
    const goal = own.find(isGoal) ?? (named ? goalBefore : undefined);
    if (goal === undefined && !named) continue;
    return [claimOf(token, goal, sentence, targets, horizon)];
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

function claimOf(
  { start, end }: Token,
  goal: BoundClaim | undefined,
  sentence: Sentence,
  targets: readonly Target[],
  horizon: Horizon,
): MetClaim {
  const indicator = goal?.indicator === 'TARGET_EMPLOYMENT' ? 'TARGET_EMPLOYMENT' : 'TARGET';
  const named = indicator === 'TARGET' ? 'EXPORTS' : 'EMPLOYMENT';
  const target = targets.find((each) => each.indicator === named && each.status !== 'draft') ?? null;
  const ahead = sentence.mentions.find(({ period }) => isGoalYear(horizon, period.year, true))?.period.year;
  const year =
    goal === undefined ? ahead : isGoalYear(horizon, goal.period.year, true) ? goal.period.year : ahead;
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

/** "to be reached by 2030": still to come. */
function isIntended({ tokens }: Sentence, at: number): boolean {
  if (tokens[at - 2]?.value === 'ان') return false;
  return [tokens[at - 1], tokens[at - 2]].some(
    (token) => token !== undefined && (INTENDED.test(token.value) || token.kind === 'to'),
  );
}
