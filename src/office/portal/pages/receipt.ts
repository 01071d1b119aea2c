// A receipt as a page that can be printed, and the ways to correct what it is for.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import { csrfField } from '../../page.ts';
import type { Markup } from '../../route.ts';
import type { Declaration, Respondent } from '../desk.ts';
import { code, instantText, named, periodText, sizeText, whole } from '../printed.ts';
import { FUNCTIONS, WORDS } from '../words.ts';
import { CORRECT, RECEIPT } from '../words-history.ts';
import { balanceTable } from './balance.ts';
import { stateMark } from './history.ts';
import { sendForm } from './send.ts';

export type ReceiptView = {
  readonly declaration: Declaration;
  readonly respondent: Respondent;
  readonly name: string;
  readonly publisher: string;
  readonly proven: boolean;
  readonly timeZone: string;
  /** Of the audit log, to be kept with the receipt. */
  readonly logMark: string | null;
};

/** The receipt of a declaration. */
export function receiptPage(view: ReceiptView, language: Language): Markup {
  const { declaration, publisher, proven } = view;
  const address = `/declare/receipts/${declaration.receipt}`;
  return html`<article class="receipt"><p class="eyebrow">${publisher}</p><h1>${RECEIPT.title[language]}</h1>
<p>${RECEIPT.states[language]}</p>${facts(view, language)}
${declaration.balance === null ? '' : balanceTable(declaration.balance, language)}</article>
<p class="files"><a href="${address}/json">${RECEIPT.json[language]}</a>${proven ? html` <a href="${address}/proof">${RECEIPT.proof[language]}</a>` : ''}${declaration.upload === null ? '' : html` <a href="/declare/uploads/${declaration.upload}">${RECEIPT.report[language]}</a>`}</p>
${view.logMark === null ? '' : html`<p class="hint">${RECEIPT.logMarkNote[language]}</p>`}
<p class="hint">${proven ? RECEIPT.proofNote[language] : RECEIPT.noProof[language]} ${RECEIPT.print[language]}</p>
${canBeCorrected(declaration) ? corrections(address, language) : ''}`;
}

function facts(
  { declaration, respondent, name, timeZone, logMark }: ReceiptView,
  language: Language,
): Markup {
  const rows: readonly (readonly [string, Markup | string] | null)[] = [
    [RECEIPT.number[language], code(declaration.receipt)],
    [RECEIPT.declarant[language], named(name, respondent)],
    [WORDS.period[language], html`${periodText(language, declaration.period)} (${code(declaration.period)})`],
    [WORDS.sequence[language], whole(language, declaration.sequence)],
    [WORDS.function[language], FUNCTIONS[declaration.function]?.[language] ?? declaration.function],
    declaration.replaces === null
      ? null
      : [RECEIPT.replaces[language], whole(language, declaration.replaces)],
    [WORDS.state[language], stateMark(declaration, language)],
    declaration.supersededBy === null
      ? null
      : [
          RECEIPT.takenBy[language],
          html`<a href="/declare/receipts/${declaration.supersededBy}">${code(declaration.supersededBy)}</a>`,
        ],
    [WORDS.received[language], instantText(language, declaration.receivedAt, timeZone)],
    [RECEIPT.created[language], instantText(language, declaration.createdAt, timeZone)],
    [WORDS.file[language], html`<bdi>${declaration.name}</bdi> · ${sizeText(language, declaration.bytes)}`],
    [WORDS.lines[language], whole(language, declaration.lines)],
    [RECEIPT.hash[language], html`<bdi class="code hash">${declaration.sha256}</bdi>`],
    logMark === null ? null : [RECEIPT.logMark[language], html`<bdi class="code hash">${logMark}</bdi>`],
  ];
  return html`<dl class="stated">${rows.map((row) => (row === null ? '' : html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`))}</dl>`;
}

/** Whether a declaration can be replaced or cancelled. */
export function canBeCorrected({ state, function: what }: Declaration): boolean {
  return state === 'received' && what !== 'cancel';
}

function corrections(address: string, language: Language): Markup {
  return html`<section class="tools"><h2>${RECEIPT.correct[language]}</h2><p class="actions"><a class="button" href="${address}/replace">${RECEIPT.replace[language]}</a> <a class="button plain" href="${address}/cancel">${RECEIPT.cancel[language]}</a></p></section>`;
}

export type CorrectView = {
  readonly declaration: Declaration;
  readonly respondent: Respondent;
  /** Keys and values of the envelope, as a file carries them. */
  readonly envelope: readonly (readonly [string, string])[];
  readonly csrf: string;
};

/** How to replace a declaration: the envelope, ready, and the file. */
export function replacePage(view: CorrectView, language: Language): Markup {
  const { declaration, respondent, envelope, csrf } = view;
  if (!canBeCorrected(declaration)) return notInForce(CORRECT.title[language], language);
  const lines = envelope.map(([key, value]) => `# ${key}: ${value}`).join('\n');
  const template = `/declare/templates/${respondent.type}/csv?replaces=${declaration.receipt}`;
  return html`<h1>${CORRECT.title[language]}</h1><p class="lead">${CORRECT.lead[language]}</p>
${respondent.type === 'enterprise' ? html`<p><a class="button" href="/declare/form?replaces=${declaration.receipt}">${CORRECT.form[language]}</a></p>` : ''}
<section><h2>${CORRECT.envelope[language]}</h2><pre class="secret" dir="ltr" tabindex="0" role="region" aria-label="${CORRECT.envelope[language]}">${lines}</pre><p class="hint">${CORRECT.envelopeNote[language]}</p>
<p class="files"><a href="${template}">${CORRECT.download[language]}</a></p></section>
${sendForm({ csrf }, language)}`;
}

/** Cancelling in two clicks. */
export function cancelPage(view: Omit<CorrectView, 'envelope'>, language: Language): Markup {
  const { declaration, csrf } = view;
  if (!canBeCorrected(declaration)) return notInForce(CORRECT.cancelTitle[language], language);
  const address = `/declare/receipts/${declaration.receipt}`;
  return html`<h1>${CORRECT.cancelTitle[language]}</h1><p class="lead">${CORRECT.cancelLead[language]}</p>
<p>${code(declaration.receipt)} · ${periodText(language, declaration.period)}</p>
<form class="form" method="post" action="${address}/cancel">${csrfField({ csrf })}<div class="actions"><button class="grave">${CORRECT.cancelNow[language]}</button><a href="${address}">${WORDS.back[language]}</a></div></form>`;
}

function notInForce(title: string, language: Language): Markup {
  return html`<h1>${title}</h1><p class="told bad">${CORRECT.notInForce[language]}</p><p><a href="/declare/history">${WORDS.history[language]}</a></p>`;
}
