// GSBPM 6.4, residual risk: cells that two people accepted as they are. Only what is irrevocably public, or what every
// contributor that the primary rules protect there has given leave for, can be accepted; here it is seen that this is so.
// Source: SDC handbook on waivers; nothing else is ever left out of protection.

import type { DisclosureParameters } from '../design/disclosure.ts';
import type { CellId } from '../design/equation.ts';
import { assessCell, type Sensitivity } from './primary.ts';
import type { Versions } from './vintage-versions.ts';

export const GROUNDS = ['public', 'waived'] as const;

/** A cell that two people accepted, and why it may be. */
export type AcceptedRisk = {
  /** As reports of protection name it: `DATAFLOW/KEY/PERIOD`, with a release or a revision behind `#`. */
  readonly cell: CellId;
  readonly ground: (typeof GROUNDS)[number];
  /** Whose leave in writing it is; none for what is public. */
  readonly holdings: readonly string[];
};

export type RiskFacts = {
  readonly versions: Versions;
  /** By number: what the primary rules say. */
  readonly sensitivities: readonly (Sensitivity | undefined)[];
  readonly parameters: DisclosureParameters;
  readonly waived: ReadonlySet<string>;
  /** Printed elsewhere already. */
  readonly published: ReadonlySet<CellId>;
};

/** The numbers of the sensitive cells whose acceptance holds, each with the ground; what does not hold changes nothing. */
export function acceptedNumbers(
  accepted: readonly AcceptedRisk[],
  facts: RiskFacts,
): ReadonlyMap<number, AcceptedRisk> {
  const { list } = facts.versions;
  const numberOf = new Map(list.map(({ id }, at) => [id, at]));
  return new Map(
    accepted.flatMap((risk) => {
      const at = numberOf.get(risk.cell);
      if (at === undefined || facts.sensitivities[at] === undefined) return [];
      return HOLDS[risk.ground](at, risk, facts) ? [[at, risk] as const] : [];
    }),
  );
}

type Holds = (at: number, risk: AcceptedRisk, facts: RiskFacts) => boolean;
const HOLDS: { readonly [G in AcceptedRisk['ground']]: Holds } = {
  public: (at, _, facts) => isPublic(at, facts),
  waived: (at, { holdings }, { versions, parameters, waived }) =>
    assessCell(versions.list[at]?.contributions ?? [], parameters, new Set([...waived, ...holdings])) ===
    undefined,
};

/** Printed by a release or elsewhere; a revision when both figures that it leads between are. */
function isPublic(at: number, facts: RiskFacts): boolean {
  const { versions, published } = facts;
  const version = versions.list[at];
  if (version?.kind === 'level') return version.isPrinted || published.has(version.id);
  const [, later = -1, earlier = -1] = versions.revisions.find(([number]) => number === at) ?? [];
  return later !== -1 && isPublic(later, facts) && isPublic(earlier, facts);
}
