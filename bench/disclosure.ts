// `npm run bench:disclosure`: what disclosure control is to reach, in figures, each with its goal and a verdict: drawn cubes
// of the demonstration's size (`-- --draws 1:10:all`: seed, percent of the p % rule, attackers; none with `--draws ''`), a large table of three
// dimensions, single tables beside their optimum. Every part is told when it is measured; the whole is a section of
// docs/benchmarks.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attackers } from '../src/analyse/audit-attackers.ts';
import { primaryCells } from '../src/analyse/classic-table.ts';
import { type ProtectionReport, protect } from '../src/analyse/protect.ts';
import { structureOf } from '../src/design/equations.ts';
import { parseRational, ratio } from '../src/design/rational.ts';
import { DEMONSTRATION, drawCube } from '../test/analyse/disclosure-cube.ts';
import { PARAMETERS } from '../test/analyse/disclosure-parameters.ts';
import { INDICATORS } from '../test/analyse/fixture.ts';
import {
  type ClassicCase,
  classicRows,
  classicVerdicts,
  type LinkedRun,
  largeTable,
  linkedRun,
  measureClassic,
} from './classic-cases.ts';
import { measureDamages } from './disclosure-damage.ts';
import { linkedSection, linkedVerdicts, measureLinked } from './linked-cases.ts';
import { type Measure, measured, type Spent, verdictRow } from './spent.ts';

const START = '<!-- disclosure -->';
const END = '<!-- end of disclosure -->';
const PATH = join(import.meta.dirname, '..', 'docs/benchmarks.md');
/** Tables with a proven optimum beside which the search is held, and tables whose patterns are damaged. */
const CLOSED = 20;
const DAMAGED = 12;
const { values } = parseArgs({ options: { draws: { type: 'string', default: '1:10:public,1:10:all' } } });

type Drawn = { readonly draw: string; readonly report: ProtectionReport; readonly spent: Spent };

const tell = (text: string) => process.stderr.write(`${text}\n`);
const draws: Drawn[] = [];
for (const draw of values.draws.split(',').filter(Boolean)) {
  draws.push(await protectDraw(draw));
  tell(cubeRows(draws).at(-1) ?? '');
}
const large = await linkedRun(largeTable());
tell(largeSection(large).join('\n'));
const classic = await measureClassic(tell);
const linked = await measureLinked(CLOSED);
tell(linkedSection(linked).join('\n'));
const { patterns, proofs } = await measureDamages(DAMAGED);
tell(`${patterns.tried} patterns and ${proofs.tried} proofs damaged`);
writeSection();

async function protectDraw(draw: string): Promise<Drawn> {
  const [seed = '1', p = '10', attackers = 'public'] = draw.split(':');
  const cube = drawCube({ ...DEMONSTRATION, seed: Number(seed) });
  const { made, spent } = await measured(() =>
    protect({
      cells: cube.cells,
      indexes: [cube.index],
      structure: structureOf(cube.domain),
      parameters: { ...PARAMETERS, p: parseRational(p) ?? ratio(10n) },
      waived: new Set(),
      indicators: INDICATORS,
      attackers: attackers as Attackers,
      progress: ({ en }) => tell(`${draw}: ${en}`),
    }),
  );
  return { draw, report: made.report, spent };
}

function writeSection(): void {
  const text = readFileSync(PATH, 'utf8');
  const head = text.includes(START) ? text.slice(0, text.indexOf(START)) : `${text.trimEnd()}\n\n`;
  const tail = text.includes(END) ? text.slice(text.indexOf(END) + END.length) : '\n';
  const section = [
    ...verdictSection(),
    '',
    ...cubeSection(),
    '',
    ...classicSection(classic),
    '',
    ...largeSection(large),
  ];
  writeFileSync(PATH, `${head}${START}\n\n${section.join('\n')}\n\n${END}${tail}`);
}

function verdictSection(): readonly string[] {
  const risk = draws.reduce((sum, { report }) => sum + report.at_risk, 0);
  return [
    '## Disclosure control',
    '',
    'Measured by one run of `npm run bench:disclosure` on two cores.',
    '',
    '| what | goal | measured | verdict |',
    '|---|---|---|---|',
    verdictRow({ what: 'drawn cubes: cells at risk', goal: 0, unit: '', found: risk }),
    ...draws.map(
      ({ draw, report }) =>
        `| cube ${nameOf(draw)}: gap | reported | ${(100 * report.gap).toFixed(1)} % | reported |`,
    ),
    ...draws.map(({ draw, spent }) =>
      verdictRow({ what: `cube ${nameOf(draw)}: clock`, goal: 180, unit: ' s', found: spent.clock }),
    ),
    verdictRow({ what: 'largest resident set', goal: 4096, unit: ' MB', found: peakMegabytes() }),
    verdictRow({ what: 'three-way table of 6,000 cells: at risk', goal: 0, unit: '', found: large.atRisk }),
    verdictRow({
      what: 'three-way table of 6,000 cells: clock',
      goal: 60,
      unit: ' s',
      found: large.spent.clock,
    }),
    ...[...classicVerdicts(classic), ...linkedVerdicts(linked)].map(verdictRow),
    verdictRow({
      what: `blanks printed again that the audit or the verifier misses, of ${patterns.tried}`,
      ...{ goal: 0, unit: '', found: patterns.missed },
    }),
    verdictRow({
      what: `proofs changed by a hundredth that the verifier misses, of ${proofs.tried}`,
      ...{ goal: 0, unit: '', found: proofs.missed },
    }),
    '',
    'A history of releases has its own bench below.',
  ];
}

function cubeSection(): readonly string[] {
  return [
    'Drawn cubes have five segments, sixty partners in five regions, thirty months and 428 holdings, minimum frequency 3. Their',
    'parts, the years, are searched in two threads. The gap is what the bound does not prove to be needed; the bound sees one sum at',
    'a time, and is low.',
    '',
    '| draw (seed, p, attackers) | cells | primary | secondary | at risk | cost | gap | clock, s | processor, s |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...cubeRows(draws),
    '',
    'For comparison: GaussSuppression 1.2.3 took 6.6 s for 1,334 and 174.6 s for 6,157 cells of one table on two cores, without',
    'earlier releases, ratios or holdings.',
  ];
}

function cubeRows(rows: readonly Drawn[]): readonly string[] {
  return rows.map(({ draw, report, spent }) => {
    const { cells, primary, secondary, at_risk, cost, gap } = report;
    const figures = [cells, primary, secondary, at_risk, cost, `${(100 * gap).toFixed(1)} %`];
    return `| ${[nameOf(draw), ...figures, spent.clock.toFixed(0), spent.processor.toFixed(0)].join(' | ')} |`;
  });
}

function nameOf(draw: string): string {
  return draw.replaceAll(':', ', ');
}

function peakMegabytes(): Measure['found'] {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function classicSection(cases: readonly ClassicCase[]): readonly string[] {
  return [
    '### Classic mode',
    '',
    'One table, bounds 0 ≤ y ≤ 2a, no rounding, given protection levels (`marsad protect --classic FILE`), drawn tables',
    '(`test/analyse/classic-draw.ts`). The last three tables end where the gap is below 5 %. The last columns are the search for linked',
    'systems on the same table, with its usual work: its cost by that of the classic mode, the cells that the verifier finds at risk,',
    'seconds of the processor.',
    '',
    '| table | cells | primary | status | cost | bound | gap | processor, s | linked ÷ classic | at risk | processor, s |',
    '|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|',
    ...classicRows(cases),
    '',
    ...linkedSection(linked),
  ];
}

function largeSection({ cost, atRisk, spent, blank }: LinkedRun): readonly string[] {
  const table = largeTable();
  return [
    `A three-way hierarchical table of ${table.cells.length} cells, ${primaryCells(table).length} to protect, by the search for linked systems: ${blank} blank,`,
    `cost ${cost}, ${atRisk} at risk by the verifier, ${spent.processor.toFixed(0)} s of the processor.`,
  ];
}
