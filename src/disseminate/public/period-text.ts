// Reference periods, days and instants in words, as Moroccan Arabic, French and English write them.

import { type Period, periodOf } from '../../design/period.ts';
import { fill, type Language } from '../../design/text.ts';

type Forms = { readonly A: string; readonly S: readonly string[]; readonly Q: readonly string[] };

const LONG: { readonly [L in Language]: Forms } = {
  ar: {
    A: 'سنة {year}',
    S: ['النصف الأول من سنة {year}', 'النصف الثاني من سنة {year}'],
    Q: [
      'الفصل الأول من سنة {year}',
      'الفصل الثاني من سنة {year}',
      'الفصل الثالث من سنة {year}',
      'الفصل الرابع من سنة {year}',
    ],
  },
  fr: {
    A: 'année {year}',
    S: ['premier semestre {year}', 'second semestre {year}'],
    Q: [
      'premier trimestre {year}',
      'deuxième trimestre {year}',
      'troisième trimestre {year}',
      'quatrième trimestre {year}',
    ],
  },
  en: {
    A: '{year}',
    S: ['first half of {year}', 'second half of {year}'],
    Q: [
      'first quarter of {year}',
      'second quarter of {year}',
      'third quarter of {year}',
      'fourth quarter of {year}',
    ],
  },
};

/** "in the first half of 2025": the period after its preposition. */
const WITHIN: { readonly [L in Language]: { readonly [F in Period['freq']]: string } } = {
  ar: { A: 'خلال {period}', S: 'خلال {period}', Q: 'خلال {period}', M: 'خلال شهر {period}' },
  fr: { A: 'en {year}', S: 'au {period}', Q: 'au {period}', M: 'en {period}' },
  en: { A: 'in {period}', S: 'in the {period}', Q: 'in the {period}', M: 'in {period}' },
};

const SHORT: { readonly [L in Language]: { readonly S: string; readonly Q: string } } = {
  ar: { S: 'النصف {index}، {year}', Q: 'الفصل {index}، {year}' },
  fr: { S: 'S{index} {year}', Q: 'T{index} {year}' },
  en: { S: 'H{index} {year}', Q: 'Q{index} {year}' },
};

/** A period in full words: "first half of 2025". */
export function periodText(language: Language, text: string): string {
  const period = periodOf(text);
  if (period.freq === 'M') return monthText(language, period.year, period.index);
  const forms = LONG[language];
  const template = period.freq === 'A' ? forms.A : (forms[period.freq][period.index - 1] ?? '');
  return fill(template, { year: period.year });
}

/** A period after its preposition: "in the first half of 2025". */
export function withinPeriod(language: Language, text: string): string {
  const period = periodOf(text);
  return fill(WITHIN[language][period.freq], { period: periodText(language, text), year: period.year });
}

/** A period for headers and axes: "H1 2025". */
export function shortPeriod(language: Language, text: string): string {
  const period = periodOf(text);
  if (period.freq === 'A') return String(period.year);
  if (period.freq === 'M') return monthText(language, period.year, period.index);
  return fill(SHORT[language][period.freq], { index: period.index, year: period.year });
}

/** A period within a table, which no narrow column breaks. */
export function wholePeriod(language: Language, text: string): string {
  return shortPeriod(language, text).replaceAll(' ', '\u00a0');
}

/** The part of a period inside its year, for an axis that names the year apart: "H1", "Q2", "6". */
export function withinYear(language: Language, text: string): string {
  const period = periodOf(text);
  if (period.freq === 'A' || period.freq === 'M') return String(period.index);
  const mark = { ar: { S: 'ن', Q: 'ف' }, fr: { S: 'S', Q: 'T' }, en: { S: 'H', Q: 'Q' } }[language];
  return `${mark[period.freq]}${period.index}`;
}

/** A day (ISO) in words: "18 October 2025". */
export function dayText(language: Language, day: string): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}

/** An instant in the office's time zone: day, hour and minute. */
export function instantText(language: Language, instant: string, timeZone: string): string {
  const at = new Date(instant);
  const day = formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
  const hour = formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    at,
  );
  const zone = offsetText(at, timeZone);
  const shown = language === 'ar' ? `\u2066(${zone})\u2069` : `(${zone})`;
  return `${day}${{ ar: ' على الساعة ', fr: ' à ', en: ' at ' }[language]}${hour} ${shown}`;
}

/** How far the clocks of a zone are from universal time then, such as UTC+1. */
function offsetText(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC');
}

function monthText(language: Language, year: number, month: number): string {
  return formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, 1)),
  );
}

const LOCALES: { readonly [L in Language]: string } = {
  ar: 'ar-MA-u-nu-latn',
  fr: 'fr-MA',
  en: 'en-GB',
};

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], options);
}
