// Routes of figures and of what checks them.

import { absence } from '../../design/refusal.ts';
import type { OfficeRequest, Route } from '../route.ts';
import { orNull, pageOf, textOf, wholeOrNull } from './asked.ts';
import type { Desk } from './desk.ts';
import type { CellsAsked } from './desk-comparing.ts';
import { disclosurePage, qualityPage, targetsPage } from './pages/checks.ts';
import { cellPage, figuresPage } from './pages/figures.ts';
import { reconcilePage } from './pages/reconcile.ts';
import { shown } from './routes-collection.ts';
import { SECTIONS } from './section.ts';
import { FIGURES } from './words-figures.ts';

/** Pages of figures; nothing here changes anything. */
export function figuresRoutes(desk: Desk): readonly Route[] {
  return [
    shown(
      '/figures',
      async (request) => ({
        title: FIGURES.title[request.language],
        content: figuresPage(await desk.cells(cellsAsked(request)), request),
      }),
      SECTIONS.figures[0]?.[1],
    ),
    shown('/figures/cell', async (request) => {
      const id = textOf(request, 'id');
      if (!/^[A-Z]+\/[^/]+\/[^/]+$/.test(id)) throw absence('not_a_cell', { id });
      const view = await desk.cell(id, wholeOrNull(request, 'run'), orNull(request, 'against'));
      return { title: id, content: cellPage(view, request) };
    }),
    shown('/reconcile', async (request) => ({
      title: FIGURES.reconcile[request.language],
      content: reconcilePage(await desk.reconcile(), request),
    })),
    shown('/disclosure', async (request) => {
      const asked = { rule: textOf(request, 'rule'), text: textOf(request, 'text'), page: pageOf(request) };
      const content = disclosurePage(await desk.disclosure(asked), asked, request);
      return { title: FIGURES.disclosure[request.language], content };
    }),
    shown('/quality', async (request) => ({
      title: FIGURES.quality[request.language],
      content: qualityPage(await desk.quality(orNull(request, 'period')), request),
    })),
    shown('/targets', async (request) => ({
      title: FIGURES.targets[request.language],
      content: targetsPage(await desk.targets(), request),
    })),
  ];
}

/** What the address asks for; without anything, levels of the world. */
function cellsAsked(request: OfficeRequest): CellsAsked {
  const { query } = request;
  const first = (name: string, otherwise: string) => (query.has(name) ? textOf(request, name) : otherwise);
  return {
    ...{ run: wholeOrNull(request, 'run'), against: orNull(request, 'against') },
    ...{
      dataflow: first('dataflow', 'EXPORTS'),
      freq: textOf(request, 'freq'),
      period: textOf(request, 'period'),
    },
    ...{ segment: textOf(request, 'segment'), partner: first('partner', 'W1') },
    ...{ indicator: first('indicator', 'EXPORTS'), moved: query.has('moved'), page: pageOf(request) },
  };
}
