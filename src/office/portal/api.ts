// The interface for programs: all that the portal's pages do, in JSON, by a token that has the scope. A route is also its own
// description, from which the OpenAPI document is made.

import { problem } from '../problem.ts';
import { json, type OfficeRequest, type Route } from '../route.ts';
import { cancellation, send } from './declare.ts';
import type { Desk, Report } from './desk.ts';
import { describedBy } from './openapi.ts';
import { canBeCorrected } from './pages/receipt.ts';
import { receiptValue } from './receipt-value.ts';
import { faultValue, reportValue } from './report-value.ts';
import { DECLARANTS, existing, owned, respondentOf } from './routes-read.ts';
import { purposeOf } from './routes-send.ts';
import { API_PROBLEMS } from './words-api.ts';

export type ApiRoute = Route & {
  /** In a line, for the OpenAPI document. */
  readonly summary: string;
  /** Query parameters with what they are. */
  readonly parameters?: { readonly [name: string]: string };
  /** Statuses with what they mean. */
  readonly statuses: { readonly [status: number]: string };
  /** The member of a JSON body that is needed. */
  readonly member?: string;
};

const READ = { access: DECLARANTS, scope: 'declarations:read' } as const;
const WRITE = { access: DECLARANTS, scope: 'declarations:write' } as const;
const PAGE = { from: 'number of the first row, from 0', count: 'how many rows, 500 at most' };
const ABSENT = { 404: 'there is no such object, or it is another declarant’s' };

/** Every route of the interface. */
export function apiRoutes(desk: Desk): readonly Route[] {
  const routes = [...uploadRoutes(desk), ...declarationRoutes(desk), ...askedRoutes(desk)];
  const description: Route = {
    ...{ method: 'GET', path: '/api/v1/openapi.json', access: 'anyone' },
    answer: ({ origin }) => json(describedBy(routes, origin)),
  };
  return [...routes, description];
}

function uploadRoutes(desk: Desk): readonly ApiRoute[] {
  const owner = owned(desk, 'upload');
  return [
    {
      ...{ method: 'POST', path: '/api/v1/declarations', ...WRITE, body: 'files', act: 'declare' },
      summary: 'Send a declaration, original, replacement or cancellation as its envelope says',
      parameters: {
        check: '`true` only says what declaring would bring; nothing counts',
        wait: 'seconds to wait for the answer, 20 by default and 50 at most; then 202',
      },
      statuses: {
        200: 'checked, or these very bytes were received before',
        201: 'received: `receipt` is the receipt',
        202: 'kept and not received yet: ask for the upload again',
        400: 'no file was sent',
        413: 'the file is too large',
        422: 'refused: every reason is in `findings`',
        429: 'too many uploads wait, of this respondent or of all: come back after `Retry-After` seconds',
      },
      answer: (request) => declare(desk, request),
    },
    {
      ...{ method: 'GET', path: '/api/v1/uploads', ...READ },
      summary: 'Everything that was sent, the newest first: refusals and checks too',
      parameters: PAGE,
      statuses: { 200: 'a page of reports' },
      answer: (request) => {
        const { from, count } = rowsAsked(request);
        const { rows, total } = desk.uploads(respondentOf(request), from, count);
        return json({ total, from, uploads: rows.map(reportValue) });
      },
    },
    {
      ...{ method: 'GET', path: '/api/v1/uploads/:upload', ...READ, owner },
      summary: 'The report of an upload: outcome, receipt, lines by state, findings',
      parameters: { wait: 'seconds to wait for the answer while there is none, 50 at most' },
      statuses: { 200: 'the report', 202: 'it still waits', ...ABSENT },
      answer: async (request) => {
        const id = request.param('upload');
        await desk.answered(id, patienceOf(request, 0));
        const report = existing(desk.report(respondentOf(request), id));
        return json(reportValue(report), report.outcome === null ? 202 : 200);
      },
    },
    {
      ...{ method: 'GET', path: '/api/v1/uploads/:upload/faults', ...READ, owner },
      summary: 'The faults of lines of an upload: place, what was found, what was expected',
      parameters: PAGE,
      statuses: { 200: 'a page of faults in the order of the file', ...ABSENT },
      answer: (request) => {
        const { from, count } = rowsAsked(request);
        const report = existing(desk.report(respondentOf(request), request.param('upload')));
        const faults = desk.faults(respondentOf(request), report.upload, from, count);
        return json({ total: report.faults, from, faults: faults.map(faultValue) });
      },
    },
  ];
}

async function declare(desk: Desk, request: OfficeRequest) {
  const file = request.files.find(({ field }) => field === 'file');
  if (file === undefined || file.bytes === 0)
    return problem({ status: 400, ...API_PROBLEMS.noFile }, request.language);
  const envelope = request.files.find(({ field }) => field === 'envelope')?.path;
  const { name, path, bytes, sha256 } = file;
  const sent = { path, bytes, sha256, ...(envelope === undefined ? {} : { envelope }) };
  const sending = { purpose: purposeOf(request), channel: 'api', name, sent } as const;
  const id = await send(desk, request, sending, patienceOf(request, 20));
  return outcomeAnswer(existing(desk.report(respondentOf(request), id)), request);
}

function outcomeAnswer(report: Report, { language }: OfficeRequest) {
  const value = reportValue(report);
  if (report.outcome === null) return json(value, 202);
  if (report.purpose === 'check') return json(value, 200);
  if (report.outcome === 'received') return json(value, 201);
  if (report.outcome === 'already received') return json(value, 200);
  const failed = report.outcome === 'failed';
  const said = failed ? API_PROBLEMS.failed : API_PROBLEMS.refused;
  return problem({ status: failed ? 500 : 422, ...said, more: value }, language);
}

function declarationRoutes(desk: Desk): readonly ApiRoute[] {
  const owner = owned(desk, 'receipt');
  return [
    {
      ...{ method: 'GET', path: '/api/v1/declarations', ...READ },
      summary: 'Declarations that were received, the newest first, with lines by state',
      parameters: PAGE,
      statuses: { 200: 'a page of receipts' },
      answer: async (request) => {
        const { from, count } = rowsAsked(request);
        const respondent = respondentOf(request);
        const { rows, total } = await desk.declarations(respondent, from, count);
        return json({ total, from, declarations: rows.map((row) => receiptValue(desk, respondent, row)) });
      },
    },
    {
      ...{ method: 'GET', path: '/api/v1/declarations/:receipt', ...READ, owner },
      summary: 'A receipt',
      statuses: { 200: 'the receipt', ...ABSENT },
      answer: async (request) => {
        const respondent = respondentOf(request);
        const found = existing(await desk.declaration(respondent, request.param('receipt')));
        return json(receiptValue(desk, respondent, found));
      },
    },
    {
      ...{ method: 'GET', path: '/api/v1/declarations/:receipt/proof', ...READ, owner },
      summary: 'The proof that a receipt is bound to the last release that covers it',
      statuses: { 200: 'the proof, for `marsad verify --receipt --proof`', 404: 'no release covers it yet' },
      answer: (request) => {
        const proof = desk.proof(respondentOf(request), request.param('receipt'));
        return proof === undefined
          ? problem({ status: 404, ...API_PROBLEMS.noProof }, request.language)
          : json(proof);
      },
    },
    {
      ...{ method: 'POST', path: '/api/v1/declarations/:receipt/cancel', ...WRITE, owner },
      act: 'cancel a declaration',
      summary: 'Cancel a declaration in force; the cancellation has a receipt of its own',
      statuses: { 201: 'cancelled', 409: 'it is no longer in force', ...ABSENT },
      answer: async (request) => {
        const respondent = respondentOf(request);
        const found = existing(await desk.declaration(respondent, request.param('receipt')));
        if (!canBeCorrected(found))
          return problem({ status: 409, ...API_PROBLEMS.notInForce }, request.language);
        const what = cancellation(desk, respondent, request.language, found);
        const id = await send(desk, request, { purpose: 'declare', channel: 'cancel', ...what });
        return outcomeAnswer(existing(desk.report(respondent, id)), request);
      },
    },
  ];
}

function askedRoutes(desk: Desk): readonly ApiRoute[] {
  return [
    {
      ...{ method: 'GET', path: '/api/v1/due', ...READ },
      summary: 'The periods to declare, their days, and the receipts of those declared',
      statuses: { 200: 'periods, the newest first' },
      answer: (request) => json({ due: desk.due(respondentOf(request)) }),
    },
    {
      ...{ method: 'GET', path: '/api/v1/questions', access: DECLARANTS, scope: 'questions:read' },
      summary: 'Questions of the office, those without an answer first',
      statuses: { 200: 'questions in three languages' },
      answer: (request) => json({ questions: desk.questions(respondentOf(request)) }),
    },
    {
      ...{ method: 'POST', path: '/api/v1/questions/:question/answer', access: DECLARANTS },
      ...{ scope: 'questions:write', owner: owned(desk, 'question'), act: 'answer a question' },
      summary: 'Answer a question, once',
      member: 'answer',
      statuses: { 201: 'recorded', 400: '`answer` is empty', 409: 'it was answered before', ...ABSENT },
      answer: (request) => {
        const question = Number(request.param('question'));
        const text = (request.field('answer') ?? '').slice(0, 4000);
        if (text === '') return problem({ status: 400, ...API_PROBLEMS.noAnswer }, request.language);
        const taken = desk.answer({ respondent: respondentOf(request), question, text }, () =>
          request.record({ subject: `question ${question}`, after: { characters: text.length } }),
        );
        if (!taken) return problem({ status: 409, ...API_PROBLEMS.answered }, request.language);
        return json({ question, answered: true }, 201);
      },
    },
  ];
}

const MOST_ROWS = 500;

function rowsAsked({ query }: OfficeRequest): { readonly from: number; readonly count: number } {
  const whole = (name: string, otherwise: number) => {
    const text = query.get(name) ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
  };
  return { from: whole('from', 0), count: Math.max(1, Math.min(MOST_ROWS, whole('count', 100))) };
}

const MOST_PATIENCE = 50;

/** Milliseconds to wait, as the address asks. */
function patienceOf({ query }: OfficeRequest, otherwise: number): number {
  const text = query.get('wait') ?? '';
  const seconds = /^\d{1,4}$/.test(text) ? Math.min(MOST_PATIENCE, Number(text)) : otherwise;
  return seconds * 1000;
}
