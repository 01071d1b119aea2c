// Checks of the figures: against what was printed, under disclosure control, their quality, and the targets.

import { html } from 'hono/html';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type {
  DisclosureAsked,
  DisclosureView,
  QualityView,
  SuppressedRow,
  TargetsView,
} from '../desk-comparing.ts';
import { fill, filterForm, pick, pickCode, type Reader } from '../form.ts';
import { change, code, number, numberText } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, facts, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { FIGURES as W } from '../words-figures.ts';

const RULES = ['frequency', 'p', 'dominance', 'secondary', 'merged'];

/** What is suppressed, by which rule, and what stands with it. */
export function disclosurePage(view: DisclosureView, asked: DisclosureAsked, { language }: Reader): Markup {
  const { report, total, size } = view;
  const head = heading(
    language,
    'figures',
    '/disclosure',
    W.disclosure[language],
    W.disclosureLead[language],
  );
  if (report === null) return html`${head}<p class="empty">${W.noProtected[language]}</p>`;
  return html`${head}
${facts(language, [
  [WORDS.run, html`<a href="/runs/${view.run}">${code(view.run)}</a>`],
  [W.cells, number(language, report.cells)],
  [W.primary, number(language, report.primary)],
  [W.secondary, number(language, report.secondary)],
  [W.atRisk, state(numberText(language, report.at_risk), report.at_risk === 0 ? 'good' : 'bad')],
  [
    W.audited,
    html`${number(language, report.audited)} · ${W.attackers[language]} ${W[report.attackers === 'all' ? 'allAttackers' : 'public'][language]}`,
  ],
])}
${report.unprotected.length === 0 ? '' : html`<ul>${report.unprotected.slice(0, 50).map(({ cell, because }) => html`<li>${code(cell)} ← ${code(because.join(' '))}</li>`)}</ul>`}
${filterForm(language, '/disclosure', [
  pickCode(language, W.byRule[language], 'rule', asked.rule, RULES),
  fill(W.key[language], 'text', asked.text, { type: 'search' }),
])}
${view.explained ? '' : html`<p class="note caution">${W.unexplained[language]}</p>`}
${suppressedTable(view.rows, view.explained, language)}
${pager(language, { page: asked.page, size, total }, (to) => addressWith('/disclosure', { rule: asked.rule, text: asked.text }, { page: to }))}`;
}

function suppressedTable(rows: readonly SuppressedRow[], explained: boolean, language: Language): Markup {
  const link = (id: string) =>
    html`<a href="/figures/cell?id=${encodeURIComponent(id)}">${code(id.split('/').slice(1).join(' '))}</a>`;
  const why = ({ rules }: SuppressedRow) =>
    !explained
      ? '–'
      : rules.length === 0
        ? codeText(language, 'secondary')
        : rules.map((rule) => codeText(language, rule)).join(' · ');
  return table({
    language,
    caption: W.disclosure[language],
    quiet: true,
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: W.key, cell: ({ dataflow, key, period }) => link(`${dataflow}/${key}/${period}`) },
      { head: W.dataflow, cell: ({ dataflow }) => code(dataflow) },
      { head: W.byRule, cell: why },
      {
        head: W.with,
        cell: (row) =>
          row.with.length === 0
            ? '–'
            : html`<details><summary>${numberText(language, row.with.length)}</summary><ul class="proof">${row.with.map((id) => html`<li>${link(id)}</li>`)}</ul></details>`,
      },
    ],
  });
}

/** Response, estimates, states of lines, rules not passed. */
export function qualityPage(view: QualityView, { language }: Reader): Markup {
  const head = html`${heading(language, 'figures', '/quality', html`${W.quality[language]} ${code(view.period)}`)}
${filterForm(language, '/quality', [pick(WORDS.period[language], 'period', view.period, view.periods)])}`;
  if (view.run === null) return html`${head}<p class="empty">${WORDS.noRun[language]}</p>`;
  return html`${head}<p>${WORDS.run[language]} ${code(view.run)}</p>
<section>${estimatesTable(view, language)}</section>
<section>${table({
    language,
    caption: W.lineStates[language],
    empty: WORDS.none[language],
    rows: view.states,
    columns: [
      {
        head: WORDS.state,
        cell: (row) =>
          html`<a href="${addressWith('/lines', { state: row.state })}">${codeText(language, row.state)}</a>`,
      },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
    ],
  })}</section>
<section>${table({
    language,
    caption: W.findings[language],
    empty: WORDS.none[language],
    rows: view.findings,
    columns: [
      {
        head: WORDS.rule,
        cell: ({ rule }) => html`<a href="${addressWith('/lines', { rule })}">${code(rule)}</a>`,
      },
      { head: WORDS.severity, cell: ({ severity }) => codeText(language, severity) },
      { head: WORDS.why, cell: ({ message }) => message[language] },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
    ],
  })}</section>`;
}

function estimatesTable({ estimates }: QualityView, language: Language): Markup {
  return table({
    language,
    caption: W.estimates[language],
    empty: WORDS.none[language],
    rows: estimates,
    columns: [
      { head: WORDS.segment, cell: ({ segment }) => code(segment) },
      { head: W.total, numeric: true, cell: ({ total }) => number(language, total) },
      { head: W.imputed, numeric: true, cell: ({ imputed }) => number(language, imputed) },
      { head: W.imputedShare, numeric: true, cell: ({ imputed_share }) => number(language, imputed_share) },
      { head: W.grossed, numeric: true, cell: ({ grossed }) => number(language, grossed) },
      { head: W.imputedShare, numeric: true, cell: ({ grossed_share }) => number(language, grossed_share) },
      {
        head: W.bounds,
        numeric: true,
        cell: ({ lower, upper }) =>
          html`<bdi dir="ltr" class="num">[${numberText(language, lower)}; ${numberText(language, upper)}]</bdi>`,
      },
      { head: W.notEstimated, numeric: true, cell: ({ not_estimated }) => number(language, not_estimated) },
    ],
  });
}

/** Targets as the last release assesses them. */
export function targetsPage(view: TargetsView, { language }: Reader): Markup {
  const lead =
    view.release === null
      ? W.noRelease[language]
      : filled(W.targetsLead[language], { release: `⁨${view.release}⁩` });
  return html`${heading(language, 'figures', '/targets', W.targets[language], lead)}
${table({
  language,
  caption: W.targets[language],
  quiet: true,
  empty: W.noRelease[language],
  rows: view.rows,
  columns: [
    { head: WORDS.name, cell: ({ name }) => name[language] },
    { head: WORDS.unit, cell: ({ unit, measure }) => unitWords(unit, measure)[language] },
    { head: W.verdict, cell: ({ assessment }) => assessment.reason[language] },
    {
      head: W.now,
      numeric: true,
      cell: ({ assessment: { now } }) =>
        now === null ? '–' : html`${number(language, now.value)} (${code(now.period)})`,
    },
    { head: W.gap, numeric: true, cell: ({ assessment }) => change(language, assessment.gap) },
    { head: W.milestones, cell: (row) => milestonesOf(row, language) },
  ],
})}`;
}

function milestonesOf({ assessment }: TargetsView['rows'][number], language: Language): Markup {
  return html`<ul class="proof">${assessment.required.map(({ period, value, reached, growth }) => html`<li>${code(period)}: ${number(language, value)} ${reached ? state(W.reached[language], 'good') : growth === null ? '' : `(${filled(W.perYear[language], { rate: numberText(language, growth.rate) })})`}</li>`)}</ul>`;
}
