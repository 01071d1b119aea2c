// `marsad edits WS adjust | approve | retract`: experts' adjustments of base cells, made by one person, approved by another.

import { type Adjustment, standingAdjustments } from '../analyse/adjustment.ts';
import { type Domain, inForce } from '../design/domain.ts';
import { parseKey } from '../design/key.ts';
import { parsePeriod } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { type Fault, NotFound, Refused } from '../engine/errors.ts';
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
  refuseFaults('the adjustment has faults', faults);
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
  if (approver.trim() === '') throw new Refused('--author: found nothing, expected who approves');
  store.transaction(() => {
    const row = store.get<{ author: string; approver: string | null }>(`${ADJUSTMENTS} WHERE a.seq = ?`, seq);
    if (row === undefined) throw new NotFound(`there is no adjustment ${seq}`);
    if (row.approver !== null) throw new Refused(`adjustment ${seq} was approved by ${row.approver} already`);
    if (row.author === approver.trim())
      throw new Refused(`${approver} made adjustment ${seq}: another person must approve it`);
    store.run('INSERT INTO adjustment_approvals VALUES (?, ?, ?)', seq, approver.trim(), at);
  });
}

/** Records that an adjustment is taken back, which another person must approve as well; returns its number. */
export function retractAdjustment(workspace: Workspace, seq: number, grounds: Grounds): number {
  refuseFaults('the retraction has faults', groundFaults(grounds));
  const all = adjustmentsOf(workspace);
  const row = all.find((each) => each.seq === seq);
  if (row === undefined) throw new NotFound(`there is no adjustment ${seq}`);
  if (row.reverses !== null) throw new Refused(`${seq} is itself a retraction: make a new adjustment`);
  if (all.some(({ reverses }) => reverses === seq))
    throw new Refused(`adjustment ${seq} was retracted already`);
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
  throw new Refused('an adjustment is made where figures begin, and every sum follows', [
    {
      where: 'cell',
      found: text,
      expected: `EXPORTS of a month, a country and a segment, such as M.${domain.refArea}.FR.ITO.EXPORTS.${domain.currency}.${domain.scope}/2025-06`,
    },
  ]);
}

function requestFaults(
  { amount, enterprise, ebops, source }: AdjustmentRequest,
  { month }: BaseCell,
  domain: Domain,
): readonly Fault[] {
  const faults: Fault[] = [];
  const centimes = parseScaled(amount, 2);
  if (centimes === undefined || centimes === 0n)
    faults.push({
      where: '--amount',
      found: amount,
      expected: 'dirhams other than zero, two decimals at most',
    });
  const known = domain.register.some(
    (entry) => entry.enterprise === enterprise && inForce(entry, `${month}-28`),
  );
  if (enterprise !== undefined && !known)
    faults.push({
      where: '--enterprise',
      found: enterprise,
      expected: `nine digits of the register in ${month}`,
    });
  if (ebops !== undefined && !domain.ebops.some(({ code }) => code === ebops))
    faults.push({ where: '--ebops', found: ebops, expected: 'an EBOPS item of the domain' });
  if (source !== undefined && source !== 'bank' && source !== 'enterprise')
    faults.push({ where: '--source', found: source, expected: 'bank or enterprise' });
  return faults;
}

function sourceOf({ source }: AdjustmentRequest): Adjustment['source'] {
  return source === 'bank' || source === 'enterprise' ? source : null;
}

function mainItem({ domain }: Workspace, segment: string, month: string): string {
  const found = domain.segmentEbops.find(
    (row) => row.segment === segment && row.role === 'main' && inForce(row, `${month}-28`),
  );
  if (found === undefined)
    throw new Refused(`${segment} has no main EBOPS item in ${month}: name one with --ebops`);
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
  const none = new Refused(
    `nobody contributes to ${segment} × ${partner} in ${month}: name whom it stands for with --enterprise`,
  );
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
