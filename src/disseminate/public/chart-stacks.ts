// Columns over time, each cut into its segments; segments without a figure are the open rest up to the published total.

import { scaleBand, scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import { acrossSheet, anchor, at, drawing, label, type Markup, onward, type Sheet } from './chart-frame.ts';
import { movedApart } from './chart-lines.ts';
import { type Figure, plotted } from './figure.ts';
import { numberText } from './number-text.ts';
import { shortPeriod, withinYear } from './period-text.ts';

export type Stack = { readonly tone: string; readonly name: string; readonly figures: readonly Figure[] };
export type StacksChart = {
  readonly name: string;
  readonly periods: readonly string[];
  /** From the ground up; one figure for each period, in order. */
  readonly stacks: readonly Stack[];
  readonly totals: readonly Figure[];
  /** What the open rest of a column is called. */
  readonly rest: string;
};

type Piece = {
  readonly tone: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly figure?: Figure;
};

/** The tone of the rest. */
const OPEN = 'open';
const TOP = 24;
const BOTTOM = 46;
/** A piece lower than this, in pixels, has no room for its number. */
const ROOM_FOR_TEXT = 18;

/** Draws the columns. */
export function drawStacks(sheet: Sheet, chart: StacksChart): Markup {
  const room = sheet.form === 'wide' ? 180 : 112;
  const columns = chart.periods.map((_, index) => piecesOf(chart, index));
  const highest = Math.max(
    1,
    ...columns.flat().map(({ to }) => to),
    ...chart.totals.map((each) => plotted(each) ?? 0),
  );
  const y = scaleLinear([0, highest], [sheet.height - BOTTOM, TOP]);
  const x = scaleBand([...chart.periods], acrossSheet(sheet, 8, room)).padding(0.28);
  const width = x.bandwidth();
  const base = sheet.height - BOTTOM;
  const [from, to] = acrossSheet(sheet, 8, room);
  return drawing(sheet, chart.name, [
    ...columns.map((pieces, index) => {
      const left = x(chart.periods[index] ?? '') ?? 0;
      return html`<g>${pieces.map((piece) => pieceMarkup(sheet, piece, { left, width, y }))}${totalLabel(sheet, chart.totals[index], { left, width, y })}${periodLabels(sheet, chart.periods[index] ?? '', left + width / 2, base)}</g>`;
    }),
    html`<line class="zero" x1="${at(from)}" x2="${at(to)}" y1="${base}" y2="${base}"/>`,
    ...names(sheet, columns.at(-1) ?? [], y, room),
  ]);
}

/** The period below its column; on a phone its year stands in a line of its own. */
function periodLabels(sheet: Sheet, period: string, x: number, base: number): readonly Markup[] {
  const { language, form } = sheet;
  const year = period.slice(0, 4);
  const lines =
    form === 'wide' || period === year
      ? [shortPeriod(language, period)]
      : [withinYear(language, period), year];
  return lines.map((text, line) =>
    label(sheet, text, { x, y: base + 20 + line * LINE, anchor: 'middle', tone: 'ink' }),
  );
}

const LINE = 16;

/** The pieces of a column from the ground up, the open rest last where the total is published. */
function piecesOf({ stacks, totals, rest }: StacksChart, index: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { tone, name, figures } of stacks) {
    const figure = figures[index];
    const value = figure === undefined ? undefined : plotted(figure);
    if (figure === undefined || value === undefined || value <= 0) continue;
    const from = pieces.at(-1)?.to ?? 0;
    pieces.push({ tone, name, from, to: from + value, figure });
  }
  const total = totals[index] === undefined ? undefined : plotted(totals[index]);
  const top = pieces.at(-1)?.to ?? 0;
  const open = stacks.some(({ figures }) => figures[index]?.standing !== 'value');
  if (open && total !== undefined && total > top)
    pieces.push({ tone: OPEN, name: rest, from: top, to: total });
  return pieces;
}

type Column = { readonly left: number; readonly width: number; readonly y: (value: number) => number };

function pieceMarkup(sheet: Sheet, { tone, from, to, figure }: Piece, { left, width, y }: Column): Markup {
  const height = y(from) - y(to);
  const paint = tone === OPEN ? 'withheld' : `f-${tone}`;
  const box = html`<rect class="${paint}" x="${at(left)}" y="${at(y(to))}" width="${at(width)}" height="${at(Math.max(0, height - 1))}"/>`;
  if (figure === undefined || height < ROOM_FOR_TEXT || width < 40) return box;
  const place = {
    x: left + width / 2,
    y: (y(from) + y(to)) / 2 + 4,
    anchor: 'middle',
    tone: 'within',
  } as const;
  return html`${box}${label(sheet, numberText(sheet.language, figure.printed), place)}`;
}

function totalLabel(sheet: Sheet, figure: Figure | undefined, { left, width, y }: Column): Markup | '' {
  const value = figure === undefined ? undefined : plotted(figure);
  if (figure === undefined || value === undefined) return '';
  return label(sheet, numberText(sheet.language, figure.printed), {
    x: left + width / 2,
    y: y(value) - 7,
    anchor: 'middle',
    tone: 'strong',
  });
}

/** The names of the pieces beside the last column, moved apart where they would touch. */
function names(
  sheet: Sheet,
  pieces: readonly Piece[],
  y: (value: number) => number,
  room: number,
): readonly Markup[] {
  const x = onward(sheet, acrossSheet(sheet, 8, room)[1], 2);
  const ends = pieces.map((piece) => ({ piece, y: (y(piece.from) + y(piece.to)) / 2 }));
  return movedApart(ends, sheet.height - BOTTOM).map(({ piece, y: height }) =>
    label(sheet, piece.name, {
      x,
      y: height + 4,
      anchor: anchor(sheet, 'begin'),
      tone: piece.tone === OPEN ? 'ink' : `t-${piece.tone}`,
    }),
  );
}
