// The queue: falling scores, and an end where what is left no longer matters.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { queueOf } from '../../src/process/queue.ts';
import { type Candidate, scoreLine, sizeSuspicion } from '../../src/process/score.ts';

const CANDIDATE: Candidate = {
  ...{
    submission: 1,
    ordinal: 1,
    kind: 'settlement',
    sender: 'B01',
    enterprise: '000036794',
    month: '2025-06',
  },
  ...{ segment: 'ITO', partner: 'FR', state: 'accepted', reason: null, failed: null },
  ...{ centimes: 100_000n, usual: 100_000n, low: 60_000n, high: 170_000n },
};
const TOTALS = new Map([
  ['ITO', 10_000_000n],
  ['KPO', 100_000n],
  ['_T', 100_000_000n],
]);
const none = () => 0;

test('a usual size is not suspect, a thousand times of it is, ten times of it hardly', () => {
  const at = (times: bigint) => sizeSuspicion({ ...CANDIDATE, centimes: 100_000n * times });
  assert.equal(at(1n), 0);
  assert.ok(at(10n) < 0.5, String(at(10n)));
  assert.ok(at(100n) > 0.9, String(at(100n)));
  assert.ok(at(1000n) > 0.99, String(at(1000n)));
});

test('flat fees do not make the next contract suspect', () => {
  const flat = { ...CANDIDATE, low: 100_000n, high: 100_000n, centimes: 200_000n };
  assert.ok(sizeSuspicion(flat) < 0.2, String(sizeSuspicion(flat)));
});

test('the score is the effect on the smallest cell that the line is part of', () => {
  const line = { ...CANDIDATE, state: 'queried', centimes: 50_000n };
  const inItem = scoreLine(line, TOTALS, none).score;
  const inSmall = scoreLine({ ...line, segment: 'KPO' }, TOTALS, none).score;
  const nowhere = scoreLine({ ...line, segment: null }, TOTALS, none).score;
  assert.ok(Math.abs(inItem - (0.9 * 50_000) / 10_000_000) < 1e-12);
  assert.ok(inSmall > inItem && inItem > nowhere && nowhere > 0);
});

test('a rule that only warns makes a line a candidate by as much as the rule weighs', () => {
  const warned = { ...CANDIDATE, failed: 'V012,V042' };
  const { suspicion, effect } = scoreLine(warned, TOTALS, (rule) => (rule === 'V042' ? 0.05 : 0));
  assert.deepEqual({ suspicion, effect }, { suspicion: 0.05, effect: 100_000n });
});

const candidates = fc
  .array(
    fc.record({
      centimes: fc.bigInt({ min: -9_000_000n, max: 9_000_000n }),
      segment: fc.constantFrom('ITO', 'KPO', null),
      state: fc.constantFrom('accepted', 'queried'),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((each, at) => ({ ...CANDIDATE, ...each, ordinal: at + 1 })));

test('the queue falls, ends at the threshold and not one line later, whatever the order of its candidates', () => {
  fc.assert(
    fc.property(candidates, fc.double({ min: 0, max: 0.5, noNaN: true }), (list, threshold) => {
      const scored = list.map((each) => scoreLine(each, TOTALS, none));
      const queue = queueOf(scored, TOTALS, threshold);
      const scores = queue.review.map(({ score }) => score);
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
      assert.ok(queue.after <= Math.max(threshold, 1e-9));
      assert.equal(queue.review.length + queue.rest, scored.filter(({ score }) => score > 0).length);
      assert.deepEqual(queueOf(scored.toReversed(), TOTALS, threshold), queue);
      if (queue.review.length === 0) return;
      const oneLess = new Set(queue.review.slice(0, -1));
      const left = scored.filter((each) => !oneLess.has(each) && each.score > 0);
      const worst = ['ITO', 'KPO', '_T'].map((cell) => {
        const own = left.filter(({ segment }) => cell === '_T' || segment === cell);
        return (
          own.reduce((sum, { suspicion, effect }) => sum + suspicion * Number(effect), 0) /
          Number(TOTALS.get(cell))
        );
      });
      assert.ok(Math.max(...worst) > threshold - 1e-9);
    }),
  );
});

test('a line that stands for others is weighed by all of them', () => {
  const queried: Candidate = { ...CANDIDATE, kind: 'enterprise', state: 'queried' };
  const alone = scoreLine(queried, TOTALS, none);
  const forFive = scoreLine(queried, TOTALS, none, () => ({ units: 40, answered: 8 }));
  assert.equal(forFive.effect, 5n * alone.effect);
  assert.ok(Math.abs(forFive.score - 5 * alone.score) < 1e-9);
  assert.equal(forFive.suspicion, alone.suspicion);
});
