// Two years of simulated declarations in a workspace that goes from run to run, for the tests of revisions.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseRun } from '../../src/command/analyse.ts';
import { collectFiles } from '../../src/command/collect.ts';
import { initCommand } from '../../src/command/init.ts';
import { processRun } from '../../src/command/process.ts';
import { beginRun, finishStep, type Run } from '../../src/command/runs.ts';
import { simulateCommand } from '../../src/command/simulate.ts';
import { openWorkspace, type Workspace, workspaceEngine } from '../../src/command/workspace.ts';
import { multiply, parseScaled, ratio, rationalOf, toDecimal } from '../../src/design/rational.ts';
import type { RevisionCause } from '../../src/design/tables.ts';
import { readParquet } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';

const AT = '2025-03-31T09:00:00.000Z';
export const LATE = 'B03-2024-10-1.csv';
export const CORRECTED = 'B02-2024-05-1.csv';
const folder = mkdtempSync(join(tmpdir(), 'marsad-revisions-'));
const root = join(folder, 'ws');
export const drawn = join(folder, 'declarations', 'declarations');
const effects = stillEffects(AT);
let workspace: Workspace;

/** The workspace, as it was last opened. */
export const current = (): Workspace => workspace;
export const runs: Run[] = [];

export async function setUp(): Promise<void> {
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '1GB' }, effects);
  await simulateCommand.run(
    [],
    {
      ...{ out: join(folder, 'declarations'), domain: 'ma-digital', from: '2023-Q1', to: '2024-Q4' },
      ...{ lines: '900', seed: '7', errors: '0', format: 'csv', banks: '4', respondents: '6' },
      'lines-per-file': '100000',
    },
    effects,
  );
  workspace = openWorkspace(root);
  await collect(listTree(drawn).filter((name) => name !== LATE));
  runs.push(await compile());
}

export function tearDown(): void {
  workspace.store.close();
  rmSync(folder, { recursive: true, force: true });
}

export async function collect(names: readonly string[]): Promise<void> {
  const answers = await collectFiles(
    workspace,
    names.map((name) => join(drawn, name)),
    AT,
    effects,
  );
  const refused = answers.filter(({ state }) => state !== 'received');
  assert.deepEqual(
    refused.map(({ file, findings }) => [file, findings.map(({ message }) => message)]),
    [],
  );
}

export async function compile(): Promise<Run> {
  const run = beginRun(workspace, effects);
  const processed = await finishStep(workspace, run, 'processed', await processRun(workspace, run), effects);
  const counts = await analyseRun(workspace, processed, '2024');
  return finishStep(workspace, processed, 'analysed', { period: '2024', ...counts }, effects);
}

/** An enterprise and a month from which on all its lines need the register to have a segment. */
export async function leavingEnterprise(): Promise<{
  enterprise: string;
  month: string;
  leaving: readonly Line[];
}> {
  const known = await lines(sql`substr(month, 1, 4) = '2024' AND enterprise IS NOT NULL`);
  for (const { enterprise, month } of known
    .filter(({ nature }) => nature === 'KN01' || nature === 'KN03')
    .toReversed()) {
    const leaving = known.filter((each) => each.enterprise === enterprise && each.month >= month);
    if (leaving.every(({ nature, segment }) => nature.startsWith('KN') && segment === 'KPO'))
      return { enterprise, month, leaving };
  }
  throw new Error('every enterprise has lines that keep a segment');
}

export function dayBefore(month: string): string {
  return new Date(Date.parse(`${month}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export type Line = {
  readonly month: string;
  readonly nature: string;
  readonly submission: number;
  readonly ordinal: number;
  readonly segment: string;
  readonly enterprise: string;
  readonly currency: string;
  /** In thousandths of the currency. */
  readonly amount: bigint;
  readonly rate: string;
  /** In centimes. */
  readonly mad: bigint;
};

/** Accepted settlement lines of the newest run that meet a condition, smallest numbers first. */
export async function lines(condition: ReturnType<typeof sql>): Promise<readonly Line[]> {
  const run = runs.at(-1);
  assert.ok(run !== undefined);
  const engine = await workspaceEngine(workspace);
  try {
    const rows = await engine.rows(sql`
      WITH lines AS (${linesOf(run)})
      SELECT submission, ordinal, month, nature, segment, enterprise, currency, CAST(amount AS VARCHAR) AS amount, CAST(rate AS VARCHAR) AS rate,
        CAST(mad AS VARCHAR) AS mad
      FROM lines
      WHERE state = 'accepted' AND kind = 'settlement' AND sign = 1 AND mad > 0 AND ${condition} ORDER BY submission, ordinal`);
    return rows.map((row) => ({
      ...{ submission: Number(row['submission']), ordinal: Number(row['ordinal']) },
      ...{
        segment: String(row['segment']),
        enterprise: String(row['enterprise']),
        rate: String(row['rate']),
      },
      ...{ currency: String(row['currency']), month: String(row['month']), nature: String(row['nature']) },
      amount: parseScaled(String(row['amount']), 3) ?? 0n,
      mad: parseScaled(String(row['mad']), 2) ?? 0n,
    }));
  } finally {
    engine.close();
  }
}

export async function someLine(segment: string, condition: ReturnType<typeof sql>): Promise<Line> {
  const [line] = await lines(sql`segment = ${segment} AND ${condition}`);
  assert.ok(line !== undefined, `a line of ${segment}`);
  return line;
}

/** Centimes of accepted lines of 2024 by segment, of the files that begin so. */
export async function sums(
  run: Run,
  prefix: string,
  condition: ReturnType<typeof sql>,
): Promise<{ [segment: string]: bigint }> {
  const engine = await workspaceEngine(workspace);
  try {
    const rows = await engine.rows(sql`
      WITH lines AS (${linesOf(run, prefix)})
      SELECT segment, CAST(sum(mad) AS VARCHAR) AS mad FROM lines WHERE state = 'accepted' AND substr(month, 1, 4) = '2024' AND ${condition} GROUP BY segment`);
    return Object.fromEntries(
      rows.map((row) => [String(row['segment']), parseScaled(String(row['mad']), 2) ?? 0n]),
    );
  } finally {
    engine.close();
  }
}

export function linesOf(run: Run, prefix = 'lines-'): ReturnType<typeof sql> {
  const paths = listTree(workspace.layout.run(run.id)).filter((name) => name.startsWith(prefix));
  return sql`SELECT * FROM ${readParquet(paths.map((name) => workspace.layout.runFile(run.id, name)))}`;
}

/** Dirhams in centimes of an amount in thousandths, half away from zero. */
export function dirhams(amount: bigint, rate: string): bigint {
  return parseScaled(toDecimal(multiply(ratio(amount, 1000n), rationalOf(rate)), 2), 2) ?? 0n;
}

export function edit(
  { submission, ordinal }: Line,
  field: string,
  after: string,
  cause: RevisionCause,
): void {
  workspace.store.run(
    `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
     VALUES (?, ?, ?, NULL, ?, 'manual', 'planted', ?, 'compiler', ?)`,
    ...[submission, ordinal, field, after, cause, AT],
  );
}

export function readDefinition(name: string): string {
  return readFileSync(join(workspace.layout.domain, name), 'utf8');
}

export function ratesOf(currency: string, month: string): string {
  return (
    /[\d.]+$/.exec(
      readDefinition('rates.csv')
        .split('\n')
        .find((row) => row.startsWith(`${currency},${month},`)) ?? '',
    )?.[0] ?? ''
  );
}

/** Changes a definition and opens the workspace with it. */
export function define(name: string, from: string, to: string): void {
  const text = readDefinition(name);
  assert.ok(text.includes(from) && from !== to, `${name}: ${from}`);
  writeFileSync(join(workspace.layout.domain, name), text.replace(from, to));
  workspace.store.close();
  workspace = openWorkspace(root);
}
