// The path to a target within its own scope: what is known, what is aimed at, and the yearly growth between.

import { periodOf } from '../../design/period.ts';
import type { Target } from '../../design/target.ts';
import type { Edition } from './edition.ts';

export type Step = { readonly period: string; readonly value: string };

/** Known yearly values of the target's indicator, unit and scope, in order; the baseline is the first choice for its year. */
export function knownSteps({ reference }: Edition, target: Target): readonly Step[] {
  const assessed = reference.assessments.find((each) => each.target === target.id);
  if (assessed !== undefined) return assessed.known;
  const { baseline, indicator, unit, scope } = target;
  const printed = reference.published
    .filter((figure) => figure.indicator === indicator && figure.unit === unit && figure.segment === '_T')
    .filter((figure) => figure.freq === 'A' && figure.scope === (baseline?.scope ?? scope))
    .map(({ period, value }) => ({ period, value }));
  const start =
    baseline === null || baseline.period === null ? [] : [{ period: baseline.period, value: baseline.value }];
  const byYear = new Map([...printed, ...start].map((step) => [yearOf(step.period), step]));
  return [...byYear].sort(([a], [b]) => a - b).map(([, step]) => step);
}

/** Yearly growth in percent, one decimal, that leads from the last known value to the last milestone; undefined when it is no growth. */
export function growthNeeded(
  known: readonly Step[],
  target: Target,
): { readonly rate: string; readonly from: Step; readonly to: Step } | undefined {
  const [from, to] = [known.at(-1), target.milestones.at(-1)];
  if (from === undefined || to === undefined || target.measure === 'rank') return undefined;
  const years = yearOf(to.period) - yearOf(from.period);
  const ratio = Number(to.value) / Number(from.value);
  if (years <= 0 || !(ratio > 0)) return undefined;
  return { rate: ((ratio ** (1 / years) - 1) * 100).toFixed(1), from, to };
}

/** The year of a period. */
export function yearOf(period: string): number {
  return periodOf(period).year;
}
