// `marsad edits WS residuals`: for each enterprise, month and segment, what it invoiced and received against what its banks
// settled, with the residual and the rule that asks about it. GSBPM 5.1. Invoiced − change in receivables − netted −
// received abroad should be what resident banks settled, gross of fees: amounts of lines are recorded gross.

import { collectedLines } from '../design/collected.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { exists } from '../engine/files.ts';
import { ident, type Sql, sql } from '../engine/sql.ts';
import type { Residual } from '../office/workbench/desk-editing.ts';
import { collectedPaths } from './process.ts';
import { latestRun, type Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** The residuals of a period, the largest first. */
export async function residualsOf(
  workspace: Workspace,
  engine: Engine,
  period: string,
): Promise<{ readonly run: number; readonly residuals: readonly Residual[] }> {
  const run = latestRun(workspace, 'processed');
  const declared = collectedPaths(workspace, run, 'enterprise');
  const lines = monthsOf(periodOf(period))
    .map((month) => workspace.layout.runFile(run.id, `lines-${month}.parquet`))
    .filter(exists);
  if (declared.length === 0 || lines.length === 0) return { run: run.id, residuals: [] };
  const banks = collectedPaths(workspace, run, 'settlement');
  const fees = banks.length === 0 ? NO_FEES : feesOf(collectedLines('settlement', banks));
  const rows = await engine.rows(
    residualQuery(workspace, run, {
      declared: collectedLines('enterprise', declared),
      lines: readParquet(lines),
      fees,
    }),
  );
  return { run: run.id, residuals: rows.map(residualOf) };
}

/** The largest residuals, for people. */
export function printResiduals(
  { run, residuals }: { readonly run: number; readonly residuals: readonly Residual[] },
  limit: number,
  { log }: Effects,
): void {
  const open = residuals.filter(({ queries }) => queries !== null).length;
  log.print(`run ${run}: ${residuals.length} declarations of enterprises, ${open} with a query`);
  log.print(
    '  line         enterprise month   seg.          expected           settled          residual  queries',
  );
  for (const each of residuals.slice(0, limit)) {
    const expected = each.expected_by_receipts ?? each.expected ?? '';
    log.print(
      `  ${each.line.padEnd(12)} ${each.enterprise} ${each.month} ${(each.segment ?? '').padEnd(4)} ${expected.padStart(17)} ${each.settled.padStart(17)} ${each.residual.padStart(17)}  ${each.queries ?? ''}`,
    );
  }
  if (residuals.length > limit) log.print(`  … ${residuals.length - limit} more: --limit`);
}

const AMOUNT_FIELDS = [
  'invoiced_amount',
  'received_amount',
  'netted_amount',
  'opening_receivables',
  'closing_receivables',
] as const;

type Parts = { readonly declared: Sql; readonly lines: Sql; readonly fees: Sql };

/** What banks kept of the lines that count, over `lines`. */
function feesOf(settlements: Sql): Sql {
  return sql`SELECT l.enterprise, l.month, l.segment, CAST(sum(${inDirhams('deductions')}) AS DECIMAL(18,2)) AS fees
    FROM ${settlements} AS c JOIN lines AS l ON l.submission = c.submission AND l.ordinal = c.ordinal
    WHERE c.deductions IS NOT NULL AND l.state = 'accepted' GROUP BY ALL`;
}

const NO_FEES = sql`SELECT NULL AS enterprise, NULL AS month, NULL AS segment, NULL AS fees WHERE FALSE`;

/** A field of a collected line `c` at the rate of the processed line `l`. */
function inDirhams(field: string): Sql {
  return sql`CAST(TRY_CAST(c.${ident(field)} AS DECIMAL(18,2)) * l.rate AS DECIMAL(18,2))`;
}

function residualQuery({ layout }: Workspace, run: Run, { declared, lines, fees }: Parts): Sql {
  const [invoiced, received, netted, opening, closing] = AMOUNT_FIELDS.map(inDirhams);
  return sql`
    WITH lines AS (SELECT * FROM ${lines}),
    fees AS (${fees}),
    settled AS (
      SELECT enterprise, month, segment, CAST(sum(mad) AS DECIMAL(18,2)) AS settled FROM lines
      WHERE kind = 'settlement' AND state = 'accepted' GROUP BY ALL),
    asked AS (SELECT submission, ordinal, string_agg(DISTINCT rule, ',' ORDER BY rule) AS queries
      FROM ${readParquet(layout.runFile(run.id, 'findings.parquet'))} WHERE outcome = 'fail' GROUP BY ALL),
    stated AS (
      SELECT l.submission, l.ordinal, l.enterprise, l.month, coalesce(c.segment, l.segment) AS segment,
        ${invoiced ?? sql`NULL`} AS invoiced, ${closing ?? sql`NULL`} - ${opening ?? sql`NULL`} AS moved,
        coalesce(${netted ?? sql`NULL`}, 0) AS netted, ${received ?? sql`NULL`} AS received, coalesce(l.mad, 0) AS abroad
      FROM ${declared} AS c JOIN lines AS l ON l.submission = c.submission AND l.ordinal = c.ordinal
      WHERE l.state IN ('accepted', 'linked', 'queried'))
    SELECT s.*, s.invoiced - s.moved - s.netted - s.abroad AS expected, s.received - s.abroad AS by_receipts,
      coalesce(b.settled, 0) AS settled, coalesce(f.fees, 0) AS fees, a.queries
    FROM stated AS s
    LEFT JOIN settled AS b ON b.enterprise = s.enterprise AND b.month = s.month AND b.segment = s.segment
    LEFT JOIN fees AS f ON f.enterprise = s.enterprise AND f.month = s.month AND f.segment = s.segment
    LEFT JOIN asked AS a ON a.submission = s.submission AND a.ordinal = s.ordinal
    ORDER BY abs(coalesce(b.settled, 0) - coalesce(s.received - s.abroad, s.invoiced - s.moved - s.netted - s.abroad, 0)) DESC,
      s.submission, s.ordinal`;
}

function residualOf(row: Row): Residual {
  const amount = (name: string) => (row[name] === null ? null : String(row[name]));
  const [settled, expected, byReceipts] = [amount('settled'), amount('expected'), amount('by_receipts')];
  const hundredths = (text: string | null) => (text === null ? 0n : (parseScaled(text, 2) ?? 0n));
  return {
    line: `${row['submission']}/${row['ordinal']}`,
    ...{ enterprise: String(row['enterprise']), month: String(row['month']), segment: amount('segment') },
    ...{
      invoiced: amount('invoiced'),
      change_in_receivables: amount('moved'),
      netted: amount('netted') ?? '0.00',
    },
    ...{ received: amount('received'), received_abroad: amount('abroad') ?? '0.00' },
    ...{
      expected,
      expected_by_receipts: byReceipts,
      settled: settled ?? '0.00',
      fees: amount('fees') ?? '0.00',
    },
    residual: formatScaled(hundredths(settled) - hundredths(byReceipts ?? expected), 2),
    queries: amount('queries'),
  };
}
