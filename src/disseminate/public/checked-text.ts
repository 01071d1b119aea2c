// What the public server knows of the checking of texts: the question and the answer. Who answers is given to it.

import type { Language } from '../../design/text.ts';

export type CheckedClaim = {
  readonly text: string;
  /** Indices into the text as given. */
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly slip?: string;
  readonly internal?: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly explanation: string;
};
export type CheckedText = {
  readonly language: Language;
  readonly date: string;
  readonly claims: readonly CheckedClaim[];
  readonly conflicts: readonly { readonly explanation: string }[];
  /** Whether the whole text was read. */
  readonly complete: boolean;
  readonly omissions: readonly { readonly text: string }[];
  readonly language_faults: readonly {
    readonly kind: string;
    readonly text: string;
    readonly instead?: string;
  }[];
};
/** `printed`: figures printed elsewhere; `released`: those of the release public on the day. */
export type Figures = 'printed' | 'released';
export type CheckQuestion = {
  readonly text: string;
  /** Null: as the text looks. */
  readonly language: Language | null;
  /** ISO day of the text. */
  readonly day: string;
  readonly figures: Figures;
};
/** Judges a text on what is public; undefined while nothing is released on its day. */
export type TextChecker = (question: CheckQuestion) => Promise<CheckedText | undefined>;

/** Characters of a text that are read in one request. */
export const LONGEST_TEXT = 100_000;

export type Asked =
  | { readonly question: CheckQuestion }
  | { readonly fault: 'empty' | 'long' | 'date' | 'language' | 'figures' };

/** A question from what a form or a message gives; `today` where it names no day. */
export function readQuestion(given: { readonly [name: string]: unknown }, today: string): Asked {
  const word = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const text = word('text').replaceAll('\r\n', '\n');
  const [day, language, figures] = [word('date') || today, word('language'), word('figures') || 'printed'];
  if (text.trim() === '') return { fault: 'empty' };
  if (text.length > LONGEST_TEXT) return { fault: 'long' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return { fault: 'date' };
  if (language !== '' && language !== 'ar' && language !== 'fr' && language !== 'en')
    return { fault: 'language' };
  if (figures !== 'printed' && figures !== 'released') return { fault: 'figures' };
  return { question: { text, language: language === '' ? null : language, day, figures } };
}
