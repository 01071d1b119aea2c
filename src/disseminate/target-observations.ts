// GSBPM 7.1: the targets of a strategy as observations of the dataflow TARGETS: what was announced, with its scope, its
// source and the day it was printed. Nothing here comes from a declaration; the path and the gap are evaluated elsewhere.

import type { Domain } from '../design/domain.ts';
import type { Observation } from '../design/observation.ts';
import { periodOf } from '../design/period.ts';
import type { Target } from '../design/target.ts';

/** Scope of a figure that is no export figure. */
const NO_SCOPE = '_Z';

/** Baselines and milestones of every target, each vintage of a target apart; values as printed, digit for digit. */
export function targetObservations({
  targets,
  refArea,
}: Pick<Domain, 'targets' | 'refArea'>): readonly Observation[] {
  const seen = new Set<string>();
  return targets
    .flatMap((target) => announced(target).map((figure) => observationOf(refArea, target, figure)))
    .filter(({ key, period }) => {
      const fresh = !seen.has(`${key} ${period}`);
      seen.add(`${key} ${period}`);
      return fresh;
    });
}

type Announced = {
  readonly kind: 'BASELINE' | 'MILESTONE';
  readonly period: string;
  readonly value: string;
  readonly scope: string | null;
  readonly printed: readonly (string | null)[];
};

/** A baseline whose source names no period has no place in a series; the page of targets shows it. */
function announced(target: Target): readonly Announced[] {
  const { baseline, otherBaselines, milestones, scope, source, sourceDate, status } = target;
  const baselines = [...(baseline === null ? [] : [baseline]), ...otherBaselines];
  return [
    ...baselines.flatMap((each) =>
      each.period === null
        ? []
        : [
            {
              kind: 'BASELINE' as const,
              period: each.period,
              value: each.value,
              scope: each.scope,
              printed: [each.source, each.vintage],
            },
          ],
    ),
    ...milestones.map((each) => ({
      kind: 'MILESTONE' as const,
      ...each,
      scope,
      printed: [status, source, sourceDate],
    })),
  ];
}

const UNITS: { readonly [unit: string]: readonly [measure: string, multiplier: string] } = {
  MAD_BN: ['MAD', '9'],
  MAD_MN: ['MAD', '6'],
  MAD: ['MAD', '0'],
  PERSONS: ['PS', '0'],
  PERCENT: ['PC', '0'],
  COUNT: ['NB', '0'],
  RANK: ['RANK', '0'],
};

function observationOf(refArea: string, { id, unit }: Target, figure: Announced): Observation {
  const [measure, multiplier] = UNITS[unit] ?? ['NB', '0'];
  const { freq } = periodOf(figure.period);
  return {
    dataflow: 'TARGETS',
    key: [freq, refArea, id, figure.kind, measure, figure.scope ?? NO_SCOPE].join('.'),
    period: figure.period,
    value: figure.value,
    attributes: {
      OBS_STATUS: 'A',
      CONF_STATUS: 'F',
      UNIT_MULT: multiplier,
      DECIMALS: String(figure.value.split('.')[1]?.length ?? 0),
      COMMENT_OBS: figure.printed.filter((part) => part !== null).join('; '),
    },
  };
}
