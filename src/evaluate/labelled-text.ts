// Texts whose claims are known, to measure the checker with: written with marks in the text, or with labels beside it.

import { isLanguage, type Language } from '../design/text.ts';

/** What a claim is known to be; null is none. */
export type Label = {
  readonly text: string;
  readonly indicator: string | null;
  readonly segment: string | null;
  readonly freq: string | null;
  readonly period: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** `entailed-or-consistent`, or a verdict. */
  readonly verdict: string;
  readonly slip?: string;
};
export type LabelledText = {
  readonly name: string;
  readonly language: Language;
  /** ISO day of the text. */
  readonly day: string;
  readonly register: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** What a careful checker adds, and words that are faults; undefined where the labels do not say. */
  readonly omissions?: readonly string[];
  readonly languageFaults?: readonly string[];
};

/**
 * Texts with marks, as `domains/<domain>/texts/README.md` says; lines before the first heading are a comment.
 * @throws Error naming the text whose heading or mark cannot be read.
 */
export function readMarkedTexts(content: string): readonly LabelledText[] {
  return content
    .split(/^= /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return markedText(part.slice(0, end), part.slice(end + 1).trim());
    });
}

/** Texts with labels beside them, as `labels.json` has them; `textOf` gives a text by its name. */
export function readLabels(
  labels: { readonly [name: string]: LabelsOfText },
  textOf: (name: string) => string,
): readonly LabelledText[] {
  return Object.entries(labels).map(([name, { lang, date, claims, omissions, language_faults }]) => ({
    name,
    language: lang,
    day: date,
    register: 'article',
    text: textOf(name),
    labels: claims.flatMap(({ times = 1, ...label }) => Array.from({ length: times }, () => label)),
    omissions: omissions ?? [],
    languageFaults: language_faults ?? [],
  }));
}

export type LabelsOfText = {
  readonly lang: Language;
  readonly date: string;
  readonly claims: readonly (Label & { readonly times?: number })[];
  readonly omissions?: readonly string[];
  readonly language_faults?: readonly string[];
};

const MARK = /\[\[([^|\]]+)\|([^\]]+)\]\]/g;

function markedText(heading: string, marked: string): LabelledText {
  const [name = '', language = '', day = '', register = ''] = heading.split('|').map((part) => part.trim());
  if (!isLanguage(language) || !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Error(`"= ${heading}": expected "= name | ar, fr or en | 2025-10-20 | register"`);
  return {
    name,
    language,
    day,
    register,
    text: marked.replaceAll(MARK, '$1'),
    labels: [...marked.matchAll(MARK)].map(([, text = '', about = '']) => labelOf(name, text, about)),
  };
}

const VERDICT_MARKS: { readonly [mark: string]: string } = {
  ok: 'entailed-or-consistent',
  no: 'contradicted',
  un: 'unsupported',
  nc: 'not comparable',
  out: 'not covered',
};

function labelOf(name: string, text: string, about: string): Label {
  const [indicator = '-', segment = '-', period = '-', value = '-', unit = '-', ...rest] = about.split(' ');
  const [mark = '', slip] = rest.join(' ').split(':');
  const verdict = VERDICT_MARKS[mark];
  if (verdict === undefined)
    throw new Error(
      `${name}: "${text}" is marked "${about}": expected indicator, segment, period, value, unit, ok|no|un|nc|out`,
    );
  const given = (part: string) => (part === '-' ? null : part);
  return {
    text,
    indicator: given(indicator),
    segment: given(segment),
    freq: freqOf(period),
    period: given(period),
    value: given(value),
    unit: given(unit),
    verdict,
    ...(slip === undefined ? {} : { slip }),
  };
}

function freqOf(period: string): string | null {
  if (period === '-') return null;
  return /^\d{4}-([SQ])/.exec(period)?.[1] ?? (period.length === 7 ? 'M' : 'A');
}
