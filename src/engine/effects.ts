// The ports by which the outside comes in. They are made in `main.ts` and passed down.

import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Said, type Wording, wordsIn } from './errors.ts';

export type Instant = string;

export type Effects = {
  /** The present instant, ISO 8601 with offset. */
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
  /** Who acts: the account of the operating system, or `MARSAD_ACTOR`, by which a service names its user. */
  readonly actor: () => string;
  readonly log: Log;
};

/** Words of the program, or words in every language of the office. */
export type Log = {
  /** A line for the reader of the result, on standard output. */
  readonly print: (text: Wording) => void;
  /** A line about what is going on, on standard error. */
  readonly note: (text: Wording) => void;
  /** A line that the next one overwrites on a terminal; dropped elsewhere, unless `MARSAD_LOG` is `said`. */
  readonly progress: (text: Wording) => void;
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
      print: (text) => lines.push(wordsIn('en', text)),
      note: (text) => lines.push(wordsIn('en', text)),
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
  return process.env['MARSAD_LOG'] === 'said' ? saidLog() : terminalLog(process.stderr.isTTY === true);
}

function terminalLog(terminal: boolean): Log {
  return {
    print: (text) => process.stdout.write(`${wordsIn('en', text)}\n`),
    note: (text) => process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${wordsIn('en', text)}\n`),
    progress: (text) => {
      if (terminal) process.stderr.write(`\r\x1b[K${wordsIn('en', text)}`);
    },
  };
}

/** For a page that will be read in any language: what is said in all of them stands as such, a line each. */
function saidLog(): Log {
  const line = (text: Wording) => `${typeof text === 'string' ? text : JSON.stringify(text)}\n`;
  return {
    print: (text) => process.stdout.write(line(text)),
    note: (text) => process.stderr.write(line(text)),
    progress: (text) => process.stderr.write(line(text)),
  };
}

/** The lines of such a log: what it said in every language, and the program's own words. */
export function readSaid(log: string): readonly Wording[] {
  return log.split('\n').flatMap((line): readonly Wording[] => {
    if (line.trim() === '') return [];
    return [saidIn(line) ?? line];
  });
}

/** A line that holds words in every language; undefined for any other, or a part of one. */
function saidIn(line: string): Said | undefined {
  if (!line.startsWith('{"ar":')) return undefined;
  try {
    const { ar, fr, en } = JSON.parse(line) as { readonly [language: string]: unknown };
    return typeof ar === 'string' && typeof fr === 'string' && typeof en === 'string'
      ? { ar, fr, en }
      : undefined;
  } catch {
    return undefined;
  }
}
