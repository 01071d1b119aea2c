// A dozen kills spread over the writes of each act; `npm run bench:kill` does 200 at random.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ACTS, prepared } from '../../bench/kill-acts.ts';
import { actOn, killAt } from '../../bench/kill-points.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-kill-test-'));
const bases: { [act: string]: string } = {};

before(async () => {
  const base = await prepared(folder);
  cpSync(base, `${base}-sealed`, { recursive: true });
  await actOn(`${base}-sealed`, 'approve', 0);
  Object.assign(bases, { edit: base, approve: base, publish: `${base}-sealed` });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const WRITES: { readonly [act: string]: readonly number[] } = {
  edit: [2, 3],
  approve: [12, 60, 130, 180, 225],
  publish: [8, 50, 120, 145, 160],
};

test('whatever write an act is killed at, nothing is half there, and doing it again makes it whole, once', async () => {
  assert.deepEqual(Object.keys(WRITES), Object.keys(ACTS));
  const results = [];
  for (const [act, writes] of Object.entries(WRITES))
    for (const write of writes) results.push(await killAt(bases[act] ?? '', act, write));
  assert.deepEqual(
    results.flatMap(({ faults }) => faults),
    [],
  );
  assert.ok(results.filter(({ killed }) => killed > 0).length >= 11, 'the acts did not reach the writes');
});
