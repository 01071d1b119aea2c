// Values of another series: what was printed of it, growth from it to this one, and what is no value of either.

import { parseCellId } from '../design/equation.ts';
import { divideIntervals, intersect, point, scaleInterval, subtractIntervals } from '../design/interval.ts';
import { parseKey } from '../design/key.ts';
import { type Period, yearBefore } from '../design/period.ts';
import { ratio } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, TOLD_DIGITS } from './bind-reading.ts';
import type { JudgedNumber } from './check-number.ts';
import { type Evidence, isAtLeast } from './claim-evidence.ts';
import type { Fact, Knowledge } from './claim-knowledge.ts';
import { type Slip, swaps } from './claim-slip.ts';
import { cellOf, type Judgement, type Verdict } from './judge-claim.ts';

/** The value of an older series with two digits exchanged. */
export function isSwappedOlder(claim: BoundClaim, { cell }: Judgement, { elsewhere }: Knowledge): boolean {
  if (cell === null || digitsOf(claim) < TOLD_DIGITS) return false;
  const older = elsewhere(cell);
  return swaps(claim).some((each) =>
    older.some(({ interval }) => intersect(each.interval, interval) !== undefined),
  );
}

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
export function olderDenied(
  claim: BoundClaim,
  evidence: Evidence,
  judgement: Judgement,
  knowledge: Knowledge,
): { readonly verdict: Verdict; readonly slip?: Slip } | undefined {
  const { verdict, facts, claimed, cell } = judgement;
  if (!claim.legacy || claim.indicator !== 'EXPORTS' || cell === null) return undefined;
  if (!isAtLeast(evidence.period, 'sentence')) return undefined;
  if (verdict !== 'unsupported' || facts.length > 0 || digitsOf(claim) < TOLD_DIGITS) return undefined;
  const older = knowledge.elsewhere(cell);
  if (older.length === 0 || older.some(({ interval }) => intersect(claimed, interval) !== undefined))
    return undefined;
  const swapped = isSwappedOlder(claim, judgement, knowledge);
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

/** The value of another series for a period that stands by it, told without a word for the series: what was printed. */
export function plainlyElsewhere(
  claim: BoundClaim,
  evidence: Evidence,
  judgement: Judgement,
  knowledge: Knowledge,
): Pick<JudgedNumber, 'verdict' | 'scope' | 'judgement'> | undefined {
  const { indicator, candidate } = claim;
  if (indicator !== 'EXPORTS' || candidate.hedge !== null || digitsOf(claim) < TOLD_DIGITS) return undefined;
  if (!isAtLeast(evidence.period, 'sentence') || !isElsewhere(judgement, knowledge)) return undefined;
  const older = olderFacts({ ...claim, legacy: true }, judgement, knowledge);
  if (older === undefined) return undefined;
  const { facts, scope } = older;
  return { verdict: 'consistent', scope, judgement: { ...judgement, cell: null, known: null, facts } };
}

/** The value of another series, told as if it were of this one. */
export function isElsewhere(
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

const HOLDS: ReadonlySet<Verdict> = new Set(['entailed', 'consistent']);
