// A history of releases over a drawn cube: every release brings further months, declarations that came late, and figures that
// were corrected; each is protected with all the releases before it known. For the tests and the bench of disclosure control.

import type { AcceptedRisk } from '../../src/analyse/accepted-risk.ts';
import { compileCells } from '../../src/analyse/analyse.ts';
import type { Attackers } from '../../src/analyse/audit-attackers.ts';
import { type ContributionRow, tabulate } from '../../src/analyse/contributions.ts';
import { indexContributions } from '../../src/analyse/contributors.ts';
import { type Protection, type ProtectionInput, protect } from '../../src/analyse/protect.ts';
import type { Vintage } from '../../src/analyse/vintage-versions.ts';
import type { DisclosureParameters } from '../../src/design/disclosure.ts';
import { structureOf } from '../../src/design/equations.ts';
import { type CubeSize, domainOf, drawRows, randomFrom } from './disclosure-cube.ts';

export type HistorySpec = {
  readonly size: CubeSize;
  /** The last period of each release, in order. */
  readonly releases: readonly string[];
  /** The last month of each release. */
  readonly months: readonly string[];
  /** How many contributions come a release late, and how many are corrected a release later. */
  readonly late: number;
  readonly corrected: number;
  readonly parameters: DisclosureParameters;
  readonly attackers: Attackers;
  /** How contributions arrive; late and corrected as said above when it is not given. */
  readonly arrivals?: readonly Arrival[];
};

/** What is known of one contribution when a release is made. */
export type Arrival = (release: number) => readonly ContributionRow[];

export type HistoryStep = {
  readonly release: string;
  /** As it is protected while nobody accepted anything. */
  readonly alone: Protection;
  /** With what the past gives away accepted by two people, as public already. */
  readonly made: Protection;
  readonly vintage: Vintage;
};

/** Protects release after release; each step is handed on as it is made. */
export async function* protectHistory(spec: HistorySpec): AsyncGenerator<HistoryStep> {
  const domain = domainOf(spec.size);
  const structure = structureOf(domain);
  const drawn = spec.arrivals ?? arrivals(spec);
  const earlier: Vintage[] = [];
  for (const [at, period] of spec.releases.entries()) {
    const rows = drawn.flatMap((each) => each(at));
    const index = indexContributions(tabulate('EXPORTS', '2025', rows), structure);
    const { cells } = compileCells([index], { domain, releasePeriod: period });
    const input: ProtectionInput = {
      ...{ cells, indexes: [index], structure, earlier: [...earlier], waived: new Set<string>() },
      ...{ parameters: spec.parameters, indicators: domain.indicators, attackers: spec.attackers },
    };
    const alone = await protect(input);
    const made =
      alone.report.given.length === 0 ? alone : await protect({ ...input, accepted: publicRisks(alone) });
    const printed = made.rows.filter((row) => row[4] !== 'Q').map((row) => `${row[0]}/${row[1]}/${row[2]}`);
    const release = `${period}/${at + 1}`;
    const vintage = { release, cells, indexes: [index], printed: new Set(printed) };
    earlier.push(vintage);
    yield { release, alone, made, vintage };
  }
}

function publicRisks({ report }: Protection): readonly AcceptedRisk[] {
  return report.given.map((cell) => ({ cell, ground: 'public', holdings: [] }));
}

/** What is known of each contribution when a release is made: none before its month is in or it has come. */
function arrivals({ size, months, late, corrected }: HistorySpec): readonly Arrival[] {
  const random = randomFrom(size.seed + 1);
  return drawRows(size).map((row) => {
    const due = months.findIndex((month) => row.month <= month);
    const comes = random() < late ? due + 1 : due;
    const first = random() < corrected ? (row.value * 3n) / 4n : row.value;
    return (release: number): readonly ContributionRow[] => {
      if (due === -1 || release < comes) return [];
      return [{ ...row, value: release === comes ? first : row.value }];
    };
  });
}

/** Histories of which anything may be expected: late, corrected up and down, withdrawn, told in another segment or country. */
export function anyArrivals({ size, months }: HistorySpec, seed: number, rate: number): readonly Arrival[] {
  const random = randomFrom(seed);
  return drawRows(size).map((row) => {
    const due = months.findIndex((month) => row.month <= month);
    const [kind, changes, by] = [random(), due + 1 + Math.floor(random() * 3), Math.round(200 * random())];
    const change = CHANGES[Math.floor(kind / rate)] ?? ((same) => [same]);
    return (release) => {
      if (due === -1 || release < due) return [];
      return release < changes ? (change === late ? [] : [row]) : change(row, by);
    };
  });
}

type Change = (row: ContributionRow, percent: number) => readonly ContributionRow[];
const late: Change = (row) => [row];
const CHANGES: readonly Change[] = [
  late,
  (row, percent) => [{ ...row, value: (row.value * BigInt(percent)) / 100n }],
  () => [],
  (row) => [{ ...row, segment: row.segment === 'KPO' ? 'ITO' : 'KPO' }],
  (row) => [{ ...row, partner: row.partner === 'P00' ? 'P01' : 'P00' }],
];
