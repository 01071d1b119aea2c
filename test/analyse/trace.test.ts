import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { foreignAmounts } from '../../src/analyse/foreign-amounts.ts';
import { grouped, type Traced, traceCell } from '../../src/analyse/trace.ts';
import { traceScope } from '../../src/analyse/trace-scope.ts';
import { traceLine, traceSubmission } from '../../src/analyse/trace-upward.ts';
import { cellsQuery, compiledCell } from '../../src/design/compiled-cell.ts';
import { cellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import { divide, rationalOf } from '../../src/design/rational.ts';
import { tracedSources } from './trace-fixture.ts';

const sources = await tracedSources();
const { engine } = sources;
after(() => {
  engine.close();
  sources.store.close();
});

test('compiled cells trace, and formula, sums, contributions and the lines themselves give its value', async () => {
  const cells = (await engine.rows(cellsQuery(sources.cells))).map(compiledCell);
  assert.ok(cells.length > 500);
  for (const cell of cells.filter((_, at) => at % 13 === 0)) {
    const traced = await traceCell(cell, sources, 0);
    assert.ok(traced.agrees, cellId(cell));
    const accepted = traced.origin?.states.filter(({ state }) => state === 'accepted') ?? [];
    if (traced.origin === null || cell.key.includes('.EMPLOYMENT.')) continue;
    const sum = accepted.reduce((total, { amount }) => total + Number(amount), 0);
    assert.equal(sum.toFixed(2), Number(traced.value).toFixed(2), cellId(cell));
  }
});

test('growth shows its formula with the numbers, and both levels under it', async () => {
  const traced = await figure('S.MA.W1._T.EXPORTS_YOY.PC.2025', '2025-S1');
  assert.equal(traced.formula?.text, '100 × (1,600.25 − 1,500.00) ÷ 1,500.00');
  assert.equal(traced.value, '6.683333');
  assert.deepEqual(
    traced.members.map(({ key, period, value }) => [key, period, value]),
    [
      ['S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1', '1600.25'],
      ['S.MA.W1._T.EXPORTS.MAD.2025', '2024-S1', '1500.00'],
    ],
  );
});

test('a level shows its contributions, every line received, rates, rules, edits and files', async () => {
  const { origin, sums } = await figure('S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1');
  assert.deepEqual(sums.map(({ over }) => over).sort(), ['dataflow', 'partner', 'segment', 'time']);
  assert.deepEqual(origin?.contributions, [
    { source: 'bank', status: 'edited', lines: 1, amount: '400.00' },
    { source: 'bank', status: 'reported', lines: 1, amount: '1200.25' },
  ]);
  assert.deepEqual(
    origin?.states.map(({ state, reason, lines, amount }) => [state, reason, lines, amount]),
    [
      ['accepted', null, 2, '1600.25'],
      ['excluded', 'V031', 1, '9.00'],
      ['linked', null, 1, '777.00'],
    ],
  );
  assert.deepEqual(
    origin?.rates.map(({ rate, lines, foreign, amount }) => [rate, lines, foreign, amount]),
    [['10.000000', 2, '160.000', '1600.25']],
  );
  assert.deepEqual(
    origin?.rules.map(({ rule, version, lines }) => [rule, version, lines]),
    [
      ['V031', 4, 2],
      ['V020', 0, 1],
    ],
  );
  assert.deepEqual(
    origin?.files.map(({ submission, name, lines, amount }) => [submission, name, lines, amount]),
    [
      [2, 'file-2.csv', 2, '1600.25'],
      [3, 'file-3.csv', 0, null],
    ],
  );
  assert.deepEqual(
    origin?.edits.map(({ author, edits, example }) => [author, edits, example]),
    [
      ['amina', 1, 'line 2/2: amount 4 → 40'],
      ['marsad/E01', 1, 'line 2/1: amount 12 → 120'],
    ],
  );
});

test('an edit after the cut of the run is no part of it', async () => {
  const { origin } = await figure('M.MA.W1._T.EXPORTS.MAD.2025', '2025-06');
  const byHand = origin?.edits.filter(({ author }) => !author.startsWith('marsad/'));
  assert.equal(byHand?.length, 1, 'the second edit came after the cut');
});

test('jobs are traced to the enterprise line that states them', async () => {
  const traced = await figure('S.MA.W1._T.EMPLOYMENT.PS.2025', '2025-S1', 5);
  assert.equal(traced.value, '70.00');
  assert.deepEqual(
    traced.origin?.states.map(({ state, lines, amount }) => [state, lines, amount]),
    [['linked', 1, null]],
    'an enterprise says its jobs on each of its lines: they do not add up over lines',
  );
  assert.deepEqual(
    traced.lines.map(({ submission, ordinal, headcount }) => [submission, ordinal, headcount]),
    [[3, 1, 70]],
  );
});

test('the lines behind a level by month and currency: what was converted, at the rate of its line', async () => {
  const scope = traceScope(
    { dataflow: 'EXPORTS', key: 'S.MA.EUR._T.EXPORTS.MAD.2025', period: '2025-S1' },
    structureOf(sources.domain),
  );
  assert.ok(scope);
  assert.deepEqual(await foreignAmounts(scope, sources), [
    { month: '2025-06', currency: 'EUR', amount: divide(rationalOf('1600.25'), rationalOf('10')) },
  ]);
});

test('a merged code is made of the lines of its segments, and adds up', async () => {
  const merged = await figure('S.MA.W1.ITO_CRM.EXPORTS_YOY.PC.2025', '2025-S1', 5);
  const [level] = merged.members;
  assert.ok(merged.agrees);
  assert.equal(level?.value, '1600.25');
  assert.deepEqual(
    level?.lines.map(({ segment, mad }) => [segment, mad]),
    [
      ['ITO', '1200.25'],
      ['CRM', '400.00'],
    ],
  );
});

test('the largest lines come first', async () => {
  const { lines } = await figure('S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1', 1);
  assert.deepEqual(
    lines.map(({ submission, ordinal, mad }) => [submission, ordinal, mad]),
    [[2, 1, '1200.25']],
  );
});

test('a line upward: what became of it, and the figures it touches, and no others', async () => {
  const { touches, edits, line: found } = await traceLine({ submission: 2, ordinal: 2 }, sources);
  const names = touches.map(({ key, period }) => `${key} ${period}`);
  assert.equal(found?.['state'], 'accepted');
  assert.deepEqual(
    edits.map(({ field, after: value }) => [field, value]),
    [['amount', '40']],
  );
  for (const name of [
    'S.MA.W1.CRM.EXPORTS.MAD.2025 2025-S1',
    'S.MA.W1.ITO_CRM.EXPORTS.MAD.2025 2025-S1',
    'S.MA.EUR._T.EXPORTS.MAD.2025 2025-S1',
    'S.MA.W1.CRM.EXPORTS_YOY.PC.2025 2025-S1',
    'S.MA.W1.ITO.EXPORTS_SHARE.PC.2025 2025-S1',
    'S.N.MA.W1.S1.S1.T.C.SI2._Z._Z._Z.MAD._T._X.N.ALL 2025-S1',
  ]) {
    assert.ok(names.includes(name), name);
  }
  for (const other of [/\.ITO\.EXPORTS\.MAD/, /2024-06$/, /\.(US|AME)\._T\.EXPORTS\.MAD/]) {
    assert.equal(
      names.find((name) => other.test(name)),
      undefined,
    );
  }
});

test('an excluded line touches nothing', async () => {
  const { touches, states } = await traceLine({ submission: 2, ordinal: 3 }, sources);
  assert.deepEqual(touches, []);
  assert.deepEqual(
    states.map(({ state, reason }) => [state, reason]),
    [['excluded', 'V031']],
  );
});

test('a file upward: its lines by state, and what any of them touches', async () => {
  const { states, touches } = await traceSubmission(2, sources);
  assert.deepEqual(
    states.map(({ state, lines }) => [state, lines]),
    [
      ['accepted', '2'],
      ['excluded', '1'],
    ],
  );
  assert.ok(touches.some(({ key }) => key === 'M.MA.W1.ITO.EXPORTS.MAD.2025'));
});

test('what does not exist is said', async () => {
  const cell = { dataflow: 'EXPORTS', key: 'A.MA.W1._T.EXPORTS.MAD.2025', period: '2025' };
  await assert.rejects(traceCell(cell, sources, 0), /not a compiled cell/);
  await assert.rejects(traceLine({ submission: 2, ordinal: 99 }, sources), /no line 2\/99/);
});

test('digits are printed in groups of three', () => {
  assert.deepEqual(['1234567.5', '-1234', '12', '0.1234'].map(grouped), [
    '1,234,567.5',
    '-1,234',
    '12',
    '0.1234',
  ]);
});

function figure(key: string, period: string, lines = 0): Promise<Traced> {
  return traceCell({ dataflow: 'EXPORTS', key, period }, sources, lines);
}
