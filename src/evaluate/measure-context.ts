// How well what a text leaves out, and its faults of language, are found: precision and recall on texts whose labels say
// so. Preliminary status is told of most texts and labelled where figures are called final: it counts for recall alone.

import type { CheckReport } from './check-report.ts';
import type { LabelledText } from './labelled-text.ts';

export type ContextCount = {
  readonly labelled: number;
  readonly found: number;
  /** Found where nothing is labelled. */
  readonly extra: number;
};
export type ContextMeasure = {
  /** Texts whose labels say what is missing. */
  readonly texts: number;
  readonly omissions: ContextCount;
  readonly languageFaults: ContextCount;
  /** What was missed or found beside the labels, one line each. */
  readonly faults: readonly string[];
};

/** Measures on the texts that are labelled so; texts with marks alone say nothing of either. */
export function measureContext(
  texts: readonly LabelledText[],
  check: (text: LabelledText) => Pick<CheckReport, 'omissions' | 'language_faults'>,
): ContextMeasure {
  const measured = texts.flatMap((text) => {
    const { omissions, languageFaults } = text;
    if (omissions === undefined || languageFaults === undefined) return [];
    const report = check(text);
    return [
      {
        name: text.name,
        omissions: matched(
          omissions.map(kindOf),
          report.omissions.map(({ kind }) => kind),
        ),
        faults: matched(
          languageFaults,
          report.language_faults.map((fault) => fault.text),
        ),
      },
    ];
  });
  return {
    texts: measured.length,
    omissions: countOf(measured.map(({ omissions }) => omissions)),
    languageFaults: countOf(measured.map(({ faults }) => faults)),
    faults: measured.flatMap(({ name, omissions, faults }) => [
      ...linesOf(name, 'omission', omissions),
      ...linesOf(name, 'language', faults),
    ]),
  };
}

/** Shares of one. */
export function contextRates({ labelled, found, extra }: ContextCount): {
  readonly precision: number;
  readonly recall: number;
} {
  return {
    precision: found + extra === 0 ? 1 : found / (found + extra),
    recall: labelled === 0 ? 1 : found / labelled,
  };
}

type Matched = {
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly extra: readonly string[];
};

/** Each label with one finding of its name; what is left over is extra. */
function matched(labels: readonly string[], findings: readonly string[]): Matched {
  const left = [...findings];
  const [found, missed]: [string[], string[]] = [[], []];
  for (const label of labels) {
    const at = left.indexOf(label);
    (at === -1 ? missed : found).push(label);
    if (at !== -1) left.splice(at, 1);
  }
  return { found, missed, extra: left.filter((name) => name !== 'preliminary') };
}

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['scope', /scope/],
  ['preliminary', /preliminary/],
  ['offset', /\bfell\b/],
];

/** "CRM fell in the first half of 2025" is what the checker calls an offset. */
function kindOf(label: string): string {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? label;
}

function countOf(texts: readonly Matched[]): ContextCount {
  const sum = (count: (each: Matched) => number) => texts.reduce((total, each) => total + count(each), 0);
  return {
    labelled: sum(({ found, missed }) => found.length + missed.length),
    found: sum(({ found }) => found.length),
    extra: sum(({ extra }) => extra.length),
  };
}

function linesOf(name: string, what: string, { missed, extra }: Matched): readonly string[] {
  return [
    ...missed.map((each) => `${name}: ${what} missed: ${each}`),
    ...extra.map((each) => `${name}: ${what} not labelled: ${each}`),
  ];
}
