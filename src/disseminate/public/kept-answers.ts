// Answers that were given before, kept as bytes until what is public changes: a release never changes, so the same request
// has the same answer. Bounded in number and in bytes; the longest unused makes room.

/** What of a request decides its answer. */
export type Asked = {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly header: (name: string) => string | undefined;
};

export type KeptAnswer = {
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly etag: string;
  readonly bytes: Uint8Array;
};

export type KeptAnswers = {
  /** The answer kept for a request; undefined when there is none, or when the request is conditional or partial. */
  readonly find: (asked: Asked) => KeptAnswer | undefined;
  /** Answers a request, and keeps the answer when it is whole, small and the same for everybody. */
  readonly answer: (request: Request) => Promise<Response>;
};

export type Bounds = { readonly answers: number; readonly bytes: number; readonly each: number };
const BOUNDS: Bounds = { answers: 4000, bytes: 48_000_000, each: 4_000_000 };
/** Longer addresses and headers are answered, not kept. */
const LONGEST = 1000;
const KEPT_PATHS = /^\/(sdmx|api)(\/|$)/;
const DECIDING = ['accept', 'accept-encoding', 'accept-language', 'host'] as const;
const OWN = ['if-none-match', 'if-modified-since', 'range'] as const;

/** Keeps what `fetch` answers for as long as `version` stays the same. */
export function keptAnswers(
  fetch: (request: Request) => Response | Promise<Response>,
  version: () => number,
  bounds: Bounds = BOUNDS,
): KeptAnswers {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;
  let seen = version();
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  };
  const renew = (): void => {
    if (version() === seen) return;
    seen = version();
    kept.clear();
    bytes = 0;
  };
  const keep = (key: string, answer: KeptAnswer): void => {
    drop(key);
    kept.set(key, answer);
    bytes += answer.bytes.length;
    while (kept.size > bounds.answers || bytes > bounds.bytes) drop(kept.keys().next().value ?? '');
  };
  return {
    find: (asked) => {
      renew();
      const key = keyOf(asked);
      const answer = key === undefined ? undefined : kept.get(key);
      if (key === undefined || answer === undefined) return undefined;
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    answer: async (request) => {
      const began = version();
      const response = await fetch(request);
      const key = keyOf(askedBy(request));
      const length = Number(response.headers.get('content-length') ?? Number.NaN);
      if (key === undefined || response.status !== 200 || !(length <= bounds.each)) return response;
      const content = new Uint8Array(await response.arrayBuffer());
      const headers = [...response.headers].flat();
      if (version() === began) {
        renew();
        keep(key, { headers, etag: response.headers.get('etag') ?? '', bytes: content });
      }
      return new Response(content, { status: 200, headers: response.headers });
    },
  };
}

function askedBy({ method, url, headers }: Request): Asked {
  const address = url.replace(/^[a-z]+:\/\/[^/]*/, '');
  return { method, address, header: (name) => headers.get(name) ?? undefined };
}

function keyOf({ method, address, header }: Asked): string | undefined {
  if (method !== 'GET' || !KEPT_PATHS.test(address) || OWN.some((name) => header(name) !== undefined))
    return undefined;
  const key = [address, ...DECIDING.map((name) => header(name) ?? '')].join('\n');
  return key.length > LONGEST ? undefined : key;
}
