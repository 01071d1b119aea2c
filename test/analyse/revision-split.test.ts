import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureRevisions, splitRevisions } from '../../src/analyse/revision-split.ts';
import { rationalOf, toDecimal } from '../../src/design/rational.ts';
import { cellsOf, indexOf, row } from './fixture.ts';

test('the causes of every cell add up to its revision, and what interacts is shown', () => {
  const earlier = cellsOf([row({ value: 1000n }), row({ month: '2025-06' })]);
  const later = cellsOf([
    row({ value: 2200n }),
    row({ month: '2025-06' }),
    row({ month: '2024-02', segment: 'KPO', value: 70n }),
  ]);
  const effects = indexOf([
    row({ source: 'replaced', status: 'corrected', value: 1000n }),
    row({ source: 'replaced', status: 'exchange_rate', value: 200n }),
    row({ source: 'alone', status: 'corrected', value: 1000n }),
    row({ source: 'alone', status: 'exchange_rate', value: 100n }),
    row({ month: '2024-02', segment: 'KPO', source: 'replaced', status: 'late', value: 70n }),
    row({ month: '2024-02', segment: 'KPO', source: 'alone', status: 'late', value: 70n }),
  ]);
  const splits = splitRevisions(earlier, later, effects);
  for (const { earlier: before, later: now, causes, notFromLines } of splits) {
    assert.equal(
      causes.reduce((sum, { effect }) => sum + effect, 0n),
      now - before,
    );
    assert.equal(notFromLines, 0n);
  }
  const half = splits.find(({ key }) => key === 'S.MA.W1._T.EXPORTS.MAD.2025');
  assert.deepEqual(half?.causes, [
    { cause: 'late', effect: 70n, alone: 70n },
    { cause: 'corrected', effect: 1000n, alone: 1000n },
    { cause: 'exchange_rate', effect: 200n, alone: 100n },
  ]);
  assert.equal(half?.interaction, 100n);
  assert.equal(
    splits.some(({ period }) => period.startsWith('2025')),
    false,
    'what did not change is left out',
  );
});

test('a change that no line explains is shown as such', () => {
  const [earlier, later] = [
    cellsOf([row({ month: '2025-06', value: 5n })]),
    cellsOf([row({ month: '2025-06', value: 8n })]),
  ];
  const [split] = splitRevisions(earlier, later, indexOf([]));
  assert.deepEqual([split?.causes, split?.notFromLines], [[], 3n]);
});

test('mean, mean absolute and relative mean absolute revision', () => {
  const measures = measureRevisions([
    { earlier: rationalOf('100'), later: rationalOf('104') },
    { earlier: rationalOf('200'), later: rationalOf('198') },
  ]);
  assert.ok(measures?.rmar);
  assert.deepEqual(
    [measures.mr, measures.mar, measures.rmar].map((value) => toDecimal(value, 4)),
    ['1.0000', '3.0000', '0.0199'],
  );
  assert.deepEqual([measures.upward, measures.downward, measures.biased], [1, 1, false]);
  assert.equal(measureRevisions([]), undefined);
});

test('revisions that always go one way are biased, revisions of both ways are not', () => {
  const of = (...revisions: readonly number[]) =>
    measureRevisions(
      revisions.map((by) => ({ earlier: rationalOf('100'), later: rationalOf(String(100 + by)) })),
    );
  assert.equal(of(2, 3, 2, 3, 2, 3)?.biased, true);
  assert.equal(of(2, -3, 2, -3, 2, -2)?.biased, false);
  assert.equal(of(5)?.biased, null);
  // t = 3 with three degrees of freedom: below 3.182.
  const four = of(1, 1, 1, 3);
  assert.ok(four?.tSquared);
  assert.deepEqual([toDecimal(four.tSquared, 3), four.biased], ['9.000', false]);
});

test('no mean revision is larger than the mean absolute one', () => {
  const level = fc.integer({ min: 1, max: 10_000 }).map((value) => rationalOf(String(value)));
  fc.assert(
    fc.property(fc.array(fc.record({ earlier: level, later: level }), { minLength: 1 }), (pairs) => {
      const measures = measureRevisions(pairs);
      assert.ok(measures);
      const mr = Number(toDecimal(measures.mr, 6));
      assert.ok(Math.abs(mr) <= Number(toDecimal(measures.mar, 6)) + 1e-6);
    }),
  );
});
