// The form for small declarants: several lines of a quarter, without a script; nothing typed is lost.

import { html } from 'hono/html';
import type { Domain } from '../../../design/domain.ts';
import { FIELD_TEXTS } from '../../../design/field-texts.ts';
import { monthsOf, periodOf } from '../../../design/period.ts';
import { areaName } from '../../../design/platform-names.ts';
import { fill, type Language } from '../../../design/text.ts';
import { csrfField } from '../../page.ts';
import type { Markup } from '../../route.ts';
import { AMOUNT_FIELDS, type Row, type RowFault, type RowField } from '../form-rows.ts';
import { code, periodText, sentence } from '../printed.ts';
import { FORM } from '../words-form.ts';
import { SEND } from '../words-send.ts';
import { type DueView, nothingDue } from './due.ts';

export type FormView = {
  readonly domain: Domain;
  readonly quarter: string;
  readonly rows: readonly Row[];
  readonly faults: readonly RowFault[];
  /** Receipt of the declaration that this one will replace. */
  readonly replaces: string | null;
  readonly empty: boolean;
  readonly csrf: string;
};

/** The form of one quarter. */
export function formPage(view: FormView, language: Language): Markup {
  const { quarter, rows, replaces, csrf } = view;
  return html`<h1>${FORM.title[language]}</h1><p class="lead">${periodText(language, quarter)}</p><p>${FORM.lead[language]}</p>
${replaces === null ? '' : html`<p class="told">${fill(FORM.inForce[language], { receipt: `\u2068${replaces}\u2069` })}</p>`}
${faultList(view, language)}
<form class="declaration" method="post" action="/declare/form">${csrfField({ csrf })}<input type="hidden" name="period" value="${quarter}"><input type="hidden" name="rows" value="${rows.length}">
${rows.map((row, at) => rowFields(view, row, at, language))}
<div class="actions"><button class="plain" name="do" value="add">${FORM.add[language]}</button><button name="do" value="send">${SEND.send[language]}</button><button class="plain" name="do" value="check">${SEND.check[language]}</button></div></form>`;
}

export type QuartersView = Omit<DueView, 'due'> & { readonly quarters: readonly string[] };

/** Which quarter the form is for. */
export function quartersPage(view: QuartersView, language: Language): Markup {
  const { quarters, expected } = view;
  return html`<h1>${FORM.title[language]}</h1>${expected ? '' : nothingDue(view, language)}${
    quarters.length === 0
      ? html`<p>${FORM.none_due[language]}</p>`
      : html`<ul class="files">${quarters.map((quarter) => html`<li><a href="/declare/form?period=${quarter}">${periodText(language, quarter)} (${code(quarter)})</a></li>`)}</ul>`
  }`;
}

function faultList({ faults, empty }: FormView, language: Language): Markup | '' {
  if (empty) return html`<p class="told bad" role="alert">${FORM.empty[language]}</p>`;
  if (faults.length === 0) return '';
  const items = faults.map(({ row, field, said }) => {
    const where = `${fill(FORM.row[language], { number: row + 1 })}${language === 'ar' ? '،' : ','} ${FIELD_TEXTS[field]?.name[language]}`;
    return html`<li><a href="#${field}-${row + 1}">${where}</a>: ${said[language]}</li>`;
  });
  return html`<div class="told bad" role="alert"><p>${FORM.faults[language]}</p><ul>${items}</ul></div>`;
}

const FIRST: readonly RowField[] = [
  ...(['period', 'service_item', 'counterparty_country', 'currency'] as const),
  ...(['invoiced_amount', 'received_amount', 'received_abroad'] as const),
];
const OTHERS: readonly RowField[] = [
  ...(['netted_amount', 'opening_receivables', 'closing_receivables', 'related_amount'] as const),
  ...(['segment', 'headcount', 'digital_share', 'invoice_refs'] as const),
];

function rowFields(view: FormView, row: Row, at: number, language: Language): Markup {
  const fields = (names: readonly RowField[]) =>
    names.map((field) => fieldOf(view, row, at, field, language));
  const typed = OTHERS.some((field) => row[field] !== '');
  return html`<fieldset><legend>${fill(FORM.row[language], { number: at + 1 })}</legend><div class="cells">${fields(FIRST)}</div>
<details${typed ? html` open` : ''}><summary>${FORM.more[language]}</summary><div class="cells">${fields(OTHERS)}</div></details>
${view.rows.length > 1 ? html`<button class="plain" name="do" value="remove-${at + 1}">${FORM.remove[language]} (${at + 1})</button>` : ''}</fieldset>`;
}

function fieldOf(view: FormView, row: Row, at: number, field: RowField, language: Language): Markup {
  const name = `${field}-${at + 1}`;
  const fault = view.faults.find((each) => each.row === at && each.field === field);
  const text = FIELD_TEXTS[field];
  const control = choicesOf(view, field, language);
  const hinted = control === undefined;
  const said = [hinted ? `${name}-hint` : '', fault === undefined ? '' : `${name}-fault`].join(' ').trim();
  const described = said === '' ? '' : html` aria-describedby="${said}"`;
  const invalid = fault === undefined ? '' : html` aria-invalid="true"`;
  return html`<div class="field"><label for="${name}">${text?.name[language]}</label>${hinted ? html`<span class="hint" id="${name}-hint">${sentence(language, text?.expected[language] ?? '')}</span>` : ''}${fault === undefined ? '' : html`<span class="fault" id="${name}-fault">${fault.said[language]}</span>`}
${
  control === undefined
    ? html`<input id="${name}" name="${name}" value="${row[field]}" autocomplete="off"${described}${invalid}${isNumber(field) ? html` class="ltr" inputmode="decimal"` : ''}>`
    : html`<select id="${name}" name="${name}"${described}${invalid}>${control.map(([value, label]) => html`<option value="${value}"${value === row[field] ? html` selected` : ''}>${label}</option>`)}</select>`
}</div>`;
}

function isNumber(field: RowField): boolean {
  return AMOUNT_FIELDS.includes(field) || field === 'headcount' || field === 'digital_share';
}

type Choices = readonly (readonly [string, string])[];

function choicesOf({ domain, quarter }: FormView, field: RowField, language: Language): Choices | undefined {
  const none = ['', FORM.none[language]] as const;
  const named = (of: string, name: string) => [of, `${of} · ${name}`] as const;
  if (field === 'period')
    return monthsOf(periodOf(quarter)).map((month) => [month, periodText(language, month)] as const);
  if (field === 'service_item')
    return [
      none,
      ...domain.natures
        .filter(({ treatment }) => treatment === 'export')
        .map((nature) => named(nature.code, nature.name[language])),
    ];
  if (field === 'segment')
    return [none, ...domain.segments.map((segment) => named(segment.code, segment.name[language]))];
  if (field === 'counterparty_country')
    return [
      none,
      ...domain.countries.map((country) => named(country.code, areaName(country.code)?.[language] ?? '')),
    ];
  if (field === 'currency')
    return domain.currencies.map((currency) => [currency.code, currency.code] as const);
  return undefined;
}
