// Work that keeps one core each, two at a time: on the engine at hand and on a second connection to it.

import type { Engine } from './duckdb.ts';
import { sql } from './sql.ts';

const THREADS = sql`SELECT CAST(current_setting('threads') AS VARCHAR) AS threads`;

/** Does every piece of work; the answers are in the order of the pieces. Tables that both connections read are no temporary ones. */
export async function sideBySide<T, R>(
  engine: Engine,
  pieces: readonly T[],
  work: (engine: Engine, piece: T) => Promise<R>,
): Promise<readonly R[]> {
  if (pieces.length < 2) return Promise.all(pieces.map((piece) => work(engine, piece)));
  const waiting = pieces.entries();
  const done: R[] = [];
  const lane = async (own: Engine) => {
    for (const [at, piece] of waiting) done[at] = await work(own, piece);
  };
  const other = await engine.another();
  // With helpers of its own each statement would wait for those of the other one, at a third more processor time.
  const [before] = await engine.rows<{ threads: string }>(THREADS);
  await engine.run(sql`SET threads = 1`);
  try {
    const lanes = await Promise.allSettled([lane(engine), lane(other)]);
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  } finally {
    await engine.run(sql`SET threads = ${Number(before?.threads ?? 1)}`);
    other.close();
  }
  return done;
}
