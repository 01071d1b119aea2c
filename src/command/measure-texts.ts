// `marsad check --measure FOLDER`: how well the checker finds, binds and judges the claims of labelled texts.

import { join } from 'node:path';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, listTree, readText } from '../engine/files.ts';
import type { CheckReport } from '../evaluate/check-report.ts';
import {
  type LabelledText,
  type LabelsOfText,
  readLabels,
  readMarkedTexts,
} from '../evaluate/labelled-text.ts';
import { type ClaimMeasure, measureClaims, ratesOf } from '../evaluate/measure-claims.ts';
import { type ContextMeasure, contextRates, measureContext } from '../evaluate/measure-context.ts';

/** A set of labelled texts by name: each file with marks, or `labels.json` with its texts beside it. */
export function labelledSets(folder: string): ReadonlyMap<string, readonly LabelledText[]> {
  if (!exists(folder)) throw new NotFound(`there is no folder ${folder}`);
  const labels = join(folder, 'labels.json');
  if (exists(labels)) {
    const read = JSON.parse(readText(labels)) as { readonly [name: string]: LabelsOfText };
    return new Map([['labels.json', readLabels(read, (name) => readText(join(folder, `${name}.txt`)))]]);
  }
  const files = listTree(folder).filter((name) => name.endsWith('.txt'));
  if (files.length === 0)
    throw new Refused(`${folder}: found no labelled texts, expected labels.json or files with marks (*.txt)`);
  return new Map(files.map((name) => [name, markedIn(folder, name)]));
}

function markedIn(folder: string, name: string): readonly LabelledText[] {
  try {
    return readMarkedTexts(readText(join(folder, name)));
  } catch (error) {
    throw new Refused(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Measures every set and prints it; the figures of a set by its name. */
export function measureSets(
  sets: ReadonlyMap<string, readonly LabelledText[]>,
  check: (text: LabelledText) => CheckReport,
  json: boolean,
  { log }: Effects,
): void {
  const measures = [...sets].map(([name, texts]) => {
    const reports = new Map(texts.map((text) => [text, check(text)]));
    const reportOf = (text: LabelledText) => reports.get(text) ?? check(text);
    const claims = measureClaims(texts, (text) => reportOf(text).claims);
    return { name, claims, context: measureContext(texts, reportOf) };
  });
  if (json) {
    const figures = measures.map(({ name, claims, context }) => [
      name,
      { ...claims, rates: ratesOf(claims), context },
    ]);
    log.print(JSON.stringify(Object.fromEntries(figures), null, 2));
    return;
  }
  for (const { name, claims, context } of measures)
    log.print([...linesOf(name, claims), ...contextLines(context)].join('\n'));
}

function linesOf(name: string, measure: ClaimMeasure): readonly string[] {
  const { precision, recall, f1, binding, verdicts, denied, passed } = ratesOf(measure);
  const show = (rate: number) => rate.toFixed(3);
  return [
    `${name}: ${measure.texts} texts, ${measure.labelled} claims`,
    `  found      precision ${show(precision)}, recall ${show(recall)}, F1 ${show(f1)}`,
    `  bound      ${show(binding)} of those found`,
    `  judged     ${show(verdicts)} as labelled; ${measure.wrong} wrong "contradicted" or "entailed"`,
    `  denied     ${show(denied)} of what is false: ${measure.denied} of ${measure.deniable} called contradicted`,
    `  passed     ${show(passed)} of what is false: ${measure.passed} of ${measure.deniable} called entailed or consistent`,
    `  slips      ${measure.slipsNamed} of ${measure.slipsLabelled} named`,
    ...measure.faults.map((fault) => `    ${fault}`),
  ];
}

/** Nothing where the labels do not say what is missing. */
function contextLines({ texts, omissions, languageFaults, faults }: ContextMeasure): readonly string[] {
  if (texts === 0) return [];
  const shown = ([name, count]: readonly [string, ContextMeasure['omissions']]) => {
    const { precision, recall } = contextRates(count);
    return `  ${name} precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${count.labelled}`;
  };
  const counts = [
    ['missing   ', omissions],
    ['language  ', languageFaults],
  ] as const;
  return [...counts.map(shown), ...faults.map((fault) => `    ${fault}`)];
}
