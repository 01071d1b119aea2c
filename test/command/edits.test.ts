// Editing from end to end on a small synthetic workspace: what is shown before a decision is what the next run makes of it.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openEngine, type Row, readParquet } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { hashOf } from '../../src/engine/files.ts';
import { type Sql, sql } from '../../src/engine/sql.ts';
import { runCommandLine } from '../../src/main.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-edits-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

type Listed = { readonly line: string; readonly state: string };
type Shown = { readonly key: string; readonly period: string; readonly after: string };
/** Whatever a command prints for programs, as far as these tests read it. */
type Answer = {
  readonly run: number;
  readonly edit: number;
  readonly kept: readonly number[];
  readonly adjustment: number;
  readonly review: readonly Listed[];
  readonly processed: { readonly state: string };
  readonly then: { readonly state: string };
  readonly effects: readonly Shown[];
  readonly history: readonly { readonly author: string }[];
  readonly figure: unknown;
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
};

let hour = 10;
/** Runs a command an hour after the one before; returns what it printed and how it ended. */
async function marsad(...words: readonly string[]): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  hour += 1;
  const at = new Date(Date.UTC(2025, 9, 1, hour)).toISOString();
  const code = await runCommandLine(words, stillEffects(at, said));
  return { code, text: said.join('\n') };
}

async function answer(...words: readonly string[]): Promise<Answer> {
  const { code, text } = await marsad(...words, '--json');
  assert.equal(code, 0, text);
  return JSON.parse(text) as Answer;
}

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q2', '--lines', '2500', '--errors', '0.05', '--seed', '7'];
  await marsad('simulate', '--out', drawn, ...span);
  await marsad('collect', root, join(drawn, 'declarations'));
  await compile();
});

let newest = 0;
async function processed(): Promise<number> {
  newest = (await answer('process', root)).run;
  return newest;
}

async function compile(): Promise<number> {
  const run = await processed();
  assert.equal((await marsad('analyse', root, '--period', '2025-S1')).code, 0);
  return run;
}

const MANNER = ['--author', 'compiler', '--reason', 'contract seen'];
const cell = async (key: string, period: string) => {
  const { figure } = await answer('trace', root, `${key}/${period}`);
  return figure;
};

let untouched: { readonly [name: string]: string } = {};
let decided = 0;

test('the effect shown is the effect had', async () => {
  const queue = await answer('edits', root, 'list', '--period', '2025-S1', '--threshold', '0');
  assert.ok(queue.review.length > 3, `${queue.review.length} lines to review`);
  const line = queue.review.find(({ state }) => state === 'accepted')?.line ?? '';
  const shown = await answer('edits', root, 'show', line, '--field', 'amount', '--to', '1.00');
  assert.equal(shown.processed.state, 'accepted');
  assert.ok(shown.effects.length > 20, `${shown.effects.length} cells`);
  untouched = hashesOf(shown.run);
  const { edit } = await answer(
    'edits',
    root,
    'correct',
    line,
    '--field',
    'amount',
    '--to',
    '1.00',
    ...MANNER,
  );
  const again = await answer('edits', root, 'list', '--period', '2025-S1', '--threshold', '0');
  assert.ok(!again.review.some((each) => each.line === line), 'what was decided is reviewed no more');
  await compile();
  const total = shown.effects.find(
    (each) => each.key === 'S.MA.W1._T.EXPORTS.MAD.2025' && each.period === '2025-S1',
  );
  assert.ok(total);
  const figure = await cell(total.key, total.period);
  assert.ok(
    JSON.stringify(figure).includes(total.after),
    `${total.after} in ${JSON.stringify(figure).slice(0, 300)}`,
  );
  decided = edit;
});

test('its reversal restores the run byte for byte', async () => {
  assert.ok(Object.keys(untouched).length > 3);
  await answer('edits', root, 'reverse', String(decided), ...MANNER);
  const reversed = await compile();
  assert.deepEqual(hashesOf(reversed), untouched);
});

test('a line that a rule left out counts once it is confirmed, and history says who', async () => {
  const queue = await answer('edits', root, 'list', '--period', '2025-S1', '--threshold', '0');
  const queried = queue.review.filter((each) => each.state === 'queried');
  for (const { line } of queried) {
    const shown = await answer('edits', root, 'show', line);
    if (shown.then.state !== 'accepted') continue;
    await answer('edits', root, 'confirm', line, ...MANNER);
    assert.equal(shown.processed.state, 'queried');
    const [now] = await lineIn(await processed(), line);
    assert.equal(now?.state, 'accepted');
    const { history } = await answer('edits', root, 'show', line);
    assert.equal(history.at(-1)?.author, 'compiler');
    return;
  }
  assert.fail('no queried line of the simulation can be confirmed');
});

test('a confirmation keeps what the rules corrected; as declared, or by a correction, a person undoes it', async () => {
  const lines = await linesCorrectedInAmount();
  assert.ok(lines.length >= 3, `${lines.length} lines whose amount a rule corrected`);
  const [kept, declared, corrected] = lines as [Corrected, Corrected, Corrected];
  const confirmed = await answer('edits', root, 'confirm', kept.line, ...MANNER);
  assert.equal(confirmed.kept.length, 1, 'the amount is recorded with the confirmation');
  const as = await answer('edits', root, 'confirm', declared.line, '--as-declared', ...MANNER);
  assert.deepEqual(as.kept, []);
  const to = ['--field', 'amount', '--to', corrected.before];
  const back = await answer('edits', root, 'correct', corrected.line, ...to, ...MANNER);
  const run = await processed();
  const now = await Promise.all([kept, declared, corrected].map(({ line }) => lineIn(run, line)));
  assert.deepEqual(
    now.map(([row]) => row?.amount),
    [kept.after, declared.before, corrected.before].map(Number),
  );
  for (const edit of [...confirmed.kept, confirmed.edit, as.edit, back.edit])
    await answer('edits', root, 'reverse', String(edit), ...MANNER);
});

test('a question exists in three languages, and not twice while it is open', async () => {
  const [first] = (await answer('edits', root, 'list', '--period', '2025-S1', '--threshold', '0')).review;
  const line = first?.line ?? '';
  const asked = await answer('edits', root, 'ask', line, '--field', 'amount', ...MANNER);
  assert.match(asked.ar, /يرجى/);
  assert.match(asked.fr, /Merci de vérifier/);
  assert.match(asked.en, /Please check/);
  // The field has its name in each language, not its code.
  for (const text of [asked.ar, asked.fr, asked.en]) assert.doesNotMatch(text, /[«"⁨]\s?amount/);
  assert.match(asked.ar, /الحقل «⁨المبلغ⁩»/);
  assert.match(asked.en, /check line \S*[A-Z]\S* of file/, 'by the number that the sender gave the line');
  const second = await marsad('edits', root, 'ask', line, '--field', 'amount', ...MANNER);
  assert.equal(second.code, 1);
  assert.match(second.text, /still open/);
});

const ADJUSTED = 'M.MA.FR.ITO.EXPORTS.MAD.2025/2025-06';
const value = async () => JSON.stringify(await answer('trace', root, ADJUSTED));
let first = '';
let adjusted = 0;

test('an adjustment waits for another person', async () => {
  await compile();
  first = await value();
  const { adjustment } = await answer('edits', root, 'adjust', ADJUSTED, '--amount', '1000000.25', ...MANNER);
  adjusted = adjustment;
  const own = await marsad('edits', root, 'approve', String(adjustment), '--author', 'compiler');
  assert.equal(own.code, 1);
  assert.match(own.text, /another person/);
  await compile();
  assert.equal(stripped(await value()), stripped(first));
  assert.ok(!(await value()).includes('"adjusted"'), 'it waits');
});

test('it counts when another person approved it, as adjusted', async () => {
  await answer('edits', root, 'approve', String(adjusted), '--author', 'head');
  await compile();
  assert.match(await value(), /"adjusted".*1000000\.25/);
});

test('once retracted, it counts no more', async () => {
  const back = await answer('edits', root, 'retract', String(adjusted), ...MANNER);
  await answer('edits', root, 'approve', String(back.adjustment), '--author', 'head');
  await compile();
  assert.equal(stripped(await value()), stripped(first));
});

const REFUSED: readonly [string, readonly string[], RegExp][] = [
  ['an action that is none', ['edits', root, 'delete', '1/1'], /expected one of/],
  ['a line that is none', ['edits', root, 'show', '12-3'], /SUBMISSION\/ORDINAL/],
  ['a line beyond its file', ['edits', root, 'show', '1/999999'], /fewer lines/],
  ['a decision without author', ['edits', root, 'exclude', '1/1', '--reason', 'x'], /--author/],
  [
    'an adjustment of a sum',
    ['edits', root, 'adjust', 'S.MA.W1.KPO.EXPORTS.MAD.2025/2025-S1', '--amount', '1', ...MANNER],
    /every sum follows/,
  ],
  [
    'an adjustment of nothing',
    ['edits', root, 'adjust', 'M.MA.FR.KPO.EXPORTS.MAD.2025/2025-06', '--amount', '0', ...MANNER],
    /other than zero/,
  ],
];
for (const [name, words, says] of REFUSED)
  test(`refused: ${name}`, async () => {
    const { code, text } = await marsad(...words);
    assert.equal(code, 1, text);
    assert.match(text, says);
  });

type Corrected = { readonly line: string; readonly before: string; readonly after: string };

/** Lines that count, with an amount that a rule corrected in the newest run. */
async function linesCorrectedInAmount(): Promise<readonly Corrected[]> {
  return rowsOf<Corrected>(sql`SELECT e.submission || '/' || e.ordinal AS line, e.before, e.after
    FROM ${readParquet(fileOf(newest, 'edits.parquet'))} AS e JOIN ${readParquet(fileOf(newest, 'lines-*.parquet'))} AS l
      ON l.submission = e.submission AND l.ordinal = e.ordinal
    WHERE e.field = 'amount' AND l.state = 'accepted' ORDER BY e.submission, e.ordinal`);
}

function lineIn(run: number, line: string): Promise<readonly { state: string; amount: number }[]> {
  return rowsOf(sql`SELECT state, CAST(amount AS DOUBLE) AS amount
    FROM ${readParquet(fileOf(run, 'lines-*.parquet'))} WHERE submission || '/' || ordinal = ${line}`);
}

async function rowsOf<T extends Row>(query: Sql): Promise<readonly T[]> {
  const engine = await openEngine({ memory: '300MB', threads: 1, spill: join(place, 'spill') });
  try {
    return await engine.rows<T>(query);
  } finally {
    engine.close();
  }
}

function fileOf(run: number, name: string): string {
  return join(root, 'store', 'runs', String(run), name);
}

/** Everything of a run that lines and figures are made of; `edits` carry the instant of their run. */
function hashesOf(run: number): { readonly [name: string]: string } {
  const folder = fileOf(run, '');
  const names = readdirSync(folder).filter((name) => name.endsWith('.parquet') && name !== 'edits.parquet');
  return Object.fromEntries(names.sort().map((name) => [name, hashOf(readFileSync(join(folder, name)))]));
}

/** A trace without the stamp of its run. */
function stripped(text: string): string {
  return JSON.stringify((JSON.parse(text) as Answer).figure);
}
