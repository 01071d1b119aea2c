// Routes of review and editing: the queue, lines, decisions, adjustments, recodes, residuals.

import { refusal } from '../../design/refusal.ts';
import { STAFF } from '../accounts/role.ts';
import { download, type OfficeRequest, type Route, redirect } from '../route.ts';
import { numberIn, oneOf, orNull, pageOf, textOf, trialOf } from './asked.ts';
import type { Desk } from './desk.ts';
import type { Ground } from './desk-editing.ts';
import { LINE_FILTERS, LINE_SORTS, type LineFilter, type LinesAsked } from './desk-lines.ts';
import { adjustmentsPage, editsPage } from './pages/decisions.ts';
import { linePage } from './pages/line.ts';
import { linesPage } from './pages/lines.ts';
import { queuePage } from './pages/queue.ts';
import { recodesPage } from './pages/recodes.ts';
import { residualsPage } from './pages/residuals.ts';
import { COMPILERS, shown } from './routes-collection.ts';
import { SECTIONS } from './section.ts';
import { streamOf } from './stream.ts';
import { EDITING } from './words-editing.ts';

/** Pages and acts of editing. */
export function editingRoutes(desk: Desk): readonly Route[] {
  return [...reviewing(desk), ...deciding(desk), ...adjusting(desk)];
}

function reviewing(desk: Desk): readonly Route[] {
  return [
    shown(
      '/queue',
      async (request) => {
        const asked = {
          period: orNull(request, 'period'),
          threshold: thresholdOf(request),
          page: pageOf(request),
        };
        return {
          title: EDITING.queue[request.language],
          content: queuePage(await desk.queue(asked), request),
        };
      },
      SECTIONS.editing[0]?.[1],
    ),
    shown(
      '/lines',
      async (request) => ({
        title: EDITING.lines[request.language],
        content: linesPage(await desk.lines(linesAsked(request)), request),
      }),
      SECTIONS.editing[1]?.[1],
    ),
    {
      ...{ method: 'GET', path: '/lines.csv', access: STAFF },
      answer: (request) =>
        download('lines.csv', 'text/csv; charset=utf-8', streamOf(desk.linesCsv(linesAsked(request)))),
    },
    shown('/lines/:submission/:ordinal', async (request) => {
      const line = placeIn(request);
      const view = await desk.line(
        line,
        trialOf((name) => textOf(request, name)),
      );
      return { title: `${EDITING.line[request.language]} ${line}`, content: linePage(view, request) };
    }),
    shown('/recodes', async (request) => ({
      title: EDITING.recodes[request.language],
      content: recodesPage(await desk.recodes(), request),
    })),
    shown('/residuals', async (request) => ({
      title: EDITING.residuals[request.language],
      content: residualsPage(
        await desk.residuals(textOf(request, 'period') || null, pageOf(request)),
        request,
      ),
    })),
  ];
}

/** Percent in the address, a part of a cell for the program. */
function thresholdOf(request: OfficeRequest): number {
  const text = textOf(request, 'threshold').replace(',', '.');
  const percent = /^\d{1,2}(\.\d{1,6})?$/.test(text) ? Number(text) : 1;
  return percent / 100;
}

function linesAsked(request: OfficeRequest): LinesAsked {
  const filters = Object.fromEntries(LINE_FILTERS.map((name) => [name, textOf(request, name).slice(0, 100)]));
  return {
    filters: filters as { readonly [F in LineFilter]: string },
    sort: oneOf(request, 'sort', LINE_SORTS),
    falling: textOf(request, 'order') !== 'rising',
    page: pageOf(request),
  };
}

function placeIn(request: OfficeRequest): string {
  return `${numberIn(request, 'submission')}/${numberIn(request, 'ordinal')}`;
}

function groundOf({ field, account }: OfficeRequest): Ground {
  return { author: account.name, reason: field('reason') ?? '', cause: field('cause') ?? 'corrected' };
}

/** The last decision that stood on the page of whoever decides. */
function seenIn({ field }: OfficeRequest): number | null {
  const text = field('seen') ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function deciding(desk: Desk): readonly Route[] {
  return [
    {
      ...{
        method: 'POST',
        path: '/lines/:submission/:ordinal/decide',
        access: COMPILERS,
        act: 'decide line',
      },
      answer: async (request) => {
        const decision = trialOf((name) => request.field(name) ?? '');
        if (decision === null) throw refusal('which_decision');
        const line = placeIn(request);
        await desk.decide(line, decision, groundOf(request), request.record, seenIn(request));
        return redirect(`/lines/${line}`, EDITING.recorded);
      },
    },
    {
      ...{ method: 'POST', path: '/lines/:submission/:ordinal/ask', access: COMPILERS, act: 'ask declarant' },
      answer: async (request) => {
        const line = placeIn(request);
        await desk.ask(line, request.field('field') ?? '', groundOf(request), request.record);
        return redirect(`/lines/${line}`, EDITING.asked);
      },
    },
    shown('/edits', async (request) => {
      const page = pageOf(request);
      const { rows, total } = desk.edits(page);
      return { title: EDITING.edits[request.language], content: editsPage(rows, { page, total }, request) };
    }),
    {
      ...{ method: 'POST', path: '/edits/:seq/reverse', access: COMPILERS, act: 'reverse edit' },
      answer: (request) => {
        const made = desk.reverse(numberIn(request, 'seq'), groundOf(request), request.record);
        return redirect(`/lines/${made.submission}/${made.ordinal}`, EDITING.recorded);
      },
    },
  ];
}

function adjusting(desk: Desk): readonly Route[] {
  const optional = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
  return [
    shown('/adjustments', async (request) => ({
      title: EDITING.adjustments[request.language],
      content: adjustmentsPage(desk.adjustments(), desk.exampleCell(), request),
    })),
    {
      ...{ method: 'POST', path: '/adjustments', access: COMPILERS, act: 'propose adjustment' },
      answer: async (request) => {
        const { field } = request;
        const asked = {
          ...{ cell: field('cell') ?? '', amount: field('amount') ?? '' },
          ...{ ebops: optional(field('ebops')), enterprise: optional(field('enterprise')) },
          source: optional(field('source')),
        };
        await desk.adjust(asked, groundOf(request), request.record);
        return redirect('/adjustments');
      },
    },
    {
      ...{ method: 'POST', path: '/adjustments/:seq/approve', access: COMPILERS, act: 'approve adjustment' },
      answer: (request) => {
        desk.approveAdjustment(numberIn(request, 'seq'), request.account.name, request.record);
        return redirect('/adjustments');
      },
    },
    {
      ...{ method: 'POST', path: '/adjustments/:seq/retract', access: COMPILERS, act: 'retract adjustment' },
      answer: (request) => {
        desk.retractAdjustment(numberIn(request, 'seq'), groundOf(request), request.record);
        return redirect('/adjustments');
      },
    },
  ];
}
