// What a page of lines asks for when it asks for everything.

import { LINE_FILTERS, type LineFilter, type LinesAsked } from '../../../src/office/workbench/desk-lines.ts';

/** All lines by value, largest first; some filters set, and whatever else is asked. */
export function linesAsked(
  filters: Partial<LinesAsked['filters']> = {},
  change: Partial<LinesAsked> = {},
): LinesAsked {
  const none = Object.fromEntries(LINE_FILTERS.map((name) => [name, ''])) as { [F in LineFilter]: string };
  return { filters: { ...none, ...filters }, sort: 'value', falling: true, page: 1, ...change };
}
