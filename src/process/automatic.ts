// Automatic editing of a run: every rule of the domain over the flows, the proofs weighed, what stands laid over the lines
// like a recorded edit, and what cannot be proved kept as a doubt. GSBPM 5.4. Nothing here depends on the order of lines.

import { join as joinPath } from 'node:path';
import { FIELDS } from '../design/declaration.ts';
import type { Domain } from '../design/domain.ts';
import type { EditingMethod, EditingRule } from '../design/editing.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { EDITS } from '../design/tables.ts';
import { copyToParquet, type Engine } from '../engine/duckdb.ts';
import { ident, join, type Sql, type SqlValue, sql } from '../engine/sql.ts';
import { clientsAside } from './client.ts';
import { scopeOf } from './convert.ts';
import { flowsOf } from './flow.ts';
import { netForGross } from './gross.ts';
import { payingHubs } from './hub.ts';
import { paddedIdentifiers, resolvedIdentifiers } from './identifier.ts';
import { invoicesNamedAgain, type Judged, judgedAgain, judgedView, touchedLines } from './judge.ts';
import { sizesAside, wrongMagnitudes } from './magnitude.ts';
import { instalments, linkedAway, namedAgain, sameFlows } from './match.ts';
import { inForceOn } from './parameter.ts';
import { wrongPeriods } from './period.ts';
import { columnsSql, PROPOSED, standing } from './proposal.ts';
import { declaredTwice } from './received-abroad.ts';
import { misclassified, naturesAside } from './recode.ts';
import { closingReadings, readingsAside } from './residual.ts';
import { creditNotes, lostSigns, receiptsAside } from './reversal.ts';
import { settledAgain, settledFlows } from './settled.ts';
import { currenciesAside, swappedCurrencies } from './swap.ts';
import { otherFlows } from './wording.ts';

export type AutomaticInput = {
  readonly engine: Engine;
  readonly domain: Domain;
  /** Lines as judged, with the recorded edits in them. */
  readonly judged: Judged;
  readonly folder: string;
  /** Instant at which the run was cut. */
  readonly at: string;
};

/**
 * Fills `automatic` with what the rules propose and what they cannot prove, `ref_edit` with what they change and `link` with lines of one flow, and
 * writes `edits.parquet`; the judged lines are then those that the edits left, but for lines linked away. Returns the fields that edits now change. `ref_edit` and `link` are there.
 */
export async function editAutomatically(input: AutomaticInput): Promise<ReadonlySet<string>> {
  const { engine, domain, judged, folder } = input;
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE proposed (${columnsSql(PROPOSED)})`);
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE automatic (${columnsSql(PROPOSED)})`);
  if (domain.editing.length > 0 && judged.kinds.includes('settlement')) await applyRules(input);
  const fields = await editedFields(engine);
  await judged.again(
    'enterprise',
    sql`SELECT submission, ordinal FROM automatic WHERE action <> 'doubt'`,
    fields,
  );
  await engine.run(copyToParquet(await editRows(input), joinPath(folder, 'edits.parquet'), EDITS.order));
  return fields;
}

/** One line at a time first, then lines against lines as the first edits left them. */
async function applyRules(input: AutomaticInput): Promise<void> {
  const { engine, domain } = input;
  await createIdentities(engine, domain);
  const enterprise = flowsOf('enterprise', judgedView('enterprise'));
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE declared_flow AS ${enterprise}`);
  await engine.run(
    sql`CREATE OR REPLACE TEMP VIEW flow AS ${flowsOf('settlement', judgedView('settlement'))}`,
  );
  await runAll(engine, clientsAside(ident('flow')));
  for (const [method, proposal, aside] of ALONE)
    await propose(
      input,
      method,
      (rule) => proposal(rule, ident('flow')),
      (rule) => aside?.(rule, ident('flow')) ?? [],
    );
  await propose(input, 'identifier', () => paddedIdentifiers(ident('declared_flow')));
  await settle(engine);
  await rereadEdited(input);
  await linkFlows(input);
  await settle(engine);
  await runAll(engine, settledFlows(domain));
  await propose(input, 'residual', closingReadings, readingsAside);
  if ((await settle(engine)) > 0) {
    await rereadEdited(input);
    const edited = sql`SELECT DISTINCT enterprise FROM ${judgedAgain('settlement')} SEMI JOIN settling USING (submission, ordinal)`;
    await runAll(engine, settledAgain(domain, edited));
  }
  const { precedence } = scopeOf(domain);
  const bankFirst = precedence.indexOf('bank') < precedence.indexOf('enterprise');
  await propose(input, 'reconciliation', (rule) => declaredTwice(rule, bankFirst));
  await settle(engine);
}

/** Methods that look at one line and the history of others, and what some set aside first. */
const ALONE: readonly (readonly [
  EditingMethod,
  (rule: EditingRule, flow: Sql) => Sql,
  ((rule: EditingRule, flow: Sql) => readonly Sql[])?,
])[] = [
  ['identifier', (_, flow) => paddedIdentifiers(flow)],
  ['identifier', resolvedIdentifiers],
  ['gross', netForGross],
  ['period', wrongPeriods],
  ['magnitude', wrongMagnitudes, sizesAside],
  ['currency', swappedCurrencies, currenciesAside],
  ['reversal', lostSigns, receiptsAside],
  ['reversal', creditNotes],
  ['partner', payingHubs],
  ['nature', misclassified, (_, flow) => naturesAside(flow)],
  ['wording', (_, flow) => otherFlows(flow)],
];

/** Adds what every rule of a method proposes, on the days on which it holds. */
async function propose(
  { engine, domain }: AutomaticInput,
  method: EditingMethod,
  proposal: (rule: EditingRule) => Sql,
  aside: (rule: EditingRule) => readonly Sql[] = () => [],
): Promise<void> {
  for (const rule of domain.editing.filter((each) => each.method === method)) {
    await runAll(engine, aside(rule));
    await engine.run(sql`INSERT INTO proposed SELECT * EXCLUDE (day), ${rule.id}, ${rule.version}
      FROM (${proposal(rule)}) WHERE ${inForceOn(rule, sql`day`)}`);
  }
}

async function runAll(engine: Engine, statements: readonly Sql[]): Promise<void> {
  for (const statement of statements) await engine.run(statement);
}

/** What stands of the proposals becomes edits and doubts; a doubt over a line gives way to a correction of the same field or size. Returns their number. */
async function settle(engine: Engine): Promise<number> {
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE settling AS ${standing(ident('proposed'))}`);
  const settled = sql`(SELECT submission, ordinal FROM settling WHERE action = 'correct')`;
  await engine.run(
    sql`DELETE FROM automatic WHERE (action = 'doubt' OR after = 'queried') AND (submission, ordinal) IN ${settled}`,
  );
  await engine.run(
    sql`DELETE FROM ref_edit WHERE field = 'state' AND after = 'queried' AND rule IS NOT NULL AND (submission, ordinal) IN ${settled}`,
  );
  await engine.run(sql`INSERT INTO automatic SELECT * FROM settling`);
  await engine.run(
    sql`INSERT INTO ref_edit SELECT submission, ordinal, field, after, rule FROM settling WHERE action <> 'doubt'`,
  );
  await engine.run(sql`DELETE FROM proposed`);
  const [row] = await engine.rows(sql`SELECT CAST(count(*) AS INTEGER) AS rows FROM settling`);
  return Number(row?.['rows']);
}

/** Judges the settlements that were edited once more: `flow` is then what the edits left. */
async function rereadEdited({ engine, judged }: AutomaticInput): Promise<void> {
  const changed = sql`SELECT submission, ordinal FROM automatic
    WHERE action <> 'doubt' AND (action <> 'state' OR after <> 'linked')`;
  await judged.again('settlement', changed, await editedFields(engine));
}

async function editedFields(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows<{ field: string }>(sql`SELECT DISTINCT field FROM ref_edit ORDER BY field`);
  return new Set(rows.map(({ field }) => field));
}

async function linkFlows(input: AutomaticInput): Promise<void> {
  const { engine, domain } = input;
  const link = (kind: string, rows: Sql) =>
    engine.run(
      sql`INSERT INTO link SELECT submission, ordinal, to_submission, to_ordinal, ${kind}, score, evidence FROM ${rows}`,
    );
  await runAll(engine, namedAgain(ident('flow'), invoicesNamedAgain()));
  for (const rule of domain.editing.filter(({ method }) => method === 'same_flow')) {
    await engine.run(sql`CREATE OR REPLACE TEMP TABLE pair AS ${sameFlows(rule, ident('flow'))}`);
    await link('same_flow', ident('pair'));
    await propose(input, 'same_flow', (each) =>
      each === rule
        ? linkedAway(ident('pair'))
        : sql`SELECT * FROM (${linkedAway(ident('pair'))}) WHERE FALSE`,
    );
  }
  if (domain.editing.some(({ method }) => method === 'instalment'))
    await link('instalment', sql`(${instalments()})`);
}

/** Names and identifiers of registered enterprises; a name that two of them bear identifies nobody. */
async function createIdentities(engine: Engine, { register }: Domain): Promise<void> {
  const bearers = Map.groupBy(register, ({ name }) => name.trim().toUpperCase());
  const rows = [...bearers].flatMap(([name, entries]) =>
    new Set(entries.map(({ enterprise }) => enterprise)).size > 1
      ? []
      : entries.map(
          ({ enterprise, ice, validFrom, validTo }): SqlValue =>
            sql`(${[name, enterprise, ice, validFrom, validTo ?? '9999-12-31']})`,
        ),
  );
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE ref_identity (name VARCHAR, enterprise VARCHAR, ice VARCHAR, valid_from DATE, valid_to DATE)`,
  );
  if (rows.length > 0) await engine.run(sql`INSERT INTO ref_identity VALUES ${rows}`);
}

/** The edits in the columns of EDITS; what a field said before is read from the lines as collected. */
async function editRows({ engine, domain, at }: AutomaticInput): Promise<Sql> {
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE edit_reason AS ${reasons(domain)}`);
  return sql`
    SELECT a.submission, a.ordinal, a.field, coalesce(s.said, e.said) AS before, a.after, a.rule, a.version, a.score, a.proof,
      r.reason, CASE a.field WHEN 'nature' THEN 'reclassified' ELSE 'corrected' END AS cause,
      'marsad/' || a.rule AS author, ${at} AS at
    FROM (SELECT * FROM automatic WHERE action <> 'doubt') AS a
    JOIN edit_reason AS r ON r.rule = a.rule AND r.version = a.version
    LEFT JOIN (${saidBefore('settlement')}) AS s ON s.submission = a.submission AND s.ordinal = a.ordinal AND s.field = a.field
    LEFT JOIN (${saidBefore('enterprise')}) AS e ON e.submission = a.submission AND e.ordinal = a.ordinal AND e.field = a.field`;
}

/** What each edited field of a line said: as received for identifiers, whose zeros are put back before. */
function saidBefore(kind: ProcessedKind): Sql {
  const whens = FIELDS[kind].map(({ id }) =>
    id === 'resident_ice'
      ? sql`WHEN ${id} THEN coalesce(json_extract_string(c.raw, '$.resident_ice'), c.resident_ice)`
      : sql`WHEN ${id} THEN c.${ident(id)}`,
  );
  return sql`SELECT a.submission, a.ordinal, a.field, CASE a.field ${join(whens, ' ')} END AS said
    FROM (SELECT submission, ordinal, field FROM automatic WHERE action = 'correct') AS a
    JOIN ${touchedLines(kind)} AS c ON c.submission = a.submission AND c.ordinal = a.ordinal`;
}

function reasons({ editing }: Domain): Sql {
  const none = sql`SELECT CAST(NULL AS VARCHAR) AS rule, CAST(NULL AS INTEGER) AS version, CAST(NULL AS VARCHAR) AS reason WHERE FALSE`;
  return join(
    [none, ...editing.map(({ id, version, reason }) => sql`SELECT ${id}, ${version}, ${reason.en}`)],
    ' UNION ALL ',
  );
}
