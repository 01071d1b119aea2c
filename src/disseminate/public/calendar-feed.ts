// The release calendar as iCalendar. Source: RFC 5545.

import type { CalendarEntry } from '../../design/calendar.ts';
import { fill, type Language } from '../../design/text.ts';
import type { Edition } from './edition.ts';
import { periodText } from './period-text.ts';
import { releaseDates } from './release-dates.ts';
import { HOME } from './words-home.ts';
import { CALENDAR } from './words-partners.ts';

/** What an entry is about. */
export function entryText(language: Language, { period, vintage }: CalendarEntry): string {
  const text = fill(CALENDAR.release[language], { period: periodText(language, period) });
  return vintage === null ? text : `${text} (${HOME[vintage][language]})`;
}

/** The calendar file: whole-day events, lines of at most 75 octets, ended by CRLF. */
export function calendarFile(edition: Edition, language: Language): string {
  const stamp = edition.published.replaceAll(/[-:]/g, '').slice(0, 15);
  const events = releaseDates(edition).flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${entry.period}-${entry.vintage ?? 'release'}@${edition.reference.agency.toLowerCase()}`,
    `DTSTAMP:${stamp}Z`,
    `DTSTART;VALUE=DATE:${entry.due.replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${edition.reference.name[language]}: ${entryText(language, entry)}`)}`,
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Marsad//${language.toUpperCase()}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

/** A line folded at 75 octets, never inside a character. */
function folded(line: string): string {
  const parts: string[] = [''];
  for (const character of line) {
    const current = parts.at(-1) ?? '';
    if (Buffer.byteLength(current + character) > 73) parts.push(character);
    else parts[parts.length - 1] = current + character;
  }
  return parts.join('\r\n ');
}
