// `npm run bench:claims`: how well and how fast the numbers of texts are judged. Labelled texts of the domain, slips planted in
// texts made from its printed figures, and 10,000 words; hostile megabytes are in `bench/hostile.ts`. Times are CPU seconds of this process.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../src/design/text.ts';
import { readMarkedTexts } from '../src/evaluate/labelled-text.ts';
import { measureClaims, ratesOf } from '../src/evaluate/measure-claims.ts';
import { measurePlanted } from '../src/evaluate/measure-planted.ts';
import { plantedTexts } from '../src/evaluate/planted-text.ts';
import { DOMAIN_FOLDER, facts, judge, names, structure } from './printed-judge.ts';

const folder = join(DOMAIN_FOLDER, 'texts');
const TODAY = '2026-12-31';

printLabelled();
printPlanted();
printSpeed();

/** One row of a table for each set; "passed" is the worst of errors: what is false and called entailed or consistent. */
function printLabelled(): void {
  print('| set | texts | claims | precision | recall | F1 | binding | wrong | denied | passed |');
  print('|---|---|---|---|---|---|---|---|---|---|');
  for (const set of ['tuning', 'practice', 'held-out', 'second-hand', 'unread']) {
    const texts = readMarkedTexts(readFileSync(join(folder, `${set}.txt`), 'utf8'));
    const measure = measureClaims(texts, ({ text, language, day }) => judge(text, language, day).claims);
    const { precision, recall, f1, binding, passed } = ratesOf(measure);
    const rates = [precision, recall, f1, binding].map((rate) => rate.toFixed(3));
    const denied = `${measure.denied} of ${measure.deniable}`;
    const row = [set, measure.texts, measure.labelled, ...rates, measure.wrong, denied];
    print(`| ${row.join(' | ')} | ${measure.passed} (${passed.toFixed(3)}) |`);
  }
}

function printPlanted(): void {
  const texts = plantedTexts(facts, structure.segments, names);
  const measure = measurePlanted(texts, ({ text, language }) => judge(text, language, TODAY));
  print(
    `planted: ${measure.found} of ${measure.planted} slips found; ${measure.alarms} alarms on ${measure.unplanted} true texts`,
  );
  for (const [slip, { texts: count, found, named }] of Object.entries(measure.slips))
    print(`  ${slip}: ${found} of ${count} found, ${named} named so`);
}

function printSpeed(): void {
  const content = readFileSync(join(folder, 'tuning.txt'), 'utf8');
  for (const language of LANGUAGES) {
    const own = readMarkedTexts(content)
      .filter((text) => text.language === language)
      .map(({ text }) => text)
      .join('\n\n');
    const words = own.split(/\s+/).length;
    const text = `${own}\n\n`.repeat(Math.ceil(10_000 / words));
    judge(own, language, TODAY);
    const { seconds, claims } = timed(text, language);
    const count = Math.ceil(10_000 / words) * words;
    print(
      `speed, ${language}: ${count} words, ${claims} claims, ${seconds.toFixed(2)} s: ${Math.round(count / seconds)} words/s`,
    );
  }
}

function timed(text: string, language: Language): { readonly seconds: number; readonly claims: number } {
  const before = process.cpuUsage();
  const { claims } = judge(text, language, TODAY);
  return { seconds: process.cpuUsage(before).user / 1e6, claims: claims.length };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
