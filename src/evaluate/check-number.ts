import { formatPeriod } from '../design/period.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { CheckedClaim, CheckGrounds } from './check-text.ts';
import { isDenied, isGoalDenied, isOfPen } from './claim-doubt.ts';
import type { Evidence } from './claim-evidence.ts';
import { type Knowledge, measureOf } from './claim-knowledge.ts';
import { rivalGoal, rivalValues } from './claim-rival.ts';
import {
  isAcrossScopes,
  isElsewhere,
  isSwappedOlder,
  olderDenied,
  olderFacts,
  plainlyElsewhere,
} from './claim-scope.ts';
import { isOfOtherSeries } from './claim-series.ts';
import { isOneDigitOff, rivalFigure, type Slip, slipOf } from './claim-slip.ts';
import { type HedgeWidths, unitMeaning } from './claim-value.ts';
import { type Judgement, judge, type Verdict } from './judge-claim.ts';

export type JudgedNumber = Pick<CheckedClaim, 'verdict' | 'confidence' | 'judgement'> & {
  readonly slip?: string;
  readonly scope?: string;
  readonly value?: string;
  readonly instead?: NonNullable<CheckedClaim['instead']>;
};

/** So many different failing numbers are looked into for the slip behind them; a text with more has other troubles. */
const MOST_SLIPS = 400;

/** Judges each different claim of a text once; how near its subject and period are named counts where it does not hold. */
export function judgedOnce(
  grounds: CheckGrounds,
): (claim: BoundClaim, evidenceIn: () => Evidence) => JudgedNumber {
  const known = new Map<string, JudgedNumber>();
  let slips = 0;
  return (claim, evidenceIn) => {
    const name = signatureOf(claim);
    const holding = known.get(name);
    if (holding !== undefined) return holding;
    const evidence = evidenceIn();
    const nearer = `${name} ${evidence.subject} ${evidence.period}`;
    const before = known.get(nearer);
    if (before !== undefined) return before;
    const judged = judgeNumber(claim, evidence, grounds, slips < MOST_SLIPS);
    if (!HOLDS.has(judged.verdict)) slips += 1;
    known.set(HOLDS.has(judged.verdict) ? name : nearer, judged);
    return judged;
  };
}

/** What decides the judgement of a claim, as text. */
export function signatureOf({ candidate, ...claim }: BoundClaim): string {
  const { value, high, unit, hedge, sign, coarse, multiple, class: kind, decimals, otherwise } = candidate;
  const { indicator, segment, period, against, direction, created, legacy, cumulated } = claim;
  const { confidence, dated, named, toward, told, summed } = claim;
  const when = `${period.freq}${period.year}.${period.index}.${against?.freq}${against?.year}.${against?.index}`;
  const said = `${value} ${high} ${unit} ${hedge} ${sign} ${coarse} ${multiple} ${kind} ${decimals} ${otherwise}`;
  return `${said} ${indicator} ${segment} ${when} ${direction} ${created} ${legacy} ${cumulated} ${confidence} ${dated} ${named} ${toward} ${told} ${summed}`;
}

function judgeNumber(
  claim: BoundClaim,
  evidence: Evidence,
  grounds: CheckGrounds,
  named: boolean,
): JudgedNumber {
  const judgement = judge(claim, grounds.knowledge, grounds.widths);
  const other = judgement.verdict === 'contradicted' ? otherReading(claim, grounds) : undefined;
  if (other !== undefined) return { value: other.value, ...other.judged };
  if (isOfOtherSeries(claim, judgement, grounds.knowledge))
    return { verdict: 'contradicted', slip: 'scope', confidence: claim.confidence, judgement };
  const older = olderFacts(claim, judgement, grounds.knowledge);
  if (older !== undefined)
    return {
      verdict: 'entailed',
      scope: older.scope,
      confidence: claim.confidence,
      judgement: { ...judgement, cell: null, known: null, facts: older.facts },
    };
  const elsewhere = plainlyElsewhere(claim, evidence, judgement, grounds.knowledge);
  if (elsewhere !== undefined) return { ...elsewhere, confidence: claim.confidence };
  const denied = olderDenied(claim, evidence, judgement, grounds.knowledge);
  if (denied !== undefined) return { ...denied, confidence: claim.confidence, judgement };
  const { verdict, slip } = verdictAndSlip(claim, evidence, judgement, grounds, named);
  if (verdict === 'unsupported' && judgement.verdict === 'contradicted')
    return {
      verdict,
      confidence: 'low',
      ...(slip === undefined ? {} : { slip }),
      ...told(claim, judgement, grounds),
    };
  const jobs = verdict === 'unsupported' ? told(claim, judgement, grounds, true) : { judgement };
  const confidence = claim.confidence === 'low' && HOLDS.has(verdict) ? 'medium' : claim.confidence;
  return { verdict, confidence, ...jobs, ...(slip === undefined ? {} : { slip }) };
}

/** What a doubted number tells as it stands: another figure, else a value of a goal; what nothing supports, of goals alone. */
function told(
  claim: BoundClaim,
  judgement: Judgement,
  { knowledge, targets, widths }: CheckGrounds,
  ofGoals = false,
): Pick<JudgedNumber, 'instead' | 'judgement'> {
  const figure = ofGoals ? undefined : rivalFigure(claim, knowledge, widths);
  const goals = figure === undefined ? rivalValues(claim, targets, widths) : undefined;
  const found = figure?.instead ?? goals?.instead;
  if (found == null) return { judgement };
  const { indicator, segment, period } = found;
  return {
    judgement: goals === undefined ? judgement : { ...judgement, between: [goals.own, goals.other] },
    instead: { indicator, segment, period: formatPeriod(period) },
  };
}

function verdictAndSlip(
  claim: BoundClaim,
  evidence: Evidence,
  judgement: Judgement,
  { knowledge, targets, widths }: CheckGrounds,
  named: boolean,
): { readonly verdict: Verdict; readonly slip: string | undefined } {
  const otherUnit = unitSlip(claim, judgement, knowledge.structure.currency);
  if (otherUnit !== undefined) return doubted(claim, evidence, otherUnit);
  if (claim.created && HOLDS.has(judgement.verdict))
    return { verdict: 'contradicted', slip: 'stock for flow' };
  if (HOLDS.has(judgement.verdict))
    return { verdict: isOnTrust(claim) ? 'consistent' : judgement.verdict, slip: undefined };
  if (isElsewhere(judgement, knowledge)) return { verdict: 'not comparable', slip: 'scope' };
  if (isAcrossScopes(claim, judgement, knowledge, true)) return { verdict: 'not comparable', slip: 'scope' };
  const slip = named ? explainedBy(claim, judgement, knowledge, widths) : undefined;
  if (judgement.verdict !== 'contradicted') return { verdict: judgement.verdict, slip };
  const goal = slip === undefined || !isOfPen(claim, slip) ? rivalGoal(claim, targets, widths) : undefined;
  if (goal !== undefined && !isGoalDenied(evidence, null, goal.rival))
    return { verdict: 'unsupported', slip };
  return doubted(claim, evidence, slip);
}

/** Read so because it then holds, or with nothing in its sentence that tells what it is of: "entailed" would say too much. */
export function isOnTrust({ reread, confidence, candidate }: BoundClaim): boolean {
  return reread || (confidence === 'low' && candidate.notation === null);
}

/** The slip behind a number; one that a single digit makes gives way to a figure that the number tells as it is. */
function explainedBy(
  claim: BoundClaim,
  judgement: Judgement,
  knowledge: Knowledge,
  widths: HedgeWidths,
): Slip | undefined {
  const slip = slipOf(claim, knowledge, widths)?.slip;
  if (slip !== undefined)
    return FAINT.has(slip) && !isOfPen(claim, slip)
      ? (rivalFigure(claim, knowledge, widths)?.slip ?? slip)
      : slip;
  if (isSwappedOlder(claim, judgement, knowledge)) return 'digit swap';
  if (isOneDigitOff(claim, knowledge)) return 'digit';
  const { otherwise } = claim.candidate;
  return otherwise === null ? undefined : slipOf(readOtherwise(claim, otherwise), knowledge, widths)?.slip;
}

/** Slips that few digits may show by accident. */
const FAINT: ReadonlySet<Slip> = new Set(['magnitude', 'digit swap']);

/** Contradicted where the words bear it, else doubted: unsupported. */
function doubted(
  claim: BoundClaim,
  evidence: Evidence,
  slip: Slip | undefined,
): { readonly verdict: Verdict; readonly slip: Slip | undefined } {
  return { verdict: isDenied(claim, evidence, slip) ? 'contradicted' : 'unsupported', slip };
}

/** A number that can be read in two ways is read the way that holds, with low confidence. */
function otherReading(
  claim: BoundClaim,
  { knowledge, widths }: CheckGrounds,
):
  | { readonly value: string; readonly judged: Pick<CheckedClaim, 'verdict' | 'confidence' | 'judgement'> }
  | undefined {
  const { otherwise } = claim.candidate;
  if (otherwise === null || claim.candidate.high !== null) return undefined;
  const judgement = judge(readOtherwise(claim, otherwise), knowledge, widths);
  if (!HOLDS.has(judgement.verdict)) return undefined;
  return { value: otherwise, judged: { verdict: 'consistent', confidence: 'low', judgement } };
}

function readOtherwise(claim: BoundClaim, value: string): BoundClaim {
  const point = value.indexOf('.');
  const decimals = point === -1 ? 0 : value.length - point - 1;
  return { ...claim, candidate: { ...claim.candidate, value, decimals, otherwise: null } };
}

const HOLDS: ReadonlySet<Verdict> = new Set(['entailed', 'consistent']);

/** A number in another unit than its figure is another number: dollars for dirhams, points for percent. */
function unitSlip(
  { candidate, indicator }: BoundClaim,
  { known }: Judgement,
  currency: string,
): Slip | undefined {
  if (known === null || indicator === null) return undefined;
  if (unitMeaning(candidate.unit).measure === measureOf(indicator, currency)) return undefined;
  if (candidate.class === 'points') return 'points for percent';
  if (indicator === 'EXPORTS_SHARE_CHANGE') return 'percent for points';
  return candidate.class === 'money' ? 'currency' : 'unit';
}
