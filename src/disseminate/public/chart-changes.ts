// Bars on both sides of zero: what each segment adds to or takes from the growth of the total.

import { scaleBand, scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import { acrossSheet, anchor, at, drawing, label, type Markup, onward, type Sheet } from './chart-frame.ts';
import { type Figure, plotted } from './figure.ts';
import { numberText } from './number-text.ts';
import { MARKS } from './words.ts';

export type Change = { readonly tone: string; readonly name: string; readonly figure: Figure };
export type ChangesChart = {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The sum, drawn apart below. */
  readonly total: Change;
};

const ROW = 46;

/** Height that the chart needs. */
export function changesHeight(count: number): number {
  return (count + 1) * ROW + 16;
}

/**
 * Draws one bar for each change, then the total; positive values run in reading direction. Only what is confidential has an
 * open bar: of what is not there, nothing is drawn but its sign.
 */
export function drawChanges(sheet: Sheet, chart: ChangesChart): Markup {
  const rows = [...chart.changes, chart.total];
  const values = rows.map(({ figure }) => plotted(figure) ?? 0);
  const lowest = Math.min(0, ...values);
  const begin = lowest < 0 ? 56 : 4;
  const room = roomOfNames(rows) - END;
  const highest = Math.max(0, ...values, reachFor(room / (sheet.width - begin - END), lowest));
  const x = scaleLinear([lowest, highest], acrossSheet(sheet, begin, END));
  const y = scaleBand(
    rows.map((_, index) => index),
    [0, rows.length * ROW],
  );
  const zero = x(0);
  const last = (y(rows.length - 1) ?? 0) + 2;
  return drawing(sheet, chart.name, [
    html`<line class="grid" x1="0" x2="${sheet.width}" y1="${last}" y2="${last}"/>`,
    ...rows.map((row, index) =>
      bar(sheet, row, { zero, x, y: (y(index) ?? 0) + (index === chart.changes.length ? 10 : 0) }),
    ),
    html`<line class="zero" x1="${at(zero)}" x2="${at(zero)}" y1="0" y2="${sheet.height}"/>`,
  ]);
}

/** Room behind the longest bar for its reading. */
const END = 60;
/** About the width of a letter of a name, and the most that names may take of the sheet. */
const LETTER = 5.6;
const MOST = 0.75;

/** Names begin at zero and run in reading direction: where all that rises is small they still need their width. */
function roomOfNames(rows: readonly Change[]): number {
  return Math.max(...rows.map(({ name }) => name.length)) * LETTER + 6;
}

/** The highest value at which a part of the sheet lies on the side of rises. */
function reachFor(part: number, lowest: number): number {
  const most = Math.min(MOST, Math.max(0, part));
  return lowest === 0 ? 0 : (most / (1 - most)) * -lowest;
}

type Lane = { readonly zero: number; readonly x: (value: number) => number; readonly y: number };

function bar(sheet: Sheet, { tone, name, figure }: Change, { zero, x, y }: Lane): Markup {
  const value = plotted(figure);
  const held = figure.standing === 'suppressed';
  const end = value === undefined ? onward(sheet, zero, held ? 44 : 0) : x(value);
  const falls = value !== undefined && value < 0;
  const title = label(sheet, name, {
    x: onward(sheet, zero, 6),
    y: y + 14,
    anchor: anchor(sheet, 'begin'),
    tone: 'ink',
  });
  const reading = label(sheet, readingOf(sheet, figure), {
    x: onward(sheet, end, falls ? -6 : 6),
    y: y + 34,
    anchor: anchor(sheet, falls ? 'end' : 'begin'),
    tone: 'strong',
  });
  if (value === undefined && !held) return html`${title}${reading}`;
  const paint = held ? 'withheld' : `f-${tone}`;
  return html`${title}<rect class="${paint}" x="${at(Math.min(zero, end))}" y="${at(y + 21)}" width="${at(Math.max(1, Math.abs(end - zero)))}" height="16"/>${reading}`;
}

/** The change with its sign, or the sign that says why there is none. */
function readingOf({ language }: Sheet, { standing, printed }: Figure): string {
  return standing === 'value' ? numberText(language, printed, 'always') : MARKS[standing].sign[language];
}
