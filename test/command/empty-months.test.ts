// A month for which nothing was declared is told, and never released as zero.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyMonths, refuseEmptyMonths } from '../../src/command/empty-months.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import { ratio } from '../../src/design/rational.ts';

function cell(key: string, period: string, contributors: number): CompiledCell {
  const value = ratio(BigInt(contributors));
  return { dataflow: 'EXPORTS', key, period, value, contributors, obsStatus: 'P', attributes: {} };
}

const total = 'M.MA.W1._T.EXPORTS.MAD.2025';

test('a month without a contributor is found, a segment without one is not', () => {
  assert.deepEqual(
    emptyMonths([
      cell(total, '2025-10', 3),
      cell(total, '2025-11', 0),
      cell('M.MA.W1.KPO.EXPORTS.MAD.2025', '2025-10', 0),
      cell('M.MA.FR._T.EXPORTS.MAD.2025', '2025-10', 0),
      cell('Q.MA.W1._T.EXPORTS.MAD.2025', '2025-Q4', 0),
    ]),
    ['2025-11'],
  );
});

test('such a month is named to who wants to protect the table; without one nothing is refused', () => {
  const [full, empty] = [cell(total, '2025-10', 3), cell(total, '2025-11', 0)];
  assert.throws(
    () => refuseEmptyMonths([full, empty], 7),
    /run 7 .* nothing was declared or imputed for 2025-11/,
  );
  assert.doesNotThrow(() => refuseEmptyMonths([full], 7));
});
