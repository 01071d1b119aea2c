// What a run adds to the declared lines: experts' adjustments, imputations and what a sample stands for, as files of the run
// beside them.

import { join } from 'node:path';
import { type Adjustment, adjustedLines, holdingOn } from '../analyse/adjustment.ts';
import type { HalfWidthOf } from '../analyse/cell-interval.ts';
import { type EstimatedLine, estimatedRow } from '../analyse/estimated-line.ts';
import { grossedLines } from '../analyse/grossed-line.ts';
import { type Grossing, grossUp, type SurveyMonth } from '../analyse/grossing.ts';
import { grossedHalfWidth, together } from '../analyse/grossing-interval.ts';
import { halfWidth } from '../analyse/imputation-interval.ts';
import { type CallBack, type Imputation, type ImputedUnit, impute } from '../analyse/impute.ts';
import { imputedLines } from '../analyse/imputed-line.ts';
import { type Declared, type MissingMonth, missingMonths } from '../analyse/respondents.ts';
import { frameEnterprises, readSurvey, type SurveyRow, surveyMonths } from '../analyse/survey-frame.ts';
import { readParts, readUnits } from '../analyse/unit-month.ts';
import { type Domain, inForce } from '../design/domain.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import type { Merge } from '../design/merge.ts';
import { monthsOf, parsePeriod } from '../design/period.ts';
import { LINES } from '../design/tables.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { exists, readText, writeWhole } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { writeTable } from '../engine/write-table.ts';
import { adjustmentsAt } from './adjust.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** What was estimated in a run, as `imputation.json` keeps it. */
export type Estimates = Imputation & {
  readonly missing: readonly MissingMonth[];
  /** Numbers of the adjustments that count. */
  readonly adjustments: readonly number[];
  readonly grossing: Grossing;
};

/** Writes `estimates-<month>.parquet` and `imputation.json` of a run; returns the paths of the lines. */
export async function writeEstimates(
  workspace: Workspace,
  run: Run,
  engine: Engine,
  { declared, lines }: { readonly declared: readonly Declared[]; readonly lines: readonly string[] },
): Promise<readonly string[]> {
  const { domain, layout } = workspace;
  const missing = missingMonths(domain, declared, monthsIn(declared), run.cutAt.slice(0, 10));
  const units = missing.length === 0 ? [] : await readUnits(engine, lines, sizesOf(domain));
  const found = impute(units, missing, (enterprise, month) => isAlive(domain, enterprise, month));
  const adjustments = adjustmentsAt(workspace, run.cutAt).filter((each) => isOpen(each, found));
  const isOwed = (unit: ImputedUnit | CallBack) => !adjustments.some((each) => standsFor(each, unit));
  const [imputed, callBack] = [found.imputed.filter(isOwed), found.callBack.filter(isOwed)];
  const parts = await readParts(engine, lines, imputed);
  const holdingOf = (enterprise: string, month: string) => holdingOn(domain, enterprise, `${month}-28`);
  const survey = await surveyed(domain, engine, lines, { declared, imputed, adjustments });
  const { grossing } = survey;
  const estimates = {
    ...found,
    imputed,
    callBack,
    missing,
    adjustments: adjustments.map(({ seq }) => seq),
    grossing,
  };
  if (missing.length > 0 || grossing.cells.length + grossing.tooFew.length > 0)
    writeWhole(estimatesPath(workspace, run), estimatesText(estimates), 0o600);
  const written = await writeLines(workspace, run, engine, [
    ...adjustedLines(adjustments, domain),
    ...imputedLines(imputed, parts, holdingOf),
    ...grossedLines(grossing.cells, survey.months, survey.rows),
  ]);
  return written.map((name) => join(layout.run(run.id), name));
}

/** What a run estimated; nothing when no respondent was missing. */
export function readEstimates(workspace: Workspace, run: Run): Estimates {
  const path = estimatesPath(workspace, run);
  if (!exists(path))
    return { imputed: [], callBack: [], strata: [], missing: [], adjustments: [], grossing: NONE_GROSSED };
  const kept = JSON.parse(readText(path), (_, value) =>
    typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as Estimates;
  // Runs of earlier programs kept no blocks and grossed nothing up.
  const strata = kept.strata.map((stratum) => ({ ...stratum, blocks: stratum.blocks ?? [] }));
  return { ...kept, strata, grossing: kept.grossing ?? NONE_GROSSED };
}

/** Half the width of the interval of a segment over some months, by what a run estimated. */
export function halfWidthsIn(
  { imputed, strata, grossing }: Pick<Estimates, 'imputed' | 'strata' | 'grossing'>,
  merges: readonly Merge[] = [],
): HalfWidthOf {
  return (segment, months) => {
    const codes = merges.find(({ code }) => code === segment)?.segments ?? [segment];
    const own = <T extends { readonly segment: string; readonly month: string }>(list: readonly T[]) =>
      list.filter(
        (each) => months.includes(each.month) && (segment === TOTAL_SEGMENT || codes.includes(each.segment)),
      );
    const units = own(imputed);
    return together(
      units.length === 0 ? 0n : halfWidth(units, { strata }),
      grossedHalfWidth(own(grossing.cells)),
    );
  };
}

const NONE_GROSSED: Grossing = { cells: [], tooLarge: [], tooFew: [] };

type Surveyed = {
  readonly grossing: Grossing;
  readonly months: readonly SurveyMonth[];
  readonly rows: readonly SurveyRow[];
};

/** What the sample of the survey stands for; nothing in a domain without strata. */
async function surveyed(
  domain: Domain,
  engine: Engine,
  lines: readonly string[],
  known: {
    readonly declared: readonly Declared[];
    readonly imputed: readonly ImputedUnit[];
    readonly adjustments: readonly Adjustment[];
  },
): Promise<Surveyed> {
  const enterprises = frameEnterprises(domain);
  const rows = await readSurvey(engine, lines, enterprises);
  if (rows.every(({ source }) => source === 'bank')) return { grossing: NONE_GROSSED, months: [], rows };
  const standIns = known.adjustments.filter(({ source }) => source === 'enterprise');
  const asked = known.declared.filter(({ source }) => source === 'enterprise');
  const months = surveyMonths(domain, monthsIn(asked), rows, asked, known.imputed, standIns);
  const totals = await settledTotals(engine, lines);
  return {
    grossing: grossUp(months, (segment, month) => totals.get(`${segment} ${month}`) ?? 0n),
    months,
    rows,
  };
}

/** Centimes through banks, by segment and month. */
async function settledTotals(engine: Engine, lines: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await engine.rows(sql`
    SELECT segment, month, CAST(sum(mad) * 100 AS BIGINT) AS centimes FROM ${readParquet(lines)}
    WHERE state = 'accepted' AND source = 'bank' AND segment IS NOT NULL GROUP BY segment, month`);
  return new Map(
    rows.map((row) => [`${String(row['segment'])} ${String(row['month'])}`, BigInt(String(row['centimes']))]),
  );
}

function estimatesPath({ layout }: Workspace, run: Run): string {
  return layout.runFile(run.id, 'imputation.json');
}

/** JSON has no whole numbers of any size: they are texts that end in n. */
function estimatesText(estimates: Estimates): string {
  return `${JSON.stringify(estimates, (_, value) => (typeof value === 'bigint' ? `${value}n` : value), 1)}\n`;
}

async function writeLines(
  { domain, layout }: Workspace,
  run: Run,
  engine: Engine,
  lines: readonly EstimatedLine[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [month, own] of [...Map.groupBy(lines, (line) => line.month)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const name = `estimates-${month}.parquet`;
    const rows = own.map((line) => estimatedRow(line, domain.currency));
    await writeTable(engine, LINES, rows, layout.runFile(run.id, name));
    names.push(name);
  }
  return names;
}

/** An adjustment that takes the place of a declaration ends when the declaration comes. */
function isOpen(adjustment: Adjustment, { imputed, callBack }: Imputation): boolean {
  return adjustment.source === null || [...imputed, ...callBack].some((unit) => standsFor(adjustment, unit));
}

function standsFor(adjustment: Adjustment, unit: ImputedUnit | CallBack): boolean {
  return (
    adjustment.source === unit.source &&
    adjustment.enterprise === unit.enterprise &&
    adjustment.segment === unit.segment &&
    adjustment.month === unit.month
  );
}

/** Months that anyone declared. */
function monthsIn(declared: readonly Declared[]): readonly string[] {
  const months = declared.flatMap(({ period }) => {
    const read = parsePeriod(period);
    return read === undefined ? [] : monthsOf(read);
  });
  return [...new Set(months)].sort();
}

function sizesOf({ register }: Domain): (enterprise: string) => 'large' | 'medium' | 'small' {
  const sizes = new Map(register.map(({ enterprise, size }) => [enterprise, size]));
  return (enterprise) => sizes.get(enterprise) ?? 'small';
}

function isAlive({ register }: Domain, enterprise: string, month: string): boolean {
  return register.some((entry) => entry.enterprise === enterprise && inForce(entry, `${month}-15`));
}
