// A sample of small enterprises from declaration to figure: grossed up near the truth, marked in the figures, traced, with
// an interval, known contributions judged against the estimated total, and replaced by what is declared after all.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { latestRun } from '../../src/command/runs.ts';
import { openWorkspace, workspaceEngine } from '../../src/command/workspace.ts';
import { readParquet } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { commandsByHour } from './by-hour.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-grossing-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
const KEY = 'Q.MA.W1._T.EXPORTS.MAD.2025/2025-Q1';
after(() => rmSync(place, { recursive: true, force: true }));

const marsad = commandsByHour();

type Report = {
  readonly survey: {
    readonly strata: readonly {
      readonly stratum: string;
      readonly month: string;
      readonly answered: number;
      readonly unknown: number;
      readonly grossed: string;
    }[];
  };
  readonly estimates: readonly {
    readonly segment: string;
    readonly total: string;
    readonly grossed: string;
    readonly lower: string;
    readonly upper: string;
  }[];
};
const report = async () =>
  JSON.parse(await marsad('respondents', root, '--period', '2025-Q1', '--json')) as Report;

async function compile(): Promise<void> {
  await marsad('process', root);
  await marsad('analyse', root, '--period', '2025-Q1');
}

/** Sum of an amount column of a file of truth, in dirhams. */
function truthIn(name: string): number {
  const [, ...rows] = readFileSync(join(drawn, name), 'utf8').trim().split('\n');
  return rows.reduce((total, row) => total + Number(row.split(',')[2]), 0);
}

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q1', '--lines', '2000', '--errors', '0', '--seed', '12'];
  await marsad('simulate', '--out', drawn, ...span, '--sampled', '44');
  await marsad('collect', root, join(drawn, 'declarations'));
  await compile();
});

test('the sample stands for those that are not asked, near the truth and within the interval', async () => {
  const { survey, estimates } = await report();
  assert.deepEqual([...new Set(survey.strata.map(({ stratum }) => stratum))].sort(), [
    ...['BPO-S', 'CRM-S', 'ESO-S', 'ITO-S'],
  ]);
  const total = estimates.find(({ segment }) => segment === '_T');
  assert.ok(total);
  const unasked = truthIn('truth-unasked.csv');
  assert.ok(unasked > 1e6);
  assert.ok(Math.abs(Number(total.grossed) - unasked) < 0.15 * unasked, `${total.grossed} for ${unasked}`);
  const truth = truthIn('truth-totals.csv');
  assert.ok(
    Number(total.lower) <= truth && truth <= Number(total.upper),
    `${truth} in ${total.lower} … ${total.upper}`,
  );
});

test('the figure carries its grossed-up share and interval, and a trace says so', async () => {
  const { figure: traced } = JSON.parse(await marsad('trace', root, `EXPORTS:${KEY}`, '--json')) as {
    readonly figure: {
      readonly attributes: { readonly [name: string]: string };
      readonly origin: {
        readonly contributions: readonly { status: string; source: string; amount: string }[];
      };
    };
  };
  const { grossed, total } = (await report()).estimates.find(({ segment }) => segment === '_T') ?? {};
  assert.equal(traced.attributes['GROSSED_SHARE'], ((100 * Number(grossed)) / Number(total)).toFixed(1));
  assert.ok(Number(traced.attributes['INTERVAL_90']) > 0);
  const of = traced.origin.contributions.find(({ status }) => status === 'grossed');
  assert.deepEqual([of?.source, of?.amount], ['enterprise', grossed]);
});

test('a cell that only one holding declares into is not made safe by what is grossed up beside it', async () => {
  await marsad('protect', root, '--json');
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    const run = latestRun(workspace, 'protected');
    const file = (name: string) => readParquet(workspace.layout.runFile(run.id, name));
    const [few] = await engine.rows(sql`
      SELECT count(*) AS cells FROM ${file('cells.parquet')} AS c JOIN ${file('protected.parquet')} AS p USING (dataflow, key, period)
      WHERE c.contributors BETWEEN 1 AND 2 AND c.numerator <> '0' AND p.value IS NOT NULL`);
    const [told] = await engine.rows(sql`
      SELECT count(*) FILTER (value IS NULL AND attributes LIKE '%GROSSED_SHARE%') AS suppressed,
        count(*) FILTER (attributes LIKE '%GROSSED_SHARE%') AS marked FROM ${file('protected.parquet')}`);
    const [known] = await engine.rows(sql`
      SELECT count(*) AS cells FROM ${file('cells.parquet')} WHERE attributes LIKE '%GROSSED_SHARE%' AND contributors BETWEEN 1 AND 2`);
    assert.equal(Number(few?.['cells']), 0);
    assert.equal(Number(told?.['suppressed']), 0);
    assert.ok(Number(told?.['marked']) > 0);
    assert.ok(Number(known?.['cells']) > 0, 'no cell tries it');
  } finally {
    engine.close();
    workspace.store.close();
  }
});

test('an enterprise that declares unasked counts as itself and is estimated no longer', async () => {
  const first = await report();
  await marsad('collect', root, unaskedDeclaration());
  await compile();
  const { survey } = await report();
  const unknown = (strata: Report['survey']['strata']) =>
    strata.filter(({ month }) => month === '2025-01').reduce((sum, each) => sum + each.unknown, 0);
  const answered = (strata: Report['survey']['strata']) =>
    strata.filter(({ month }) => month === '2025-01').reduce((sum, each) => sum + each.answered, 0);
  assert.equal(unknown(survey.strata), unknown(first.survey.strata) - 1);
  assert.equal(answered(survey.strata), answered(first.survey.strata));
  const split = await marsad('revisions', root, '--json');
  assert.match(split, /late/);
});

/** The nil declaration of a small enterprise that the survey does not ask. */
function unaskedDeclaration(): string {
  const workspace = openWorkspace(root);
  const entry = workspace.domain.register.find(({ respondent, size }) => !respondent && size === 'small');
  workspace.store.close();
  assert.ok(entry);
  const path = join(place, 'unasked.csv');
  const head = [
    '# declarant_type: enterprise',
    `# sender: ${entry.enterprise}`,
    '# period: 2025-Q1',
    '# sequence: 1',
    '# function: original',
    '# created_at: 2025-05-02T09:00:00+01:00',
    '# schema_version: 1',
    '# language: fr',
    '# line_count: 3',
    '# control_sum.MAD: 0.00',
    '# synthetic: true',
  ];
  const lines = ['01', '02', '03'].map(
    (month) => `2025-${month}-1,${entry.ice},2025-${month},Y,MAD,0.00,0.00`,
  );
  writeFileSync(
    path,
    [...head, 'line_id,resident_ice,period,nil,currency,received_amount,received_abroad', ...lines, ''].join(
      '\n',
    ),
  );
  return path;
}
