// Grossing up by itself: samples drawn at random from the strata of drawn economies without errors, estimated, and compared
// with what the enterprises that were not asked received; do the stated 90 % intervals cover? And one draw from
// declaration to total, by the commands.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { grossUp, type SurveyMonth } from '../src/analyse/grossing.ts';
import { grossedHalfWidth } from '../src/analyse/grossing-interval.ts';
import { readEstimates } from '../src/command/estimates.ts';
import { latestRun } from '../src/command/runs.ts';
import type { Domain } from '../src/design/domain.ts';
import { monthsOf, periodOf } from '../src/design/period.ts';
import { stratumOf } from '../src/design/stratum.ts';
import { planMonth } from '../src/simulate/draw-month.ts';
import { entryOn, exportersOf } from '../src/simulate/exporter.ts';
import { randomStream } from '../src/simulate/random-stream.ts';
import { marsad, withWorkspace } from './editing-case.ts';

export type Grossed = {
  readonly seed: string;
  readonly draws: number;
  readonly segments: readonly {
    readonly segment: string;
    readonly covered: number;
    /** Of all draws: mean absolute error in percent of what was not asked, and the mean error. */
    readonly absolute: number;
    readonly mean: number;
  }[];
  /** From declarations to the total of the half-year, in percent of what was not asked. */
  readonly whole: {
    readonly answered: number;
    readonly unknown: number;
    readonly error: number;
    readonly inside: boolean;
  };
};

const MONTHS = monthsOf(periodOf('2025-S1'));
const ANSWERED_PART = 0.35;

/** So many samples of the economy of one seed, and one through the commands. */
export async function measureGrossing(
  seed: string,
  draws: number,
  lines: number,
  folder: string,
): Promise<Grossed> {
  const [drawn, root] = [join(folder, 'drawn'), join(folder, 'ws')];
  try {
    await marsad('init', root, '--synthetic');
    const span = ['--from', '2025-Q1', '--to', '2025-Q2', '--lines', String(lines), '--seed', seed];
    const clean = ['--errors', '0', '--missing', '0', '--sampled', '48'];
    await marsad('simulate', '--out', drawn, ...clean, ...span);
    await marsad('collect', root, join(drawn, 'declarations'));
    await marsad('process', root);
    return await withWorkspace(root, async (workspace) => {
      const population = populationOf(workspace.domain, seed, readTotals(drawn));
      const all = Array.from({ length: draws }, (_, at) => drawOnce(population, seed, at));
      const { cells } = readEstimates(workspace, latestRun(workspace, 'processed')).grossing;
      const truth = readTotals(drawn, 'truth-unasked.csv').reduce((sum, { centimes }) => sum + centimes, 0n);
      const found = cells.reduce((sum, { centimes }) => sum + centimes, 0n);
      const half = grossedHalfWidth(cells);
      const first = cells.filter(({ month }) => month === MONTHS[0]);
      return {
        ...{ seed, draws, segments: summarise(all) },
        whole: {
          answered: Math.max(...first.map(({ answered }) => answered)),
          unknown: Math.max(...first.map(({ unknown }) => unknown)),
          error: (100 * Number(found - truth)) / Number(truth),
          inside: found - truth <= half && truth - found <= half,
        },
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The section of docs/benchmarks.md. */
export function grossingSection(results: readonly Grossed[]): string {
  const head =
    '## Grossing up, measured\n\nWritten by `npm run bench:editing -- --only grossing`. Samples of about a third of each stratum drawn at random, many times, from economies without errors; error is in percent of what the enterprises that were not asked received otherwise than through banks. Without grossing up the error is 100 %. Coverage is of the stated 90 % intervals.';
  const rows = results.flatMap(({ seed, draws, segments }) =>
    segments.map(
      ({ segment, covered, absolute, mean }) =>
        `| ${seed} | ${segment} | ${absolute.toFixed(1)} | ${mean.toFixed(1)} | ${((100 * covered) / draws).toFixed(1)} % of ${draws} |`,
    ),
  );
  const whole = results.map(
    ({ seed, whole: { error, inside } }) =>
      `seed ${seed}: ${error.toFixed(1)} %, ${inside ? 'inside' : 'outside'} its interval`,
  );
  return [
    head,
    [
      '| seed | segment | mean absolute error % | mean error % | covered |',
      '|---|---|---:|---:|---:|',
      ...rows,
    ].join('\n'),
    `From declarations to the total of 2025-S1 by the commands, 48 of 148 small enterprises asked: ${whole.join('; ')}.`,
  ].join('\n\n');
}

type Amount = { readonly month: string; readonly segment: string; readonly centimes: bigint };

function readTotals(drawn: string, name = 'truth-totals.csv'): readonly Amount[] {
  const [, ...rows] = readFileSync(join(drawn, name), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [month = '', segment = '', mad = '0'] = row.split(',');
    return { month, segment, centimes: BigInt(mad.replace('.', '')) };
  });
}

/** Everything that the enterprises of the strata receive, as if all had been asked. */
function populationOf(domain: Domain, seed: string, totals: readonly Amount[]): readonly SurveyMonth[] {
  const banks = domain.banks.slice(0, 8).map(({ code }) => code);
  const exporters = exportersOf(domain, seed, { banks, respondents: 30, sampled: 48 });
  return MONTHS.map((month) => {
    const own = new Map(
      totals.filter((each) => each.month === month).map(({ segment, centimes }) => [segment, centimes]),
    );
    const { shares, abroad } = planMonth(domain, exporters, month, own, 1, seed);
    const units = [...shares].flatMap(([exporter, parts]) => {
      const entry = entryOn(exporter, `${month}-15`);
      const stratum = entry === undefined ? undefined : stratumOf(domain.strata ?? [], entry, `${month}-15`);
      if (stratum === undefined) return [];
      const declared = abroad.get(exporter) ?? new Map<string, bigint>();
      const settled = new Map(
        [...parts].map(([segment, all]) => [segment, all - (declared.get(segment) ?? 0n)]),
      );
      const { enterprise } = exporter;
      return [{ enterprise, stratum: stratum.code, standing: 'answered' as const, settled, declared }];
    });
    return { month, units };
  });
}

type Drawn = {
  readonly segment: string;
  readonly truth: bigint;
  readonly error: bigint;
  readonly half: bigint;
};

function drawOnce(population: readonly SurveyMonth[], seed: string, at: number): readonly Drawn[] {
  const random = randomStream(seed, 'sample', String(at));
  const names = [
    ...new Set(population.flatMap(({ units }) => units.map(({ enterprise }) => enterprise))),
  ].sort();
  const asked = new Set(names.filter(() => random.chance(ANSWERED_PART)));
  const months = population.map(({ month, units }) => ({
    month,
    units: units.map((unit) =>
      asked.has(unit.enterprise) ? unit : { ...unit, standing: 'unknown' as const },
    ),
  }));
  const { cells } = grossUp(months, () => 10n ** 18n);
  const segments = [...new Set(cells.map(({ segment }) => segment))].sort();
  return ['_T', ...segments].map((segment) => {
    const own = cells.filter((cell) => segment === '_T' || cell.segment === segment);
    const truth = population
      .flatMap(({ units }) => units.filter(({ enterprise }) => !asked.has(enterprise)))
      .flatMap(({ declared }) => [...declared])
      .filter(([each]) => segment === '_T' || each === segment)
      .reduce((sum, [, value]) => sum + value, 0n);
    const found = own.reduce((sum, { centimes }) => sum + centimes, 0n);
    return { segment, truth, error: found - truth, half: grossedHalfWidth(own) };
  });
}

function summarise(all: readonly (readonly Drawn[])[]): Grossed['segments'] {
  return [...Map.groupBy(all.flat(), ({ segment }) => segment)].map(([segment, drawn]) => {
    const percent = drawn.map(({ error, truth }) => (100 * Number(error)) / Number(truth));
    return {
      segment,
      covered: drawn.filter(({ error, half }) => error <= half && -error <= half).length,
      absolute: percent.reduce((sum, each) => sum + Math.abs(each), 0) / percent.length,
      mean: percent.reduce((sum, each) => sum + each, 0) / percent.length,
    };
  });
}
