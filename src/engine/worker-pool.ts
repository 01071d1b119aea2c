// Computing on more than one core: a module that answers tasks, started in as many threads as keep the cores busy.
// What is answered depends on the task alone, so that the number of threads changes nothing but the time it takes.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { keptFor } from './compiled.ts';

export type PoolOptions = {
  /** Of a task by its number: what it says while it is being done. */
  readonly told?: ((message: unknown, task: number) => void) | undefined;
  /** Threads, this one too where it answers; by default one for each core. */
  readonly threads?: number | undefined;
  /** What the module does, for this thread to do it as well instead of waiting. */
  readonly here?: Answering | undefined;
};

export type Answering = (task: unknown, tell: (message: unknown) => void) => Promise<unknown>;

/** Whether this process may start threads, and there is another core for them. */
export function hasFurtherCores(): boolean {
  return isMainThread && availableParallelism() > 1 && process.permission?.has('worker') !== false;
}

/**
 * The answers to all tasks, in the order of the tasks. They are begun in that order, each by the thread that is free; this
 * thread, which cannot hand out a task while it does one, begins at the end.
 */
export async function poolAnswers(
  module: URL,
  tasks: readonly unknown[],
  { told, threads = availableParallelism(), here }: PoolOptions = {},
): Promise<readonly unknown[]> {
  const waiting = [...tasks.keys()];
  const answers: unknown[] = [];
  const others = Math.min(threads, tasks.length) - (here === undefined ? 0 : 1);
  const workers = Array.from({ length: others }, () => new Worker(module, { env: keptFor(process.env) }));
  const lane = async (next: () => number | undefined, answer: Answering) => {
    for (let at = next(); at !== undefined; at = next()) {
      const task = at;
      answers[task] = await answer(tasks[task], (message) => told?.(message, task));
    }
  };
  const first = () => waiting.shift();
  const lanes = workers.map((worker) => lane(first, (task, tell) => answerOf(worker, task, tell)));
  try {
    await Promise.all([...lanes, ...(here === undefined ? [] : [lane(() => waiting.pop(), here)])]);
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
export function answerTasks(answer: Answering): void {
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
