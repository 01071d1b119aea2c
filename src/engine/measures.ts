// What a server counts of itself, in the text format of Prometheus (version 0.0.4): requests, their time, memory. Nothing
// of what was asked or answered.

export type RequestTold = {
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
};

export type Measures = {
  /** `route`: a name of the program's own, never a part of the address that somebody typed. */
  readonly count: (request: Omit<RequestTold, 'path'> & { readonly route: string }) => void;
  readonly text: () => string;
};

/** A value that is asked for when it is read, with its meaning. */
export type Gauge = { readonly name: string; readonly help: string; readonly value: () => number };

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** The measures of one server. */
export function measuresOf(gauges: readonly Gauge[] = []): Measures {
  const requests = new Map<string, number>();
  const buckets = BOUNDS.map(() => 0);
  let [seconds, count] = [0, 0];
  return {
    count: ({ method, route, status, milliseconds }) => {
      const known = METHODS.includes(method) ? method : 'other';
      const labels = `method="${known}",route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const took = milliseconds / 1000;
      BOUNDS.forEach((bound, at) => {
        if (took <= bound) buckets[at] = (buckets[at] ?? 0) + 1;
      });
      seconds += took;
      count += 1;
    },
    text: () =>
      [
        ...family('marsad_requests_total', 'counter', 'Requests answered.'),
        ...[...requests].sort().map(([labels, value]) => `marsad_requests_total{${labels}} ${value}`),
        ...family('marsad_request_seconds', 'histogram', 'Time until a request was answered.'),
        ...BOUNDS.map((bound, at) => `marsad_request_seconds_bucket{le="${bound}"} ${buckets[at]}`),
        `marsad_request_seconds_bucket{le="+Inf"} ${count}`,
        `marsad_request_seconds_sum ${seconds.toFixed(6)}`,
        `marsad_request_seconds_count ${count}`,
        ...[...PROCESS, ...gauges].flatMap(({ name, help, value }) => [
          ...family(name, name.endsWith('_total') ? 'counter' : 'gauge', help),
          `${name} ${value()}`,
        ]),
        '',
      ].join('\n'),
  };
}

const PROCESS: readonly Gauge[] = [
  {
    name: 'process_cpu_seconds_total',
    help: 'Processor time.',
    value: () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  },
  { name: 'process_resident_memory_bytes', help: 'Memory.', value: () => process.memoryUsage.rss() },
  {
    name: 'process_start_time_seconds',
    help: 'When the process began.',
    value: () => Math.round(Date.now() / 1000 - process.uptime()),
  },
];

function family(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
