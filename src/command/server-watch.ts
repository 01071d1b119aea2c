// What whoever runs a server sees of it: its log of requests, and health and metrics on a port of their own.

import type { Effects, Log } from '../engine/effects.ts';
import { Refused, wordsIn } from '../engine/errors.ts';
import { type EventLog, eventLog } from '../engine/event-log.ts';
import { hashOf } from '../engine/files.ts';
import { type Served, serveHttp } from '../engine/http.ts';
import { type Gauge, measuresOf, type RequestTold } from '../engine/measures.ts';
import { type Command, type Options, textOption } from './command.ts';

/** Options of every server. */
export const WATCH_OPTIONS: Command['options'] = {
  'metrics-port': {
    type: 'string',
    default: '',
    help: 'port of /health and /metrics, on this machine alone; none by default',
  },
  log: { type: 'string', default: 'text', help: 'text, or json: one object a line, requests too' },
};

export type WatchSettings = { readonly metricsPort: number | null; readonly log: 'text' | 'json' };

/** Reads these options. */
export function watchSettings(options: Options): WatchSettings {
  const [port, log] = [textOption(options, 'metrics-port') ?? '', textOption(options, 'log') ?? 'text'];
  if (port !== '' && !(/^\d+$/.test(port) && Number(port) <= 65535))
    throw new Refused(`--metrics-port: found ${port}, expected a whole number up to 65535`);
  if (log !== 'text' && log !== 'json') throw new Refused(`--log: found ${log}, expected text or json`);
  return { metricsPort: port === '' ? null : Number(port), log };
}

export type ServerWatch = {
  readonly told: (request: RequestTold) => void;
  readonly event: EventLog;
  /** The log for notes: as they are, or as events without their text. */
  readonly log: Log;
  readonly close: () => Promise<void>;
  /** Where health and metrics are; null for nowhere. */
  readonly address: string | null;
};

export type Watched = {
  /** The name of the route that a path takes, of the program's own words. */
  readonly route: (path: string) => string;
  readonly gauges: readonly Gauge[];
  /** What a note says goes here instead, under its number, when the log must not hold it. */
  readonly keep?: (number: string, text: string) => void;
};

/** Begins to watch over a server. */
export async function watchServer(
  { metricsPort, log: form }: WatchSettings,
  { route, gauges, keep }: Watched,
  { clock, log }: Effects,
): Promise<ServerWatch> {
  const measures = measuresOf(gauges);
  const event = form === 'json' ? eventLog(log.print, clock) : () => undefined;
  const served = metricsPort === null ? null : await serveMeasures(metricsPort, measures.text);
  return {
    event,
    told: (request) => {
      const known = { ...request, route: route(request.path) };
      measures.count(known);
      const { method, status, milliseconds } = known;
      event('request', { method, route: known.route, status, milliseconds: Math.round(milliseconds) });
    },
    log: form === 'json' ? quiet(log, event, keep) : log,
    close: async () => served?.close(),
    address: served?.address ?? null,
  };
}

function serveMeasures(port: number, text: () => string): Promise<Served> {
  const answer = (request: Request): Response => {
    const { pathname } = new URL(request.url);
    if (pathname === '/health') return new Response('up\n', { headers: { 'content-type': 'text/plain' } });
    if (pathname === '/metrics')
      return new Response(text(), {
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      });
    return new Response('404\n', { status: 404 });
  };
  return serveHttp(answer, { port });
}

/** Notes may quote what people sent: the log gets their number, their text goes where confidential things are kept. */
function quiet(log: Log, event: EventLog, keep: Watched['keep']): Log {
  return {
    ...log,
    note: (text) => {
      const said = wordsIn('en', text);
      const number = hashOf(said).slice(0, 12);
      keep?.(number, said);
      event('note', { number }, 'warning');
    },
    progress: () => undefined,
  };
}
