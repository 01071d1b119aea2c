// `marsad edits WS adjust | approve | retract`: experts' adjustments of base cells, made by one person, approved by another.

import { type Adjustment, standingAdjustments } from '../analyse/adjustment.ts';
import { type Domain, inForce } from '../design/domain.ts';
import { EXPECTATIONS, NOTHING, PLACES } from '../design/fault-words.ts';
import { parseKey } from '../design/key.ts';
import { parsePeriod } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { absence, refusal } from '../design/refusal.ts';
import { saidOf } from '../design/saying.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import type { SaidFault } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { type Grounds, groundFaults, refuseFaults } from '../process/decision.ts';
import { domainNow } from './register.ts';
import { latestRun } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type AdjustmentRow = Adjustment & {
  readonly reason: string;
  readonly cause: string;
  readonly at: string;
};
export type AdjustmentRequest = {
  /** `M.MA.FR.ITO.EXPORTS.MAD.2025/2025-06`: a month, a country and a segment. */
  readonly cell: string;
  /** Dirhams with sign, two decimals at most. */
  readonly amount: string;
  /** By default the main item of the segment. */
  readonly ebops: string | undefined;
  /** Nine digits; by default the largest contributor of the cell. */
  readonly enterprise: string | undefined;
  /** The declaration that it takes the place of, when one is missing. */
  readonly source: string | undefined;
};

/** Records an adjustment, which waits for approval; returns its number. `told` hears of it within the transaction. */
export async function adjustCell(
  workspace: Workspace,
  engine: Engine,
  request: AdjustmentRequest,
  grounds: Grounds,
  told: (seq: number) => void = () => {},
): Promise<number> {
  const cell = baseCellOf(request.cell, workspace);
  const faults = [...groundFaults(grounds), ...requestFaults(request, cell, domainNow(workspace))];
  refuseFaults('adjustment_faults', faults);
  const { month, segment, partner } = cell;
  const ebops = request.ebops ?? mainItem(workspace, segment, month);
  const enterprise = request.enterprise ?? (await largestOf(workspace, engine, cell));
  const amount = formatScaled(parseScaled(request.amount, 2) ?? 0n, 2);
  const source = sourceOf(request);
  const row = { month, segment, ebops, partner, enterprise, amount, source, reverses: null };
  return workspace.store.transaction(() => {
    const seq = insert(workspace, row, grounds);
    told(seq);
    return seq;
  });
}

/** Approves an adjustment or a retraction; refuses its own author and a second approval. */
export function approveAdjustment({ store }: Workspace, seq: number, approver: string, at: string): void {
  if (approver.trim() === '') throw refusal('adjustment_approver');
  store.transaction(() => {
    const row = store.get<{ author: string; approver: string | null }>(`${ADJUSTMENTS} WHERE a.seq = ?`, seq);
    if (row === undefined) throw absence('no_adjustment', { seq });
    if (row.approver !== null) throw refusal('adjustment_approved', { seq, approver: row.approver });
    if (row.author === approver.trim()) throw refusal('own_adjustment', { seq, approver });
    store.run('INSERT INTO adjustment_approvals VALUES (?, ?, ?)', seq, approver.trim(), at);
  });
}

/** Records that an adjustment is taken back, which another person must approve as well; returns its number. */
export function retractAdjustment(workspace: Workspace, seq: number, grounds: Grounds): number {
  refuseFaults('retraction_faults', groundFaults(grounds));
  const all = adjustmentsOf(workspace);
  const row = all.find((each) => each.seq === seq);
  if (row === undefined) throw absence('no_adjustment', { seq });
  if (row.reverses !== null) throw refusal('adjustment_retraction', { seq });
  if (all.some(({ reverses }) => reverses === seq)) throw refusal('adjustment_retracted', { seq });
  return insert(workspace, { ...row, reverses: seq }, grounds);
}

/** Every adjustment with its approval, in order. */
export function adjustmentsOf({ store }: Workspace): readonly AdjustmentRow[] {
  return store.all<AdjustmentRow>(`${ADJUSTMENTS} ORDER BY a.seq`);
}

/** Those that a run with this cut counts. */
export function adjustmentsAt(workspace: Workspace, at: string): readonly Adjustment[] {
  return standingAdjustments(adjustmentsOf(workspace), at);
}

const ADJUSTMENTS = `SELECT a.*, p.approver AS approver, p.at AS approved_at FROM adjustments AS a
  LEFT JOIN adjustment_approvals AS p ON p.adjustment = a.seq`;

type BaseCell = { readonly month: string; readonly segment: string; readonly partner: string };

/** The month, segment and country of a cell; refuses every cell that is a sum of others. */
function baseCellOf(text: string, { domain }: Workspace): BaseCell {
  const [name = '', period = ''] = text.split('/');
  const key = parseKey(name);
  const base =
    key?.INDICATOR === 'EXPORTS' &&
    key.SCOPE === domain.scope &&
    parsePeriod(period)?.freq === 'M' &&
    domain.segments.some(({ code }) => code === key.SEGMENT) &&
    domain.countries.some(({ code }) => code === key.COUNTERPART_AREA);
  if (key !== undefined && base)
    return { month: period, segment: key.SEGMENT, partner: key.COUNTERPART_AREA };
  throw refusal('adjustment_cell', {}, [
    {
      where: PLACES.cell,
      found: text === '' ? NOTHING : text,
      expected: saidOf(EXPECTATIONS.base_cell, {
        example: `M.${domain.refArea}.FR.ITO.EXPORTS.${domain.currency}.${domain.scope}/2025-06`,
      }),
    },
  ]);
}

function requestFaults(
  { amount, enterprise, ebops, source }: AdjustmentRequest,
  { month }: BaseCell,
  domain: Domain,
): readonly SaidFault[] {
  const faults: SaidFault[] = [];
  const centimes = parseScaled(amount, 2);
  if (centimes === undefined || centimes === 0n)
    faults.push({
      where: PLACES.amount,
      found: amount === '' ? NOTHING : amount,
      expected: EXPECTATIONS.amount,
    });
  const known = domain.register.some(
    (entry) => entry.enterprise === enterprise && inForce(entry, `${month}-28`),
  );
  if (enterprise !== undefined && !known)
    faults.push({
      where: PLACES.enterprise,
      found: enterprise,
      expected: saidOf(EXPECTATIONS.registered, { day: month }),
    });
  if (ebops !== undefined && !domain.ebops.some(({ code }) => code === ebops))
    faults.push({ where: PLACES.ebops, found: ebops, expected: EXPECTATIONS.item });
  if (source !== undefined && source !== 'bank' && source !== 'enterprise')
    faults.push({ where: PLACES.source, found: source, expected: EXPECTATIONS.source });
  return faults;
}

function sourceOf({ source }: AdjustmentRequest): Adjustment['source'] {
  return source === 'bank' || source === 'enterprise' ? source : null;
}

function mainItem({ domain }: Workspace, segment: string, month: string): string {
  const found = domain.segmentEbops.find(
    (row) => row.segment === segment && row.role === 'main' && inForce(row, `${month}-28`),
  );
  if (found === undefined) throw refusal('no_main_item', { segment, month });
  return found.ebops;
}

/** Whoever contributes most to the cell: an adjustment of no one in particular makes no new contributor. */
async function largestOf(
  workspace: Workspace,
  engine: Engine,
  { month, segment, partner }: BaseCell,
): Promise<string> {
  const run = latestRun(workspace, 'processed');
  const paths = workspace.layout.runFile(run.id, `lines-${month}.parquet`);
  const none = refusal('nobody_contributes', { segment, partner, month });
  if (!exists(paths)) throw none;
  const [row] = await engine.rows<{ enterprise: string }>(sql`
    SELECT enterprise FROM ${readParquet(paths)}
    WHERE state = 'accepted' AND segment = ${segment} AND partner = ${partner} AND enterprise IS NOT NULL
    GROUP BY enterprise ORDER BY sum(mad) DESC, enterprise LIMIT 1`);
  if (row === undefined) throw none;
  return row.enterprise;
}

type Inserted = Omit<Adjustment, 'seq' | 'author' | 'approver' | 'approved_at'>;

function insert({ store }: Workspace, row: Inserted, { author, reason, cause, at }: Grounds): number {
  return store.run(
    `INSERT INTO adjustments (month, segment, ebops, partner, enterprise, source, amount, reason, cause, author, at, reverses)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.month,
    ...[row.segment, row.ebops, row.partner, row.enterprise, row.source, row.amount],
    ...[reason.trim(), cause, author.trim(), at, row.reverses],
  );
}
