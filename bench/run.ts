// `npm run bench -- --lines 1e5,1e6`: seconds, processor seconds and peak memory of each phase of the chain, and the
// floor beside it, interleaved in the same run, over one large file for each bank and month. Medians go to docs/benchmarks.md.

import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, type Sized, section } from './report.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1e5,1e6' },
    repetitions: { type: 'string', default: '3' },
    folder: { type: 'string', default: tmpdir() },
    errors: { type: 'string', default: '0.001' },
    seed: { type: 'string', default: '2030' },
    banks: { type: 'string', default: '2' },
    respondents: { type: 'string', default: '10' },
    /** A folder with declarations drawn before, one below it for each number of lines: with it nothing is simulated. */
    drawn: { type: 'string' },
    /** What is measured beside the chain: trace, verify. */
    beside: { type: 'string', default: 'trace,verify' },
  },
});

const PERIOD = '2025-S1';
/** Commands measured beside the chain: a level of half a year, the growth of a year, a line upward, the release made again. */
const BESIDE: { readonly [name: string]: (workspace: string) => readonly string[] } = {
  trace: (workspace) => ['trace', workspace, `S.MA.W1.ITO.EXPORTS.MAD.2025/${PERIOD}`],
  'trace of growth': (workspace) => ['trace', workspace, 'A.MA.W1._T.EXPORTS_YOY.PC.2025/2024'],
  'trace of a line': (workspace) => ['trace', workspace, '--line', '5/77'],
  verify: (workspace) => ['verify', workspace, `${PERIOD}/1`],
};
const START = '<!-- bench -->';
const END = '<!-- end of bench -->';

const sized: Sized[] = [];
for (const lines of values.lines.split(',').map(Number))
  sized.push(measure(lines, Number(values.repetitions)));
writeSection(section(sized));

function measure(lines: number, repetitions: number): Sized {
  const folder = mkdtempSync(join(values.folder, 'marsad-bench-'));
  try {
    const drawn =
      values.drawn === undefined ? join(folder, 'declarations') : join(values.drawn, String(lines));
    const options = (['errors', 'seed', 'banks', 'respondents'] as const).flatMap((name) => [
      `--${name}`,
      values[name],
    ]);
    const simulated =
      values.drawn === undefined
        ? phase('simulate', ['simulate', '--out', drawn, '--lines', String(lines), ...options])
        : null;
    const files = globSync('declarations/*.csv', { cwd: drawn }).sort();
    const runs = Array.from({ length: repetitions }, (_, at) =>
      chain(
        join(folder, `workspace-${at}`),
        drawn,
        files.map((name) => join(drawn, name)),
      ),
    );
    return { lines, simulated, runs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The chain once on a fresh workspace, and the floor once, one after the other. */
function chain(workspace: string, drawn: string, files: readonly string[]): readonly Measured[] {
  phase('init', ['init', workspace, '--synthetic']);
  const measured = [
    phase('collect', ['collect', workspace, ...files]),
    phase('process', ['process', workspace]),
    phase('analyse', ['analyse', workspace, '--period', PERIOD]),
    phase('protect', ['protect', workspace]),
    phase('release', ['release', workspace, '--period', PERIOD]),
    ...Object.entries(BESIDE)
      .filter(([name]) => values.beside.split(',').includes(name.split(' ')[0] ?? ''))
      .map(([name, words]) => phase(name, words(workspace))),
    phase('floor', ['floor', `${drawn}/declarations/B*.csv`]),
  ];
  rmSync(workspace, { recursive: true, force: true });
  return measured;
}

/** One phase in a child process; a phase that fails ends the bench with what it said. */
function phase(name: string, words: readonly string[]): Measured {
  process.stderr.write(`${name} … `);
  const { stderr, stdout, status } = spawnSync(process.execPath, [join(root, 'bench/phase.ts'), ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const last = stderr.trim().split('\n').at(-1) ?? '';
  // A phase that is refused for what the data are (exit 1) took its time all the same.
  if (status === null || status > 1 || !last.startsWith('{')) {
    throw new Error(`${name} ended with ${status}:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  }
  const { seconds, processor, megabytes, code } = JSON.parse(last) as {
    seconds: number;
    processor: number;
    megabytes: number;
    code: number;
  };
  process.stderr.write(
    `${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB${code === 0 ? '' : ' (refused)'}\n`,
  );
  return { phase: name, seconds, processor, megabytes, refused: code !== 0 };
}

function writeSection(text: string): void {
  const path = join(root, 'docs/benchmarks.md');
  const before = readOr(path, `# Benchmarks\n\n${START}\n${END}\n`);
  const head = before.slice(0, before.indexOf(START) + START.length);
  const tail = before.slice(before.indexOf(END));
  writeFileSync(path, `${head}\n\n${text}\n${tail}`);
}

function readOr(path: string, otherwise: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes(START) ? text : `${text}\n${START}\n${END}\n`;
  } catch {
    return otherwise;
  }
}
