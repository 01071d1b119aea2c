import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poolAnswers } from '../../src/engine/worker-pool.ts';

const SQUARES = new URL('./worker-pool-squares.ts', import.meta.url);

test('answers come in the order of the tasks, whatever the number of threads', async () => {
  const tasks = [9, 1, 5, 3, 7];
  for (const threads of [1, 2, 8])
    assert.deepEqual(await poolAnswers(SQUARES, tasks, { threads }), [81, 1, 25, 9, 49]);
});

test('this thread answers as well, from the end, and the answers are the same', async () => {
  const done: number[] = [];
  const here = async (task: unknown) => {
    done.push(Number(task));
    return Number(task) ** 2;
  };
  for (const threads of [1, 2, 8])
    assert.deepEqual(await poolAnswers(SQUARES, [9, 1, 5, 3, 7], { threads, here }), [81, 1, 25, 9, 49]);
  assert.deepEqual(done.slice(0, 5), [7, 3, 5, 1, 9], 'alone it does all of them');
  await assert.rejects(poolAnswers(SQUARES, [-1, 2, 3], { threads: 2, here }), /-1 has no square here/);
});

test('what a thread tells is told of its task', async () => {
  const heard: string[] = [];
  await poolAnswers(SQUARES, [4, 6], {
    threads: 2,
    told: (message, task) => heard.push(`${task} ${message}`),
  });
  assert.deepEqual(heard.sort(), ['0 squaring 4', '1 squaring 6']);
});

test('a task that fails ends the pool with its fault, and a thread that is gone does as well', async () => {
  await assert.rejects(poolAnswers(SQUARES, [2, -1, 3], { threads: 2 }), /-1 has no square here/);
  await assert.rejects(poolAnswers(SQUARES, [0], { threads: 1 }), /a thread ended by itself: 7/);
});
