// What the runtime made of the program's text is kept between runs: most of the start of a short command is reading types away.

import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { isConfined } from './confined.ts';

/** Where it is kept: beside the packages, so that who may change one may change the other. */
export const COMPILED = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'marsad');

/** Keeps and takes what was compiled, from the next module on; without leave to write there nothing is kept. */
export function keepCompiled(): void {
  if (!isConfined()) enableCompileCache(COMPILED);
}

/** The surroundings of a thread that takes and keeps what was compiled as well. */
export function keptFor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return isConfined() ? env : { ...env, NODE_COMPILE_CACHE: COMPILED };
}
