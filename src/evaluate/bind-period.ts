// Which period a number is of, and which one it is measured against.

import { comparePeriods, type Period, shiftPeriod, yearBefore } from '../design/period.ts';
import { baseOf, comparedPeriod, isComparedNumber, ownOfCompared, pastBase } from './bind-base.ts';
import type { BoundIndicator } from './bind-indicator.ts';
import { betweenPeriods, periodOfPair } from './bind-pair.ts';
import { yearOfGoal } from './bind-path.ts';
import { periodOfRow, periodOfThen } from './bind-shared-period.ts';
import type { Candidate } from './claim-candidate.ts';
import type { Aim } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import type { PeriodMention } from './claim-period.ts';
import { clauseEnd, hasBetween, numberBefore, numberBehind, type Sentence } from './claim-sentence.ts';
import { latestComplete, resolveMention } from './resolve-mention.ts';

export type PeriodState = {
  /** The period that the text speaks of at the moment. */
  readonly main: Period | null;
  /** The same when the sentence began. */
  readonly opened: Period | null;
  readonly previous: Period | null;
  readonly first: Period | null;
  /** Of the level before the last: two levels a year apart may stand in either order. */
  readonly latest: Period | null;
  /** Of the last two levels, the newest first. */
  readonly levels: readonly Period[];
  /** What the text has named last, whether or not it was to compare with. */
  readonly mentioned: Period | null;
  /** The last goal that a number was of. */
  readonly aimed: Aim | null;
  /** ISO day of the text. */
  readonly day: string;
  readonly horizon: Horizon;
};

export type BoundPeriod = {
  readonly period: Period;
  readonly cumulated: boolean;
  readonly against: Period | null;
  readonly main: Period;
  readonly explicit: boolean;
};

/** Binds a number's period; a mention right behind it goes first, then the last one before it, then the discourse. */
export function bindPeriod(
  sentence: Sentence,
  candidate: Candidate,
  indicator: BoundIndicator,
  state: PeriodState,
): BoundPeriod {
  const main = mainPeriod(sentence, candidate, state);
  if (indicator.id === 'EXPORTS_RATIO_PY') return ratioPeriod(sentence, candidate, main, state);
  if (indicator.id === 'TARGET_PATH') return goalYear(sentence, candidate, state, main);
  if (indicator.isRate || indicator.id?.endsWith('_CHANGE') === true)
    return ratePeriod(sentence, candidate, indicator, main, state);
  return levelPeriod(sentence, candidate, main, state);
}

/** The year of the goal that something is on its way to. */
function goalYear(sentence: Sentence, candidate: Candidate, state: PeriodState, main: Main): BoundPeriod {
  const ahead = yearOfGoal(sentence, candidate, state.main, state.aimed?.period ?? null, state.horizon);
  const explicit = sentence.mentions.some(({ period }) => period.year === ahead?.year);
  return { period: ahead ?? main.period, cumulated: false, against: null, main: main.period, explicit };
}

/** A mention of what the sentence is about, and no look back. */
function isOwnMention({ comparison, form, period, cumulated }: PeriodMention): boolean {
  if (form === 'part' && period.freq === 'M' && !cumulated) return false;
  return !comparison && form !== 'before' && form !== 'preceding' && !(form === 'same' && period.year > 0);
}

/** « contre 4,8 milliards au S1 2024 »: the period of a number that something is compared with. */
export function isOfCompared(
  sentence: Sentence,
  { from, form, period }: PeriodMention,
  main: Period | null,
): boolean {
  const last = sentence.candidates.findLast(({ to }) => to <= from);
  return (
    last !== undefined &&
    from - last.to <= 2 &&
    isComparedNumber(sentence, last) &&
    (last !== sentence.candidates[0] || (main !== null && form === 'absolute' && period.year < main.year))
  );
}

type Main = { readonly period: Period; readonly cumulated: boolean; readonly explicit: boolean };

/** The newest mention before the number that is no comparison, else what the text spoke of, else the next one. */
function mainPeriod(sentence: Sentence, candidate: Candidate, state: PeriodState): Main {
  const isOwn = (mention: PeriodMention) =>
    isOwnMention(mention) && !isOfCompared(sentence, mention, state.main);
  const before = sentence.mentions.findLast((mention) => mention.to <= candidate.from && isOwn(mention));
  const then = periodOfThen(sentence, candidate, state);
  if (then !== undefined) return { period: then, cumulated: false, explicit: false };
  if (before !== undefined) return resolved(sentence, before, state);
  const shared = periodOfRow(sentence, candidate);
  if (shared !== undefined) return { period: shared, cumulated: false, explicit: true };
  if (state.main !== null) return { period: state.main, cumulated: false, explicit: false };
  const behind = sentence.mentions.find((mention) => mention.from >= candidate.to && isOwn(mention));
  if (behind !== undefined) return resolved(sentence, behind, state);
  const period = state.first ?? latestComplete({ freq: 'S', year: 0, index: 1 }, state.day);
  return { period, cumulated: false, explicit: false };
}

/** A year or a quarter later is counted from what the sentence has named, else from where the text was before it. */
function resolved(sentence: Sentence, mention: PeriodMention, state: PeriodState): Main {
  const named = sentence.mentions.findLast(
    (each) => each.to <= mention.from && each.form === 'absolute' && isOwnMention(each),
  );
  const before = mention.form === 'after' ? (named?.period ?? state.opened ?? state.main) : state.main;
  const relativeTo = before ?? (mention.form === 'part' ? null : state.first);
  return {
    period: resolveMention(mention, relativeTo, state.day),
    cumulated: mention.cumulated,
    explicit: true,
  };
}

function levelPeriod(sentence: Sentence, candidate: Candidate, main: Main, state: PeriodState): BoundPeriod {
  const paired = periodOfPair(sentence, candidate, main.period, state.day);
  if (paired !== undefined) return plain(paired, main, true);
  const behind = mentionBehind(sentence, candidate);
  const compared = isComparedNumber(sentence, candidate);
  if (behind !== undefined) {
    const period = resolveMention(
      behind,
      compared || main.explicit ? main.period : (state.main ?? main.period),
      state.day,
    );
    const keep = compared || behind.form === 'before' || behind.form === 'same';
    return {
      period,
      cumulated: behind.cumulated,
      against: null,
      main: keep ? main.period : period,
      explicit: true,
    };
  }
  const before = comparisonJustBefore(sentence, candidate);
  if (before !== undefined) return plain(resolveMention(before, main.period, state.day), main, true);
  if (compared) return plain(yearBefore(main.period), main, false);
  return plain(main.period, main, main.explicit);
}

function plain(period: Period, main: Main, explicit: boolean): BoundPeriod {
  return {
    period,
    cumulated: period === main.period && main.cumulated,
    against: null,
    main: main.period,
    explicit,
  };
}

function ratePeriod(
  sentence: Sentence,
  candidate: Candidate,
  indicator: BoundIndicator,
  main: Main,
  state: PeriodState,
): BoundPeriod {
  const between = betweenPeriods(sentence, candidate, main.period, state.day);
  if (between !== undefined) return { ...between, cumulated: false, main: between.period, explicit: true };
  const multiple = betweenLevels(sentence, candidate, state);
  if (multiple !== undefined) return multiple;
  if (indicator.id === 'EXPORTS_SHARE' && isComparedNumber(sentence, candidate))
    return levelPeriod(sentence, candidate, main, state);
  const compared = ownOfCompared(sentence, candidate);
  if (compared !== undefined) return { ...plain(compared, main, true), against: null };
  const behind = mentionBehind(sentence, candidate);
  if (indicator.id === 'EXPORTS_SHARE' && behind?.form === 'after' && behind.from - candidate.to <= 2)
    return levelPeriod(sentence, candidate, main, state);
  const useful =
    behind !== undefined && !behind.comparison && behind.form === 'absolute' ? behind : undefined;
  const before = sentence.mentions.some((mention) => mention.to <= candidate.from && isOwnMention(mention));
  const right = useful !== undefined && useful.from - candidate.to <= 2;
  if (useful === undefined || (before && !right)) {
    const later = laterLevel({ ...main, explicit: main.explicit && !isSummedUp(sentence, candidate) }, state);
    const period = pastBase(later, baseOf(sentence, candidate));
    const rate = { ...plain(period, main, main.explicit), main: period };
    const against = comparedPeriod(sentence, candidate, period, state) ?? stepBefore(period, state);
    return { ...rate, against };
  }
  const period = resolveMention(useful, state.main, state.day);
  const against = comparedPeriod(sentence, candidate, period, state);
  return { period, cumulated: useful.cumulated, against, main: period, explicit: true };
}

/** « … contre 12,9 un an avant, soit une hausse de 3,5 % », أي أن النمو بلغ: what two levels come to. */
function isSummedUp({ tokens, candidates, from }: Sentence, candidate: Candidate): boolean {
  const last = candidates.findLast(({ to }) => to <= candidate.from);
  const between = tokens.slice(last?.to ?? from, candidate.from);
  return last?.class === 'money' && between.some(({ value }) => SUMS_UP.test(value));
}

const SUMS_UP = /^(?:soit|donc|ainsi|so|thus|hence|therefore|meaning|اي|وبذلك|بذلك|وهكذا)$/;

/** "2.814 billion in the third quarter, 2.183 in the fourth, 22.4 percent less": on the quarter before, told just before. */
function stepBefore(period: Period, { levels: [now, before] }: PeriodState): Period | null {
  if (now === undefined || before === undefined || period.freq !== 'Q') return null;
  const follows = comparePeriods(now, period) === 0 && before.freq === 'Q';
  return follows && comparePeriods(shiftPeriod(before, 1), now) === 0 ? before : null;
}

/** "26.2 billion in 2024. In 2015 it was 7.54. More than three times as much": from the earlier of two to the later. */
function betweenLevels(
  sentence: Sentence,
  candidate: Candidate,
  state: PeriodState,
): BoundPeriod | undefined {
  const [now, before] = state.levels;
  if (!candidate.multiple || now === undefined) return undefined;
  const next = numberBehind(sentence, candidate);
  const named = sentence.mentions.find(
    ({ from, form, comparison }) => form === 'absolute' && !comparison && from >= candidate.to && from < next,
  );
  const other = named?.period ?? before;
  if (other === undefined || other.freq !== now.freq || comparePeriods(now, other) === 0) return undefined;
  const [against, period] = comparePeriods(other, now) < 0 ? [other, now] : [now, other];
  return { period, cumulated: false, against, main: period, explicit: false };
}

/** "H1 2025: 13.4. H1 2024: 12.9. So it grew …": growth is of the later of two periods a year apart. */
function laterLevel(main: Main, { latest }: PeriodState): Period {
  if (main.explicit || latest === null || latest.freq !== main.period.freq) return main.period;
  return comparePeriods(yearBefore(latest), main.period) === 0 ? latest : main.period;
}

function ratioPeriod(sentence: Sentence, candidate: Candidate, main: Main, state: PeriodState): BoundPeriod {
  const behind = mentionBehind(sentence, candidate);
  const against = behind === undefined ? null : resolveMention(behind, main.period, state.day);
  const part = against === null ? undefined : laterPart(sentence, against, state);
  if (part !== undefined) return { period: part, cumulated: false, against, main: part, explicit: true };
  return { ...plain(main.period, main, main.explicit), against };
}

/** "Three quarters of what it earned in all of 2024 was in by June 2025": the part of a later year that the sentence names. */
function laterPart({ mentions }: Sentence, whole: Period, state: PeriodState): Period | undefined {
  if (whole.freq !== 'A') return undefined;
  return mentions
    .filter(
      ({ form, period }) => form === 'absolute' && period.freq !== 'A' && period.year === whole.year + 1,
    )
    .map((mention) => resolveMention(mention, null, state.day))
    .at(-1);
}

/** A mention between the number and the next one, not cut off by a comparison. */
function mentionBehind(sentence: Sentence, candidate: Candidate): PeriodMention | undefined {
  const next = numberBehind(sentence, candidate);
  const mention = sentence.mentions.find(({ from }) => from >= candidate.to && from < next);
  if (mention === undefined || mention.comparison) return undefined;
  const cut = hasBetween(sentence.tokens, candidate.to, mention.from, ['compare']);
  const far =
    mention.from > clauseEnd(sentence, candidate.to) &&
    next < sentence.to &&
    mention.form === 'absolute' &&
    !isAlone(sentence, candidate, mention);
  return cut || far ? undefined : mention;
}

/** Whether nothing but small words stands between the number and the mention. */
function isAlone(sentence: Sentence, candidate: Candidate, mention: PeriodMention): boolean {
  return !hasBetween(sentence.tokens, candidate.to, mention.from, [
    'segment',
    'break',
    'rise',
    'fall',
    'share',
  ]);
}

/** "compared with 2023, which recorded 26.17", "than a year earlier (12.9)": the number tells the comparison's value. */
function comparisonJustBefore(sentence: Sentence, candidate: Candidate): PeriodMention | undefined {
  const floor = numberBefore(sentence, candidate);
  const mention = sentence.mentions.filter(({ from, to }) => from >= floor && to <= candidate.from).at(-1);
  if (mention === undefined || isOwnMention(mention)) return undefined;
  if (hasBetween(sentence.tokens, mention.to, candidate.from, ['to'])) return undefined;
  const named = sentence.segments.some(
    ({ at, value }) => at >= mention.to && at < candidate.from && value !== '_T',
  );
  if (named) return undefined;
  return candidate.from - mention.to <= 8 ? mention : undefined;
}
