// Which level a number is of: exports, jobs, a goal with words of its own, or a change of a level.

import { type BoundIndicator, type IndicatorState, lastOf } from './bind-indicator.ts';
import { isTarget } from './bind-target.ts';
import type { Candidate } from './claim-candidate.ts';
import { goalCarried, goalNear, namesOfGoal } from './claim-goal.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** The indicator of money. */
export function money(sentence: Sentence, candidate: Candidate, state: IndicatorState): BoundIndicator {
  if (isPrice(sentence, candidate)) return level(null);
  const moved = movedBy(sentence, candidate);
  if (moved !== 0) return { ...level('EXPORTS_CHANGE'), direction: moved };
  return level(isTarget(sentence, candidate, state) ? 'TARGET' : 'EXPORTS');
}

/** "The euro was quoted at 10.71 dirhams", "a litre at 14 dirhams": a few coins, no receipts of a country. */
function isPrice({ tokens, from }: Sentence, { unit, value, from: at }: Candidate): boolean {
  if (unit.includes('_') || Number(value) >= LEAST_RECEIPTS) return false;
  return (
    hasBetween(tokens, from, at, ['currency', 'thing', 'foreign']) ||
    tokens.slice(from, at).some(({ value: word }) => QUOTED.test(word))
  );
}

const LEAST_RECEIPTS = 100_000;
const QUOTED =
  /^(?:quoted|traded|trading|price|priced|costs?|litre|kilo|ticket|cote|cotait|vaut|valait|prix|coute|s'echangeait|سعر|ثمن|بسعر|بثمن|صرف|اليورو|الدولار|يورو|دولار)$/;

/** The change itself: "minus 610 million", "fell by 0.6 billion", "lost 610 million", "450 million more than in 2024". */
export function movedBy(sentence: Sentence, candidate: Candidate): -1 | 0 | 1 {
  if (candidate.sign !== 0) return candidate.sign;
  const { tokens, from } = sentence;
  const hedged = tokens[candidate.from - 1]?.kind === 'hedge' ? candidate.from - 2 : candidate.from - 1;
  const [before, behind] = [tokens[hedged], tokens[candidate.to]];
  if (hedged < from || behind?.kind === 'to') return 0;
  if (before?.kind === 'transfer') return before.value === '1' ? 1 : -1;
  return movedBefore(tokens, from, hedged) || movedBehind(tokens, candidate.to);
}

const BY = /^(?:by|of|de|d|ب|قدره|قدرها|بنحو|بحوالي|بمقدار|بقيمه|is|was|est|etait|:)$/;
const NOUN = /^(?:rise|fall)$/;
const GAP = /^(?:difference|gap|ecart|فارق|بفارق|الفارق)$/;

function movedBefore(tokens: readonly Token[], from: number, at: number): -1 | 0 | 1 {
  if (!BY.test(tokens[at]?.value ?? '')) return 0;
  if (tokens.slice(Math.max(from, at - 2), at + 1).some(({ value }) => GAP.test(value))) return 1;
  const noun = /^(?:is|was|est|etait|:)$/.test(tokens[at]?.value ?? '');
  const moved = lastOf(tokens, Math.max(from, at - (noun ? 1 : 2)), at, ['rise', 'fall']);
  if (noun && !NOUN.test(tokens[at - 1]?.kind ?? '')) return 0;
  return moved === undefined ? 0 : moved.kind === 'rise' ? 1 : -1;
}

/** The length of "more than" and "less than": "over" and its like say nothing behind a number. */
const THAN = 9;

function movedBehind(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const [behind, next] = [tokens[at], tokens[at + 1]];
  if (behind?.kind === 'hedge' && behind.end - behind.start === THAN && next?.number == null)
    return behind.value === 'more than' ? 1 : behind.value === 'less than' ? -1 : 0;
  if (
    (behind?.kind !== 'rise' && behind?.kind !== 'fall') ||
    next?.number != null ||
    tokens[at + 2]?.number != null
  )
    return 0;
  return behind.kind === 'rise' ? 1 : -1;
}

export function level(id: string | null, created = false): BoundIndicator {
  return { id, isRate: false, direction: 0, created };
}

/** The goals that have words of their own: aimed at, or what they started from. */
export function ofGoal(
  sentence: Sentence,
  candidate: Candidate,
  state: IndicatorState,
): BoundIndicator | undefined {
  if (!LEVELS.has(candidate.class)) return undefined;
  const goal = goalNear(sentence, candidate) ?? goalCarried(sentence, candidate, state.before);
  if (goal === undefined)
    return candidate.class === 'money' || candidate.class === 'persons' ? undefined : level(null);
  const { aimed, held } = namesOfGoal(goal);
  const counts = candidate.class === 'count' || candidate.class === 'rank';
  const isAimed =
    isTarget(sentence, candidate, state) ||
    ((counts || isOfYearAhead(state)) && !isDatedBack(sentence, candidate));
  return level(isAimed ? aimed : held);
}

/** The text speaks of a year that lies ahead. */
function isOfYearAhead({ main, day }: IndicatorState): boolean {
  return main !== null && main.year > Math.max(FIRST_GOAL, Number(day.slice(0, 4)));
}

const FIRST_GOAL = 2026;

/** A year before the goals in the clause of a number. */
function isDatedBack(sentence: Sentence, { from, to }: Candidate): boolean {
  const [start, end] = [clauseStart(sentence, from), clauseEnd(sentence, to)];
  return sentence.mentions.some(
    (mention) => mention.from >= start && mention.to <= end && mention.period.year < 2026,
  );
}

const LEVELS: ReadonlySet<string> = new Set(['money', 'persons', 'count', 'rank']);

/** The indicator of persons. */
export function persons(sentence: Sentence, candidate: Candidate, state: IndicatorState): BoundIndicator {
  const moved = movedBy(sentence, candidate);
  if (moved !== 0) return { ...level('EMPLOYMENT_CHANGE'), direction: moved };
  if (isLeft(sentence, candidate, state)) return level('TARGET_PATH');
  const created = isCreated(sentence, candidate);
  const target = isTarget(sentence, candidate, state) || (created && !isPast(sentence, candidate, state));
  return level(target ? 'TARGET_EMPLOYMENT' : 'EMPLOYMENT', created);
}

/** "41,500 are still missing": what is left to a goal. */
function isLeft(sentence: Sentence, { from, to }: Candidate, state: IndicatorState): boolean {
  const [start, end] = [clauseStart(sentence, from), clauseEnd(sentence, to)];
  const ahead =
    isOfYearAhead({ ...state, day: '2025' }) ||
    sentence.mentions.some(({ period }) => period.year >= FIRST_GOAL) ||
    hasBetween(sentence.tokens, sentence.from, sentence.to, ['target']);
  const named = hasBetween(sentence.tokens, from - 3, from, ['target']);
  return ahead && !named && hasBetween(sentence.tokens, start, end, ['path']);
}

/** "create 270,000 jobs", « 148 500 emplois créés ». */
function isCreated(sentence: Sentence, candidate: Candidate): boolean {
  const from = clauseStart(sentence, candidate.from);
  const to = Math.min(sentence.to, candidate.to + 2, clauseEnd(sentence, candidate.to));
  return hasBetween(sentence.tokens, from, to, ['create']);
}

/** The nearest year around a number is over on the day of the text. */
function isPast(sentence: Sentence, { from, to }: Candidate, { day }: IndicatorState): boolean {
  const years = sentence.mentions.filter(({ form }) => form === 'absolute');
  const behind = years.find((mention) => mention.from >= to && mention.from - to <= 6);
  const year = (behind ?? years.findLast((mention) => mention.to <= from))?.period.year;
  return year !== undefined && year <= Number(day.slice(0, 4)) && year < 2026;
}
