// `npm run bench:disclosure -- --draws 1:10:public,2:20:public`: disclosure control of drawn cubes of the demonstration's
// size (seed, percent of the p % rule, attackers). Seconds of processor and of the clock, and what is blank, go to a
// section of docs/benchmarks.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attackers } from '../src/analyse/audit-attackers.ts';
import { type ProtectionReport, protect } from '../src/analyse/protect.ts';
import { structureOf } from '../src/design/equations.ts';
import { parseRational, ratio } from '../src/design/rational.ts';
import { DEMONSTRATION, drawCube } from '../test/analyse/disclosure-cube.ts';
import { INDICATORS } from '../test/analyse/fixture.ts';

const START = '<!-- disclosure -->';
const END = '<!-- end of disclosure -->';
const PATH = join(import.meta.dirname, '..', 'docs/benchmarks.md');
const { values } = parseArgs({ options: { draws: { type: 'string', default: '1:10:public,2:20:public' } } });

type Measured = { readonly draw: string; readonly report: ProtectionReport; readonly seconds: number };

const measured: Measured[] = [];
for (const draw of values.draws.split(',')) measured.push(await measure(draw));
writeSection(measured);

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
    progress: (text) => process.stderr.write(`${draw}: ${text}\n`),
  });
  const { user, system } = process.cpuUsage(began);
  return { draw, report, seconds: (user + system) / 1e6 };
}

function writeSection(rows: readonly Measured[]): void {
  const text = readFileSync(PATH, 'utf8');
  const head = text.includes(START) ? text.slice(0, text.indexOf(START)) : `${text.trimEnd()}\n\n`;
  const tail = text.includes(END) ? text.slice(text.indexOf(END) + END.length) : '\n';
  writeFileSync(PATH, `${head}${START}\n\n${section(rows)}\n\n${END}${tail}`);
}

function section(rows: readonly Measured[]): string {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    '## Disclosure control',
    '',
    'Measured by `npm run bench:disclosure`: drawn cubes of five segments, sixty partners in five regions and thirty months,',
    'with minimum frequency 3. Seconds are of the processor, in one process; the largest resident set of all was',
    `${peak} MB.`,
    '',
    '| draw (seed, p, attackers) | cells | primary | secondary | at risk | seconds |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows.map(
      ({ draw, report, seconds }) =>
        `| ${draw.replaceAll(':', ', ')} | ${report.cells} | ${report.primary} | ${report.secondary} | ${report.at_risk} | ${seconds.toFixed(0)} |`,
    ),
  ].join('\n');
}
