// What `marsad protect` tells people: what was suppressed and by which rule, what protects what, cost beside its bound, what
// came and went since the release before, and what stays at risk. For the office: which rule hit never leaves it.

import type { AcceptedRisk } from '../analyse/accepted-risk.ts';
import type { FlickerCause } from '../analyse/flicker.ts';
import type { ProtectionReport } from '../analyse/protect.ts';
import type { Suppressed } from '../analyse/suppressed.ts';

/** The report in lines; `suppressed` is what the run recorded of why. */
export function reportLines(report: ProtectionReport, suppressed: readonly Suppressed[]): readonly string[] {
  const { cells, primary, secondary, at_risk, audited, attackers } = report;
  const whom = attackers === 'all' ? 'the public and every holding' : 'the public';
  return [
    `${cells} cells: ${primary} suppressed by the primary rules, ${secondary} to protect them`,
    ...ruleLines(suppressed),
    `${audited} protected cells audited against ${whom}, ${at_risk} at risk`,
    costLine(report),
    ...changeLines(report),
    ...(at_risk > 0 ? ['Nothing was written: a release needs a pattern with no cell at risk.'] : []),
    ...report.unprotected
      .slice(0, 20)
      .map(({ cell, because }) => `  ${cell} is given away ${through(because)}`),
    ...givenLines(report),
    ...concessionLines(report),
  ];
}

/** Every suppressed cell with its rules and what is blank with it, as columns. */
export function suppressedLines(suppressed: readonly Suppressed[]): readonly string[] {
  const rows = suppressed.map(({ dataflow, key, period, rules, with: others }) => [
    `${dataflow}/${key}/${period}`,
    rules.length === 0 ? 'protects others' : rules.join(' '),
    others.length === 0
      ? ''
      : `with ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`,
  ]);
  const width = (at: number) => rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0);
  const [first, second] = [width(0), width(1)];
  return rows.map(([cell = '', why = '', others = '']) =>
    `${cell.padEnd(first)}  ${why.padEnd(second)}  ${others}`.trimEnd(),
  );
}

/** How many cells each rule is against: a cell may be hit by several. */
function ruleLines(suppressed: readonly Suppressed[]): readonly string[] {
  if (suppressed.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { rules } of suppressed)
    for (const rule of rules.length === 0 ? ['protects others'] : rules)
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, count]) => `  ${rule.padEnd(16)} ${count}`);
}

function costLine({ cost, gap, bound, at_risk }: ProtectionReport): string {
  const status =
    at_risk > 0 ? 'no safe pattern found' : gap === 0 ? 'optimal' : 'safe, not proven to be the cheapest';
  return `cost to readers ${cost}, at least ${bound} by the bound; ${(100 * gap).toFixed(1)} % of it is not proven to be needed: ${status}`;
}

const CAUSE_WORDS: { readonly [C in FlickerCause]: string } = {
  rule: 'the primary rules are against it now',
  revision: 'it was revised',
  member: 'a figure it is made of came or went',
  accepted: 'two people accepted it',
  chosen: 'another code stands for it, by choice',
  none: 'WITHOUT CAUSE',
};

function changeLines({ changed }: ProtectionReport): readonly string[] {
  if (changed.cells === 0) return [];
  const causes = Object.entries(changed.by) as readonly (readonly [FlickerCause, number])[];
  return [
    `${changed.cells} cells came or went since the release before`,
    ...causes.map(([cause, count]) => `  ${String(count).padStart(6)}  ${CAUSE_WORDS[cause]}`),
    ...changed.withoutCause.slice(0, 20).map((cell) => `  WITHOUT CAUSE: ${cell}`),
  ];
}

function through(because: readonly string[]): string {
  return because.length === 0 ? 'whatever is blanked' : `through ${because.join(', ')}`;
}

/** What no pattern can protect any more, since earlier releases told it. */
function givenLines({ given }: ProtectionReport): readonly string[] {
  if (given.length === 0) return [];
  return [
    `${given.length} of them are given away by what earlier releases printed, whatever this one withholds: they stay blank, this release brings nobody nearer, and each takes the acceptance of two people, as public already: \`marsad risks WS propose CELL --ground public\``,
    ...given.slice(0, 20).map((cell) => `  ${cell}`),
  ];
}

/** What two people accepted, and without which printed figures a safe pattern would exist. */
function concessionLines({ accepted, relax, relax_is_least: isLeast }: ProtectionReport): readonly string[] {
  const taken = accepted.map(
    ({ cell, ground }) => `accepted by two people, ${GROUND_WORDS[ground]}: ${cell}`,
  );
  if (relax === null) return [...taken, NO_RELAXATION];
  if (relax.length === 0) return taken;
  return [
    ...taken,
    `${relax.length} printed figures are ${isLeast ? 'the smallest' : 'a'} set without which a safe pattern exists${isLeast ? ':' : ', of which some may not be needed:'}`,
    ...relax.map((cell) => `  ${cell}`),
    '`marsad protect WS --compare` shows what merging of codes or coarser figures would do; a figure that is public for good, or with leave of its contributors, can be accepted by two people: `marsad risks WS propose CELL`.',
  ];
}

const GROUND_WORDS: { readonly [G in AcceptedRisk['ground']]: string } = {
  public: 'public already',
  waived: 'with leave of its contributors',
};

const NO_RELAXATION =
  'No set of printed figures was found without which a safe pattern exists: hold the revision back, or merge codes.';
