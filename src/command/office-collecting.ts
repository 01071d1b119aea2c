// Collection as the pages for staff show it, from the same records that `status` and `respondents` print.

import { owedBy, remindersFor, responseRates } from '../analyse/respondents.ts';
import type { Domain } from '../design/domain.ts';
import { daysOf, monthsOf, parsePeriod, periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import { absence } from '../design/refusal.ts';
import { readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type {
  Collecting,
  CollectionView,
  DueRow,
  QuestionRow,
  RefusedRow,
  RespondentView,
  ResponseRow,
  SubmissionRow,
  SubmissionsAsked,
  SubmissionsView,
} from '../office/workbench/desk-collecting.ts';
import { releasePeriodOf } from './analyse.ts';
import { keptFindings } from './finding-words.ts';
import { freezeOf, freezePeriod } from './freeze.ts';
import { submissionView } from './office-submission.ts';
import { type Bench, linePaths, newestRun } from './office-workbench.ts';
import { declaredAt } from './process.ts';
import { domainNow } from './register.ts';

/** The part of the desk that is about collection. */
export function collectingOf(bench: Bench): Collecting {
  const { workspace, effects } = bench;
  return {
    collection: (period) => collectionView(bench, period),
    submissions: async (asked) => submissionsView(bench, asked),
    respondent: (sender) => respondentView(bench, sender),
    submission: (id) => submissionView(bench, id),
    questions: () =>
      workspace.store.all<QuestionRow>(
        'SELECT * FROM questions ORDER BY answered_at IS NULL, id DESC LIMIT 500',
      ),
    freeze: (period, reason, author, record) =>
      workspace.store.transaction(() => {
        const frozen = freezePeriod(workspace, period, author, reason, effects);
        record({ subject: `inputs of ${period}`, before: null, after: frozen });
        return frozen;
      }),
  };
}

/** The period asked for; else the last one due, or while nothing was declared the last of the calendar that has ended. */
export function shownPeriod({ workspace, effects }: Bench, given: string | null): string {
  if (given !== null && parsePeriod(given) !== undefined) return given;
  try {
    return releasePeriodOf(workspace, undefined, effects);
  } catch {
    const periods = releasePeriods(workspace.domain);
    const day = effects.clock().slice(0, 10);
    return periods.find((period) => daysOf(periodOf(period))[1] < day) ?? periods[0] ?? day.slice(0, 4);
  }
}

/** The period asked for; else that of the newest run, which is what there is to review; else the one that is shown. */
export function reviewedPeriod(bench: Bench, given: string | null): string {
  const analysed = newestRun(bench, 'analysed')?.summary['analysed'] as { period?: string } | undefined;
  return shownPeriod(bench, given ?? analysed?.period ?? null);
}

/** Periods of the releases in the calendar, the newest first. */
export function releasePeriods({ calendar }: Domain): readonly string[] {
  const last = (period: string) => monthsOf(periodOf(period)).at(-1) ?? period;
  const periods = calendar.filter(({ kind }) => kind === 'release').map(({ period }) => period);
  return [...new Set(periods)].sort((a, b) =>
    last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : a < b ? 1 : -1,
  );
}

async function collectionView(bench: Bench, given: string | null): Promise<CollectionView> {
  const { workspace, effects } = bench;
  const domain = domainNow(workspace);
  const period = shownPeriod(bench, given);
  const months = monthsOf(periodOf(period));
  const day = effects.clock().slice(0, 10);
  const declared = declaredAt(workspace, { cutSubmission: Number.MAX_SAFE_INTEGER });
  const due = remindersFor(domain, declared, months, day).map((row) => named(row, domain));
  const values = await valuesBySender(bench);
  return {
    ...{ period, day, due, periods: releasePeriods(domain) },
    response: responseRates(domain, declared, months).map((rate) => ({
      ...rate,
      ...valuesOf(rate, due, values),
    })),
    refused: refusals(bench, '', []),
    freeze: freezeOf(workspace, period) ?? null,
    submissions: submissionsView(bench, { sender: null, period: null, state: null, page: 1 }).rows.slice(
      0,
      20,
    ),
  };
}

type ValueRow = {
  readonly sender: string;
  readonly source: string;
  readonly month: string;
  readonly centimes: bigint;
};

/** Dirhams that count, by sender and month of the newest run; null while no lines were processed. */
async function valuesBySender(bench: Bench): Promise<readonly ValueRow[] | null> {
  const run = newestRun(bench, 'processed');
  const paths = run === null ? [] : [...linePaths(bench, run).values()];
  if (paths.length === 0) return null;
  const rows = await bench.engine.rows<{ sender: string; kind: string; month: string; centimes: string }>(sql`
    SELECT sender, kind, month, CAST(sum(mad) * 100 AS BIGINT) AS centimes FROM ${readParquet(paths)}
    WHERE state = 'accepted' AND mad IS NOT NULL GROUP BY sender, kind, month ORDER BY month`);
  return rows.map(({ kind, centimes, ...row }) => ({
    ...row,
    source: kind === 'settlement' ? 'bank' : 'enterprise',
    centimes: BigInt(centimes),
  }));
}

/** What came for a period, and for each of the missing the value of its last month, as many times as it owes months. */
function valuesOf(
  { source, period }: { readonly source: string; readonly period: string },
  due: readonly DueRow[],
  values: readonly ValueRow[] | null,
): Pick<ResponseRow, 'value' | 'missing'> {
  if (values === null) return { value: null, missing: null };
  const months = new Set(monthsOf(periodOf(period)));
  const came = values.filter((row) => row.source === source && months.has(row.month));
  const owing = due.filter((row) => row.source === source && row.period === period && row.last !== null);
  const lastOf = ({ sender }: DueRow) =>
    values.findLast((row) => row.source === source && row.sender === sender && !months.has(row.month))
      ?.centimes ?? 0n;
  const owed = owing.reduce((sum, row) => sum + lastOf(row) * BigInt(months.size), 0n);
  const value = came.reduce((sum, { centimes }) => sum + centimes, 0n);
  return { value: formatScaled(value, 2), missing: formatScaled(owed, 2) };
}

function named(row: Omit<DueRow, 'name'>, domain: Domain): DueRow {
  return { ...row, name: nameOf(row.sender, domain) };
}

/** The name of a bank or enterprise. */
export function nameOf(sender: string, { banks, register }: Domain): string | null {
  const bank = banks.findLast(({ code }) => code === sender);
  return bank?.name ?? register.findLast(({ enterprise }) => enterprise === sender)?.name ?? null;
}

const COLUMNS =
  'id, name, declarant_type, sender, period, sequence, function, state, lines, received_at, superseded_by, receipt';
const PAGE = 100;

function submissionsView({ workspace }: Bench, asked: SubmissionsAsked): SubmissionsView {
  const conditions = (['sender', 'period', 'state'] as const).filter((name) => asked[name] !== null);
  const where =
    conditions.length === 0 ? '' : `WHERE ${conditions.map((name) => `${name} = ?`).join(' AND ')}`;
  const values = conditions.map((name) => asked[name]);
  const rows = workspace.store.all<SubmissionRow>(
    `SELECT ${COLUMNS} FROM submissions ${where} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...[...values, PAGE, (asked.page - 1) * PAGE],
  );
  const total = workspace.store.get<{ total: number }>(
    `SELECT count(*) AS total FROM submissions ${where}`,
    ...values,
  )?.total;
  return { asked, rows, total: total ?? 0, size: PAGE };
}

function refusals({ workspace }: Bench, where: string, values: readonly string[]): readonly RefusedRow[] {
  type Stored = Omit<RefusedRow, 'reasons'> & { readonly findings: string };
  const rows = workspace.store.all<Stored>(
    `SELECT seq, name, sender, period, refused_at AS at, findings FROM refusals ${where} ORDER BY seq DESC LIMIT 100`,
    ...values,
  );
  return rows.map(({ findings, ...row }) => ({
    ...row,
    reasons: keptFindings(findings).map(({ message }) => message),
  }));
}

async function respondentView(bench: Bench, sender: string): Promise<RespondentView> {
  const { workspace, effects } = bench;
  const domain = domainNow(workspace);
  const name = nameOf(sender, domain);
  const submissions = submissionsView(bench, { sender, period: null, state: null, page: 1 }).rows;
  const refused = refusals(bench, 'WHERE sender = ?', [sender]);
  if (name === null && submissions.length + refused.length === 0) throw absence('no_respondent', { sender });
  const declared = declaredAt(workspace, { cutSubmission: Number.MAX_SAFE_INTEGER });
  const source = domain.banks.some(({ code }) => code === sender) ? 'bank' : 'enterprise';
  const due = owedBy(domain, declared, { source, sender }, effects.clock().slice(0, 10));
  return {
    ...{ sender, name, submissions, refused },
    due: due.map((row) => named(row, domain)),
    months: await monthsOfSender(bench, sender),
    questions: workspace.store.all<QuestionRow>(
      'SELECT * FROM questions WHERE sender = ? ORDER BY id DESC',
      sender,
    ),
  };
}

async function monthsOfSender(bench: Bench, sender: string): Promise<RespondentView['months']> {
  const run = newestRun(bench, 'processed');
  const paths = run === null ? [] : [...linePaths(bench, run).values()];
  if (paths.length === 0) return [];
  return bench.engine.rows(sql`
    SELECT month, CAST(count(*) AS INTEGER) AS lines, CAST(sum(mad) AS VARCHAR) AS value FROM ${readParquet(paths)}
    WHERE state = 'accepted' AND sender = ${sender} GROUP BY month ORDER BY month DESC`);
}
