// Figures as others printed them, each with its source, beside what this release gives for the same thing.

import { html } from 'hono/html';
import { TOTAL_SEGMENT, WORLD } from '../../../design/key.ts';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { sourceName } from '../../../design/source-name.ts';
import type { Language, Text } from '../../../design/text.ts';
import type { PrintedFigure } from '../../reference.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { cell, number } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';
import { dayText, wholePeriod } from '../period-text.ts';
import { segmentName } from '../segment-name.ts';
import { UNIT_WORDS } from '../words.ts';
import { HOME } from '../words-home.ts';
import { HEDGES } from '../words-printed.ts';

/** The table of printed figures; all, or those of one segment. */
export function printedFigures(edition: Edition, language: Language, segment?: string): Markup {
  const figures = edition.reference.published.filter(
    (figure) => figure.role !== 'derived' && (segment === undefined || figure.segment === segment),
  );
  const heads = [HOME.indicator, HOME.segment, HOME.period];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${HOME.printed[language]}"><table>
<caption><strong>${HOME.printed[language]}</strong>${HOME.printedLead[language]}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head[language]}</th>`)}<th scope="col" class="n">${HOME.printedValue[language]}</th><th scope="col" class="n">${HOME.released_value[language]}</th><th scope="col">${HOME.sourceHead[language]}</th></tr></thead>
<tbody>${figures.map((figure) => printedRow(edition, language, figure))}</tbody></table></div>`;
}

function printedRow(edition: Edition, language: Language, figure: PrintedFigure): Markup {
  const name =
    edition.reference.indicators.find(({ id }) => id === figure.indicator)?.name[language] ??
    figure.indicator;
  const date = figure.sourceDate === null ? '' : html`, ${dayText(language, figure.sourceDate)}`;
  return html`<tr><th scope="row">${name}</th><td>${segmentName(edition, figure.segment)[language]}</td><td>${wholePeriod(language, figure.period)}</td>
<td class="n">${hedge(language, figure)} ${number(numberText(language, figure.value))} ${unitWords(figure.unit)[language]}</td>
<td class="n">${releasedBeside(edition, language, figure)}</td><td><bdi>${sourceName(edition.reference.sourceNames, figure.source)[language]}</bdi>${date}</td></tr>`;
}

function hedge(language: Language, { hedge: word }: PrintedFigure): string {
  const known: Text | undefined = word === null ? undefined : HEDGES[word];
  return known?.[language] ?? word ?? '';
}

/** The released figure of the same indicator, segment and period; of another scope, none. */
function releasedBeside(edition: Edition, language: Language, figure: PrintedFigure): Markup {
  if (figure.scope !== edition.reference.scope)
    return html`<span class="mark-code">${HOME.notComparable[language]}</span>`;
  const released = edition.figure({
    indicator: figure.indicator,
    segment: figure.segment || TOTAL_SEGMENT,
    partner: WORLD,
    period: figure.period,
  });
  const money = figure.unit.startsWith('MAD') && released.standing === 'value';
  return money
    ? html`<span>${cell(language, released)} ${UNIT_WORDS.millions[language]}</span>`
    : cell(language, released);
}
