// A reference of the bulletin as a language reads it: number, unit, plural and gender by rule, digits kept in order.

import { html } from 'hono/html';
import { fill, type Language } from '../design/text.ts';
import type { BulletinModel, Form, Value } from './bulletin.ts';
import { BULLETIN, COUNTED, FRACTIONS, NUMBERS } from './bulletin-words.ts';
import type { Markup } from './public/chart-frame.ts';
import type { Figure } from './public/figure.ts';
import { inThousands, numberText, type SignShown } from './public/number-text.ts';
import { periodText, withinPeriod } from './public/period-text.ts';
import { segmentInSentence } from './public/segment-name.ts';
import { sentence } from './public/sentence.ts';
import { MARKS } from './public/words.ts';
import { HEADLINE } from './public/words-home.ts';

type Reading = { readonly model: BulletinModel; readonly language: Language };
type Of<K extends Value['kind']> = Extract<Value, { readonly kind: K }>;

/** The value as markup; `capital` where it opens a sentence. */
export function valueMarkup(reading: Reading, value: Value, capital = false): Markup | string {
  const text = READERS[value.kind](reading, value as never);
  return capital && typeof text === 'string' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const READERS: { readonly [K in Value['kind']]: (reading: Reading, value: Of<K>) => Markup | string } = {
  cell: ({ language }, { figure, form }) => cellMarkup(language, figure, form),
  apparent: ({ language }, { text, of }) =>
    sentence(BULLETIN.percent[language], {
      value: html`<data class="num" value="${text}" data-derived="${of.map(cellName).join(' ')}">${numberText(language, text, 'always')}</data>`,
    }),
  period: ({ language }, { period, within }) =>
    html`<span data-period="${period}">${within ? withinPeriod(language, period) : yearOrPeriod(language, period)}</span>`,
  segment: ({ model, language }, { code }) => segmentInSentence(model.source, code, language),
  segments: ({ model, language }, { codes }) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      codes.map((code) => segmentInSentence(model.source, code, language)),
    ),
  count: ({ language }, { n }) => countedSegments(language, n),
  fraction: ({ language }, { at }) => FRACTIONS[at]?.words[language] ?? '',
  subject: ({ language }) => HEADLINE.subject[language],
  scope: ({ model, language }) => html`<span data-scope="">${scopeOf(model)?.name[language] ?? ''}</span>`,
  covers: ({ model, language }) => (scopeOf(model)?.covers[language] ?? '').replace(/\.$/, ''),
};

/** "two segments", "فرعين": the number in words, the noun in the form that the number asks for. */
export function countedSegments(language: Language, n: number): string {
  const template = COUNTED[new Intl.PluralRules(language).select(n)][language];
  return fill(template, { n: NUMBERS[n]?.[language] ?? numberText(language, String(n)) });
}

const SIGNS: { readonly [F in Form]: SignShown } = {
  money: 'negative',
  percent: 'negative',
  percent_signed: 'always',
  percent_plain: 'negative',
  points: 'always',
  points_plain: 'negative',
};

function cellMarkup(language: Language, figure: Figure, form: Form): Markup {
  if (figure.standing !== 'value') return html`<span>${MARKS[figure.standing].means[language]}</span>`;
  const bare = form === 'percent' || form === 'points_plain';
  const printed = bare ? figure.printed.replace(/^-/, '') : figure.printed;
  const large = form === 'money' && printed.replace('-', '').length > 3;
  const shown = large ? inThousands(printed) : printed;
  const number = html`<data class="num" value="${figure.printed}" data-cell="${cellName(figure)}">${numberText(language, shown, SIGNS[form])}</data>`;
  return sentence(unitTemplate(language, form, shown, large), { value: number });
}

function unitTemplate(language: Language, form: Form, shown: string, large: boolean): string {
  if (form.startsWith('percent')) return BULLETIN.percent[language];
  const decimals = shown.split('.')[1]?.length ?? 0;
  const rules = new Intl.PluralRules(language, { minimumFractionDigits: decimals });
  const category = rules.select(Math.abs(Number(shown)));
  if (form.startsWith('points')) return (POINTS[category] ?? BULLETIN.points_other)[language];
  if (large) return (category === 'one' ? BULLETIN.billion_one : BULLETIN.billions)[language];
  return (category === 'few' ? BULLETIN.millions_few : BULLETIN.millions)[language];
}

const POINTS: { readonly [category: string]: (typeof BULLETIN)['points_one' | 'points_few'] } = {
  one: BULLETIN.points_one,
  few: BULLETIN.points_few,
};

function cellName({ key, period }: Figure): string {
  return `${key}@${period}`;
}

function yearOrPeriod(language: Language, period: string): string {
  return /^\d+$/.test(period) ? period : periodText(language, period);
}

function scopeOf({ source: { reference } }: BulletinModel) {
  return reference.scopes.find(({ id }) => id === reference.scope);
}
