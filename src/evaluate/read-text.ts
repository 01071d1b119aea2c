// A text as it is read: its sentences, its numbers bound to figures, its words of direction and rank, whether it is on the subject.

import { comparePeriods, type Period } from '../design/period.ts';
import type { Target } from '../design/target.ts';
import type { Language } from '../design/text.ts';
import type { Steps } from '../engine/slices.ts';
import { type BindingGrounds, type BoundClaim, bindClaims } from './bind-claim.ts';
import { firstPeriod } from './bind-discourse.ts';
import { opensWithPronoun } from './bind-opening.ts';
import { candidatesOf, MOST_CLAIMS } from './claim-candidate.ts';
import { withNamedYears } from './claim-deixis.ts';
import { isTold } from './claim-fit.ts';
import { isOfGoal } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import { horizonOf } from './claim-horizon.ts';
import { periodMentions } from './claim-period.ts';
import { type Sentence, sentencesOf } from './claim-sentence.ts';
import { isForeign, isOfAnother } from './claim-subject.ts';
import { tablesOf } from './claim-table.ts';
import { type PlainText, plainText } from './claim-text.ts';
import { type Lexicon, type Token, tokensOf } from './claim-token.ts';
import { type WordClaim, wordClaims } from './claim-word.ts';

export type TextUnderCheck = {
  readonly text: string;
  readonly language: Language /** ISO day. */;
  readonly day: string;
};
export type Reading = {
  readonly plain: PlainText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly bound: readonly BoundClaim[];
  readonly bySentence: ReadonlyMap<number, readonly BoundClaim[]>;
  readonly words: readonly WordClaim[];
  /** When goals lie, seen from the day of the text. */
  readonly horizon: Horizon;
  /** Whether the text speaks of the subject at all. */
  readonly covered: boolean;
  /** Whether a number tells a figure with three digits or more. */
  readonly exact: (claim: BoundClaim) => boolean;
  /** Whether it was read to its end: a text of too many words or numbers is read in part. */
  readonly complete: boolean;
};

/** Reads a text: tokens, sentences, numbers bound to figures, words of direction and rank. */
export function* readText(
  { text, language, day }: TextUnderCheck,
  lexicon: Lexicon,
  { targets, ...grounds }: Omit<BindingGrounds, 'day' | 'horizon'> & { readonly targets: readonly Target[] },
): Steps<Reading> {
  const plain = plainText(text);
  const horizon = horizonOf(targets, day);
  yield;
  const tokens = withNamedYears(yield* tokensOf(plain, language, lexicon), horizon);
  yield;
  const candidates = yield* candidatesOf(tokens, yield* tablesOf(tokens));
  const sentences = yield* sentencesOf(tokens, candidates, yield* periodMentions(tokens));
  yield;
  const bound = yield* bindClaims(sentences, { day, horizon, ...grounds });
  yield;
  const bySentence = Map.groupBy(bound, (claim) => claim.sentence);
  const exact = (claim: BoundClaim) => isTold(claim, grounds.fits);
  let before = firstPeriod(sentences);
  let subject = '_T';
  const words: WordClaim[] = [];
  for (const [number, sentence] of sentences.entries()) {
    const own = bySentence.get(number) ?? [];
    words.push(...wordClaims(sentence, own, own[0]?.period ?? before, day, subject));
    before = newestOf(own) ?? before;
    subject = sentence.segments.findLast(({ value }) => value !== '_T')?.value ?? subject;
    yield;
  }
  const covered = isOnSubject(tokens) || tellsFigures(bound, grounds.fits);
  const complete = bound.length < MOST_CLAIMS && isReadToEnd(plain, tokens);
  return { plain, tokens, sentences, bound, bySentence, words, horizon, covered, exact, complete };
}

/** What a sentence is about: the newest of its periods, since what it looks back to is older. */
function newestOf(claims: readonly BoundClaim[]): Period | undefined {
  const figures = claims.filter(({ indicator }) => !isOfGoal(indicator)).map(({ period }) => period);
  return figures.reduce<Period | undefined>(
    (newest, period) => (newest === undefined || comparePeriods(newest, period) < 0 ? period : newest),
    undefined,
  );
}

/** A text that names nothing of the subject, and tells two of its figures with all their digits. */
function tellsFigures(bound: readonly BoundClaim[], fits: BindingGrounds['fits']): boolean {
  const told = bound.slice(0, MOST_TOLD).filter((claim) => isTold(claim, fits));
  return new Set(told.map(({ candidate }) => candidate.value)).size > 1;
}

const MOST_TOLD = 200;

function isReadToEnd({ plain }: PlainText, tokens: readonly Token[]): boolean {
  return !/[\p{L}\d]/u.test(plain.slice(tokens.at(-1)?.end ?? 0));
}

/** A text that names the subject, a segment, or two of the goals. */
function isOnSubject(tokens: readonly Token[]): boolean {
  const named = tokens.some(
    ({ kind, value }) => kind === 'subject' || (kind === 'segment' && !value.startsWith('_T')),
  );
  return named || new Set(tokens.filter(({ kind }) => kind === 'goal').map(({ value }) => value)).size > 1;
}

/** A number is of the subject when the text is, and the words around it are not about another sector. */
export function isCovered(claim: BoundClaim, { covered, exact, sentences }: Reading): boolean {
  const sentence = sentences[claim.sentence];
  if (!covered || sentence === undefined || claim.indicator === null) return false;
  if (claim.candidate.cell !== undefined || isOfGoal(claim.indicator)) return true;
  const before = sentences[claim.sentence - 1];
  const goesOn = before !== undefined && opensWithPronoun(sentence) && isForeign(before);
  return !(goesOn || isOfAnother(sentence, claim.candidate)) || exact(claim);
}
