// Bars from one side, the name above each: partners by size.

import { scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import { acrossSheet, anchor, at, drawing, label, type Markup, onward, type Sheet } from './chart-frame.ts';

export type Bar = {
  readonly tone: string;
  readonly name: string;
  /** For the length alone; the reading stands beside it. */
  readonly value: number;
  readonly reading: string;
};

const ROW = 44;

/** Height that so many bars need. */
export function barsHeight(count: number): number {
  return count * ROW + 4;
}

/** Draws the bars in the order given. */
export function drawBars(sheet: Sheet, name: string, bars: readonly Bar[]): Markup {
  const wide = sheet.form === 'wide';
  const start = wide ? 190 : 1;
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const x = scaleLinear([0, longest], acrossSheet(sheet, start, 84));
  const zero = x(0);
  const rows = bars.map((bar, index) => {
    const top = index * (wide ? ROW - 10 : ROW);
    const end = x(bar.value);
    const title = wide
      ? { x: onward(sheet, zero, -12), y: top + 20, anchor: anchor(sheet, 'end'), tone: 'ink' }
      : { x: zero, y: top + 14, anchor: anchor(sheet, 'begin'), tone: 'ink' };
    const lane = wide ? top + 6 : top + 20;
    return html`${label(sheet, bar.name, title)}<rect class="f-${bar.tone}" x="${at(Math.min(zero, end))}" y="${at(lane)}" width="${at(Math.max(1, Math.abs(end - zero)))}" height="18"/>${label(
      sheet,
      bar.reading,
      { x: onward(sheet, end, 8), y: lane + 14, anchor: anchor(sheet, 'begin'), tone: 'strong' },
    )}`;
  });
  return drawing(sheet, name, rows);
}
