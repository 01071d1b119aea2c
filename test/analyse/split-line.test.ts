// Lines of mixed contracts: parts add up to the line to the centime, whatever its size and sign; others stay whole.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { contributionsOf } from '../../src/analyse/aggregate.ts';
import { formatScaled, parseScaled } from '../../src/design/rational.ts';
import { type SplitKey, splitKeyFaults } from '../../src/design/split-key.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { wordsIn } from '../../src/engine/errors.ts';
import { sql, valuesTable } from '../../src/engine/sql.ts';

const engine = await openEngine({ memory: '200MB', threads: 1 });
after(() => engine.close());

const key = (
  segment: string,
  share: string,
  validFrom = '2025-01-01',
  validTo: string | null = null,
): SplitKey => ({
  ...{ enterprise: '036794000', segment, ebops: `E-${segment}`, share },
  ...{ validFrom, validTo, reference: 'test' },
});

const REGISTER = [
  {
    where: 'register.csv:2',
    value: { enterprise: '036794000', validFrom: '2020-01-01', validTo: null },
  },
];

type Line = {
  readonly mad: bigint;
  readonly month?: string;
  readonly kind?: string;
  readonly enterprise?: string;
};
async function contributions(lines: readonly Line[], keys: readonly SplitKey[]) {
  const columns = [
    'submission',
    'ordinal',
    'kind',
    'enterprise',
    'holding',
    'month',
    'segment',
    'ebops',
    'partner',
    'source',
    'status',
    'state',
    'mad',
    'headcount',
  ];
  const rows = lines.map(({ mad, month = '2025-03', kind = 'settlement', enterprise = '036794000' }, at) => [
    ...[
      1,
      at + 1,
      kind,
      enterprise,
      'H1',
      month,
      'ITO',
      'SI22',
      'FR',
      'bank',
      'reported',
      'accepted',
      formatScaled(mad, 2),
      null,
    ],
  ]);
  const from = sql`(SELECT * REPLACE (CAST(mad AS DECIMAL(18,2)) AS mad, CAST(headcount AS INTEGER) AS headcount) FROM ${valuesTable('given', columns, rows)})`;
  const found = await engine.rows(
    sql`SELECT segment, month, holding, CAST(value AS VARCHAR) AS value, CAST(lines AS INTEGER) AS lines
      FROM (${contributionsOf(from, '2025', keys)}) AS c WHERE indicator = 'EXPORTS' ORDER BY ALL`,
  );
  return found.map(
    (row) =>
      [
        String(row['segment']),
        String(row['month']),
        parseScaled(String(row['value']), 2),
        row['lines'],
      ] as const,
  );
}

test('a line is one line and gives a part to each segment, the last one what is left', async () => {
  assert.deepEqual(await contributions([{ mad: 100_01n }], [key('ITO', '0.65'), key('BPO', '0.35')]), [
    ['BPO', '2025-03', 35_00n, 1],
    ['ITO', '2025-03', 65_01n, 1],
  ]);
});

test('parts add up to the line exactly, and a refund is divided as its receipt', async () => {
  const shares = fc
    .uniqueArray(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 3 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 1_000_000])
    .map((edges) => edges.slice(1).map((edge, at) => (edge - (edges[at] ?? 0)) / 1_000_000));
  await fc.assert(
    fc.asyncProperty(shares, fc.bigInt({ min: 1n, max: 10n ** 15n }), async (parts, mad) => {
      const names = ['ITO', 'CRM', 'BPO', 'ESO'];
      const keys = parts.map((share, at) => key(names[at] ?? 'KPO', share.toFixed(6)));
      assert.deepEqual(
        splitKeyFaults(
          keys.map((value) => ({ where: 'split-keys.csv:2', value })),
          REGISTER,
        ),
        [],
      );
      const [receipt, refund] = [
        await contributions([{ mad }], keys),
        await contributions([{ mad: -mad }], keys),
      ];
      const sum = (rows: typeof receipt) => rows.reduce((total, [, , value]) => total + (value ?? 0n), 0n);
      assert.equal(sum(receipt), mad);
      assert.deepEqual(
        refund.map(([segment, month, value]) => [segment, month, -(value ?? 0n)]),
        receipt.map(([segment, month, value]) => [segment, month, value]),
      );
    }),
    { numRuns: 25 },
  );
});

test('outside its dates, of another enterprise, or declared by segment, a line stays whole', async () => {
  const lines = [
    { mad: 1000n, month: '2024-12' },
    { mad: 1000n, month: '2025-01', enterprise: '001561191' },
    { mad: 1000n, month: '2025-02', kind: 'enterprise' },
  ];
  assert.deepEqual(
    (await contributions(lines, [key('CRM', '0.5'), key('BPO', '0.5')])).map(([segment, month]) => [
      segment,
      month,
    ]),
    [
      ['ITO', '2024-12'],
      ['ITO', '2025-01'],
      ['ITO', '2025-02'],
    ],
  );
});

test('shares that do not add up to one, two keys on one day and an enterprise of nobody are faults, in every language', () => {
  const faults = (...keys: readonly SplitKey[]) =>
    splitKeyFaults(
      keys.map((value) => ({ where: 'split-keys.csv:2', value })),
      REGISTER,
    ).map(({ expected }) => wordsIn('en', expected));
  assert.deepEqual(faults(key('ITO', '0.6'), key('BPO', '0.399999')), [
    'shares of 036794000 from 2025-01-01 that add up to 1',
  ]);
  assert.deepEqual(faults(key('ITO', '1'), key('BPO', '1', '2025-06-01')), ['one key a day']);
  assert.deepEqual(faults(key('ITO', '1', '2025-01-01', '2025-05-31'), key('BPO', '1', '2025-06-01')), []);
  const stranger = { ...key('ITO', '1'), enterprise: '001561191' };
  assert.deepEqual(faults(stranger), ['an enterprise of register.csv in force on 2025-01-01']);
  assert.equal(faults(key('ITO', '1', '2019-12-31')).length, 1, 'a key that begins before its enterprise');
  const [fault] = splitKeyFaults([{ where: 'split-keys.csv:2', value: stranger }], REGISTER);
  assert.match(wordsIn('ar', fault?.expected ?? ''), /السجل/);
  assert.match(wordsIn('fr', fault?.found ?? ''), /l’entreprise 001561191/);
});
