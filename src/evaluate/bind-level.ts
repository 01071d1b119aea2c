// Which level a number is of: exports, jobs, a goal with words of its own, or a change of a level.

import type { BoundIndicator, IndicatorState } from './bind-indicator.ts';
import { lastOf } from './bind-share.ts';
import { isTarget } from './bind-target.ts';
import type { Candidate } from './claim-candidate.ts';
import { goalCarried, goalNear, goalOfParagraph, namesOfGoal } from './claim-goal.ts';
import { type Horizon, isGoalYear } from './claim-horizon.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** The indicator of money. */
export function money(sentence: Sentence, candidate: Candidate, state: IndicatorState): BoundIndicator {
  if (isPrice(candidate)) return level(null);
  const moved = movedBy(sentence, candidate);
  if (moved !== 0) return { ...level('EXPORTS_CHANGE'), direction: moved };
  return level(isTarget(sentence, candidate, state) ? 'TARGET' : 'EXPORTS');
}

const LEAST = 1_000_000;

/** "10.71 dirhams", « 3 500 DH »: a price, a wage, a rate of exchange; no receipts of a sector. */
function isPrice({ unit, value }: Candidate): boolean {
  return !unit.includes('_') && Number(value) < LEAST;
}

/** The change itself: "minus 610 million", "fell by 0.6 billion", "lost 610 million", "450 million more than in 2024". */
function movedBy(sentence: Sentence, candidate: Candidate): -1 | 0 | 1 {
  if (candidate.sign !== 0) return candidate.sign;
  const { tokens, from } = sentence;
  const hedged = tokens[candidate.from - 1]?.kind === 'hedge' ? candidate.from - 2 : candidate.from - 1;
  const [before, behind] = [tokens[hedged], tokens[candidate.to]];
  if (hedged < from || behind?.kind === 'to') return 0;
  const falls = before?.kind === 'rise' || before?.kind === 'fall';
  if (falls && /_MN$|CENT/.test(candidate.unit)) return before.kind === 'rise' ? 1 : -1;
  if (before?.kind === 'transfer') return before.value === '1' ? 1 : -1;
  const missing =
    before?.kind === 'missing' && hasBetween(tokens, candidate.to, candidate.to + 2, ['compare']);
  if (missing) return -1;
  return movedBefore(tokens, from, hedged) || movedBehind(tokens, candidate.to);
}

const BY = /^(?:by|of|de|d|ب|قدره|قدرها|بنحو|بحوالي|بمقدار|بقيمه|بمبلغ)$/;

function movedBefore(tokens: readonly Token[], from: number, at: number): -1 | 0 | 1 {
  if (!BY.test(tokens[at]?.value ?? '')) return 0;
  const moved = lastOf(tokens, Math.max(from, at - 2), at, ['rise', 'fall']);
  const differs = tokens.slice(Math.max(from, at - 2), at).some(({ value }) => DIFFERENCE.test(value));
  if (moved === undefined) return differs || tokens[at - 1]?.value === 'more than' ? 1 : 0;
  return moved.kind === 'rise' ? 1 : -1;
}

const DIFFERENCE = /^(?:difference|gap|ecart|ب?(?:ال)?(?:فارق|فرق))$/;

/** The length of "more than" and "less than": "over" and its like say nothing behind a number. */
const THAN = 9;
/** "610 million short of the level of a year before". */
const SHORT_OF = 8;

function movedBehind(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const [behind, next] = [tokens[at], tokens[at + 1]];
  if (
    behind?.kind === 'word' &&
    /^(?:more|less|fewer)$/.test(behind.value) &&
    next?.number == null &&
    next?.kind !== 'word'
  )
    return behind.value === 'more' ? 1 : -1;
  if (behind?.kind === 'hedge' && behind.value === 'less than' && behind.end - behind.start === SHORT_OF)
    return next?.kind === 'word' || next?.kind === 'compare' ? -1 : 0;
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
  const goal =
    goalNear(sentence, candidate) ??
    goalCarried(sentence, candidate, state.before) ??
    goalOfParagraph(sentence, candidate, state.goal, state.horizon.goals) ??
    (candidate.class === 'count' ? state.horizon.goals.get('count')?.[0] : undefined);
  if (goal === undefined)
    return candidate.class === 'money' || candidate.class === 'persons' ? undefined : level(null);
  const { aimed, held } = namesOfGoal(goal);
  const counts = candidate.class === 'count' || candidate.class === 'rank';
  const isBack = isDatedBack(sentence, candidate, state.horizon) || isLeft(sentence, candidate);
  const ahead = (counts || isAimedBefore(sentence, state)) && !isBack;
  const isAimed = isTarget(sentence, candidate, state) || ahead;
  return level(isAimed && !(counts && isBack) ? aimed : held);
}

/** "To 50th, from 113th today": where something comes from is no goal. */
function isLeft({ tokens }: Sentence, { from, class: kind }: Candidate): boolean {
  return (
    kind === 'rank' &&
    tokens.slice(from - 2, from).some((token) => token.kind === 'from' || token.kind === 'compare')
  );
}

/** A year before the goals in the clause of a number. */
function isDatedBack(sentence: Sentence, { from, to }: Candidate, horizon: Horizon): boolean {
  const [start, end] = [clauseStart(sentence, from), clauseEnd(sentence, to)];
  const aimed = hasBetween(sentence.tokens, start, end, ['target']);
  return sentence.mentions.some(
    ({ from: at, to: past, period }) =>
      at >= start && past <= end && !isGoalYear(horizon, period.year, aimed),
  );
}

/** "Ours, for 2030, reads as follows. …": the text goes on about a year that lies ahead. */
function isAimedBefore({ mentions }: Sentence, { main, before, horizon }: IndicatorState): boolean {
  if (before?.id?.startsWith('TARGET') === true) return true;
  const { first, start } = horizon;
  const ahead = main !== null && main.freq === 'A' && main.year > first;
  return ahead && mentions.every(({ period }) => period.year === 0 || period.year >= start);
}

const LEVELS: ReadonlySet<string> = new Set(['money', 'persons', 'count', 'rank']);

/** The indicator of persons. */
export function persons(sentence: Sentence, candidate: Candidate, state: IndicatorState): BoundIndicator {
  const moved = movedBy(sentence, candidate);
  if (moved !== 0) return { ...level('EMPLOYMENT_CHANGE'), direction: moved };
  if (isOfPlace(candidate)) return level(null);
  const created = isCreated(sentence, candidate);
  const target = isTarget(sentence, candidate, state) || (created && !isPast(sentence, candidate, state));
  return level(target ? 'TARGET_EMPLOYMENT' : 'EMPLOYMENT', created);
}

/** A few thousand persons at most are those of a place or a company. */
const LEAST_OF_SECTOR = 10_000;

function isOfPlace({ value, high }: Candidate): boolean {
  return Number(high ?? value) < LEAST_OF_SECTOR;
}

/** « 100 000 au total », "a cumulative 100,000 people": so many over all the years together. */
export function isSummed({ tokens }: Sentence, { from, to }: Candidate): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).some(({ value }) => CUMULATIVE.test(value));
  const [first, second] = [tokens[to], tokens[to + 1]];
  const total = second?.value === 'total' || second?.value.startsWith('_T') === true;
  return (
    before ||
    /^(?:altogether|cumules|cumulees|اجمالا)$/.test(first?.value ?? '') ||
    (first?.kind === 'segment' && first.value === '_T' && first.end - first.start === AU_TOTAL) ||
    (first?.kind === 'together' && second?.number == null) ||
    (/^(?:au|in|في)$/.test(first?.value ?? '') && total)
  );
}

/** The length of « au total », one name of the whole. */
const AU_TOTAL = 8;
const CUMULATIVE = /^(?:cumulative|cumulated|cumul)$/;

/** "create 270,000 jobs", « 148 500 emplois créés ». */
export function isCreated(sentence: Sentence, candidate: Candidate): boolean {
  const from = clauseStart(sentence, candidate.from);
  const to = Math.min(sentence.to, candidate.to + 2, clauseEnd(sentence, candidate.to));
  return hasBetween(sentence.tokens, from, to, ['create']);
}

/** The nearest year around a number is over on the day of the text. */
function isPast(sentence: Sentence, { from, to }: Candidate, { horizon }: IndicatorState): boolean {
  const years = sentence.mentions.filter(({ form }) => form === 'absolute');
  const behind = years.find((mention) => mention.from >= to && mention.from - to <= 6);
  const year = (behind ?? years.findLast((mention) => mention.to <= from))?.period.year;
  return year !== undefined && year <= horizon.now && year < horizon.first;
}
