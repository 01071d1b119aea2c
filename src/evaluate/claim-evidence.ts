// What the words around a number say for its binding: how near they name its subject and its period. What a denial rests on.

import { formatPeriod, type Period } from '../design/period.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Candidate } from './claim-candidate.ts';
import { goalOfClaim, isOfGoal } from './claim-goal.ts';
import { clauseAround, GENERIC_TOTAL, hasBetween, type Sentence, WEAK_TOTAL } from './claim-sentence.ts';
import type { TableCell } from './claim-table.ts';
import type { Token } from './claim-token.ts';

/**
 * Nearest first: right by the number; alone in its clause; alone in its sentence; all that the text has named; one of
 * several in the sentence; nowhere.
 */
const GRADES = ['beside', 'clause', 'sentence', 'text', 'shared', 'none'] as const;
export type Grade = (typeof GRADES)[number];

export type Evidence = { readonly subject: Grade; readonly period: Grade };

type Place = { readonly from: number; readonly to: number };

/** What speaks for a claim as it is bound. */
export function evidenceOf(claim: BoundClaim, sentence: Sentence): Evidence {
  const { cell } = claim.candidate;
  return {
    subject: cell === undefined ? subjectGrade(claim, sentence) : cellGrade(claim, sentence, cell),
    period: periodGrade(claim, sentence),
  };
}

/** Whether something is named at least so near. */
export function isAtLeast(grade: Grade, least: Grade): boolean {
  return GRADES.indexOf(grade) <= GRADES.indexOf(least);
}

function subjectGrade(claim: BoundClaim, sentence: Sentence): Grade {
  const names = namesIn(claim, sentence);
  const grade = gradeOf(
    names.filter(({ own }) => own),
    names.filter(({ own }) => !own),
    claim.candidate,
    sentence,
  );
  const known = claim.named || (claim.indicator === 'TARGET' && isAimed(sentence));
  return grade === 'none' && known ? 'text' : grade;
}

/** "The target is 40 billion": the goal of exports, which goes without a name. */
function isAimed({ tokens, from, to }: Sentence): boolean {
  return hasBetween(tokens, from, to, ['target', 'met', 'need', 'path']);
}

type Name = Place & { readonly own: boolean };

/** The names in a sentence, and whether each is that of the claim's subject. */
function namesIn(claim: BoundClaim, sentence: Sentence): readonly Name[] {
  const { tokens, segments } = sentence;
  const goal = goalOfClaim(claim.indicator);
  if (goal !== undefined) return goalNames(sentence, goal);
  const codes = claim.segment.split('+');
  const strict = segments.filter(({ at }) => !isOpenTotal(tokens[at]));
  return strict.map(({ at, value }) => ({ from: at, to: at + 1, own: codes.includes(value) }));
}

/** A goal by its own words; exports and jobs, which have none, by those of the sector and of work. */
function goalNames({ tokens, from, to }: Sentence, goal: string): readonly Name[] {
  const general = GENERAL[goal];
  const names: Name[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const place = { from: at, to: at + 1 };
    if (token.kind === 'goal') names.push({ ...place, own: token.value.split(' ')[0] === goal });
    else if (general?.has(token.kind) === true) names.push({ ...place, own: true });
  }
  return names;
}

const GENERAL: { readonly [goal: string]: ReadonlySet<string> } = {
  EXPORTS: new Set(['segment', 'subject']),
  EMPLOYMENT: new Set(['segment', 'subject', 'employ', 'create']),
};

/** A row or a column that names it; what stands over the whole table has less to say. */
function cellGrade({ segment, indicator, named }: BoundClaim, { tokens }: Sentence, cell: TableCell): Grade {
  if (isOfGoal(indicator)) return 'none';
  const codes = segment.split('+');
  const own = [cell.row, cell.head].some(({ from, to }) =>
    tokens.slice(from, to).some(({ kind, value }) => kind === 'segment' && codes.includes(value)),
  );
  if (own) return 'beside';
  return named && segment !== '_T' ? 'text' : 'none';
}

function periodGrade(
  { candidate, indicator, period, against, dated }: BoundClaim,
  sentence: Sentence,
): Grade {
  if (candidate.cell !== undefined) return dated ? 'clause' : 'none';
  const isBase = (each: Period) => against !== null && formatPeriod(each) === formatPeriod(against);
  const isRate = indicator === 'EXPORTS_YOY';
  const own = sentence.mentions.filter((mention) => isNamed(mention, period));
  const others = sentence.mentions.filter(
    (mention) => !own.includes(mention) && !isBase(mention.period) && !(mention.form === 'before' && isRate),
  );
  const grade = gradeOf(own, others, candidate, sentence);
  return grade === 'none' && dated ? 'text' : grade;
}

type Mention = Sentence['mentions'][number];

/** Named with its year, or as a part of the year that the text is in. */
function isNamed({ form, period: named }: Mention, period: Period): boolean {
  if (form === 'part') return named.freq === period.freq && named.index === period.index;
  return form === 'absolute' && formatPeriod(named) === formatPeriod(period);
}

function gradeOf(
  own: readonly Place[],
  others: readonly Place[],
  candidate: Candidate,
  sentence: Sentence,
): Grade {
  if (own.length === 0) return 'none';
  if (own.some((place) => isBeside(sentence.tokens, place, others, candidate))) return 'beside';
  const clause = clauseAround(sentence, candidate);
  const isIn = ({ from }: Place) => from >= clause.from && from < clause.to;
  const free = own.filter((place) => !isTaken(place, candidate, sentence));
  if (free.some(isIn) && !others.some(isIn)) return 'clause';
  return others.length === 0 && free.length > 0 ? 'sentence' : 'shared';
}

/** "190,000 this year and 270,000 in 2030": a name behind the next number of its kind is of that. */
function isTaken({ from }: Place, candidate: Candidate, { candidates }: Sentence): boolean {
  return candidates.some(
    (other) => other.class === candidate.class && other.from >= candidate.to && other.to <= from,
  );
}

/** "Engineering earned 3.462 billion", "3.462 billion in engineering": right before with a verb, right behind with small words. */
function isBeside(
  tokens: readonly Token[],
  place: Place,
  others: readonly Place[],
  { from, to }: Candidate,
): boolean {
  const before = place.to <= from;
  const [start, end] = before ? [place.to, from] : [to, place.from];
  const between = tokens.slice(start, end);
  if (between.length > MOST_BETWEEN || others.some((other) => other.from >= start && other.to <= end))
    return false;
  return between.every((token, at) =>
    before ? isLeadingOn(token, between[at + 1]) : token.kind === 'hedge' || SMALL.test(token.value),
  );
}

/** Between a name and its number: any word, and no mark but those that announce, or a comma before "whose". */
function isLeadingOn({ kind, value, number }: Token, next: Token | undefined): boolean {
  if (kind === 'break') return OPENS.test(value) || (value === ',' && RELATIVE.test(next?.value ?? ''));
  return number === null;
}

const RELATIVE = /^(?:whose|which|dont|qui|التي|الذي)$/;
const MOST_BETWEEN = 6;
const OPENS = /^[:(–]$/;
const SMALL =
  /^(?:[(–]|in|for|from|of|at|with|is|was|en|au|dans|pour|de|des|du|d|l|la|les|le|a|the|1|في|ل|ب|من|سنه|عام)$/;

function isOpenTotal(token: Token | undefined): boolean {
  return token?.value === WEAK_TOTAL || token?.value === GENERIC_TOTAL;
}
