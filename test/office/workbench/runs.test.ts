// Runs started from a page: a process of its own, never two at once, and what it said when it did not succeed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openEngine, readParquet } from '../../../src/engine/duckdb.ts';
import { wordsIn } from '../../../src/engine/errors.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { JobView } from '../../../src/office/workbench/desk-running.ts';
import { type DrawnOffice, drawnOffice } from './drawn-office.ts';

let office: DrawnOffice;
before(async () => {
  office = await drawnOffice(600);
});
after(() => office.end());

async function over(id: number): Promise<JobView> {
  for (let turn = 0; turn < 600; turn += 1) {
    const view = await office.desk.job(id);
    if (view.job.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('the run did not end');
}

test('a run goes on beside the office, refuses a second one, and counts what was decided and registered before it', async () => {
  const compiler = office.as('compiler');
  const [first] = (await lines('CRM')).rows;
  const enterprise = first?.enterprise ?? '';
  const holding = office.workspace.domain.holdings[0]?.code ?? '';
  const change = { field: 'holding', to: holding, from: '2020-01-01', reason: 'merger' };
  assert.equal((await compiler.post(`/register/${enterprise}`, change)).status, 303);
  const answer = await compiler.post('/runs', { period: '2025-S1', embargo: '' });
  assert.equal(answer.headers.get('location'), '/runs/jobs/1');
  assert.match(await (await compiler.get('/runs/jobs/1')).text(), /http-equiv="refresh" content="2"/);
  assert.equal((await compiler.post('/runs', { period: '2025-S1' })).status, 409);
  const { job, steps, log } = await over(1);
  assert.deepEqual([job.state, job.author, job.run], ['done', compiler.name, 2], JSON.stringify(log));
  assert.ok(steps.every(({ state }) => state === 'done'));
  assert.ok(log.length > 8 && log.every((line) => typeof line !== 'string'), JSON.stringify(log));
  const english = log.map((line) => wordsIn('en', line)).join('\n');
  assert.match(english, /process +[\d.]+ s[\s\S]*lines received = [\s\S]*release 2025-S1\/1 is drafted/);
  assert.doesNotMatch(await (await compiler.get('/runs/jobs/1')).text(), /http-equiv="refresh"/);
  assert.deepEqual(
    await holdingsOf(enterprise),
    [holding],
    'the lines of the run belong to the holding as changed',
  );
});

function lines(segment: string) {
  const none = { enterprise: '', month: '', partner: '', rule: '', text: '', sender: '' };
  const filters = { ...none, state: 'accepted', segment };
  return office.desk.lines({ filters, sort: 'value', falling: true, page: 1 });
}

async function holdingsOf(enterprise: string): Promise<readonly string[]> {
  const engine = await openEngine({ memory: '500MB', threads: 1 });
  const path = office.workspace.layout.runFile(2, 'lines-2025-*.parquet');
  const rows = await engine.rows<{ holding: string }>(
    sql`SELECT DISTINCT holding FROM ${readParquet(path)} WHERE enterprise = ${enterprise}`,
  );
  engine.close();
  return rows.map((row) => row.holding);
}

test('what a run said and what it counted stand on its page in the language of the reader', async () => {
  const compiler = office.as('compiler');
  const pageIn = async (language: string) => (await compiler.get(`/runs/2?language=${language}`)).text();
  const [arabic, french] = [await pageIn('ar'), await pageIn('fr')];
  const said = (page: string) => textOf(/<pre class="log"[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '');
  assert.match(said(arabic), /حماية السرية: \u2068[\d,]+\u2069 ث[\s\S]*أُعدّت مسودة الإصدار/);
  assert.doesNotMatch(
    said(arabic).replaceAll(/\d{4}-[SQ]\d/g, ''),
    /[A-Za-z]/,
    'no word of another language',
  );
  assert.match(said(french), /traitement\u00a0: [\d,]+\u00a0s[\s\S]*lignes reçues = /);
  const counted = /<caption>ما عدّته المراحل[\s\S]*?<\/table>/.exec(arabic)?.[0] ?? '';
  assert.match(textOf(counted), /الأسطر المستلَمة[\s\S]*محجوبة لحماية غيرها/);
  // Codes of indicators and the period stand as they are written everywhere; nothing else may.
  const codes = /[A-Z][A-Z_]{4,}|\d{4}-S\d/g;
  assert.doesNotMatch(textOf(counted).replaceAll(codes, ''), /[A-Za-z]/);
});

function textOf(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, ' ');
}

test('a run that is refused says why on its page; a period that is none starts nothing', async () => {
  const compiler = office.as('compiler');
  assert.equal((await compiler.post('/runs', { period: 'summer' })).status, 400);
  assert.equal((await compiler.post('/runs', { period: '2025-S1', embargo: 'tomorrow' })).status, 400);
  assert.equal((await compiler.post('/runs', { period: '2031' })).status, 303);
  const { job, why } = await over(2);
  assert.equal(job.state, 'refused');
  assert.ok(why !== null && 'said' in why, JSON.stringify(why));
  const pageIn = async (language: string) => (await compiler.get(`/runs/jobs/2?language=${language}`)).text();
  const [arabic, french] = [await pageIn('ar'), await pageIn('fr')];
  assert.match(french, /Pourquoi elle n’a pas abouti[\s\S]*les déclarations vont jusqu’à 2025-06/);
  assert.match(arabic, /لا يمكن حساب .*2031.*ابدؤوا معالجة لفترة أسبق/);
  // What to do is said for the page: no word of a command line outside the log of the program.
  for (const page of [arabic, french])
    assert.doesNotMatch(page.replace(/<details>.*<\/details>/s, ''), /--\w/);
});

test('what would be refused at the end of a run is refused before it begins', async () => {
  const compiler = office.as('compiler');
  const jobs = (await office.desk.runs()).jobs.length;
  const wrong = await compiler.post('/runs', { period: '2025-S1', embargo: '2025-12-30T10:00:00+03:00' });
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /les horloges de Africa\/Casablanca sont à/);
  assert.equal((await compiler.post('/runs', { period: '2025-S1', cause: 'mood' })).status, 400);
  assert.equal((await office.desk.runs()).jobs.length, jobs);
});

test('a run is stopped, and the office can start another', async () => {
  const compiler = office.as('compiler');
  assert.equal((await compiler.post('/runs', { period: '2025-S1' })).status, 303);
  assert.equal((await compiler.post('/runs/jobs/3/stop')).status, 303);
  assert.equal((await over(3)).job.state, 'stopped');
  assert.equal((await compiler.post('/runs/jobs/3/stop')).status, 400);
  assert.equal((await compiler.post('/runs', { period: '2025-S1' })).status, 303);
  assert.equal((await compiler.post('/runs/jobs/4/stop')).status, 303);
  await over(4);
});

test('the ways to protect are compared from the page, by a job that changes nothing of the run, and shown there', async () => {
  const [compiler, before] = [office.as('compiler'), JSON.stringify((await office.desk.run(2)).summary)];
  assert.match(await (await compiler.get('/protection')).text(), /action="\/protection\/compare"/);
  assert.equal((await office.as('declarant').post('/protection/compare')).status, 403);
  assert.equal((await compiler.post('/protection/compare')).headers.get('location'), '/protection');
  const going = await (await compiler.get('/protection')).text();
  assert.match(going, /http-equiv="refresh"[\s\S]*href="\/runs\/jobs\/5"/);
  assert.equal((await compiler.post('/protection/compare')).status, 409, 'one at a time');
  const { job, steps, log } = await over(5);
  assert.deepEqual(
    [job.state, job.kind, job.run, steps],
    ['done', 'comparison', null, []],
    JSON.stringify(log),
  );
  const { comparison, job: open } = await office.desk.protection();
  assert.deepEqual([comparison?.author, open], [compiler.name, null]);
  assert.ok((comparison?.rows.length ?? 0) >= 4);
  assert.match(await (await compiler.get('/runs/jobs/5')).text(), /href="\/protection"/);
  assert.equal(JSON.stringify((await office.desk.run(2)).summary), before);
});
