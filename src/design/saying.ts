// A message with its values, said in every language of the office.

import type { Wording } from '../engine/errors.ts';
import { fill, LANGUAGES, type Text } from './text.ts';

/** What stands in the places of a message; words of the program's own come in every language. */
export type SaidValues = { readonly [name: string]: Wording | number };

/** A template with its values in every language; in Arabic each value keeps its own direction. */
export function saidOf(template: Text, values: SaidValues = {}): Text {
  const said = LANGUAGES.map((language) => {
    const own = Object.entries(values).map(([name, value]) => {
      const words = typeof value === 'object' ? value[language] : String(value);
      return [name, language === 'ar' ? `\u2068${words}\u2069` : words] as const;
    });
    return [language, fill(template[language], Object.fromEntries(own))] as const;
  });
  return Object.fromEntries(said) as Text;
}

const SIGN: Text = { ar: '، ', fr: ', ', en: ', ' };

/** Several sayings as one, after each other. */
export function saidTogether(parts: readonly Text[]): Text {
  const said = LANGUAGES.map((language) => [
    language,
    parts.map((part) => part[language]).join(SIGN[language]),
  ]);
  return Object.fromEntries(said) as Text;
}
