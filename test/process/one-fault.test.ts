// One fault of a line gives one message: a rule that needs what another rule asks for waits until it is there.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FIELDS } from '../../src/design/declaration.ts';
import type { Rule, RuleExample } from '../../src/design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../../src/design/facts.ts';
import { type Engine, openEngine } from '../../src/engine/duckdb.ts';
import { ident, join, raw, sql } from '../../src/engine/sql.ts';
import { createExampleLookups, misjudged } from '../../src/process/example.ts';
import { RULES } from './rule-text.ts';

let engine: Engine;
before(async () => {
  engine = await openEngine({ memory: '500MB', threads: 1 });
  await createExampleLookups(engine);
});
after(() => engine.close());

/** Rules that compare two statements of a line: a fault in either is also a contradiction, which says how large it is. */
const COMPARING = ['V023', 'V042', 'V043', 'V044', 'V045', 'V070'];
/** Rules that another may break as well, since each then says what the other does not. */
const TOGETHER: { readonly [rule: string]: readonly string[] } = {
  V022: ['V041'],
  V038: ['V040', 'V067', 'V077'],
  V039: ['V040', 'V067', 'V077'],
  V041: ['V022', 'V029', 'V051'],
  V066: ['V078'],
  V067: ['V039', 'V077'],
};

for (const rule of RULES) {
  test(`what breaks ${rule.id} breaks no rule that depends on it`, async () => {
    const others = await brokenBy(rule);
    const unexpected = others.filter(
      ({ id, outcome }) =>
        outcome === 'unknown' || ![...COMPARING, ...(TOGETHER[rule.id] ?? [])].includes(id),
    );
    assert.deepEqual(unexpected, []);
  });
}

/** Other rules that do not pass, or cannot be judged, on lines with nothing wrong but what the rule rejects. */
async function brokenBy(rule: Rule): Promise<readonly { readonly id: string; readonly outcome: string }[]> {
  await misjudged(engine, rule);
  const kinds = PROCESSED_KINDS.filter((kind) => rule.kind === kind || rule.kind === 'both');
  const found = await Promise.all(kinds.map((kind) => othersOn(kind, rule)));
  return found.flat();
}

async function othersOn(kind: ProcessedKind, rule: Rule) {
  const others = RULES.filter((each) => each.id !== rule.id && (each.kind === kind || each.kind === 'both'));
  const first = kind === 'enterprise' && rule.kind === 'both' ? rule.accepts.length + rule.rejects.length : 0;
  const places = rule.rejects.flatMap((example, at) =>
    isOneField(kind, example) ? [first + rule.accepts.length + at] : [],
  );
  if (places.length === 0) return [];
  const judged = others.map(
    ({ id, assert: assertion }) =>
      sql`SELECT ${id} AS id, place, CASE WHEN NOT ${raw(`(${assertion})`)} THEN 'fail' ELSE 'unknown' END AS outcome FROM ${ident(`example_${kind}`)} WHERE ${raw(`(${assertion})`)} IS NOT TRUE`,
  );
  const rows = await engine.rows<{ id: string; place: number; outcome: string }>(
    sql`SELECT * FROM (${join(judged, ' UNION ALL ')}) WHERE place IN (${places}) ORDER BY id, place`,
  );
  return rows.map(({ id, place, outcome }) => ({
    id,
    outcome,
    example: rule.rejects[place - first - rule.accepts.length],
  }));
}

/** An example of one fault: a single field as received, and no fact that was set for it. */
function isOneField(kind: ProcessedKind, example: RuleExample): boolean {
  const [name, ...more] = Object.keys(example);
  return more.length === 0 && FIELDS[kind].some(({ id }) => id === name);
}
