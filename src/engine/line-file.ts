// Text files written line after line, in blocks.

import { closeSync, openSync, writeSync } from 'node:fs';

export type LineFile = {
  readonly write: (line: string) => void;
  /** Hands every line to the system, so that a reader of the file finds it. */
  readonly flush: () => void;
  readonly close: () => void;
};

const BLOCK = 1 << 16;

/** Opens a new text file; lines end in LF. */
export function openLines(path: string): LineFile {
  const file = openSync(path, 'w');
  let waiting = '';
  const flush = (): void => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    write: (line) => {
      waiting += `${line}\n`;
      if (waiting.length > BLOCK) flush();
    },
    flush,
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
