// Methodology and quality: scopes, indicators and precision, signs, confidentiality, reference metadata.

import { html } from 'hono/html';
import type { Indicator, ReferenceMetadata, Scope } from '../../../design/domain.ts';
import type { Language, Text } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import type { Page } from '../page.ts';
import { FRAME, MARKS, MENU } from '../words.ts';
import { HOME } from '../words-home.ts';
import { PAGES } from '../words-pages.ts';
import { qualityTable } from './quality-table.ts';

export function methodologyPage(edition: Edition, language: Language): Page {
  const { reference } = edition;
  return {
    title: MENU.methodology[language],
    description: PAGES.methodologyLead[language],
    current: 'methodology',
    content: html`<h1>${PAGES.methodologyTitle[language]}</h1><p class="lead">${PAGES.methodologyLead[language]}</p>
<section><h2>${PAGES.scopes[language]}</h2><p>${PAGES.scopesLead[language]}</p><div class="panels">${reference.scopes.map((scope) => scopePanel(reference.scopes, language, scope))}</div></section>
<section><h2>${PAGES.indicators[language]}</h2>${indicatorTable(reference.indicators, language)}</section>
<section class="prose"><h2>${PAGES.roundingTitle[language]}</h2><p>${HOME.rounding[language]}</p>
<h2>${PAGES.protection[language]}</h2><p>${PAGES.protectionText[language]}</p>
${reference.synthetic ? html`<h2>${PAGES.syntheticTitle[language]}</h2><p>${PAGES.syntheticText[language]}</p>` : ''}</section>
${qualityTable(edition, language)}
<section><h2>${PAGES.codes[language]}</h2>${signs(language)}</section>
<section><h2>${PAGES.referenceMetadata[language]}</h2>${metadata(edition, language)}</section>`,
  };
}

function scopePanel(scopes: readonly Scope[], language: Language, scope: Scope): Markup {
  const nameOf = (id: string) => scopes.find((each) => each.id === id)?.name[language] ?? id;
  const verdicts = scope.comparability.map(
    ({ scope: other, verdict, note }) =>
      html`<p class="note${verdict === 'comparable' ? '' : ' caution'}"><strong>${nameOf(other)}: ${(verdict === 'comparable' ? HOME.comparable : HOME.notComparable)[language]}.</strong> ${note[language]}</p>`,
  );
  return html`<article class="panel stack"><h3>${scope.name[language]}</h3><p>${scope.covers[language]}</p><p><strong>${PAGES.concept[language]}:</strong> ${PAGES[scope.concept][language]}</p>${verdicts}</article>`;
}

function indicatorTable(indicators: readonly Indicator[], language: Language): Markup {
  const rows = indicators.map(
    (indicator) =>
      html`<tr><th scope="row">${indicator.name[language]}<br><small><bdi dir="ltr">${indicator.id}</bdi></small></th><td>${indicator.description[language]}</td><td>${precision(indicator)[language]}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${PAGES.indicators[language]}"><table><thead><tr><th scope="col">${HOME.indicator[language]}</th><th scope="col">${PAGES.definition[language]}</th><th scope="col">${PAGES.precision[language]}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function precision({ unitMult, decimals }: Indicator): Text {
  if (unitMult === 6 && decimals === 0) return PAGES.wholeMillions;
  return decimals === 0 ? PAGES.whole : PAGES.decimals;
}

function signs(language: Language): Markup {
  const entries = Object.values(MARKS).map(
    ({ sign, means }) => html`<dt>${sign[language]}</dt><dd>${means[language]}</dd>`,
  );
  return html`<dl class="facts">${entries}</dl>`;
}

/** What is said of all dataflows stands once; what is said of one, under its name. */
function metadata({ reference }: Edition, language: Language): Markup {
  const { dataflows, metadata: all } = reference;
  const isCommon = ({ concept, text }: ReferenceMetadata) =>
    all.filter((each) => each.concept === concept && each.text.en === text.en).length === dataflows.length;
  const listed = (entries: readonly ReferenceMetadata[]) =>
    entries.map(({ title, text }) => html`<dt>${title[language]}</dt><dd>${text[language]}</dd>`);
  const own = dataflows.map(({ id, name }) => {
    const entries = all.filter((each) => each.dataflow === id && !isCommon(each));
    return entries.length === 0
      ? ''
      : html`<h3>${name[language]}</h3><dl class="facts">${listed(entries)}</dl>`;
  });
  const common = all.filter((each) => each.dataflow === dataflows[0]?.id && isCommon(each));
  return html`${own}<h3>${PAGES.allData[language]}</h3><dl class="facts">${listed(common)}<dt>${FRAME.licence[language]}</dt><dd><bdi dir="ltr">${reference.licence}</bdi></dd><dt>${FRAME.contact[language]}</dt><dd>${reference.contact[language]}</dd></dl>`;
}
