// Questions of compilers and the declarant's answers.

import { html } from 'hono/html';
import { FIELD_TEXTS } from '../../../design/field-texts.ts';
import { fill, type Language } from '../../../design/text.ts';
import { csrfField } from '../../page.ts';
import type { Markup } from '../../route.ts';
import type { Question } from '../desk.ts';
import { code, dayText, periodText, sentence } from '../printed.ts';
import { WORDS } from '../words.ts';
import { ASKED } from '../words-history.ts';

export type QuestionsView = {
  readonly questions: readonly Question[];
  readonly csrf: string;
  /** The question whose answer could not be taken, what was typed, and why. */
  readonly fault?: { readonly question: number; readonly typed: string; readonly said: string };
};

/** All questions, those without an answer first. */
export function questionsPage(view: QuestionsView, language: Language): Markup {
  const { questions } = view;
  return html`<h1>${WORDS.questions[language]}</h1><p class="lead">${ASKED.lead[language]}</p>
${questions.length === 0 ? html`<p>${ASKED.none[language]}</p>` : questions.map((each) => questionOf(each, view, language))}`;
}

function questionOf(question: Question, view: QuestionsView, language: Language): Markup {
  const { id, ordinal, field, period, text, at, receipt, answer, answeredAt } = question;
  const about = fill(ASKED.about[language], {
    ...{ line: ordinal, field: FIELD_TEXTS[field]?.name[language] ?? field },
    period: periodText(language, period),
  });
  return html`<section class="question" id="question-${id}"><h2>${about}</h2><p class="eyebrow"><span>${dayText(language, at)} · <a href="/declare/receipts/${receipt}">${code(receipt)}</a></span></p>
<blockquote>${sentence(language, text[language])}</blockquote>
${
  answeredAt === null
    ? answerForm(question, view, language)
    : html`<p class="eyebrow">${ASKED.answered[language]} ${dayText(language, answeredAt)}</p><blockquote dir="auto">${answer}</blockquote>`
}</section>`;
}

function answerForm({ id }: Question, { csrf, fault }: QuestionsView, language: Language): Markup {
  const own = fault?.question === id ? fault : undefined;
  const name = `answer-${id}`;
  const said = own === undefined ? '' : html`<span class="fault" id="${name}-fault">${own.said}</span>`;
  return html`<form class="form" method="post" action="/declare/questions/${id}">${csrfField({ csrf })}
<div class="field"><label for="${name}">${ASKED.answer[language]}</label><span class="hint" id="${name}-hint">${ASKED.once[language]}</span>${said}
<textarea id="${name}" name="answer" dir="auto" required maxlength="4000" aria-describedby="${name}-hint${own === undefined ? '' : ` ${name}-fault`}"${own === undefined ? '' : html` aria-invalid="true"`}>${own?.typed ?? ''}</textarea></div>
<button>${ASKED.send[language]}</button></form>`;
}
