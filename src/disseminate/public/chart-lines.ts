// Lines over time, one for each segment: preliminary stretches dotted, withheld points left open.

import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import { periodOf } from '../../design/period.ts';
import { acrossSheet, anchor, at, drawing, label, type Markup, onward, type Sheet } from './chart-frame.ts';
import { type Figure, plotted } from './figure.ts';
import { numberText } from './number-text.ts';
import { shortPeriod, withinYear } from './period-text.ts';

export type Series = { readonly tone: string; readonly name: string; readonly figures: readonly Figure[] };
export type LinesChart = {
  readonly name: string;
  readonly periods: readonly string[];
  readonly series: readonly Series[];
};

type Spot = {
  readonly period: string;
  readonly x: number;
  readonly y: number;
  readonly figure: Figure;
};
type Axes = { readonly x: (period: string) => number; readonly y: (value: number) => number };

const TOP = 16;
const BOTTOM = 44;

/** Draws the lines; every series holds one figure for each period, in order. */
export function drawLines(sheet: Sheet, chart: LinesChart): Markup {
  const room = roomOfNames(sheet, chart);
  const highest = Math.max(1, ...chart.series.flatMap(({ figures }) => figures.map((f) => plotted(f) ?? 0)));
  const x = scalePoint([...chart.periods], acrossSheet(sheet, 52, room)).padding(0.15);
  const lowest = Math.min(0, ...chart.series.flatMap(({ figures }) => figures.map((f) => plotted(f) ?? 0)));
  const y = scaleLinear([lowest, highest], [sheet.height - BOTTOM, TOP]).nice(4);
  const axes: Axes = { x: (period) => x(period) ?? 0, y: (value) => y(value) };
  const spots = chart.series.map((series) => ({ series, spots: spotsOf(series, chart.periods, axes) }));
  return drawing(sheet, chart.name, [
    ...valueAxis(sheet, y.ticks(4), axes, room),
    ...timeAxis(sheet, chart.periods, axes),
    ...spots.map((each) => html`<g>${strokes(sheet, each.series, each.spots)}</g>`),
    ...endLabels(sheet, spots, room),
  ]);
}

/** About the width of a letter of a name that stands at the end of a line. */
const LETTER = 6;

/** Room behind the lines: on a phone no less than the longest name takes, up to two fifths of the sheet. */
function roomOfNames(sheet: Sheet, { series }: LinesChart): number {
  if (sheet.form === 'wide') return 168;
  const longest = Math.max(0, ...series.map(({ name }) => name.length));
  return Math.min(sheet.width * 0.4, Math.max(104, longest * LETTER + 4));
}

function spotsOf({ figures }: Series, periods: readonly string[], axes: Axes): readonly (Spot | undefined)[] {
  return periods.map((period, index) => {
    const figure = figures[index];
    const value = figure === undefined ? undefined : plotted(figure);
    if (figure === undefined || value === undefined) return undefined;
    return { period, x: axes.x(period), y: axes.y(value), figure };
  });
}

function valueAxis(sheet: Sheet, ticks: readonly number[], axes: Axes, room: number): readonly Markup[] {
  const [from, to] = acrossSheet(sheet, 52, room);
  return ticks.map(
    (tick) =>
      html`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${at(from)}" x2="${at(to)}" y1="${at(axes.y(tick))}" y2="${at(axes.y(tick))}"/>${label(
        sheet,
        numberText(sheet.language, String(tick)),
        { x: onward(sheet, from, -8), y: axes.y(tick) + 4, anchor: anchor(sheet, 'end') },
      )}`,
  );
}

function timeAxis(sheet: Sheet, periods: readonly string[], axes: Axes): readonly Markup[] {
  const base = sheet.height - BOTTOM;
  return periods.map((period, index) => {
    const { year, freq } = periodOf(period);
    const opens = index === 0 || periodOf(periods[index - 1] ?? period).year !== year;
    const x = axes.x(period);
    const inside = freq === 'A' ? '' : withinYear(sheet.language, period);
    return html`<line class="grid" x1="${at(x)}" x2="${at(x)}" y1="${base}" y2="${base + (opens ? 8 : 4)}"/>${
      inside === '' || (sheet.form === 'narrow' && periods.length > 6 && !opens)
        ? ''
        : label(sheet, inside, { x, y: base + 20, anchor: 'middle' })
    }${opens ? label(sheet, String(year), { x, y: base + 38, anchor: 'middle', tone: 'strong' }) : ''}`;
  });
}

/** Firm stretches in one stroke, preliminary ones dotted; a missing point opens the line. */
function strokes(sheet: Sheet, series: Series, spots: readonly (Spot | undefined)[]): Markup {
  const draw = line<Spot | undefined>()
    .defined((spot) => spot !== undefined)
    .x((spot) => spot?.x ?? 0)
    .y((spot) => spot?.y ?? 0)
    .digits(1);
  const lastFirm = spots.findLastIndex((spot) => spot !== undefined && !spot.figure.preliminary);
  const firm = draw(spots.slice(0, lastFirm + 1)) ?? '';
  const preliminary = draw(spots.slice(Math.max(0, lastFirm))) ?? '';
  const dots = spots.flatMap((spot) => (spot === undefined ? [] : [dot(sheet, series.tone, spot)]));
  return html`<path class="line s-${series.tone}" d="${firm}"/><path class="line preliminary s-${series.tone}" d="${preliminary}"/>${dots}`;
}

/** A point; pointing at it shows its period and value. */
function dot(sheet: Sheet, tone: string, { x, y, figure }: Spot): Markup {
  const paint = figure.preliminary ? `dot preliminary s-${tone}` : `dot f-${tone}`;
  const said = `\u2068${shortPeriod(sheet.language, figure.period)}\u2069: \u2066${numberText(sheet.language, figure.printed)}\u2069`;
  return html`<circle class="${paint}" cx="${at(x)}" cy="${at(y)}" r="3.5"><title>${said}</title></circle>`;
}

type Drawn = { readonly series: Series; readonly spots: readonly (Spot | undefined)[] };

/** The series' names where their lines end, moved apart where they would touch. */
function endLabels(sheet: Sheet, drawn: readonly Drawn[], room: number): readonly Markup[] {
  const ends = drawn.flatMap(({ series, spots }) => {
    const last = spots.findLast((spot) => spot !== undefined);
    return last === undefined ? [] : [{ series, y: last.y }];
  });
  const x = onward(sheet, acrossSheet(sheet, 52, room)[1], 2);
  return movedApart(ends, sheet.height - BOTTOM + 6).map(({ series, y }) =>
    label(sheet, series.name, { x, y: y + 4, anchor: anchor(sheet, 'begin'), tone: `t-${series.tone}` }),
  );
}

/** From the foot of one label to the foot of the next. */
const LABEL_STEP = 17;

/** The same labels from the lowest up, none on another and none below `floor`. */
export function movedApart<T extends { readonly y: number }>(
  labels: readonly T[],
  floor: number,
): readonly T[] {
  const rising = [...labels].sort((a, b) => b.y - a.y);
  let below = floor + LABEL_STEP;
  return rising.map((label) => {
    const y = Math.min(label.y, below - LABEL_STEP);
    below = y;
    return { ...label, y };
  });
}
