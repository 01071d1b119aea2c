// How a sentence opens: anew, with a pronoun, as an answer, as the note to a number.

import type { BoundClaim } from './bind-claim.ts';
import type { Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

const PRONOUNS: ReadonlySet<string> = new Set(
  'it its they their them this elle elles il ils sa son ses leur leurs celle celui'.split(' '),
);

/** A sentence that opens with a period of its own, names no segment and has no pronoun: of the sector again. */
export function isAnew({ tokens, from, to, mentions, segments }: Sentence): boolean {
  const mention = mentions.find(({ form, comparison }) => form === 'absolute' && !comparison);
  if (mention === undefined || mention.from - from > 3 || segments.length > 0) return false;
  if (hasTopic(tokens, from)) return false;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'part_of');
  return words.some(({ value }) => /^[a-z]/.test(value)) && !words.some(({ value }) => PRONOUNS.has(value));
}

const LINE = 120;
const TITLE = 6;

/** "Customer relations: down in Q4. H1 2025 then …": a line that opens with a name and a colon is about it. */
function hasTopic(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (start > 0 && at - start < LINE && !/^\n/.test(tokens[start - 1]?.value ?? '')) start -= 1;
  const colon = tokens.slice(start, start + TITLE).findIndex(({ value }) => value === ':');
  return tokens
    .slice(start, start + Math.max(0, colon))
    .some(({ kind, value }) => kind === 'segment' && !value.startsWith('_T'));
}

const OPENS = 4;

/** "A: It rose by …", هذه الأخيرة …: about what was spoken of. */
export function opensWithPronoun({ tokens, from, to }: Sentence): boolean {
  return tokens
    .slice(from, Math.min(to, from + OPENS))
    .some(
      ({ kind, value }) =>
        kind === 'latter' || kind === 'owned' || (kind === 'word' && PRONOUNS.has(value) && value !== 'this'),
    );
}

export function isQuestion({ tokens, to }: Sentence): boolean {
  return tokens[to]?.value === '?' || tokens[to - 1]?.value === '?';
}

const RAISED = /^[¹²³⁴⁵⁶⁷⁸⁹]$/;

/** The mark of a note at a place: "(2)", "²". */
export function noteAt({ tokens }: Sentence, at: number): string | undefined {
  const [open, number, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (open !== undefined && RAISED.test(open.value)) return String(' ¹²³⁴⁵⁶⁷⁸⁹'.indexOf(open.value));
  const marked = open?.value === '(' && close?.value === ')' && /^\d{1,2}$/.test(number?.value ?? '');
  return marked ? number?.value : undefined;
}

const REACH = 10;

/** Keeps the number that the note behind it is about. */
export function rememberNote(sentence: Sentence, claim: BoundClaim, notes: Map<string, BoundClaim>): void {
  const next = sentence.candidates.find(({ from }) => from >= claim.candidate.to)?.from ?? sentence.to + 1;
  const end = Math.min(next, claim.candidate.to + REACH, sentence.to + 1);
  for (let at = claim.candidate.to; at < end; at += 1) {
    const note = noteAt(sentence, at);
    if (note !== undefined && !notes.has(note)) notes.set(note, claim);
  }
}
