// Long work of a server in slices: between two of them it answers others.

/** Steps that end with a result; whoever takes them decides when the next one is done. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Milliseconds of a slice. */
const SLICE = 15;

/** Takes steps for a slice of time, lets what waits be answered, and goes on; one piece of work does not wait for another. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < until) continue;
    await new Promise<void>((resolve) => void setImmediate(resolve));
    until = performance.now() + SLICE;
  }
}
