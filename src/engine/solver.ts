// The solver of linear and mixed-integer programs, HiGHS compiled to WebAssembly.

import highsLoader, { type Highs } from 'highs';

/** The package is typed as CommonJS and loads as a module: its default is the loader itself. */
const start = highsLoader as unknown as (typeof highsLoader)['default'];

/** A solver of its own: one that was given up in the middle of a program harms no other. */
export function openSolver(): Promise<Highs> {
  return start();
}
