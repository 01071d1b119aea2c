import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileCells } from '../../src/analyse/analyse.ts';
import { completePeriods, outsideWindow } from '../../src/analyse/compile.ts';
import { contributionsOf } from '../../src/analyse/contributors.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import { cellId, type Equation, type EquationKind, membersOf } from '../../src/design/equation.ts';
import { publishedEquations, structureOf } from '../../src/design/equations.ts';
import { evaluateEquation } from '../../src/design/indicator.ts';
import { formatPeriod } from '../../src/design/period.ts';
import { compare, type Rational, ratio } from '../../src/design/rational.ts';
import { CUBES, cellsOf, DOMAIN, indexOf, row } from './fixture.ts';

const structure = structureOf(DOMAIN);

test('every published equation holds exactly among the cells of any cube', () => {
  fc.assert(
    fc.property(CUBES, (rows) => {
      const cells = cellsOf(rows, [
        row({ month: '2024-12', value: 4200n }),
        row({ month: '2025-06', value: 4300n }),
      ]);
      const known = valuesOf(cells);
      const equations = publishedEquations(cells, structure);
      for (const equation of equations) assert.ok(holds(equation, known), describe(equation));
      const kinds = new Set<EquationKind>(equations.map(({ kind }) => kind));
      assert.deepEqual([...kinds].sort(), ['complement', 'contribution', 'growth', 'share', 'sum']);
    }),
    { numRuns: 10 },
  );
});

test('sums run over segments, partners, time, cumulation, items, both dataflows, and contributions to growth', () => {
  const [rows] = fc.sample(CUBES, 1);
  const equations = publishedEquations(cellsOf(rows ?? [], [row({ month: '2025-06' })]), structure);
  const over = new Set(equations.flatMap((equation) => (equation.kind === 'sum' ? [equation.over] : [])));
  assert.deepEqual([...over].sort(), [
    'cumulation',
    'dataflow',
    'growth',
    'item',
    'partner',
    'segment',
    'time',
  ]);
});

test('contributions by holding make every level cell', () => {
  fc.assert(
    fc.property(CUBES, (rows) => {
      const index = indexOf(rows);
      for (const cell of cellsOf(rows).filter(({ contributors }) => contributors !== null)) {
        const parts = contributionsOf(index, cell);
        const sum = parts.reduce((total, { value }) => total + value, 0n);
        assert.equal(compare(ratio(sum, 100n), cell.value ?? ratio(-1n)), 0, cellId(cell));
        assert.equal(parts.length, cell.contributors);
      }
    }),
    { numRuns: 10 },
  );
});

test('the largest contributor comes first, whatever its sign', () => {
  const index = indexOf([row({ value: 5n }), row({ holding: 'H2', value: -9n }), row({ value: 1n })]);
  const cell = { dataflow: 'EXPORTS', key: 'M.MA.W1._T.EXPORTS.MAD.2025', period: '2024-01' };
  assert.deepEqual(contributionsOf(index, cell), [
    { holding: 'H2', value: -9n },
    { holding: 'H1', value: 6n },
  ]);
});

test('a year that the release does not reach has no cell; a segment without contributions has a zero', () => {
  const cells = cellsOf([row({ month: '2024-01' }), row({ month: '2025-06' })]);
  const period = (freq: string, segment: string) =>
    cells
      .filter(({ key }) => key === `${freq}.MA.W1.${segment}.EXPORTS.MAD.2025`)
      .map(({ period }) => period);
  assert.deepEqual(period('A', '_T'), ['2024']);
  assert.deepEqual(period('S', '_T'), ['2024-S1', '2024-S2', '2025-S1']);
  assert.deepEqual(period('S', 'KPO'), ['2024-S1', '2024-S2', '2025-S1']);
  assert.deepEqual(period('S', 'OLD'), [], 'a segment of a closed list has no cells');
  const kpo = find(cells, 'S.MA.W1.KPO.EXPORTS.MAD.2025', '2025-S1');
  assert.deepEqual([kpo?.value, kpo?.contributors], [ratio(0n, 100n), 0]);
});

test('complete periods are those wholly within the window', () => {
  const window = { first: '2023-02', last: '2025-06' };
  assert.deepEqual(completePeriods('A', window).map(formatPeriod), ['2024']);
  assert.deepEqual(completePeriods('S', window).map(formatPeriod), [
    '2023-S2',
    '2024-S1',
    '2024-S2',
    '2025-S1',
  ]);
  assert.equal(completePeriods('M', window).length, 29);
});

test('what lies outside the window is counted, not lost', () => {
  const index = indexOf([row({ month: '2025-07', value: 11n, lines: 3 }), row({ month: '2025-06' })]);
  assert.deepEqual(outsideWindow(index, { first: '2025-01', last: '2025-06' }), { lines: 3, amount: 11n });
});

test('cumulated cells begin in January and need it', () => {
  const cells = cellsOf([row({ month: '2024-02', value: 1n }), row({ month: '2025-03', value: 4n })]);
  const ytd = cells.filter(({ key }) => key === 'Q.MA.W1._T.EXPORTS_YTD.MAD.2025');
  assert.deepEqual(
    ytd.map(({ period, value }) => [period, value?.numerator]),
    [
      ['2025-Q1', 4n],
      ['2025-Q2', 4n],
    ],
  );
});

test('a partner that no list knows counts in the world and in the unspecified region', () => {
  const cells = cellsOf([row({ partner: 'ZZ', value: 3n }), row({ value: 4n }), row({ month: '2025-06' })]);
  const at = (area: string) => find(cells, `M.MA.${area}._T.EXPORTS.MAD.2025`, '2024-01')?.value?.numerator;
  assert.deepEqual(['W1', '_X', 'EUR', 'ZZ'].map(at), [7n, 3n, 4n, undefined]);
});

test('imputed parts are stated, and estimates are provisional until the final release', () => {
  const cells = cellsOf([
    row({ month: '2023-01', value: 300n }),
    row({ month: '2023-01', value: 100n, status: 'imputed' }),
    row({ month: '2024-01', value: 100n, status: 'imputed' }),
    row({ month: '2023-02', value: 9n }),
  ]);
  const month = (period: string) => find(cells, 'M.MA.W1._T.EXPORTS.MAD.2025', period);
  assert.deepEqual(
    [month('2023-01')?.obsStatus, month('2023-01')?.attributes],
    ['E', { IMPUTED_SHARE: '25.0' }],
  );
  assert.deepEqual([month('2024-01')?.obsStatus, month('2023-02')?.obsStatus], ['P', 'A']);
});

test('a stock is that of the last month, and is missing where nobody stated it', () => {
  const cells = cellsOf(
    [row({ month: '2023-01' })],
    [row({ month: '2024-05', value: 900n }), row({ month: '2024-06', value: 800n })],
  );
  assert.equal(find(cells, 'S.MA.W1._T.EMPLOYMENT.PS.2025', '2024-S1')?.value?.numerator, 800n);
  assert.equal(find(cells, 'S.MA.W1._T.EMPLOYMENT.PS.2025', '2024-S2'), undefined);
});

test('an EBOPS item beside an item under it is refused by name', () => {
  const index = indexOf([row({ ebops: 'SI2' }), row({ ebops: 'SI21' })]);
  const compile = () => compileCells([index], { domain: DOMAIN, releasePeriod: '2025-S1' });
  assert.throws(compile, /finer one alone/);
});

function find(cells: readonly CompiledCell[], key: string, period: string): CompiledCell | undefined {
  return cells.find((cell) => cell.key === key && cell.period === period);
}

function valuesOf(cells: readonly CompiledCell[]): ReadonlyMap<string, Rational | null> {
  return new Map(cells.map((cell) => [cellId(cell), cell.value]));
}

function holds(equation: Equation, known: ReadonlyMap<string, Rational | null>): boolean {
  const members = membersOf(equation).map((id) => known.get(id));
  if (members.some((value) => value === null)) return true;
  const result = evaluateEquation(equation, (id) => known.get(id));
  const left = leftOf(equation, known);
  return 'value' in result && left !== undefined && left !== null && compare(result.value, left) === 0;
}

/** What the equation's right side must give; a complement must leave nothing. */
function leftOf(
  equation: Equation,
  known: ReadonlyMap<string, Rational | null>,
): Rational | null | undefined {
  if (equation.kind === 'sum') return known.get(equation.total);
  if (equation.kind === 'complement') return ratio(0n);
  return equation.kind === 'vintage' ? known.get(equation.later) : known.get(equation.value);
}

function describe(equation: Equation): string {
  return JSON.stringify(equation, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}
