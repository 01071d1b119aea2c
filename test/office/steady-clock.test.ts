import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { steadyClock } from '../../src/office/steady-clock.ts';

const HOUR = 3_600_000;

function clocks(): { wall: number; elapsed: number; pass: (ms: number) => void; put: (ms: number) => void } {
  return {
    wall: 1e12,
    elapsed: 5,
    pass(ms) {
      this.wall += ms;
      this.elapsed += ms;
    },
    put(ms) {
      this.wall += ms;
    },
  };
}

test('a clock that is left alone is believed, and one that is put forward is not', () => {
  const time = clocks();
  const clock = steadyClock(
    () => time.wall,
    () => time.elapsed,
  );
  time.pass(1000);
  assert.equal(clock.now(), 1e12 + 1000);
  time.put(HOUR);
  time.pass(200);
  assert.equal(clock.now(), 1e12 + 1200);
  assert.equal(clock.ahead(), HOUR);
  time.put(-HOUR);
  assert.equal(clock.now(), 1e12 + 1200);
  assert.equal(clock.ahead(), 0);
});

test('a clock that is put back is followed, and set right again without delay', () => {
  const time = clocks();
  const clock = steadyClock(
    () => time.wall,
    () => time.elapsed,
  );
  time.put(-HOUR);
  assert.equal(clock.now(), 1e12 - HOUR);
  time.pass(500);
  time.put(HOUR);
  assert.equal(clock.now(), 1e12 + 500);
});

test('however the clock is put about, it is never ahead of the wall nor of the time that passed', () => {
  const moves = fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(moves, (list) => {
      const time = clocks();
      const clock = steadyClock(
        () => time.wall,
        () => time.elapsed,
      );
      for (const [passed, put] of list) {
        time.pass(passed);
        if (Math.abs(put) > 50) time.put(put);
        const now = clock.now();
        assert.ok(now <= time.wall && now <= 1e12 + time.elapsed - 5 + 1e-6);
      }
    }),
  );
});
