// The datasets: a list, and for each its dimensions, files, lasting addresses, reference metadata and ready programs.

import { html } from 'hono/html';
import { TOTAL_SEGMENT, WORLD } from '../../../design/key.ts';
import { fill, type Language } from '../../../design/text.ts';
import { citation } from '../../provenance.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';
import { linkTo, type Page } from '../page.ts';
import { dayText, instantText } from '../period-text.ts';
import { upcomingReleases } from '../release-dates.ts';
import type { ReleasedFlow, ReleasedSeries } from '../released.ts';
import { snippets } from '../snippets.ts';
import { FRAME } from '../words.ts';
import { DATA } from '../words-data.ts';
import { fileLinks } from './files.ts';

/** All datasets of the latest release. */
export function datasetsPage(edition: Edition, language: Language): Page {
  const flows = edition.release.flows.flatMap((id) => edition.release.flow(id) ?? []);
  const rows = flows.map(
    (flow) =>
      html`<li><a href="${linkTo(language, `data/${flow.definition.id}`)}">${flow.definition.name[language]}</a> <small>${sizeOf(flow, language)}</small><p>${flow.definition.description[language]}</p></li>`,
  );
  return {
    title: DATA.title[language],
    description: DATA.lead[language],
    current: 'data',
    content: html`<h1>${DATA.title[language]}</h1><p class="lead">${DATA.lead[language]}</p><section><ul class="stack">${rows}</ul></section>`,
  };
}

/** One dataset; undefined when the latest release has none of that id. */
export function datasetPage(
  edition: Edition,
  language: Language,
  id: string,
  origin: string,
): Page | undefined {
  const flow = edition.release.flows.includes(id) ? edition.release.flow(id) : undefined;
  if (flow === undefined) return undefined;
  const { name, description } = flow.definition;
  return {
    title: name[language],
    description: description[language],
    current: 'data',
    content: html`<nav class="crumbs" aria-label="${DATA.title[language]}"><ol class="plain"><li><a href="${linkTo(language, 'data')}">${DATA.title[language]}</a></li><li aria-current="page">${name[language]}</li></ol></nav>
<h1>${name[language]}</h1><p class="lead">${description[language]}</p>
<section>${facts(edition, flow, language)}</section>
<section><h2>${DATA.dimensions[language]}</h2>${dimensions(edition, flow, language)}</section>
<section class="downloads"><h2>${DATA.files[language]}</h2>${fileLinks(edition, language, namesOf(edition, id))}</section>
<section><h2>${DATA.api[language]}</h2><p>${DATA.apiLead[language]}</p>${addresses(edition, id, language)}</section>
<section><h2>${DATA.snippets[language]}</h2>${ready(edition, flow, language, origin)}</section>
<section><h2>${DATA.metadata[language]}</h2>${metadata(edition, id, language)}</section>`,
  };
}

function sizeOf({ series }: ReleasedFlow, language: Language): string {
  const observations = series.reduce((total, each) => total + each.observations.length, 0);
  const count = (value: number) => numberText(language, String(value));
  return fill(DATA.size[language], { series: count(series.length), observations: count(observations) });
}

function facts({ release, reference }: Edition, flow: ReleasedFlow, language: Language): Markup {
  const { definition } = flow;
  const { manifest } = release;
  const [next] = upcomingReleases(release);
  const upcoming =
    next === undefined ? '' : html`<dt>${DATA.next[language]}</dt><dd>${dayText(language, next.due)}</dd>`;
  return html`<dl class="facts"><dt>${DATA.identifier[language]}</dt><dd><bdi dir="ltr">${`${manifest.agency}:${definition.id}(${definition.version})`}</bdi> · ${sizeOf(flow, language)}</dd>
<dt>${DATA.published[language]}</dt><dd>${instantText(language, release.published, reference.timeZone)}</dd>${upcoming}
<dt>${FRAME.licence[language]}</dt><dd><bdi dir="ltr">${reference.licence}</bdi></dd><dt>${DATA.cite[language]}</dt><dd>${citation({ reference, manifest }, language)}</dd></dl>`;
}

const SHOWN = 3;

function dimensions({ release }: Edition, { definition, series }: ReleasedFlow, language: Language): Markup {
  const lists = new Map(release.structure.codelists?.map(({ id, codes }) => [id, codes]) ?? []);
  const rows = definition.dimensions.map(({ id, name, codelist }, at) => {
    const values = [...new Set(series.map(({ parts }) => parts[at] ?? ''))].sort();
    const codes = codelist === null ? [] : (lists.get(codelist) ?? []);
    const examples = values.slice(0, SHOWN).map((value) => {
      const named = codes.find((code) => code.id === value)?.names[language];
      return html`<li><bdi dir="ltr">${value}</bdi>${named === undefined || named === value ? '' : ` ${named}`}</li>`;
    });
    return html`<tr><th scope="row">${name[language]}<br><small><bdi dir="ltr">${id}</bdi></small></th><td>${number(numberText(language, String(values.length)))}</td><td><ul class="plain">${examples}</ul></td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${DATA.dimensions[language]}"><table><thead><tr><th scope="col">${DATA.dimension[language]}</th><th scope="col">${DATA.codes[language]}</th><th scope="col">${DATA.example[language]}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function namesOf({ files }: Edition, id: string): readonly string[] {
  return files.map(({ name }) => name).filter((name) => name.startsWith(`${id}.`));
}

function addresses({ release: { manifest } }: Edition, id: string, language: Language): Markup {
  const place = `${manifest.agency}/${id}/~`;
  const links = [
    [DATA.data, `/sdmx/3/data/dataflow/${place}/*`],
    [DATA.structure, `/sdmx/3/structure/dataflow/${place}?references=descendants`],
    [DATA.metadata, `/sdmx/3/metadata/structure/dataflow/${place}`],
    [DATA.schema, `/sdmx/3/schema/dataflow/${place}`],
  ] as const;
  const rows = links.map(
    ([name, path]) =>
      html`<dt>${name[language]}</dt><dd><a href="${path}"><bdi dir="ltr">${path}</bdi></a></dd>`,
  );
  return html`<dl class="facts">${rows}<dt>OpenAPI</dt><dd><a href="/api/openapi.json"><bdi dir="ltr">/api/openapi.json</bdi></a></dd></dl>`;
}

/** The address that snippets name when the server was not told where the public reaches it. */
const UNKNOWN_ORIGIN = 'http://127.0.0.1:8080';

function ready({ release }: Edition, flow: ReleasedFlow, language: Language, origin: string): Markup {
  const { agency } = release.manifest;
  const key = fullest(flow.series)?.key ?? '*';
  const read = { origin: origin === '' ? UNKNOWN_ORIGIN : origin, agency, flow: flow.definition.id, key };
  const blocks = snippets(read).map(
    ({ name, text }) =>
      html`<details><summary><bdi dir="ltr">${name}</bdi></summary><pre class="copy" dir="ltr" lang="en" tabindex="0"><code>${text}</code></pre></details>`,
  );
  const lead = fill(DATA.snippetsLead[language], { key: `\u2066${key}\u2069` });
  return html`<p>${lead}</p><div class="stack">${blocks}</div>`;
}

/** The series with the most numbers; of several, the one of totals, then the first. */
function fullest(series: readonly ReleasedSeries[]): ReleasedSeries | undefined {
  const numbers = ({ observations }: ReleasedSeries) =>
    observations.filter(({ value }) => value !== null).length;
  const totals = ({ parts }: ReleasedSeries) =>
    parts.filter((part) => part === WORLD || part === TOTAL_SEGMENT).length;
  const ranked = series.map((each) => ({ each, rank: [numbers(each), totals(each)] as const }));
  const before = (a: (typeof ranked)[number], b: (typeof ranked)[number]) =>
    b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1];
  return ranked.toSorted(before)[0]?.each;
}

function metadata({ reference }: Edition, id: string, language: Language): Markup {
  const entries = reference.metadata
    .filter(({ dataflow }) => dataflow === id)
    .map(({ title, text }) => html`<dt>${title[language]}</dt><dd>${text[language]}</dd>`);
  return html`<dl class="facts">${entries}</dl>`;
}
