// The path to a target: where it starts, its milestones, and the values of its own scope alone.

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import { acrossSheet, at, drawing, label, type Markup, onward, type Sheet } from './chart-frame.ts';

export type PathPoint = {
  readonly year: number;
  readonly value: number;
  readonly reading: string;
};
export type PathChart = {
  readonly name: string;
  /** Known values, in order of time. */
  readonly known: readonly PathPoint[];
  /** Milestones to come, in order of time. */
  readonly goals: readonly PathPoint[];
};

/** Draws what is known in full and what is aimed at dotted. */
export function drawPath(sheet: Sheet, { name, known, goals }: PathChart): Markup {
  const all = [...known, ...goals];
  const years = all.map(({ year }) => year);
  const x = scaleLinear([Math.min(...years), Math.max(...years)], acrossSheet(sheet, 48, 48));
  const y = scaleLinear([0, Math.max(...all.map(({ value }) => value))], [sheet.height - 36, 36]);
  const place = ({ year, value }: PathPoint) => ({ x: x(year), y: y(value) });
  const draw = line<PathPoint>()
    .x((point) => x(point.year))
    .y((point) => y(point.value))
    .digits(1);
  const [from, to] = acrossSheet(sheet, 16, 16);
  const joined = known.length === 0 ? goals : [...known.slice(-1), ...goals];
  return drawing(sheet, name, [
    html`<line class="zero" x1="${at(from)}" x2="${at(to)}" y1="${sheet.height - 36}" y2="${sheet.height - 36}"/>`,
    html`<path class="line s-total" d="${draw([...known]) ?? ''}"/><path class="line preliminary s-1" d="${draw([...joined]) ?? ''}"/>`,
    ...known.map(
      (point) =>
        html`<circle class="dot f-total" cx="${at(place(point).x)}" cy="${at(place(point).y)}" r="4"/>`,
    ),
    ...goals.map(
      (point) =>
        html`<circle class="dot preliminary s-1" cx="${at(place(point).x)}" cy="${at(place(point).y)}" r="5"/>`,
    ),
    ...all.map((point) => readings(sheet, point, place(point))),
  ]);
}

function readings(sheet: Sheet, point: PathPoint, place: { x: number; y: number }): Markup {
  return html`${label(sheet, point.reading, { x: onward(sheet, place.x, -4), y: place.y - 14, anchor: 'middle', tone: 'strong' })}${label(
    sheet,
    String(point.year),
    { x: place.x, y: sheet.height - 14, anchor: 'middle' },
  )}`;
}
