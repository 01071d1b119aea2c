// Contributions are exact sums of accepted lines; a headcount counts once for an enterprise and month.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contributionsOf } from '../../src/analyse/aggregate.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';

const COLUMNS = sql`(submission, ordinal, enterprise, holding, month, segment, ebops, partner, source, status, state, mad, headcount)`;
const LINES = sql`(SELECT * REPLACE (CAST(mad AS DECIMAL(18,2)) AS mad) FROM (VALUES
  (1, 1, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'bank', 'reported', 'accepted', '0.10', NULL),
  (1, 2, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'bank', 'reported', 'accepted', '0.20', NULL),
  (1, 3, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'bank', 'reported', 'accepted', '9999999999999999.99', NULL),
  (1, 4, 'E2', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'bank', 'reported', 'accepted', '-5.00', NULL),
  (1, 5, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'bank', 'reported', 'queried', '7.00', NULL),
  (2, 1, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'enterprise', 'reported', 'linked', '0.00', 40),
  (2, 2, 'E1', 'H', '2025-06', 'ITO', 'SI21', 'ES', 'enterprise', 'reported', 'linked', '0.00', 40),
  (2, 3, 'E1', 'H', '2025-06', 'BPO', 'SJ35', 'ES', 'enterprise', 'edited', 'accepted', '3.00', 41),
  (2, 4, 'E1', 'H', '2025-06', 'BPO', 'SJ35', 'ES', 'enterprise', 'edited', 'duplicate', '3.00', 90),
  (2, 5, 'E2', 'H', '2025-06', 'ITO', 'SI21', 'FR', 'enterprise', 'reported', 'linked', '0.00', 5)
) AS v${COLUMNS}) AS lines`;

async function contributions() {
  const engine = await openEngine({ memory: '200MB', threads: 1 });
  const rows = await engine.rows(
    sql`SELECT * FROM (${contributionsOf(LINES, '2025')}) AS c ORDER BY indicator, segment, source`,
  );
  engine.close();
  return rows.map((row) => [
    row['indicator'],
    row['segment'],
    row['partner'],
    row['source'],
    row['value'],
    Number(row['lines']),
  ]);
}

test('dirhams of accepted lines sum exactly, by cell, holding, source and status', async () => {
  const exports = (await contributions()).filter(([indicator]) => indicator === 'EXPORTS');
  assert.deepEqual(exports, [
    ['EXPORTS', 'BPO', 'ES', 'enterprise', '3.00', 1],
    ['EXPORTS', 'ITO', 'FR', 'bank', '9999999999999995.29', 4],
  ]);
});

test('the headcount of an enterprise counts once a month, the largest said by a line that stands', async () => {
  const staff = (await contributions()).filter(([indicator]) => indicator === 'EMPLOYMENT');
  assert.deepEqual(staff, [
    ['EMPLOYMENT', 'BPO', 'ES', 'enterprise', '41.00', 1],
    ['EMPLOYMENT', 'ITO', 'FR', 'enterprise', '5.00', 1],
  ]);
});
