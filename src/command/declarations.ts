// The declarations of a respondent that were received, with where their lines stand in the last run.

import { join } from 'node:path';
import { collectedLines } from '../design/collected.ts';
import { KIND_OF_DECLARANT, type LineKind, type SubmissionFunction } from '../design/declaration.ts';
import { LINE_STATES } from '../design/tables.ts';
import { openEngine, readParquet } from '../engine/duckdb.ts';
import { listFolder } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import type { Balance, Declaration, Desk, Respondent } from '../office/portal/desk.ts';
import { latestRun } from './runs.ts';
import type { KeptReport } from './upload-row.ts';
import type { Workspace } from './workspace.ts';

export type Declarations = {
  readonly page: Desk['declarations'];
  readonly one: Desk['declaration'];
  readonly inForce: Desk['inForce'];
  readonly lines: Desk['lines'];
};

/** The declarations of a workspace; the line states of a run are counted once. */
export function openDeclarations(workspace: Workspace): Declarations {
  const balances = keptBalances(workspace);
  const find = async (where: string, ...values: readonly (string | number)[]) => {
    const rows = workspace.store.all<Row>(`${SELECT} WHERE ${where}`, ...values);
    const states = rows.length === 0 ? new Map() : await balances();
    return rows.map((row) => declarationOf(row, states));
  };
  const own = "s.declarant_type = ? AND s.sender = ? AND s.state <> 'refused'";
  const keysOf = ({ type, sender }: Respondent) => [type, sender] as const;
  return {
    page: async (respondent, from, count) => {
      const total = workspace.store.get<{ n: number }>(
        `SELECT count(*) AS n FROM submissions AS s WHERE ${own}`,
        ...keysOf(respondent),
      );
      const rows = await find(
        `${own} ORDER BY s.id DESC LIMIT ? OFFSET ?`,
        ...keysOf(respondent),
        count,
        from,
      );
      return { rows, total: total?.n ?? 0 };
    },
    one: async (respondent, receipt) =>
      (await find(`${own} AND s.receipt = ?`, ...keysOf(respondent), receipt))[0],
    inForce: async (respondent, period) =>
      (
        await find(
          `${own} AND s.period = ? AND s.state = 'received' AND s.function <> 'cancel' ORDER BY s.sequence DESC LIMIT 1`,
          ...keysOf(respondent),
          period,
        )
      )[0],
    lines: async ({ type, sender }, receipt, most) => {
      const found = workspace.store.get<{ id: number; path: string }>(
        `SELECT s.id, f.path FROM submissions AS s JOIN submission_files AS f ON f.submission = s.id WHERE ${own} AND s.receipt = ?`,
        ...[type, sender, receipt],
      );
      return found === undefined ? [] : firstLines(workspace, KIND_OF_DECLARANT[type], found, most);
    },
  };
}

async function firstLines(
  { layout }: Workspace,
  kind: LineKind,
  { id, path }: { readonly id: number; readonly path: string },
  most: number,
): ReturnType<Desk['lines']> {
  const engine = await openEngine({ memory: '512MB', threads: 1 });
  try {
    return await engine.rows(
      sql`SELECT * FROM ${collectedLines(kind, [join(layout.root, path)])} AS c WHERE submission = ${id} ORDER BY ordinal LIMIT ${most}`,
    );
  } finally {
    engine.close();
  }
}

const SELECT = `SELECT s.*, t.receipt AS taken_by, u.id AS upload, u.report AS report FROM submissions AS s
  LEFT JOIN submissions AS t ON t.id = s.superseded_by
  LEFT JOIN uploads AS u ON u.seq = (SELECT max(seq) FROM uploads
    WHERE sha256 = s.sha256 AND declarant_type = s.declarant_type AND sender = s.sender AND purpose = 'declare')`;

type Row = {
  readonly id: number;
  readonly receipt: string;
  readonly period: string;
  readonly sequence: number;
  readonly function: SubmissionFunction;
  readonly replaces: number | null;
  readonly state: Declaration['state'];
  readonly taken_by: string | null;
  readonly lines: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly created_at: string;
  readonly received_at: string;
  readonly upload: string | null;
  readonly report: string | null;
};

function declarationOf(row: Row, states: ReadonlyMap<number, Balance>): Declaration {
  const { receipt, period, sequence, replaces, state, lines, name, bytes, sha256, upload } = row;
  return {
    ...{ receipt, period, sequence, replaces, state, lines, name, bytes, sha256, upload },
    function: row.function,
    supersededBy: row.taken_by,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    balance: states.get(row.id) ?? firstBalance(row.report),
  };
}

/** Before a run has seen a declaration, its balance is what the rules alone say. */
function firstBalance(report: string | null): Balance | null {
  if (report === null) return null;
  const { states, received } = JSON.parse(report) as KeptReport;
  if (states === null) return null;
  const rows = Object.entries(states).map(([state, lines]) => ({ state, lines }));
  return { received, states: rows, from: 'arrival' };
}

type Balances = ReadonlyMap<number, Balance>;

/** The line states of the newest run, counted when they are first asked for. */
function keptBalances(workspace: Workspace): () => Promise<Balances> {
  let kept: { readonly run: number; readonly balances: Promise<Balances> } | undefined;
  return () => {
    const run = workspace.store.get(
      "SELECT 1 FROM runs WHERE state IN ('processed', 'analysed', 'protected')",
    );
    if (run === undefined) return Promise.resolve(new Map());
    const { id } = latestRun(workspace, 'processed');
    if (kept?.run !== id) kept = { run: id, balances: countBalances(workspace, id) };
    return kept.balances;
  };
}

async function countBalances({ layout }: Workspace, run: number): Promise<Balances> {
  const names = listFolder(layout.run(run)).filter((name) => name.startsWith('lines-'));
  if (names.length === 0) return new Map();
  const engine = await openEngine({ memory: '512MB', threads: 1 });
  try {
    const paths = names.map((name) => layout.runFile(run, name));
    const rows = await engine.rows<{ submission: number; state: string; lines: number }>(
      sql`SELECT submission, state, CAST(count(*) AS INTEGER) AS lines FROM ${readParquet(paths)} GROUP BY submission, state`,
    );
    const bySubmission = Map.groupBy(rows, ({ submission }) => submission);
    return new Map([...bySubmission].map(([submission, own]) => [submission, balanceOf(own)]));
  } finally {
    engine.close();
  }
}

function balanceOf(rows: readonly { readonly state: string; readonly lines: number }[]): Balance {
  const of = (state: string) => rows.find((row) => row.state === state)?.lines ?? 0;
  return {
    received: rows.reduce((sum, { lines }) => sum + lines, 0),
    states: LINE_STATES.map((state) => ({ state, lines: of(state) })),
    from: 'run',
  };
}
