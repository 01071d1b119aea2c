// The head of the home page: the finding, the figure, its growth, and what moved it.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import { changesHeight, drawChanges } from '../chart-changes.ts';
import { chartFigure } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { dataTable } from '../data-table.ts';
import { driversOf, offsetting, ranksAll, strongest, weakest } from '../drivers.ts';
import { aYearBefore, type Edition } from '../edition.ts';
import { directionOfChange, type Figure } from '../figure.ts';
import { cell, change, mark, number, reason } from '../figure-markup.ts';
import { inThousands, numberText } from '../number-text.ts';
import { dayText, withinPeriod } from '../period-text.ts';
import { segmentInSentence, segmentName, shortSegment, toneOf } from '../segment-name.ts';
import { sentence } from '../sentence.ts';
import { UNIT_WORDS } from '../words.ts';
import { HEADLINE, HOME } from '../words-home.ts';

/** The first screen of a release; `note` stands below its level. */
export function headline(edition: Edition, language: Language, note: Markup | '' = ''): Markup {
  const growth = edition.figure({ indicator: 'EXPORTS_YOY', period: edition.period });
  return html`<div class="hero"><div>
<p class="eyebrow"><span class="pill${edition.vintage === 'final' ? '' : ' caution'}">${HOME[edition.vintage][language]}</span>
<span>${sentence(HOME.released[language], { day: dayText(language, edition.published) })}</span></p>
<h1>${finding(edition, language, growth)}</h1>
${levelBlock(edition, language)}${note}
${growthBlock(edition, language, growth)}
</div>${hasDrivers(edition) ? driversChart(edition, language) : ''}</div>`;
}

/** The headline as plain text, for titles and descriptions. */
export function finding(edition: Edition, language: Language, growth: Figure): string {
  const values = {
    subject: HEADLINE.subject[language],
    within: withinPeriod(language, edition.period),
    growth: numberText(language, growth.printed.replace(/^-/, '')),
  };
  if (growth.standing !== 'value') return fill(HEADLINE.level[language], values);
  const against = offsetting(growth, driversOf(edition, edition.period));
  const direction = directionOfChange(growth.printed);
  const main = fill(HEADLINE[direction][language], values);
  if (against === undefined) return main;
  const clause = direction === 'rise' ? HEADLINE.offsetUp : HEADLINE.offsetDown;
  return main + fill(clause[language], { segment: segmentInSentence(edition, against.segment, language) });
}

function levelBlock(edition: Edition, language: Language): Markup {
  const level = edition.figure({ indicator: 'EXPORTS', period: edition.period });
  if (level.standing !== 'value')
    return html`<p class="headline">${mark(language, level.standing)}</p><p class="lead">${reason(language, level)}</p>`;
  const large = level.printed.replace('-', '').length > 3;
  const shown = large ? inThousands(level.printed) : level.printed;
  const unit = large ? UNIT_WORDS.billions : UNIT_WORDS.millions;
  return html`<p class="headline">${number(numberText(language, shown))} <span class="unit">${unit[language]}</span></p>`;
}

function growthBlock(edition: Edition, language: Language, growth: Figure): Markup {
  const level = edition.figure({ indicator: 'EXPORTS', period: edition.period });
  const before = aYearBefore(edition.period);
  const base = edition.figure({ indicator: 'EXPORTS', period: before });
  if (growth.standing === 'unavailable') return html``;
  if (growth.standing !== 'value')
    return html`<p>${HOME.growth[language]} ${change(language, growth)} <span class="lead">${reason(language, growth)}</span></p>`;
  if (level.standing !== 'value' || base.standing !== 'value')
    return html`<p>${change(language, growth)}</p>`;
  const [now, then] = [level, base].map(({ printed }) => number(numberText(language, printed)));
  return html`<p class="change">${change(language, growth)}<span>${sentence(HOME.exactly[language], { level: now ?? '' })}<br>
<span class="lead">${sentence(HOME.against[language], { level: then ?? '', within: withinPeriod(language, before) })}</span></span></p>`;
}

/** A chart of nothing but signs is left out. */
function hasDrivers(edition: Edition): boolean {
  return driversOf(edition, edition.period).some(({ contribution }) => contribution.standing === 'value');
}

function driversChart(edition: Edition, language: Language): Markup {
  return chartFigure(edition, language, {
    finding: driversFinding(edition, language),
    unit: HOME.driversUnit[language],
    drawings: [driversDrawing(edition, language, 'wide'), driversDrawing(edition, language, 'narrow')],
    table: driversTable(edition, language),
  });
}

/** The same contributions as a table, the total last. */
function driversTable(edition: Edition, language: Language): Markup {
  const total = edition.figure({ indicator: 'EXPORTS_YOY', period: edition.period });
  const rows = driversOf(edition, edition.period).map(({ segment, contribution }) => ({
    head: segmentName(edition, segment)[language],
    cells: [cell(language, contribution, 'always')],
  }));
  return dataTable(edition, language, {
    caption: HOME.drivers[language],
    subtitle: HOME.driversUnit[language],
    columns: [{ title: HOME.segment[language] }, { title: HOME.contribution[language], numeric: true }],
    rows: [...rows, { head: HOME.total[language], cells: [cell(language, total, 'always')], total: true }],
    figures: [total],
  });
}

function driversDrawing(edition: Edition, language: Language, form: 'wide' | 'narrow'): Markup {
  const drivers = driversOf(edition, edition.period);
  const name = driversFinding(edition, language);
  const changes = drivers.map(({ segment, contribution }) => ({
    tone: toneOf(edition, segment),
    name: nameForBar(edition, segment, language),
    figure: contribution,
  }));
  const figure = edition.figure({ indicator: 'EXPORTS_YOY', period: edition.period });
  const total = { tone: 'total', name: HOME.total[language], figure };
  const sheet = { language, width: form === 'wide' ? 500 : 360, height: changesHeight(drivers.length), form };
  return drawChanges(sheet, { name, changes, total });
}

function driversFinding(edition: Edition, language: Language): string {
  const drivers = driversOf(edition, edition.period);
  const [up, down] = [strongest(drivers), weakest(drivers)].map((driver) =>
    driver === undefined ? undefined : segmentInSentence(edition, driver.segment, language),
  );
  if (up === undefined || !ranksAll(drivers)) return HOME.drivers[language];
  const text =
    down === undefined
      ? fill(HOME.driversUp[language], { up })
      : fill(HOME.driversFinding[language], { up, down });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const BAR_NAME = 36;

/** The full name where a bar has room for it. */
function nameForBar(edition: Edition, segment: string, language: Language): string {
  const name = segmentName(edition, segment)[language];
  return name.length <= BAR_NAME ? name : shortSegment(edition, segment, language);
}
