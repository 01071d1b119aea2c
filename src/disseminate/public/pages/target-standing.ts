// Where a target stands on its own ground: last value, gap to the path, growth required, where the pace leads; the bridge
// to another scope with its unexplained part; and values of other scopes, without comparison.

import { html } from 'hono/html';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { sourceName } from '../../../design/source-name.ts';
import type { Target } from '../../../design/target.ts';
import type {
  BridgeTable,
  KnownValue,
  TargetAssessment,
  YearlyGrowth,
} from '../../../design/target-assessment.ts';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import { dataTable } from '../data-table.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { numberText, percentText } from '../number-text.ts';
import { sentence } from '../sentence.ts';
import { FRAME } from '../words.ts';
import { HOME } from '../words-home.ts';
import { STANDING } from '../words-standing.ts';
import { amount } from './targets-panel.ts';

/** What the release says of a target; nothing for a draft, or where no value is known. */
export function targetStanding(edition: Edition, language: Language, target: Target): Markup | '' {
  const assessment = edition.reference.assessments.find((each) => each.target === target.id);
  if (assessment === undefined || target.status === 'draft') return '';
  const { now, bridge, beside } = assessment;
  const lone = now !== null && assessment.known.length < 2 && target.measure !== 'rank';
  return html`${now === null ? '' : html`<dl class="facts">${facts(edition, language, target, assessment, now)}</dl>`}
${lone ? html`<p class="note">${STANDING.nothing[language]}</p>` : ''}
${
  beside.length === 0
    ? ''
    : html`<p class="note">${STANDING.beside[language]}${FRAME.colon[language]} ${listed(
        language,
        beside.map((each) => place(edition, language, target, each)),
      )}</p>`
}
${bridge === null ? '' : bridgeMarkup(edition, language, bridge)}`;
}

function facts(
  edition: Edition,
  language: Language,
  target: Target,
  { gap, required, pace }: TargetAssessment,
  now: KnownValue,
): Markup {
  const ahead = required.map(({ period, growth, reached }) =>
    reached || growth !== null
      ? html`<dt>${sentence(STANDING.required[language], { period: number(period) })}</dt><dd>${growth === null ? STANDING.reached[language] : growthText(language, growth)}</dd>`
      : '',
  );
  const kept = pace.map(
    ({ years, growth, leads }) =>
      html`<dt>${years === 1 ? STANDING.paceOfOne[language] : sentence(STANDING.pace[language], { years: number(String(years)) })}</dt><dd>${listed(
        language,
        leads.map(({ period, value }) =>
          sentence(STANDING.leads[language], {
            rate: number(percentText(language, growth.rate, 'always')),
            value: amount(language, value, target),
            period: number(period),
          }),
        ),
      )}</dd>`,
  );
  const behind =
    gap === null
      ? ''
      : html`<dt>${sentence(STANDING.gap[language], { period: number(now.period) })}</dt><dd>${amount(language, gap, target)}</dd>`;
  return html`<dt>${STANDING.now[language]}</dt><dd>${place(edition, language, target, now)}</dd>${behind}${ahead}${kept}`;
}

function growthText(language: Language, { rate, lower, upper }: YearlyGrowth): Markup {
  const yearly = sentence(STANDING.yearly[language], { rate: number(percentText(language, rate, 'always')) });
  if (lower === upper) return yearly;
  const range = sentence(STANDING.range[language], {
    lower: number(percentText(language, lower)),
    upper: number(percentText(language, upper)),
  });
  return html`${yearly} (${range})`;
}

function place(edition: Edition, language: Language, target: Target, known: KnownValue): Markup {
  const scope = scopeName(edition, language, known.scope);
  const ground = scope === '' ? '' : html` · ${scope}`;
  const source = known.released
    ? edition.reference.publisher[language]
    : sourceName(edition.reference.sourceNames, known.source)[language];
  return html`${amount(language, known.value, target)} (${number(known.period)}${ground} · <bdi>${source}</bdi>)`;
}

function bridgeMarkup(edition: Edition, language: Language, bridge: BridgeTable): Markup {
  const { from, to, unit, period, lines, unexplained, lower, upper, note } = bridge;
  const value = (text: string) => number(numberText(language, text));
  const range = sentence(STANDING.range[language], { lower: value(lower), upper: value(upper) });
  const rows = [
    { head: scopeName(edition, language, from.scope), cells: [value(from.value)] },
    ...lines.map((line) => ({ head: line.name[language], cells: [value(line.value)] })),
    { head: html`${STANDING.unexplained[language]} (${range})`, cells: [value(unexplained)] },
    { head: scopeName(edition, language, to.scope), cells: [value(to.value)], total: true },
  ];
  const caption = STANDING.bridge[language].replace('{period}', period);
  const table = dataTable(edition, language, {
    caption,
    subtitle: unitWords(unit)[language],
    columns: [{ title: STANDING.line[language] }, { title: STANDING.value[language], numeric: true }],
    rows,
  });
  return html`${table}<p class="note${bridge.closed ? '' : ' caution'}"><strong>${HOME[bridge.closed ? 'comparable' : 'notComparable'][language]}.</strong> ${note[language]}</p>`;
}

const SEPARATOR: { readonly [L in Language]: string } = { ar: '؛ ', fr: '\u00a0; ', en: '; ' };

function listed(language: Language, parts: readonly Markup[]): Markup {
  return html`${parts.map((part, at) => (at === 0 ? part : html`${SEPARATOR[language]}${part}`))}`;
}

function scopeName({ reference }: Edition, language: Language, scope: string | null): string {
  return reference.scopes.find(({ id }) => id === scope)?.name[language] ?? '';
}
