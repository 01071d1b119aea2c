// The indicators that the words around a number leave open: growth, share, part of the year before; a level or a change.

import type { BoundClaim } from './bind-claim.ts';
import { COSTS, type Reading } from './bind-reading.ts';
import type { Horizon } from './claim-horizon.ts';
import { clauseAround, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

const CUES = ['rise', 'fall', 'share', 'part_of', 'contribution'] as const;

/** Growth, share, part of the year before: where the clause has no word that tells them apart. */
export function openIndicators(claim: BoundClaim, sentence: Sentence, horizon: Horizon): readonly Reading[] {
  const { candidate } = claim;
  if (candidate.class === 'persons') return [];
  if (candidate.class === 'money') return openMoney(claim, sentence, horizon);
  if (candidate.class === 'points') return openPoints(claim, sentence);
  return openRates(claim, sentence);
}

/** Points of a share, or of growth where they should be percent. */
function openPoints(claim: BoundClaim, { tokens, from, to }: Sentence): readonly Reading[] {
  const shared = hasBetween(tokens, from, to, ['share']);
  const growth = ([1, -1] as const).map((direction) => ({
    claim: { ...claim, indicator: 'EXPORTS_YOY', direction },
    cost: COSTS.inSentence,
  }));
  return [...bothWays(claim, 'EXPORTS_SHARE_CHANGE'), ...(shared ? [] : growth)];
}

function openRates(claim: BoundClaim, sentence: Sentence): readonly Reading[] {
  const { candidate, indicator } = claim;
  const { from, to } = clauseAround(sentence, candidate);
  const share = claim.segment === '_T' ? [] : ['EXPORTS_SHARE', 'EXPORTS_RATIO_PY'];
  const cued = hasBetween(sentence.tokens, from, to, CUES);
  const all = ['EXPORTS_YOY', ...share].flatMap((id) =>
    directionsOf(id, claim).map((direction) => ({
      claim: { ...claim, indicator: id, direction },
      cost: costOf(id, claim, cued, direction),
    })),
  );
  const moved = hasBetween(sentence.tokens, sentence.from, candidate.from, ['share']);
  const changes = moved && candidate.class === 'percent' ? bothWays(claim, 'EXPORTS_SHARE_CHANGE') : [];
  return [...all, ...changes].filter(
    (each) => each.claim.indicator !== indicator || each.claim.direction !== claim.direction,
  );
}

/** A verb that is not known leaves the sign of growth open; a clause with a word of its own is read otherwise at a price. */
function costOf(id: string, { indicator, direction }: BoundClaim, cued: boolean, other: number): number {
  if (id === 'EXPORTS_YOY' && indicator === id)
    return direction === 0 || other === 0 ? COSTS.inClause : COSTS.denied;
  if (!cued) return COSTS.inSentence;
  return id === 'EXPORTS_YOY' || indicator === 'EXPORTS_YOY' ? COSTS.denied : COSTS.whole;
}

/** Growth whose verb is not known may be of either sign. */
function directionsOf(id: string, { direction }: BoundClaim): readonly BoundClaim['direction'][] {
  if (id !== 'EXPORTS_YOY') return [0];
  return direction === 0 ? [0, -1] : [direction];
}

/** A level that is a goal; money by which something rose or fell where the sentence has a word for it. */
function openMoney(claim: BoundClaim, sentence: Sentence, { first }: Horizon): readonly Reading[] {
  const goal = claim.indicator === 'EXPORTS' && claim.period.year >= first;
  const { tokens, from, to } = sentence;
  const moved = (['rise', 'fall'] as const).filter((kind) => hasBetween(tokens, from, to, [kind]));
  const differs = isDifference(sentence, claim) || claim.candidate.unit.endsWith('_MN');
  const ways = moved.length === 0 && differs ? (['rise', 'fall'] as const) : moved;
  const changes = claim.indicator === 'EXPORTS' ? ways : [];
  if (claim.indicator === 'EXPORTS_CHANGE')
    return [{ claim: { ...claim, indicator: 'EXPORTS', direction: 0 }, cost: COSTS.inSentence }];
  return [
    ...(goal ? [{ claim: { ...claim, indicator: 'TARGET', segment: '_T' }, cost: COSTS.inClause }] : []),
    ...changes.map((kind) => ({
      claim: {
        ...claim,
        indicator: 'EXPORTS_CHANGE',
        direction: kind === 'rise' ? (1 as const) : (-1 as const),
      },
      cost: COSTS.inSentence,
    })),
  ];
}

/** « ont vu leurs recettes s'étioler de 610 millions »: by so much, whatever the verb. */
function isBy(token: Token | undefined): boolean {
  return token !== undefined && /^(?:by|de|d|ب|قدره|قدرها|بنحو|بحوالي|بمقدار)$/.test(token.value);
}

/** By so much, or so much in all from one to another, whatever the verb. */
function isDifference({ tokens, from }: Sentence, { candidate }: BoundClaim): boolean {
  const near = tokens.slice(Math.max(from, candidate.from - 12), candidate.from);
  return near.slice(-2).some(isBy) || near.some(({ value }) => DIFFERENCE.test(value));
}

const DIFFERENCE =
  /^(?:difference|gap|gain|swing|hauteur|ecart|solde|manque|manquent|(?:ب|ال)?(?:فارق|فرق|فجوه)|(?:ال)?زياده|مكسب)$/;

function bothWays(claim: BoundClaim, indicator: string): readonly Reading[] {
  return ([1, -1] as const)
    .filter((direction) => claim.direction === 0 || claim.direction === direction)
    .map((direction) => ({ claim: { ...claim, indicator, direction }, cost: COSTS.inSentence }));
}
