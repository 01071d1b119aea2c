// Why a claim was judged as it was, in the text's language: what was claimed, what is published, what the slip may be.

import { type Interval, intersect } from '../design/interval.ts';
import { divide, type Rational, ratio, subtract, toDecimal } from '../design/rational.ts';
import { fill, type Language, type Text } from '../design/text.ts';
import type { CheckedClaim } from './check-text.ts';
import type { InternalVerdict } from './claim-arithmetic.ts';
import { figureText, periodText, printedText } from './claim-figure-text.ts';
import type { GoalValue } from './claim-rival.ts';
import {
  AGREES,
  DISAGREES,
  GOAL_PARTS,
  INTERNAL,
  NO_VALUE,
  QUOTED,
  RELEASE,
  SLIP_WORDS,
  TEMPLATES,
  TOGETHER,
  TWO_SCOPES,
  VERDICT_WORDS,
} from './explanation-words.ts';
import type { Judgement } from './judge-claim.ts';

/** The explanation of a verdict in a language, numbers isolated so that they keep their order. */
export function explain(claim: CheckedClaim, language: Language, names: Names): string {
  const { nameOf } = names;
  const say: Say = (name, values) => fill(TEMPLATES[name]?.[language] ?? '', isolated(values, language));
  const { judgement } = claim;
  return [
    say('claimed', { text: claim.text, verdict: verdictText(claim, language) }),
    claim.indicator === null ? '' : say('figure', { figure: figureText(claim, language, nameOf) }),
    judgement === null ? '' : grounds(judgement, claim.indicator, say, language, names.sourceOf),
    claim.scope === undefined ? '' : say('older', {}),
    claim.slip === undefined ? '' : say('slip', { slip: slipText(claim, claim.slip, language) }),
    claim.instead === undefined || judgement?.between !== undefined
      ? ''
      : say('instead', { figure: figureText(claim.instead, language, nameOf) }),
    claim.confidence === 'low' && !isDoubted(claim) ? say('low', {}) : '',
  ].join('');
}

/** What segments and sources are called. */
export type Names = {
  readonly nameOf: (segment: string) => Text;
  readonly sourceOf: (source: string) => Text;
};

type Say = (name: string, values: { readonly [name: string]: string }) => string;

/** What is known of the figure, its place among the segments, what was printed or announced. */
function grounds(
  { known, places, facts, goal, between }: Judgement,
  indicator: string | null,
  say: Say,
  language: Language,
  sourceOf: Names['sourceOf'],
): string {
  const bounds = known === null ? undefined : boundsOf(known, indicator, language);
  const fact = facts[0];
  const place = places === undefined ? undefined : [...new Set(places)].join('–');
  return [
    bounds === undefined ? '' : say(bounds.lower === undefined ? 'most' : 'known', { lower: '', ...bounds }),
    place === undefined ? '' : say('place', { place }),
    fact === undefined
      ? ''
      : say('printed', {
          printed: printedText(fact.printed, language),
          source: sourceText(fact.source, language, sourceOf),
        }),
    goal === undefined || between !== undefined
      ? ''
      : say('goal', {
          printed: printedText(goal.printed, language),
          period: periodText(goal.period, language),
          source: sourceOf(goal.source)[language],
        }),
    between === undefined ? '' : say('between', betweenText(between, language, sourceOf)),
  ].join('');
}

/** The two goals between which a doubt lies: name, year, value and programme of each. */
function betweenText(
  [read, told]: NonNullable<Judgement['between']>,
  language: Language,
  sourceOf: Names['sourceOf'],
): { readonly read: string; readonly told: string } {
  const text = (value: GoalValue) => goalText(value, language, sourceOf);
  return { read: text(read), told: text(told) };
}

function goalText(
  { target, part, period, value }: GoalValue,
  language: Language,
  sourceOf: Names['sourceOf'],
): string {
  const unit = target.unit === 'PERSONS' && target.measure === 'flow' ? 'PEOPLE' : target.unit;
  const words = fill(GOAL_PARTS[part][language], { name: target.name[language] });
  const told = value === null ? NO_VALUE[language] : printedText(`${value} ${unit}`, language);
  return [words, period === null ? '' : periodText(period, language), told, sourceOf(target.source)[language]]
    .filter((each) => each !== '')
    .join(language === 'ar' ? '، ' : ', ');
}

function verdictText(claim: CheckedClaim, language: Language): string {
  return VERDICT_WORDS[isDoubted(claim) ? 'doubted' : claim.verdict][language];
}

/** What is not called contradicted because its reading is open. */
function isDoubted({ verdict, judgement }: CheckedClaim): boolean {
  if (judgement?.doubted === true) return true;
  if (verdict !== 'unsupported' || judgement?.known == null) return false;
  return intersect(judgement.claimed, judgement.known) === undefined;
}

/** A release in words; other sources by their names. */
function sourceText(source: string, language: Language, sourceOf: Names['sourceOf']): string {
  const [, period, number] = /^(\d{4}(?:-[A-Z]?\d+)?)\/(\d+)(?: |$)/.exec(source) ?? [];
  if (period === undefined || number === undefined) return sourceOf(source)[language];
  return fill(RELEASE[language], { number, period: periodText(period, language) });
}

/** What two scopes have to do with it differs for goals and for figures. */
function slipText({ indicator }: CheckedClaim, slip: string, language: Language): string {
  const words = slip === 'scope' && indicator?.startsWith('TARGET') !== true ? TWO_SCOPES : SLIP_WORDS[slip];
  return words?.[language] ?? slip;
}

/** What a text's own numbers say of one of them. */
export function explainInternal(
  { consistent, kind, lower, upper, unit }: InternalVerdict,
  language: Language,
): string {
  const verdict = (consistent ? AGREES : DISAGREES)[language];
  const bounds = { lower: printedText(lower, language), upper: printedText(`${upper} ${unit}`, language) };
  return fill(INTERNAL[kind][language], { verdict, ...isolated(bounds, language) });
}

/** Says of claims that they cannot all hold. */
export function explainConflict(claims: readonly string[], language: Language): string {
  const [before, behind, between] = QUOTED[language];
  const listed = claims.map((claim) => `${before}${isolate(claim, language)}${behind}`).join(between);
  return TOGETHER[language].replace('{claims}', () => listed);
}

function isolate(words: string, language: Language): string {
  return isolated({ words }, language)['words'] ?? words;
}

/** Bounds in the unit that people read: billions for money, percent as they are; undefined when there is no upper one. */
function boundsOf(
  { lower, upper }: Interval,
  indicator: string | null,
  language: Language,
): { readonly lower?: string; readonly upper: string } | undefined {
  if (lower === null || upper === null) return undefined;
  const unit = UNITS[indicator ?? ''] ?? 'PERCENT';
  const show = (value: Rational) =>
    unit === 'MAD_BN' ? toDecimal(divide(value, BILLION), 3) : toDecimal(value, unit === 'PERSONS' ? 0 : 2);
  if (unit === 'PERSONS' && isOneWhole(lower, upper)) return undefined;
  const most = { upper: printedText(`${show(upper)} ${unit}`, language) };
  if (lower.numerator === 0n && upper.numerator > 0n) return most;
  return { lower: printedText(show(lower), language), ...most };
}

/** Whether one whole number alone lies between two bounds, ends left out: what was printed says it. */
function isOneWhole(lower: Rational, upper: Rational): boolean {
  const width = subtract(upper, lower);
  return width.numerator <= width.denominator;
}

const UNITS: { readonly [indicator: string]: string } = {
  EXPORTS: 'MAD_BN',
  EXPORTS_YTD: 'MAD_BN',
  EXPORTS_CHANGE: 'MAD_BN',
  EMPLOYMENT: 'PERSONS',
  EXPORTS_SHARE_CHANGE: 'PP',
  EXPORTS_CONTRIB: 'PP',
};
const BILLION = ratio(1_000_000_000n);

function isolated(
  values: { readonly [name: string]: string },
  language: Language,
): { readonly [name: string]: string } {
  if (language !== 'ar') return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      /[\dA-Z]/.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}
