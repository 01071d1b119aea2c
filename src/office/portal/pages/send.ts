// Sending a file: one field, two buttons; a script shows how far it is, and nothing needs it.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import { csrfField } from '../../page.ts';
import type { Markup } from '../../route.ts';
import { WORDS } from '../words.ts';
import { SEND } from '../words-send.ts';

export type SendView = { readonly csrf: string; readonly fault?: string };

/** The form; `fault` says why the last attempt sent nothing. */
export function sendPage(view: SendView, language: Language): Markup {
  return html`<h1>${SEND.title[language]}</h1><p class="lead">${SEND.lead[language]}</p>
${sendForm(view, language)}
<p><a href="/declare/templates">${WORDS.templates[language]}</a></p>`;
}

/** The form alone, for pages that say more around it. */
export function sendForm({ csrf, fault }: SendView, language: Language): Markup {
  const invalid =
    fault === undefined ? '' : html` aria-invalid="true" aria-describedby="file-hint file-fault"`;
  return html`<form class="form" method="post" action="/declare/file" enctype="multipart/form-data" data-send data-sending="${SEND.sending[language]}" data-checking="${SEND.checking[language]}" data-broken="${SEND.broken[language]}">
${csrfField({ csrf })}
<div class="field"><label for="file">${SEND.file[language]}</label><span class="hint" id="file-hint">${SEND.fileHint[language]}</span>
${fault === undefined ? '' : html`<span class="fault" id="file-fault">${fault}</span>`}
<input id="file" name="file" type="file" required accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.xml,.parquet"${invalid === '' ? html` aria-describedby="file-hint"` : invalid}></div>
<details><summary>${SEND.envelope[language]}</summary><div class="field"><label for="envelope">${SEND.envelope[language]}</label><span class="hint" id="envelope-hint">${SEND.envelopeHint[language]}</span>
<input id="envelope" name="envelope" type="file" accept=".json" aria-describedby="envelope-hint"></div></details>
<div class="actions"><button name="purpose" value="declare">${SEND.send[language]}</button><button class="plain" name="purpose" value="check">${SEND.check[language]}</button></div>
<p class="hint">${SEND.checkHint[language]}</p>
<div class="sending" hidden><label for="sent">${SEND.sending[language]}</label><progress id="sent" max="100" value="0"></progress></div><p class="sent" role="status"></p>
</form>`;
}
