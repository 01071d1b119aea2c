import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditState } from '../../src/analyse/audit-state.ts';
import type { Certificate } from '../../src/analyse/certificate.ts';
import { suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { primaryCells } from '../../src/analyse/classic-table.ts';
import { coverNearby, nearbyPrograms } from '../../src/analyse/nearby-tables.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { takeBack } from '../../src/analyse/take-back.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { costOfPattern, problemOf } from './classic-problem.ts';

const tableFrom = (seed: number) =>
  drawClassic({
    dimensions: [
      { codes: 6, groups: 1 },
      { codes: 5, groups: 1 },
    ],
    seed,
    p: 15,
    empty: 0.1,
    holdings: 8,
  });

test('the search for linked systems costs little more than the proven optimum of a single table', async () => {
  for (const seed of [1, 2, 3]) {
    const table = tableFrom(seed);
    const { status, cost } = await suppressClassic(table);
    const problem = problemOf(table);
    const { suppressed, witnesses } = await suppress(problem, { attackers: 'public' });
    const certificate: Certificate = { suppressed: [...suppressed], witnesses };
    assert.equal(status, 'optimal');
    assert.deepEqual(verifyCertificate(problem, certificate, 'public'), []);
    const found = costOfPattern(table, suppressed);
    assert.ok(found <= 1.15 * cost, `seed ${seed}: ${found} beside ${cost}`);
  }
});

test('from everything blank, what is needless is taken back, and the proofs that stay are whole', async () => {
  const table = tableFrom(5);
  const problem = problemOf(table);
  const all = problem.values.flatMap((_, cell) =>
    problem.frozen.has(cell) || problem.sizes[cell] === 0n ? [] : [cell],
  );
  const printed = new Float64Array(problem.values.length);
  const state = auditState({ problem, printed }, all, 'public');
  const program = await nearbyPrograms(state);
  coverNearby(state, program);
  assert.equal(state.pending.size, 0);
  const primary = new Set(primaryCells(table));
  const spare = all.filter((cell) => !primary.has(cell));
  takeBack(state, program, spare, Infinity);
  program.dispose();
  const certificate: Certificate = { suppressed: [...state.suppressed], witnesses: state.witnesses };
  assert.deepEqual(verifyCertificate(problem, certificate, 'public'), []);
  const { cost } = await suppressClassic(table);
  assert.ok(state.suppressed.size < all.length / 2, `${state.suppressed.size} of ${all.length}`);
  assert.ok(costOfPattern(table, state.suppressed) < 2 * cost);
});

test('no work, nothing taken back', async () => {
  const problem = problemOf(tableFrom(5));
  const all = [...problem.values.keys()];
  const state = auditState({ problem, printed: new Float64Array(all.length) }, all, 'public');
  const program = await nearbyPrograms(state);
  coverNearby(state, program);
  takeBack(state, program, all, 0);
  program.dispose();
  assert.equal(state.suppressed.size, all.length);
});
