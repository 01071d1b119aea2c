import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markBreaks } from '../../src/analyse/breaks.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { PublishedFigure } from '../../src/design/domain.ts';
import { rationalOf, toDecimal } from '../../src/design/rational.ts';
import { cellsOf, INDICATORS, row } from './fixture.ts';

/** Dirhams. */
const mad = (dirhams: number) => BigInt(dirhams) * 100n;
const cells = cellsOf(
  [
    row({ month: '2023-01', value: mad(150) }),
    row({ month: '2023-01', segment: 'KPO', value: mad(50) }),
    row({ month: '2024-01', value: mad(165) }),
    row({ month: '2024-01', segment: 'KPO', partner: 'US', value: mad(45) }),
    row({ month: '2024-02', segment: 'CRM', value: mad(-10) }),
    row({ month: '2025-01', value: mad(168) }),
    row({ month: '2025-02', value: mad(42), segment: 'CRM' }),
  ],
  [row({ month: '2024-12', value: 300n })],
);

const EXPECTED: readonly (readonly [key: string, period: string, value: string | null])[] = [
  ['M.MA.W1._T.EXPORTS_YOY.PC.2025', '2024-01', '5.0'],
  ['M.MA.W1.KPO.EXPORTS_YOY.PC.2025', '2024-01', '-10.0'],
  ['M.MA.W1.ITO.EXPORTS_CONTRIB.PP.2025', '2024-01', '7.5'],
  ['M.MA.W1.KPO.EXPORTS_CONTRIB.PP.2025', '2024-01', '-2.5'],
  ['A.MA.W1.KPO.EXPORTS_SHARE.PC.2025', '2023', '25.0'],
  ['M.MA.US._T.EXPORTS_SHARE.PC.2025', '2024-01', '21.4'],
  ['M.MA.W1._T.EXPORTS_YTD.MAD.2025', '2025-02', '210.0'],
  ['M.MA.W1._T.EXPORTS_YTD_YOY.PC.2025', '2025-02', '5.0'],
  ['S.MA.W1.ITO.EXPORTS_RATIO_PY.PC.2025', '2025-S1', '101.8'],
  ['A.MA.W1._T.EXPORTS_PER_JOB.MAD.2025', '2024', '66.7'],
  // The base is negative, zero, or before the series.
  ['M.MA.W1.CRM.EXPORTS_YOY.PC.2025', '2025-02', null],
  ['M.MA.W1.CRM.EXPORTS_YOY.PC.2025', '2024-02', null],
];

for (const [key, period, value] of EXPECTED) {
  test(`${key} at ${period} is ${value ?? 'without a value'}`, () => {
    const cell = find(key, period);
    assert.ok(cell, 'there is no such cell');
    assert.equal(cell.value && toDecimal(cell.value, 1), value);
    assert.equal(cell.value === null, cell.obsStatus === 'M');
  });
}

test('a value that cannot exist says why in three languages', () => {
  const negative = find('M.MA.W1.CRM.EXPORTS_YOY.PC.2025', '2025-02')?.attributes['COMMENT_OBS'] ?? '';
  const zero = find('M.MA.W1.CRM.EXPORTS_YOY.PC.2025', '2024-02')?.attributes['COMMENT_OBS'] ?? '';
  assert.match(negative, /سالبة.*négative.*negative/);
  assert.match(zero, /صفر.*nulle.*zero/);
});

test('growth begins a year after the levels: there is no cell before', () => {
  assert.equal(find('M.MA.W1._T.EXPORTS_YOY.PC.2025', '2023-01'), undefined);
});

test('the whole has no share of itself and no contribution beside its growth', () => {
  const whole = cells.filter(({ key }) => /\.W1\._T\.EXPORTS_(SHARE|CONTRIB)\./.test(key));
  assert.deepEqual(whole, []);
});

test('growth over preliminary figures is preliminary', () => {
  assert.equal(find('M.MA.W1._T.EXPORTS_YOY.PC.2025', '2024-01')?.obsStatus, 'P');
  assert.equal(find('A.MA.W1.KPO.EXPORTS_SHARE.PC.2025', '2023')?.obsStatus, 'A');
});

test('where a scope begins, the value of the older scope stands beside it as a break', () => {
  const older = {
    indicator: 'EXPORTS',
    segment: '_T',
    freq: 'A',
    period: '2023',
    scope: 'LEGACY',
    unit: 'MAD_BN',
    exact: rationalOf('17.9'),
  } as PublishedFigure;
  const later = { ...older, period: '2024' };
  const marked = markBreaks(cells, [older, later], INDICATORS);
  const at = (period: string) =>
    marked.find(({ key, period: p }) => key === 'A.MA.W1._T.EXPORTS.MAD.2025' && p === period);
  assert.deepEqual([at('2023')?.obsStatus, at('2023')?.attributes['PRE_BREAK_VALUE']], ['B', '17900']);
  const same = markBreaks(cells, [{ ...older, scope: '2025' }], INDICATORS);
  assert.deepEqual(same, cells, 'a figure of the same scope is no break');
  assert.deepEqual([at('2024')?.obsStatus, at('2024')?.attributes], ['P', {}]);
  const growth = (list: readonly CompiledCell[]) =>
    list.find(({ key, period }) => key === 'A.MA.W1._T.EXPORTS_YOY.PC.2025' && period === '2023');
  assert.deepEqual([growth(marked)?.value, growth(marked)?.obsStatus, growth(cells)], [null, 'M', undefined]);
  assert.match(
    growth(marked)?.attributes['COMMENT_OBS'] ?? '',
    /\(LEGACY\).* \/ Non calculé\u00a0: .* \/ Not computed: /,
  );
  assert.equal(marked.length, cells.length + 1, 'one growth is refused, and no other cell is made');
});

function find(key: string, period: string): CompiledCell | undefined {
  return cells.find((cell) => cell.key === key && cell.period === period);
}
