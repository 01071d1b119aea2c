// The server port: an application over `node:http`, with time-outs, polite limits, and a quiet end.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Refused } from './errors.ts';
import type { RequestTold } from './measures.ts';

export type Served = {
  readonly port: number;
  readonly address: string;
  /** Stops taking requests and resolves when the last one is answered. */
  readonly close: () => Promise<void>;
};

export type ServerOptions = {
  readonly port: number;
  /** By default this machine alone. */
  readonly host?: string;
  /** Requests of one client in a minute; 0 for no limit. */
  readonly perMinute?: number;
  readonly now?: () => number;
  /** A request with a body makes work: it counts as so many of the limit. */
  readonly postWeight?: number;
  /** A proxy stands in front: the client is the last address of `X-Forwarded-For`, which the proxy wrote. */
  readonly proxied?: boolean;
  /** Seconds within which a request must have arrived whole; 20 where nothing large is sent. */
  readonly requestSeconds?: number;
  /** An answer that is ready as bytes; undefined for a request that must be worked on. */
  readonly ready?: (request: ReadyRequest) => ReadyAnswer | undefined;
  /** Is told of every request when it is answered. */
  readonly told?: (request: RequestTold) => void;
};

/** A request as far as an answer that is ready needs to know it. */
export type ReadyRequest = {
  readonly method: string;
  readonly address: string;
  readonly header: (name: string) => string | undefined;
};
export type ReadyAnswer = {
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly bytes: Uint8Array;
};

/** Serves an application until closed; it is told where each request comes from. */
export function serveHttp(
  fetch: (request: Request, client: string) => Response | Promise<Response>,
  {
    port,
    host = '127.0.0.1',
    perMinute = 0,
    now = Date.now,
    ready = () => undefined,
    postWeight = 1,
    told,
    proxied = false,
    requestSeconds = 20,
  }: ServerOptions,
): Promise<Served> {
  const clientOf = proxied ? forwardedClient : connectedClient;
  const listener = getRequestListener((request, { incoming }) =>
    fetch(request, clientOf(incoming as IncomingMessage)),
  );
  const allow = perMinute === 0 ? () => true : limiter(perMinute, now, postWeight, clientOf);
  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 5000 },
    (request, response) => {
      if (told !== undefined) tellWhenDone(request, response, told);
      if (!allow(request, response)) return;
      const answer = ready(readyRequest(request));
      if (answer === undefined) void listener(request, response);
      else sendReady(response, answer);
    },
  );
  server.headersTimeout = 10_000;
  server.requestTimeout = requestSeconds * 1000;
  server.keepAliveTimeout = 15_000;
  server.setTimeout(60_000);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(cannotListen(error, { host, port, option: 'port' })),
    );
    server.listen(port, host, () => {
      const bound = server.address();
      const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
      resolve({
        port: actual,
        address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeIdleConnections();
          }),
      });
    });
  });
}

function tellWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  told: (request: RequestTold) => void,
): void {
  const began = performance.now();
  const { method = '', url = '' } = request;
  response.once('close', () =>
    told({
      ...{ method, path: url.split('?', 1)[0] ?? '', status: response.statusCode },
      milliseconds: performance.now() - began,
    }),
  );
}

/** Resolves when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function connectedClient({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? '';
}

function forwardedClient(request: IncomingMessage): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const last = forwarded.split(',').at(-1)?.trim() ?? '';
  return last === '' ? connectedClient(request) : last;
}

function readyRequest({ method = '', url = '', headers }: IncomingMessage): ReadyRequest {
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { method, address: url, header };
}

function sendReady(response: ServerResponse, { headers, bytes }: ReadyAnswer): void {
  response.writeHead(200, headers as string[]);
  response.end(bytes);
}

const MOST_CLIENTS = 50_000;

/** Counts requests by client and minute; says how many are left, and when to come back. Never a ban. The headers are those
 * of the IETF draft "RateLimit header fields", and the three of its earlier versions that clients know. */
function limiter(
  perMinute: number,
  now: () => number,
  postWeight: number,
  clientOf: (request: IncomingMessage) => string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const policy = `"client";q=${perMinute};w=60`;
  let minute = 0;
  let counts = new Map<string, number>();
  return (request, response) => {
    const at = now();
    if (Math.floor(at / 60_000) !== minute || counts.size > MOST_CLIENTS) {
      minute = Math.floor(at / 60_000);
      counts = new Map();
    }
    const client = clientOf(request);
    const count = (counts.get(client) ?? 0) + (request.method === 'POST' ? postWeight : 1);
    counts.set(client, count);
    const reset = 60 - Math.floor((at % 60_000) / 1000);
    response.setHeader('ratelimit-policy', policy);
    response.setHeader('ratelimit', `"client";r=${Math.max(0, perMinute - count)};t=${reset}`);
    response.setHeader('ratelimit-limit', perMinute);
    response.setHeader('ratelimit-remaining', Math.max(0, perMinute - count));
    response.setHeader('ratelimit-reset', reset);
    if (count <= perMinute) return true;
    response.statusCode = 429;
    response.setHeader('retry-after', reset);
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end(`429: more than ${perMinute} requests in this minute; come back in ${reset} s\n`);
    return false;
  };
}

/** Refuses a port that something else listens on, before any work is done that ends in listening there. */
export async function refuseTakenPort(port: number, option = 'port'): Promise<void> {
  const host = '127.0.0.1';
  const probe = createProbe();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(cannotListen(error, { host, port, option })),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function cannotListen(
  error: NodeJS.ErrnoException,
  { host, port, option }: { readonly host: string; readonly port: number; readonly option: string },
): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Refused(
    `port ${port} of ${host} is taken: something else listens there. Stop it, or name another port with --${option}`,
  );
}
