// Outliers across periods: the formula on a table worked by hand, and the safeguards of thin strata, flat fees,
// births, refunds and mergers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Domain } from '../../src/design/domain.ts';
import { type Engine, openEngine } from '../../src/engine/duckdb.ts';
import { raw, sql } from '../../src/engine/sql.ts';
import {
  findUnusual,
  PARAMETERS,
  type Succession,
  unusualFindings,
} from '../../src/process/hidiroglou-berthelot.ts';

/** Enterprise, month and dirhams; segment ITO, or the one after a stroke. */
type Given = readonly (readonly [string, string, number])[];
type Unusual = {
  readonly unit: string;
  readonly month: string;
  readonly rule: string;
  readonly stratum: string;
};

async function unusual(
  given: Given,
  register: readonly object[] = [],
  successions: readonly Succession[] = [],
): Promise<readonly Unusual[]> {
  const engine = await openEngine({ memory: '200MB', threads: 1 });
  try {
    await createLines(engine, given);
    const domain = { register } as unknown as Domain;
    await findUnusual(engine, domain, successions, raw('line'));
    const found = await engine.rows<Unusual>(
      sql`SELECT unit, month, rule, stratum FROM unusual ORDER BY ALL`,
    );
    const findings = await engine.rows(unusualFindings(raw('line')));
    assert.equal(findings.length, found.length, 'every unusual unit has its line');
    return found;
  } finally {
    engine.close();
  }
}

async function createLines(engine: Engine, given: Given): Promise<void> {
  await engine.run(sql`CREATE TABLE line (submission INTEGER, ordinal INTEGER, kind VARCHAR, state VARCHAR,
    enterprise VARCHAR, segment VARCHAR, month VARCHAR, mad DECIMAL(18,2))`);
  const rows = given.map(([name, month, mad], at) => {
    const [enterprise = '', segment = 'ITO'] = name.split('/');
    return sql`(1, ${at + 1}, 'settlement', 'accepted', ${enterprise}, ${segment}, ${month}, ${mad})`;
  });
  await engine.run(sql`INSERT INTO line VALUES ${rows}`);
}

const names = Array.from({ length: 12 }, (_, at) => `E${String(at).padStart(2, '0')}`);
const both = (change: (at: number) => readonly [number, number]): Given =>
  names.flatMap((name, at) => {
    const [first, second] = change(at);
    return [
      [name, '2025-01', first],
      [name, '2025-02', second],
    ] as const;
  });

test('a unit that doubles among units that move a little is unusual, and nobody else', async () => {
  const found = await unusual(
    both((at) => [1000 + at, at === 5 ? 2200 : (1000 + at) * (1 + (at % 4) / 100)]),
  );
  assert.deepEqual(
    found.map(({ unit, rule }) => [unit, rule]),
    [['E05', 'HB01']],
  );
});

test('flat fees: nine of twelve do not move at all, and a change of a tenth is usual all the same', async () => {
  const found = await unusual(
    both((at) => [1000, at === 3 ? 1100 : at === 4 ? 950 : at === 7 ? 5000 : 1000]),
  );
  assert.deepEqual(
    found.map(({ unit }) => unit),
    ['E07'],
  );
});

test('the same factor matters more for a large unit than for a small one', async () => {
  const found = await unusual(
    both((at) => (at === 0 ? [100_000, 130_000] : at === 1 ? [10, 13] : [1000, 1000 + 10 * at])),
  );
  assert.deepEqual(
    found.map(({ unit }) => unit),
    ['E00'],
  );
});

test('a stratum of few units joins its segment, a segment of few joins all', async () => {
  const others = both((at) => [1000, 1000 + 10 * at]);
  const few: Given = [
    ['Z/KPO', '2025-01', 1000],
    ['Z/KPO', '2025-02', 9000],
  ];
  const [only] = await unusual([...others, ...few]);
  assert.deepEqual({ unit: only?.unit, stratum: only?.stratum }, { unit: 'Z', stratum: '_T' });
});

test('three large units in a segment of small ones are judged by how they move and not by their size', async () => {
  const large = ['L0', 'L1', 'L2'];
  const entries = large.map((enterprise) => ({
    ...{ enterprise, holding: enterprise, size: 'large', validFrom: '2020-01-01', validTo: null },
  }));
  const moved = (last: number): Given => [
    ...both((at) => [1000 + at, (1000 + at) * (1 + (at % 7) / 40)]),
    ...large.flatMap((name, at) => [
      [name, '2025-01', 900_000] as const,
      [name, '2025-02', at === 2 ? last : 900_000 * (1 + at / 10)] as const,
    ]),
  ];
  assert.deepEqual(await unusual(moved(990_000), entries), []);
  const [jump, ...others] = await unusual(moved(2_700_000), entries);
  assert.deepEqual([jump?.unit, jump?.stratum, others], ['L2', 'ITO', []]);
});

test('a birth is unusual when it is large and no event of the register, a negative month always', async () => {
  const others = both((at) => [1000, 1000 + 10 * at]);
  const born: Given = [
    ['B1', '2025-02', 9000],
    ['B2', '2025-02', 900],
    ['B3', '2025-02', 9000],
    ['B4', '2025-01', 100],
    ['B4', '2025-02', -100],
  ];
  const entry = { enterprise: 'B3', holding: 'B3', size: 'small', validFrom: '2025-02-01', validTo: null };
  const found = await unusual([...others, ...born], [entry]);
  assert.deepEqual(
    found.map(({ unit, rule }) => [unit, rule]),
    [
      ['B1', 'HB02'],
      ['B4', 'HB03'],
    ],
  );
});

test('a merger is continuity: within a holding, and by a succession that the register states', async () => {
  const others = both((at) => [1000, 1000 + 10 * at]);
  const merged: Given = [
    ['M1', '2025-01', 3000],
    ['M2', '2025-01', 3000],
    ['M2', '2025-02', 6000],
  ];
  const entry = (enterprise: string, holding: string) => ({
    ...{ enterprise, holding, size: 'small', validFrom: '2020-01-01', validTo: null },
  });
  const units = async (holding: string, successions: readonly Succession[]) =>
    (await unusual([...others, ...merged], [entry('M1', holding), entry('M2', 'M2')], successions)).map(
      ({ unit }) => unit,
    );
  assert.deepEqual(await units('M1', []), ['M2'], 'without any event it is a jump');
  assert.deepEqual(await units('M2', []), []);
  assert.deepEqual(await units('M1', [{ enterprise: 'M1', successor: 'M2' }]), []);
  assert.deepEqual(
    await units('M1', [
      { enterprise: 'M1', successor: 'M2' },
      { enterprise: 'M2', successor: 'M1' },
    ]),
    [],
    'a circle does not hang',
  );
});

test('the bounds are those of the formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 10, max: 9999 })), {
        minLength: 12,
        maxLength: 12,
      }),
      async (pairs) => {
        const found = await unusual(both((at) => pairs[at] ?? [1, 1]));
        assert.deepEqual(
          found.map(({ unit }) => unit),
          outside(pairs).map((at) => names[at]),
        );
      },
    ),
    { numRuns: 12 },
  );
});

/** Hidiroglou and Berthelot by hand. */
function outside(pairs: readonly (readonly [number, number])[]): readonly number[] {
  const { u, a, c } = PARAMETERS;
  const ratios = pairs.map(([y1, y2]) => y2 / y1);
  const med = quantile(ratios, 0.5);
  const weights = pairs.map(([y1, y2]) => Math.max(y1, y2) ** u);
  const scores = ratios.map((r, at) => (r < med ? 1 - med / r : r / med - 1) * (weights[at] ?? 0));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(scores, part)) as [
    number,
    number,
    number,
  ];
  const least = Math.max(Math.abs(a * middle), 0.05 * quantile(weights, 0.5));
  const [from, to] = [
    middle - c * Math.max(middle - low, least),
    middle + c * Math.max(high - middle, least),
  ];
  return scores.flatMap((score, at) => (score < from || score > to ? [at] : []));
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

test('the finding of a unit stands on the first of its largest lines, of whichever enterprise', async () => {
  const engine = await openEngine({ memory: '200MB', threads: 1 });
  try {
    const jump: Given = [
      ['M1', '2025-01', 10],
      ['M1', '2025-02', 40],
      ['M2', '2025-02', 900_000],
      ['M1', '2025-02', 900_000],
      ['M2', '2025-02', 899_999],
    ];
    const others = both((at) => [1000, 1000 + 10 * at]);
    await createLines(engine, [...others, ...jump]);
    const entry = { holding: 'H', size: 'small', validFrom: '2020-01-01', validTo: null };
    const register = ['M1', 'M2'].map((enterprise) => ({ ...entry, enterprise }));
    await findUnusual(engine, { register } as unknown as Domain, [], raw('line'));
    const findings = await engine.rows<{ ordinal: number; found: string }>(unusualFindings(raw('line')));
    assert.deepEqual(
      findings.map(({ ordinal }) => ordinal),
      [others.length + 3],
    );
    assert.match(findings[0]?.found ?? '', /^H ITO 2025-02: 10[.]00 > 2700039[.]00$/);
  } finally {
    engine.close();
  }
});
