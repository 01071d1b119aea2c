// The period that a mention stands for, given what the text speaks of and its day.

import { PER_YEAR, type Period, shiftPeriod, yearBefore } from '../design/period.ts';
import type { PeriodMention } from './claim-period.ts';

/** The period of a mention, given the main period of the moment and the day of the text. */
export function resolveMention(mention: PeriodMention, main: Period | null, day: string): Period {
  const { form, period } = mention;
  if (form === 'absolute') return period;
  if (form === 'part')
    return main !== null && main.year > 0 ? latestPart(period, main) : latestComplete(period, day);
  if (main === null)
    return form === 'same' && period.year > 0 ? period : latestComplete({ ...period, year: 0 }, day);
  if (form === 'same' && period.year > 0) return { ...main, year: period.year };
  if (form === 'preceding') return shiftPeriod(main, -1);
  if (form === 'after' && period.freq === 'S') return halfAfter(main);
  if (form === 'after' && period.freq === 'Q') return quarterAfter(main);
  if (form === 'after') return shiftPeriod(main, PER_YEAR[main.freq] * Math.max(1, period.year));
  if (form === 'before' && mention.whole) return { freq: 'A', year: main.year - 1, index: 1 };
  if (form === 'before' && period.year > 1) return shiftPeriod(main, -PER_YEAR[main.freq] * period.year);
  return form === 'same' && !mention.comparison ? main : yearBefore(main);
}

/** The half-year that follows the end of a period. */
function halfAfter({ freq, year, index }: Period): Period {
  const months = (12 / PER_YEAR[freq]) * index;
  return months >= 12
    ? { freq: 'S', year: year + 1, index: 1 }
    : { freq: 'S', year, index: months >= 6 ? 2 : 1 };
}

/** The quarter that follows the end of a period. */
function quarterAfter({ freq, year, index }: Period): Period {
  const quarters = (4 / PER_YEAR[freq]) * index;
  return shiftPeriod({ freq: 'Q', year, index: Math.max(1, Math.floor(quarters)) }, 1);
}

/** The newest complete period of the same kind on a day. */
export function latestComplete(period: Period, day: string): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const months = 12 / { A: 1, S: 2, Q: 4, M: 12 }[period.freq];
  const done = period.index * months < month;
  return { ...period, year: done ? year : year - 1 };
}

/** A part of a year without its year lies in the year of the main period. */
function latestPart(period: Period, main: Period): Period {
  return { ...period, year: main.year };
}
