// Exact decimal text as people of a language read it: groups of three, the decimal mark of the language, a true minus.

import { html } from 'hono/html';
import type { Language } from '../../design/text.ts';
import { writtenDigits } from '../../design/written-number.ts';
import type { Markup } from '../route.ts';

/** `-10578.40` is `−10 578,40` in French. No digit is added or lost. */
export function numberText(language: Language, value: string | number): string {
  const text = String(value);
  const sign = text.startsWith('-') ? '\u2212' : text.startsWith('+') ? '+' : '';
  return `${sign}${writtenDigits(language, text)}`;
}

/** A number that keeps its order within right-to-left text; a dash for none. */
export function number(language: Language, value: string | number | null | undefined): Markup {
  if (value === null || value === undefined || value === '') return html`<span class="none">–</span>`;
  return html`<bdi dir="ltr" class="num">${numberText(language, value)}</bdi>`;
}

/** A change with its sign; zero without one. */
export function change(language: Language, value: string | null): Markup {
  if (value === null) return html`<span class="none">–</span>`;
  const signed = /^-?0(\.0+)?$/.test(value)
    ? value.replace('-', '')
    : value.startsWith('-')
      ? value
      : `+${value}`;
  return number(language, signed);
}

/** A code, key or identifier, isolated and from left to right in every language; a dash for none. */
export function code(text: string | number | null | undefined): Markup {
  if (text === null || text === undefined || text === '') return html`<span class="none">–</span>`;
  return html`<bdi dir="ltr" class="code">${text}</bdi>`;
}

/** An instant to the minute, as it was recorded (universal time), for programs too. */
export function instant(text: string | null | undefined): Markup {
  if (text === null || text === undefined) return html`<span class="none">–</span>`;
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text)
    ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`
    : text;
  return html`<time datetime="${text}"><bdi dir="ltr" class="code">${shown}</bdi></time>`;
}
