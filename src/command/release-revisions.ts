// What a release says of revisions: how large they have been over the releases, from printed figures alone, and by which
// causes the figures of its period moved since the last one, as far as disclosure control lets it be said.

import { disclosedCauses } from '../analyse/cause-disclosure.ts';
import { indexContributions } from '../analyse/contributors.ts';
import { printedMeasures } from '../analyse/printed-revision.ts';
import type { HorizonMeasures } from '../analyse/revision-horizon.ts';
import { type DisclosureParameters, parametersOn } from '../design/disclosure.ts';
import { structureOf } from '../design/equations.ts';
import { parseKey, WORLD } from '../design/key.ts';
import type { Observation } from '../design/observation.ts';
import { comparePeriods, periodOf } from '../design/period.ts';
import { type Rational, ratio, toDecimal } from '../design/rational.ts';
import type { MeasuredFact } from '../disseminate/quality.ts';
import type { Engine } from '../engine/duckdb.ts';
import { exists } from '../engine/files.ts';
import { publishedReleases } from './earlier-releases.ts';
import { printedObservations } from './printed-observations.ts';
import { readSecrets } from './protection-facts.ts';
import { effectsBetween } from './revisions.ts';
import { type Run, runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type ReleasedRevisions = {
  readonly facts: readonly MeasuredFact[];
  /** For `quality.json`: every horizon, with direction and the test for bias. */
  readonly measures: readonly object[];
};

/** Measures and causes for a release of a period, after the releases that were published of other runs. */
export async function releasedRevisions(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  period: string,
  released: readonly Observation[],
): Promise<ReleasedRevisions> {
  const earlier: (readonly Observation[])[] = [];
  for (const { run: number } of publishedReleases(workspace).filter((each) => each.run !== run.id))
    earlier.push(await printedObservations(engine, workspace, number));
  const measures = printedMeasures([...earlier, released]);
  return {
    facts: [
      ...measures.flatMap((each) => measureFacts(each, released)),
      ...(await causeFacts(engine, workspace, run, period, released)),
    ],
    measures: measures.map(forPrograms),
  };
}

/** The parameters of disclosure control on the day of a run. */
export function parametersOf(workspace: Workspace, { cutAt }: Run): DisclosureParameters {
  return parametersOn(readSecrets(workspace), cutAt.slice(0, 10), workspace.layout.secrets);
}

/** Horizons that the code list names: the revision by the first release after, by the second, by the third. */
const SUFFIXES: { readonly [horizon: number]: string } = { 1: '', 2: '_2', 3: '_3' };
const IN_DIRHAMS = { unit: 'MAD', unitMult: '6', decimals: '1' } as const;

function measureFacts(
  { indicator, segment, freq, horizon, measures }: HorizonMeasures,
  released: readonly Observation[],
): readonly MeasuredFact[] {
  const suffix = SUFFIXES[horizon];
  const period = lastPeriod(released, freq);
  if (suffix === undefined || period === undefined) return [];
  const comment = `${measures.count} figures, ${measures.upward} up, ${measures.downward} down`;
  const of = (
    measure: string,
    value: Rational,
    unit: Pick<MeasuredFact, 'unit' | 'unitMult' | 'decimals'>,
  ) => ({
    ...{ period, segment, measure: `${measure}${suffix}`, comment, ...unit },
    value: toDecimal(value, 1),
  });
  if (indicator === 'EXPORTS_YOY') {
    const points = { unit: 'PP', decimals: '1' } as const;
    return [of('MR', measures.mr, points), of('MAR', measures.mar, points)];
  }
  if (indicator !== 'EXPORTS') return [];
  return [
    of('MR', millions(measures.mr), IN_DIRHAMS),
    of('MAR', millions(measures.mar), IN_DIRHAMS),
    ...(measures.rmar === null
      ? []
      : [of('RMAR', times(measures.rmar, 100n), { unit: 'PC', decimals: '1' })]),
  ];
}

async function causeFacts(
  engine: Engine,
  workspace: Workspace,
  run: Run,
  period: string,
  released: readonly Observation[],
): Promise<readonly MeasuredFact[]> {
  const { store, layout, domain } = workspace;
  const last = store.get<{ run: number }>(
    'SELECT run FROM releases WHERE period = ? AND published_at IS NOT NULL AND run <> ? ORDER BY number DESC LIMIT 1',
    ...[period, run.id],
  );
  if (last === undefined || !exists(layout.runFile(last.run, 'protected.parquet'))) return [];
  const before = new Set(
    (await printedObservations(engine, workspace, last.run)).filter(isPrinted).map(nameOf),
  );
  const cells = released.filter(
    (each) => isLevelOf(each, period) && isPrinted(each) && before.has(nameOf(each)),
  );
  const effects = await effectsBetween(engine, workspace, runOf(workspace, last.run), run);
  const index = indexContributions(effects, structureOf(domain));
  return disclosedCauses(index, cells, parametersOf(workspace, run)).map(({ segment, cause, effect }) => ({
    ...{ period, segment, measure: `REVISION_${cause.toUpperCase()}`, unit: 'MAD', unitMult: '6' },
    ...{ decimals: '0', value: toDecimal(millions(ratio(effect, 100n)), 0) },
  }));
}

function isLevelOf({ dataflow, key, period }: Observation, of: string): boolean {
  const parts = dataflow === 'EXPORTS' && period === of ? parseKey(key) : undefined;
  return parts?.INDICATOR === 'EXPORTS' && parts.COUNTERPART_AREA === WORLD;
}

function isPrinted({ value }: Observation): boolean {
  return value !== null;
}

function nameOf({ key, period }: Observation): string {
  return `${key} ${period}`;
}

/** The newest released period of a frequency: measures are as of it. */
function lastPeriod(released: readonly Observation[], freq: string): string | undefined {
  const periods = released.filter(({ key }) => key.startsWith(`${freq}.`)).map(({ period }) => period);
  return [...new Set(periods)].sort((a, b) => comparePeriods(periodOf(a), periodOf(b))).at(-1);
}

function forPrograms({ measures: { mr, mar, rmar, tSquared, ...counts }, ...series }: HorizonMeasures) {
  const text = (value: Rational | null) => (value === null ? null : toDecimal(value, 6));
  return { ...series, ...counts, mr: text(mr), mar: text(mar), rmar: text(rmar), t_squared: text(tSquared) };
}

function millions({ numerator, denominator }: Rational): Rational {
  return ratio(numerator, denominator * 1_000_000n);
}

function times({ numerator, denominator }: Rational, factor: bigint): Rational {
  return ratio(numerator * factor, denominator);
}
