// The few kinds of failure, sorted by what the caller should do. Broken data are findings, not errors.

/** What is said in every language of the office. */
export type Said = { readonly ar: string; readonly fr: string; readonly en: string };
/** Words of the program, or in every language where a declarant or a member of staff may read them. */
export type Wording = string | Said;
/** Why something is refused: a name that programs know, and words for people. */
export type Saying = { readonly code: string; readonly said: Said };

type FaultIn<W> = {
  /** Where: a file, `file:line`, a field or a key. */
  readonly where: W;
  readonly found: W;
  readonly expected: W;
  /** What to do, when it is not plain from `expected`. */
  readonly remedy?: W;
};
export type Fault = FaultIn<string>;
/** A fault that may be read in every language. */
export type SaidFault = FaultIn<Wording>;

/** A failure whose message may stand in every language; as an error of the program it reads in English. */
class Told extends Error {
  readonly saying: Saying | undefined;
  constructor(name: string, told: string | Saying) {
    super(typeof told === 'string' ? told : told.said.en);
    this.name = name;
    this.saying = typeof told === 'string' ? undefined : told;
  }
}

/** The data or the request is at fault; the message says what to do. Exit code 1, HTTP 400. */
export class Refused extends Told {
  /** In the program's own language. */
  readonly faults: readonly Fault[];
  readonly saidFaults: readonly SaidFault[];
  constructor(told: string | Saying, faults: readonly SaidFault[] = []) {
    super('Refused', told);
    this.saidFaults = faults;
    this.faults = faults.map((fault) => faultIn('en', fault));
  }
}

/** More was sent than is taken. Exit code 1, HTTP 413. */
export class TooLarge extends Refused {
  constructor(found: number, most: number) {
    super({
      code: 'too_large',
      said: {
        ar: `أكثر من ${most} بايت: وُجد ${found}`,
        fr: `plus de ${most} octets\u00a0: trouvé ${found}`,
        en: `more than ${most} bytes: found ${found}`,
      },
    });
    this.name = 'TooLarge';
  }
}

/** What was asked for does not exist. Exit code 1, HTTP 404. */
export class NotFound extends Told {
  constructor(told: string | Saying) {
    super('NotFound', told);
  }
}

/** Another run or writer holds the workspace. Exit code 1, HTTP 409. */
export class Busy extends Told {
  constructor(told: string | Saying) {
    super('Busy', told);
  }
}

/** One sender has asked for more than its part; it may come back after some seconds. Exit code 1, HTTP 429. */
export class TooMany extends Told {
  readonly retryAfter: number;
  constructor(told: string | Saying, retryAfter: number) {
    super('TooMany', told);
    this.retryAfter = retryAfter;
  }
}

/** What an error says in every language; undefined for one that speaks the program's own alone. */
export function sayingOf(error: unknown): Saying | undefined {
  return error instanceof Told ? error.saying : undefined;
}

/** Words in a language. */
export function wordsIn(language: keyof Said, wording: Wording): string {
  return typeof wording === 'string' ? wording : wording[language];
}

/** A fault in one language. */
export function faultIn(language: keyof Said, { where, found, expected, remedy }: SaidFault): Fault {
  const [place, was, wanted] = [where, found, expected].map((each) => wordsIn(language, each));
  return {
    ...{ where: place ?? '', found: was ?? '', expected: wanted ?? '' },
    ...(remedy === undefined ? {} : { remedy: wordsIn(language, remedy) }),
  };
}

/** The exit code of an error: 1 refused, 2 failed. */
export function exitCode(error: unknown): 1 | 2 {
  return statusOf(error) < 500 ? 1 : 2;
}

/** The HTTP status of an error. */
export function statusOf(error: unknown): 400 | 404 | 409 | 413 | 429 | 500 {
  if (error instanceof TooLarge) return 413;
  if (error instanceof Refused) return 400;
  if (error instanceof NotFound) return 404;
  if (error instanceof Busy) return 409;
  if (error instanceof TooMany) return 429;
  return 500;
}

/** An error as lines for a person: the message, then one line for each fault. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof Refused))
    return statusOf(error) < 500 ? error.message : (error.stack ?? error.message);
  return [error.message, ...error.faults.map((fault) => describeFault(fault))].join('\n');
}

/** An error in every language, for readers of any; in the program's own words where it has no others. */
export function wordingOf(error: unknown): Wording {
  const saying = sayingOf(error);
  if (saying === undefined) return describeError(error);
  const faults = error instanceof Refused ? error.saidFaults : [];
  const inLanguage = (language: keyof Said) =>
    [saying.said[language], ...faults.map((fault) => describeFault(fault, language))].join('\n');
  return { ar: inLanguage('ar'), fr: inLanguage('fr'), en: inLanguage('en') };
}

/** A fault on one line: where, what was found, what was expected, what to do. */
export function describeFault(given: SaidFault, language: keyof Said = 'en'): string {
  const { where, found, expected, remedy } = faultIn(language, given);
  return `${FAULT[language](where, found, expected)}${remedy === undefined ? '' : ` — ${remedy}`}`;
}

const FAULT: { readonly [L in keyof Said]: (where: string, found: string, expected: string) => string } = {
  ar: (where, found, expected) =>
    `\u2068${where}\u2069: وُجد \u2068${found}\u2069، والمطلوب \u2068${expected}\u2069`,
  fr: (where, found, expected) => `${where}\u00a0: trouvé ${found}, attendu ${expected}`,
  en: (where, found, expected) => `  ${where}: found ${found}, expected ${expected}`,
};
