// Shares and what becomes of them: a share that moved, in points or told in percent, and a part of another period.

import { comparePeriods, type Period } from '../design/period.ts';
import type { BoundIndicator, Cue } from './bind-indicator.ts';
import type { Candidate } from './claim-candidate.ts';
import { hasBetween, numberBehind, type Sentence, WEAK_TOTAL } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** A share that moved: "its share fell by 5.9 points to 31.3 percent" is a change, then a share; points of growth. */
export function ofShare(
  sentence: Sentence,
  candidate: Candidate,
  carried: BoundIndicator | null,
): Cue | undefined {
  const { tokens } = sentence;
  const behind = Math.min(sentence.to, candidate.to + 4);
  if (candidate.class === 'points' && hasBetween(tokens, sentence.from, behind, ['contribution']))
    return { id: 'EXPORTS_CONTRIB', direction: directionBefore(sentence, candidate) };
  const points = candidate.class === 'points';
  const goesOn =
    points && carried?.id?.startsWith('EXPORTS_SHARE') === true && !isOfLevel(sentence, candidate);
  if (isLossOfShare(sentence, candidate, carried))
    return { id: 'EXPORTS_SHARE_CHANGE', direction: directionBefore(sentence, candidate) };
  const shared = goesOn || hasBetween(tokens, sentence.from, points ? behind : candidate.from, ['share']);
  const moved = lastOf(tokens, sentence.from, candidate.from, ['rise', 'fall']);
  if (!shared || (moved === undefined && candidate.sign === 0)) return undefined;
  if (candidate.class === 'points')
    return {
      id: 'EXPORTS_SHARE_CHANGE',
      direction: candidate.sign === 0 ? directionBefore(sentence, candidate) : candidate.sign,
    };
  const reached = /^(?:a|to|at|الي|de|from|من|contre|against|مقابل)$/.test(
    wordBefore(tokens, candidate.from),
  );
  return candidate.class === 'percent' && candidate.sign === 0 && reached && isShareAlone(sentence, candidate)
    ? { id: 'EXPORTS_SHARE', direction: 0 }
    : undefined;
}

/** "3.462 billion, an increase of 7.1 points", "its receipts fell by 12.7 points": of the level right before it, or of receipts. */
function isOfLevel({ tokens, from, candidates }: Sentence, candidate: Candidate): boolean {
  const last = candidates.findLast(({ to }) => to <= candidate.from);
  if (last !== undefined && hasBetween(tokens, last.to, candidate.from, ['share'])) return false;
  if (last?.class === 'money') return true;
  return tokens.slice(last?.to ?? from, candidate.from).some(isReceipts);
}

/** Receipts, of whomever, or of what the text spoke of. */
function isReceipts({ kind, value }: Token): boolean {
  return value === WEAK_TOTAL || kind === 'owned';
}

/** "From 37.2 to 31.3 percent, that is a loss of 5.9 percent", "its share fell by 6 percent": a change of a share told in percent. */
function isLossOfShare(sentence: Sentence, candidate: Candidate, carried: BoundIndicator | null): boolean {
  const { tokens, candidates } = sentence;
  if (candidate.class !== 'percent' || candidate.sign !== 0) return false;
  const before = candidates.filter(({ to }) => to <= candidate.from).slice(-2);
  const [low, high] = before;
  const moved = hasBetween(tokens, high?.to ?? sentence.from, candidate.from, ['rise', 'fall', 'transfer']);
  if (
    !moved ||
    tokens.slice(high?.to ?? sentence.from, candidate.from).some(({ kind }) => kind === 'segment')
  )
    return false;
  if (wordBefore(tokens, candidate.from) === 'to') return false;
  const pair =
    low?.class === 'percent' && high?.class === 'percent' && hasBetween(tokens, low.to, high.from, ['to']);
  return pair && carried?.id === 'EXPORTS_SHARE' && candidate.from - high.to <= NEAR_SHARE;
}

const NEAR_SHARE = 12;

/** Whether the last subject before the number is a share, with nothing but its movement behind it. */
function isShareAlone(sentence: Sentence, candidate: Candidate): boolean {
  const share = lastIndex(sentence, candidate, 'share');
  return !sentence.candidates.some(
    ({ from, class: kind }) => from > share && from < candidate.from && kind === 'money',
  );
}

function lastIndex({ tokens, from }: Sentence, candidate: Candidate, kind: string): number {
  for (let at = candidate.from - 1; at >= from; at -= 1) if (tokens[at]?.kind === kind) return at;
  return -1;
}

export function wordBefore(tokens: readonly Token[], at: number): string {
  let place = at - 1;
  while (tokens[place]?.kind === 'hedge') place -= 1;
  const before = tokens[place];
  if (before?.kind === 'compare') return 'contre';
  return before?.kind === 'to' || before?.kind === 'from' ? before.kind : (before?.value ?? '');
}

export function directionBefore(sentence: Sentence, candidate: Candidate): -1 | 0 | 1 {
  const moved = lastOf(sentence.tokens, sentence.from, candidate.from, ['rise', 'fall']);
  return moved === undefined ? 0 : moved.kind === 'rise' ? 1 : -1;
}

/** The last token of some kinds in a stretch. */
export function lastOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  kinds: readonly string[],
): Token | undefined {
  return tokens.slice(Math.max(0, from), to).findLast(({ kind }) => kinds.includes(kind));
}

/** "75 % of its receipts of the whole of 2024": a part of a period named behind the number. */
export function isPartOfYear(sentence: Sentence, candidate: Candidate, carried: Period | null): boolean {
  const next = numberBehind(sentence, candidate);
  const mention = sentence.mentions.find(({ from }) => from >= candidate.to && from < next);
  const main = sentence.mentions.find(({ from, comparison }) => from < candidate.from && !comparison);
  const behind = sentence.tokens[candidate.to];
  const ofOwn = candidate.class === 'fraction' && behind !== undefined && isReceipts(behind);
  const ofPeriod =
    ofOwn || hasBetween(sentence.tokens, candidate.to, next, ['part_of']) || mention?.whole === true;
  if (mention === undefined || !ofPeriod) return false;
  if (mention.form === 'part' && isSamePart(mention.period, main?.period ?? carried)) return false;
  const held = isOfLevelHeld(sentence, candidate);
  const own =
    held ||
    sentence.tokens
      .slice(candidate.to, mention.from)
      .some(({ kind, value }) => kind === 'part_of' && value === 'own');
  if (mention.whole || (own && /^(?:S|Q)$/.test(mention.period.freq))) return true;
  const period = main?.period ?? (own ? carried : null);
  return period !== null && period.freq !== 'A' && comparePeriods(period, mention.period) !== 0;
}

/** "2.58 billion, about three quarters of all it earned in 2024": of the level right before it. */
function isOfLevelHeld({ candidates, tokens }: Sentence, { from }: Candidate): boolean {
  const last = candidates.findLast(({ to }) => to <= from);
  return (
    last?.class === 'money' && from - last.to <= 5 && !hasBetween(tokens, last.to, from, ['segment', 'share'])
  );
}

/** "Half of the total for those six months": the part of the year that the text speaks of. */
function isSamePart({ freq, index }: Period, of: Period | null): boolean {
  return of !== null && of.freq === freq && of.index === index;
}
