// The judgement on one number: its verdict, the slip behind it, and how sure the reading is. Each different claim once.

import { parseCellId } from '../design/equation.ts';
import { divideIntervals, intersect, point, scaleInterval, subtractIntervals } from '../design/interval.ts';
import { parseKey } from '../design/key.ts';
import { type Period, yearBefore } from '../design/period.ts';
import { ratio } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, TOLD_DIGITS } from './bind-reading.ts';
import type { CheckedClaim, CheckGrounds } from './check-text.ts';
import { type Fact, type Knowledge, measureOf } from './claim-knowledge.ts';
import { type Slip, slipOf, swaps } from './claim-slip.ts';
import { unitMeaning } from './claim-value.ts';
import { cellOf, type Judgement, judge, type Verdict } from './judge-claim.ts';

export type JudgedNumber = Pick<CheckedClaim, 'verdict' | 'confidence' | 'judgement'> & {
  readonly slip?: string;
  readonly scope?: string;
  readonly value?: string;
};

/** So many different failing numbers are looked into for the slip behind them; a text with more has other troubles. */
const MOST_SLIPS = 400;

/** Judges each different claim of a text once. */
export function judgedOnce(grounds: CheckGrounds): (claim: BoundClaim) => JudgedNumber {
  const known = new Map<string, JudgedNumber>();
  let slips = 0;
  return (claim) => {
    const name = signatureOf(claim);
    const before = known.get(name);
    if (before !== undefined) return before;
    const judged = judgeNumber(claim, grounds, slips < MOST_SLIPS);
    if (!HOLDS.has(judged.verdict)) slips += 1;
    known.set(name, judged);
    return judged;
  };
}

/** What decides the judgement of a claim, as text. */
export function signatureOf({ candidate, ...claim }: BoundClaim): string {
  const { value, high, unit, hedge, sign, coarse, multiple, class: kind, decimals, otherwise } = candidate;
  const { indicator, segment, period, against, direction, created, legacy, cumulated } = claim;
  const { confidence, dated, named, toward } = claim;
  const when = `${period.freq}${period.year}.${period.index}.${against?.freq}${against?.year}.${against?.index}`;
  const said = `${value} ${high} ${unit} ${hedge} ${sign} ${coarse} ${multiple} ${kind} ${decimals} ${otherwise}`;
  return `${said} ${indicator} ${segment} ${when} ${direction} ${created} ${legacy} ${cumulated} ${confidence} ${dated} ${named} ${toward}`;
}

function judgeNumber(claim: BoundClaim, grounds: CheckGrounds, named: boolean): JudgedNumber {
  const judgement = judge(claim, grounds.knowledge, grounds.widths);
  const other = judgement.verdict === 'contradicted' ? otherReading(claim, grounds) : undefined;
  if (other !== undefined) return { value: other.value, ...other.judged };
  const older = olderFacts(claim, judgement, grounds.knowledge);
  if (older !== undefined)
    return {
      verdict: 'entailed',
      scope: older.scope,
      confidence: claim.confidence,
      judgement: { ...judgement, cell: null, known: null, facts: older.facts },
    };
  const denied = olderDenied(claim, judgement, grounds.knowledge);
  if (denied !== undefined) return { ...denied, confidence: claim.confidence, judgement };
  const { verdict, slip } = verdictAndSlip(claim, judgement, grounds, named);
  const confidence = claim.confidence === 'low' && HOLDS.has(verdict) ? 'medium' : claim.confidence;
  return { verdict, confidence, judgement, ...(slip === undefined ? {} : { slip }) };
}

function verdictAndSlip(
  claim: BoundClaim,
  judgement: Judgement,
  { knowledge, widths }: CheckGrounds,
  named: boolean,
): { readonly verdict: Verdict; readonly slip: string | undefined } {
  const otherUnit = unitSlip(claim, judgement, knowledge.structure.currency);
  if (otherUnit !== undefined) return { verdict: 'contradicted', slip: otherUnit };
  if (claim.created && HOLDS.has(judgement.verdict))
    return { verdict: 'contradicted', slip: 'stock for flow' };
  if (HOLDS.has(judgement.verdict)) return { verdict: judgement.verdict, slip: undefined };
  if (isElsewhere(judgement, knowledge)) return { verdict: 'not comparable', slip: 'scope' };
  if (isAcrossScopes(claim, judgement, knowledge, true)) return { verdict: 'not comparable', slip: 'scope' };
  const slip = named ? slipOf(claim, knowledge, widths)?.slip : undefined;
  return { verdict: isOpen(claim, judgement, slip) ? 'unsupported' : judgement.verdict, slip };
}

/** What may be of something else than it was bound to is not called contradicted. */
function isOpen(claim: BoundClaim, { verdict }: Judgement, slip: Slip | undefined): boolean {
  if (verdict !== 'contradicted') return false;
  if (slip !== undefined && OF_PEN.has(slip) && digitsOf(claim) >= TOLD_DIGITS) return false;
  if (claim.confidence === 'low' && claim.candidate.notation === null) return true;
  if (slip === undefined) return !(claim.named && claim.dated);
  return (slip === 'period' && !claim.dated) || (slip === 'segment' && !claim.named);
}

/** A slip in the number itself: of three digits and more it is no accident. */
const OF_PEN: ReadonlySet<string> = new Set(['unit', 'currency', 'digit swap']);

/** What was printed of another series, where the text says that its number is of it. */
export function olderFacts(
  claim: BoundClaim,
  judgement: Judgement,
  knowledge: Knowledge,
): { readonly facts: readonly Fact[]; readonly scope: string } | undefined {
  const { elsewhere } = knowledge;
  if (claim.indicator === 'EXPORTS_YOY') return olderGrowth(claim, judgement, knowledge);
  const silent = judgement.verdict === 'unsupported' && judgement.facts.length === 0;
  if (!(claim.legacy || silent) || judgement.cell === null || HOLDS.has(judgement.verdict)) return undefined;
  const facts = elsewhere(judgement.cell).filter(
    ({ interval }) => intersect(judgement.claimed, interval) !== undefined,
  );
  const cell = facts[0]?.cell;
  const scope = cell === undefined ? undefined : parseKey(parseCellId(cell).key)?.SCOPE;
  return scope === undefined ? undefined : { facts, scope };
}

/** A value said to be of the older series, of a year that it has another value for. */
function olderDenied(
  claim: BoundClaim,
  { verdict, facts, claimed, cell }: Judgement,
  { elsewhere }: Knowledge,
): { readonly verdict: Verdict; readonly slip?: Slip } | undefined {
  if (!claim.legacy || !claim.dated || claim.indicator !== 'EXPORTS' || cell === null) return undefined;
  if (verdict !== 'unsupported' || facts.length > 0 || digitsOf(claim) < TOLD_DIGITS) return undefined;
  const older = elsewhere(cell);
  if (older.length === 0 || older.some(({ interval }) => intersect(claimed, interval) !== undefined))
    return undefined;
  const swapped = swaps(claim).some((each) =>
    older.some(({ interval }) => intersect(each.interval, interval) !== undefined),
  );
  return { verdict: 'contradicted', ...(swapped ? { slip: 'digit swap' as const } : {}) };
}

/** Growth from one value of an older series to another. */
function olderGrowth(
  claim: BoundClaim,
  { claimed }: Judgement,
  knowledge: Knowledge,
): { readonly facts: readonly Fact[]; readonly scope: string } | undefined {
  const facts = (period: Period) =>
    knowledge.elsewhere(cellOf(claim, knowledge, { indicator: 'EXPORTS', period }));
  const before = facts(claim.against ?? yearBefore(claim.period));
  for (const now of facts(claim.period)) {
    const base = before.find(({ interval }) => {
      const growth = subtractIntervals(divideIntervals(now.interval, interval), point(ratio(1n)));
      return intersect(claimed, scaleInterval(growth, ratio(100n))) !== undefined;
    });
    const scope = parseKey(parseCellId(now.cell).key)?.SCOPE;
    if (base !== undefined && scope !== undefined) return { facts: [now, base], scope };
  }
  return undefined;
}

/** The value of another series, told as if it were of this one. */
function isElsewhere(
  { cell, claimed, verdict }: Judgement,
  { elsewhere }: Pick<Knowledge, 'elsewhere'>,
): boolean {
  if (cell === null || verdict !== 'contradicted') return false;
  return elsewhere(cell).some(({ interval }) => intersect(claimed, interval) !== undefined);
}

/** A rate of growth from the value of another series to one of this. */
export function isAcrossScopes(
  claim: BoundClaim,
  { claimed }: Judgement,
  knowledge: Knowledge,
  sameYear = false,
): boolean {
  if (claim.indicator !== 'EXPORTS_YOY') return false;
  const level = (period: Period) => cellOf(claim, knowledge, { indicator: 'EXPORTS', period });
  const now = knowledge.intervalOf(level(claim.period));
  if (now.lower === null || now.upper === null) return false;
  const usual = [yearBefore(claim.period), ...(sameYear ? [claim.period] : [])];
  const bases = claim.against === null ? usual : [claim.against];
  return bases
    .flatMap((period) => knowledge.elsewhere(level(period)))
    .some(({ interval }) => {
      const growth = subtractIntervals(divideIntervals(now, interval), point(ratio(1n)));
      return intersect(claimed, scaleInterval(growth, ratio(100n))) !== undefined;
    });
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
  const point = otherwise.indexOf('.');
  const decimals = point === -1 ? 0 : otherwise.length - point - 1;
  const candidate = { ...claim.candidate, value: otherwise, decimals };
  const judgement = judge({ ...claim, candidate }, knowledge, widths);
  if (!HOLDS.has(judgement.verdict)) return undefined;
  return { value: otherwise, judged: { verdict: judgement.verdict, confidence: 'low', judgement } };
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
