// Non-response by itself: months of banks taken away at random from declarations without errors, estimated, and compared
// with what they were; do the stated 90 % intervals cover? The largest units, which are never imputed, are called back.

import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { halfWidth } from '../src/analyse/imputation-interval.ts';
import { impute } from '../src/analyse/impute.ts';
import type { MissingMonth } from '../src/analyse/respondents.ts';
import { readUnits, type UnitSeries } from '../src/analyse/unit-month.ts';
import { latestRun } from '../src/command/runs.ts';
import { inForce } from '../src/design/domain.ts';
import { randomStream } from '../src/simulate/random-stream.ts';
import { marsad, withWorkspace } from './editing-case.ts';

export type Response = {
  readonly seed: string;
  readonly rate: number;
  readonly draws: number;
  readonly segments: readonly SegmentResponse[];
};
export type SegmentResponse = {
  readonly segment: string;
  /** Draws in which something of it was imputed, and in how many of them the interval covered the truth. */
  readonly imputed: number;
  readonly covered: number;
  /** Mean absolute error in percent of the truth: nothing estimated, and estimated with the largest called back. */
  readonly errorWithout: number;
  readonly errorWith: number;
};

const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

/** Draws missing months so many times over the declarations of one seed. */
export async function measureResponse(
  seed: string,
  rate: number,
  draws: number,
  lines: number,
  folder: string,
): Promise<Response> {
  const [drawn, root] = [join(folder, 'drawn'), join(folder, 'ws')];
  try {
    await marsad('init', root, '--synthetic');
    const span = ['--from', '2024-Q1', '--to', '2025-Q2', '--lines', String(lines), '--seed', seed];
    await marsad('simulate', '--out', drawn, '--errors', '0', '--missing', '0', ...span);
    await marsad('collect', root, join(drawn, 'declarations'));
    await marsad('process', root);
    return await withWorkspace(root, async (workspace, engine) => {
      const { register } = workspace.domain;
      const sizes = new Map(register.map(({ enterprise, size }) => [enterprise, size]));
      const folderOf = workspace.layout.run(latestRun(workspace, 'processed').id);
      const paths = globSync('lines-*.parquet', { cwd: folderOf }).map((name) => join(folderOf, name));
      const units = await readUnits(engine, paths, (enterprise) => sizes.get(enterprise) ?? 'small');
      const alive = (enterprise: string, month: string) =>
        register.some((entry) => entry.enterprise === enterprise && inForce(entry, `${month}-15`));
      const all = Array.from({ length: draws }, (_, at) =>
        drawOnce(units, drawMissing(units, seed, rate, at), alive),
      );
      return { seed, rate, draws, segments: summarise(all) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Drawn = {
  readonly segment: string;
  readonly truth: bigint;
  readonly lost: bigint;
  readonly error: bigint;
  readonly half: bigint;
  readonly imputed: boolean;
};

function drawMissing(
  units: readonly UnitSeries[],
  seed: string,
  rate: number,
  at: number,
): readonly MissingMonth[] {
  const random = randomStream(seed, 'non-response', at);
  const banks = [
    ...new Set(units.filter(({ source }) => source === 'bank').map(({ sender }) => sender)),
  ].sort();
  return MONTHS.flatMap((month) =>
    banks.filter(() => random.chance(rate)).map((sender) => ({ source: 'bank', sender, month }) as const),
  );
}

function drawOnce(
  units: readonly UnitSeries[],
  missing: readonly MissingMonth[],
  alive: (enterprise: string, month: string) => boolean,
): readonly Drawn[] {
  const gone = new Set(missing.map(({ sender, month }) => `${sender} ${month}`));
  const known = units.map((unit) =>
    unit.source === 'bank' && missing.some(({ sender }) => sender === unit.sender)
      ? {
          ...unit,
          months: new Map([...unit.months].filter(([month]) => !gone.has(`${unit.sender} ${month}`))),
        }
      : unit,
  );
  const estimates = impute(known, missing, alive);
  return ['_T', ...new Set(units.map(({ segment }) => segment))].map((segment) => {
    const own = <T extends { readonly segment: string }>(list: readonly T[]) =>
      list.filter((each) => segment === '_T' || each.segment === segment);
    const total = (list: readonly UnitSeries[]) =>
      sum(own(list).flatMap(({ months }) => MONTHS.map((month) => months.get(month) ?? 0n)));
    const called = sum(own(estimates.callBack).map((unit) => trueMonth(units, unit)));
    const [truth, lost, imputed] = [total(units), total(units) - total(known), own(estimates.imputed)];
    const error = sum(imputed.map(({ centimes }) => centimes)) + called - lost;
    return { segment, truth, lost, error, half: halfWidth(imputed, estimates), imputed: imputed.length > 0 };
  });
}

function trueMonth(
  units: readonly UnitSeries[],
  {
    sender,
    enterprise,
    segment,
    month,
  }: { sender: string; enterprise: string; segment: string; month: string },
): bigint {
  const found = units.find(
    (unit) =>
      unit.source === 'bank' &&
      unit.sender === sender &&
      unit.enterprise === enterprise &&
      unit.segment === segment,
  );
  return found?.months.get(month) ?? 0n;
}

function summarise(all: readonly (readonly Drawn[])[]): readonly SegmentResponse[] {
  const groups = Map.groupBy(all.flat(), ({ segment }) => segment);
  return [...groups]
    .map(([segment, drawn]) => {
      const tried = drawn.filter(({ imputed }) => imputed);
      const mean = (value: (each: Drawn) => bigint) =>
        tried.reduce((total, each) => total + (100 * Math.abs(Number(value(each)))) / Number(each.truth), 0) /
        Math.max(1, tried.length);
      return {
        segment,
        imputed: tried.length,
        covered: tried.filter(({ error, half }) => error <= half && -error <= half).length,
        errorWithout: mean(({ lost }) => lost),
        errorWith: mean(({ error }) => error),
      };
    })
    .sort((a, b) => (a.segment < b.segment ? -1 : 1));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
