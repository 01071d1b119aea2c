// What a command is: its words, and what it does. `main.ts` lists them all.

import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';

export type OptionSpec = {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  readonly multiple?: boolean;
  readonly help: string;
};
export type Options = { readonly [name: string]: string | boolean | readonly string[] | undefined };

export type Command = {
  readonly name: string;
  /** The words after the name, as in `WS FILE…`. */
  readonly usage: string;
  readonly summary: string;
  /** `--json` and `--help` are added to every command. */
  readonly options: { readonly [name: string]: OptionSpec };
  /** Returns the exit code: 0 done, 1 refused. Errors thrown become 1 or 2 (`engine/errors.ts`). */
  readonly run: (words: readonly string[], options: Options, effects: Effects) => Promise<0 | 1>;
};

/** Words of a command line that say too little or something else; pages never say so. */
export function misuse(text: string): Refused {
  return new Refused(text);
}

/** An option's text; undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a flag was given. */
export function flagOption(options: Options, name: string): boolean {
  return options[name] === true;
}
