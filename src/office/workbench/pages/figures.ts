// Cells of a run against an earlier vintage, and one cell: what moved it, and how it was made.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { CellRow, CellsAsked, CellsView, CellView } from '../desk-comparing.ts';
import { fill, filterForm, pick, type Reader } from '../form.ts';
import { change, code, number } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, type Column, facts, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { FIGURES as W } from '../words-figures.ts';
import { tracePart } from './trace.ts';

const DATAFLOWS = ['EXPORTS', 'EBOPS'];

/** The cells that are asked for. */
export function figuresPage(view: CellsView, { language }: Reader): Markup {
  const { asked, choices, total, size } = view;
  return html`${heading(language, 'figures', '/figures', W.title[language])}
${filterForm(language, '/figures', [
  fill(W.run[language], 'run', asked.run === null ? '' : String(asked.run)),
  pick(W.against[language], 'against', asked.against ?? '', choices.runs, '–'),
  pick(W.dataflow[language], 'dataflow', asked.dataflow, DATAFLOWS),
  pick(W.frequency[language], 'freq', asked.freq, ['A', 'S', 'Q', 'M'], WORDS.all[language]),
  pick(WORDS.segment[language], 'segment', asked.segment, choices.segment, WORDS.all[language]),
  fill(WORDS.partner[language], 'partner', asked.partner),
  pick(W.indicator[language], 'indicator', asked.indicator, choices.indicator, WORDS.all[language]),
  pick(WORDS.period[language], 'period', asked.period, choices.period, WORDS.all[language]),
  movedBox(asked, language),
])}
${
  view.run === null
    ? html`<p class="empty">${WORDS.noRun[language]}</p>`
    : html`${table({ language, caption: captionOf(view, language), empty: WORDS.none[language], rows: view.rows, columns: columnsOf(view, language) })}
${pager(language, { page: asked.page, size, total }, (to) => addressWith('/figures', queryOf(asked), { page: to }))}`
}`;
}

function movedBox({ moved }: CellsAsked, language: Language): Markup {
  return html`<div class="field check"><label for="f-moved"><input id="f-moved" name="moved" type="checkbox" value="yes"${moved ? ' checked' : ''}> ${W.moved[language]}</label></div>`;
}

function queryOf({ moved, page: _, ...rest }: CellsAsked) {
  return { ...rest, moved: moved ? 'yes' : '' };
}

function captionOf({ run, against }: CellsView, language: Language): string {
  const beside = against === null ? '' : ` · ${W.against[language]} ${namedRun(against.name, language)}`;
  return `${WORDS.run[language]} ${run}${beside}`;
}

/** A release by its name, a run as a run. */
function namedRun(name: string, language: Language): string {
  return /^\d+$/.test(name) ? `${WORDS.run[language]} ${name}` : `\u2066${name}\u2069`;
}

function columnsOf({ asked, against }: CellsView, language: Language): readonly Column<CellRow>[] {
  const link = (row: CellRow) =>
    addressWith('/figures/cell', {
      id: `${row.dataflow}/${row.key}/${row.period}`,
      run: asked.run,
      against: asked.against,
    });
  return [
    { head: W.key, cell: (row) => html`<a href="${link(row)}">${code(row.key)}</a>` },
    { head: WORDS.period, cell: ({ period }) => code(period) },
    { head: W.now, numeric: true, cell: ({ value }) => number(language, value) },
    {
      head:
        against === null
          ? WORDS.before[language]
          : filled(W.earlier[language], { name: namedRun(against.name, language) }),
      numeric: true,
      cell: ({ before }) => number(language, before),
    },
    { head: WORDS.change, numeric: true, cell: ({ difference }) => change(language, difference) },
    {
      head: W.printed,
      numeric: true,
      cell: ({ printed, suppressed }) =>
        suppressed ? state(W.suppressed[language], 'caution') : number(language, printed),
    },
    { head: W.status, cell: ({ obs_status }) => code(obs_status) },
    { head: W.contributors, numeric: true, cell: ({ contributors }) => number(language, contributors) },
  ];
}

/** One cell. */
export function cellPage(view: CellView, { language }: Reader): Markup {
  const { trace } = view;
  const printed =
    trace.protection?.conf_status === 'C'
      ? state(W.suppressed[language], 'caution')
      : number(language, trace.protection?.value ?? trace.printed);
  const said = view.names.map((name) => name[language]).join(' · ');
  return html`${heading(language, 'figures', '/figures', html`${code(`${view.key} ${view.period}`)}`, said)}
${facts(language, [
  [W.now, number(language, trace.value)],
  [W.printed, printed],
  [W.status, code(trace.obs_status)],
  [WORDS.run, html`<a href="/runs/${view.run}">${code(view.run)}</a>`],
])}
<section>${revisionPart(view, language)}</section>
<section>${vintagesTable(view, language)}</section>
<section><h2>${W.trace[language]}</h2>${tracePart(trace, language)}</section>`;
}

function revisionPart({ revision }: CellView, language: Language): Markup {
  if (revision === null)
    return html`<h2>${W.revision[language]}</h2><p class="empty">${W.noRevision[language]}</p>`;
  const rows = [
    ...revision.causes.map(({ cause, effect, alone }) => ({
      name: codeText(language, cause),
      effect,
      alone,
    })),
    ...(Number(revision.interaction) === 0
      ? []
      : [{ name: W.interaction[language], effect: revision.interaction, alone: null }]),
    ...(Number(revision.notFromLines) === 0
      ? []
      : [{ name: W.notFromLines[language], effect: revision.notFromLines, alone: null }]),
    { name: W.sum[language], effect: revision.revision, alone: null },
  ];
  return table({
    language,
    caption: `${W.revision[language]}: ${WORDS.run[language]} ${revision.from}`,
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: WORDS.cause, cell: ({ name }) => name },
      { head: W.effect, numeric: true, cell: ({ effect }) => change(language, effect) },
      { head: W.alone, numeric: true, cell: ({ alone }) => change(language, alone) },
    ],
  });
}

function vintagesTable({ vintages }: CellView, language: Language): Markup {
  return table({
    language,
    caption: W.vintages[language],
    empty: WORDS.none[language],
    rows: vintages,
    columns: [
      { head: WORDS.run, cell: ({ run }) => html`<a href="/runs/${run}">${code(run)}</a>` },
      { head: WORDS.release, cell: ({ release }) => code(release) },
      { head: W.now, numeric: true, cell: ({ value }) => number(language, value) },
    ],
  });
}
