// GSBPM 6.4: a history of 24 months, released quarter by quarter with late and corrected declarations, protected against the
// public and every holding with all releases before known. `npm run bench:disclosure-history`, `-- --public` for the public.

import { type HistorySpec, protectHistory } from '../test/analyse/disclosure-history.ts';
import { PARAMETERS } from '../test/analyse/disclosure-parameters.ts';

const SPEC: HistorySpec = {
  size: {
    ...{ partners: 5, holdings: { ITO: 16, CRM: 12, ESO: 10, BPO: 8, KPO: 4 }, seed: 1 },
    months: ['2023-01', '2024-12'],
  },
  releases: ['2023-Q1', '2023-S1', '2023-Q3', '2023', '2024-Q1', '2024-S1', '2024-Q3', '2024'],
  months: ['2023-03', '2023-06', '2023-09', '2023-12', '2024-03', '2024-06', '2024-09', '2024-12'],
  ...{ late: 0.02, corrected: 0.01 },
  attackers: process.argv.includes('--public') ? 'public' : 'all',
  parameters: PARAMETERS,
};

let last = process.cpuUsage();
console.log(`attackers: ${SPEC.attackers}; p 10 %, at least 3 holdings`);
console.log(
  'release     cells  audited  primary  secondary  at risk  by the past  once accepted  changed  without cause  processor s',
);
for await (const { release, alone, made } of protectHistory(SPEC)) {
  const { cells, audited, primary, secondary, at_risk, changed } = made.report;
  const { at_risk: exposed, given } = alone.report;
  const spent = process.cpuUsage(last);
  last = process.cpuUsage();
  const seconds = ((spent.user + spent.system) / 1e6).toFixed(1);
  const risks = [exposed, given.length, at_risk];
  const counts = [cells, audited, primary, secondary, ...risks, changed.cells, changed.withoutCause.length];
  const widths = [5, 7, 7, 9, 7, 11, 13, 7, 13];
  const shown = counts.map((count, at) => String(count).padStart(widths[at] ?? 0)).join('  ');
  console.log(`${release.padEnd(10)}  ${shown}  ${seconds.padStart(11)}`);
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
