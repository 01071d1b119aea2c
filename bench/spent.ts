// What a piece of work took, and a figure beside its goal.

export type Spent = {
  /** Seconds of the clock, and of the processor in all threads. */
  readonly clock: number;
  readonly processor: number;
};

/** Does a piece of work and tells what it took. */
export async function measured<T>(
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly spent: Spent }> {
  const [began, busy] = [performance.now(), process.cpuUsage()];
  const made = await work();
  const { user, system } = process.cpuUsage(busy);
  return {
    made,
    spent: { clock: (performance.now() - began) / 1000, processor: (user + system) / 1e6 },
  };
}

/** A figure that is to be at most its goal. */
export type Measure = {
  readonly what: string;
  readonly goal: number;
  readonly unit: string;
  readonly found: number;
};

/** A row of a table of docs/benchmarks.md. */
export function verdictRow({ what, goal, unit, found }: Measure): string {
  const digits = Number.isInteger(found) ? 0 : found < 10 ? 3 : 0;
  const verdict = found <= goal ? 'met' : '**missed**';
  return `| ${what} | at most ${goal}${unit} | ${found.toFixed(digits)}${unit} | ${verdict} |`;
}
