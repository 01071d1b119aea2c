// What moved the total, and what went the other way: derived from the released contributions and rates alone.

import type { FigureSource } from './edition.ts';
import { directionOfChange, type Figure, plotted } from './figure.ts';

export type Driver = { readonly segment: string; readonly contribution: Figure; readonly growth: Figure };

/** The segments' contributions to the growth of the total, from the greatest rise to the greatest fall; withheld ones last. */
export function driversOf(edition: FigureSource, period: string): readonly Driver[] {
  const drivers = edition.reference.segments.map(({ code }) => ({
    segment: code,
    contribution: edition.figure({ indicator: 'EXPORTS_CONTRIB', segment: code, period }),
    growth: edition.figure({ indicator: 'EXPORTS_YOY', segment: code, period }),
  }));
  const size = ({ contribution }: Driver) => plotted(contribution) ?? Number.NEGATIVE_INFINITY;
  return drivers.sort((a, b) => size(b) - size(a));
}

/** Whether every contribution is printed: only then is a rank a fact of the release, and says nothing of what is withheld. */
export function ranksAll(drivers: readonly Driver[]): boolean {
  return drivers.every(({ contribution }) => contribution.standing === 'value');
}

/** The segment that added most; undefined when none did. */
export function strongest(drivers: readonly Driver[]): Driver | undefined {
  return drivers.find(({ contribution }) => (plotted(contribution) ?? 0) > 0);
}

/** The segment that took most away; undefined when none did. */
export function weakest(drivers: readonly Driver[]): Driver | undefined {
  return drivers.findLast(({ contribution }) => (plotted(contribution) ?? 0) < 0);
}

/** What goes against the headline: the greatest fall under a rise, the greatest rise over a fall. */
export function offsetting(total: Figure, drivers: readonly Driver[]): Driver | undefined {
  if (total.standing !== 'value') return undefined;
  return { rise: weakest, fall: strongest, even: () => undefined }[directionOfChange(total.printed)](drivers);
}
