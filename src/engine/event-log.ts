// Logs for programs: one JSON object a line, with fixed words only. What somebody typed, an address's query, a name, an
// amount or the text of an error has no place in them.

export type EventFields = { readonly [name: string]: string | number | boolean };
export type EventLog = (event: string, fields?: EventFields, level?: 'info' | 'warning' | 'error') => void;

/** A log of events; `write` gets each line without its end. */
export function eventLog(write: (line: string) => void, clock: () => string): EventLog {
  return (event, fields = {}, level = 'info') =>
    write(JSON.stringify({ at: clock(), level, event, ...fields }));
}

/** The class of an error and the places in the program that it passed, without its message. */
export function errorFields(error: unknown): EventFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => /\bsrc\/[\w/.-]+:\d+/.exec(line)?.[0])
    .filter((place) => place !== undefined);
  return { error: error.name, places: frames.slice(0, 5).join(' ') };
}
