// The checker on the printed figures of the domain, for tests.

import { join } from 'node:path';
import { structureOf } from '../../src/design/equations.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import type { Language } from '../../src/design/text.ts';
import { openSolver } from '../../src/engine/solver.ts';
import { type CheckReport, checkReport, segmentNames } from '../../src/evaluate/check-report.ts';
import type { CheckGrounds } from '../../src/evaluate/check-text.ts';
import { groundsFor, printedFacts } from '../../src/evaluate/claim-grounds.ts';

export const FOLDER = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');
export const domain = knownDomain(FOLDER);
export const structure = structureOf(domain);
export const facts = printedFacts(domain, structure);
export const names = segmentNames(domain.segments, structure);
const solver = await openSolver();
const kept = new Map<string, CheckGrounds>();

export function judged(text: string, language: Language, day = '2026-02-28'): CheckReport {
  const name = `${language} ${day}`;
  const grounds = kept.get(name) ?? { ...groundsFor(domain, structure, facts, language, day), solver };
  kept.set(name, grounds);
  return checkReport({ text, language, day }, grounds, domain, names);
}

/** Each number with what it was bound to and its verdict, as one line. */
export function lines(text: string, language: Language, day?: string): readonly string[] {
  return judged(text, language, day)
    .claims.filter(({ value }) => value !== null)
    .map(({ indicator, segment, period, value, unit, verdict }) =>
      [indicator, segment, period, value, unit, verdict].join(' '),
    );
}
