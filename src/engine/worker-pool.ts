// Computing on more than one core: a module that answers tasks, started in as many threads as keep the cores busy.
// What is answered depends on the task alone, so that the number of threads changes nothing but the time it takes.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

export type PoolOptions = {
  /** Of a task by its number: what it says while it is being done. */
  readonly told?: ((message: unknown, task: number) => void) | undefined;
  /** Threads; by default one for each core. */
  readonly threads?: number | undefined;
};

/** Whether this process may start threads, and there is another core for them. */
export function hasFurtherCores(): boolean {
  return isMainThread && availableParallelism() > 1 && process.permission?.has('worker') !== false;
}

/** The answers to all tasks, in the order of the tasks. They are begun in that order, each by the thread that is free. */
export async function poolAnswers(
  module: URL,
  tasks: readonly unknown[],
  { told, threads = availableParallelism() }: PoolOptions = {},
): Promise<readonly unknown[]> {
  const waiting = tasks.entries();
  const answers: unknown[] = [];
  const workers = Array.from({ length: Math.min(threads, tasks.length) }, () => new Worker(module));
  const lane = async (worker: Worker) => {
    for (const [at, task] of waiting)
      answers[at] = await answerOf(worker, task, (message) => told?.(message, at));
  };
  try {
    await Promise.all(workers.map(lane));
    return answers;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What a thread sends: something to tell, or the answer to its task. */
type Sent = { readonly told: unknown } | { readonly answer: unknown };

function answerOf(worker: Worker, task: unknown, told: (message: unknown) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a thread ended by itself: ${code}`));
    const heard = (sent: Sent) => {
      if ('told' in sent) return told(sent.told);
      worker.off('error', reject).off('exit', ended).off('message', heard);
      resolve(sent.answer);
    };
    worker.on('error', reject).on('exit', ended).on('message', heard);
    worker.postMessage(task);
  });
}

/** Makes the module that calls this one that answers tasks when it is started as a thread. */
export function answerTasks(
  answer: (task: unknown, tell: (message: unknown) => void) => Promise<unknown>,
): void {
  const port = parentPort;
  if (port === null) return;
  const send = (sent: Sent) => port.postMessage(sent);
  port.on('message', (task: unknown) => {
    answer(task, (told) => send({ told })).then(
      (answered) => send({ answer: answered }),
      (error: unknown) => {
        throw error;
      },
    );
  });
}
