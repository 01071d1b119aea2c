// A small run with one line of each fate, for the tests of tracing: lines, contributions, cells and the store.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../../src/analyse/analyse.ts';
import type { UpwardSources } from '../../src/analyse/trace-upward.ts';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { CONTRIBUTIONS, EDITS, FINDINGS, LINES, LINKS } from '../../src/design/tables.ts';
import { copyToParquet, openEngine, readParquet } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { openStore } from '../../src/engine/store.ts';
import { type TableValue, writeTable } from '../../src/engine/write-table.ts';
import { DOMAIN } from './fixture.ts';

type Line = { readonly [column: string]: TableValue };

/** Three files: a bank's in each year, and an enterprise's with jobs; one line of each fate. */
const LINES_GIVEN: readonly Line[] = [
  line(1, 3, { month: '2024-01', mad: '0.00', amount: '0.000' }),
  line(1, 1, { month: '2024-06', mad: '1000.00', amount: '100.000' }),
  line(1, 2, {
    month: '2024-06',
    mad: '500.00',
    amount: '50.000',
    segment: 'CRM',
    partner: 'US',
    holding: 'H2',
  }),
  line(2, 1, { month: '2025-06', mad: '1200.25', amount: '120.000', failed: 'V020,V031' }),
  line(2, 2, {
    month: '2025-06',
    mad: '400.00',
    amount: '40.000',
    segment: 'CRM',
    holding: 'H2',
    status: 'edited',
  }),
  line(2, 3, {
    month: '2025-06',
    mad: '9.00',
    amount: '1.000',
    state: 'excluded',
    reason: 'V031',
    failed: 'V031',
  }),
  line(3, 1, {
    ...{ month: '2025-06', kind: 'enterprise', source: 'enterprise', sender: 'E1', state: 'linked' },
    ...{ headcount: 70, mad: '777.00', amount: '77.000' },
  }),
];

const folder = mkdtempSync(join(tmpdir(), 'marsad-trace-'));
const engine = await openEngine({ memory: '500MB', threads: 1 });

/** The sources of the run; whoever calls closes engine and store. */
export function tracedSources(): Promise<UpwardSources> {
  return workspaceOf(LINES_GIVEN);
}

function line(submission: number, ordinal: number, values: Line): Line {
  return {
    ...{
      submission,
      ordinal,
      kind: 'settlement',
      sender: 'B1',
      state: 'accepted',
      reason: null,
      enterprise: '000000001',
    },
    ...{ holding: 'H1', nature: 'IT01', segment: 'ITO', ebops: 'SI21', partner: 'FR', payment_country: 'FR' },
    ...{ value_date: `${values['month']}-15`, currency: 'EUR', sign: 1, rate: '10.000000', source: 'bank' },
    ...{ status: 'reported', headcount: null, invoice_refs: null, bank_reference: null, failed: null },
    ...values,
  };
}

async function workspaceOf(lines: readonly Line[]): Promise<UpwardSources> {
  const path = (name: string) => join(folder, name);
  const months = [...new Set(lines.map(({ month }) => String(month)))];
  for (const month of months) {
    const rows = lines.filter((each) => each['month'] === month);
    await writeTable(
      engine,
      LINES,
      rows.map((each) => LINES.columns.map(({ name }) => each[name] ?? null)),
      path(`lines-${month}.parquet`),
    );
  }
  await writeTable(engine, FINDINGS, [], path('findings.parquet'));
  await writeTable(engine, LINKS, [], path('links.parquet'));
  const edit = [
    2,
    1,
    'amount',
    '12',
    '120',
    'E01',
    3,
    900,
    '{}',
    'cents as units',
    'corrected',
    'marsad/E01',
    '2025-09-01',
  ];
  await writeTable(engine, EDITS, [edit], path('edits.parquet'));
  await engine.run(
    copyToParquet(
      contributionsFrom(months.map((month) => path(`lines-${month}.parquet`))),
      path('contributions.parquet'),
      CONTRIBUTIONS.order,
    ),
  );
  const rules = [{ id: 'V031', version: 4, severity: 'error' }];
  const merges = [{ code: 'ITO_CRM', segments: ['ITO', 'CRM'] }];
  const domain = { ...DOMAIN, rules, merges } as unknown as typeof DOMAIN;
  await analyse({
    engine,
    domain,
    contributionsPath: path('contributions.parquet'),
    releasePeriod: '2025-S1',
    outPath: path('cells.parquet'),
  });
  return {
    ...{ engine, domain, months, store: storeWith(lines), cutEdit: 1, protected: null },
    cells: path('cells.parquet'),
    contributions: path('contributions.parquet'),
    origins: null,
    edits: path('edits.parquet'),
    findings: path('findings.parquet'),
    links: path('links.parquet'),
    lines: (month) => (months.includes(month) ? [path(`lines-${month}.parquet`)] : []),
  };
}

function contributionsFrom(paths: readonly string[]) {
  const base = sql`'2025' AS scope, month, segment, ebops, partner, holding, source, status`;
  return sql`
    SELECT 'EXPORTS' AS indicator, ${base}, CAST(sum(mad) AS DECIMAL(38,2)) AS value, count(*) AS lines
    FROM ${readParquet(paths)} WHERE state = 'accepted' GROUP BY ALL
    UNION ALL SELECT 'EMPLOYMENT', ${base}, CAST(sum(headcount) AS DECIMAL(38,2)), count(*)
    FROM ${readParquet(paths)} WHERE headcount IS NOT NULL GROUP BY ALL`;
}

function storeWith(lines: readonly Line[]) {
  const store = openStore(join(folder, 'office.db'), MIGRATIONS);
  for (const id of new Set(lines.map(({ submission }) => Number(submission)))) {
    store.run(
      `INSERT INTO submissions (id, sha256, name, bytes, format, sender, period, sequence, function, language, state,
        lines, findings, receipt, salt, received_at)
       VALUES (?, ?, ?, 1, 'csv', 'B1', '2025-06', ?, 'original', 'fr', 'received', 1, '[]', ?, 'salt', '2025-07-01')`,
      id,
      `hash-${id}`,
      `file-${id}.csv`,
      id,
      `receipt-${id}`,
    );
  }
  for (const [before, value] of [
    ['4', '40'],
    ['40', '41'],
  ] as const) {
    store.run(
      `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
       VALUES (2, 2, 'amount', ?, ?, 'manual', 'a zero was lost', 'corrected', 'amina', '2025-07-02')`,
      before,
      value,
    );
  }
  return store;
}
