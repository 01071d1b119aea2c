// `npm run bench:disclosure -- --draws 1:10:public,1:10:all`: disclosure control of drawn cubes of the demonstration's size
// (seed, percent of the p % rule, attackers), a large table of three dimensions and single tables beside their optimum.
// Every part is told when it is measured; the whole goes to a section of docs/benchmarks.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attackers } from '../src/analyse/audit-attackers.ts';
import { primaryCells } from '../src/analyse/classic-table.ts';
import { type ProtectionReport, protect } from '../src/analyse/protect.ts';
import { structureOf } from '../src/design/equations.ts';
import { parseRational, ratio } from '../src/design/rational.ts';
import { DEMONSTRATION, drawCube } from '../test/analyse/disclosure-cube.ts';
import { INDICATORS } from '../test/analyse/fixture.ts';
import {
  type ClassicCase,
  classicRows,
  type LinkedRun,
  largeTable,
  linkedRun,
  measureClassic,
} from './classic-cases.ts';

const START = '<!-- disclosure -->';
const END = '<!-- end of disclosure -->';
const PATH = join(import.meta.dirname, '..', 'docs/benchmarks.md');
const { values } = parseArgs({ options: { draws: { type: 'string', default: '1:10:public,1:10:all' } } });

type Measured = { readonly draw: string; readonly report: ProtectionReport; readonly seconds: number };

const tell = (text: string) => process.stderr.write(`${text}\n`);
const measured: Measured[] = [];
for (const draw of values.draws.split(',')) measured.push(await measure(draw));
tell(linkedSection(measured).slice(-measured.length).join('\n'));
const large = await linkedRun(largeTable());
tell(largeSection(large).join('\n'));
const classic = await measureClassic(tell);
writeSection();

async function measure(draw: string): Promise<Measured> {
  const [seed = '1', p = '10', attackers = 'public'] = draw.split(':');
  const cube = drawCube({ ...DEMONSTRATION, seed: Number(seed) });
  const began = process.cpuUsage();
  const { report } = await protect({
    cells: cube.cells,
    indexes: [cube.index],
    structure: structureOf(cube.domain),
    parameters: {
      validFrom: '2000-01-01',
      validTo: null,
      frequency: 3,
      p: parseRational(p) ?? ratio(10n),
      q: null,
      dominance: [],
    },
    waived: new Set(),
    indicators: INDICATORS,
    attackers: attackers as Attackers,
    progress: (text) => tell(`${draw}: ${text}`),
  });
  const { user, system } = process.cpuUsage(began);
  return { draw, report, seconds: (user + system) / 1e6 };
}

function writeSection(): void {
  const text = readFileSync(PATH, 'utf8');
  const head = text.includes(START) ? text.slice(0, text.indexOf(START)) : `${text.trimEnd()}\n\n`;
  const tail = text.includes(END) ? text.slice(text.indexOf(END) + END.length) : '\n';
  const section = [...linkedSection(measured), '', ...classicSection(classic), '', ...largeSection(large)];
  writeFileSync(PATH, `${head}${START}\n\n${section.join('\n')}\n\n${END}${tail}`);
}

function linkedSection(rows: readonly Measured[]): readonly string[] {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    '## Disclosure control',
    '',
    'Measured by `npm run bench:disclosure`: drawn cubes of five segments, sixty partners in five regions and thirty months,',
    'with minimum frequency 3. Seconds are of the processor, in one process; the largest resident set of all was',
    `${peak} MB. Goal: nobody at risk, 180 s, 4 GB. The gap is what the bound does not prove to be needed; the bound sees one`,
    'sum at a time, and is low. GaussSuppression 1.2.3 took 174.6 s of two cores for 6,157 cells of one table.',
    '',
    '| draw (seed, p, attackers) | cells | primary | secondary | at risk | cost | gap | seconds |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows.map(
      ({ draw, report: { cells, primary, secondary, at_risk, cost, gap }, seconds }) =>
        `| ${draw.replaceAll(':', ', ')} | ${cells} | ${primary} | ${secondary} | ${at_risk} | ${cost} | ${(100 * gap).toFixed(1)} % | ${seconds.toFixed(0)} |`,
    ),
  ];
}

function classicSection(cases: readonly ClassicCase[]): readonly string[] {
  return [
    '### Classic mode',
    '',
    'One table, bounds 0 ≤ y ≤ 2a, no rounding, given protection levels (`marsad protect --classic FILE`). Goal at about 400 cells',
    'and 70 primaries: proven, or a gap under 5 % in 300 s. The last columns are the search for linked systems on the same',
    'table: its cost by that of the classic mode, the cells that the verifier finds at risk, seconds.',
    '',
    '| table | cells | primary | status | cost | bound | gap | seconds | linked ÷ classic | at risk | seconds |',
    '|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|',
    ...classicRows(cases),
  ];
}

function largeSection({ cost, atRisk, seconds, blank }: LinkedRun): readonly string[] {
  const table = largeTable();
  return [
    `A three-way hierarchical table of ${table.cells.length} cells, ${primaryCells(table).length} to protect: ${blank} blank, cost ${cost},`,
    `${atRisk} at risk by the verifier, ${seconds.toFixed(0)} s of processor (goal 60 s).`,
  ];
}
