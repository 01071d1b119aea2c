// The audit log with its filters, its verification and its export.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { AuditView } from '../desk-releasing.ts';
import { fill, filterForm, pick, type Reader } from '../form.ts';
import { code, instant } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, facts, pager, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { actionText } from '../words-actions.ts';
import { AUDIT as W } from '../words-releases.ts';

/** Entries by what is asked. `faults`: what a verification found; null when none was asked for. */
export function auditPage(view: AuditView, faults: readonly string[] | null, { language }: Reader): Markup {
  const { asked, total, size } = view;
  const { page, ...query } = asked;
  return html`${heading(language, 'releases', '/audit', W.title[language], W.lead[language])}
${facts(language, [[W.head, code(view.head)]])}
<p class="files"><a href="/audit?verify=yes">${W.verify[language]}</a><a href="/audit.jsonl">${W.export[language]}</a></p>
${faults === null ? '' : verdict(faults, language)}
${filterForm(language, '/audit', [
  pick(W.actor[language], 'actor', asked.actor, view.actors, WORDS.all[language]),
  pick(
    W.action[language],
    'action',
    asked.action,
    view.actions.map((value) => ({ value, label: actionText(language, value) })),
    WORDS.all[language],
  ),
  fill(W.text[language], 'text', asked.text, { type: 'search', ltr: false }),
  fill(W.from[language], 'from', asked.from, { type: 'date' }),
  fill(W.to[language], 'to', asked.to, { type: 'date' }),
])}
${table({
  language,
  caption: W.title[language],
  quiet: true,
  empty: WORDS.none[language],
  rows: view.rows,
  columns: [
    { head: '#', cell: ({ seq }) => code(seq) },
    { head: WORDS.at, cell: ({ at }) => instant(at) },
    { head: W.actor, cell: ({ actor }) => html`<bdi>${actor}</bdi>` },
    { head: W.action, cell: ({ action }) => actionMarkup(language, action) },
    { head: W.subject, cell: ({ subject }) => html`<bdi class="free">${subject}</bdi>` },
    { head: W.detail, cell: ({ detail }) => detailPart(detail) },
  ],
})}
${pager(language, { page, size, total }, (to) => addressWith('/audit', query, { page: to }))}`;
}

/** An act in words; a command by its name, which is a code. */
function actionMarkup(language: Language, action: string): Markup {
  const words = actionText(language, action);
  return words === action ? code(action) : html`${words}`;
}

function verdict(faults: readonly string[], language: Language): Markup {
  if (faults.length === 0) return html`<p class="told" role="status">${W.whole[language]}</p>`;
  return html`<div class="told bad" role="alert"><p>${W.broken[language]}</p><ul>${faults.slice(0, 100).map((fault) => html`<li><bdi>${fault}</bdi></li>`)}</ul></div>`;
}

const SHORT = 60;

/** Short details stand there; long ones open. */
function detailPart(detail: string): Markup {
  if (detail === '{}') return html`–`;
  if (detail.length <= SHORT) return html`<bdi dir="ltr" class="code free">${detail}</bdi>`;
  return html`<details><summary><bdi dir="ltr" class="code">${detail.slice(0, SHORT)}…</bdi></summary><pre class="log" dir="ltr">${JSON.stringify(JSON.parse(detail), null, 1)}</pre></details>`;
}
