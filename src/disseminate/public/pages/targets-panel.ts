// Where each target stands, with its scope: a target of one scope is never read against a series of another.

import { html } from 'hono/html';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { sourceName } from '../../../design/source-name.ts';
import type { Target } from '../../../design/target.ts';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';
import { sentence } from '../sentence.ts';
import { HOME } from '../words-home.ts';
import { TARGETS } from '../words-targets.ts';

const VERDICTS = {
  comparable: HOME.comparable,
  'not comparable': HOME.notComparable,
  'no data': HOME.noData,
};

/** Targets of the exports indicator, as panels. */
export function exportTargets(edition: Edition, language: Language): Markup {
  const targets = edition.reference.targets.filter(({ indicator }) => indicator.startsWith('EXPORTS'));
  const shown = targets.length > 0 ? targets : edition.reference.targets.slice(0, 1);
  return html`<div class="panels">${shown.map((target) => targetPanel(edition, language, target))}</div>`;
}

/** One target: baseline, milestones, scope, and whether the released series may be read against it. */
export function targetPanel(edition: Edition, language: Language, target: Target, level: 2 | 3 = 3): Markup {
  const { baseline, milestones, comparability, scope } = target;
  const scopeName = edition.reference.scopes.find(({ id }) => id === scope)?.name[language];
  const start =
    baseline === null
      ? ''
      : html`<dt>${baseline.period === null ? HOME.undatedBaseline[language] : sentence(HOME.baseline[language], { period: number(baseline.period) })}</dt><dd>${amount(language, baseline.value, target)}</dd>`;
  const steps = milestones.map(
    ({ period, value }) =>
      html`<dt>${sentence(HOME.target[language], { period: number(period) })}</dt><dd><strong>${amount(language, value, target)}</strong></dd>`,
  );
  const ground =
    scopeName === undefined ? '' : html`<dt>${TARGETS.scope[language]}</dt><dd>${scopeName}</dd>`;
  return html`<article class="panel">${level === 2 ? html`<h2>${target.name[language]}</h2>` : html`<h3>${target.name[language]}</h3>`}
<dl class="facts">${start}${steps}${ground}<dt>${HOME.sourceHead[language]}</dt><dd><bdi>${sourceName(edition.reference.sourceNames, target.source)[language]}</bdi> <span class="pill">${TARGETS[target.status][language]}</span></dd></dl>
<p class="note${comparability.verdict === 'comparable' ? '' : ' caution'}"><strong>${VERDICTS[comparability.verdict][language]}.</strong> ${comparability.reason[language]}</p></article>`;
}

/** A value of a target with its unit in words. */
export function amount(language: Language, value: string, { unit, measure }: Target): Markup {
  return html`${number(numberText(language, value))} ${unitWords(unit, measure)[language]}`;
}
