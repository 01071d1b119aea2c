// Work that keeps one core each, two at a time: on the engine at hand and on a second connection to it.

import type { Engine } from './duckdb.ts';

/** Does every piece of work; the answers are in the order of the pieces. Tables that both connections read are no temporary ones. */
export async function sideBySide<T, R>(
  engine: Engine,
  pieces: readonly T[],
  work: (engine: Engine, piece: T) => Promise<R>,
): Promise<readonly R[]> {
  const waiting = pieces.entries();
  const done: R[] = [];
  const lane = async (own: Engine) => {
    for (const [at, piece] of waiting) done[at] = await work(own, piece);
  };
  const other = pieces.length > 1 ? await engine.another() : null;
  try {
    const lanes = await Promise.allSettled([lane(engine), ...(other === null ? [] : [lane(other)])]);
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  } finally {
    other?.close();
  }
  return done;
}
