// Validation of submissions as they arrive, by the rules of tiers 0 to 2 and nothing else: what a declarant can mend at
// once. GSBPM 5.3 brought forward into 4.3. The run judges the lines again, beside those of all others.

import { collectedLines } from '../design/collected.ts';
import type { Domain } from '../design/domain.ts';
import type { ProcessedKind } from '../design/facts.ts';
import type { Engine } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { LOST_ZEROS } from './flow.ts';
import { createDefinitions, createSubmissions, lookedUp } from './lookup.ts';
import { editedLines } from './overlay.ts';
import type { Submission } from './reference.ts';
import { typedLines } from './type.ts';
import { checkRules, findingsOf, judgedLines, type RULE_STATES, rulesFor } from './validate.ts';

/** A submission with the file of its lines; their number is null for one that was refused. */
export type Arrived = Omit<Submission, 'lines'> & { readonly lines: number | null; readonly path: string };

/** One rule that a line did not pass. */
export type LineFault = {
  readonly submission: number;
  /** Position among the lines of the submission, from 1. */
  readonly ordinal: number;
  readonly lineId: string | null;
  readonly rule: string;
  readonly field: string;
  /** The text as received. */
  readonly found: string | null;
};

/** What the rules alone make of the lines of a submission; `received` is the sum of the others. */
export type FirstBalance = { readonly submission: number; readonly received: number } & {
  readonly [S in (typeof RULE_STATES)[number] | 'accepted']: number;
};

export type FirstValidation = {
  readonly balances: readonly FirstBalance[];
  readonly faults: readonly LineFault[];
  /** How many lines each rule is about, with those beyond the faults that are kept. */
  readonly counts: readonly { readonly submission: number; readonly rule: string; readonly lines: number }[];
};

/** Faults kept of one submission. */
const MOST_FAULTS = 100_000;

/** Makes the definitions known to an engine, once; refuses faulty rules. */
export async function prepareValidation(engine: Engine, domain: Domain): Promise<void> {
  await checkRules(engine, domain.rules);
  await createDefinitions(engine, domain);
}

/** Judges the lines of submissions of one kind, all in one pass, in an engine that was prepared. */
export async function validateArrived(
  engine: Engine,
  domain: Domain,
  kind: ProcessedKind,
  arrived: readonly Arrived[],
): Promise<FirstValidation> {
  if (arrived.length === 0) return { balances: [], faults: [], counts: [] };
  await createSubmissions(
    engine,
    arrived.map((each) => ({ ...each, lines: each.lines ?? 0 })),
  );
  const rules = rulesFor(kind, domain);
  const paths = [...new Set(arrived.map(({ path }) => path))];
  const collected = sql`(SELECT * FROM ${collectedLines(kind, paths)} AS c WHERE submission IN (${arrived.map(({ id }) => id)}))`;
  const typed = lookedUp(kind, domain, typedLines(kind, editedLines(kind, collected, new Set())));
  // Reading puts lost zeros back; the sender is told all the same, since what it sent had lost them.
  const lines = sql`SELECT * REPLACE (coalesce(${LOST_ZEROS}, FALSE) AS ice_padded) FROM (${typed})`;
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE arrived AS SELECT submission, ordinal, line_id, missed, unknown, rule_state, texts FROM (${judgedLines(kind, rules, lines)})`,
  );
  // What could not be judged changes no line, and what it lacks is a fault of its own where it is needed.
  const found = sql`SELECT * FROM (${findingsOf(kind, rules, sql`arrived`)}) WHERE outcome = 'fail'`;
  try {
    return {
      balances: await balancesOf(engine, arrived),
      faults: await faultsOf(engine, found),
      counts: await engine.rows(
        sql`SELECT submission, rule, CAST(count(*) AS INTEGER) AS lines FROM (${found}) GROUP BY submission, rule ORDER BY submission, rule`,
      ),
    };
  } finally {
    await engine.run(sql`DROP TABLE arrived`);
  }
}

async function balancesOf(engine: Engine, arrived: readonly Arrived[]): Promise<readonly FirstBalance[]> {
  const rows = await engine.rows<{ submission: number; state: string; lines: number }>(
    sql`SELECT submission, coalesce(rule_state, 'accepted') AS state, CAST(count(*) AS INTEGER) AS lines FROM arrived GROUP BY ALL`,
  );
  return arrived.map(({ id, lines }) => {
    const own = rows.filter(({ submission }) => submission === id);
    const of = (state: string) => own.find((row) => row.state === state)?.lines ?? 0;
    const judged = own.reduce((sum, row) => sum + row.lines, 0);
    if (lines !== null && judged !== lines)
      throw new Error(`submission ${id}: ${lines} lines were received, ${judged} judged`);
    return {
      ...{ submission: id, received: judged, accepted: of('accepted') },
      ...{ rejected: of('rejected'), excluded: of('excluded'), queried: of('queried') },
    };
  });
}

function faultsOf(engine: Engine, found: Sql): Promise<readonly LineFault[]> {
  return engine.rows<LineFault>(sql`
    SELECT f.submission, f.ordinal, a.line_id AS "lineId", f.rule, f.field, f.found
    FROM (SELECT *, row_number() OVER (PARTITION BY submission ORDER BY ordinal, rule) AS position FROM (${found})) AS f
    JOIN arrived AS a ON a.submission = f.submission AND a.ordinal = f.ordinal
    WHERE f.position <= ${MOST_FAULTS} ORDER BY f.submission, f.ordinal, f.rule`);
}
