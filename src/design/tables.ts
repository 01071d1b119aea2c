// The tables in which phases meet, each declared once. Frozen: a change here is a decision record.
// Large tables are Parquet; the operational ones are `office.db` (`design/office-tables.ts`).

import { FIELDS, type LineKind } from './declaration.ts';

export type Column = { readonly name: string; readonly type: string; readonly meaning: string };
export type Table = {
  readonly name: string;
  readonly state: 'collected' | 'processed' | 'analysed' | 'protected';
  readonly columns: readonly Column[];
  /** A total order: with it the bytes of the file are the same at every run. */
  readonly order: readonly string[];
};

/** Every line is in exactly one of these states; received is their sum, for every file, always. */
export const LINE_STATES = [
  'accepted',
  'excluded',
  'queried',
  'rejected',
  'duplicate',
  'superseded',
  'linked',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Why a released value may differ from an earlier one; recorded on the edit or submission, never inferred. */
export const REVISION_CAUSES = [
  'late',
  'corrected',
  'reclassified',
  'exchange_rate',
  'coverage',
  'method',
  'erratum',
] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number];

/** Where a contribution comes from. */
export const SOURCES = ['bank', 'enterprise', 'office'] as const;
export type Source = (typeof SOURCES)[number];

/** How firm a contribution is. */
export const CONTRIBUTION_STATUSES = ['reported', 'edited', 'imputed', 'grossed', 'adjusted'] as const;

/** The holding of what a sample stands for: nobody declared it, nobody knows it, and it counts in no number of holdings. */
export const NOBODY = '_Z';

/** What a line is known by. */
export const LINE_IDENTITY: readonly Column[] = [
  { name: 'submission', type: 'INTEGER', meaning: 'number of the submission in office.db' },
  { name: 'ordinal', type: 'INTEGER', meaning: 'position in the file, from 1' },
];
const BY_LINE = ['submission', 'ordinal'];

/** What every level cell is a sum over. */
const BASE_CELL: readonly Column[] = [
  { name: 'month', type: 'VARCHAR', meaning: 'reference month' },
  { name: 'segment', type: 'VARCHAR', meaning: 'segment' },
  { name: 'ebops', type: 'VARCHAR', meaning: 'EBOPS 2010 item' },
  { name: 'partner', type: 'VARCHAR', meaning: 'country of the client' },
];

/** Canonical lines as text: one table for each kind of line. */
export const COLLECTED: { readonly [K in LineKind]: Table } = {
  settlement: collected('settlement'),
  enterprise: collected('enterprise'),
  series: collected('series'),
};

/** Lines after processing, one file a month, every received settlement and enterprise line in exactly one of them. */
export const LINES: Table = {
  name: 'lines',
  state: 'processed',
  columns: [
    ...LINE_IDENTITY,
    { name: 'kind', type: 'VARCHAR', meaning: 'settlement or enterprise' },
    { name: 'sender', type: 'VARCHAR', meaning: 'who declared: bank code or enterprise' },
    { name: 'state', type: 'VARCHAR', meaning: 'one of LINE_STATES' },
    {
      name: 'reason',
      type: 'VARCHAR',
      meaning: 'the rule or step that decided the state; NULL when accepted',
    },
    { name: 'enterprise', type: 'VARCHAR', meaning: 'first nine digits of the ICE; NULL when unreadable' },
    { name: 'holding', type: 'VARCHAR', meaning: 'holding at the date, or the enterprise itself' },
    {
      name: 'month',
      type: 'VARCHAR',
      meaning: 'reference month by the concept of the scope; 0000-00 when unknown',
    },
    { name: 'nature', type: 'VARCHAR', meaning: 'nature of operation or service item, as declared' },
    { name: 'segment', type: 'VARCHAR', meaning: 'segment by the two keys; NULL when not classified' },
    { name: 'ebops', type: 'VARCHAR', meaning: 'EBOPS 2010 item; NULL when not classified' },
    { name: 'partner', type: 'VARCHAR', meaning: 'country of the client, ISO 3166 alpha-2' },
    { name: 'payment_country', type: 'VARCHAR', meaning: 'country the money came from' },
    { name: 'value_date', type: 'DATE', meaning: 'value date; NULL for enterprise lines' },
    { name: 'currency', type: 'VARCHAR', meaning: 'ISO 4217' },
    { name: 'amount', type: 'DECIMAL(18,3)', meaning: 'in currency, positive as declared' },
    { name: 'sign', type: 'INTEGER', meaning: '1 receipt, -1 refund or credit note' },
    { name: 'rate', type: 'DECIMAL(12,6)', meaning: 'dirhams for one unit of currency, by the rate rule' },
    { name: 'mad', type: 'DECIMAL(18,2)', meaning: 'dirhams with sign; the only rounding inside' },
    { name: 'source', type: 'VARCHAR', meaning: 'one of SOURCES' },
    { name: 'status', type: 'VARCHAR', meaning: 'one of CONTRIBUTION_STATUSES' },
    { name: 'headcount', type: 'INTEGER', meaning: 'employees, enterprise lines only' },
    { name: 'invoice_refs', type: 'VARCHAR', meaning: 'invoices, as declared' },
    { name: 'bank_reference', type: 'VARCHAR', meaning: 'reference of the bank, as declared' },
    {
      name: 'failed',
      type: 'VARCHAR',
      meaning: 'ids of rules that did not pass, comma between, sorted; NULL for none',
    },
  ],
  order: ['enterprise', ...BY_LINE],
};

/** Broken rules, one row for each line and rule. */
export const FINDINGS: Table = {
  name: 'findings',
  state: 'processed',
  columns: [
    ...LINE_IDENTITY,
    { name: 'rule', type: 'VARCHAR', meaning: 'id of the rule' },
    { name: 'version', type: 'INTEGER', meaning: 'version of the rule' },
    { name: 'tier', type: 'INTEGER', meaning: '0 format to 5 external plausibility' },
    { name: 'severity', type: 'VARCHAR', meaning: 'fatal, error, warning or info' },
    { name: 'outcome', type: 'VARCHAR', meaning: 'fail or unknown' },
    { name: 'field', type: 'VARCHAR', meaning: 'the field at fault' },
    { name: 'found', type: 'VARCHAR', meaning: 'its text as received' },
  ],
  order: [...BY_LINE, 'rule'],
};

/** Lines that are the same flow. */
export const LINKS: Table = {
  name: 'links',
  state: 'processed',
  columns: [
    ...LINE_IDENTITY,
    { name: 'to_submission', type: 'INTEGER', meaning: 'submission of the line that counts' },
    { name: 'to_ordinal', type: 'INTEGER', meaning: 'its position' },
    { name: 'kind', type: 'VARCHAR', meaning: 'duplicate, same_flow or instalment' },
    { name: 'score', type: 'INTEGER', meaning: '0 to 1000' },
    { name: 'evidence', type: 'VARCHAR', meaning: 'what agrees, as JSON' },
  ],
  order: [...BY_LINE, 'to_submission', 'to_ordinal', 'kind'],
};

/** What rules of editing changed in this run: over recorded edits these never go, and a recorded one stands above them. */
export const EDITS: Table = {
  name: 'edits',
  state: 'processed',
  columns: [
    ...LINE_IDENTITY,
    { name: 'field', type: 'VARCHAR', meaning: 'the field changed, or state' },
    { name: 'before', type: 'VARCHAR', meaning: 'its canonical text; NULL for nothing' },
    { name: 'after', type: 'VARCHAR', meaning: 'what it says now; for state excluded, linked or queried' },
    { name: 'rule', type: 'VARCHAR', meaning: 'id of the rule of editing' },
    { name: 'version', type: 'INTEGER', meaning: 'version of the rule' },
    { name: 'score', type: 'INTEGER', meaning: 'belief in it, 0 to 1000' },
    { name: 'proof', type: 'VARCHAR', meaning: 'what it rests on, as JSON' },
    { name: 'reason', type: 'VARCHAR', meaning: 'the rule in words, in English' },
    { name: 'cause', type: 'VARCHAR', meaning: 'one of REVISION_CAUSES' },
    { name: 'author', type: 'VARCHAR', meaning: 'marsad/<rule>' },
    { name: 'at', type: 'VARCHAR', meaning: 'instant at which the run was cut' },
  ],
  order: [...BY_LINE, 'field', 'rule'],
};

/** What each holding contributes to each base cell; every higher cell is a sum of these. */
export const CONTRIBUTIONS: Table = {
  name: 'contributions',
  state: 'analysed',
  columns: [
    {
      name: 'indicator',
      type: 'VARCHAR',
      meaning: 'EXPORTS (dirhams, a flow) or EMPLOYMENT (persons, a stock at month end)',
    },
    { name: 'scope', type: 'VARCHAR', meaning: 'scope version' },
    ...BASE_CELL,
    { name: 'holding', type: 'VARCHAR', meaning: 'the contributor; _Z for what a sample stands for' },
    { name: 'source', type: 'VARCHAR', meaning: 'one of SOURCES' },
    { name: 'status', type: 'VARCHAR', meaning: 'one of CONTRIBUTION_STATUSES' },
    { name: 'value', type: 'DECIMAL(38,2)', meaning: 'dirhams to the centime, or persons' },
    { name: 'lines', type: 'BIGINT', meaning: 'number of lines behind it' },
  ],
  order: ['indicator', 'scope', 'month', 'segment', 'ebops', 'partner', 'holding', 'source', 'status'],
};

/** Lines counted and summed by all that a trace tells of them. */
export const ORIGINS: Table = {
  name: 'origins',
  state: 'analysed',
  columns: [
    {
      name: 'division',
      type: 'VARCHAR',
      meaning: 'none; of lines that a split key may divide, whole for themselves and part for their parts',
    },
    ...BASE_CELL,
    { name: 'jobs', type: 'BOOLEAN', meaning: 'whether they state employees' },
    { name: 'state', type: 'VARCHAR', meaning: 'one of LINE_STATES' },
    { name: 'reason', type: 'VARCHAR', meaning: 'what decided the state' },
    { name: 'currency', type: 'VARCHAR', meaning: 'ISO 4217' },
    { name: 'rate', type: 'DECIMAL(12,6)', meaning: 'dirhams for one unit of currency' },
    { name: 'failed', type: 'VARCHAR', meaning: 'ids of rules that did not pass' },
    { name: 'submission', type: 'INTEGER', meaning: 'number of the submission in office.db' },
    { name: 'lines', type: 'BIGINT', meaning: 'number of lines' },
    { name: 'mad', type: 'DECIMAL(38,2)', meaning: 'dirhams with sign' },
    { name: 'amount', type: 'DECIMAL(38,3)', meaning: 'units of the currency with sign' },
  ],
  order: [
    ...['month', 'segment', 'partner', 'ebops', 'division', 'jobs', 'submission'],
    ...['state', 'reason', 'currency', 'rate', 'failed'],
  ],
};

/** Where edited lines fall. */
export const EDITED: Table = {
  name: 'edited',
  state: 'analysed',
  columns: [...LINE_IDENTITY, { name: 'division', type: 'VARCHAR', meaning: 'as in ORIGINS' }, ...BASE_CELL],
  order: [...BY_LINE, 'division', 'segment', 'ebops'],
};

/** Compiled cells, exact. */
export const CELLS: Table = {
  name: 'cells',
  state: 'analysed',
  columns: [
    { name: 'dataflow', type: 'VARCHAR', meaning: 'EXPORTS, EBOPS, TARGETS or QUALITY' },
    { name: 'key', type: 'VARCHAR', meaning: 'dimension values in the order of the dataflow, dots between' },
    { name: 'period', type: 'VARCHAR', meaning: 'TIME_PERIOD' },
    {
      name: 'numerator',
      type: 'VARCHAR',
      meaning: 'the exact value is numerator / denominator in UNIT_MEASURE',
    },
    { name: 'denominator', type: 'VARCHAR', meaning: 'see numerator; positive' },
    { name: 'contributors', type: 'INTEGER', meaning: 'holdings behind it; NULL where none are' },
    { name: 'obs_status', type: 'VARCHAR', meaning: 'SDMX OBS_STATUS' },
    { name: 'attributes', type: 'VARCHAR', meaning: 'further attributes as JSON' },
  ],
  order: ['dataflow', 'key', 'period'],
};

/** What may leave the office, at disseminated precision. */
export const PROTECTED: Table = {
  name: 'protected',
  state: 'protected',
  columns: [
    { name: 'dataflow', type: 'VARCHAR', meaning: 'EXPORTS, EBOPS, TARGETS or QUALITY' },
    { name: 'key', type: 'VARCHAR', meaning: 'dimension values in the order of the dataflow, dots between' },
    { name: 'period', type: 'VARCHAR', meaning: 'TIME_PERIOD' },
    { name: 'value', type: 'VARCHAR', meaning: 'OBS_VALUE as printed; NULL when suppressed or missing' },
    { name: 'obs_status', type: 'VARCHAR', meaning: 'SDMX OBS_STATUS; Q when suppressed' },
    { name: 'conf_status', type: 'VARCHAR', meaning: 'F, or C for every suppressed cell alike' },
    { name: 'attributes', type: 'VARCHAR', meaning: 'further attributes as JSON: UNIT_MULT, DECIMALS, …' },
  ],
  order: ['dataflow', 'key', 'period'],
};

function collected(kind: LineKind): Table {
  const texts = FIELDS[kind].map(({ id, type }) => ({
    name: id,
    type: 'VARCHAR',
    meaning: `${type}, canonical text`,
  }));
  return {
    name: `collected-${kind}`,
    state: 'collected',
    columns: [
      ...LINE_IDENTITY,
      ...texts,
      {
        name: 'raw',
        type: 'VARCHAR',
        meaning: 'JSON of the fields whose text normalising changed; NULL for none',
      },
    ],
    order: BY_LINE,
  };
}
