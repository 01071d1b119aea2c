// What every chart shares: the sheet it is drawn on, its reading direction, and its text.

import { html, raw } from 'hono/html';
import { directionOf, type Language } from '../../design/text.ts';

export type Markup = ReturnType<typeof html>;

/** A sheet: its size in pixels and the language that decides where time and values begin. */
export type Sheet = {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  /** `wide` for desks, `narrow` for phones; a page shows one of them. */
  readonly form: 'wide' | 'narrow';
};

/** Whether the horizontal axis runs from right to left. */
function runsLeft({ language }: Sheet): boolean {
  return directionOf(language) === 'rtl';
}

/** A range of the sheet in reading order: from the side where the language begins to where it ends. */
export function acrossSheet(sheet: Sheet, begin: number, end: number): [number, number] {
  return runsLeft(sheet) ? [sheet.width - begin, end] : [begin, sheet.width - end];
}

/** A position so many pixels after another in reading order. */
export function onward(sheet: Sheet, x: number, pixels: number): number {
  return runsLeft(sheet) ? x - pixels : x + pixels;
}

/** `text-anchor` of text that begins, or ends, at its position in reading order (the drawing itself is left to right). */
export function anchor(sheet: Sheet, side: 'begin' | 'end'): 'start' | 'end' {
  return runsLeft(sheet) === (side === 'begin') ? 'end' : 'start';
}

/** A coordinate with one decimal: positions come from printed values, and need no more. */
export function at(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

export type TextPlace = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone?: string;
};

/** Text in its own direction, kept apart from what stands around it. */
export function label(sheet: Sheet, text: string, place: TextPlace): Markup {
  const open = runsLeft(sheet) && /\p{Script=Arabic}/u.test(text) ? '\u2067' : '\u2066';
  return html`<text x="${at(place.x)}" y="${at(place.y)}" text-anchor="${place.anchor}"${
    place.tone === undefined ? '' : raw(` class="${place.tone}"`)
  }>${open}${text}\u2069</text>`;
}

/** The drawing; its name for those who do not see it is the finding that it states. */
export function drawing(sheet: Sheet, name: string, content: Markup | readonly Markup[]): Markup {
  return html`<svg class="plot ${sheet.form}" role="img" aria-label="${name}" viewBox="0 0 ${sheet.width} ${sheet.height}" width="${sheet.width}" height="${sheet.height}" direction="ltr" xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
}
