// `npm run bench:editing`: how right the figures are after editing and imputation, on declarations whose truth is known.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, measureCase, type Result } from './editing-case.ts';
import { editingSection } from './editing-report.ts';
import { measureResponse, type Response } from './editing-response.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '101' },
    rates: { type: 'string', default: '0.01,0.03,0.1' },
    generators: { type: 'string', default: 'first,second' },
    draws: { type: 'string', default: '400' },
    folder: { type: 'string', default: tmpdir() },
  },
});

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const START = '<!-- bench editing -->';
const END = '<!-- end of bench editing -->';
const TUNING = ['1', '2', '3', '4', '5'];

const seeds = values.seeds.split(',');
if (seeds.some((seed) => TUNING.includes(seed)))
  throw new Error(`seeds ${TUNING.join(', ')} are for tuning, not for reporting`);
const lines = Number(values.lines);
const folder = () => mkdtempSync(join(values.folder, 'marsad-editing-'));

const responses: Response[] = [];
for (const seed of seeds) {
  process.stderr.write(`non-response, seed ${seed} …\n`);
  responses.push(await measureResponse(seed, 0.03, Number(values.draws), lines, folder()));
}
const results: Result[] = [];
for (const of of casesOf()) {
  process.stderr.write(`${of.generator} generator, ${of.rate}, seed ${of.seed} …\n`);
  results.push(await measureCase(of, folder()));
}
writeSection(editingSection(results, responses));

function casesOf(): readonly Case[] {
  return values.generators.split(',').flatMap((generator) => {
    if (generator !== 'first' && generator !== 'second') throw new Error(`no generator ${generator}`);
    return values.rates
      .split(',')
      .flatMap((rate) => seeds.map((seed) => ({ generator, rate: Number(rate), seed, lines })));
  });
}

function writeSection(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const marked = page.includes(START) ? page : `${page.trimEnd()}\n\n${START}\n${END}\n`;
  const head = marked.slice(0, marked.indexOf(START) + START.length);
  writeFileSync(PAGE, `${head}\n\n${text}\n\n${marked.slice(marked.indexOf(END))}`);
}
