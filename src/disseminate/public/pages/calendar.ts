// The release calendar: what comes, what came, and the same as iCalendar.

import { html } from 'hono/html';
import type { CalendarEntry } from '../../../design/calendar.ts';
import type { Language } from '../../../design/text.ts';
import { entryText } from '../calendar-feed.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { linkTo, type Page } from '../page.ts';
import { dayText } from '../period-text.ts';
import { releaseDates, upcomingReleases } from '../release-dates.ts';
import { MENU } from '../words.ts';
import { CALENDAR } from '../words-partners.ts';

export function calendarPage(edition: Edition, language: Language): Page {
  const dates = releaseDates(edition);
  const upcoming = upcomingReleases(edition);
  const past = dates.filter((each) => !upcoming.includes(each)).toReversed();
  return {
    title: MENU.calendar[language],
    description: CALENDAR.lead[language],
    current: 'calendar',
    content: html`<h1>${MENU.calendar[language]}</h1><p class="lead">${CALENDAR.lead[language]}</p>
<p class="downloads files"><a href="${linkTo(language, 'calendar.ics')}">${CALENDAR.subscribe[language]}</a></p>
${dates.length === 0 ? html`<p class="note">${CALENDAR.none[language]}</p>` : ''}
${list(language, CALENDAR.upcoming[language], upcoming)}${list(language, CALENDAR.past[language], past)}`,
  };
}

function list(language: Language, title: string, entries: readonly CalendarEntry[]): Markup | '' {
  if (entries.length === 0) return '';
  const rows = entries.map(
    (entry) =>
      html`<dt><time datetime="${entry.due}">${dayText(language, entry.due)}</time></dt><dd>${entryText(language, entry)}</dd>`,
  );
  return html`<section><h2>${title}</h2><dl class="facts dates">${rows}</dl></section>`;
}
