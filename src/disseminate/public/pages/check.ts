// The page that judges the numbers of a text: a form, and the text back with a verdict on each number. No script needed.

import { html } from 'hono/html';
import { directionOf, fill, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../design/text.ts';
import type { Steps } from '../../../engine/slices.ts';
import type { Markup } from '../chart-frame.ts';
import { type CheckedClaim, type CheckedText, type CheckQuestion, LONGEST_TEXT } from '../checked-text.ts';
import { linkTo, type Page } from '../page.ts';
import { FRAME } from '../words.ts';
import { ASKED_WRONG, CHECK, FAULTS, VERDICTS } from '../words-check.ts';

export type CheckState = {
  readonly question: Partial<CheckQuestion>;
  readonly today: string;
  /** Why there is no answer: a key of ASKED_WRONG. */
  readonly fault?: string;
  readonly answer?: CheckedText;
};

/** The page in steps: a long text has many numbers to show. */
export function* checkPage(state: CheckState, language: Language): Steps<Page> {
  const { fault, answer, question } = state;
  const judged = answer === undefined ? '' : yield* answerOf(answer, question.text ?? '', language);
  return {
    title: CHECK.title[language],
    description: CHECK.lead[language],
    current: 'check',
    index: answer === undefined && fault === undefined,
    content: html`<h1>${CHECK.title[language]}</h1><p class="lead">${CHECK.lead[language]}</p>
${fault === undefined ? '' : html`<p class="alert" role="alert">${ASKED_WRONG[fault]?.[language] ?? fault}</p>`}
${judged}
${formOf(state, language)}`,
  };
}

function formOf({ question, today }: CheckState, language: Language): Markup {
  const chosen = (name: string, value: string | null | undefined) =>
    name === (value ?? '') ? ' selected' : '';
  const languages = LANGUAGES.map(
    (each) =>
      html`<option value="${each}"${chosen(each, question.language)}>${LANGUAGE_NAMES[each]}</option>`,
  );
  const figures = (['printed', 'released'] as const).map((each) => {
    const checked = (question.figures ?? 'printed') === each ? ' checked' : '';
    return html`<label class="choice"><input type="radio" name="figures" value="${each}"${checked}> ${CHECK[each][language]}</label>`;
  });
  return html`<form class="check" method="post" action="${linkTo(language, 'check')}" accept-charset="utf-8">
<div><label for="text">${CHECK.text[language]}</label><textarea id="text" name="text" dir="auto" required maxlength="${LONGEST_TEXT}">${question.text ?? ''}</textarea></div>
<div class="sides"><div><label for="date">${CHECK.date[language]} <small>(${CHECK.dateHint[language]})</small></label><input id="date" type="date" name="date" value="${question.day ?? today}"></div>
<div><label for="language">${CHECK.language[language]}</label><select id="language" name="language"><option value="">${CHECK.automatic[language]}</option>${languages}</select></div></div>
<fieldset><legend>${CHECK.figures[language]}</legend>${figures}</fieldset>
<button type="submit">${CHECK.send[language]}</button><p><small>${CHECK.privacy[language]}</small></p></form>`;
}

/** A page shows the verdicts on so many numbers; the interface for programs gives all. */
const MOST_SHOWN = 3000;

function* answerOf(answer: CheckedText, text: string, language: Language): Steps<Markup> {
  const { conflicts, omissions, language_faults, complete } = answer;
  const claims = answer.claims.slice(0, MOST_SHOWN);
  const direction = directionOf(answer.language);
  const marked = yield* annotated(claims, text, language);
  const items: Markup[] = [];
  for (const [at, claim] of claims.entries()) {
    items.push(itemOf(claim, at, answer.language, language));
    yield;
  }
  return html`<section aria-labelledby="annotated"><h2 id="annotated">${CHECK.annotated[language]}</h2>
${complete ? '' : html`<p class="alert">${CHECK.cut[language]}</p>`}
${claims.length === answer.claims.length ? '' : html`<p class="alert">${fill(CHECK.shown[language], { shown: claims.length, all: answer.claims.length })}</p>`}
<div class="annotated" lang="${answer.language}" dir="${direction}">${marked}</div></section>
<section aria-labelledby="claims"><h2 id="claims">${CHECK.claims[language]}</h2>
${claims.length === 0 ? html`<p>${CHECK.none[language]}</p>` : html`<ol class="verdicts">${items}</ol>`}</section>
${listOf(
  'together',
  conflicts.map(({ explanation }) => html`<bdi>${explanation}</bdi>`),
  answer.language,
  language,
)}
${listOf(
  'missing',
  omissions.map(({ text: missing }) => html`${missing}`),
  answer.language,
  language,
)}
${listOf(
  'faults',
  language_faults.map((fault) => faultOf(fault, language)),
  language,
  language,
)}`;
}

/** The text with a mark on each claim; a claim inside another one has a number in the list alone. */
function* annotated(
  claims: readonly CheckedClaim[],
  text: string,
  language: Language,
): Steps<readonly Markup[]> {
  const pieces: Markup[] = [];
  let at = 0;
  for (const [index, { start, end, verdict }] of claims.entries()) {
    yield;
    if (start < at) continue;
    const word = VERDICTS[verdict]?.[language] ?? verdict;
    pieces.push(
      html`${text.slice(at, start)}<mark class="v-${verdict.replaceAll(' ', '-')}" id="m${index + 1}"><a href="#c${index + 1}" title="${word}">${text.slice(start, end)}</a></mark><sup>${index + 1}</sup>`,
    );
    at = end;
  }
  return [...pieces, html`${text.slice(at)}`];
}

function itemOf(claim: CheckedClaim, at: number, of: Language, language: Language): Markup {
  const low = claim.confidence === 'low' ? ` (${CHECK.confidence[language]})` : '';
  const own = claim.internal === undefined ? '' : html` <span>[${claim.internal}]</span>`;
  return html`<li id="c${at + 1}"><a href="#m${at + 1}"><strong>${VERDICTS[claim.verdict]?.[language] ?? claim.verdict}</strong></a>${low}${FRAME.colon[language]} <span lang="${of}" dir="${directionOf(of)}">${claim.explanation}</span>${own}</li>`;
}

function faultOf(
  { kind, text, instead }: CheckedText['language_faults'][number],
  language: Language,
): Markup {
  const better =
    instead === undefined
      ? ''
      : html`, ${CHECK.instead[language]}${FRAME.colon[language]} <bdi>${instead}</bdi>`;
  return html`${FAULTS[kind]?.[language] ?? kind}${FRAME.colon[language]} <bdi>${text}</bdi>${better}`;
}

function listOf(
  name: 'together' | 'missing' | 'faults',
  items: readonly Markup[],
  of: Language,
  language: Language,
): Markup | '' {
  if (items.length === 0) return '';
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${CHECK[name][language]}</h2><ul class="verdicts" lang="${of}" dir="${directionOf(of)}">${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}
