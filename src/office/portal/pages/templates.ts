// Templates to download, and what every field and code means.

import { html } from 'hono/html';
import type { Domain } from '../../../design/domain.ts';
import { areaName, currencyName } from '../../../design/platform-names.ts';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Respondent } from '../desk.ts';
import { code, sentence } from '../printed.ts';
import { type Cell, table } from '../table.ts';
import { fieldRows } from '../template-file.ts';
import { WORDS } from '../words.ts';
import { TEMPLATES } from '../words-help.ts';
import { REPORT } from '../words-send.ts';

/** The page of templates, fields and code lists. */
export function templatesPage(domain: Domain, respondent: Respondent, language: Language): Markup {
  const address = `/declare/templates/${respondent.type}`;
  return html`<h1>${WORDS.templates[language]}</h1><p class="lead">${TEMPLATES.lead[language]}</p>
<p class="files"><a href="${address}/csv">${TEMPLATES.empty[language]} (CSV)</a> <a href="${address}/xlsx">${TEMPLATES.empty[language]} (XLSX)</a> <a href="${address}/csv?example=1">${TEMPLATES.example[language]} (CSV)</a> <a href="${address}/xlsx?example=1">${TEMPLATES.example[language]} (XLSX)</a></p>
<p class="hint">${TEMPLATES.exampleNote[language]}</p>
<section><h2>${TEMPLATES.fields[language]}</h2>${fieldTable(respondent, language)}</section>
<section><h2>${TEMPLATES.lists[language]}</h2>${listsOf(domain, language).map(
    ({ title, columns, rows }) =>
      html`<details><summary>${title}</summary>${table(title, columns, rows)}</details>`,
  )}</section>`;
}

function fieldTable(respondent: Respondent, language: Language): Markup {
  const columns = [
    { title: TEMPLATES.heading[language] },
    { title: TEMPLATES.name[language] },
    { title: TEMPLATES.required[language] },
    { title: REPORT.expected[language] },
  ];
  const rows = fieldRows({ respondent, language }).map(
    ([id = '', heading = '', required = '', expected = '']): readonly Cell[] => [
      heading,
      code(id),
      required === '' ? '' : TEMPLATES.yes[language],
      sentence(language, expected),
    ],
  );
  return table(TEMPLATES.fields[language], columns, rows);
}

type List = {
  readonly title: string;
  readonly columns: readonly { readonly title: string }[];
  readonly rows: readonly (readonly Cell[])[];
};

function listsOf(domain: Domain, language: Language): readonly List[] {
  const plain = [{ title: TEMPLATES.code[language] }, { title: TEMPLATES.meaning[language] }];
  const measured = (treatment: string) =>
    treatment === 'export' ? TEMPLATES.yes[language] : TEMPLATES.no[language];
  return [
    {
      title: TEMPLATES.natures[language],
      columns: [...plain, { title: TEMPLATES.treatment[language] }],
      rows: domain.natures.map((each) => [code(each.code), each.name[language], measured(each.treatment)]),
    },
    {
      title: TEMPLATES.segments[language],
      columns: plain,
      rows: domain.segments.map((each) => [code(each.code), each.name[language]]),
    },
    {
      title: TEMPLATES.currencies[language],
      columns: plain,
      rows: domain.currencies.map((each) => [code(each.code), currencyName(each.code)?.[language] ?? '']),
    },
    {
      title: TEMPLATES.countries[language],
      columns: plain,
      rows: domain.countries.map((each) => [code(each.code), areaName(each.code)?.[language] ?? '']),
    },
  ];
}
