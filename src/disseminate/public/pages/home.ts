// The home page: the finding first, then what stands behind it.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { linkTo, type Page } from '../page.ts';
import { dayText, periodText } from '../period-text.ts';
import { upcomingReleases } from '../release-dates.ts';
import { withheldSince } from '../withheld-since.ts';
import { FRAME } from '../words.ts';
import { HOME } from '../words-home.ts';
import { fileLinks } from './files.ts';
import { finding, headline } from './headline.ts';
import { printedFigures } from './printed-figures.ts';
import { scopeNote } from './scope-note.ts';
import { ledger, periodTable, quarterLines } from './segment-tables.ts';
import { exportTargets } from './targets-panel.ts';

export function homePage(edition: Edition, language: Language, shelf: readonly Edition[] = []): Page {
  const growth = edition.figure({ indicator: 'EXPORTS_YOY', period: edition.period });
  return {
    title: FRAME.tagline[language],
    description: finding(edition, language, growth),
    current: 'home',
    content: html`${headline(edition, language, withheldSince(shelf, edition, language))}
<section aria-labelledby="segments"><h2 id="segments">${HOME.segments[language]}</h2><p>${HOME.segmentsLead[language]}</p>${ledger(edition, language)}</section>
<section aria-labelledby="time"><h2 id="time">${HOME.overTime[language]}</h2>${quarterLines(edition, language)}</section>
<section>${periodTable(edition, language)}${scopeNote(edition, language)}</section>
<section aria-labelledby="targets"><h2 id="targets">${HOME.targets[language]}</h2>${exportTargets(edition, language)}</section>
<section class="panels">${downloads(edition, language)}${nextRelease(edition, language)}</section>
<section>${printedFigures(edition, language)}</section>`,
  };
}

const MAIN_FILES = ['EXPORTS.csv', 'EXPORTS.xlsx', 'EXPORTS.sdmx.json', 'EXPORTS.parquet', 'manifest.json'];

function downloads(edition: Edition, language: Language): Markup {
  return html`<div class="panel downloads"><h2>${HOME.downloads[language]}</h2><p>${HOME.downloadsLead[language]}</p>${fileLinks(edition, language, [`bulletin.${language}.pdf`, `bulletin.${language}.html`, ...MAIN_FILES])}
<p><a href="${linkTo(language, `releases/${edition.period}/${edition.number}`)}">${HOME.allFiles[language]}</a></p></div>`;
}

function nextRelease(edition: Edition, language: Language): Markup {
  const ahead = upcomingReleases(edition);
  const day = ahead[0]?.due;
  const periods = ahead.filter(({ due }) => due === day).map(({ period }) => periodText(language, period));
  const text =
    day === undefined
      ? HOME.nextUnknown[language]
      : fill(HOME.nextText[language], {
          period: periods.join(language === 'ar' ? '، ' : ', '),
          day: dayText(language, day),
        });
  return html`<div class="panel"><h2>${HOME.next[language]}</h2><p class="lead">${text}</p></div>`;
}
