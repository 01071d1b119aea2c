// Who holds a place among the segments: who is named before it, who takes it, to whom it is given.

import { hasBetween, type SegmentMention, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** Who holds a place: the name before it, else the one behind; where it was taken or given, who has it afterwards. */
export function holderOf(sentence: Sentence, at: number, carried: string): string | undefined {
  const named = sentence.segments.filter(({ value }) => value !== '_T');
  const moved = changeOfHands(sentence, at);
  if (moved !== undefined) {
    const before = named.findLast((mention) => mention.at < at);
    const behind = named.find((mention) => mention.at > Math.max(moved.at, at));
    const agent = agentBehind(sentence, Math.max(moved.at, at), named);
    if (moved.given) return agent?.value ?? behind?.value;
    if (agent !== undefined) return agent.value;
    if (moved.at < at) return before?.value ?? (carried === '_T' ? undefined : carried);
  }
  const owner = named.findLast((mention) => mention.at < at) ?? named.find((mention) => mention.at > at);
  return owner === undefined || isFarFrom(owner, at) ? undefined : owner.value;
}

/** "Took second place from …", « a cédé la première place à … », « la place a été ravie à … »: the verb beside a place. */
function changeOfHands(
  { tokens, from, to }: Sentence,
  rank: number,
): { readonly at: number; readonly given: boolean } | undefined {
  const [start, end] = [Math.max(from, rank - HANDS), Math.min(to, rank + HANDS + 1)];
  const isVerb = ({ kind, value }: Token) => kind === 'seize' || (kind === 'transfer' && value === '-1');
  const before = tokens.slice(start, rank).findLastIndex(isVerb);
  const behind = tokens.slice(rank + 1, end).findIndex(isVerb);
  const at = before !== -1 ? start + before : behind !== -1 ? rank + 1 + behind : -1;
  const verb = tokens[at];
  if (verb === undefined || tokens.slice(Math.min(at, rank), Math.max(at, rank)).some(isCut))
    return undefined;
  return { at, given: verb.value === '-1' };
}

const HANDS = 5;

function isCut({ kind, value, number }: Token): boolean {
  return number !== null || (kind === 'break' && /^[,;:.]$/.test(value));
}

/** « … par la relation client », "by engineering", « au profit de »: who took it, or to whom it went. */
function agentBehind(
  { tokens }: Sentence,
  at: number,
  named: readonly SegmentMention[],
): SegmentMention | undefined {
  return named.find(
    (mention) =>
      mention.at > at && tokens.slice(mention.at - BY_REACH, mention.at).some(({ value }) => BY.test(value)),
  );
}

const BY_REACH = 3;
const BY = /^(?:by|par|profit|favour|favor|لصالح|لفائده)$/;

/** "Customer relations lost first place": no fall of its own. */
export function isOfPlace({ tokens, to }: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'fall' && token?.kind !== 'rise') return false;
  const verb = tokens
    .slice(Math.max(0, at - 2), at + 3)
    .some(({ kind, value, start }) => kind === 'transfer' && value === '-1' && start === token.start);
  return verb && hasBetween(tokens, at, Math.min(to, at + HANDS), ['rank']);
}

function isFarFrom({ at }: SegmentMention, rank: number): boolean {
  return Math.abs(at - rank) > 10;
}
