// The periods, and the bases of a change, that the words around a number leave open.

import { comparePeriods, formatPeriod, type Period, yearBefore } from '../design/period.ts';
import { WAS } from './bind-base.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Discourse } from './bind-discourse.ts';
import { COSTS, distinctPeriods, type Reading } from './bind-reading.ts';
import type { Candidate } from './claim-candidate.ts';
import type { PeriodMention } from './claim-period.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';
import { resolveMention } from './resolve-mention.ts';

/** "In 2023, …": the period of the whole sentence. */
const OPENING = 2;

/** None where the period stands right behind the number; dear where it is the only one of the sentence. */
export function openPeriods(claim: BoundClaim, sentence: Sentence, state: Discourse): readonly Reading[] {
  const { period, candidate } = claim;
  const { mentions } = sentence;
  const bases = distinctPeriods([state.main, state.previous, state.first].filter((each) => each !== null));
  const yearNamed = mentions.some(({ form }) => form === 'absolute');
  const resolved = mentions.flatMap((mention) => resolvedFrom(mention, bases, state.day, yearNamed));
  const known = distinctPeriods(resolved.map((each) => each.period));
  if (isDatedRightBehind(sentence, candidate, period)) return otherBases(claim, [period, ...known]);
  const firm = isNamedOnce(sentence, claim) && !looksOn(sentence) ? COSTS.denied : 0;
  const before = periodsBefore(sentence, state);
  const near = [...resolved, ...before];
  const implied = near.flatMap((each) => impliedBy(each, sentence));
  const own = formatPeriod(period);
  const changed = cheapest([...near, ...implied, ...closedBy(period, 0)])
    .filter((each) => formatPeriod(each.period) !== own && isOfPart(sentence, candidate, each.period))
    .map((each) => ({ claim: { ...claim, period: each.period, against: null }, cost: each.cost + firm }));
  return [...changed, ...otherBases(claim, distinctPeriods([...bases, ...known]))];
}

type Dated = { readonly period: Period; readonly cost: number };

function resolvedFrom(
  mention: PeriodMention,
  bases: readonly Period[],
  day: string,
  yearNamed: boolean,
): readonly Dated[] {
  const cost = mention.comparison ? COSTS.beside : COSTS.inSentence;
  const alone = (mention.form === 'part' && !yearNamed) || bases.length === 0 ? [null] : [];
  return [...bases, ...alone].map((base) => ({ period: resolveMention(mention, base, day), cost }));
}

/** What the text spoke of and has named, newest first; ahead of all, what its heading speaks of. */
function periodsBefore(sentence: Sentence, state: Discourse): readonly Dated[] {
  const at = (period: Period | null, cost: number) => (period === null ? [] : [{ period, cost }]);
  const opens = (sentence.heading || sentence.from === 0) && sentence.mentions.every(isRelative);
  return [
    ...at(state.main, COSTS.carried),
    ...at(state.previous, COSTS.carried),
    ...at(state.first, COSTS.remembered),
    ...state.remembered.periods.map((period, age) => ({
      period,
      cost: COSTS.remembered + age * COSTS.further,
    })),
    ...state.ahead.map((period) => ({ period, cost: opens ? COSTS.carried : COSTS.implied })),
  ];
}

function isRelative({ form }: PeriodMention): boolean {
  return form !== 'absolute';
}

/** What a named period leads to: all that it closes, and a year on or back where the words look back. */
function impliedBy({ period, cost }: Dated, sentence: Sentence): readonly Dated[] {
  const reached = hasBetween(sentence.tokens, sentence.from, sentence.to, ['to']);
  const back = looksBack(sentence) || reached ? [yearBefore(period), yearAfter(period)] : [];
  return [
    ...closedBy(period, cost),
    ...back.map((each) => ({ period: each, cost: Math.max(cost, COSTS.implied) })),
  ];
}

function cheapest(all: readonly Dated[]): readonly Dated[] {
  const known = new Map<string, Dated>();
  for (const each of all) {
    const before = known.get(formatPeriod(each.period));
    if (before === undefined || before.cost > each.cost) known.set(formatPeriod(each.period), each);
  }
  return [...known.values()];
}

/** Whether the sentence names this period alone, in the number's clause or at its opening, and compares with nothing. */
function isNamedOnce(sentence: Sentence, claim: BoundClaim): boolean {
  const { candidate, period } = claim;
  const rate = candidate.class !== 'money' && candidate.class !== 'persons';
  const [only, ...others] = sentence.mentions.filter((mention) => !rate || mention.form === 'absolute');
  if (only === undefined || others.length > 0 || only.form !== 'absolute' || only.comparison) return false;
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const opens = only.from - sentence.from <= OPENING;
  const inClause = only.from >= from && only.to <= to + 1;
  const reached = only.to === candidate.from - 1 && sentence.tokens[candidate.from - 1]?.kind === 'to';
  const before =
    (!rate || claim.indicator === 'EXPORTS_SHARE') &&
    only.to <= candidate.from &&
    !hasBetween(sentence.tokens, only.to, candidate.from, LOOKING);
  return (inClause || opens || before) && !reached && formatPeriod(only.period) === formatPeriod(period);
}

const LOOKING = ['compare', 'from', 'to', 'year_before', 'same_period'] as const;

/** "48 million in 2023": nothing stands between the number and its period. */
function isDatedRightBehind({ mentions, tokens }: Sentence, { to }: Candidate, period: Period): boolean {
  const mention = mentions.find(({ from }) => from >= to && from - to <= RIGHT_BEHIND);
  if (mention === undefined || mention.comparison) return false;
  if (!tokens.slice(to, mention.from).every(isSmall)) return false;
  return mention.form === 'absolute' && formatPeriod(mention.period) === formatPeriod(period);
}

const RIGHT_BEHIND = 3;

/** "in", « pendant les », خلال: what leads to a period. */
function isSmall({ kind, value }: Token): boolean {
  return kind === 'to' || (kind === 'word' && LEADING.test(value));
}

const LEADING =
  /^(?:in|during|over|for|the|of|en|au|aux|pendant|durant|les|le|la|l|de|du|sur|a|خلال|في|سنه|عام|برسم|ل|سنة)$/;

/** "2.183 billion in the third quarter": the part right behind the number, unless the next number follows it at once. */
function isOfPart({ mentions, candidates }: Sentence, { to }: Candidate, { freq, index }: Period): boolean {
  const part = mentions.find(({ from, form }) => form === 'part' && from >= to && from - to <= 1);
  if (part === undefined || candidates.some(({ from }) => from === part.to)) return true;
  return part.period.freq === freq && part.period.index === index;
}

/** A month that closes a quarter, a half or a year may stand for all of it: "June 2025 finds 4.19 billion in the till". */
function closedBy(period: Period, cost: number): readonly Dated[] {
  if (period.freq !== 'M') return [];
  const { year, index } = period;
  return (
    [
      { freq: 'S', year, index: index / 6 },
      { freq: 'Q', year, index: index / 3 },
      { freq: 'A', year, index: index / 12 },
    ] as const
  )
    .filter((each) => Number.isInteger(each.index))
    .map((each) => ({ period: each, cost: cost + COSTS.inClause }));
}

const MEASURED: ReadonlySet<string> = new Set(['EXPORTS_SHARE_CHANGE', 'EMPLOYMENT_CHANGE']);

/** A change between two periods that the sentence names, of which neither is the other a year before. */
function otherBases(claim: BoundClaim, named: readonly Period[]): readonly Reading[] {
  const grown = claim.indicator === 'EXPORTS_YOY' && claim.against === null;
  if (!grown && !MEASURED.has(claim.indicator ?? '')) return [];
  const isBase = (base: Period, period: Period) =>
    grown ? base.freq === period.freq && comparePeriods(base, period) < 0 : base.year < period.year;
  return named.flatMap((period) =>
    named
      .filter((base) => isBase(base, period))
      .map((against) => ({
        claim: { ...claim, period, against, confidence: 'low' as const },
        cost: COSTS.implied,
      })),
  );
}

const NOW =
  /^(?:now|today|thereafter|ensuite|suite|puis|then|بعدها|بعدئذ|desormais|aujourd|maintenant|plus|الان|اليوم|حاليا|دابا|صارت|صار|اصبحت|اصبح|باتت|بات)$/;

/** "It is now 19 percent": of the newest period, whatever the sentence has named. */
export function looksOn({ tokens, from, to }: Sentence): boolean {
  return tokens.slice(from, to).some(({ value }) => NOW.test(value));
}

/** Whether the words of a sentence look back. */
export function looksBack({ tokens, from, to }: Sentence): boolean {
  if (tokens.slice(from, to).some(({ value }) => WAS.test(value))) return true;
  return hasBetween(tokens, from, to, ['compare', 'year_before', 'same_period']);
}

function yearAfter(period: Period): Period {
  return { ...period, year: period.year + 1 };
}
