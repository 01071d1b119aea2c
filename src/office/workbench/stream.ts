// What is made piece by piece, as the body of a response: nothing is made faster than it is read.

/** A stream over pieces; reading no further ends their making. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const each = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await each.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await each.return?.();
    },
  });
}
