// The one rule against formulas: text in a file that a spreadsheet opens must not be run by it. A text that begins like a
// formula, after blanks or not, in narrow or wide signs, gets an apostrophe before it, which spreadsheets do not show.
// Numbers are written as numbers and never come here; canonical data (SDMX-CSV) hold identifiers and numbers alone.
// Source: OWASP, CSV Injection.

/** What a spreadsheet takes for a formula, as a pattern that TypeScript and the SQL engine read alike. */
export const FORMULA = '^[\t\r\n]|^[ \u00a0]*[=+\\-@\uff1d\uff0b\uff0d\uff20]';

const PATTERN = new RegExp(FORMULA);

/** Text that a spreadsheet would take for a formula, with an apostrophe before it; any other as it is. */
export function neutralised(text: string): string {
  return PATTERN.test(text) ? `'${text}` : text;
}
