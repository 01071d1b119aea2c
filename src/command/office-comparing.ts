// Figures for the pages of staff: against what was printed, under disclosure control, their quality, and the targets.

import type { Domain } from '../design/domain.ts';
import type { Text } from '../design/text.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import { type Row, readParquet } from '../engine/duckdb.ts';
import { isDirectory, readText } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { reconciledRow } from '../evaluate/reconcile.ts';
import type {
  Comparing,
  DisclosureAsked,
  DisclosureView,
  QualityView,
  SuppressedRow,
  TargetsView,
} from '../office/workbench/desk-comparing.ts';
import { cellsView, cellView, keptSplits } from './office-cells.ts';
import { releasePeriods, reviewedPeriod } from './office-collecting.ts';
import { type Bench, newestRun, ruleMessages, runFile } from './office-workbench.ts';
import { SUPPRESSED_NAME } from './protect.ts';
import { reconcileRun } from './reconcile.ts';
import { responseReport } from './respondents.ts';
import type { Run } from './runs.ts';

const PAGE = 100;

/** The part of the desk that is about figures. */
export function comparingOf(bench: Bench): Comparing {
  const splits = keptSplits(bench);
  return {
    cells: (asked) => cellsView(bench, asked),
    cell: (id, run, against) => cellView(bench, id, { run, against }, splits),
    reconcile: async () => {
      const run = newestRun(bench, 'analysed');
      const rows = run === null ? [] : await reconcileRun(bench.workspace, run);
      const named = namesIn(bench.workspace.domain);
      return {
        run: run?.id ?? null,
        rows: rows.map(reconciledRow).map((row) => ({ ...row, names: named(row) })),
      };
    },
    disclosure: (asked) => disclosureView(bench, asked),
    quality: (period) => qualityView(bench, period),
    targets: async () => targetsView(bench),
  };
}

/** Names of the indicator and the segment of a row. */
function namesIn({ indicators, codelists }: Domain) {
  const segments = codelists.find(({ id }) => id === 'CL_SEGMENT')?.codes ?? [];
  const named = (list: readonly { readonly id: string; readonly name: Text }[], id: string): Text =>
    list.find((each) => each.id === id)?.name ?? { ar: id, fr: id, en: id };
  return ({ indicator, segment }: { readonly indicator: string; readonly segment: string }) => ({
    indicator: named(indicators, indicator),
    segment: named(segments, segment),
  });
}

async function disclosureView(bench: Bench, asked: DisclosureAsked): Promise<DisclosureView> {
  const run = newestRun(bench, 'protected');
  const path = run === null ? null : runFile(bench, run, 'protected.parquet');
  const common = { page: asked.page, size: PAGE };
  if (run === null || path === null)
    return { ...common, run: null, report: null, explained: false, rows: [], total: 0 };
  const known = suppressedIn(bench, run);
  const all = known ?? (await blanksOf(bench, path));
  const found = all.filter((row) => isAsked(row, asked));
  return {
    ...common,
    run: run.id,
    report: run.summary['protected'] as DisclosureView['report'],
    explained: known !== null,
    rows: found.slice((asked.page - 1) * PAGE, asked.page * PAGE),
    total: found.length,
  };
}

function suppressedIn(bench: Bench, run: Run): readonly SuppressedRow[] | null {
  const path = runFile(bench, run, SUPPRESSED_NAME);
  return path === null ? null : (JSON.parse(readText(path)) as readonly SuppressedRow[]);
}

/** A run that was made before reasons were recorded says what is blank, not why. */
async function blanksOf({ engine }: Bench, path: string): Promise<readonly SuppressedRow[]> {
  const rows = await engine.rows<{ dataflow: string; key: string; period: string }>(
    sql`SELECT dataflow, key, period FROM ${readParquet(path)} WHERE conf_status = 'C' ORDER BY dataflow, key, period`,
  );
  return rows.map((row) => ({ ...row, rules: [], with: [] }));
}

function isAsked({ key, period, rules }: SuppressedRow, { rule, text }: DisclosureAsked): boolean {
  const isRule = rule === '' || (rule === 'secondary' ? rules.length === 0 : rules.includes(rule));
  return isRule && `${key}/${period}`.toLowerCase().includes(text.toLowerCase());
}

async function qualityView(bench: Bench, given: string | null): Promise<QualityView> {
  const { workspace, effects } = bench;
  const period = reviewedPeriod(bench, given);
  const periods = releasePeriods(workspace.domain);
  const run = newestRun(bench, 'processed');
  if (run === null)
    return { run: null, period, periods, response: [], estimates: [], states: [], findings: [] };
  const { response, estimates } = await responseReport(workspace, period, effects.clock());
  return { run: run.id, period, periods, response, estimates, ...(await countsOf(bench, run)) };
}

async function countsOf(bench: Bench, run: Run): Promise<Pick<QualityView, 'states' | 'findings'>> {
  const processed = run.summary['processed'] as { readonly states?: { readonly [state: string]: number } };
  const states = Object.entries(processed.states ?? {}).map(([state, lines]) => ({ state, lines }));
  const path = runFile(bench, run, 'findings.parquet');
  if (path === null) return { states, findings: [] };
  const rows = await bench.engine.rows<{ rule: string; severity: string; lines: number }>(sql`
    SELECT rule, severity, CAST(count(*) AS INTEGER) AS lines FROM ${readParquet(path)}
    GROUP BY rule, severity ORDER BY lines DESC, rule`);
  const messages = ruleMessages(bench);
  const named = (row: Row) => messages.get(String(row['rule']));
  return {
    states,
    findings: rows.map((row) => ({
      ...row,
      message: named(row) ?? { ar: row.rule, fr: row.rule, en: row.rule },
    })),
  };
}

/** The targets as the last public release assessed them. */
function targetsView({ workspace: { layout }, effects }: Bench): TargetsView {
  if (!isDirectory(layout.public)) return { release: null, rows: [] };
  const release = loadReleases(layout.public, effects.log.note).latest();
  if (release === undefined) return { release: null, rows: [] };
  const { targets, assessments } = release.reference;
  return {
    release: release.id,
    rows: assessments.flatMap((assessment) => {
      const target = targets.find(({ id }) => id === assessment.target);
      return target === undefined
        ? []
        : [{ ...{ name: target.name, unit: target.unit, measure: target.measure }, assessment }];
    }),
  };
}
