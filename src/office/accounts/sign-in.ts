// Signing in with a name and a password and then a code, and signing out.

import { html } from 'hono/html';
import { fillText, type Text } from '../../design/text.ts';
import { inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { type Answer, type OfficeRequest, page, type Route, redirect } from '../route.ts';
import { attemptSignIn, fail, isLocked } from './attempt.ts';
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts';
import { letIn } from './let-in.ts';
import { stageAfterPassword } from './manage.ts';
import type { AccountsMeans } from './means.ts';
import { lockedNotice } from './notice.ts';
import { providerLink } from './provider.ts';
import { spendCode } from './second-factor.ts';
import { closeSession, openSession } from './session.ts';
import { FACTOR, SIGN_IN } from './words-sign-in.ts';

/** The routes of signing in and out. */
export function signInRoutes(means: AccountsMeans): readonly Route[] {
  const limit = attemptLimit();
  return [
    {
      ...{ method: 'GET', path: '/sign-in', access: 'anyone' },
      answer: (request) => (request.visit.stage === 'full' ? redirect('/') : signInPage(means, request)),
    },
    {
      ...{ method: 'POST', path: '/sign-in', access: 'anyone', act: 'sign in' },
      answer: (request) => signIn(means, limit, request),
    },
    { method: 'GET', path: '/sign-in/code', access: 'code', answer: (request) => codePage(request) },
    {
      ...{ method: 'POST', path: '/sign-in/code', access: 'code', act: 'sign in' },
      answer: (request) => enterCode(means, request),
    },
    {
      ...{ method: 'POST', path: '/sign-out', access: 'half-signed-in', act: 'sign out' },
      answer: ({ visit, account, record }) =>
        means.store.transaction(() => {
          if (visit.session !== undefined) closeSession(means.store, visit.session);
          record({ subject: account.name });
          return { kind: 'redirect', to: '/sign-in', session: null };
        }),
    },
  ];
}

function signInPage(means: AccountsMeans, request: OfficeRequest, fault?: Text): Answer {
  const { language, query, field } = request;
  const next = field('next') ?? query.get('next') ?? '';
  const other = providerLink(means, request, { next });
  return page({
    title: SIGN_IN.title[language],
    ...(fault === undefined ? {} : { status: 403 }),
    content: html`<h1>${SIGN_IN.title[language]}</h1><p class="lead">${SIGN_IN.lead[language]}</p>
<form class="form" method="post" action="/sign-in">${csrfField(request)}<input type="hidden" name="next" value="${next}">
${fault === undefined ? '' : html`<p class="told bad" role="alert">${fault[language]}</p>`}
${inputField({ name: 'name', label: SIGN_IN.name[language], autocomplete: 'username', ltr: true, value: field('name') })}
${inputField({ name: 'password', label: SIGN_IN.password[language], type: 'password', autocomplete: 'current-password', ltr: true })}
<button>${SIGN_IN.enter[language]}</button></form>${other}`,
  });
}

async function signIn(means: AccountsMeans, limit: AttemptLimit, request: OfficeRequest): Promise<Answer> {
  const { store, random, tell } = means;
  const { field, fields, at, record, visit } = request;
  const name = (field('name') ?? '').toLowerCase();
  const subject = name.slice(0, 64);
  const minutes = limit.count(visit.client, at);
  if (minutes > 0) {
    record({ subject, after: { outcome: 'too often', client: visit.client } });
    return signInPage(means, request, fillText(SIGN_IN.tooOften, { minutes }));
  }
  const told = (failure: { outcome: string }) => record({ subject, after: failureOf(failure, visit.client) });
  const attempt = await attemptSignIn(store, { name, password: fields.get('password') ?? '', at }, told);
  if (attempt.outcome === 'right') {
    const { account, failures } = attempt;
    const next = field('next') ?? '';
    const stage = stageAfterPassword(store, account);
    if (stage === 'full') return letIn(means, request, { account, failures, next });
    const session = store.transaction(() => {
      record({ subject: account.name, after: { outcome: 'password right', owed: stage } });
      return openSession({ store, at, random }, account.id, stage, visit.session);
    });
    return { kind: 'redirect', to: owedPage(stage, next), session };
  }
  if (attempt.outcome === 'locked now') tell(lockedNotice(attempt.account, attempt.until, at));
  return signInPage(means, request, SIGN_IN.wrong);
}

function failureOf(attempt: { outcome: string; until?: string }, client: string): object {
  const { outcome, until } = attempt;
  return { outcome, ...(until === undefined ? {} : { locked_until: until }), client };
}

function owedPage(stage: 'code' | 'enrolment', next: string): string {
  const path = stage === 'code' ? '/sign-in/code' : '/account/second-factor';
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

function codePage(request: OfficeRequest, fault?: Text): Answer {
  const { language, query, field } = request;
  const next = field('next') ?? query.get('next') ?? '';
  return page({
    title: FACTOR.title[language],
    ...(fault === undefined ? {} : { status: 403 }),
    content: html`<h1>${FACTOR.title[language]}</h1><p class="lead">${FACTOR.lead[language]}</p>
<form class="form" method="post" action="/sign-in/code">${csrfField(request)}<input type="hidden" name="next" value="${next}">
${inputField({ name: 'code', label: FACTOR.code[language], autocomplete: 'one-time-code', ltr: true, fault: fault?.[language] })}
<button>${FACTOR.check[language]}</button></form>`,
  });
}

function enterCode(means: AccountsMeans, request: OfficeRequest): Answer {
  return means.store.transaction(() => judgeCode(means, request));
}

function judgeCode(means: AccountsMeans, request: OfficeRequest): Answer {
  const { account, at, field, record, visit } = request;
  const { store, tell } = means;
  if (isLocked(store, account.id, at)) {
    record({ subject: account.name, after: { outcome: 'locked', factor: 'code', client: visit.client } });
    closeOwed(means, request);
    return { kind: 'redirect', to: '/sign-in', session: null };
  }
  const row = store.get<{ failures: number }>('SELECT failures FROM accounts WHERE id = ?', account.id);
  const used = spendCode(means, account.id, { code: field('code') ?? '', at });
  if (used !== undefined) {
    const next = field('next') ?? '';
    return letIn(means, request, { account, failures: row?.failures ?? 0, next, how: { factor: used } });
  }
  const attempt = fail(store, account, at, (failure) =>
    record({ subject: account.name, after: { ...failureOf(failure, visit.client), factor: 'code' } }),
  );
  if (attempt.outcome !== 'locked now') return codePage(request, FACTOR.wrong);
  tell(lockedNotice(account, attempt.until, at));
  closeOwed(means, request);
  return { kind: 'redirect', to: '/sign-in', session: null };
}

function closeOwed({ store }: AccountsMeans, { visit }: OfficeRequest): void {
  if (visit.session !== undefined) closeSession(store, visit.session);
}
