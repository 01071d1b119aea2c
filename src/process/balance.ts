// Nothing is lost: for every submission, lines received are the sum of the line states.

import { LINE_STATES, type LineState } from '../design/tables.ts';
import { type Engine, readAlike } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { Submission } from './reference.ts';

export type States = { readonly [S in LineState]: number };
/** Where the lines of one submission stand. */
export type Balance = { readonly submission: number; readonly received: number; readonly states: States };

/**
 * The states of the lines of every submission, counted in the written files. Throws when their sum is not what
 * was received, and when a line has no known state.
 */
export async function balanceLines(
  engine: Engine,
  submissions: readonly Submission[],
  paths: readonly string[],
): Promise<readonly Balance[]> {
  const counts = paths.length === 0 ? [] : await countStates(engine, paths);
  const bySubmission = Map.groupBy(counts, ({ submission }) => submission);
  const strangers = [...bySubmission.keys()].filter((id) => !submissions.some((each) => each.id === id));
  if (strangers.length > 0)
    throw new Error(`lines of submissions that are not known: ${strangers.join(', ')}`);
  return submissions.map(({ id, lines }) => balanceOf(id, lines, bySubmission.get(id) ?? []));
}

/** The states of several submissions together. */
export function sumStates(balances: readonly Balance[]): States {
  return tally((state) => balances.reduce((sum, { states }) => sum + states[state], 0));
}

type Count = { readonly submission: number; readonly state: string; readonly lines: number };

async function countStates(engine: Engine, paths: readonly string[]): Promise<readonly Count[]> {
  return engine.rows<Count>(
    sql`SELECT submission, state, CAST(count(*) AS INTEGER) AS lines FROM ${readAlike(paths)} GROUP BY submission, state`,
  );
}

function balanceOf(submission: number, received: number, counts: readonly Count[]): Balance {
  const states = tally((state) => counts.find((count) => count.state === state)?.lines ?? 0);
  const found = counts.reduce((sum, { lines }) => sum + lines, 0);
  const known = LINE_STATES.reduce((sum, state) => sum + states[state], 0);
  if (found !== received || known !== received) {
    throw new Error(
      `submission ${submission}: ${received} lines were received, ${found} were processed, ${known} of them in a known state`,
    );
  }
  return { submission, received, states };
}

function tally(count: (state: LineState) => number): States {
  return Object.fromEntries(LINE_STATES.map((state) => [state, count(state)])) as States;
}
