// Keeps the bytes of files before they are asked for, two files at a time: the system copies and flushes one while the other is
// hashed, and the engine adds up the lines of earlier ones meanwhile. GSBPM 4.3.

/** What comes of files by their places, in their order. */
export type Ahead<T> = {
  readonly take: (place: number) => Promise<T>;
  /** Begins nothing more, and waits for what was begun. */
  readonly stop: () => Promise<void>;
};

/** Does the work of each file, at most some files before it is taken. */
export function keepAhead<T>(
  files: readonly string[],
  work: (file: string, place: number) => Promise<T>,
): Ahead<T> {
  const begun = new Map<number, Promise<T>>();
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  let next = 0;
  let stopped = false;
  const begin = (file: string) => {
    const place = next;
    const lane = place % lanes.length;
    const kept = (lanes[lane] ?? Promise.resolve()).then(() => {
      if (stopped) throw new Error(`${file} is not wanted any more`);
      return work(file, place);
    });
    begun.set(place, kept);
    // What went wrong is told to whoever takes it.
    lanes[lane] = kept.then(
      () => undefined,
      () => undefined,
    );
    next += 1;
  };
  return {
    take: async (place) => {
      for (const file of files.slice(next, place + 1 + AHEAD)) begin(file);
      const kept = await begun.get(place);
      begun.delete(place);
      if (kept === undefined) throw new Error(`file ${place} was taken before`);
      return kept;
    },
    stop: async () => {
      stopped = true;
      await Promise.all(lanes);
    },
  };
}

/** Files kept before they are taken: as many as a batch of large ones has. */
const AHEAD = 8;
