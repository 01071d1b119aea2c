// A process beside this one that does long work, and the messages between the two. It ends with its parent.

import { type ChildProcess, fork } from 'node:child_process';

export type Child = {
  readonly send: (message: unknown) => void;
  /** Asks it to end after what it is doing, and resolves when it has. */
  readonly stop: () => Promise<void>;
};

export type ChildEvents = {
  readonly message: (message: unknown) => void;
  /** It ended without being asked to. */
  readonly died: (reason: string) => void;
};

/** Starts a module as a process of its own, with a limit of the heap in megabytes. */
export function startChild(
  module: URL,
  words: readonly string[],
  { message, died }: ChildEvents,
  megabytes = 1024,
): Child {
  let stopping = false;
  const child: ChildProcess = fork(module, [...words], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!stopping) died(signal ?? `exit ${code}`);
      resolve();
    });
  });
  child.on('message', message);
  child.on('error', () => {});
  return {
    send: (sent) => {
      if (child.connected) child.send(sent as object, () => {});
    },
    stop: () => {
      stopping = true;
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}

export type Parent = {
  readonly tell: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
  /** Resolves when the parent asks this process to end, or is gone. */
  readonly gone: Promise<void>;
};

/** The parent of a process that `startChild` began. */
export function parentProcess(): Parent {
  // Ends by its parent, not by the terminal: what it is doing is done to the end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  return {
    tell: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    listen: (listener) => {
      process.on('message', listener);
    },
    gone: new Promise((resolve) => {
      if (!process.connected) resolve();
      process.once('disconnect', () => resolve());
    }),
  };
}
