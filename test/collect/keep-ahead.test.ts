import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepAhead } from '../../src/collect/keep-ahead.ts';

const FILES = Array.from({ length: 40 }, (_, at) => `${at}.csv`);
const later = () => new Promise((resolve) => setImmediate(resolve));

test('every file is kept once, two at a time, a few before it is taken', async () => {
  const begun: string[] = [];
  let [now, most] = [0, 0];
  const { take, stop } = keepAhead(FILES, async (file, place) => {
    begun.push(file);
    most = Math.max(most, ++now);
    await later();
    now -= 1;
    return `${place} ${file}`;
  });
  const taken: string[] = [];
  for (const place of FILES.keys()) {
    taken.push(await take(place));
    for (let turn = 0; turn < 20; turn += 1) await later();
    assert.ok(begun.length <= place + 9, `${begun.length} begun when ${place} is taken`);
  }
  await stop();
  assert.deepEqual(
    taken,
    FILES.map((file, place) => `${place} ${file}`),
  );
  assert.deepEqual(begun, FILES);
  assert.equal(most, 2);
});

test('what goes wrong is told where the file is taken; nothing is begun after the end', async () => {
  const begun: string[] = [];
  const { take, stop } = keepAhead(FILES, async (file) => {
    begun.push(file);
    await later();
    if (file === '2.csv') throw new Error('no such file');
    return file;
  });
  assert.equal(await take(0), '0.csv');
  assert.equal(await take(1), '1.csv');
  await assert.rejects(take(2), /no such file/);
  await stop();
  const then = begun.length;
  for (let turn = 0; turn < 20; turn += 1) await later();
  assert.equal(begun.length, then);
  assert.ok(then < 11);
});
