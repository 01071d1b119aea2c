// Pages of the form for small declarants and of the nil declaration.

import {
  formatPeriod,
  monthsOf,
  parsePeriod,
  periodHolding,
  periodOf,
  shiftPeriod,
} from '../../design/period.ts';
import type { Language } from '../../design/text.ts';
import { type Answer, type OfficeRequest, page, type Route } from '../route.ts';
import { nilLines } from './declaration-file.ts';
import { sendAndShow, written } from './declare.ts';
import type { Declaration, Desk, Respondent } from './desk.ts';
import { emptyRow, MOST_ROWS, type Row, type RowFault, readRows, rowsOf, rowsTyped } from './form-rows.ts';
import { formPage, type QuartersView, quartersPage } from './pages/form.ts';
import { nilPage } from './pages/nil.ts';
import { DECLARANTS, respondentOf } from './routes-read.ts';
import { FORM, NIL } from './words-form.ts';

/** The routes of the form and of the nil declaration. */
export function formRoutes(desk: Desk): readonly Route[] {
  const enterprise: Pick<Route, 'access' | 'owner'> = {
    access: DECLARANTS,
    // Lines of this kind are an enterprise's: for a bank there is no such form.
    owner: ({ account }) => (account.respondent?.type === 'enterprise' ? account.respondent : undefined),
  };
  return [
    {
      ...{ method: 'GET', path: '/declare/form', ...enterprise },
      answer: (request) => openForm(desk, request),
    },
    {
      ...{ method: 'POST', path: '/declare/form', ...enterprise, act: 'declare by the form' },
      answer: (request) => takeForm(desk, request),
    },
    {
      ...{ method: 'GET', path: '/declare/nil', ...enterprise },
      answer: (request) => nilAnswer(desk, request),
    },
    {
      ...{ method: 'POST', path: '/declare/nil', ...enterprise, act: 'declare nothing' },
      answer: (request) => declareNil(desk, request),
    },
  ];
}

/** Quarters that wait for a declaration and have begun, the oldest first. */
function openQuarters(desk: Desk, respondent: Respondent): readonly string[] {
  const today = desk.clock().slice(0, 7);
  return desk
    .due(respondent)
    .filter(({ receipt, period }) => receipt === null && (monthsOf(periodOf(period))[0] ?? '') <= today)
    .map(({ period }) => period)
    .toReversed();
}

/** Quarters that somebody whom nobody asks may declare all the same: the current one and those of a year before it. */
function freeQuarters(desk: Desk): readonly string[] {
  const now = periodHolding(periodOf(desk.clock().slice(0, 7)), 'Q');
  return Array.from({ length: 5 }, (_, at) => formatPeriod(shiftPeriod(now, at - 4)));
}

/** The quarters that the form and the nil declaration offer. */
function quartersFor(desk: Desk, respondent: Respondent): QuartersView {
  const expected = desk.expects(respondent);
  return { expected, respondent, quarters: expected ? openQuarters(desk, respondent) : freeQuarters(desk) };
}

async function openForm(desk: Desk, request: OfficeRequest): Promise<Answer> {
  const { query, language } = request;
  const respondent = respondentOf(request);
  const replaced = await desk.declaration(respondent, query.get('replaces') ?? '');
  const quarter = replaced?.period ?? query.get('period') ?? '';
  if (!isQuarter(quarter)) {
    const content = quartersPage(quartersFor(desk, respondent), language);
    return page({ title: FORM.title[language], content });
  }
  const before = replaced ?? (await desk.inForce(respondent, quarter));
  const lines = before === undefined ? [] : await desk.lines(respondent, before.receipt, MOST_ROWS);
  const rows = rowsOf(
    desk.domain,
    lines.filter((line) => line['nil'] !== 'true'),
  );
  const months = monthsOf(periodOf(quarter));
  const shown = rows.length > 0 ? rows : months.map((month) => emptyRow(desk.domain, month));
  return formAnswer(desk, request, { quarter, rows: shown, before });
}

function isQuarter(text: string): boolean {
  return parsePeriod(text)?.freq === 'Q';
}

type Shown = {
  readonly quarter: string;
  readonly rows: readonly Row[];
  readonly before: Declaration | undefined;
  readonly faults?: readonly RowFault[];
  readonly empty?: boolean;
};

function formAnswer(
  { domain }: Desk,
  { language, csrf }: OfficeRequest,
  { quarter, rows, before, faults = [], empty = false }: Shown,
): Answer {
  const replaces = before?.receipt ?? null;
  const content = formPage({ domain, quarter, rows, faults, replaces, empty, csrf }, language);
  const faulty = faults.length > 0 || empty;
  return page({ title: FORM.title[language], content, wide: true, ...(faulty ? { status: 400 } : {}) });
}

async function takeForm(desk: Desk, request: OfficeRequest): Promise<Answer> {
  const respondent = respondentOf(request);
  const quarter = request.field('period') ?? '';
  if (!isQuarter(quarter)) return openForm(desk, request);
  const rows = rowsTyped(request.fields);
  const before = await desk.inForce(respondent, quarter);
  const asked = request.field('do') ?? 'send';
  const changed = changedRows(desk, rows, asked);
  if (changed !== undefined) return formAnswer(desk, request, { quarter, rows: changed, before });
  const { lines, faults } = readRows(desk.domain, respondent.sender, quarter, rows);
  const empty = faults.length === 0 && lines.length === 0;
  if (faults.length > 0 || empty) return formAnswer(desk, request, { quarter, rows, before, faults, empty });
  const what = written(desk, respondent, request.language, {
    ...{ period: quarter, lines, replaces: before?.sequence ?? null },
    function: before === undefined ? 'original' : 'replace',
  });
  const purpose = asked === 'check' ? 'check' : 'declare';
  return sendAndShow(desk, request, { purpose, channel: 'form', ...what });
}

/** The rows after a line was added or taken out; undefined when the form is to be sent. */
function changedRows({ domain }: Desk, rows: readonly Row[], asked: string): readonly Row[] | undefined {
  if (asked === 'add') {
    const month = rows.at(-1)?.period ?? '';
    return rows.length < MOST_ROWS ? [...rows, emptyRow(domain, month)] : rows;
  }
  const removed = /^remove-(\d+)$/.exec(asked)?.[1];
  return removed === undefined ? undefined : rows.filter((_, at) => at !== Number(removed) - 1);
}

function nilAnswer(desk: Desk, request: OfficeRequest, already?: string): Answer {
  const { csrf, language, query } = request;
  const respondent = respondentOf(request);
  const asked = query.get('period') ?? '';
  const open = quartersFor(desk, respondent);
  const quarters = open.quarters.includes(asked) ? [asked] : open.quarters;
  return nilView({ ...open, quarters, csrf, ...(already === undefined ? {} : { already }) }, language);
}

function nilView(view: Parameters<typeof nilPage>[0], language: Language): Answer {
  const status = view.already === undefined ? {} : { status: 409 as const };
  return page({ title: NIL.title[language], content: nilPage(view, language), ...status });
}

async function declareNil(desk: Desk, request: OfficeRequest): Promise<Answer> {
  const respondent = respondentOf(request);
  const period = request.field('period') ?? '';
  if (!isQuarter(period)) return nilAnswer(desk, request);
  const before = await desk.inForce(respondent, period);
  if (before !== undefined) return nilAnswer(desk, request, before.receipt);
  const lines = nilLines(desk.domain, respondent.sender, period);
  const nil = { period, lines, replaces: null, function: 'original' } as const;
  const what = written(desk, respondent, request.language, nil);
  return sendAndShow(desk, request, { purpose: 'declare', channel: 'nil', ...what });
}
