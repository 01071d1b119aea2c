// The few kinds of failure, sorted by what the caller should do. Broken data are findings, not errors.

export type Fault = {
  /** Where: a file, `file:line`, a field or a key. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  /** What to do, when it is not plain from `expected`. */
  readonly remedy?: string;
};

/** The data or the request is at fault; the message says what to do. Exit code 1, HTTP 400. */
export class Refused extends Error {
  readonly faults: readonly Fault[];
  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.name = 'Refused';
    this.faults = faults;
  }
}

/** More was sent than is taken. Exit code 1, HTTP 413. */
export class TooLarge extends Refused {
  constructor(found: number, most: number) {
    super(`more than ${most} bytes: found ${found}`);
    this.name = 'TooLarge';
  }
}

/** What was asked for does not exist. Exit code 1, HTTP 404. */
export class NotFound extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotFound';
  }
}

/** Another run or writer holds the workspace. Exit code 1, HTTP 409. */
export class Busy extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Busy';
  }
}

/** The exit code of an error: 1 refused, 2 failed. */
export function exitCode(error: unknown): 1 | 2 {
  return statusOf(error) < 500 ? 1 : 2;
}

/** The HTTP status of an error. */
export function statusOf(error: unknown): 400 | 404 | 409 | 413 | 500 {
  if (error instanceof TooLarge) return 413;
  if (error instanceof Refused) return 400;
  if (error instanceof NotFound) return 404;
  if (error instanceof Busy) return 409;
  return 500;
}

/** An error as lines for a person: the message, then one line for each fault. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof Refused))
    return statusOf(error) < 500 ? error.message : (error.stack ?? error.message);
  return [error.message, ...error.faults.map(describeFault)].join('\n');
}

/** A fault on one line: where, what was found, what was expected, what to do. */
export function describeFault(fault: Fault): string {
  const remedy = fault.remedy === undefined ? '' : ` — ${fault.remedy}`;
  return `  ${fault.where}: found ${fault.found}, expected ${fault.expected}${remedy}`;
}
