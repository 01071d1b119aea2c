// Pictures are drawn one at a time and kept: whatever clients ask, drawing never holds the server for long.

export type PictureQueue = {
  /** The picture under this name, drawn when it is not kept; undefined when too many wait already. */
  readonly picture: (name: string, draw: () => Promise<Uint8Array>) => Promise<Uint8Array | undefined>;
  /** Forgets all pictures. */
  readonly clear: () => void;
};

/** A queue of so many waiting at most, keeping so many pictures at most. */
export function pictureQueue(mostWaiting = 8, mostKept = 300): PictureQueue {
  const kept = new Map<string, Promise<Uint8Array>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const drawn = (draw: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    waiting += 1;
    const next = last.then(draw).finally(() => {
      waiting -= 1;
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    picture: async (name, draw) => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      if (waiting >= mostWaiting) return undefined;
      const made = drawn(draw);
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
      kept.set(name, made);
      made.catch(() => kept.delete(name));
      return made;
    },
    clear: () => kept.clear(),
  };
}
