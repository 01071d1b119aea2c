// The ports by which the outside comes in. They are made in `main.ts` and passed down.

import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';

export type Instant = string;

export type Effects = {
  /** The present instant, ISO 8601 with offset. */
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
  /** Who acts: the account of the operating system, or `MARSAD_ACTOR`, by which a service names its user. */
  readonly actor: () => string;
  readonly log: Log;
};

export type Log = {
  /** A line for the reader of the result, on standard output. */
  readonly print: (text: string) => void;
  /** A line about what is going on, on standard error. */
  readonly note: (text: string) => void;
  /** A line that the next one overwrites on a terminal; dropped elsewhere, unless `MARSAD_PROGRESS` is `lines`. */
  readonly progress: (text: string) => void;
};

/** The effects of the real machine. */
export function systemEffects(): Effects {
  return {
    clock: () => new Date().toISOString(),
    random: (bytes) => randomBytes(bytes),
    actor: () => process.env['MARSAD_ACTOR'] ?? accountName(userInfo),
    log: systemLog(),
  };
}

/** The account of the operating system; its number where the system has no name for it, as in a container of another user. */
export function accountName(lookUp: () => { readonly username: string }, uid = process.getuid?.()): string {
  try {
    return lookUp().username;
  } catch (error) {
    if (uid === undefined) throw error;
    return `uid-${uid}`;
  }
}

/** Effects for tests: a clock that stands still, randomness from a counter, and a log that is kept. */
export function stillEffects(instant: Instant, lines: string[] = [], actor = 'tester'): Effects {
  let counter = 0;
  return {
    clock: () => instant,
    random: (bytes) => Uint8Array.from({ length: bytes }, () => (counter = (counter + 1) % 251)),
    actor: () => actor,
    log: {
      print: (text) => lines.push(text),
      note: (text) => lines.push(text),
      progress: () => {},
    },
  };
}

/** A reader that has seen enough (`marsad … | head`) closes its end: the work goes on, what is left to say is dropped. */
function forgiveClosedReader(stream: NodeJS.WriteStream): void {
  if (stream.listenerCount('error') > 0) return;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function systemLog(): Log {
  forgiveClosedReader(process.stdout);
  forgiveClosedReader(process.stderr);
  const terminal = process.stderr.isTTY === true;
  const lines = process.env['MARSAD_PROGRESS'] === 'lines';
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${text}\n`),
    progress: (text) => {
      if (terminal) process.stderr.write(`\r\x1b[K${text}`);
      else if (lines) process.stderr.write(`${text}\n`);
    },
  };
}
