// One line: as received and as processed, its findings, matches, edits and history, and what a decision would do.

import { html } from 'hono/html';
import type { EditRow } from '../../../design/edit.ts';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Cells, LineView } from '../desk-editing.ts';
import { actForm, may, type Reader } from '../form.ts';
import { change, code, instant, number, numberText } from '../number.ts';
import { reasonMarkup } from '../reason.ts';
import { heading } from '../section.ts';
import { facts, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';
import { evidenceName, evidenceValue } from '../words-evidence.ts';
import { decisionForms, decisionText } from './line-decision.ts';

/** The page of a line. */
export function linePage(view: LineView, reader: Reader): Markup {
  const { language } = reader;
  const { processed, file } = view;
  const reason = processed['reason'] ? html` ${reasonMarkup(language, textOf(processed['reason']))}` : '';
  return html`${heading(language, 'editing', '/lines', html`${W.line[language]} ${code(view.line)}`)}
${facts(language, [
  [WORDS.file, html`<a href="/submissions/${String(file['id'])}">${code(String(file['name']))}</a>`],
  [
    WORDS.sender,
    html`<a href="/respondents/${String(file['sender'])}">${code(String(file['sender']))}</a> ${code(String(file['period']))}`,
  ],
  [WORDS.state, html`${state(codeText(language, textOf(processed['state'])))}${reason}`],
  [WORDS.value, number(language, textOf(processed['mad']))],
  [WORDS.run, html`<a href="/runs/${view.run}">${code(view.run)}</a>`],
])}
<section>${findingsTable(view, language)}</section>
<section>${historyTable(view.history, reader)}</section>
<section>${fieldsTable(view, language)}</section>
<section>${matchesTable(view, language)}</section>
<section>${automaticTable(view, language)}</section>
${may(reader, 'compiler', 'reviewer') ? html`<section>${decisionForms(view, reader)}</section>` : ''}
<section id="effects">${effectsPart(view, language)}</section>`;
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A field of the file beside its canonical form and what processing made of it. */
function fieldsTable({ collected, processed }: LineView, language: Language): Markup {
  const raw = rawOf(collected);
  const names = [...new Set([...Object.keys(collected), ...Object.keys(processed)])].filter(
    (name) => name !== 'raw',
  );
  const rows = names
    .map((name) => ({
      name,
      raw: textOf(raw[name]),
      canonical: textOf(collected[name]),
      processed: textOf(processed[name]),
    }))
    .filter((row) => row.canonical !== null || row.processed !== null || row.raw !== null);
  return table({
    language,
    caption: W.asReceived[language],
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: WORDS.field, cell: ({ name }) => code(name) },
      { head: W.received, cell: (row) => free(row.raw ?? row.canonical) },
      { head: W.canonical, cell: (row) => free(row.canonical) },
      { head: W.processed, cell: (row) => free(row.processed) },
    ],
  });
}

/** The text as it came, of the fields that normalising changed. */
function rawOf(collected: Cells): Cells {
  const text = textOf(collected['raw']);
  return text === null ? {} : (JSON.parse(text) as Cells);
}

function free(text: string | null): Markup {
  return text === null ? html`<span class="none">–</span>` : html`<bdi class="free">${text}</bdi>`;
}

function findingsTable({ findings, messages }: LineView, language: Language): Markup {
  return table({
    language,
    caption: W.findings[language],
    empty: WORDS.none[language],
    rows: findings,
    columns: [
      { head: WORDS.rule, cell: (row) => code(`${row['rule']}@${row['version']}`) },
      { head: WORDS.severity, cell: (row) => codeText(language, textOf(row['severity'])) },
      { head: WORDS.why, cell: (row) => messages[String(row['rule'])]?.[language] ?? '' },
      { head: WORDS.field, cell: (row) => code(textOf(row['field'])) },
      { head: WORDS.found, cell: (row) => proof(row['found'], language) },
    ],
  });
}

function matchesTable({ matches, line }: LineView, language: Language): Markup {
  const other = (row: Cells) => {
    const [from, to] = [
      `${row['submission']}/${row['ordinal']}`,
      `${row['to_submission']}/${row['to_ordinal']}`,
    ];
    return from === line ? to : from;
  };
  return table({
    language,
    caption: W.matches[language],
    empty: WORDS.none[language],
    rows: matches,
    columns: [
      { head: W.other, cell: (row) => html`<a href="/lines/${other(row)}">${code(other(row))}</a>` },
      { head: W.kind, cell: (row) => codeText(language, textOf(row['kind'])) },
      { head: W.score, numeric: true, cell: (row) => number(language, textOf(row['score'])) },
      { head: W.evidence, cell: (row) => proof(row['evidence'], language) },
    ],
  });
}

/** What a rule rests on, as pairs. */
export function proof(value: unknown, language: Language): Markup {
  const text = textOf(value);
  if (text === null) return html`–`;
  const parsed = parsedObject(text);
  if (parsed === null) return free(text);
  const pairs = Object.entries(parsed).map(
    ([name, each]) =>
      html`<li>${evidenceName(language, name)}${language === 'fr' ? '\u00a0' : ''}: <bdi class="code">${evidenceValue(language, each)}</bdi></li>`,
  );
  return html`<ul class="proof">${pairs}</ul>`;
}

function parsedObject(text: string): Cells | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Cells) : null;
  } catch {
    return null;
  }
}

function automaticTable({ automatic, messages }: LineView, language: Language): Markup {
  return table({
    language,
    caption: W.automatic[language],
    empty: WORDS.none[language],
    rows: automatic,
    columns: [
      { head: WORDS.rule, cell: (row) => code(`${row['rule']}@${row['version']}`) },
      { head: WORDS.field, cell: (row) => code(textOf(row['field'])) },
      { head: WORDS.before, cell: (row) => free(textOf(row['before'])) },
      { head: WORDS.after, cell: (row) => free(textOf(row['after'])) },
      { head: WORDS.why, cell: (row) => messages[String(row['rule'])]?.[language] ?? '' },
      { head: W.proof, cell: (row) => proof(row['proof'], language) },
    ],
  });
}

/** Edits that stand over the line or once did, each to be taken back with a reason. */
function historyTable(rows: readonly EditRow[], reader: Reader): Markup {
  const { language } = reader;
  const taken = new Set(rows.map(({ reverses }) => reverses));
  const canReverse = (row: EditRow) =>
    row.reverses === null && !taken.has(row.seq) && may(reader, 'compiler', 'reviewer');
  return table({
    language,
    caption: W.history[language],
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: W.number, cell: ({ seq }) => code(seq) },
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
      { head: WORDS.field, cell: ({ field }) => code(field) },
      { head: WORDS.before, cell: (row) => free(row.before) },
      { head: WORDS.after, cell: (row) => free(row.after) },
      {
        head: WORDS.reason,
        cell: (row) =>
          html`<bdi>${row.reason}</bdi>${row.reverses === null ? '' : html` (${filled(W.reverses[language], { seq: row.reverses })})`}`,
      },
      {
        head: W.reverse,
        cell: (row) =>
          canReverse(row)
            ? actForm(reader, {
                action: `/edits/${row.seq}/reverse`,
                submit: W.reverse[language],
                hidden: { line: `${row.submission}/${row.ordinal}` },
                id: `r${row.seq}`,
              })
            : '',
      },
    ],
  });
}

function effectsPart(view: LineView, language: Language): Markup {
  const { effects, then, decision } = view;
  const said = filled(W.effectsNote[language], {
    decision: decisionText(decision, language),
    state: codeText(language, textOf(then['state'])),
    mad: numberText(language, textOf(then['mad']) ?? '0'),
    count: effects.length,
  });
  const rows = [...effects].sort(byReach).slice(0, 200);
  const rest = rows.slice(FIRST_EFFECTS);
  const more = html`<details><summary>${filled(W.moreEffects[language], { count: rest.length })}</summary>${effectsTable(rest, language)}</details>`;
  return html`<h2>${W.effects[language]}</h2><p>${said}</p>${effectsTable(rows.slice(0, FIRST_EFFECTS), language)}${rest.length === 0 ? '' : more}`;
}

/** So many figures are shown at once, the others on demand. */
const FIRST_EFFECTS = 20;

function effectsTable(rows: LineView['effects'], language: Language): Markup {
  return table({
    ...{ language, caption: W.effects[language], quiet: true, empty: W.noEffect[language], rows },
    columns: [
      {
        head: W.figure,
        cell: ({ dataflow, key, period }) =>
          html`<a href="/figures/cell?id=${encodeURIComponent(`${dataflow}/${key}/${period}`)}">${code(key)}</a>`,
      },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: WORDS.before, numeric: true, cell: ({ before }) => number(language, before) },
      { head: WORDS.after, numeric: true, cell: ({ after }) => number(language, after) },
      {
        head: WORDS.change,
        numeric: true,
        cell: ({ before, after }) => change(language, differenceOf(before, after)),
      },
    ],
  });
}

/** Headline figures first: exports before other dataflows, the world before partners, years before months. */
function byReach(a: LineView['effects'][number], b: LineView['effects'][number]): number {
  const rank = ({ dataflow, key }: typeof a) => {
    const [freq = '', , partner] = key.split('.');
    return (dataflow === 'EXPORTS' ? 0 : 100) + (partner === 'W1' ? 0 : 10) + 'ASQM'.indexOf(freq);
  };
  return rank(a) - rank(b);
}

/** Decimal texts with two decimals. */
function differenceOf(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const cents = BigInt(after.replace('.', '')) - BigInt(before.replace('.', ''));
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
