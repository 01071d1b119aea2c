// Pages of the portal by which something is declared, corrected or answered.

import type { Language } from '../../design/text.ts';
import { download, type OfficeRequest, page, type Route, redirect } from '../route.ts';
import { envelopeRows } from './declaration-file.ts';
import { cancellation, sendAndShow } from './declare.ts';
import type { Declaration, Desk, Purpose, Respondent } from './desk.ts';
import { questionsPage } from './pages/questions.ts';
import { canBeCorrected, cancelPage, replacePage } from './pages/receipt.ts';
import { sendPage } from './pages/send.ts';
import { DECLARANTS, existing, owned, respondentOf } from './routes-read.ts';
import { type Template, templateCsv, templateXlsx } from './template-file.ts';
import { WORDS } from './words.ts';
import { ASKED, CORRECT } from './words-history.ts';
import { SEND } from './words-send.ts';

/** The routes of files, corrections, answers and templates. */
export function sendRoutes(desk: Desk): readonly Route[] {
  return [...fileRoutes(desk), ...correctionRoutes(desk), questionRoute(desk), templateRoute(desk)];
}

function fileRoutes(desk: Desk): readonly Route[] {
  const shown = (csrf: string, language: Language, fault?: string) =>
    page({
      title: SEND.title[language],
      content: sendPage(fault === undefined ? { csrf } : { csrf, fault }, language),
      scripts: ['send'],
      ...(fault === undefined ? {} : { status: 400 as const }),
    });
  return [
    {
      ...{ method: 'GET', path: '/declare/file', access: DECLARANTS },
      answer: ({ csrf, language }) => shown(csrf, language),
    },
    {
      ...{ method: 'POST', path: '/declare/file', access: DECLARANTS, body: 'files', act: 'declare' },
      answer: (request) => {
        const file = request.files.find(({ field }) => field === 'file');
        if (file === undefined) return shown(request.csrf, request.language, SEND.noFile[request.language]);
        const envelope = request.files.find(({ field }) => field === 'envelope')?.path;
        const { name, path, bytes, sha256 } = file;
        const sent = { path, bytes, sha256, ...(envelope === undefined ? {} : { envelope }) };
        return sendAndShow(desk, request, { purpose: purposeOf(request), channel: 'file', name, sent });
      },
    },
  ];
}

/** Whether it is only to be checked, as the button that was pressed says. */
export function purposeOf({ field, query }: Pick<OfficeRequest, 'field' | 'query'>): Purpose {
  return field('purpose') === 'check' || query.get('check') === 'true' ? 'check' : 'declare';
}

function correctionRoutes(desk: Desk): readonly Route[] {
  const owner = owned(desk, 'receipt');
  const of = async (request: OfficeRequest): Promise<Declaration> =>
    existing(await desk.declaration(respondentOf(request), request.param('receipt')));
  const asked = async (request: OfficeRequest) => ({
    ...{ declaration: await of(request), respondent: respondentOf(request), csrf: request.csrf },
  });
  return [
    {
      ...{ method: 'GET', path: '/declare/receipts/:receipt/replace', access: DECLARANTS, owner },
      answer: async (request) => {
        const view = await asked(request);
        const envelope = envelopeRows(replacing(desk, view.respondent, view.declaration, request.language));
        return page({
          title: CORRECT.title[request.language],
          content: replacePage({ ...view, envelope }, request.language),
          scripts: ['send'],
        });
      },
    },
    {
      ...{ method: 'GET', path: '/declare/receipts/:receipt/cancel', access: DECLARANTS, owner },
      answer: async (request) =>
        page({
          title: CORRECT.cancelTitle[request.language],
          content: cancelPage(await asked(request), request.language),
        }),
    },
    {
      ...{ method: 'POST', path: '/declare/receipts/:receipt/cancel', access: DECLARANTS, owner },
      act: 'cancel a declaration',
      answer: async (request) => {
        const view = await asked(request);
        const { language } = request;
        if (!canBeCorrected(view.declaration))
          return page({
            title: CORRECT.cancelTitle[language],
            content: cancelPage(view, language),
            status: 409,
          });
        const what = cancellation(desk, view.respondent, language, view.declaration);
        return sendAndShow(desk, request, { purpose: 'declare', channel: 'cancel', ...what });
      },
    },
  ];
}

/** What the envelope of a declaration that takes the place of another says. */
function replacing(
  desk: Desk,
  respondent: Respondent,
  { period, sequence }: Declaration,
  language: Language,
): Omit<Template, 'domain' | 'example'> {
  return {
    ...{ respondent, period, language, function: 'replace', replaces: sequence, at: desk.clock() },
    ...{ sequence: desk.nextSequence(respondent, period), synthetic: desk.synthetic },
  };
}

const MOST_ANSWER = 4000;

function questionRoute(desk: Desk): Route {
  return {
    ...{ method: 'POST', path: '/declare/questions/:question', access: DECLARANTS },
    ...{ owner: owned(desk, 'question'), act: 'answer a question' },
    answer: (request) => {
      const { language, csrf } = request;
      const question = Number(request.param('question'));
      const typed = (request.field('answer') ?? '').slice(0, MOST_ANSWER);
      if (typed === '') {
        const questions = desk.questions(respondentOf(request));
        const fault = { question, typed, said: ASKED.empty[language] };
        return page({
          ...{ title: WORDS.questions[language], status: 400 },
          content: questionsPage({ questions, csrf, fault }, language),
        });
      }
      const given = { respondent: respondentOf(request), question, text: typed };
      const taken = desk.answer(given, () =>
        request.record({ subject: `question ${question}`, after: { characters: typed.length } }),
      );
      return redirect('/declare/questions', taken ? ASKED.thanks : ASKED.taken);
    },
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function templateRoute(desk: Desk): Route {
  return {
    ...{ method: 'GET', path: '/declare/templates/:type/:format', access: DECLARANTS },
    // The template is of the respondent's own type: the address of another leads nowhere.
    owner: (request) =>
      request.account.respondent?.type === request.param('type') ? request.account.respondent : undefined,
    answer: async (request) => {
      const template = await templateOf(desk, request);
      const name = `${template.respondent.sender}-${template.period}-${template.sequence}`;
      if (request.param('format') === 'xlsx')
        return download(`${name}.xlsx`, XLSX, await templateXlsx(template));
      return download(`${name}.csv`, 'text/csv; charset=utf-8', Buffer.from(templateCsv(template)));
    },
  };
}

async function templateOf(desk: Desk, request: OfficeRequest): Promise<Template> {
  const { language, query } = request;
  const respondent = respondentOf(request);
  const example = query.get('example') === '1';
  const replaced = await desk.declaration(respondent, query.get('replaces') ?? '');
  const more = { domain: desk.domain, example };
  if (replaced !== undefined) return { ...replacing(desk, respondent, replaced, language), ...more };
  const period = nextPeriod(desk, respondent);
  return {
    ...{ respondent, period, language, function: 'original', replaces: null, at: desk.clock() },
    ...{ sequence: desk.nextSequence(respondent, period), synthetic: desk.synthetic },
    ...more,
  };
}

/** The period that waits longest, or the last one that was due. */
function nextPeriod(desk: Desk, respondent: Respondent): string {
  const due = desk.due(respondent);
  const begun = due.filter((each) => (each.overdue ?? -1) >= -60);
  const waiting = begun.filter(({ receipt }) => receipt === null);
  const last = desk.domain.calendar.findLast(({ declarant }) => declarant === respondent.type);
  return (waiting.at(-1) ?? begun[0] ?? due[0])?.period ?? last?.period ?? '2025-06';
}
