// How many enterprises a line of the survey stands for: an error in it moves a published figure by so many times itself.

import type { GrossedCell } from '../analyse/grossing.ts';
import { type Domain, inForce } from '../design/domain.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { stratumOf } from '../design/stratum.ts';
import type { StandsFor } from '../process/score.ts';

/** By what a run grossed up; what no stratum asks as a sample stands for itself alone. */
export function sampleWeights(
  { register, strata = [] }: Pick<Domain, 'register' | 'strata'>,
  cells: readonly Pick<GrossedCell, 'stratum' | 'segment' | 'month' | 'answered' | 'unknown'>[],
): StandsFor {
  const grossed = new Map(cells.map((cell) => [`${cell.stratum} ${cell.segment} ${cell.month}`, cell]));
  const entries = Map.groupBy(register, ({ enterprise }) => enterprise);
  return ({ kind, enterprise, segment, month }) => {
    if (kind !== 'enterprise' || enterprise === null) return ALONE;
    const day = `${month}-01`;
    const stratum = (entries.get(enterprise) ?? [])
      .filter((entry) => inForce(entry, day) && entry.respondent)
      .map((entry) => stratumOf(strata, entry, day)?.code)
      .find((code) => code !== undefined);
    if (stratum === undefined) return ALONE;
    const cell = [stratum, TOTAL_SEGMENT]
      .map((code) => grossed.get(`${code} ${segment} ${month}`))
      .find((each) => each !== undefined);
    return cell === undefined ? ALONE : { units: cell.answered + cell.unknown, answered: cell.answered };
  };
}

const ALONE = { units: 1, answered: 1 };
