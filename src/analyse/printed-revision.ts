// How large revisions of published figures are, from what releases printed alone: whatever can be computed from it was
// public already. A figure that was withheld once is left out of every measure that it would be in. GSBPM 8.1.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type Cell, cellId } from '../design/equation.ts';
import type { Observation } from '../design/observation.ts';
import { multiply, ratio, rationalOf } from '../design/rational.ts';
import { type HorizonMeasures, measuresByHorizon } from './revision-horizon.ts';

/** Measures over releases in the order of publication, each with what it printed; values in UNIT_MEASURE. */
export function printedMeasures(releases: readonly (readonly Observation[])[]): readonly HorizonMeasures[] {
  const withheld = new Set(releases.flatMap((printed) => printed.filter(isWithheld).map(cellId)));
  return measuresByHorizon(
    releases.map((printed) => printed.filter((each) => !withheld.has(cellId(each))).map(asCell)),
  );
}

function isWithheld({ value }: Observation): boolean {
  return value === null;
}

function asCell({ dataflow, key, period, value, attributes }: Observation): CompiledCell {
  const cell: Cell = { dataflow, key, period };
  const factor = ratio(10n ** BigInt(attributes['UNIT_MULT'] ?? '0'));
  const printed = value === null ? null : multiply(rationalOf(value), factor);
  return { ...cell, value: printed, contributors: null, obsStatus: '', attributes: {} };
}
