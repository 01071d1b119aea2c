// `npm run bench:editing`: how right the figures are after editing and imputation, on declarations whose truth is known.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, measureCase, type Result } from './editing-case.ts';
import { type Grossed, grossingSection, measureGrossing } from './editing-grossing.ts';
import { editingSection, responseSection } from './editing-report.ts';
import { measureResponse, type Response } from './editing-response.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '101,102,103' },
    rates: { type: 'string', default: '0.01,0.03,0.1' },
    generators: { type: 'string', default: 'first,second' },
    draws: { type: 'string', default: '400' },
    only: { type: 'string', default: 'editing,response,grossing' },
    folder: { type: 'string', default: tmpdir() },
  },
});

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const TUNING = ['1', '2', '3', '4', '5'];

const seeds = values.seeds.split(',');
if (seeds.some((seed) => TUNING.includes(seed)))
  throw new Error(`seeds ${TUNING.join(', ')} are for tuning, not for reporting`);
const lines = Number(values.lines);
const folder = () => mkdtempSync(join(values.folder, 'marsad-editing-'));

if (values.only.includes('editing')) {
  const results: Result[] = [];
  for (const of of casesOf()) {
    process.stderr.write(`${of.generator} generator, ${of.rate}, seed ${of.seed} …\n`);
    results.push(await measureCase(of, folder()));
  }
  writeSection('editing', editingSection(results));
}
if (values.only.includes('response')) {
  const responses: Response[] = [];
  for (const seed of seeds) {
    process.stderr.write(`non-response, seed ${seed} …\n`);
    responses.push(await measureResponse(seed, 0.03, Number(values.draws), lines, folder()));
  }
  writeSection('response', responseSection(responses));
}
if (values.only.includes('grossing')) {
  const results: Grossed[] = [];
  for (const seed of seeds) {
    process.stderr.write(`grossing up, seed ${seed} …\n`);
    results.push(await measureGrossing(seed, Number(values.draws), 2000, folder()));
  }
  writeSection('grossing', grossingSection(results));
}

function casesOf(): readonly Case[] {
  return values.generators.split(',').flatMap((generator) => {
    if (generator !== 'first' && generator !== 'second') throw new Error(`no generator ${generator}`);
    return values.rates
      .split(',')
      .flatMap((rate) => seeds.map((seed) => ({ generator, rate: Number(rate), seed, lines })));
  });
}

function writeSection(name: string, text: string): void {
  const [start, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const marked = page.includes(start) ? page : `${page.trimEnd()}\n\n${start}\n${end}\n`;
  const head = marked.slice(0, marked.indexOf(start) + start.length);
  writeFileSync(PAGE, `${head}\n\n${text}\n\n${marked.slice(marked.indexOf(end))}`);
}
