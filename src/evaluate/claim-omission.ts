// Context that the published figures show, a text leaves out, and that changes how its numbers read. Ranked and few.

import {
  divideIntervals,
  type Interval,
  point,
  scaleInterval,
  subtractIntervals,
} from '../design/interval.ts';
import { formatPeriod, type Period, parsePeriod, yearBefore } from '../design/period.ts';
import { divide, type Rational, ratio, toDecimal } from '../design/rational.ts';
import type { Target } from '../design/target.ts';
import { fillText, type Language, type Text } from '../design/text.ts';
import type { CheckedClaim } from './check-text.ts';
import { periodText, printedText } from './claim-figure-text.ts';
import { figureCell, type Knowledge } from './claim-knowledge.ts';

export type Omission = {
  readonly kind: 'offset' | 'scope' | 'preliminary';
  readonly weight: number;
  readonly text: string;
};

/** What a careful reader would add, weightiest first, three at most. */
export function omissionsOf(
  claims: readonly CheckedClaim[],
  knowledge: Knowledge,
  targets: readonly Target[],
  text: { readonly language: Language; readonly saysPreliminary: boolean },
  nameOf: (segment: string) => Text,
): readonly Omission[] {
  const covered = claims.filter(({ indicator }) => indicator !== null);
  if (covered.length === 0) return [];
  return [
    ...offsets(covered, knowledge, text.language, nameOf),
    ...scopeBreaks(covered, targets, text.language),
    ...(text.saysPreliminary ? [] : preliminary(covered, knowledge, text.language)),
  ]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
}

const OFFSET: Text = {
  ar: 'لم يُذكر تراجع {segment} في {period} بنسبة بين {low} و{high} في المائة مقارنة بالفترة نفسها من السنة السابقة، خلف مجموع مرتفع',
  fr: 'Non dit ({period}) : baisse de {low} à {high} % sur un an dans le segment « {segment} », derrière un total en hausse',
  en: 'Not said ({period}): {segment} fell by {low} to {high}% on the year, behind a rising total',
};
const SCOPE: Text = {
  ar: 'الهدف ({value}) وُضع على نطاق آخر غير نطاق السلسلة: المقارنة بينهما غير ممكنة ما لم يُنشر ربط بين السلسلتين',
  fr: 'L’objectif ({value}) a été fixé sur un autre champ que la série : les deux ne se comparent pas sans raccordement',
  en: 'The target ({value}) was set on another scope than the series: the two do not compare without a bridge',
};
const PRELIMINARY: Text = {
  ar: 'لم يُذكر أن الأرقام مؤقتة وقابلة للمراجعة',
  fr: 'Non dit : les chiffres sont provisoires et seront révisés',
  en: 'Not said: the figures are preliminary and will be revised',
};

const SEPARATOR: { readonly [L in Language]: string } = { ar: '؛ ', fr: ' ; ', en: '; ' };

/** A segment that certainly fell in a period whose total the text gives, and of whose fall it says nothing. */
function offsets(
  claims: readonly CheckedClaim[],
  knowledge: Knowledge,
  language: Language,
  nameOf: (segment: string) => Text,
): readonly Omission[] {
  const periods = new Set(
    claims
      .filter(({ segment, indicator }) => segment === '_T' && indicator?.startsWith('EXPORTS'))
      .map(({ period }) => period ?? ''),
  );
  return [...periods].flatMap((text) => {
    const period = parsePeriod(text);
    if (period === undefined || !isRising(knowledge, '_T', period)) return [];
    return knowledge.structure.segments.flatMap((segment) => {
      const growth = growthOf(knowledge, segment, period);
      if (growth.upper === null || growth.lower === null || growth.upper.numerator >= 0n) return [];
      if (isSmall(knowledge, segment, period) || saysFall(claims, segment, text)) return [];
      const values = {
        segment: nameOf(segment)[language],
        period: periodText(text, language),
        low: size(growth.upper, language),
        high: size(growth.lower, language),
      };
      return [{ kind: 'offset' as const, weight: 3, text: fillText(OFFSET, values)[language] }];
    });
  });
}

function growthOf(knowledge: Knowledge, segment: string, period: Period): Interval {
  const level = (at: Period) => knowledge.intervalOf(cell(knowledge, 'EXPORTS', segment, at));
  const growth = subtractIntervals(
    divideIntervals(level(period), level(yearBefore(period))),
    point(ratio(1n)),
  );
  return scaleInterval(growth, ratio(100n));
}

function isRising(knowledge: Knowledge, segment: string, period: Period): boolean {
  const { lower } = knowledge.intervalOf(cell(knowledge, 'EXPORTS_YOY', segment, period));
  return lower !== null && lower.numerator > 0n;
}

/** Less than a twentieth of the total: its fall does not change the reading. */
function isSmall(knowledge: Knowledge, segment: string, period: Period): boolean {
  const own = knowledge.intervalOf(cell(knowledge, 'EXPORTS', segment, period)).upper;
  const whole = knowledge.intervalOf(cell(knowledge, 'EXPORTS', '_T', period)).lower;
  if (own === null || whole === null || whole.numerator <= 0n) return true;
  const { numerator, denominator } = divide(own, whole);
  return numerator * 20n < denominator;
}

function saysFall(claims: readonly CheckedClaim[], segment: string, period: string): boolean {
  const own = claims.filter((claim) => claim.segment === segment && claim.period === period);
  const before = parsePeriod(period);
  const earlier = before === undefined ? '' : formatPeriod(yearBefore(before));
  const bothLevels =
    own.some(({ indicator }) => indicator === 'EXPORTS') &&
    claims.some((claim) => claim.segment === segment && claim.period === earlier);
  return bothLevels || own.some(({ indicator }) => CHANGES.has(indicator ?? ''));
}

const CHANGES: ReadonlySet<string> = new Set([
  'EXPORTS_YOY',
  'EXPORTS_CHANGE',
  'EXPORTS_GROWTH',
  'EXPORTS_SHARE_CHANGE',
]);

function size({ numerator, denominator }: Rational, language: Language): string {
  const text = toDecimal({ numerator: numerator < 0n ? -numerator : numerator, denominator }, 1);
  return language === 'en' ? text : text.replace('.', ',');
}

function cell(knowledge: Knowledge, indicator: string, segment: string, period: Period): string {
  const { structure } = knowledge;
  return figureCell(structure, {
    indicator,
    segment,
    freq: period.freq,
    period: formatPeriod(period),
    scope: structure.scope,
  });
}

/** A goal stands beside figures of another scope. */
function scopeBreaks(
  claims: readonly CheckedClaim[],
  targets: readonly Target[],
  language: Language,
): readonly Omission[] {
  const spoken = claims.filter(({ indicator }) => indicator === 'TARGET').map(({ period }) => period);
  const levels = claims.some(({ indicator }) => indicator === 'EXPORTS');
  const others = targets.filter(
    ({ indicator, comparability }) => indicator === 'EXPORTS' && comparability.verdict === 'not comparable',
  );
  const target = others.find(({ status }) => status !== 'draft') ?? others[0];
  if (spoken.length === 0 || !levels || target === undefined) return [];
  const own = target.milestones.filter(({ period }) => spoken.includes(period));
  const value = (own.length === 0 ? target.milestones : own)
    .map((milestone) => {
      const year = periodText(milestone.period, language);
      return `${printedText(`${milestone.value} ${target.unit}`, language)}${language === 'ar' ? '،' : ','} ${year}`;
    })
    .join(SEPARATOR[language]);
  return [{ kind: 'scope', weight: 4, text: fillText(SCOPE, { value })[language] }];
}

function preliminary(
  claims: readonly CheckedClaim[],
  knowledge: Knowledge,
  language: Language,
): readonly Omission[] {
  const provisional = claims.some(
    ({ judgement }) => judgement?.facts.some(({ obsStatus }) => obsStatus === 'P') === true,
  );
  return provisional && knowledge.cells.length > 0
    ? [{ kind: 'preliminary', weight: 1, text: PRELIMINARY[language] }]
    : [];
}
