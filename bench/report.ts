// What was measured, as a section of docs/benchmarks.md: medians, and the ratio to the floor.

export type Measured = {
  readonly phase: string;
  readonly seconds: number;
  /** Of all threads, user and system. */
  readonly processor: number;
  readonly megabytes: number;
  /** It ended with exit code 1. */
  readonly refused: boolean;
};
export type Sized = {
  readonly lines: number;
  /** Null when the declarations were drawn before. */
  readonly simulated: Measured | null;
  /** For each repetition, the phases in order, the floor last. */
  readonly runs: readonly (readonly Measured[])[];
};

/** The section: a table for each size. */
export function section(sizes: readonly Sized[]): string {
  const intro = [
    'Measured by `npm run bench` on a machine of two cores. Each phase is a process of its own; memory is its largest',
    'resident set, processor seconds are those of all its threads: on a machine that does other work at the same time they',
    'tell more than the clock. The floor is one hand-written DuckDB statement that reads the same bank files, types and',
    'consumes every column, and sums; it runs between the repetitions of the chain. Figures are medians. What `protect`',
    'and `release` take depends on the cells, not on the lines.',
  ].join('\n');
  return [intro, ...sizes.map(sizeTable)].join('\n\n');
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  const [upper = 0, lower = 0] = [sorted[at], sorted[at - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

function sizeTable({ lines, simulated, runs }: Sized): string {
  const names = runs[0]?.map(({ phase }) => phase) ?? [];
  const rows = names.map((name) =>
    rowOf(
      name,
      lines,
      runs.flatMap((run) => run.filter(({ phase }) => phase === name)),
    ),
  );
  const sums = (measure: Measure, isFloor: boolean) =>
    median(
      runs.map((run) =>
        total(
          run.filter(({ phase }) => (isFloor ? phase === 'floor' : !BESIDE.has(phase))),
          measure,
        ),
      ),
    );
  const [chain, floor] = [sums('seconds', false), sums('seconds', true)];
  const [work, least] = [sums('processor', false), sums('processor', true)];
  return [
    `### ${lines.toLocaleString('en')} settlement lines, ${runs.length === 1 ? 'once' : `${runs.length} repetitions`}`,
    '',
    '| phase | seconds | lines a second | processor seconds | µs of processor a line | peak memory, MB |',
    '|---|---:|---:|---:|---:|---:|',
    ...(simulated === null ? [] : [rowOf('simulate (once)', lines, [simulated])]),
    ...rows,
    '',
    `Chain ${chain.toFixed(1)} s, floor ${floor.toFixed(1)} s: ${(chain / floor).toFixed(1)} × the floor by the clock; processor ${work.toFixed(1)} s and ${least.toFixed(1)} s: **${(work / least).toFixed(1)} × the floor**, ${((work * 1e6) / lines).toFixed(1)} µs a line, ${rate(lines, chain)} lines a second.`,
  ].join('\n');
}

function rowOf(name: string, lines: number, measured: readonly Measured[]): string {
  const middle = (measure: Measure) => median(measured.map((each) => each[measure]));
  const memory = Math.max(...measured.map((each) => each.megabytes));
  const mark = measured.some(({ refused }) => refused) ? ' (refused)' : '';
  const [seconds, processor] = [middle('seconds'), middle('processor')];
  return `| ${name}${mark} | ${seconds.toFixed(2)} | ${rate(lines, seconds)} | ${processor.toFixed(2)} | ${((processor * 1e6) / lines).toFixed(2)} | ${memory.toFixed(0)} |`;
}

/** Lines for each second, in hundreds. */
function rate(lines: number, seconds: number): string {
  return (Math.round(lines / seconds / 100) * 100).toLocaleString('en');
}

/** Phases that are no part of the chain. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['floor', 'trace', 'trace of growth', 'trace of a line', 'verify'],
]);

type Measure = 'seconds' | 'processor';

function total(measured: readonly Measured[], measure: Measure): number {
  return measured.reduce((sum, each) => sum + each[measure], 0);
}
