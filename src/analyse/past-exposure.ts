// GSBPM 6.4, residual risk: protected cells that earlier releases give away, whatever this one withholds. They are found as
// what meets its lesser need (decisions 58 and 59) and not the whole need of its rule. This release brings nobody nearer to
// them; but nothing is left out of protection unless two people accept it as public already.

import type { AcceptedRisk } from './accepted-risk.ts';
import type { Attackers } from './audit-attackers.ts';
import type { Certificate } from './certificate.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';
import type { Pattern } from './suppress.ts';
import { verifyCertificate } from './verify-certificate.ts';

/** By the number of a cell that the past gives away: the printed figures that do it. */
export type PastExposure = ReadonlyMap<number, readonly number[]>;

/** The cells that a certificate proves as far as the past lets them be proven, and no further. */
export function pastExposure(
  problem: DisclosureProblem,
  pattern: Pattern,
  certificate: Certificate,
  attackers: Attackers,
): PastExposure {
  const cells = lessened(pattern);
  if (cells.size === 0) return new Map();
  const facts = pattern.problem;
  const wholeOf = (cell: number) => problem.sensitivities[cell]?.upper ?? facts.whole?.get(cell);
  const needs = facts.needs.map((need, cell) => (cells.has(cell) ? (wholeOf(cell) ?? need) : 0n));
  const { given: _, ...whole } = certificate;
  const witnesses = whole.witnesses.filter((witness) => witness.cells.some((cell) => cells.has(cell)));
  const unproven = verifyCertificate(
    { ...facts, needs, asksWhole: true },
    { ...whole, witnesses },
    attackers,
  );
  const exposed = unproven.filter((cell) => !pattern.pending.has(cell));
  return new Map(exposed.map((cell) => [cell, tellersOf(cell, pattern)] as const));
}

/** Those of them that two people accepted as public already, by number; unions too. */
export function acceptedPast(
  exposure: PastExposure,
  accepted: readonly AcceptedRisk[],
  { problem: { system } }: Pattern,
): ReadonlySet<number> {
  const names = new Set(accepted.flatMap(({ cell, ground }) => (ground === 'public' ? [cell] : [])));
  return new Set([...exposure.keys()].filter((cell) => names.has(system.ids[cell] ?? '')));
}

/** Cells and unions of which less was asked than their rule asks. */
function lessened({ problem: { needs, follows }, given }: Pattern): ReadonlySet<number> {
  const followed = [...(follows?.keys() ?? [])].filter((cell) => (needs[cell] ?? 0n) > 0n);
  return new Set([...followed, ...given.map(({ cell }) => cell)]);
}

/** The printed figures in the way: those that would have to be taken back, or the printed versions that it follows. */
function tellersOf(cell: number, { problem, blockers }: Pattern): readonly number[] {
  const inTheWay = blockers.get(cell) ?? [];
  if (inTheWay.length > 0) return inTheWay;
  const revisions = new Set(problem.follows?.get(cell) ?? []);
  const rows = problem.system.rows.filter(({ cells }) => cells.some((other) => revisions.has(other)));
  return [...new Set(rows.flatMap(({ cells }) => cells))].filter((other) => problem.frozen.has(other));
}
