// What a program is told when something is refused: a problem as RFC 9457 has it, in the reader's language, with the same in
// all three beside it.

import type { Language, Text } from '../design/text.ts';
import type { Answer } from './route.ts';

export type Problem = {
  readonly status: number;
  readonly title: Text;
  readonly detail: Text | string;
  /** Further members, such as faults. */
  readonly more?: { readonly [member: string]: unknown };
};

/** A problem as an answer; `respond.ts` gives it its media type. */
export function problem(
  { status, title, detail, more = {} }: Problem,
  language: Language,
): Extract<Answer, { kind: 'json' }> {
  const said = (of: Language) => ({
    title: title[of],
    detail: typeof detail === 'string' ? detail : detail[of],
  });
  return {
    kind: 'json',
    status,
    value: {
      ...{ type: 'about:blank', status, ...said(language) },
      languages: { ar: said('ar'), fr: said('fr'), en: said('en') },
      ...more,
    },
  };
}
