// The goals that a number may be of: those that the text has named, and those of exports and employment in a year ahead.

import { formatPeriod, type Period } from '../design/period.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Discourse } from './bind-discourse.ts';
import { isCreated } from './bind-level.ts';
import { COSTS, distinctPeriods, type Reading } from './bind-reading.ts';
import { goalsNamed, isOfGoal, namesOfGoal } from './claim-goal.ts';
import { isGoalYear } from './claim-horizon.ts';
import { hasBetween, numberBefore, numberBehind, type Sentence } from './claim-sentence.ts';
import { resolveMention } from './resolve-mention.ts';

const ALWAYS: ReadonlySet<string> = new Set(['EXPORTS', 'EMPLOYMENT']);

/** Aimed at in each year that is named, and held in each that is over. */
export function openGoals(first: BoundClaim, sentence: Sentence, state: Discourse): readonly Reading[] {
  const years = yearsNamed(first, sentence, state);
  const { horizon } = state;
  const goals = horizon.goals.get(first.candidate.class) ?? [];
  const said = hasBetween(sentence.tokens, sentence.from, sentence.to, ['target']);
  return goals.flatMap((goal) => {
    const { aimed, held } = namesOfGoal(goal);
    const cost = costOf(goal, sentence, state);
    if (cost === undefined || isOfOther(goal, first, sentence)) return [];
    return years
      .map((period): BoundClaim => {
        const indicator = isGoalYear(horizon, period.year, said) ? aimed : held;
        const created =
          first.created || (first.candidate.class === 'persons' && isCreated(sentence, first.candidate));
        return {
          ...first,
          indicator,
          period,
          segment: '_T',
          against: null,
          direction: 0,
          cumulated: false,
          created,
        };
      })
      .filter(({ indicator, period }) => isOfGoal(indicator) && !isSame(first, indicator, period))
      .map((claim) => ({ claim, cost }));
  });
}

function isSame({ indicator, period }: BoundClaim, other: string | null, when: Period): boolean {
  return indicator === other && formatPeriod(period) === formatPeriod(when);
}

/** Another goal is named beside the number, and this one is not: "270,000 direct jobs". */
function isOfOther(goal: string, { candidate }: BoundClaim, sentence: Sentence): boolean {
  const { tokens } = sentence;
  const [before, next] = [numberBefore(sentence, candidate), numberBehind(sentence, candidate)];
  const own = goalsNamed(tokens, before, next);
  const sector =
    !ALWAYS.has(goal) &&
    own.length === 0 &&
    hasBetween(tokens, candidate.to, candidate.to + SECTOR, ['segment']);
  return sector || (own.length > 0 && !own.includes(goal));
}

/** « 240 000 emplois dans l'offshoring »: the sector right behind the number. */
const SECTOR = 4;

/** Named in the sentence, or before it; goals of exports and employment need an aim or nothing at all. */
function costOf(
  goal: string,
  { tokens, from, to }: Sentence,
  { goals, aims }: Discourse,
): number | undefined {
  if (goalsNamed(tokens, from, to).includes(goal)) return COSTS.inSentence;
  if (ALWAYS.has(goal)) return hasBetween(tokens, from, to, ['target']) ? COSTS.inClause : COSTS.carried;
  if (goals.includes(goal)) return COSTS.beside;
  return aims.includes(goal) ? COSTS.implied : undefined;
}

/** The year right behind the number, else those of its sentence, else those that the text has named. */
function yearsNamed(
  { period, candidate }: BoundClaim,
  { mentions, candidates }: Sentence,
  state: Discourse,
): readonly Period[] {
  const right = mentions.find(
    ({ from, form }) => from - candidate.to >= 0 && from - candidate.to <= 2 && form === 'absolute',
  );
  if (right !== undefined) return right.period.freq === 'A' ? [right.period] : [];
  const others = candidates.filter((other) => other.from !== candidate.from);
  const free = mentions.filter(({ from }) => !others.some(({ to }) => from >= to && from - to <= 2));
  const near = free.map((mention) => resolveMention(mention, state.main, state.day));
  const before = [state.main, ...state.remembered.periods, ...state.ahead];
  const known = near.some(({ freq }) => freq === 'A') ? near : [period, ...before];
  return distinctPeriods(known.filter((each) => each !== null)).filter(({ freq }) => freq === 'A');
}
