// The checker of texts on the printed figures of the domain, for the benches.

import { join } from 'node:path';
import { structureOf } from '../src/design/equations.ts';
import { knownDomain } from '../src/design/known-definitions.ts';
import type { Language } from '../src/design/text.ts';
import { openSolver } from '../src/engine/solver.ts';
import { type CheckReport, checkReport, segmentNames } from '../src/evaluate/check-report.ts';
import type { CheckGrounds } from '../src/evaluate/check-text.ts';
import { groundsFor, printedFacts } from '../src/evaluate/claim-grounds.ts';

export const DOMAIN_FOLDER = join(import.meta.dirname, '..', 'domains', 'ma-digital');
const domain = knownDomain(DOMAIN_FOLDER);
export const structure = structureOf(domain);
export const facts = printedFacts(domain, structure);
export const names = segmentNames(domain.segments, structure);
const solver = await openSolver();

const kept = new Map<string, CheckGrounds>();

/** The report on a text of a day. */
export function judge(text: string, language: Language, day: string): CheckReport {
  const name = `${language} ${day}`;
  const grounds = kept.get(name) ?? { ...groundsFor(domain, structure, facts, language, day), solver };
  kept.set(name, grounds);
  return checkReport({ text, language, day }, grounds, domain, names);
}
