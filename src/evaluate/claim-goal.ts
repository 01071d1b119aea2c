// What goals and their baselines are called in claims, and which goal a number speaks of.

import type { Period } from '../design/period.ts';
import type { Target } from '../design/target.ts';
import type { Candidate, ClaimUnit } from './claim-candidate.ts';
import type { Horizon } from './claim-horizon.ts';
import { clauseEnd, hasBetween, numberBefore, numberBehind, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

type Names = { readonly aimed: string; readonly held: string };

/** By a target's indicator: the claim of a goal, and of what was there before. Others go by their own name. */
const NAMES: { readonly [indicator: string]: Names } = {
  EXPORTS: { aimed: 'TARGET', held: 'EXPORTS' },
  DIGITAL_GDP: { aimed: 'TARGET_GDP', held: 'GDP' },
  START_UPS: { aimed: 'TARGET_STARTUPS', held: 'STARTUPS' },
  START_UP_FUNDS: { aimed: 'TARGET_FUNDS', held: 'STARTUP_FUNDS' },
  TRAINED_A_YEAR: { aimed: 'TARGET_TRAINED', held: 'TRAINED' },
  ONLINE_SERVICES_RANK: { aimed: 'TARGET_ESERVICES_RANK', held: 'ESERVICES_RANK' },
};

/** A goal that a text has spoken of, by its target's indicator, and its year. */
export type Aim = { readonly goal: string; readonly period: Period };

export function namesOfGoal(indicator: string): Names {
  return NAMES[indicator] ?? { aimed: `TARGET_${indicator}`, held: indicator };
}

/** The indicator in the list of goals that a claim of a goal, or of jobs, speaks of; undefined for other claims. */
export function goalOfClaim(indicator: string | null): string | undefined {
  if (indicator === null) return undefined;
  if (indicator === 'EMPLOYMENT' || indicator === 'TARGET_EMPLOYMENT') return 'EMPLOYMENT';
  return isOfGoal(indicator) ? (goalOf(indicator) ?? aimOf(indicator)) : undefined;
}

/** The goals that a claim's indicator speaks of; none for a figure that is compiled. */
export function goalsOf(indicator: string | null, targets: readonly Target[]): readonly Target[] {
  if (indicator === null || indicator === 'EXPORTS' || indicator === 'EMPLOYMENT') return [];
  return targets.filter((target) => {
    const { aimed, held } = namesOfGoal(target.indicator);
    return target.status !== 'draft' && (aimed === indicator || held === indicator);
  });
}

/** The goal that a claim of a goal's indicator is of, by its target's indicator. */
export function aimOf(indicator: string): string {
  const [goal] = Object.entries(NAMES).find(([, { aimed }]) => aimed === indicator) ?? [];
  return goal ?? indicator.replace(/^TARGET_/, '');
}

/** Whether an indicator is that of a goal or of what a goal started from. */
export function isOfGoal(indicator: string | null): boolean {
  return indicator !== null && !isCompiled(indicator);
}

/** Whether an indicator is of what is compiled: exports, persons employed, places among the segments. */
export function isCompiled(indicator: string): boolean {
  return COMPILED.test(indicator);
}

const COMPILED = /^(?:EXPORTS|EMPLOYMENT|RANK)(?:_|$)/;

/** The goal with words of its own that a claim's indicator is of; null for exports and persons employed. */
export function goalOf(indicator: string | null): string | null {
  if (indicator === null || isCompiled(indicator) || UNNAMED.has(indicator)) return null;
  const [goal] = Object.entries(NAMES).find(([, { aimed, held }]) => [aimed, held].includes(indicator)) ?? [];
  return goal ?? aimOf(indicator);
}

/** Goals of what is compiled, and the way to a goal. */
const UNNAMED: ReadonlySet<string> = new Set(['TARGET', 'TARGET_EMPLOYMENT', 'TARGET_PATH']);

/** The indicators of the goals that words name, in their order. */
export function goalsNamed(tokens: readonly Token[], from: number, to: number): readonly string[] {
  return tokens
    .slice(from, to)
    .flatMap(({ kind, value }) => (kind === 'goal' ? [value.split(' ')[0] ?? value] : []));
}

/** The class of numbers that a goal is given in. */
export function classOfUnit(unit: string): ClaimUnit {
  if (unit === 'PERSONS') return 'persons';
  return unit === 'COUNT' ? 'count' : unit === 'RANK' ? 'rank' : 'money';
}

/** The goal that the words around a number name: before it since the last number, else behind it in its clause. */
export function goalNear(sentence: Sentence, candidate: Candidate): string | undefined {
  const floor = numberBefore(sentence, candidate);
  const next = numberBehind(sentence, candidate);
  const end = Math.min(next, clauseEnd(sentence, candidate.to));
  const own = (token: Token) => token.kind === 'goal' && token.value.endsWith(` ${candidate.class}`);
  const { tokens } = sentence;
  const named =
    tokens.slice(candidate.from, end).find(own) ?? tokens.slice(floor, candidate.from).findLast(own);
  const asked = named ?? (floor === sentence.from ? askedBefore(sentence, own) : undefined);
  return asked?.value.split(' ')[0];
}

const ASKED = 14;

/** « Qui sera formé ? Cent mille personnes par an »: what the question before has named. */
function askedBefore({ tokens, from }: Sentence, own: (token: Token) => boolean): Token | undefined {
  let end = from - 1;
  while (end > 0 && from - end <= 4 && tokens[end]?.value !== '?') end -= 1;
  if (tokens[end]?.value !== '?') return undefined;
  for (let at = end - 1; at >= 0 && end - at <= ASKED; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.number !== null || /^[?.!]$/.test(token.value)) return undefined;
    if (own(token)) return token;
  }
  return undefined;
}

/** "1,000 start-ups in 2026 and 3,000 in 2030": the goal goes on where nothing else is named. */
export function goalCarried(
  sentence: Sentence,
  candidate: Candidate,
  before: { readonly id: string | null } | null,
): string | undefined {
  const last = sentence.candidates.findLast(({ to }) => to <= candidate.from);
  if (last === undefined || last.class !== candidate.class) return undefined;
  const indicator = goalOf(before?.id ?? null) ?? undefined;
  const left = sentence.tokens
    .slice(last.to, candidate.from)
    .some(({ kind }) => kind === 'segment' || kind === 'goal' || kind === 'employ');
  return left ? undefined : indicator;
}

/** "Ours is 2 billion for 2026": the goal of the number before in the paragraph, where the sentence names nothing else. */
export function goalOfParagraph(
  { tokens, from, to, segments }: Sentence,
  { class: kind }: Candidate,
  goal: string | null,
  goals: Horizon['goals'],
): string | undefined {
  if (goal === null || segments.length > 0 || goals.get(kind)?.includes(goal) !== true) return undefined;
  const other = hasBetween(tokens, from, to, ['goal', 'employ', 'foreign']);
  return other ? undefined : goal;
}
