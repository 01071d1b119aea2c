// Pages of the portal that show: what is due, what was sent, receipts, reports, questions, templates, help.

import { html } from 'hono/html';
import { absence } from '../../design/refusal.ts';
import type { Language } from '../../design/text.ts';
import { type Answer, download, type Markup, type OfficeRequest, page, type Route } from '../route.ts';
import type { Declaration, Desk, Respondent } from './desk.ts';
import { csvOf, faultRows, xlsxOf } from './faults-file.ts';
import { duePage } from './pages/due.ts';
import { helpPage } from './pages/help.ts';
import { historyPage, uploadsPage } from './pages/history.ts';
import { homePage } from './pages/home.ts';
import { questionsPage } from './pages/questions.ts';
import { receiptPage } from './pages/receipt.ts';
import { reportPage } from './pages/report.ts';
import { templatesPage } from './pages/templates.ts';
import { receiptValue } from './receipt-value.ts';
import { firstRow } from './table.ts';
import { WORDS } from './words.ts';
import { RECEIPT } from './words-history.ts';
import { REPORT } from './words-send.ts';

export const DECLARANTS = ['declarant'] as const;
const COUNT = 50;
/** Of each list on the first page. */
const SHOWN = 5;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whom the account declares for; the guard lets nobody else come here. */
export function respondentOf({ account }: OfficeRequest): Respondent {
  if (account.respondent === null) throw new Error(`account ${account.name} declares for nobody`);
  return account.respondent;
}

/** Whose the object is that the last part of the address names. */
export function owned(desk: Desk, kind: 'upload' | 'receipt' | 'question'): NonNullable<Route['owner']> {
  return ({ param }) => desk.ownerOf(kind, param(kind));
}

/** The routes that change nothing. */
export function readRoutes(desk: Desk): readonly Route[] {
  const { timeZone } = desk.domain;
  const show = (path: string, title: (typeof WORDS)[keyof typeof WORDS], menu: boolean, content: Content) =>
    ({
      ...{ method: 'GET', path, access: DECLARANTS },
      ...(menu ? { menu: title } : {}),
      answer: async (request) =>
        page({ title: title[request.language], content: await content(request, respondentOf(request)) }),
    }) satisfies Route;
  return [
    show('/declare', WORDS.declare, true, async (request) => {
      return html`<h1>${WORDS.declare[request.language]}</h1>${await declarantFront(desk, request)}`;
    }),
    show('/declare/history', WORDS.history, true, async ({ language, query }, respondent) => {
      const from = firstRow(query);
      const declarations = await desk.declarations(respondent, from, COUNT);
      return historyPage({ declarations, from, count: COUNT, timeZone }, language);
    }),
    show('/declare/uploads', WORDS.recent, false, async ({ language, query }, respondent) => {
      const from = firstRow(query);
      const uploads = desk.uploads(respondent, from, COUNT);
      return uploadsPage({ uploads, from, count: COUNT, timeZone }, language);
    }),
    show('/declare/due', WORDS.due, true, async ({ language }, respondent) =>
      duePage({ due: desk.due(respondent), expected: desk.expects(respondent), respondent }, language),
    ),
    show('/declare/questions', WORDS.questions, true, async ({ language, csrf }, respondent) =>
      questionsPage({ questions: desk.questions(respondent), csrf }, language),
    ),
    show('/declare/templates', WORDS.templates, true, async ({ language }, respondent) =>
      templatesPage(desk.domain, respondent, language),
    ),
    show('/declare/help', WORDS.help, true, async ({ language }) => helpPage(desk.domain.contact, language)),
    ...reportRoutes(desk),
    ...receiptRoutes(desk),
  ];
}

/** What stands first for a declarant: what is due, the last receipts, the questions that wait. */
export async function declarantFront(desk: Desk, request: OfficeRequest): Promise<Markup> {
  const respondent = respondentOf(request);
  return homePage(
    {
      ...{ respondent, name: desk.nameOf(respondent), expected: desk.expects(respondent) },
      ...{ due: desk.due(respondent), questions: desk.questions(respondent) },
      uploads: desk.uploads(respondent, 0, SHOWN).rows,
      declarations: (await desk.declarations(respondent, 0, SHOWN)).rows,
      timeZone: desk.domain.timeZone,
    },
    request.language,
  );
}

type Content = (request: OfficeRequest, respondent: Respondent) => Promise<Markup>;

function reportRoutes(desk: Desk): readonly Route[] {
  const { timeZone } = desk.domain;
  const owner = owned(desk, 'upload');
  return [
    {
      ...{ method: 'GET', path: '/declare/uploads/:upload', access: DECLARANTS, owner },
      answer: (request) => {
        const { language, query, param } = request;
        const report = existing(desk.report(respondentOf(request), param('upload')));
        const from = firstRow(query);
        const faults = desk.faults(respondentOf(request), report.upload, from, COUNT);
        const content = reportPage({ report, faults, from, count: COUNT, timeZone }, language);
        return page({ title: REPORT.title[language], content, scripts: ['send'] });
      },
    },
    {
      ...{ method: 'GET', path: '/declare/uploads/:upload/faults/:format', access: DECLARANTS, owner },
      answer: (request) => faultsFile(desk, request),
    },
  ];
}

/** More faults than anybody works through in a file; the summary counts all. */
const MOST_FAULTS = 100_000;

async function faultsFile(desk: Desk, request: OfficeRequest): Promise<Answer> {
  const { language, param } = request;
  const report = existing(desk.report(respondentOf(request), param('upload')));
  const faults = desk.faults(respondentOf(request), report.upload, 0, MOST_FAULTS);
  const rows = faultRows(report.findings, faults, language);
  const name = `${report.name.replace(/\.[^.]*$/, '')}.findings`;
  if (param('format') === 'xlsx')
    return download(`${name}.xlsx`, XLSX, await xlsxOf('findings', rows, language, report.at));
  return download(`${name}.csv`, 'text/csv; charset=utf-8', Buffer.from(csvOf(rows)));
}

function receiptRoutes(desk: Desk): readonly Route[] {
  const owner = owned(desk, 'receipt');
  const of = (request: OfficeRequest) => desk.declaration(respondentOf(request), request.param('receipt'));
  return [
    {
      ...{ method: 'GET', path: '/declare/receipts/:receipt', access: DECLARANTS, owner },
      answer: async (request) =>
        page({
          title: RECEIPT.title[request.language],
          content: receiptPage(receiptView(desk, request, existing(await of(request))), request.language),
        }),
    },
    {
      ...{ method: 'GET', path: '/declare/receipts/:receipt/json', access: DECLARANTS, owner },
      answer: async (request) => {
        const declaration = existing(await of(request));
        const value = receiptValue(desk, respondentOf(request), declaration);
        const text = `${JSON.stringify(value, null, 2)}\n`;
        return download(`${declaration.receipt}.json`, 'application/json', Buffer.from(text));
      },
    },
    {
      ...{ method: 'GET', path: '/declare/receipts/:receipt/proof', access: DECLARANTS, owner },
      answer: (request) => {
        const receipt = request.param('receipt');
        const proof = desk.proof(respondentOf(request), receipt);
        if (proof === undefined)
          return page({
            ...{ title: RECEIPT.proof[request.language], status: 404 },
            content: noProof(request.language),
          });
        const text = `${JSON.stringify(proof, null, 2)}\n`;
        return download(`${receipt}.proof.json`, 'application/json', Buffer.from(text));
      },
    },
  ];
}

function noProof(language: Language): Markup {
  return html`<h1>${RECEIPT.proof[language]}</h1><p>${RECEIPT.noProof[language]}</p>`;
}

/** What the guard has seen to exist. */
export function existing<T>(found: T | undefined): T {
  if (found === undefined) throw absence('faults_gone');
  return found;
}

function receiptView(
  desk: Desk,
  request: OfficeRequest,
  declaration: Declaration,
): Parameters<typeof receiptPage>[0] {
  const respondent = respondentOf(request);
  return {
    ...{ declaration, respondent, name: desk.nameOf(respondent), timeZone: desk.domain.timeZone },
    publisher: desk.domain.publisher[request.language],
    proven: desk.proof(respondent, declaration.receipt) !== undefined,
    logMark: desk.logMark(declaration.upload),
  };
}
