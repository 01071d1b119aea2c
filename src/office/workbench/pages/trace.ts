// How a figure was made, as a tree that opens by itself: the formula, the cells under it, and the origin of levels.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { TraceView } from '../desk-comparing.ts';
import { code, number } from '../number.ts';
import { type Column, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { FIGURES as W } from '../words-figures.ts';

type Row = { readonly [column: string]: unknown };

/** A traced cell and everything under it. */
export function tracePart(trace: TraceView, language: Language): Markup {
  const { formula, sums, members, origin, lines } = trace;
  return html`<div class="trace"><p>${cellLink(trace)} = ${number(language, trace.value)} ${trace.agrees ? '' : state(W.disagrees[language], 'bad')}</p>
${formula === null ? '' : html`<p>${W.formula[language]}: <bdi dir="ltr" class="code free">${formula.text}</bdi></p>`}
${members.map((member) => html`<details open><summary>${code(member.key)} ${code(member.period)}</summary>${tracePart(member, language)}</details>`)}
${sums.map((sum) => sumPart(sum, language))}
${origin === null ? '' : originPart(origin, language)}
${lines.length === 0 ? '' : linesPart(lines, language)}</div>`;
}

function cellLink({ dataflow, key, period }: TraceView): Markup {
  const id = encodeURIComponent(`${dataflow}/${key}/${period}`);
  return html`<a href="/figures/cell?id=${id}">${code(`${key} ${period}`)}</a>`;
}

function sumPart({ over, parts, agrees }: TraceView['sums'][number], language: Language): Markup {
  const title = filled(W.sumOver[language], { over: codeText(language, over) });
  return html`<details><summary>${title} ${agrees ? '' : state(W.disagrees[language], 'bad')}</summary>${table(
    {
      language,
      caption: title,
      empty: WORDS.none[language],
      rows: parts,
      columns: [
        {
          head: W.key,
          cell: ({ cell }) => html`<a href="/figures/cell?id=${encodeURIComponent(cell)}">${code(cell)}</a>`,
        },
        { head: W.now, numeric: true, cell: ({ value }) => number(language, value) },
      ],
    },
  )}</details>`;
}

function originPart(origin: NonNullable<TraceView['origin']>, language: Language): Markup {
  const text = (name: string): Column<Row> => ({
    head: HEADS[name] ?? name,
    cell: (row) => textCell(row, name, language),
  });
  const numeric = (name: string): Column<Row> => ({
    head: HEADS[name] ?? name,
    numeric: true,
    cell: (row) => number(language, row[name] as string | null),
  });
  const part = (caption: string, rows: readonly Row[], columns: readonly Column<Row>[]) =>
    rows.length === 0
      ? ''
      : html`<details><summary>${caption}</summary>${table({ language, caption, empty: '', rows: rows.slice(0, 200), columns })}</details>`;
  return html`${part(filled(W.contributions[language], { holdings: origin.holdings }), origin.contributions, [text('source'), text('status'), numeric('lines'), numeric('amount')])}
${part(W.states[language], origin.states, [text('state'), text('reason'), numeric('lines'), numeric('amount')])}
${part(W.rates[language], origin.rates, [text('currency'), text('month'), numeric('rate'), numeric('lines'), numeric('foreign'), numeric('amount')])}
${part(W.rules[language], origin.rules, [text('rule'), text('severity'), numeric('lines')])}
${part(W.edits[language], origin.edits, [text('rule'), text('cause'), text('reason'), text('author'), numeric('edits'), text('example')])}
${part(W.files[language], origin.files, [fileColumn(), text('sender'), text('period'), numeric('lines'), numeric('amount')])}`;
}

const HEADS: { readonly [name: string]: Column<Row>['head'] } = {
  ...{ source: WORDS.source, status: W.status, lines: WORDS.lines, amount: WORDS.value, state: WORDS.state },
  ...{ reason: WORDS.why, currency: WORDS.unit, month: WORDS.month, rate: W.rates, rule: WORDS.rule },
  ...{
    severity: WORDS.severity,
    cause: WORDS.cause,
    author: WORDS.author,
    edits: W.edits,
    sender: WORDS.sender,
  },
  ...{ period: WORDS.period, example: WORDS.line, foreign: WORDS.unit },
};

const NAMED: ReadonlySet<string> = new Set(['state', 'severity', 'cause', 'source', 'status']);

function textCell(row: Row, name: string, language: Language): Markup | string {
  const value = row[name];
  if (value === null || value === undefined) return '–';
  return NAMED.has(name) ? codeText(language, String(value)) : code(String(value));
}

function fileColumn(): Column<Row> {
  return {
    head: WORDS.file,
    cell: (row) => html`<a href="/submissions/${String(row['submission'])}">${code(String(row['name']))}</a>`,
  };
}

function linesPart(lines: readonly Row[], language: Language): Markup {
  const place = (row: Row) => `${row['submission']}/${row['ordinal']}`;
  return html`<details><summary>${W.largest[language]}</summary>${table({
    language,
    caption: W.largest[language],
    empty: '',
    rows: lines,
    columns: [
      {
        head: WORDS.line,
        cell: (row) =>
          Number(row['submission']) > 0
            ? html`<a href="/lines/${place(row)}">${code(place(row))}</a>`
            : code(place(row)),
      },
      { head: WORDS.sender, cell: (row) => code(String(row['sender'])) },
      { head: WORDS.enterprise, cell: (row) => code(row['enterprise'] as string | null) },
      { head: WORDS.month, cell: (row) => code(row['month'] as string | null) },
      { head: WORDS.value, numeric: true, cell: (row) => number(language, row['mad'] as string | null) },
      { head: WORDS.state, cell: (row) => codeText(language, String(row['state'])) },
    ],
  })}</details>`;
}
