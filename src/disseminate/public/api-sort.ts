// The order of what a data query answers. Source: SDMX REST 2.2, `sort`.

import type { Observation } from '../../design/observation.ts';
import { comparePeriods, periodOf } from '../../design/period.ts';
import { FLAT, type SelectedSeries, TIME } from '../selection.ts';
import { RequestFault } from './api-error.ts';

/** A component and whether it falls. */
export type SortPart = { readonly id: string; readonly falling: boolean };

/** Reads `series_key:asc+TIME_PERIOD:desc`; `*` is all dimensions. */
export function parseSort(text: string, dimensions: readonly string[], across: string): readonly SortPart[] {
  const known = [...dimensions, TIME];
  return text.split('+').flatMap((part) => {
    const [, id = '', direction = 'asc'] = /^([^:]+)(?::(asc|desc))?$/.exec(part) ?? [];
    const falling = direction === 'desc';
    if (id === '*') return known.map((each) => ({ id: each, falling }));
    if (id === 'series_key' && across !== FLAT)
      return known.filter((each) => each !== across).map((each) => ({ id: each, falling }));
    if (known.includes(id)) return [{ id, falling }];
    throw new RequestFault(
      'semantic',
      `sort: found ${part.slice(0, 60)}, expected *, series_key or some of ${known.join(', ')}`,
    );
  });
}

/** The series, and the observations in them, in the order asked for; a flat answer is sorted over all observations. */
export function sortSeries(
  series: readonly SelectedSeries[],
  parts: readonly SortPart[],
  dimensions: readonly string[],
  across: string,
): readonly SelectedSeries[] {
  const compare = comparison(parts, dimensions);
  if (across === FLAT)
    return series
      .flatMap((each) =>
        each.observations.map((observation) => ({ parts: each.parts, observations: [observation] })),
      )
      .sort((a, b) => compare(placed(a), placed(b)));
  return series
    .map((each) => ({
      parts: each.parts,
      observations: each.observations.toSorted((a, b) =>
        compare({ parts: each.parts, period: a.period }, { parts: each.parts, period: b.period }),
      ),
    }))
    .sort((a, b) => compare(placed(a), placed(b)));
}

type Placed = { readonly parts: readonly string[]; readonly period: Observation['period'] };

function placed({ parts, observations: [first] }: SelectedSeries): Placed {
  return { parts, period: first?.period ?? '' };
}

function comparison(
  parts: readonly SortPart[],
  dimensions: readonly string[],
): (a: Placed, b: Placed) => number {
  const steps = parts.map(({ id, falling }) => {
    const at = dimensions.indexOf(id);
    const compare = (a: Placed, b: Placed) =>
      id === TIME ? inTime(a.period, b.period) : ordinal(a.parts[at] ?? '', b.parts[at] ?? '');
    return (a: Placed, b: Placed) => (falling ? -1 : 1) * compare(a, b);
  });
  return (a, b) => steps.reduce((result, step) => (result === 0 ? step(a, b) : result), 0);
}

function inTime(a: string, b: string): number {
  return a === '' || b === '' ? ordinal(a, b) : comparePeriods(periodOf(a), periodOf(b));
}

function ordinal(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
