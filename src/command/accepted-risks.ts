// GSBPM 6.4, residual risk: a cell that is irrevocably public, or that its contributors gave leave for, is accepted as it is
// by two people. What they decided is recorded in the table of acts of two people and in the audit log. Whether the ground
// holds is seen again by every run (`analyse/accepted-risk.ts`).

import { type AcceptedRisk, GROUNDS } from '../analyse/accepted-risk.ts';
import { parseCellId } from '../design/equation.ts';
import { absence, refusal } from '../design/refusal.ts';
import { RISK_STATE_WORDS } from '../design/refusal-protecting.ts';
import type { Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import { hashOf } from '../engine/files.ts';
import type { Store } from '../engine/store.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { approveAct, proposeAct, type Seen, type Step } from '../office/two-person-act.ts';

const RISK_ACT = 'residual risk';
const END_ACT = 'residual risk ended';

/** What is proposed: the cell, the ground with where it can be seen, and why. */
export type RiskRequest = AcceptedRisk & {
  /** Where the figure is public, or the reference of the leave in writing. */
  readonly source: string;
  readonly reason: string;
};

export type RiskState = 'proposed' | 'accepted' | 'ended';
export type RiskStanding = RiskRequest & {
  readonly state: RiskState;
  /** The number of the proposal, which an approval names. */
  readonly proposal: number;
  readonly proposer: string;
  readonly proposedAt: string;
  readonly approver: string | null;
  readonly approvedAt: string | null;
};

/** Every cell that was ever proposed, as it stands now, in the order of cells. */
export function riskStandings(store: Store): readonly RiskStanding[] {
  const steps = store.all<Step>(
    'SELECT seq, subject, content, act, step, actor, at, reason FROM two_person_steps WHERE act IN (?, ?) ORDER BY subject, seq',
    ...[RISK_ACT, END_ACT],
  );
  return [...Map.groupBy(steps, ({ subject }) => subject).values()].flatMap(standingOf);
}

/** The cells that are accepted now. */
export function acceptedRisks(store: Store): readonly AcceptedRisk[] {
  return riskStandings(store)
    .filter(({ state }) => state === 'accepted')
    .map(({ cell, ground, holdings }) => ({ cell, ground, holdings }));
}

/** Proposes a cell; returns the number of the proposal. Refuses what is no cell, no ground, or no reason. */
export function proposeRisk(
  store: Store,
  request: RiskRequest,
  effects: Effects,
  tell: Telling = tellingTo(store),
): number {
  refuseUnfit(request);
  const [at, actor] = [effects.clock(), effects.actor()];
  const { cell } = request;
  return store.transaction(() => {
    tell({ at, actor, action: `${RISK_ACT} proposed`, subject: cell, detail: request });
    return proposeAct(store, {
      ...{ subject: cell, content: contentOf(request), act: RISK_ACT, actor, at },
      reason: JSON.stringify(request),
    });
  });
}

/** Approves what another person proposed for a cell. */
export function approveRisk(
  store: Store,
  { cell, seen }: { readonly cell: string; readonly seen: Seen },
  effects: Effects,
  tell: Telling = tellingTo(store),
): RiskStanding {
  const standing = standingFor(store, cell);
  refuseState(standing, ['proposed']);
  const [at, actor] = [effects.clock(), effects.actor()];
  store.transaction(() => {
    approveAct(store, { subject: cell, content: contentOf(standing), act: RISK_ACT, actor, at, seen });
    const { proposer, ground, source } = standing;
    tell({
      ...{ at, actor, action: `${RISK_ACT} approved`, subject: cell },
      detail: { proposer, ground, source },
    });
  });
  return standingFor(store, cell);
}

/** Takes an acceptance or a proposal back: one person may, since it only protects more. */
export function endRisk(
  store: Store,
  { cell, reason }: Pick<RiskRequest, 'cell' | 'reason'>,
  effects: Effects,
  tell: Telling = tellingTo(store),
): void {
  const standing = standingFor(store, cell);
  refuseState(standing, ['proposed', 'accepted']);
  if (reason.trim() === '') throw refusal('end_reason');
  const [at, actor] = [effects.clock(), effects.actor()];
  store.transaction(() => {
    proposeAct(store, { subject: cell, content: contentOf(standing), act: END_ACT, actor, at, reason });
    tell({ at, actor, action: END_ACT, subject: cell, detail: { reason } });
  });
}

function standingOf(steps: readonly Step[]): readonly RiskStanding[] {
  const proposal = steps.findLast(({ act, step }) => act === RISK_ACT && step === 'proposed');
  const last = steps.at(-1);
  if (proposal === undefined || last === undefined) return [];
  const approval = last.act === RISK_ACT && last.step === 'approved' ? last : null;
  return [
    {
      ...(JSON.parse(proposal.reason) as RiskRequest),
      state: last.act === END_ACT ? 'ended' : approval === null ? 'proposed' : 'accepted',
      ...{ proposal: proposal.seq, proposer: proposal.actor, proposedAt: proposal.at },
      ...{ approver: approval?.actor ?? null, approvedAt: approval?.at ?? null },
    },
  ];
}

function standingFor(store: Store, cell: string): RiskStanding {
  const standing = riskStandings(store).find((each) => each.cell === cell);
  if (standing !== undefined) return standing;
  throw absence('risk_unknown', { cell });
}

function refuseState({ cell, state }: RiskStanding, expected: readonly RiskState[]): void {
  if (expected.includes(state)) return;
  const or = (language: keyof Text) => expected.map((each) => RISK_STATE_WORDS[each][language]).join(' / ');
  const words = { ar: or('ar'), fr: or('fr'), en: or('en') };
  throw refusal('risk_state', { cell, state: RISK_STATE_WORDS[state], expected: words });
}

/** What exactly is decided. */
function contentOf({ cell, ground, holdings, source }: RiskRequest): string {
  return hashOf(JSON.stringify([cell, ground, holdings, source]));
}

function refuseUnfit({ cell, ground, holdings, source, reason }: RiskRequest): void {
  if (!isCell(cell)) throw refusal('risk_cell', { found: cell });
  if (!GROUNDS.includes(ground))
    throw refusal('risk_ground', { found: ground, expected: GROUNDS.join(', ') });
  if (ground === 'waived' && holdings.length === 0) throw refusal('risk_leave');
  if (ground === 'public' && holdings.length > 0) throw refusal('risk_public_holdings');
  if (source.trim() === '' || reason.trim() === '') throw refusal('risk_reason');
}

function isCell(cell: string): boolean {
  try {
    parseCellId(cell);
    return true;
  } catch {
    return false;
  }
}
