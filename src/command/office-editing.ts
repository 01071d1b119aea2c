// Reviewing and editing for the pages of staff: the functions that `marsad edits` calls.

import { FIELDS } from '../design/declaration.ts';
import type { EditRow } from '../design/edit.ts';
import { refusal } from '../design/refusal.ts';
import type { Store } from '../engine/store.ts';
import type {
  AdjustmentRow,
  Editing,
  Ground,
  LineView,
  QueueAsked,
  QueueView,
  Recording,
  ResidualView,
  Trial,
} from '../office/workbench/desk-editing.ts';
import { type Grounds, placeOf } from '../process/decision.ts';
import { adjustCell, adjustmentsOf, approveAdjustment, retractAdjustment } from './adjust.ts';
import { askDeclarant } from './ask.ts';
import { decideLine, type RecordedEdit, reverseEdit, type Told } from './edit-decide.ts';
import { collectedLine, linePlace } from './edit-line.ts';
import { type ListedQueue, listQueue } from './edit-list.ts';
import { recodesOf } from './edit-recodes.ts';
import { residualsOf } from './edit-residuals.ts';
import { showLine } from './edit-show.ts';
import { releasePeriods, reviewedPeriod } from './office-collecting.ts';
import { type Bench, newestRun, ruleMessages } from './office-workbench.ts';
import { rowsHash } from './workspace-snapshot.ts';

const PAGE = 100;

/** The part of the desk that is about editing. */
export function editingOf(bench: Bench): Editing {
  const { workspace, engine } = bench;
  const grounds = groundsAt(bench);
  const queues = keptQueues(bench);
  return {
    queue: (asked) => queueView(bench, asked, queues),
    line: (line, trial) => lineView(bench, line, trial),
    decide: async (line, decision, ground, record, seen) => {
      const told: Told = (events) => {
        refuseUnseen(workspace.store, events, seen);
        record(changeOf(workspace.store, events));
      };
      const events = await decideLine(workspace, engine, linePlace(line), decision, grounds(ground), told);
      return events.map(asRow);
    },
    reverse: (seq, ground, record) =>
      asRow(
        reverseEdit(workspace, seq, grounds(ground), (events) => record(changeOf(workspace.store, events))),
      ),
    ask: async (line, field, ground, record) => {
      const found = await collectedLine(workspace, engine, linePlace(line));
      return workspace.store.transaction(() => {
        const asked = askDeclarant(workspace, found, field, grounds(ground));
        record({ subject: `line ${line}`, after: { question: asked.question, field } });
        return asked;
      });
    },
    edits: (page) => ({
      rows: workspace.store.all<EditRow>(
        'SELECT * FROM edits ORDER BY seq DESC LIMIT ? OFFSET ?',
        PAGE,
        (page - 1) * PAGE,
      ),
      total: workspace.store.get<{ total: number }>('SELECT count(*) AS total FROM edits')?.total ?? 0,
    }),
    recodes: async () =>
      newestRun(bench, 'processed') === null
        ? { run: null, recodes: [], senders: [] }
        : recodesOf(workspace, engine),
    residuals: (period, page) => residualView(bench, period, page),
    ...adjustingOf(bench),
  };
}

type Adjusting = 'exampleCell' | 'adjustments' | 'adjust' | 'approveAdjustment' | 'retractAdjustment';

function adjustingOf(bench: Bench): Pick<Editing, Adjusting> {
  const { workspace, engine, effects } = bench;
  const { store } = workspace;
  const grounds = groundsAt(bench);
  return {
    exampleCell: () => {
      const { refArea, segments, currency, scope } = workspace.domain;
      const month = effects.clock().slice(0, 7);
      return `M.${refArea}.FR.${segments[0]?.code ?? ''}.EXPORTS.${currency}.${scope}/${month}`;
    },
    adjustments: () => adjustmentsOf(workspace) as readonly AdjustmentRow[],
    adjust: (asked, ground, record) =>
      adjustCell(workspace, engine, asked, grounds(ground), (seq) =>
        record({ subject: `adjustment ${seq}`, before: null, after: { ...asked, ...ground } }),
      ),
    approveAdjustment: (seq, approver, record) =>
      store.transaction(() => {
        approveAdjustment(workspace, seq, approver, effects.clock());
        record({ subject: `adjustment ${seq}`, before: { approver: null }, after: { approver } });
      }),
    retractAdjustment: (seq, ground, record) =>
      store.transaction(() => {
        const made = retractAdjustment(workspace, seq, grounds(ground));
        record({ subject: `adjustment ${made}`, before: null, after: { reverses: seq, ...ground } });
        return made;
      }),
  };
}

/** Undoes a decision that was made without having seen what another decided over the line meanwhile. */
function refuseUnseen(store: Store, [first]: readonly RecordedEdit[], seen: number | null): void {
  if (first === undefined || seen === null) return;
  const other = store.get<{ seq: number; author: string }>(
    'SELECT seq, author FROM edits WHERE submission = ? AND ordinal = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT 1',
    ...[first.submission, first.ordinal, seen, first.edit],
  );
  if (other !== undefined) throw refusal('decided_meanwhile', { ...other, line: placeOf(first) });
}

/**
 * What a decision changed, as the log tells it: which edits, bound by the hash of their rows. Values and reasons stand in
 * those rows alone, where an erasure reaches them.
 */
function changeOf(store: Store, events: readonly RecordedEdit[]): Parameters<Recording>[0] {
  const [first] = events;
  const numbers = events.map(({ edit }) => edit);
  const [from, to] = [Math.min(...numbers) - 1, Math.max(...numbers)];
  return {
    subject: first === undefined ? 'no line' : `line ${placeOf(first)}`,
    before: { edits: from },
    after: {
      ...{ edits: to, 'edits added': rowsHash(store, 'edits', from, to) },
      fields: events.map(({ field }) => field),
    },
  };
}

function groundsAt({ effects }: Bench): (ground: Ground) => Grounds {
  return (ground) => ({ ...ground, at: effects.clock() });
}

function asRow({ edit, ...event }: RecordedEdit): EditRow {
  return { seq: edit, ...event };
}

type Queues = (period: string, threshold: number, run: number) => Promise<ListedQueue>;

/** The last queue is kept until a decision, another run or another question makes it old. */
function keptQueues({ workspace, engine }: Bench): Queues {
  let known: { readonly name: string; readonly queue: Promise<ListedQueue> } | undefined;
  return (period, threshold, run) => {
    const edits =
      workspace.store.get<{ last: number | null }>('SELECT max(seq) AS last FROM edits')?.last ?? 0;
    const name = JSON.stringify([period, threshold, run, edits]);
    if (known?.name !== name) known = { name, queue: listQueue(workspace, engine, { period, threshold }) };
    return known.queue;
  };
}

async function queueView(
  bench: Bench,
  { period: given, threshold, page }: QueueAsked,
  queues: Queues,
): Promise<QueueView> {
  const period = reviewedPeriod(bench, given);
  const run = newestRun(bench, 'processed');
  const common = { period, periods: releasePeriods(bench.workspace.domain), threshold, page, size: PAGE };
  if (run === null)
    return {
      ...common,
      run: null,
      lines: [],
      total: 0,
      rest: 0,
      expected: { before: '0', after: '0' },
      waiting: 0,
    };
  const { review, rest, expected_error } = await queues(period, threshold, run.id);
  return {
    ...common,
    run: run.id,
    lines: review.slice((page - 1) * PAGE, page * PAGE),
    total: review.length,
    rest,
    expected: expected_error,
    waiting:
      bench.workspace.store.get<{ waiting: number }>(
        'SELECT count(*) AS waiting FROM edits WHERE seq > ?',
        run.cutEdit,
      )?.waiting ?? 0,
  };
}

async function residualView(bench: Bench, given: string | null, page: number): Promise<ResidualView> {
  const period = reviewedPeriod(bench, given);
  const common = { period, periods: releasePeriods(bench.workspace.domain), page, size: PAGE };
  if (newestRun(bench, 'processed') === null)
    return { ...common, run: null, residuals: [], total: 0, open: 0 };
  const { run, residuals } = await residualsOf(bench.workspace, bench.engine, period);
  return {
    ...{ ...common, run, total: residuals.length },
    open: residuals.filter(({ queries }) => queries !== null).length,
    residuals: residuals.slice((page - 1) * PAGE, page * PAGE),
  };
}

async function lineView(bench: Bench, line: string, trial: Trial | null): Promise<LineView> {
  const { workspace, engine, effects } = bench;
  const grounds = { author: 'shown', reason: 'shown', at: effects.clock(), cause: 'corrected' };
  const shown = await showLine(workspace, engine, linePlace(line), trial ?? undefined, grounds);
  const kind = shown.file['declarant_type'] === 'bank' ? 'settlement' : 'enterprise';
  const rules = new Set(shown.findings.map(({ rule }) => String(rule)));
  return {
    ...shown,
    kind,
    fields: FIELDS[kind].map(({ id }) => id),
    messages: Object.fromEntries(
      [...ruleMessages(bench)].filter(
        ([id]) => rules.has(id) || shown.automatic.some(({ rule }) => rule === id),
      ),
    ),
  };
}
