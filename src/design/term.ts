// Words of texts about the subject: how far hedges reach, and terms that should not be used.

import type { Language } from './text.ts';

/** How far a hedge word reaches below and above the number behind it, in thousandths of it. */
export type HedgeWidth = {
  readonly hedge: string;
  readonly below: number;
  readonly above: number;
  readonly reference: string;
};

/** A term that a text should not use for a term of the glossary. */
export type UnwantedTerm = {
  readonly id: string;
  readonly language: Language;
  readonly term: string;
  readonly reason: string;
};
