// Revisions by cause, to the centime: between two runs, one cause after another is replaced in a fixed order, and
// each takes what its replacement changes. What a cause would have done alone stands beside; the difference is the
// interaction, and the order decides who gets it. Causes are recorded on submissions and edits; a change that has
// neither comes from the definitions: of rates, of the register, of the method.

import type { SplitKey } from '../design/split-key.ts';
import { REVISION_CAUSES, type RevisionCause } from '../design/tables.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { join, raw, type Sql, sql, valuesTable } from '../engine/sql.ts';
import { type ContributionRow, type Contributions, tabulate } from './contributions.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';

/** The order in which causes are replaced, in force from a day; a new order is a new entry. */
export const REPLACEMENT_ORDER: { readonly validFrom: string; readonly causes: readonly RevisionCause[] } = {
  validFrom: '2025-01-01',
  causes: REVISION_CAUSES,
};

export type Vintage = {
  /** Paths of the lines of the run. Months whose files are equal in both runs may be left out of both. */
  readonly lines: readonly string[];
  readonly cutSubmission: number;
  readonly cutEdit: number;
};
/** What the office recorded, as far as the later run saw it. */
export type Recorded = {
  readonly submissions: readonly {
    readonly id: number;
    readonly function: string;
    readonly cause: string | null;
    readonly superseded_by: number | null;
  }[];
  readonly edits: readonly {
    readonly seq: number;
    readonly submission: number;
    readonly ordinal: number;
    readonly field: string;
    readonly cause: string;
  }[];
  /** Enterprises whose register entry was changed between the two runs. */
  readonly registered: readonly string[];
  /** Adjustments that stand for a declaration: like imputations they come and go with what is late. */
  readonly standIns?: readonly number[];
  /** Keys of the later run, by which lines of mixed contracts are divided. */
  readonly splitKeys?: readonly SplitKey[] | undefined;
  /** Links of the later run. */
  readonly links: string;
  /** Automatic edits of the two runs; null where a run has none. */
  readonly automatic: { readonly earlier: string | null; readonly later: string | null };
};

/** Effects of causes on base cells: `source` is `replaced` (in order) or `alone`, `status` is the cause. */
export async function revisionEffects(
  engine: Engine,
  earlier: Vintage,
  later: Vintage,
  recorded: Recorded,
  scope: string,
): Promise<Contributions> {
  const rows = await engine.rows(effectsQuery(earlier, later, recorded));
  return tabulate('EXPORTS', scope, rows.map(effectRow));
}

function effectRow(row: { readonly [column: string]: unknown }): ContributionRow {
  const text = (name: string) => String(row[name] ?? '');
  return {
    ...{ month: text('month'), segment: text('segment'), ebops: text('ebops'), partner: text('partner') },
    ...{ holding: text('holding'), source: text('source'), status: text('cause') },
    value: BigInt(text('value')),
    lines: Number(row['lines']),
  };
}

/** Factors of a line that a cause can replace, each with the fields whose edits replace it. */
const FACTORS: { readonly [factor: string]: readonly string[] } = {
  counts: ['state'],
  cell: [
    ...['nature', 'service_detail', 'service_item', 'segment', 'counterparty_country', 'payment_country'],
    ...['value_date', 'period', 'resident_ice'],
  ],
  amount: ['amount', 'direction', 'received_abroad', 'currency'],
  rate: ['exchange_rate', 'currency'],
};

/** The cause of a change that nobody recorded on the line: a change of definitions. */
const DEFINITIONS: { readonly [factor: string]: RevisionCause } = {
  counts: 'method',
  cell: 'reclassified',
  amount: 'method',
  rate: 'exchange_rate',
};

function effectsQuery(earlier: Vintage, later: Vintage, recorded: Recorded): Sql {
  const ranks = REPLACEMENT_ORDER.causes.map((cause, at) => [cause, at + 1] as const);
  return sql`
    WITH submission AS (SELECT * FROM ${submissionTable(recorded, earlier)}),
    edit AS (SELECT * FROM ${editTable(recorded, earlier, later)} UNION ALL ${automaticEdits(recorded)}),
    registered AS (SELECT * FROM ${valuesTable(
      'registered',
      ['enterprise'],
      recorded.registered.map((each) => [each]),
    )}),
    linked AS (
      SELECT l.submission, l.ordinal, max(s.cause) AS cause FROM ${readParquet(recorded.links)} AS l
      JOIN submission AS s ON s.id = l.to_submission AND s.fresh GROUP BY l.submission, l.ordinal),
    pair AS (${pairs(earlier, later)}),
    caused AS (${causes(recorded)}),
    replacement AS (SELECT * FROM ${valuesTable('replacement', ['cause', 'rank'], ranks)}),
    stepped AS (${join([steps('replaced'), steps('alone')], ' UNION ALL ')})
    SELECT source, cause, month, segment, ebops, partner, holding,
      CAST(sum(mad) * 100 AS BIGINT) AS value, count(DISTINCT (submission, ordinal)) AS lines
    FROM ${splitLines(sql`stepped`, recorded.splitKeys, STATED_BY_SEGMENT)} GROUP BY source, cause, month, segment, ebops, partner, holding HAVING sum(mad) <> 0
    ORDER BY source, cause, month, segment, ebops, partner, holding`;
}

/** Lines of both runs side by side, where anything that makes a cell differs. */
function pairs(earlier: Vintage, later: Vintage): Sql {
  const columns = ['state', 'month', 'segment', 'ebops', 'partner', 'amount', 'sign', 'rate', 'mad'];
  const differ = columns.map((name) => sql`a.${raw(name)} IS DISTINCT FROM b.${raw(name)}`);
  const pick = (side: string) =>
    columns.map((name) => sql`${raw(side)}.${raw(name)} AS ${raw(`${side}_${name}`)}`);
  return sql`
    SELECT coalesce(a.submission, b.submission) AS submission, coalesce(a.ordinal, b.ordinal) AS ordinal,
      coalesce(b.enterprise, a.enterprise) AS enterprise, coalesce(b.holding, a.holding) AS holding, coalesce(b.kind, a.kind) AS kind, ${join([...pick('a'), ...pick('b')])},
      coalesce(a.state = 'accepted', FALSE) AS a_counts, coalesce(b.state = 'accepted', FALSE) AS b_counts
    FROM ${linesFrom(earlier)} AS a FULL JOIN ${linesFrom(later)} AS b
      ON a.submission = b.submission AND a.ordinal = b.ordinal
    WHERE (a.state = 'accepted' OR b.state = 'accepted') AND (${join(differ, ' OR ')})`;
}

function linesFrom({ lines }: Vintage): Sql {
  if (lines.length > 0) return sql`(SELECT * FROM ${readParquet(lines)})`;
  return sql`(SELECT NULL::INTEGER AS submission, NULL::INTEGER AS ordinal, NULL AS enterprise, NULL AS holding, NULL AS kind, NULL AS state, NULL AS month,
    NULL AS segment, NULL AS ebops, NULL AS partner, NULL::DECIMAL(18,3) AS amount, NULL::INTEGER AS sign,
    NULL::DECIMAL(12,6) AS rate, NULL::DECIMAL(18,2) AS mad WHERE FALSE)`;
}

/** An imputation comes and goes with what is late, and so does an adjustment in its place; any other is a correction. */
function estimated({ standIns = [] }: Recorded): Sql {
  const stands = standIns.length === 0 ? sql`FALSE` : sql`p.ordinal IN (${standIns})`;
  return sql`CASE WHEN p.submission < 0 THEN 'late' WHEN p.submission = 0 AND ${stands} THEN 'late' WHEN p.submission = 0 THEN 'corrected' END`;
}

/** The cause of each factor of each pair. A line that counts in one run only enters or leaves as it is there. */
function causes(recorded: Recorded): Sql {
  const standing = estimated(recorded);
  const edited = (factor: string) => {
    const found = sql`(SELECT max_by(e.cause, e.seq) FROM edit AS e WHERE e.submission = p.submission
      AND e.ordinal = p.ordinal AND e.field IN (${FACTORS[factor] ?? []}))`;
    return sql`coalesce(${standing}, ${found}, ${DEFINITIONS[factor] ?? 'method'}) AS ${raw(`${factor}_cause`)}`;
  };
  return sql`
    SELECT p.*, coalesce(
        ${standing},
        CASE WHEN s.fresh THEN s.cause END,
        CASE WHEN p.b_state = 'superseded' THEN coalesce(o.cause, 'corrected') END,
        (SELECT max_by(e.cause, e.seq) FROM edit AS e WHERE e.submission = p.submission AND e.ordinal = p.ordinal),
        k.cause, CASE WHEN r.enterprise IS NOT NULL THEN 'coverage' END, ${DEFINITIONS['counts'] ?? 'method'}) AS counts_cause,
      ${join(['cell', 'amount', 'rate'].map(edited))}
    FROM pair AS p
    LEFT JOIN submission AS s ON s.id = p.submission
    LEFT JOIN submission AS o ON o.id = s.superseded_by
    LEFT JOIN linked AS k ON k.submission = p.submission AND k.ordinal = p.ordinal
    LEFT JOIN registered AS r ON r.enterprise = p.enterprise`;
}

/** What each replacement adds and takes away: the state after it, less the state before it. */
function steps(source: 'replaced' | 'alone'): Sql {
  const after = source === 'replaced' ? sql`f.rank <= r.rank` : sql`f.rank = r.rank`;
  const before = source === 'replaced' ? sql`f.rank < r.rank` : sql`FALSE`;
  return join([stateAt(source, after, 1), stateAt(source, before, -1)], ' UNION ALL ');
}

function stateAt(source: string, condition: Sql, sign: 1 | -1): Sql {
  const later = (factor: string) => sql`(${raw(condition.text.replaceAll('f.rank', `rank_of_${factor}`))})`;
  const pick = (factor: string, name: string) =>
    sql`CASE WHEN NOT a_counts OR (b_counts AND ${later(factor)}) THEN b_${raw(name)} ELSE a_${raw(name)} END`;
  const [amount, rate] = [later('amount'), later('rate')];
  const mad = sql`CASE
    WHEN NOT a_counts OR (b_counts AND ${amount} AND ${rate}) THEN b_mad
    WHEN NOT b_counts OR NOT (${amount} OR ${rate}) THEN a_mad
    ELSE coalesce(CAST(CAST(${pick('amount', 'amount')} AS DECIMAL(26,3)) * (${pick('rate', 'rate')}) AS DECIMAL(18,2))
      * (${pick('amount', 'sign')}), 0) END`;
  return sql`
    SELECT ${source} AS source, r.cause, submission, ordinal, enterprise, holding, kind,
      ${join(['month', 'segment', 'ebops', 'partner'].map((name) => sql`${pick('cell', name)} AS ${raw(name)}`))},
      ${raw(String(sign))} * (${mad}) AS mad
    FROM (${ranked()}) CROSS JOIN replacement AS r
    WHERE r.cause IN (counts_cause, cell_cause, amount_cause, rate_cause)
      AND CASE WHEN ${later('counts')} THEN b_counts ELSE a_counts END`;
}

function ranked(): Sql {
  const ranks = Object.keys(FACTORS).map(
    (factor) =>
      sql`(SELECT rank FROM replacement WHERE replacement.cause = ${raw(`${factor}_cause`)}) AS ${raw(`rank_of_${factor}`)}`,
  );
  return sql`SELECT *, ${join(ranks)} FROM caused`;
}

function submissionTable({ submissions }: Recorded, { cutSubmission }: Vintage): Sql {
  const rows = submissions.map(({ id, function: role, cause, superseded_by }) => [
    ...[id, cause ?? (role === 'original' ? 'late' : 'corrected'), superseded_by, id > cutSubmission],
  ]);
  return typedTable('submission', rows, [
    'id INTEGER',
    'cause VARCHAR',
    'superseded_by INTEGER',
    'fresh BOOLEAN',
  ]);
}

/** Edits that the later run saw and the earlier did not; a reversal is an edit too. */
function editTable({ edits }: Recorded, earlier: Vintage, later: Vintage): Sql {
  const rows = edits
    .filter(({ seq }) => seq > earlier.cutEdit && seq <= later.cutEdit)
    .map(({ seq, submission, ordinal, field, cause }) => [seq, submission, ordinal, field, cause]);
  const columns = ['seq INTEGER', 'submission INTEGER', 'ordinal INTEGER', 'field VARCHAR', 'cause VARCHAR'];
  return typedTable('edit', rows, columns);
}

/** Automatic edits that one run has and the other has not, or not with the same value: the last word after a person's. */
function automaticEdits({ automatic: { earlier, later } }: Recorded): Sql {
  const rows = (path: string | null) =>
    path === null
      ? sql`SELECT NULL::INTEGER AS submission, NULL::INTEGER AS ordinal, NULL AS field, NULL AS after, NULL AS cause WHERE FALSE`
      : sql`SELECT submission, ordinal, field, after, cause FROM ${readParquet(path)}`;
  return sql`
    SELECT 0 AS seq, submission, ordinal, field, cause FROM
      ((${rows(earlier)} EXCEPT ${rows(later)}) UNION (${rows(later)} EXCEPT ${rows(earlier)}))`;
}

function typedTable(
  name: string,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  columns: readonly string[],
): Sql {
  const parts = columns.map((column) => column.split(' '));
  const names = parts.map(([head = '']) => head);
  const casts = parts.map(
    ([head = '', type = '']) => sql`CAST(${raw(head)} AS ${raw(type)}) AS ${raw(head)}`,
  );
  return sql`(SELECT ${join(casts)} FROM ${valuesTable(`${name}_given`, names, rows)}) AS ${raw(name)}`;
}
