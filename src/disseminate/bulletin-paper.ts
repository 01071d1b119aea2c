// GSBPM 7.2: the bulletin as PDF in each language, from its pages; the same pages and instant give the same bytes.

import { LANGUAGES, type Language } from '../design/text.ts';
import { outlined } from '../engine/picture.ts';
import { type Typeset, typeset } from '../engine/typeset.ts';
import { printedBulletin } from './bulletin-print.ts';

export type Papers = { readonly [L in Language]?: Uint8Array };

/** The PDF of every language that has a page; `created` is the instant that the documents give (ISO 8601). */
export async function bulletinPapers(
  pages: { readonly [L in Language]?: string },
  created: string,
): Promise<Papers> {
  const papers: [Language, Uint8Array][] = [];
  for (const language of LANGUAGES) {
    const page = pages[language];
    if (page !== undefined) papers.push([language, (await paperOf(page, language, created)).pdf]);
  }
  return Object.fromEntries(papers);
}

/** One page of a bulletin on paper. `sheet`: what is set on every sheet besides, in the words of the typesetter. */
export async function paperOf(
  page: string,
  language: Language,
  created: string,
  sheet = '',
): Promise<Typeset> {
  const { source, drawings } = printedBulletin(page, language, sheet);
  const pictures = new Map<string, string>();
  for (const [name, drawing] of drawings) pictures.set(name, await outlined(drawing));
  return typeset({ source, pictures, created: Math.floor(Date.parse(created) / 1000) });
}
