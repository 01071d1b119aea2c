// `marsad trace WS KEY`: how a figure was made, down to its lines; and from a line or file upward.

import { type OriginPaths, writeOrigins } from '../analyse/origins.ts';
import { type Traced, traceCell } from '../analyse/trace.ts';
import { traceLine, traceSubmission, type UpwardSources } from '../analyse/trace-upward.ts';
import { BOP_DIMENSIONS } from '../design/bop-key.ts';
import type { Cell } from '../design/equation.ts';
import { parsePeriod } from '../design/period.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { type Command, flagOption, misuse, type Options, textOption } from './command.ts';
import { latestRun, type Run, runOf } from './runs.ts';
import { printBranch, tracedBranch, upwardBranch } from './trace-tree.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const traceCommand: Command = {
  name: 'trace',
  usage: 'WS KEY[/PERIOD]',
  summary: 'how a figure was made, down to its lines; with --line or --file, what a line or a file touches',
  options: {
    period: { type: 'string', help: 'period of the figure; its last one by default' },
    lines: { type: 'string', default: '0', help: 'how many of the largest lines to show' },
    line: { type: 'string', help: 'SUBMISSION/ORDINAL: trace this line upward' },
    file: { type: 'string', help: 'number, name or SHA-256 of a received file: trace it upward' },
    run: { type: 'string', help: 'the run to trace in; the newest analysed one by default' },
  },
  run: async ([root, key], options, { log }) => {
    if (root === undefined) throw misuse('which workspace? `marsad trace WS KEY`');
    const workspace = openWorkspace(root);
    const engine = await workspaceEngine(workspace);
    try {
      const run = chosenRun(workspace, textOption(options, 'run'));
      const made = {
        run: stampOf(run, workspace),
        ...(await traceAsked(key, options, sourcesOf(workspace, run, engine))),
      };
      if (flagOption(options, 'json')) log.print(JSON.stringify(made, null, 2));
      else
        printBranch(
          'figure' in made ? tracedBranch(made.figure, made.run) : upwardBranch(made.upward, made.run),
          log,
        );
      return 0;
    } finally {
      engine.close();
      workspace.store.close();
    }
  },
};

/** What made a run: its cut, the definitions and the program. */
export type Stamp = {
  readonly run: number;
  readonly state: string;
  readonly cut_at: string;
  readonly cut_submission: number;
  readonly cut_edit: number;
  readonly domain: string;
  readonly domain_version: string;
  readonly domain_hash: string;
  readonly program_hash: string;
  readonly releases: readonly string[];
};

/** The stamp of a run, with the releases made of it. */
function stampOf(run: Run, { domain, store }: Workspace): Stamp {
  const releases = store.all<{ id: string }>('SELECT id FROM releases WHERE run = ? ORDER BY id', run.id);
  return {
    run: run.id,
    state: run.state,
    cut_at: run.cutAt,
    cut_submission: run.cutSubmission,
    cut_edit: run.cutEdit,
    domain: domain.id,
    domain_version: domain.version,
    domain_hash: run.domainHash,
    program_hash: run.programHash,
    releases: releases.map(({ id }) => id),
  };
}

/** What a trace of a run reads: only files that have a row in the store. */
export function sourcesOf(workspace: Workspace, run: Run, engine: Engine): UpwardSources {
  const { layout, store, domain } = workspace;
  const paths = store
    .all<{ path: string }>(
      "SELECT path FROM files WHERE run = ? AND kind IN ('lines', 'estimates') ORDER BY path",
      run.id,
    )
    .map(({ path }) => ({
      month: /(\d{4}-\d{2})\.parquet$/.exec(path)?.[1] ?? '',
      path: `${layout.root}/${path}`,
    }));
  const protectedPath = layout.runFile(run.id, 'protected.parquet');
  const edits = layout.runFile(run.id, 'edits.parquet');
  const origins = originPaths(workspace, run);
  return {
    ...{ engine, store, domain, cutEdit: run.cutEdit },
    cells: layout.runFile(run.id, 'cells.parquet'),
    contributions: layout.runFile(run.id, 'contributions.parquet'),
    protected: exists(protectedPath) ? protectedPath : null,
    edits: exists(edits) ? edits : null,
    origins: exists(origins.origins) && exists(origins.edited) ? origins : null,
    findings: layout.runFile(run.id, 'findings.parquet'),
    links: layout.runFile(run.id, 'links.parquet'),
    months: [...new Set(paths.map(({ month }) => month))],
    lines: (month) => paths.filter((each) => each.month === month).map(({ path }) => path),
  };
}

/** Where the origins of a run are. */
function originPaths({ layout }: Workspace, { id }: Run): OriginPaths {
  return { origins: layout.runFile(id, 'origins.parquet'), edited: layout.runFile(id, 'edited.parquet') };
}

/** Writes what a trace of a run reads; nothing where it has no recorded lines, as when a release is made again. */
export async function recordOrigins(workspace: Workspace, run: Run, engine: Engine): Promise<void> {
  const sources = sourcesOf(workspace, run, engine);
  await writeOrigins(sources.months.flatMap(sources.lines), sources, originPaths(workspace, run));
}

type Made = { readonly figure: Traced } | { readonly upward: Awaited<ReturnType<typeof traceLine>> };

async function traceAsked(key: string | undefined, options: Options, sources: UpwardSources): Promise<Made> {
  const [line, file] = [textOption(options, 'line'), textOption(options, 'file')];
  if (line !== undefined) return { upward: await traceLine(placeOf(line), sources) };
  if (file !== undefined) return { upward: await traceSubmission(submissionOf(file, sources), sources) };
  if (key === undefined) throw misuse('which figure? `marsad trace WS S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1`');
  const cell = await cellOf(key, textOption(options, 'period'), sources);
  return { figure: await traceCell(cell, sources, countOf(textOption(options, 'lines') ?? '0')) };
}

function chosenRun(workspace: Workspace, given: string | undefined): Run {
  if (given === undefined) return latestRun(workspace, 'analysed');
  return runOf(workspace, countOf(given));
}

function countOf(text: string): number {
  if (!/^\d+$/.test(text)) throw misuse(`found ${text}, expected a whole number`);
  return Number(text);
}

function placeOf(text: string): { submission: number; ordinal: number } {
  const groups = /^(?<submission>\d+)\/(?<ordinal>\d+)$/.exec(text)?.groups;
  if (groups === undefined) throw misuse(`--line: found ${text}, expected SUBMISSION/ORDINAL such as 12/345`);
  return { submission: Number(groups['submission']), ordinal: Number(groups['ordinal']) };
}

function submissionOf(text: string, { store }: UpwardSources): number {
  const found = store.all<{ id: number }>(
    'SELECT id FROM submissions WHERE CAST(id AS TEXT) = ? OR name = ? OR sha256 = ? ORDER BY id DESC',
    text,
    text,
    text,
  );
  const [first] = found;
  if (first === undefined) throw new NotFound(`no received file has the number, name or SHA-256 ${text}`);
  return first.id;
}

/** The cell of `KEY`, `KEY/PERIOD` or `KEY` with an option, with or without `DATAFLOW:` before it as `get` prints it; the last period of the series when none is given. */
async function cellOf(
  text: string,
  option: string | undefined,
  { engine, cells }: UpwardSources,
): Promise<Cell> {
  const [named = '', written] = text.split('/');
  const key = named.replace(/^(?:EXPORTS|EBOPS):/, '');
  const dataflow = key.split('.').length === BOP_DIMENSIONS.length ? 'EBOPS' : 'EXPORTS';
  const given = written ?? option;
  if (given !== undefined && parsePeriod(given) === undefined) {
    throw misuse(`found ${given}, expected a period such as 2025-S1`);
  }
  if (given !== undefined) return { dataflow, key, period: given };
  const [row] = await engine.rows<{ period: string | null }>(sql`
    SELECT max(period) AS period FROM ${readParquet(cells)} WHERE dataflow = ${dataflow} AND key = ${key}`);
  if (row === undefined || row.period === null)
    throw new NotFound(`${key} is not a compiled series of this run`);
  return { dataflow, key, period: row.period };
}
