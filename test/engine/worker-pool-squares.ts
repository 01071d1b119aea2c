// Squares numbers in a thread, the small ones last; fails below nothing, and leaves at nothing.

import { setTimeout } from 'node:timers/promises';
import { answerTasks } from '../../src/engine/worker-pool.ts';

answerTasks(async (task, tell) => {
  const number = Number(task);
  if (number < 0) throw new Error(`${number} has no square here`);
  if (number === 0) process.exit(7);
  tell(`squaring ${number}`);
  await setTimeout(20 - number);
  return number ** 2;
});
