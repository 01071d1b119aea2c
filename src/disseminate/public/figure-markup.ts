// A figure in a page: its number kept in order, its status marked, and the reason where there is no number.

import { html } from 'hono/html';
import type { Language, Text } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import { directionOfChange, type Figure, unitOf } from './figure.ts';
import { isZero, numberText, percentText, type SignShown } from './number-text.ts';
import { MARKS, type MarkName } from './words.ts';

/** Plain text as a number that never turns around; `value` is the same for programs. */
export function number(text: string, className = '', value = ''): Markup {
  const printed = value === '' ? '' : html` data-value="${value}"`;
  return html`<bdi dir="ltr" class="${`num ${className}`.trim()}"${printed}>${text}</bdi>`;
}

/** A figure in a table: the number with its status marks, or the mark that says why there is none. */
export function cell(language: Language, figure: Figure, sign: SignShown = 'negative'): Markup {
  if (figure.standing !== 'value') return mark(language, figure.standing, figure.why);
  return html`${number(numberText(language, figure.printed, sign), '', figure.printed)}${statusMarks(language, figure)}`;
}

/** The same with the number as a link to the figure's own page. */
export function linkedCell(language: Language, figure: Figure, sign: SignShown, address: string): Markup {
  if (figure.standing !== 'value') return cell(language, figure, sign);
  const printed = number(numberText(language, figure.printed, sign), '', figure.printed);
  return html`<a class="figure" href="${address}">${printed}</a>${statusMarks(language, figure)}`;
}

/** Why there is no number, as a sentence beside its mark. */
export function reason(language: Language, figure: Figure): Markup | '' {
  if (figure.standing === 'value') return '';
  return html`${(figure.why ?? MARKS[figure.standing].means)[language]}`;
}

/** A change in its colour, with its sign and, for percentages, the percent sign. */
export function change(language: Language, figure: Figure): Markup {
  if (figure.standing !== 'value') return mark(language, figure.standing, figure.why);
  return number(changeText(language, figure), directionOfChange(figure.printed));
}

/** A change as plain text: "+3.5%" or, in points, "−4.7". */
function changeText(language: Language, { key, printed }: Figure): string {
  const percent = unitOf(key.split('.')[4] ?? '') === 'PC';
  return percent ? percentText(language, printed, 'always') : numberText(language, printed, 'always');
}

/** A mark with its meaning, or the reason of this figure, for those who point at it or hear it. */
export function mark(language: Language, name: MarkName, why: Text | null = null): Markup {
  const { sign, means } = MARKS[name];
  const said = (why ?? means)[language];
  return html`<abbr class="mark-code" title="${said}"><span aria-hidden="true">${sign[language]}</span><span class="away">${said}</span></abbr>`;
}

/** The marks that some figures carry, in the order of the legend. */
export function marksOf(figures: readonly Figure[]): readonly MarkName[] {
  const tests: readonly (readonly [MarkName, (figure: Figure) => boolean])[] = [
    ['preliminary', (figure) => figure.preliminary && figure.standing === 'value'],
    ['estimated', (figure) => figure.estimated && figure.standing === 'value'],
    ['broken', (figure) => figure.broken],
    ['suppressed', ({ standing }) => standing === 'suppressed'],
    ['missing', ({ standing }) => standing === 'missing'],
    ['unavailable', ({ standing }) => standing === 'unavailable'],
    ['impossible', ({ standing }) => standing === 'impossible'],
    ['not_significant', ({ standing }) => standing === 'not_significant'],
    ['zero', ({ standing, printed }) => standing === 'value' && isZero(printed)],
  ];
  return tests.filter(([, holds]) => figures.some(holds)).map(([name]) => name);
}

/** What the marks of these figures mean; nothing when they carry none. */
export function legend(language: Language, figures: readonly Figure[]): Markup | '' {
  const names = marksOf(figures);
  if (names.length === 0) return '';
  const entries = names.map(
    (name) => html`<div><dt>${MARKS[name].sign[language]}</dt> <dd>${MARKS[name].means[language]}</dd></div>`,
  );
  return html`<dl class="legend">${entries}</dl>`;
}

/** The marks of a number that is preliminary, partly estimated, or stands at a break. */
export function statusMarks(language: Language, figure: Figure): Markup | '' {
  const names: readonly MarkName[] = [
    ...(figure.preliminary ? (['preliminary'] as const) : []),
    ...(figure.estimated ? (['estimated'] as const) : []),
    ...(figure.broken ? (['broken'] as const) : []),
  ];
  if (names.length === 0) return '';
  const signs = names.map((name) => MARKS[name].sign[language]).join(' ');
  const means = names.map((name) => MARKS[name].means[language]).join('; ');
  return html`<sup class="status" title="${means}">${signs}<span class="away"> (${means})</span></sup>`;
}
