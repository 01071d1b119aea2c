// What may be decided over a line: tried by an address that changes nothing, or recorded with a reason.

import { html } from 'hono/html';
import { REVISION_CAUSES } from '../../../design/tables.ts';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { LineView, Trial } from '../desk-editing.ts';
import { actField, actForm, actPick, codeChoices, type Reader } from '../form.ts';
import { WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';

const KINDS = ['confirm', 'asDeclared', 'correct', 'exclude'] as const;

/** A decision in words. */
export function decisionText(decision: Trial, language: Language): string {
  if (decision.kind === 'exclude') return W.exclude[language];
  if (decision.kind === 'confirm')
    return W[decision.asDeclared === true ? 'asDeclared' : 'confirm'][language];
  return `${W.correct[language]} ⁨${decision.field}⁩ → ⁨${decision.to ?? WORDS.nothing[language]}⁩`;
}

/** Forms to try, to decide and to ask. */
export function decisionForms(view: LineView, reader: Reader): Markup {
  const { language } = reader;
  const now =
    view.decision.kind === 'confirm' && view.decision.asDeclared === true ? 'asDeclared' : view.decision.kind;
  const [field, to] =
    view.decision.kind === 'correct' ? [view.decision.field, view.decision.to ?? ''] : ['amount', ''];
  const address = `/lines/${view.line}`;
  const what = (id: string) => [
    actPick(
      id,
      'decision',
      W.decision[language],
      KINDS.map((kind) => ({ value: kind, label: W[kind][language] })),
      now,
    ),
    actPick(id, 'field', `${WORDS.field[language]} (${W.correct[language]})`, view.fields, field),
    actField(id, 'to', `${W.to[language]} (${W.toHint[language]})`, { value: to, required: false }),
  ];
  return html`<h2 id="decide">${W.tryIt[language]}</h2>
<form class="form line" method="get" action="${address}#effects">${what('try')}<button class="plain">${W.tryButton[language]}</button></form>
<h2>${W.decide[language]}</h2>
${actForm(reader, { action: `${address}/decide`, submit: W.record[language], id: 'do', hidden: { seen: String(lastEdit(view)) }, fields: [...what('do'), causePick('do', language)] })}
<h2>${W.ask[language]}</h2>
${actForm(reader, { action: `${address}/ask`, submit: W.ask[language], id: 'ask', fields: [actPick('ask', 'field', WORDS.field[language], view.fields, 'amount')] })}`;
}

/** So that nobody decides over what another decided since the page was opened. */
function lastEdit({ history }: LineView): number {
  return Math.max(0, ...history.map(({ seq }) => seq));
}

/** The causes of revision. */
export function causePick(id: string, language: Language): Markup {
  const causes = codeChoices(language, REVISION_CAUSES);
  return actPick(id, 'cause', WORDS.cause[language], causes, 'corrected');
}
