import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { apportion, randomStream } from '../../src/simulate/random-stream.ts';

test('parts add up to the whole, none is negative, and weight zero gets nothing to speak of', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (total, weights) => {
        const parts = apportion(total, weights);
        assert.equal(
          parts.reduce((a, b) => a + b, 0n),
          total,
        );
        assert.ok(parts.every((part) => part >= 0n));
        const sum = weights.reduce((a, b) => a + b, 0);
        parts.forEach((part, at) => {
          const exact = (Number(total) * (weights[at] ?? 0)) / sum;
          assert.ok(Math.abs(Number(part) - exact) <= 2 + exact * 1e-5, `${part} for ${exact}`);
        });
      },
    ),
  );
});

test('a stream depends on its name and its seed alone', () => {
  const draw = (seed: string, ...name: string[]) => {
    const stream = randomStream(seed, ...name);
    return Array.from({ length: 5 }, () => stream.next());
  };
  assert.deepEqual(draw('1', 'a'), draw('1', 'a'));
  assert.notDeepEqual(draw('1', 'a'), draw('2', 'a'));
  assert.notDeepEqual(draw('1', 'a'), draw('1', 'b'));
  assert.notDeepEqual(draw('1', 'a', 'b'), draw('1', 'ab'));
});

test('numbers are spread evenly and the log-normal has median one', () => {
  const stream = randomStream('7', 'spread');
  const values = Array.from({ length: 20_000 }, () => stream.next());
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  assert.ok(Math.abs(mean - 0.5) < 0.01, `mean ${mean}`);
  assert.ok(values.every((value) => value >= 0 && value < 1));
  const above = Array.from({ length: 20_000 }, () => stream.lognormal(0.8)).filter((value) => value > 1);
  assert.ok(Math.abs(above.length / 20_000 - 0.5) < 0.015, `${above.length}`);
});
