// Where exports go: countries by size, regions, and what is withheld.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import { barsHeight, drawBars } from '../chart-bars.ts';
import { chartFigure, sourceLine } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { dataTable } from '../data-table.ts';
import { type Edition, partnerName } from '../edition.ts';
import { type Figure, plotted } from '../figure.ts';
import { cell } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';
import type { Page } from '../page.ts';
import { shortPeriod, withinPeriod } from '../period-text.ts';
import { MENU, UNIT_WORDS } from '../words.ts';
import { HOME } from '../words-home.ts';
import { PARTNERS } from '../words-partners.ts';

const SHOWN = 12;

type Partner = {
  readonly code: string;
  readonly level: Figure;
  readonly growth: Figure;
  readonly share: Figure;
};

export function partnersPage(edition: Edition, language: Language): Page {
  const regionCodes = new Set(edition.reference.regions.map(({ code }) => code));
  const all = partnersBySize(edition);
  const countries = all.filter(({ code }) => !regionCodes.has(code));
  const regions = all.filter(({ code }) => regionCodes.has(code));
  return {
    title: MENU.partners[language],
    description: `${finding(edition, language, countries)}. ${PARTNERS.lead[language]}`,
    current: 'partners',
    content: html`<h1>${all.length === 0 ? MENU.partners[language] : finding(edition, language, countries)}</h1><p class="lead">${PARTNERS.lead[language]}</p>
${all.length === 0 ? html`<p>${PARTNERS.none[language]}</p>` : html`<section>${chart(edition, language, countries)}</section>`}
${regions.length === 0 ? '' : html`<section>${partnerTable(edition, language, PARTNERS.regions[language], regions)}${sourceLine(edition, language)}</section>`}`,
  };
}

/** Partners with their figures, the largest first, withheld ones last by name. */
function partnersBySize(edition: Edition): readonly Partner[] {
  const { period } = edition;
  const partners = edition.partners().map((code) => ({
    code,
    level: edition.figure({ indicator: 'EXPORTS', partner: code, period }),
    growth: edition.figure({ indicator: 'EXPORTS_YOY', partner: code, period }),
    share: edition.figure({ indicator: 'EXPORTS_SHARE', partner: code, period }),
  }));
  const size = ({ level }: Partner) => plotted(level) ?? -1;
  return partners.sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1));
}

function finding(edition: Edition, language: Language, countries: readonly Partner[]): string {
  const first = countries.find(
    ({ share, level }) => share.standing === 'value' && level.standing === 'value',
  );
  if (first === undefined) return MENU.partners[language];
  return fill(PARTNERS.finding[language], {
    partner: partnerName(edition, first.code)[language],
    share: numberText(language, first.share.printed),
    within: withinPeriod(language, edition.period),
  });
}

function chart(edition: Edition, language: Language, countries: readonly Partner[]): Markup {
  const title = finding(edition, language, countries);
  const bars = countries
    .filter(({ level }) => level.standing === 'value')
    .slice(0, SHOWN)
    .map(({ code, level }) => ({
      tone: '1',
      name: partnerName(edition, code)[language],
      value: plotted(level) ?? 0,
      reading: numberText(language, level.printed),
    }));
  const draw = (form: 'wide' | 'narrow', width: number, height: number) =>
    drawBars({ language, form, width, height }, title, bars);
  return chartFigure(edition, language, {
    finding: title,
    unit: `${PARTNERS.unit[language]} · ${shortPeriod(language, edition.period)}`,
    drawings: [draw('wide', 1120, bars.length * 34 + 4), draw('narrow', 380, barsHeight(bars.length))],
    table: partnerTable(edition, language, PARTNERS.countries[language], countries),
    open: true,
  });
}

function partnerTable(
  edition: Edition,
  language: Language,
  caption: string,
  partners: readonly Partner[],
): Markup {
  return dataTable(edition, language, {
    caption: `${caption} · ${shortPeriod(language, edition.period)}`,
    columns: [
      { title: PARTNERS.partner[language] },
      { title: `${HOME.level[language]} (${UNIT_WORDS.millions[language]})`, numeric: true },
      { title: `${HOME.growth[language]} (%)`, numeric: true },
      { title: `${HOME.share[language]} (%)`, numeric: true },
    ],
    rows: partners.map(({ code, level, growth, share }) => ({
      head: partnerName(edition, code)[language],
      cells: [cell(language, level), cell(language, growth, 'always'), cell(language, share)],
    })),
    figures: partners.flatMap(({ level, growth, share }) => [level, growth, share]),
  });
}
