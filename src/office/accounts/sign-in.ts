// Signing in with a name and a password, and signing out.

import { html } from 'hono/html';
import { fillText, type Text } from '../../design/text.ts';
import type { Store } from '../../engine/store.ts';
import { inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { type Answer, type OfficeRequest, page, type Route, redirect } from '../route.ts';
import { attemptSignIn, forgetFailures } from './attempt.ts';
import { closeSession, openSession } from './session.ts';
import { SIGN_IN } from './words-sign-in.ts';

export type SignInMeans = { readonly store: Store; readonly random: (bytes: number) => Uint8Array };

/** The routes of signing in and out. */
export function signInRoutes(means: SignInMeans): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/sign-in', access: 'anyone' },
      answer: (request) => (request.visit.stage === 'full' ? redirect('/') : signInPage(request)),
    },
    {
      ...{ method: 'POST', path: '/sign-in', access: 'anyone', act: 'sign in' },
      answer: (request) => signIn(means, request),
    },
    {
      ...{ method: 'POST', path: '/sign-out', access: 'half-signed-in', act: 'sign out' },
      answer: ({ visit, account, record }) => {
        if (visit.session !== undefined) closeSession(means.store, visit.session);
        record({ subject: account.name });
        return { kind: 'redirect', to: '/sign-in', session: null };
      },
    },
  ];
}

function signInPage(request: OfficeRequest, fault?: Text): Answer {
  const { language, query, field } = request;
  const next = field('next') ?? query.get('next') ?? '';
  return page({
    title: SIGN_IN.title[language],
    ...(fault === undefined ? {} : { status: 403 }),
    content: html`<h1>${SIGN_IN.title[language]}</h1><p class="lead">${SIGN_IN.lead[language]}</p>
<form class="form" method="post" action="/sign-in">${csrfField(request)}<input type="hidden" name="next" value="${next}">
${fault === undefined ? '' : html`<p class="told bad" role="alert">${fault[language]}</p>`}
${inputField({ name: 'name', label: SIGN_IN.name[language], autocomplete: 'username', ltr: true, value: field('name') })}
${inputField({ name: 'password', label: SIGN_IN.password[language], type: 'password', autocomplete: 'current-password', ltr: true })}
<button>${SIGN_IN.enter[language]}</button></form>`,
  });
}

async function signIn({ store, random }: SignInMeans, request: OfficeRequest): Promise<Answer> {
  const { field, fields, at, record, visit } = request;
  const name = (field('name') ?? '').toLowerCase();
  const attempt = await attemptSignIn(store, { name, password: fields.get('password') ?? '', at });
  if (attempt.outcome !== 'right') {
    const locked = attempt.outcome === 'locked now' ? { locked_until: attempt.until } : {};
    record({ subject: name.slice(0, 64), after: { outcome: attempt.outcome, ...locked } });
    return signInPage(request, SIGN_IN.wrong);
  }
  const { account, failures } = attempt;
  const session = openSession({ store, at, random }, account.id, 'full', visit.session);
  forgetFailures(store, account.id, at);
  record({ subject: account.name, after: { outcome: 'signed in' } });
  const to = { kind: 'redirect', to: field('next') ?? '/', session } as const;
  return failures === 0 ? to : { ...to, notice: fillText(SIGN_IN.failuresSince, { count: failures }) };
}
