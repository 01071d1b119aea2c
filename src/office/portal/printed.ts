// Numbers, days, periods and sizes as a declarant reads them: Western digits in every language, order kept in Arabic.

import { html } from 'hono/html';
import { parsePeriod } from '../../design/period.ts';
import { type Counted, countedText } from '../../design/plural.ts';
import type { Language, Text } from '../../design/text.ts';
import { writtenDigits } from '../../design/written-number.ts';
import type { Markup } from '../route.ts';

/** A whole number with its groups. */
export function wholeText(language: Language, value: number): string {
  return writtenDigits(language, String(value));
}

/** The same as markup that keeps its order in right-to-left text. */
export function whole(language: Language, value: number): Markup {
  return html`<span class="num">${wholeText(language, value)}</span>`;
}

/** A code, a name or a receipt as it is written, whatever the direction around it. */
export function code(text: string): Markup {
  return html`<bdi class="code">${text}</bdi>`;
}

/** The name of a respondent with its code; the code alone where the definitions have no name. */
export function named(name: string, { sender }: { readonly sender: string }): Markup {
  return name === sender ? code(sender) : html`<bdi>${name}</bdi> (${code(sender)})`;
}

/** A sentence in which dates, periods, receipts and addresses keep their order: in Arabic they would turn. */
export function sentence(language: Language, text: string): string {
  return language === 'ar'
    ? text.replaceAll(/\d+(?:-[\da-zA-Z]+)+|(?<![\w/.])\/[\w./-]*\w/g, '\u2066$&\u2069')
    : text;
}

/** A day in words: 18 October 2025. */
export function dayText(language: Language, day: string): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** An instant in the office's time zone. */
export function instantText(language: Language, instant: string, timeZone: string): string {
  const at = new Date(instant);
  const day = formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
  const hour = formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const zone = offsetText(at, timeZone);
  const shown = language === 'ar' ? `\u2066(${zone})\u2069` : `(${zone})`;
  return `${day}${{ ar: ' على الساعة ', fr: ' à ', en: ' at ' }[language]}${hour.format(at)} ${shown}`;
}

/** How far the clocks of a zone are from universal time then, such as UTC+1. */
function offsetText(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC');
}

/** A month or a quarter in words; any other text as it is. */
export function periodText(language: Language, text: string): string {
  const period = parsePeriod(text);
  if (period?.freq === 'M') {
    const month = formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return month.format(new Date(Date.UTC(period.year, period.index - 1, 1)));
  }
  if (period?.freq !== 'Q') return text;
  const { year, index } = period;
  const ordinal = ORDINALS[language][index - 1] ?? String(index);
  return {
    ar: `الفصل ${ordinal} من ${year}`,
    fr: `${ordinal} trimestre ${year}`,
    en: `${ordinal} quarter of ${year}`,
  }[language];
}

const ORDINALS: { readonly [L in Language]: readonly string[] } = {
  ar: ['الأول', 'الثاني', 'الثالث', 'الرابع'],
  fr: ['1er', '2e', '3e', '4e'],
  en: ['first', 'second', 'third', 'fourth'],
};

const DAYS: Counted = {
  ar: { one: 'يوم واحد', two: 'يومين', few: '{n} أيام', other: '{n} يوما' },
  fr: { one: '{n} jour', other: '{n} jours' },
  en: { one: '{n} day', other: '{n} days' },
};

/** A number of days, as the language counts them. */
export function daysText(language: Language, days: number): string {
  return countedText(language, DAYS, days, wholeText(language, days));
}

/** The size of a file: kilobytes, or megabytes with a decimal. */
export function sizeText(language: Language, bytes: number): string {
  const units = { ar: ['كيلوبايت', 'ميغابايت'], fr: ['ko', 'Mo'], en: ['kB', 'MB'] }[language];
  if (bytes < 1_000_000) return `${wholeText(language, Math.max(1, Math.round(bytes / 1000)))} ${units[0]}`;
  const tenths = Math.round(bytes / 100_000);
  return `${writtenDigits(language, `${Math.floor(tenths / 10)}.${tenths % 10}`)} ${units[1]}`;
}

const LOCALES: Text = { ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB' };

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], options);
}
