// When files arrive: now, at a stated instant, or each as a list of arrivals says. The last two in synthetic workspaces only.

import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, readText } from '../engine/files.ts';
import { type Options, textOption } from './command.ts';
import type { Workspace } from './workspace.ts';

/** The instant of receipt by file, in the order in which they arrive; those outside the asked time are left out. */
export function arrivalsOf(
  { config }: Workspace,
  files: readonly string[],
  options: Options,
  effects: Effects,
): ReadonlyMap<string, string> {
  const stated = Object.keys(ARRIVAL_OPTIONS).filter((name) => textOption(options, name) !== undefined);
  if (stated.length > 0 && !config.synthetic)
    throw new Refused(`--${stated[0]} is for synthetic workspaces: a real receipt has the time of the clock`);
  const list = textOption(options, 'arrivals');
  const at = instant(options, 'received-at') ?? effects.clock();
  if (list === undefined) return new Map(files.map((file) => [file, at]));
  const known = readArrivals(list);
  const [since, until] = [instant(options, 'since') ?? '', instant(options, 'as-of') ?? '9999'];
  const dated = files.map((file) => [file, known.get(basename(file)) ?? at] as const);
  return new Map(
    dated
      .filter(([, arrives]) => arrives > since && arrives <= until)
      .sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
}

/** Options of `collect` about the time of receipt. */
export const ARRIVAL_OPTIONS = {
  'received-at': { type: 'string', help: 'instant of receipt, in a synthetic workspace only' },
  arrivals: { type: 'string', help: 'list of files and when each arrives, in a synthetic workspace only' },
  since: { type: 'string', help: 'with --arrivals: only what arrived after this instant' },
  'as-of': { type: 'string', help: 'with --arrivals: only what had arrived by this instant' },
} as const;

const ARRIVAL = z.object({ file: z.string().min(1), arrives_at: z.iso.datetime({ offset: true }) });

function readArrivals(path: string): ReadonlyMap<string, string> {
  if (!exists(path)) throw new NotFound(`there is no list of arrivals ${path}`);
  const rows: unknown[] = parse(readText(path), { columns: true, skip_empty_lines: true });
  const read = rows.map((row, at) => ({ at, row, result: ARRIVAL.safeParse(row) }));
  const faults = read.filter(({ result }) => !result.success);
  if (faults.length > 0)
    throw new Refused(
      `${path} has faults`,
      faults.slice(0, 20).map(({ at, row }) => ({
        where: `${path}:${at + 2}`,
        found: JSON.stringify(row),
        expected: 'file and arrives_at, an instant such as 2025-07-31T12:00:00Z',
      })),
    );
  return new Map(
    read.flatMap(({ result }) =>
      result.success ? [[result.data.file, new Date(result.data.arrives_at).toISOString()]] : [],
    ),
  );
}

function instant(options: Options, name: string): string | undefined {
  const given = textOption(options, name);
  if (given === undefined) return undefined;
  if (Number.isNaN(Date.parse(given)))
    throw new Refused(`--${name}: found ${given}, expected an instant such as 2025-07-31T12:00:00Z`);
  return new Date(given).toISOString();
}
