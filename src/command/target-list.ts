// The targets of a domain against what a release prints: nothing but printed figures goes in, so that nothing else comes
// out.

import type { Domain } from '../design/domain.ts';
import { parseKey, WORLD } from '../design/key.ts';
import type { Observation } from '../design/observation.ts';
import type { TargetAssessment } from '../design/target-assessment.ts';
import { assessTarget, type ReleasedYear } from '../evaluate/targets.ts';

/** Every target of the domain, assessed by the printed observations of a release. */
export function assessTargets(
  { targets, bridges, published, publisher }: Pick<Domain, 'targets' | 'bridges' | 'published' | 'publisher'>,
  observations: readonly Observation[],
): readonly TargetAssessment[] {
  const grounds = {
    published,
    bridges,
    publisher: publisher.en,
    released: observations.flatMap(releasedYear),
  };
  return targets.map((target) => assessTarget(target, grounds));
}

function releasedYear({ dataflow, key, period, value, attributes }: Observation): readonly ReleasedYear[] {
  const parts = dataflow === 'EXPORTS' ? parseKey(key) : undefined;
  if (parts === undefined || value === null || parts.FREQ !== 'A') return [];
  if (parts.COUNTERPART_AREA !== WORLD || parts.SEGMENT !== '_T') return [];
  const unitMult = Number(attributes['UNIT_MULT'] ?? '0');
  return [{ indicator: parts.INDICATOR, scope: parts.SCOPE, period, value, unitMult }];
}
