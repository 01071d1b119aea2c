// The bulletin as one self-contained page in each language, ready to print: no address but its own, no script.

import { html, raw } from 'hono/html';
import { FIGURE_STYLE } from '../design/appearance/style-figures.ts';
import { LIGHT_TOKENS } from '../design/appearance/style-tokens.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { directionOf, type Language } from '../design/text.ts';
import { type BulletinInput, type BulletinModel, bulletinOf, type Statement } from './bulletin.ts';
import { valueMarkup } from './bulletin-value.ts';
import { BULLETIN, SENTENCES } from './bulletin-words.ts';
import { changesHeight, drawChanges } from './public/chart-changes.ts';
import type { Markup } from './public/chart-frame.ts';
import { driversOf } from './public/drivers.ts';
import { aYearBefore } from './public/edition.ts';
import type { Figure } from './public/figure.ts';
import { marksOf } from './public/figure-markup.ts';
import { numberText } from './public/number-text.ts';
import { periodText, shortPeriod } from './public/period-text.ts';
import { segmentName, shortSegment, toneOf } from './public/segment-name.ts';
import { sentence } from './public/sentence.ts';
import { FRAME, MARKS, UNIT_WORDS } from './public/words.ts';
import { HOME } from './public/words-home.ts';

/** The bulletin of a release in each language, from one model. */
export function bulletinPages(input: BulletinInput): { readonly [L in Language]: string } {
  const model = bulletinOf(input);
  const page = (language: Language) => bulletinPage(model, language).toString();
  return { ar: page('ar'), fr: page('fr'), en: page('en') };
}

/** The whole page of a language. */
function bulletinPage(model: BulletinModel, language: Language): Markup {
  const { source, period, vintage, id } = model;
  const { reference } = source;
  const title = `${reference.name[language]}: ${periodText(language, period)}`;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main>
${reference.synthetic ? html`<p class="synthetic">${FRAME.synthetic[language]}</p>` : ''}
<header><p>${BULLETIN.title[language]} · <bdi data-release="">${id}</bdi> · ${HOME[vintage][language]}</p><h1>${reference.name[language]}</h1><p class="period" data-period="${period}">${periodText(language, period)}</p></header>
<section><h2>${BULLETIN.main[language]}</h2>${model.findings.map((statement) => paragraph(model, language, statement))}</section>
${hasChanges(model) ? html`<section>${chart(model, language)}</section>` : ''}
<section><h2>${BULLETIN.table[language]}</h2>${table(model, language)}</section>
<section class="notes"><h2>${BULLETIN.read[language]}</h2>${model.notes.map((statement) => paragraph(model, language, statement))}
<p>${FRAME.contact[language]}${FRAME.colon[language]} ${reference.contact[language]}. ${FRAME.licence[language]}${FRAME.colon[language]} <bdi dir="ltr" data-licence="">${reference.licence}</bdi>.</p></section>
</main></body></html>
`;
}

/** A statement as a sentence of the language. */
function statementMarkup(
  model: BulletinModel,
  language: Language,
  { sentence: name, values }: Statement,
): Markup {
  const filled = Object.entries(values).map(([key, value]) => [
    key,
    valueMarkup({ model, language }, value, key === 'Segment'),
  ]);
  return sentence(SENTENCES[name][language], Object.fromEntries(filled));
}

function paragraph(model: BulletinModel, language: Language, statement: Statement): Markup {
  return html`<p data-sentence="${statement.sentence}">${statementMarkup(model, language, statement)}</p>`;
}

/** A chart of nothing but signs says less than the table below it. */
function hasChanges({ source, period }: BulletinModel): boolean {
  return driversOf(source, period).some(({ contribution }) => contribution.standing === 'value');
}

function chart({ source, period }: BulletinModel, language: Language): Markup {
  const drivers = driversOf(source, period);
  const changes = drivers.map(({ segment, contribution }) => ({
    tone: toneOf(source, segment),
    name: shortSegment(source, segment, language),
    figure: contribution,
  }));
  const total = {
    tone: 'total',
    name: HOME.total[language],
    figure: source.figure({ indicator: 'EXPORTS_YOY', period }),
  };
  const sheet = { language, form: 'wide', width: 640, height: changesHeight(drivers.length) } as const;
  const name = HOME.drivers[language];
  return html`<figure class="chart"><figcaption><strong>${name}</strong><span>${HOME.driversUnit[language]}</span></figcaption>${drawChanges(sheet, { name, changes, total })}</figure>`;
}

const COLUMNS = ['EXPORTS', 'EXPORTS_YOY', 'EXPORTS_SHARE', 'EXPORTS_CONTRIB'] as const;

function table({ source, period }: BulletinModel, language: Language): Markup {
  const before = aYearBefore(period);
  const codes = [...source.reference.segments.map(({ code }) => code), TOTAL_SEGMENT];
  const rows = codes.map((segment) => ({
    segment,
    figures: [
      source.figure({ indicator: 'EXPORTS', segment, period: before }),
      ...COLUMNS.map((indicator) => source.figure({ indicator, segment, period })),
    ],
  }));
  const heads = [
    html`<span data-period="${before}">${shortPeriod(language, before)}</span>`,
    html`<span data-period="${period}">${shortPeriod(language, period)}</span>`,
    `${HOME.growth[language]} (%)`,
    `${HOME.share[language]} (%)`,
    `${HOME.contribution[language]} (${UNIT_WORDS.points[language]})`,
  ];
  const marks = marksOf(rows.flatMap(({ figures }) => figures));
  return html`<table><caption>${UNIT_WORDS.inMillions[language]}</caption><thead><tr><th scope="col">${HOME.segment[language]}</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ segment, figures }) =>
      html`<tr${segment === TOTAL_SEGMENT ? raw(' class="total"') : ''}><th scope="row">${segmentName(source, segment)[language]}</th>${figures.map((figure, at) => html`<td class="n">${tableCell(language, figure, at === 2 || at === 4)}</td>`)}</tr>`,
  )}</tbody></table><p class="marks">${marks.map((mark) => html`<span><b>${MARKS[mark].sign[language]}</b> ${MARKS[mark].means[language]}</span> `)}</p>`;
}

function tableCell(language: Language, figure: Figure, signed: boolean): Markup {
  if (figure.standing !== 'value')
    return html`<span title="${MARKS[figure.standing].means[language]}">${MARKS[figure.standing].sign[language]}</span>`;
  const status = figure.preliminary ? html`<sup>${MARKS.preliminary.sign[language]}</sup>` : '';
  return html`<data class="num" value="${figure.printed}" data-cell="${figure.key}@${figure.period}">${numberText(language, figure.printed, signed ? 'always' : 'negative')}</data>${status}`;
}

const STYLE = `${LIGHT_TOKENS}
:root { --family: "IBM Plex Sans Arabic", "IBM Plex Sans", "Noto Sans Arabic", "Segoe UI", system-ui, sans-serif; --tiny: .8125rem; --small: .875rem; --lead: 1.125rem; --h2: 1.375rem; --h3: 1.25rem; --h1: 2rem; --figure: 3rem; --gap: 1.5rem; --measure: 68ch; }
*{box-sizing:border-box} body{margin:0;background:var(--ground);color:var(--ink);font:400 1rem/1.65 var(--family)} html[lang="ar"] body{line-height:1.85}
main{max-width:50rem;margin-inline:auto;padding:2.5rem 1.25rem} h1{font-size:var(--h1);line-height:1.3;margin:0} h2{font-size:1.25rem;margin:0 0 .5rem} p{margin:0 0 .75rem} section{margin-block-start:2rem}
header{border-block-start:4px solid var(--accent);padding-block-start:1rem} .period{font-size:1.25rem;color:var(--soft)} .synthetic{background:var(--caution-ground);color:var(--caution);border:1px solid var(--caution-line);padding:.5rem 1rem}
figure{margin:0} section>p:first-of-type{font-size:1.125rem} .notes p{font-size:.9375rem!important;color:var(--soft)} .marks{font-size:.8125rem;color:var(--soft)} .marks span{margin-inline-end:1.25rem} bdi{white-space:nowrap}
${FIGURE_STYLE}
.chart svg.wide{display:block!important;max-width:40rem} data.num,.num{unicode-bidi:isolate;direction:ltr;display:inline-block;font-variant-numeric:tabular-nums;white-space:nowrap} table{border-collapse:collapse}
@page{size:A4;margin:18mm} @media print{main{padding:0;max-width:none} body{font-size:10.5pt} section{break-inside:avoid}}`
  .replaceAll(/\s*\n\s*/g, ' ')
  .trim();
