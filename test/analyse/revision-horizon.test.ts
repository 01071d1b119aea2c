import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuresByHorizon } from '../../src/analyse/revision-horizon.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import { rationalOf, toDecimal } from '../../src/design/rational.ts';

/** Cells of the world by segment: value by period. */
function release(
  values: { readonly [period: string]: string },
  key = 'Q.MA.W1.ITO.EXPORTS.MAD.2025',
): readonly CompiledCell[] {
  return Object.entries(values).map(([period, value]) => ({
    ...{ dataflow: 'EXPORTS', key, period, value: rationalOf(value) },
    ...{ obsStatus: 'P', attributes: {}, contributors: 9 },
  })) as unknown as readonly CompiledCell[];
}

const text = (measures: ReturnType<typeof measuresByHorizon>) =>
  measures.map(
    ({ indicator, segment, freq, horizon, measures: { count, mr, mar, upward, downward, biased } }) => [
      ...[
        indicator,
        segment,
        freq,
        horizon,
        count,
        toDecimal(mr, 2),
        toDecimal(mar, 2),
        upward,
        downward,
        biased,
      ],
    ],
  );

test('each figure is measured from its first release, at every horizon', () => {
  const releases = [
    release({ '2024-Q1': '100', '2024-Q2': '200' }),
    release({ '2024-Q1': '104', '2024-Q2': '198', '2024-Q3': '300' }),
    release({ '2024-Q1': '106', '2024-Q2': '200', '2024-Q3': '303' }),
  ];
  assert.deepEqual(text(measuresByHorizon(releases)), [
    ['EXPORTS', 'ITO', 'Q', 1, 3, '1.67', '3.00', 2, 1, false],
    ['EXPORTS', 'ITO', 'Q', 2, 2, '3.00', '3.00', 1, 0, false],
  ]);
});

test('growth is measured in its own points; a lasting bias is seen', () => {
  const key = 'A.MA.W1._T.EXPORTS_YOY.PC.2025';
  const years = ['2020', '2021', '2022', '2023', '2024'];
  const values = (add: readonly string[]) =>
    Object.fromEntries(years.map((year, at) => [year, add[at] ?? '0']));
  const found = measuresByHorizon([
    release(values(['1', '1', '1', '1', '1']), key),
    release(values(['1.5', '1.6', '1.4', '1.5', '1.6']), key),
  ]);
  assert.deepEqual(text(found), [['EXPORTS_YOY', '_T', 'A', 1, 5, '0.52', '0.52', 5, 0, true]]);
});

test('partners and shares are left out, and one release measures nothing', () => {
  const partner = 'A.MA.FR._T.EXPORTS.MAD.2025';
  assert.deepEqual(
    measuresByHorizon([release({ '2024': '1' }, partner), release({ '2024': '2' }, partner)]),
    [],
  );
  assert.deepEqual(measuresByHorizon([release({ '2024-Q1': '1' })]), []);
});
