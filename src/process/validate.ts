// Rules of tiers 0 to 2 as SQL predicates over typed lines. GSBPM 5.3 (review and validate).
// Each rule is one bit of `missed` (not passed) and of `unknown` (a NULL in it), so that a pass over lines
// evaluates all of them once and keeps two numbers.

import { FIELDS } from '../design/declaration.ts';
import type { Domain, Rule } from '../design/domain.ts';
import { FACTS, PROCESSED_KINDS, type ProcessedKind, SAID, textName } from '../design/facts.ts';
import { objections, predicateStatement } from '../design/rule.ts';
import type { Engine } from '../engine/duckdb.ts';
import { type Fault, Refused } from '../engine/errors.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { type Rounded, roundedFirst } from './countervalue.ts';

const MOST_RULES = 62;

/** A state that a rule gives, the strongest first: a rejected line is not excluded as well. */
export const RULE_STATES = ['rejected', 'excluded', 'queried'] as const;

/** The rules for a kind of line, in the order in which they give the reason: by tier, then by id. */
export function rulesFor(kind: ProcessedKind, domain: Domain): readonly Rule[] {
  return domain.rules
    .filter((rule) => rule.tier <= 2 && (rule.kind === kind || rule.kind === 'both'))
    .toSorted((a, b) => a.tier - b.tier || (a.id < b.id ? -1 : 1));
}

/** Refuses rules that say what they may not, naming every one. */
export async function checkRules(engine: Engine, rules: readonly Rule[]): Promise<void> {
  const faults: Fault[] = [];
  for (const rule of rules) faults.push(...(await ruleFaults(engine, rule)));
  const crowded = PROCESSED_KINDS.filter(
    (kind) => rules.filter((r) => r.kind !== other(kind)).length > MOST_RULES,
  );
  faults.push(
    ...crowded.map((kind) => ({
      where: 'rules.yaml',
      found: `more rules for ${kind}`,
      expected: `${MOST_RULES} at most`,
    })),
  );
  if (faults.length > 0) throw new Refused('the rules have faults', faults);
}

/**
 * Lines with `missed` and `unknown` (bits of the rules), `rule_state` and `reason` of the strongest rule that
 * failed, `failed` (ids of what did not pass) and `texts` (the fields at fault as received).
 */
export function judgedLines(kind: ProcessedKind, rules: readonly Rule[], lookedUp: Sql): Sql {
  const bits = sumOf(rules.map((rule, at) => sql`CASE WHEN ${guarded(rule)} THEN 0 ELSE ${bit(at)} END`));
  // Nearly every line passes every rule: which ones were missed is asked only of those that do not. As a value, not as a
  // condition: the engine sorts the lines of every OR in a condition.
  const missed =
    rules.length === 0 ? bits : sql`CASE WHEN coalesce(${passesEvery(rules)}, FALSE) THEN 0 ELSE ${bits} END`;
  const unknown = sumOf(
    rules.map((rule, at) => sql`CASE WHEN ${guarded(rule)} IS NULL THEN ${bit(at)} ELSE 0 END`),
  );
  return sql`
    SELECT *, CASE WHEN broken = 0 THEN NULL ELSE ${stateOf(rules)} END AS rule_state,
      CASE WHEN broken = 0 THEN NULL ELSE ${reasonOf(rules)} END AS reason
    FROM (SELECT *, missed - unknown AS broken FROM (
      SELECT *, CASE WHEN missed = 0 THEN 0 ELSE ${unknown} END AS unknown,
        CASE WHEN missed = 0 THEN NULL ELSE ${failedIds(rules)} END AS failed,
        CASE WHEN missed = 0 THEN NULL ELSE ${faultyTexts(kind)} END AS texts
      FROM (SELECT *, ${missed} AS missed FROM (${lookedUp}))))`;
}

/**
 * Whether a line with its facts passes every rule; NULL where one is unknown. With the rounded products of the line, rules about
 * dirhams are asked of these first, which pays for many lines.
 */
export function passesEvery(rules: readonly Rule[], rounded?: Rounded): Sql {
  if (rules.length === 0) return sql`TRUE`;
  const asked = (rule: Rule) =>
    rounded === undefined ? rule : { ...rule, assert: roundedFirst(rule.assert, rounded) };
  return join(
    rules.map((rule) => guarded(asked(rule))),
    ' AND ',
  );
}

/** Whether a rule asks, at any date, of nothing but what a line says itself: it can be asked before anything is looked up. */
export function asksItself(kind: ProcessedKind, { assert, ...dates }: Rule): boolean {
  const words = assert.toLowerCase().match(/[a-z_]+/g) ?? [];
  return isAlways(dates) && words.every((word) => word in SAID[kind] || !(word in FACTS[kind]));
}

/** One row for each judged line of a relation and rule that it did not pass, in the columns of FINDINGS. */
export function findingsOf(kind: ProcessedKind, rules: readonly Rule[], judged: Sql): Sql {
  const fields = FIELDS[kind].map(({ id }) => id);
  const rows = rules.map(
    ({ id, version, tier, severity, field }, at) =>
      sql`(${bit(at)}, ${id}, ${version}, ${tier}, ${severity}, ${field}, ${fields.indexOf(field) + 1})`,
  );
  if (rows.length === 0) rows.push(sql`(CAST(0 AS BIGINT), '', 0, 0, '', '', 0)`);
  return sql`
    SELECT l.submission, l.ordinal, r.rule, r.version, r.tier, r.severity,
      CASE WHEN l.unknown & r.bit <> 0 THEN 'unknown' ELSE 'fail' END AS outcome, r.field, l.texts[r.place] AS found
    FROM (SELECT submission, ordinal, missed, unknown, texts FROM ${judged} WHERE missed <> 0) AS l
    JOIN (VALUES ${join(rows)}) AS r(bit, rule, version, tier, severity, field, place) ON l.missed & r.bit <> 0`;
}

async function ruleFaults(engine: Engine, rule: Rule): Promise<readonly Fault[]> {
  const where = `rules.yaml: ${rule.id}`;
  const [row] = await engine.rows(sql`SELECT json_serialize_sql(${predicateStatement(rule.assert)}) AS tree`);
  const kinds = PROCESSED_KINDS.filter((kind) => rule.kind === kind || rule.kind === 'both');
  const unknownField = kinds.some((kind) => !FIELDS[kind].some(({ id }) => id === rule.field));
  const field = unknownField
    ? [{ where, found: `field ${rule.field}`, expected: `a field of ${kinds.join(' and ')} lines` }]
    : [];
  return [
    ...objections(JSON.parse(String(row?.['tree'])), rule.kind).map((objection) => ({ where, ...objection })),
    ...field,
  ];
}

function other(kind: ProcessedKind): ProcessedKind {
  return kind === 'settlement' ? 'enterprise' : 'settlement';
}

const ALWAYS = '2000-01-01';

/** The predicate, true outside the dates of its rule. */
function guarded({ assert, validFrom, validTo }: Rule): Sql {
  const predicate = raw(`(${assert})`);
  if (isAlways({ validFrom, validTo })) return predicate;
  return sql`(coalesce(on_date NOT BETWEEN CAST(${validFrom} AS DATE) AND CAST(${validTo ?? '9999-12-31'} AS DATE), FALSE) OR ${predicate})`;
}

function isAlways({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>): boolean {
  return validFrom <= ALWAYS && validTo === null;
}

function bit(at: number): Sql {
  return sql`CAST(${2n ** BigInt(at)} AS BIGINT)`;
}

function sumOf(terms: readonly Sql[]): Sql {
  return terms.length === 0 ? sql`CAST(0 AS BIGINT)` : sql`CAST(${join(terms, ' + ')} AS BIGINT)`;
}

function stateOf(rules: readonly Rule[]): Sql {
  const whens = RULE_STATES.flatMap((state) => {
    const mask = rules.reduce((sum, rule, at) => (rule.state === state ? sum + 2n ** BigInt(at) : sum), 0n);
    return mask === 0n ? [] : [sql`WHEN broken & CAST(${mask} AS BIGINT) <> 0 THEN ${state}`];
  });
  return whens.length === 0 ? sql`NULL` : sql`CASE ${join(whens, ' ')} END`;
}

function reasonOf(rules: readonly Rule[]): Sql {
  const whens = RULE_STATES.flatMap((state) =>
    rules.flatMap((rule, at) =>
      rule.state === state ? [sql`WHEN broken & ${bit(at)} <> 0 THEN ${rule.id}`] : [],
    ),
  );
  return whens.length === 0 ? sql`NULL` : sql`CASE ${join(whens, ' ')} END`;
}

function failedIds(rules: readonly Rule[]): Sql {
  const ids = rules
    .map(({ id }, at) => ({ id, at }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, at }) => sql`CASE WHEN missed & ${bit(at)} <> 0 THEN ${id} END`);
  return ids.length === 0 ? sql`NULL` : sql`concat_ws(',', ${join(ids)})`;
}

/** The text of every field as received: the raw text where normalising changed it. */
function faultyTexts(kind: ProcessedKind): Sql {
  const texts = FIELDS[kind].map((field) => {
    const canonical = ident(textName(field));
    return sql`coalesce(json_extract_string(raw, ${`$.${field.id}`}), ${canonical})`;
  });
  return sql`[${join(texts)}]`;
}
