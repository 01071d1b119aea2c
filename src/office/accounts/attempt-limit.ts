// How often one client may try to sign in, whatever the names: a window that slides, in memory.

const WINDOW = 10 * 60_000;
const MOST_ATTEMPTS = 30;
const MOST_CLIENTS = 20_000;

export type AttemptLimit = {
  /** Counts an attempt; returns the minutes to wait when there were too many, else 0. */
  readonly count: (client: string, at: string) => number;
};

/** A limit over nothing yet. */
export function attemptLimit(most = MOST_ATTEMPTS): AttemptLimit {
  const attempts = new Map<string, readonly number[]>();
  return {
    count: (client, at) => {
      const now = Date.parse(at);
      const recent = (attempts.get(client) ?? []).filter((each) => each > now - WINDOW);
      if (recent.length >= most) return Math.ceil(((recent[0] ?? now) + WINDOW - now) / 60_000);
      attempts.delete(client);
      attempts.set(client, [...recent, now]);
      if (attempts.size > MOST_CLIENTS) attempts.delete(attempts.keys().next().value ?? '');
      return 0;
    },
  };
}
