// Nouns in the form that a number beside them asks for: in Arabic six, in French and English two.

import type { Language } from './text.ts';

type Forms = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };
/** `{n}` stands for the number; forms of one and two may leave it out. */
export type Counted = { readonly [L in Language]: Forms };

/** A number with its noun; `shown` is the number as the language writes it. */
export function countedText(
  language: Language,
  { [language]: forms }: Counted,
  n: number,
  shown: string,
): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return form.replace('{n}', shown);
}
