// One's own account: password, second factor, sessions, tokens.

import { html } from 'hono/html';
import { fillText } from '../../design/text.ts';
import { checkField, choiceField, inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { type Answer, json, type Markup, type OfficeRequest, page, type Route, redirect } from '../route.ts';
import { OFFICE_WORDS } from '../words-frame.ts';
import { confirmIdentity, identityField } from './confirm-identity.ts';
import { setPassword } from './manage.ts';
import { type AccountsMeans, actingIn } from './means.ts';
import { changedNotice } from './notice.ts';
import { hashPassword } from './password.ts';
import { passwordFault } from './password-rule.ts';
import { isScope, ROLE_NAMES, scopesOf } from './role.ts';
import { hasSecondFactor, recoveryCodesLeft } from './second-factor.ts';
import { closeSessions, openSession, sessionsOf } from './session.ts';
import { makeToken, revokeToken, TOKEN_DAYS, tokensOf } from './token.ts';
import { endTokens } from './token-end.ts';
import { newPasswordFields } from './welcome.ts';
import { ACCOUNT, IDENTITY, SCOPE_NAMES } from './words-account.ts';
import { WELCOME } from './words-sign-in.ts';

/** The routes of one's own account. */
export function myAccountRoutes(means: AccountsMeans): readonly Route[] {
  const own = { method: 'POST', access: 'signed-in' } as const;
  return [
    {
      method: 'GET',
      path: '/account',
      access: 'signed-in',
      answer: (request) => accountPage(means, request),
    },
    {
      ...{ method: 'GET', path: '/account/password', access: 'signed-in' },
      answer: (request) => passwordPage(means, request),
    },
    {
      ...{ ...own, path: '/account/password', act: 'change password' },
      answer: (request) => changePassword(means, request),
    },
    {
      ...{ ...own, path: '/account/sessions/end', act: 'sign out everywhere' },
      answer: ({ account, record }) =>
        means.store.transaction(() => {
          closeSessions(means.store, account.id);
          record({ subject: account.name });
          return { kind: 'redirect', to: '/sign-in', session: null };
        }),
    },
    {
      ...{ ...own, path: '/account/tokens', act: 'make token' },
      answer: (request) => newToken(means, request),
    },
    {
      ...{ ...own, path: '/account/tokens/revoke', act: 'revoke token' },
      answer: (request) => {
        revokeToken(actingIn(means, request), request.account.id, Number(request.field('token')));
        return redirect('/account', ACCOUNT.revoked);
      },
    },
    {
      ...{ method: 'GET', path: '/api/account', access: 'signed-in', scope: 'declarations:read' },
      answer: ({ account: { name, person, roles, respondent } }) => json({ name, person, roles, respondent }),
    },
  ];
}

function accountPage(means: AccountsMeans, request: OfficeRequest, faults: TokenFaults = {}): Answer {
  const { language, account, query } = request;
  const bad = faults.identity === true || query.get('fault') === 'identity';
  const scopes = scopesOf(account.roles);
  return page({
    title: ACCOUNT.title[language],
    ...(Object.keys(faults).length > 0 ? { status: 400 } : {}),
    content: html`<h1>${ACCOUNT.title[language]}</h1>${bad ? html`<p class="told bad" role="alert">${IDENTITY.wrong[language]}</p>` : ''}
<dl class="facts"><dt>${ACCOUNT.name[language]}</dt><dd><bdi class="code">${account.name}</bdi></dd>
<dt>${ACCOUNT.roles[language]}</dt><dd>${account.roles.map((role) => ROLE_NAMES[role][language]).join(language === 'ar' ? '، ' : ', ')}</dd>
${account.respondent === null ? '' : html`<dt>${ACCOUNT.respondent[language]}</dt><dd><bdi class="code">${account.respondent.sender}</bdi></dd>`}</dl>
<section><h2>${ACCOUNT.password[language]}</h2><p><a href="/account/password">${ACCOUNT.change[language]}</a></p></section>
${factorSection(means, request)}${sessionSection(means, request)}${scopes.length === 0 ? '' : tokenSection(means, request, faults)}`,
  });
}

function factorSection(means: AccountsMeans, request: OfficeRequest): Markup {
  const { language, account } = request;
  const { store } = means;
  if (!hasSecondFactor(store, account.id))
    return html`<section><h2>${ACCOUNT.factor[language]}</h2><p>${ACCOUNT.factorOff[language]} <a href="/account/second-factor">${ACCOUNT.setUp[language]}</a></p></section>`;
  const count = recoveryCodesLeft(store, account.id);
  return html`<section><h2>${ACCOUNT.factor[language]}</h2><p>${fillText(ACCOUNT.factorOn, { count })[language]} <a href="/account/second-factor">${ACCOUNT.replace[language]}</a></p>
<form class="form line" method="post" action="/account/recovery-codes">${csrfField(request)}${identityField({ store }, request, false, 'current-codes')}<button class="plain">${ACCOUNT.newCodes[language]}</button></form></section>`;
}

function sessionSection({ store }: AccountsMeans, request: OfficeRequest): Markup {
  const { language, account, at, visit } = request;
  const rows = sessionsOf(store, account.id, at, visit.session ?? '').map(
    ({ made_at, seen_at, ends_at, current }) =>
      html`<tr><th scope="row">${momentOf(made_at)}${current ? html` <span class="state">${ACCOUNT.thisOne[language]}</span>` : ''}</th><td>${momentOf(seen_at)}</td><td>${momentOf(ends_at)}</td></tr>`,
  );
  const heads = [ACCOUNT.since, ACCOUNT.seen, ACCOUNT.ends].map(
    (head) => html`<th scope="col">${head[language]}</th>`,
  );
  return html`<section><h2>${ACCOUNT.sessions[language]}</h2><div class="scroll" tabindex="0" role="group" aria-label="${ACCOUNT.sessions[language]}"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
<form class="form line" method="post" action="/account/sessions/end">${csrfField(request)}<button class="grave">${ACCOUNT.endAll[language]}</button></form></section>`;
}

type TokenFaults = { readonly identity?: true; readonly label?: true; readonly scopes?: true };

function tokenSection(means: AccountsMeans, request: OfficeRequest, faults: TokenFaults): Markup {
  const { language, account, at, field } = request;
  const { store } = means;
  const choices = TOKEN_DAYS.map((days) => ({
    value: String(days),
    label: fillText(ACCOUNT.daysOf, { days })[language],
  }));
  const boxes = scopesOf(account.roles).map((scope) =>
    checkField({ name: 'scope', value: scope, label: SCOPE_NAMES[scope][language] }),
  );
  return html`<section><h2>${ACCOUNT.tokens[language]}</h2><p>${ACCOUNT.tokensLead[language]}</p>
${tokensOf(store, account.id, at).map((token) => tokenLine(request, token))}
<form class="form" method="post" action="/account/tokens">${csrfField(request)}
${inputField({ name: 'label', label: ACCOUNT.label[language], hint: ACCOUNT.labelHint[language], value: field('label'), fault: faults.label === true ? ACCOUNT.labelFault[language] : undefined })}
<fieldset><legend>${ACCOUNT.scopes[language]}</legend>${faults.scopes === true ? html`<span class="fault">${ACCOUNT.scopesFault[language]}</span>` : ''}${boxes}</fieldset>
${choiceField({ name: 'days', label: ACCOUNT.days[language], value: field('days') ?? '90' }, choices)}
${identityField({ store }, request, faults.identity === true, 'current-token')}<button>${ACCOUNT.make[language]}</button></form></section>`;
}

function tokenLine(request: OfficeRequest, token: ReturnType<typeof tokensOf>[number]): Markup {
  const { language } = request;
  const used = token.seen_at === null ? ACCOUNT.never[language] : momentOf(token.seen_at);
  const scopes = token.scopes
    .map((scope) => SCOPE_NAMES[scope][language])
    .join(language === 'ar' ? '، ' : ', ');
  return html`<form class="form line" method="post" action="/account/tokens/revoke">${csrfField(request)}<input type="hidden" name="token" value="${token.id}"><p><strong><bdi>${token.label}</bdi></strong> · ${scopes} · ${ACCOUNT.ends[language]} ${momentOf(token.ends_at)} · ${ACCOUNT.lastUsed[language]}${OFFICE_WORDS.colon[language]} ${used}</p><button class="grave" aria-label="${ACCOUNT.revoke[language]} ${token.label}">${ACCOUNT.revoke[language]}</button></form>`;
}

async function newToken(means: AccountsMeans, request: OfficeRequest): Promise<Answer> {
  const { account, field, fields, language, at } = request;
  const label = field('label') ?? '';
  const scopes = fields.getAll('scope').filter(isScope);
  const faults: TokenFaults = {
    ...(label.length < 1 || label.length > 60 ? { label: true } : {}),
    ...(scopes.length === 0 ? { scopes: true } : {}),
  };
  if (Object.keys(faults).length > 0) return accountPage(means, request, faults);
  if (!(await confirmIdentity(means, request))) return accountPage(means, request, { identity: true });
  const days = TOKEN_DAYS.find((each) => String(each) === field('days')) ?? TOKEN_DAYS[0];
  const secret = makeToken(actingIn(means, request), { account: account.id, label, scopes, days });
  means.tell(changedNotice(account, 'token', at));
  return page({
    title: ACCOUNT.made[language],
    content: html`<h1>${ACCOUNT.made[language]}</h1><p class="lead">${ACCOUNT.madeLead[language]}</p><code class="secret">${secret}</code><p><a href="/account">${ACCOUNT.back[language]}</a></p>`,
  });
}

type PasswordPageFaults = { readonly identity?: true; readonly fault?: ReturnType<typeof passwordFault> };

function passwordPage(means: AccountsMeans, request: OfficeRequest, faults: PasswordPageFaults = {}): Answer {
  const { language, account } = request;
  const bad = faults.identity === true || faults.fault !== undefined;
  return page({
    title: ACCOUNT.change[language],
    ...(bad ? { status: 400 } : {}),
    content: html`<h1>${ACCOUNT.change[language]}</h1><form class="form" method="post" action="/account/password">${csrfField(request)}
<input type="hidden" name="username" autocomplete="username" value="${account.name}">
${identityField(means, request, faults.identity === true)}${newPasswordFields(language, faults.fault)}${tokensAsked(means, request)}<button>${WELCOME.keep[language]}</button></form>`,
  });
}

/** A new password leaves the tokens of machines as they are, unless the person says otherwise; it is asked. */
function tokensAsked({ store }: AccountsMeans, { language, account, at }: OfficeRequest): Markup | '' {
  const tokens = tokensOf(store, account.id, at);
  if (tokens.length === 0) return '';
  const labels = tokens.map(({ label }) => html`<li><bdi>${label}</bdi></li>`);
  return html`<fieldset><legend>${ACCOUNT.tokens[language]}</legend><ul>${labels}</ul>${checkField({ name: 'tokens', value: 'end', label: ACCOUNT.endTokens[language] })}</fieldset>`;
}

async function changePassword(means: AccountsMeans, request: OfficeRequest): Promise<Answer> {
  const { store, random } = means;
  const { account, fields, at, record } = request;
  const password = fields.get('password') ?? '';
  const fault = passwordFault(password, fields.get('again') ?? '', [account.name, account.person]);
  if (fault !== undefined) return passwordPage(means, request, { fault });
  if (!(await confirmIdentity(means, request))) return passwordPage(means, request, { identity: true });
  const hash = await hashPassword(password, random);
  const session = store.transaction(() => {
    setPassword(store, account.id, hash);
    const ended = fields.get('tokens') === 'end' ? endTokens(store, account.id, at) : [];
    record({
      ...{ subject: account.name },
      after: { password: 'changed', ...(ended.length === 0 ? {} : { tokens_ended: ended }) },
    });
    return openSession({ store, at, random }, account.id, 'full', undefined);
  });
  means.tell(changedNotice(account, 'password', at));
  return { kind: 'redirect', to: '/account', session, notice: WELCOME.changed };
}

/** An instant to the minute, as it is written in every language here. */
export function momentOf(instant: string): Markup {
  return html`<time class="num" datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
