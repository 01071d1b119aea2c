// The page of one figure in one release: an address that stays, the same figure in every release, how to cite it.

import { html } from 'hono/html';
import { parseKey } from '../../../design/key.ts';
import { parsePeriod } from '../../../design/period.ts';
import type { Language } from '../../../design/text.ts';
import { sourceLine } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { citationList } from '../citation.ts';
import { dataTable } from '../data-table.ts';
import { type Edition, EXPORTS_FLOW } from '../edition.ts';
import { type Figure, figureOf, unitOf } from '../figure.ts';
import { cell } from '../figure-markup.ts';
import { linkTo, type Page } from '../page.ts';
import { periodText } from '../period-text.ts';
import { segmentName } from '../segment-name.ts';
import { MARKS, MENU, UNIT_WORDS } from '../words.ts';
import { FIGURE } from '../words-figure.ts';
import { HOME } from '../words-home.ts';
import { scopeNote } from './scope-note.ts';

/** The address of a figure, below the language. */
export function figurePath(edition: Edition, { key, period }: Figure): string {
  return `figures/${edition.period}/${edition.number}/${key}/${period}`;
}

/** The page; undefined when the release holds no such observation. */
export function figurePage(
  shelf: readonly Edition[],
  language: Language,
  [release, number, key, period, more]: readonly string[],
  origin = '',
): Page | undefined {
  const edition = shelf.find((each) => each.period === release && String(each.number) === number);
  if (edition === undefined || key === undefined || period === undefined || more !== undefined)
    return undefined;
  const figure = figureIn(edition, key, period);
  return figure === undefined ? undefined : pageOf(shelf, edition, language, figure, origin);
}

function figureIn({ release }: Edition, text: string, period: string): Figure | undefined {
  const key = parseKey(text);
  const observation = release.observation(EXPORTS_FLOW, text, period);
  if (key === undefined || observation === undefined || parsePeriod(period) === undefined) return undefined;
  return figureOf(key, period, observation);
}

function pageOf(
  shelf: readonly Edition[],
  edition: Edition,
  language: Language,
  figure: Figure,
  origin: string,
): Page {
  const title = titleOf(edition, language, figure);
  const vintages = shelf.flatMap((each) => {
    const found = figureIn(each, figure.key, figure.period);
    return found === undefined ? [] : [{ edition: each, figure: found }];
  });
  return {
    title,
    description: `${title}. ${FIGURE.lead[language]}`,
    current: null,
    content: html`<h1>${title}</h1><p class="lead">${FIGURE.lead[language]}</p>
<section><p class="headline">${cell(language, figure)} <span class="unit">${unitWords(language, figure)}</span></p>${sourceLine(edition, language)}</section>
<section><dl class="facts"><dt>${FIGURE.key[language]}</dt><dd><bdi dir="ltr">${figure.key}</bdi></dd><dt>${HOME.period[language]}</dt><dd>${periodText(language, figure.period)}</dd><dt>${FIGURE.status[language]}</dt><dd>${statusWords(language, figure)}</dd>${meaning(edition, language, figure)}</dl></section>
<section>${dataTable(edition, language, {
      caption: FIGURE.vintages[language],
      subtitle: unitWords(language, figure),
      columns: [{ title: MENU.releases[language] }, { title: title, numeric: true }],
      rows: vintages.map((each) => ({
        head: html`<a href="${linkTo(language, figurePath(each.edition, each.figure))}"><bdi dir="ltr">${each.edition.release.id}</bdi></a>`,
        cells: [cell(language, each.figure)],
      })),
      figures: vintages.map((each) => each.figure),
    })}</section>
${citationList(edition, language, { title: `${edition.reference.name[language]}: ${title}`, address: `${origin}${linkTo(language, figurePath(edition, figure))}` })}`,
  };
}

/** What the figure measures: its segment, its scope, and where the rest is told. */
function meaning(edition: Edition, language: Language, { key }: Figure): Markup {
  const code = parseKey(key)?.SEGMENT ?? '';
  const segment = edition.reference.segments.find((each) => each.code === code);
  const described =
    segment === undefined
      ? ''
      : html`<dt>${HOME.segment[language]}</dt><dd>${segment.description[language]} · <a href="${linkTo(language, `segments/${code}`)}">${segment.name[language]}</a></dd>`;
  return html`${described}<dt>${FIGURE.meaning[language]}</dt><dd>${scopeNote(edition, language)}<a href="${linkTo(language, 'methodology')}">${MENU.methodology[language]}</a> · <a href="${linkTo(language, 'revisions')}">${MENU.revisions[language]}</a></dd>`;
}

function titleOf(edition: Edition, language: Language, { key, period }: Figure): string {
  const { SEGMENT = '', INDICATOR = '' } = parseKey(key) ?? {};
  const indicator =
    edition.reference.indicators.find(({ id }) => id === INDICATOR)?.name[language] ?? INDICATOR;
  return [indicator, segmentName(edition, SEGMENT)[language], periodText(language, period)].join(' · ');
}

function unitWords(language: Language, { key }: Figure): string {
  const indicator = parseKey(key)?.INDICATOR ?? '';
  if (indicator === 'EXPORTS_PER_JOB') return UNIT_WORDS.dirhams[language];
  const units = {
    MAD: UNIT_WORDS.millions,
    PC: UNIT_WORDS.percent,
    PP: UNIT_WORDS.points,
    PS: UNIT_WORDS.persons,
  };
  return units[unitOf(indicator) as keyof typeof units][language];
}

function statusWords(language: Language, figure: Figure): string {
  if (figure.standing !== 'value') return MARKS[figure.standing].means[language];
  return (figure.preliminary ? MARKS.preliminary.means : FIGURE.firm)[language];
}
