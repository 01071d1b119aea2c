// Judges every numeric claim of a text: GSBPM 6.2 (validate outputs) turned on texts, ours before sending and others' after.
// Grammar, glossary and interval arithmetic; the same text and the same figures always give the same answer.

import { EVERYTHING, intersect } from '../design/interval.ts';
import { formatPeriod, parsePeriod } from '../design/period.ts';
import type { Target } from '../design/target.ts';
import type { Steps } from '../engine/slices.ts';
import type { BoundClaim } from './bind-claim.ts';
import { isOnTrust, type JudgedNumber, judgedOnce, signatureOf } from './check-number.ts';
import { isGoalDenied } from './claim-doubt.ts';
import { type Evidence, evidenceOf } from './claim-evidence.ts';
import { isOfGoal } from './claim-goal.ts';
import { type Horizon, isGoalYear } from './claim-horizon.ts';
import type { Knowledge } from './claim-knowledge.ts';
import { isGoal, judgeMet, type MetClaim, metClaims } from './claim-met.ts';
import { type RivalGoal, rivalGoal, rivalValues } from './claim-rival.ts';
import { judgeTarget, type TargetJudgement, targetYear } from './claim-target.ts';
import { originalSpan, type PlainText } from './claim-text.ts';
import type { Lexicon } from './claim-token.ts';
import type { HedgeWidths } from './claim-value.ts';
import { judgeWord, type WordClaim } from './claim-word.ts';
import type { Solver } from './joint-conflict.ts';
import type { Judgement, Verdict } from './judge-claim.ts';
import { isCovered, type Reading } from './read-text.ts';

export type CheckedClaim = {
  readonly text: string;
  /** Indices into the text as given. */
  readonly start: number;
  readonly end: number;
  readonly indicator: string | null;
  readonly segment: string | null;
  readonly freq: string | null;
  readonly period: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** The sign that words give a change: 1 up, -1 down. */
  readonly direction?: -1 | 1;
  readonly hedge?: string;
  readonly notation?: string;
  readonly verdict: Verdict;
  readonly slip?: string;
  /** The scope of the series that the number is of, where it is not that of the release. */
  readonly scope?: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Of a number that is doubted: what it tells as it stands. */
  readonly instead?: Pick<CheckedClaim, 'indicator' | 'segment' | 'period'>;
  /** What the explanation is made from. */
  readonly judgement: Judgement | null;
};

export type CheckGrounds = {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
  readonly targets: readonly Target[];
  readonly widths: HedgeWidths;
  /** For the test of all claims together; without it they are tested one by one. */
  readonly solver?: Solver;
};

/** The verdict on every claim of a text, in the order of the text. */
export function* checkClaims(reading: Reading, grounds: CheckGrounds): Steps<readonly CheckedClaim[]> {
  const judged = judgedOnce(grounds);
  const numbers: CheckedClaim[] = [];
  for (const claim of reading.bound) {
    numbers.push(checkNumber(claim, reading, grounds, judged));
    yield;
  }
  const words = reading.covered ? reading.words.map((claim) => checkWord(claim, reading, grounds)) : [];
  yield;
  const met = reading.covered ? goalsMet(reading, grounds) : [];
  return [...numbers, ...words, ...met].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first different claims of a text that may hold, and are not certain to: what only together can fail. */
export function uncertainClaims(
  reading: Reading,
  checked: readonly CheckedClaim[],
  most: number,
): readonly BoundClaim[] {
  const uncertain = new Set(
    checked
      .filter(({ verdict, unit, judgement }) => UNCERTAIN.has(verdict) && unit !== null && mayHold(judgement))
      .map(({ start }) => start),
  );
  const known = new Map<string, BoundClaim>();
  for (const claim of reading.bound) {
    const { start } = originalSpan(reading.plain, claim.candidate.start, claim.candidate.end);
    if (!uncertain.has(start)) continue;
    const name = signatureOf(claim);
    if (!known.has(name)) known.set(name, claim);
    if (known.size === most) break;
  }
  return [...known.values()];
}

/** What is doubted because its binding is open may not hold as it is read: alone already, not only with others. */
function mayHold(judgement: Judgement | null): boolean {
  return judgement?.known == null || intersect(judgement.claimed, judgement.known) !== undefined;
}

const UNCERTAIN: ReadonlySet<Verdict> = new Set(['consistent', 'unsupported']);

function goalsMet(
  { sentences, bySentence, plain, horizon }: Reading,
  { targets }: CheckGrounds,
): readonly CheckedClaim[] {
  let goal: BoundClaim | undefined;
  return sentences.flatMap((sentence, number) => {
    const own = bySentence.get(number) ?? [];
    const claims = metClaims(sentence, own, goal, targets, horizon);
    goal = own.findLast(isGoal) ?? goal;
    return claims.map((claim) => checkMet(claim, plain));
  });
}

function checkMet(claim: MetClaim, plain: PlainText): CheckedClaim {
  const { verdict, slip } = judgeMet(claim);
  return {
    ...originalSpan(plain, claim.start, claim.end),
    indicator: claim.indicator,
    segment: '_T',
    freq: 'A',
    period: claim.period,
    value: null,
    unit: null,
    verdict,
    ...(slip === null ? {} : { slip }),
    confidence: 'medium',
    judgement: null,
  };
}

function checkNumber(
  claim: BoundClaim,
  reading: Reading,
  grounds: CheckGrounds,
  judged: (claim: BoundClaim, evidence: () => Evidence) => JudgedNumber,
): CheckedClaim {
  const { candidate } = claim;
  const said = {
    ...originalSpan(reading.plain, startOf(candidate, reading.plain), candidate.end),
    ...toldAs(candidate),
    ...(claim.direction === 0 ? {} : { direction: claim.direction }),
    ...(candidate.hedge === null ? {} : { hedge: candidate.hedge }),
    ...(candidate.notation === null ? {} : { notation: candidate.notation }),
  };
  if (!isCovered(claim, reading)) {
    return { ...said, ...NOTHING, verdict: 'not covered', confidence: claim.confidence, judgement: null };
  }
  const evidence = () => evidenceIn(claim, reading);
  if (isOfGoal(claim.indicator))
    return { ...said, ...checkTarget(claim, evidence, grounds, reading.horizon) };
  const result = judged(claim, evidence);
  return { ...said, ...bindingOf(claim, result.verdict === 'not comparable'), ...result };
}

function evidenceIn(claim: BoundClaim, { sentences }: Reading): Evidence {
  const sentence = sentences[claim.sentence];
  return sentence === undefined ? { subject: 'none', period: 'none' } : evidenceOf(claim, sentence);
}

/** A number in words without the "and" that is written with it: ومائتان. */
function startOf({ start }: BoundClaim['candidate'], { plain }: PlainText): number {
  return /^و(?!احد)[\u0620-\u064a]{3}/.test(plain.slice(start, start + 5)) ? start + 1 : start;
}

/** As written: "tripled" is three times. */
function toldAs({ value, high, unit, multiple, sign }: BoundClaim['candidate']): {
  readonly value: string;
  readonly unit: string;
} {
  if (multiple && sign > 0) return { value: String(Number(value) / 100 + 1), unit: 'TIMES' };
  return { value: high === null ? value : `${value}-${high}`, unit };
}

const NOTHING = { indicator: null, segment: null, freq: null, period: null };

function checkTarget(
  claim: BoundClaim,
  evidence: () => Evidence,
  { targets, widths }: CheckGrounds,
  horizon: Horizon,
): Omit<CheckedClaim, 'text' | 'start' | 'end' | 'value' | 'unit'> {
  const isDated =
    !claim.indicator?.startsWith('TARGET') ||
    (claim.period.freq === 'A' && isGoalYear(horizon, claim.period.year, true));
  const year = isDated ? formatPeriod(claim.period) : targetYear(claim, targets, widths);
  const period = parsePeriod(year ?? '') ?? claim.period;
  const judged = judgeTarget({ ...claim, period }, targets, widths);
  const { slip, target } = judged;
  const rival = () => rivalGoal(claim, targets, widths)?.rival;
  const verdict = goalVerdict(isOnTrust(claim) || !isDated, judged, evidence, rival);
  const binding = {
    indicator: claim.indicator,
    segment: claim.segment,
    freq: 'A',
    period: formatPeriod(period),
  };
  const doubted = verdict === 'unsupported' && judged.verdict === 'contradicted';
  const open = verdict === 'unsupported' ? rivalValues({ ...claim, period }, targets, widths) : undefined;
  const judgement = goalJudgement(verdict, target, binding.period);
  return {
    ...binding,
    verdict,
    ...(slip === null ? {} : { slip }),
    confidence: verdict === judged.verdict ? claim.confidence : 'low',
    ...(open === undefined ? {} : { instead: bindingOfGoal(open.instead) }),
    judgement: judgement === null ? null : { ...judgement, ...doubtOf(doubted, open) },
  };
}

function bindingOfGoal({ indicator, segment, period }: BoundClaim): NonNullable<CheckedClaim['instead']> {
  return { indicator, segment, period: formatPeriod(period) };
}

/** What an explanation says of a doubt: that there is one, and between which goals. */
function doubtOf(
  doubted: boolean,
  open: ReturnType<typeof rivalValues>,
): Pick<Judgement, 'between' | 'doubted'> {
  const between = open === undefined ? {} : { between: [open.own, open.other] as const };
  return { ...between, ...(doubted ? { doubted: true as const } : {}) };
}

function goalVerdict(
  onTrust: boolean,
  { verdict, slip }: TargetJudgement,
  evidence: () => Evidence,
  rival: () => RivalGoal | undefined,
): Verdict {
  if (verdict === 'entailed' && onTrust) return 'consistent';
  return verdict === 'contradicted' && !isGoalDenied(evidence(), slip, rival()) ? 'unsupported' : verdict;
}

/** What was announced, for the period that the claim names where the goal has one for it. */
function goalJudgement(verdict: Verdict, target: Target | null, period: string): Judgement | null {
  const milestone = target?.milestones.find((each) => each.period === period) ?? target?.milestones.at(-1);
  if (target === null || milestone === undefined) return null;
  const goal = {
    printed: `${milestone.value} ${target.unit}`,
    period: milestone.period,
    source: target.source,
  };
  return { verdict, cell: null, claimed: EVERYTHING, known: null, facts: [], goal };
}

/** What a number is told to be of; growth from one series to another is none over a year. */
function bindingOf(
  claim: BoundClaim,
  across: boolean,
): Pick<CheckedClaim, 'indicator' | 'segment' | 'freq' | 'period'> {
  const unusual =
    claim.indicator === 'EXPORTS_RATIO_PY' && claim.against !== null && claim.against.freq !== 'A';
  const times = claim.candidate.multiple && claim.candidate.sign > 0;
  const grown = claim.indicator === 'EXPORTS_YOY' && (claim.against !== null || times || across);
  const indicator = claim.cumulated
    ? claim.indicator === 'EXPORTS'
      ? 'EXPORTS_YTD'
      : claim.indicator
    : claim.indicator;
  return {
    indicator: unusual ? 'EXPORTS_RATIO' : grown ? 'EXPORTS_GROWTH' : indicator,
    segment: claim.segment,
    freq: claim.period.freq,
    period: formatPeriod(claim.period),
  };
}

/** A place among the segments; the last is told by its number. */
function placeOf(place: number, { structure }: Knowledge): string {
  return String(place === -1 ? structure.segments.length : place);
}

function checkWord(claim: WordClaim, { plain }: Reading, { knowledge }: CheckGrounds): CheckedClaim {
  const judgement = judgeWord(claim, knowledge);
  const { verdict } = judgement;
  return {
    ...originalSpan(plain, claim.start, claim.end),
    indicator: claim.indicator,
    segment: claim.segment,
    freq: claim.period.freq,
    period: formatPeriod(claim.period),
    value: claim.unit === 'RANK' ? placeOf(claim.value, knowledge) : null,
    unit: claim.unit,
    verdict,
    ...(verdict === 'contradicted' ? { slip: claim.unit === 'RANK' ? 'rank' : 'direction' } : {}),
    confidence: 'medium',
    judgement,
  };
}
