// One account as an administrator sees it, with what may be done to it.

import { html } from 'hono/html';
import type { Text } from '../../design/text.ts';
import { csrfField } from '../page.ts';
import { type Answer, type Markup, type OfficeRequest, page } from '../route.ts';
import type { Account } from './account.ts';
import type { AccountsMeans } from './means.ts';
import { momentOf } from './my-account.ts';
import { roleBoxes } from './role-boxes.ts';
import { hasSecondFactor } from './second-factor.ts';
import { tokensOf } from './token.ts';
import { STATES, ADMINISTRATION as WORDS } from './words-administration.ts';

/** The page of one account. */
export function accountDetail(
  means: AccountsMeans,
  request: OfficeRequest,
  account: Account,
  rolesFault?: Text,
): Answer {
  const { language } = request;
  return page({
    title: account.name,
    ...(rolesFault === undefined ? {} : { status: 400 }),
    content: html`<h1><bdi class="code">${account.name}</bdi></h1>${factsOf(means, request, account)}
${account.id === request.account.id ? html`<p class="note">${WORDS.own[language]}</p>` : actsOf(means, request, account, rolesFault)}`,
  });
}

function factsOf({ store }: AccountsMeans, { language, at }: OfficeRequest, account: Account): Markup {
  const row = store.get<{ failures: number; locked_until: string | null; signed_in_at: string | null }>(
    'SELECT failures, locked_until, signed_in_at FROM accounts WHERE id = ?',
    account.id,
  );
  const locked = row?.locked_until ?? '';
  const tokens = tokensOf(store, account.id, at);
  const facts: readonly (readonly [Text, Markup | string])[] = [
    [WORDS.person, html`<bdi>${account.person}</bdi>`],
    [WORDS.state, STATES[account.state][language]],
    ...(account.respondent === null
      ? []
      : [
          [
            WORDS.respondent,
            html`${WORDS[account.respondent.type][language]} <bdi class="code">${account.respondent.sender}</bdi>`,
          ] as const,
        ]),
    [WORDS.factor, WORDS[hasSecondFactor(store, account.id) ? 'yes' : 'no'][language]],
    [WORDS.signedIn, row?.signed_in_at == null ? WORDS.never[language] : momentOf(row.signed_in_at)],
    [WORDS.failures, String(row?.failures ?? 0)],
    ...(locked > at ? [[WORDS.lockedUntil, momentOf(locked)] as const] : []),
    [
      WORDS.tokens,
      tokens.length === 0
        ? WORDS.none[language]
        : html`<bdi>${tokens.map(({ label }) => label).join(' · ')}</bdi>`,
    ],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name[language]}</dt><dd>${value}</dd>`)}</dl>`;
}

function actsOf(
  { store }: AccountsMeans,
  request: OfficeRequest,
  account: Account,
  rolesFault: Text | undefined,
): Markup {
  const { language, at } = request;
  const button = (path: string, word: Text, style = 'plain') =>
    html`<form method="post" action="/accounts/${account.name}/${path}">${csrfField(request)}<button class="${style}">${word[language]}</button></form>`;
  if (account.state === 'deactivated')
    return html`<section><div class="actions">${button('activate', WORDS.activate)}</div></section>`;
  return html`<section><h2>${WORDS.roles[language]}</h2><form class="form" method="post" action="/accounts/${account.name}/roles">${csrfField(request)}${roleBoxes(request, account.roles, rolesFault?.[language])}<button>${WORDS.keepRoles[language]}</button></form></section>
<section><div class="actions">${button('reset', WORDS.reset)}${button('unlock', WORDS.unlock)}${button('sessions', WORDS.endSessions)}${
    tokensOf(store, account.id, at).length === 0 ? '' : button('tokens', WORDS.revokeAll, 'grave')
  }${button('deactivate', WORDS.deactivate, 'grave')}</div></section>
${
  hasSecondFactor(store, account.id)
    ? html`<section><p class="note caution">${WORDS.factorWarning[language]}</p><div class="actions">${button('second-factor', WORDS.removeFactor, 'grave')}</div></section>`
    : ''
}`;
}
