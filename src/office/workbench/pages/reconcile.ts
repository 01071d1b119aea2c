// Compiled figures beside the printed ones, those of months that the run covers judged.

import { html } from 'hono/html';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { ReconcileView } from '../desk-comparing.ts';
import type { Reader } from '../form.ts';
import { change, code, number, numberText } from '../number.ts';
import { heading } from '../section.ts';
import { type Column, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { FIGURES as W } from '../words-figures.ts';

type Row = ReconcileView['rows'][number];

/** Compiled figures beside the printed ones. */
export function reconcilePage({ run, rows }: ReconcileView, { language }: Reader): Markup {
  const title = heading(language, 'figures', '/reconcile', W.reconcile[language]);
  if (run === null) return html`${title}<p class="empty">${WORDS.noRun[language]}</p>`;
  const judged = rows.filter(({ role, covered }) => role === 'constraint' && covered);
  const met = judged.filter(({ inside }) => inside === true).length;
  const said =
    judged.length === 0 ? W.nothingCovered[language] : filled(W.met[language], { met, all: judged.length });
  return html`${title}<p>${WORDS.run[language]} ${code(run)}. ${said}</p>${table({
    ...{ language, rows, quiet: true, caption: W.reconcile[language], empty: WORDS.none[language] },
    columns: columnsIn(language),
  })}`;
}

function columnsIn(language: Language): readonly Column<Row>[] {
  return [
    { head: W.indicator, cell: ({ names, indicator }) => named(names.indicator[language], indicator) },
    { head: WORDS.segment, cell: ({ names, segment }) => named(names.segment[language], segment) },
    {
      head: WORDS.period,
      cell: ({ period, scope }) => html`${code(period)} ${scope === 'LEGACY' ? code(scope) : ''}`,
    },
    { head: W.role, cell: ({ role }) => codeText(language, role) },
    {
      head: W.printedAs,
      numeric: true,
      cell: ({ printed, unit }) => html`${number(language, printed)} ${unitWords(unit)[language]}`,
    },
    { head: W.interval, numeric: true, cell: (row) => intervalOf(row, language) },
    { head: W.compiled, numeric: true, cell: (row) => compiledOf(row, language) },
    { head: WORDS.state, cell: (row) => verdictOf(row, language) },
    {
      head: W.distance,
      numeric: true,
      cell: ({ distance }) => change(language, distance === null ? null : shortened(distance)),
    },
  ];
}

/** A name in words, with the code that files and keys carry. */
function named(name: string, id: string): Markup {
  return html`${name} <small>${code(id)}</small>`;
}

function intervalOf({ lower, upper }: Row, language: Language): Markup | string {
  if (lower === null || upper === null) return '–';
  return html`<bdi dir="ltr" class="num">[${numberText(language, lower)}; ${numberText(language, upper)}]</bdi>`;
}

function compiledOf({ compiled, covered }: Row, language: Language): Markup | string {
  if (compiled === null) return (covered ? W.notCompiled : W.notCovered)[language];
  return number(language, shortened(compiled));
}

function verdictOf({ inside, role }: Row, language: Language): Markup | string {
  if (inside === null || role !== 'constraint') return W.shownOnly[language];
  return inside ? state(W.inside[language], 'good') : state(W.outside[language], 'bad');
}

/** At most six decimals are read on a page. */
function shortened(text: string): string {
  const [whole = '', fraction] = text.split('.');
  return fraction === undefined ? whole : `${whole}.${fraction.slice(0, 6)}`;
}
