// Small collected files and the run that processes them, for the tests of processing.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { FIELDS } from '../../src/design/declaration.ts';
import type { Domain } from '../../src/design/domain.ts';
import type { ProcessedKind } from '../../src/design/facts.ts';
import { type Engine, openEngine, type Row, readParquet } from '../../src/engine/duckdb.ts';
import { ident, join, type Sql, sql } from '../../src/engine/sql.ts';
import { EXAMPLE_DOMAIN, VALID } from '../../src/process/example.ts';
import { type ProcessInput, type ProcessSummary, processLines } from '../../src/process/lines.ts';
import type { Submission } from '../../src/process/reference.ts';
import { RULES } from './rule-text.ts';

export const DOMAIN = {
  ...EXAMPLE_DOMAIN,
  scopes: [{ id: '2025', concept: 'receipts', rateRule: 'month_average' }],
  rules: RULES,
} as unknown as Domain;

/** How a line differs from a valid one. */
export type Difference = { readonly [field: string]: string | null };
export type File = {
  readonly kind: ProcessedKind;
  readonly lines: readonly Difference[];
  readonly submission?: Partial<Submission>;
};
export type Processed = {
  readonly folder: string;
  readonly summary: ProcessSummary;
  readonly lines: readonly Row[];
  readonly links: readonly Row[];
  readonly findings: readonly Row[];
};

/** Processes files, the first being submission 1, and removes everything after `look`. */
export async function processed<T>(
  files: readonly File[],
  options: Partial<ProcessInput> & { readonly threads?: number },
  look: (run: Processed, engine: Engine) => Promise<T> | T,
): Promise<T> {
  const root = mkdtempSync(joinPath(tmpdir(), 'marsad-process-'));
  const engine = await openEngine({
    memory: '500MB',
    threads: options.threads ?? 1,
    spill: joinPath(root, 'spill'),
  });
  try {
    const folder = joinPath(root, 'run');
    mkdirSync(folder);
    const paths = await Promise.all(files.map((file, at) => writeFile(engine, file, at + 1, root)));
    const of = (kind: ProcessedKind) => paths.filter((_, at) => files[at]?.kind === kind);
    const collected = { settlement: of('settlement'), enterprise: of('enterprise') };
    const submissions = files.map(submissionOf);
    const summary = await processLines({
      engine,
      domain: DOMAIN,
      collected,
      submissions,
      edits: [],
      ...options,
      folder,
    });
    return await look({ folder, summary, ...(await tables(engine, folder)) }, engine);
  } finally {
    engine.close();
    rmSync(root, { recursive: true });
  }
}

async function tables(engine: Engine, folder: string) {
  return {
    lines: await engine.rows(
      sql`SELECT * FROM ${readParquet(joinPath(folder, 'lines-*.parquet'))} ORDER BY submission, ordinal`,
    ),
    links: await engine.rows(
      sql`SELECT * FROM ${readParquet(joinPath(folder, 'links.parquet'))} ORDER BY ALL`,
    ),
    findings: await engine.rows(
      sql`SELECT * FROM ${readParquet(joinPath(folder, 'findings.parquet'))} ORDER BY ALL`,
    ),
  };
}

function submissionOf({ kind, lines, submission }: File, at: number): Submission {
  const own =
    kind === 'settlement' ? { sender: 'B01', period: '2025-06' } : { sender: '000036794', period: '2025-Q2' };
  const common = {
    id: at + 1,
    kind,
    state: 'received',
    receivedAt: '2025-07-10T09:00:00Z',
    lines: lines.length,
  } as const;
  return { ...common, ...own, ...submission };
}

async function writeFile(
  engine: Engine,
  { kind, lines }: File,
  submission: number,
  root: string,
): Promise<string> {
  const path = joinPath(root, `${kind}-${submission}.parquet`);
  const rows = lines.map((line, at) => lineOf(kind, line, submission, at + 1));
  await engine.run(sql`COPY (${join(rows, ' UNION ALL ')}) TO ${path} (FORMAT PARQUET)`);
  return path;
}

function lineOf(kind: ProcessedKind, line: Difference, submission: number, ordinal: number): Sql {
  const texts = FIELDS[kind].map(({ id }) => {
    const value = line[id] === undefined ? (VALID[kind][id] ?? null) : line[id];
    return sql`CAST(${value} AS VARCHAR) AS ${ident(id)}`;
  });
  return sql`SELECT CAST(${submission} AS INTEGER) AS submission, CAST(${ordinal} AS INTEGER) AS ordinal, ${join(texts)}, CAST(${line['raw'] ?? null} AS VARCHAR) AS raw`;
}
