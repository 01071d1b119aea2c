// The tools of an analyst in a workspace: currencies at period averages, growth at constant rates recomputed from lines and
// adding up over segments, a mixed contract among them; jobs as a stock; concentration; what cannot be a series is refused.

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { latestRun } from '../../src/command/runs.ts';
import { openWorkspace, workspaceEngine } from '../../src/command/workspace.ts';
import { monthsOf, periodOf } from '../../src/design/period.ts';
import { readParquet } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { sql } from '../../src/engine/sql.ts';
import { runCommandLine } from '../../src/main.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-series-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const said: string[] = [];
  const code = await runCommandLine(words, stillEffects('2025-09-01T09:00:00.000Z', said));
  return { code, text: said.join('\n') };
}
async function marsad(...words: readonly string[]): Promise<string> {
  const { code, text } = await run(...words);
  assert.equal(code, 0, text);
  return text;
}

type Row = {
  readonly period: string;
  readonly value: string;
  readonly eur: string | null;
  readonly growth: string | null;
  readonly growth_constant_rates: string | null;
  readonly partners: { readonly index: string; readonly count: number } | null;
  readonly segments: { readonly index: string; readonly count: number } | null;
};
const seriesOf = async (key: string) =>
  JSON.parse(await marsad('series', root, `${key}.2025`, '--json')) as readonly Row[];
const SEGMENTS = ['ITO', 'CRM', 'ESO', 'BPO', 'KPO'];
const [NOW, BEFORE] = ['2025-Q1', '2024-Q1'];

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2024-Q1', '--to', '2025-Q1', '--lines', '600', '--errors', '0', '--seed', '9'];
  await marsad('simulate', '--out', drawn, ...span, '--respondents', '8');
  await marsad('collect', root, join(drawn, 'declarations'));
  appendFileSync(
    join(root, 'domain', 'split-keys.csv'),
    ['ITO,SI22,0.6', 'BPO,SJ35,0.4'].map((part) => `968631996,${part},2025-01-01,,[prop] test\n`).join(''),
  );
  await marsad('process', root);
  await marsad('analyse', root, '--period', NOW);
});

test('euros are dirhams over the average of the months, and concentration lies between equal parts and one alone', async () => {
  const now = (await seriesOf('Q.MA.W1._T.EXPORTS.MAD')).find(({ period }) => period === NOW);
  const workspace = openWorkspace(root);
  const months = monthsOf(periodOf(NOW));
  const rates = workspace.domain.rates.filter(
    ({ currency, month }) => currency === 'EUR' && months.includes(month),
  );
  workspace.store.close();
  const average = rates.reduce((sum, { rate }) => sum + Number(rate), 0) / rates.length;
  assert.equal(rates.length, 3);
  assert.ok(Math.abs(Number(now?.eur) - Number(now?.value) / average) < 1);
  for (const { index, count } of [now?.partners, now?.segments].flatMap((each) => each ?? []))
    assert.ok(Number(index) > 10_000 / count && Number(index) < 10_000, `${index} of ${count}`);
});

test('growth at constant rates is what the lines give at the rates of the year before, and adds up over segments', async () => {
  const total = await seriesOf('Q.MA.W1._T.EXPORTS.MAD');
  const at = (rows: readonly Row[], wanted: string) => rows.find(({ period }) => period === wanted);
  const base = Number(at(total, BEFORE)?.value);
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    const { id } = latestRun(workspace, 'analysed');
    const lines = readParquet(workspace.layout.runFile(id, 'lines-2025-0[123].parquet'));
    const rates = sql`read_csv(${join(root, 'domain', 'rates.csv')}, all_varchar = true)`;
    const [then] = await engine.rows(sql`
      SELECT sum(CASE l.currency WHEN 'MAD' THEN mad ELSE amount * sign * CAST(r.rate AS DOUBLE) END) AS mad FROM ${lines} AS l
      LEFT JOIN ${rates} AS r ON r.currency = l.currency AND r.month = replace(l.month, '2025', '2024') WHERE l.state = 'accepted'`);
    const expected = (100 * (Number(then?.['mad']) - base)) / base;
    assert.ok(Math.abs(Number(at(total, NOW)?.growth_constant_rates) - expected) < 0.001, `${expected}`);
  } finally {
    engine.close();
    workspace.store.close();
  }
  let sum = 0;
  for (const segment of SEGMENTS) {
    const own = await seriesOf(`Q.MA.W1.${segment}.EXPORTS.MAD`);
    sum += Number(at(own, BEFORE)?.value) * (1 + Number(at(own, NOW)?.growth_constant_rates) / 100);
  }
  const whole = base * (1 + Number(at(total, NOW)?.growth_constant_rates) / 100);
  assert.ok(Math.abs(sum - whole) < 1e-6 * whole, `${sum} of ${whole}`);
});

test('jobs are a stock without currency, and a ratio of shares is no series', async () => {
  const jobs = await seriesOf('Q.MA.W1._T.EMPLOYMENT.PS');
  const now = jobs.find(({ period }) => period === NOW);
  assert.ok(Number(now?.value) > 100_000 && now?.growth !== null);
  assert.deepEqual([now?.eur, now?.growth_constant_rates, now?.partners], [null, null, null]);
  assert.match(
    await marsad('series', root, 'Q.MA.W1._T.EMPLOYMENT.PS.2025'),
    /a stock, at the end of each period/,
  );
  const perJob = await seriesOf('A.MA.W1._T.EXPORTS_PER_JOB.MAD');
  const year = (await seriesOf('A.MA.W1._T.EXPORTS.MAD')).find(({ period }) => period === '2024');
  const stock = (await seriesOf('A.MA.W1._T.EMPLOYMENT.PS')).find(({ period }) => period === '2024');
  assert.equal(perJob.length, 1);
  assert.ok(Math.abs(Number(perJob[0]?.value) - Number(year?.value) / Number(stock?.value)) < 0.01);
  const refused = await run('series', root, 'Q.MA.W1.ITO.EXPORTS_SHARE.PC.2025');
  assert.equal(refused.code, 1);
  assert.match(refused.text, /expected the key of one of EXPORTS, EMPLOYMENT, EXPORTS_PER_JOB/);
});
