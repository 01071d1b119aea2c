// Imputed units as lines: each takes the parts of the month that it was estimated from, to the centime. GSBPM 5.4.

import { createHash } from 'node:crypto';
import type { EstimatedLine } from './estimated-line.ts';
import type { ImputedUnit } from './impute.ts';
import { partName, type UnitPart, unitName } from './unit-month.ts';

/** The lines of imputed units; the parts of a unit add up to it exactly. */
export function imputedLines(
  units: readonly ImputedUnit[],
  parts: ReadonlyMap<string, readonly UnitPart[]>,
  holdingOf: (enterprise: string, month: string) => string,
): readonly EstimatedLine[] {
  const taken = new Set<number>();
  return units.flatMap((unit) => {
    const own = parts.get(partName(unit, unit.base)) ?? [];
    const shares = apportioned(unit.centimes, own);
    return own.flatMap(({ ebops, partner }, at) => {
      const centimes = shares[at] ?? 0n;
      if (centimes === 0n) return [];
      const line: EstimatedLine = {
        submission: -1,
        ordinal: ordinalOf([unitName(unit), unit.month, ebops, partner ?? ''].join(' '), taken),
        kind: 'imputation',
        sender: unit.sender,
        reason: `imputed by ${unit.method} from ${unit.base}`,
        enterprise: unit.enterprise,
        holding: holdingOf(unit.enterprise, unit.month),
        month: unit.month,
        segment: unit.segment,
        ...{ ebops, partner, centimes, source: unit.source, status: 'imputed' },
      };
      return [line];
    });
  });
}

/** An amount divided like the parts; what rounding leaves goes to the largest, a part that is not positive takes nothing. */
export function apportioned(total: bigint, parts: readonly Pick<UnitPart, 'centimes'>[]): readonly bigint[] {
  const weights = parts.map(({ centimes }) => (centimes > 0n ? centimes : 0n));
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return parts.map((_, at) => (at === 0 ? total : 0n));
  const shares = weights.map((weight) => (total * weight) / sum);
  const [most] = weights.toSorted((a, b) => (a > b ? -1 : 1));
  const largest = weights.indexOf(most ?? 0n);
  const left = total - shares.reduce((all, share) => all + share, 0n);
  return shares.map((share, at) => (at === largest ? share + left : share));
}

/** The same estimate has the same number in every run, so that vintages can be compared line by line. */
export function ordinalOf(name: string, taken: Set<number>): number {
  let ordinal = 1 + (createHash('sha256').update(name).digest().readUInt32LE(0) % 2_000_000_000);
  while (taken.has(ordinal)) ordinal += 1;
  taken.add(ordinal);
  return ordinal;
}
