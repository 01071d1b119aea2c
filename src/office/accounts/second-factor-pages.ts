// Setting up the second factor: a picture for the app, the first code, recovery codes once.

import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { refusal } from '../../design/refusal.ts';
import { inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { ownAddress } from '../respond.ts';
import {
  type Answer,
  type Markup,
  type OfficeRequest,
  type Page,
  page,
  type Route,
  redirect,
} from '../route.ts';
import { confirmIdentity, identityField } from './confirm-identity.ts';
import type { AccountsMeans } from './means.ts';
import { changedNotice } from './notice.ts';
import {
  beginEnrolment,
  confirmEnrolment,
  drawRecoveryCodes,
  enrolmentOf,
  hasSecondFactor,
} from './second-factor.ts';
import { closeSession, closeSessions, openSession } from './session.ts';
import { FACTOR } from './words-sign-in.ts';

/** The routes of one's own second factor. */
export function secondFactorRoutes(means: AccountsMeans): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/account/second-factor', access: 'enrolment' },
      answer: (request) =>
        enrolmentPage(means, request, beginEnrolment(means.random, request.account.name).secret),
    },
    {
      ...{ method: 'POST', path: '/account/second-factor', access: 'enrolment', act: 'set up second factor' },
      answer: (request) => enrol(means, request),
    },
    {
      ...{ method: 'POST', path: '/account/recovery-codes', access: 'signed-in', act: 'draw recovery codes' },
      answer: async (request) => {
        if (!(await confirmIdentity(means, request))) return redirect('/account?fault=identity');
        const codes = means.store.transaction(() => {
          request.record({ subject: request.account.name, after: { recovery_codes: 'drawn' } });
          return drawRecoveryCodes(means, request.account.id);
        });
        return recoveryPage(request, codes);
      },
    },
  ];
}

/** The secret travels in the form, closed, until a first code has shown that the app holds it. */
function enrolmentPage(
  { vault, store }: AccountsMeans,
  request: OfficeRequest,
  secret: string,
  fault?: 'code' | 'identity',
): Answer {
  const { language, account, query, field, visit } = request;
  const { address } = enrolmentOf(secret, account.name);
  const next = field('next') ?? query.get('next') ?? '';
  const wrong = fault === 'code' ? FACTOR.wrong[language] : undefined;
  return page({
    title: FACTOR.setUp[language],
    ...(fault === undefined ? {} : { status: 400 }),
    content: html`<h1>${FACTOR.setUp[language]}</h1><p class="lead">${FACTOR.setUpLead[language]}</p>
<form class="form" method="post" action="/account/second-factor">${csrfField(request)}
<input type="hidden" name="next" value="${next}"><input type="hidden" name="kept" value="${vault.close(`${account.id} ${secret}`)}">
<div class="quick" role="img" aria-label="${FACTOR.picture[language]}">${raw(pictureOf(address))}</div>
<div class="field"><span>${FACTOR.key[language]}</span><code class="secret">${grouped(secret)}</code></div>
${visit.stage === 'full' ? identityField({ store }, request, fault === 'identity') : ''}
${inputField({ name: 'code', label: FACTOR.code[language], autocomplete: 'one-time-code', ltr: true, fault: wrong })}
<button>${FACTOR.check[language]}</button></form>`,
  });
}

async function enrol(means: AccountsMeans, request: OfficeRequest): Promise<Answer> {
  const { store, random } = means;
  const { account, at, field, record, visit } = request;
  const secret = openedSecret(means, request);
  if (visit.stage === 'enrolment' && hasSecondFactor(store, account.id)) {
    // Set up since this form was opened: only who has it may replace it.
    store.transaction(() => {
      record({ subject: account.name, after: { outcome: 'refused', second_factor: 'kept' } });
      if (visit.session !== undefined) closeSession(store, visit.session);
    });
    return { kind: 'redirect', to: '/sign-in', session: null };
  }
  if (visit.stage === 'full' && !(await confirmIdentity(means, request)))
    return enrolmentPage(means, request, secret, 'identity');
  const kept = store.transaction(() => {
    const codes = confirmEnrolment(means, account.id, { secret, code: field('code') ?? '', at });
    if (codes === undefined) return undefined;
    record({ subject: account.name, after: { second_factor: 'set up', other_sessions: 'ended' } });
    // Whoever came in with the factor before is out: only this session goes on.
    closeSessions(store, account.id);
    return { codes, session: openSession({ store, at, random }, account.id, 'full', undefined) };
  });
  if (kept === undefined) return enrolmentPage(means, request, secret, 'code');
  means.tell(changedNotice(account, 'factor', at));
  return recoveryPage(request, kept.codes, kept.session);
}

function openedSecret({ vault }: AccountsMeans, { field, account }: OfficeRequest): string {
  try {
    const [id, secret = ''] = vault.open(field('kept') ?? '').split(' ');
    if (id === String(account.id) && secret !== '') return secret;
  } catch {}
  throw refusal('other_form');
}

function recoveryPage(
  { language, field }: OfficeRequest,
  codes: readonly string[],
  session?: string,
): Answer {
  const content: Page = {
    title: FACTOR.recovery[language],
    content: html`<h1>${FACTOR.recovery[language]}</h1><p class="lead">${FACTOR.recoveryLead[language]}</p>
<ul class="secret codes">${codes.map((code) => html`<li>${code}</li>`)}</ul>
<p class="actions"><a class="button" href="${ownAddress(field('next') ?? '')}">${FACTOR.kept[language]}</a></p>`,
  };
  return session === undefined ? page(content) : { kind: 'page', page: content, session };
}

function pictureOf(address: string): Markup | string {
  return renderSVG(address, { ecc: 'M', border: 2 });
}

function grouped(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
