import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharesOf } from '../../src/command/release-shares.ts';

const part = (state: string, holding: string, centimes: bigint) => ({ state, holding, centimes });
const PARTS = [
  part('accepted', 'A', 800n),
  ...['A', 'B', 'C'].map((holding) => part('queried', holding, 50n)),
  part('rejected', '', 50n),
];

test('shares of value by state are told where the rules have nothing against the lines behind them', () => {
  const isSafe = (own: readonly unknown[]) => own.length === 0 || own.length >= 3;
  assert.deepEqual(sharesOf(PARTS, isSafe), [
    { state: 'excluded', share: '0.0' },
    { state: 'queried', share: '15.0' },
    { state: 'rejected', share: null },
  ]);
  assert.deepEqual(sharesOf([], isSafe), []);
});
