// Administering accounts: the list, inviting, and what is done to one account. For administrators alone.

import { html } from 'hono/html';
import { fill, type Text } from '../../design/text.ts';
import { choiceField, inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { type Answer, type OfficeRequest, page, type Route, redirect } from '../route.ts';
import { type Account, accountByName, allAccounts, type Respondent } from './account.ts';
import { type AccountFault, accountFaults, respondentNamed } from './account-rule.ts';
import { accountDetail } from './administration-detail.ts';
import {
  type Acting,
  activate,
  deactivate,
  endSessions,
  invite,
  named,
  offerReset,
  resetSecondFactor,
  setRoles,
  unlock,
} from './manage.ts';
import { type AccountsMeans, actingIn } from './means.ts';
import { durationText, LINK_ENDS, linkAddress } from './one-time-link.ts';
import { isRole, ROLE_NAMES, type Role } from './role.ts';
import { roleBoxes } from './role-boxes.ts';
import { revokeTokens } from './token.ts';
import { ADMINISTRATION, STATES } from './words-administration.ts';

/** The routes of administering accounts. */
export function administrationRoutes(means: AccountsMeans): readonly Route[] {
  const access: readonly Role[] = ['administrator'];
  return [
    {
      ...{ method: 'GET', path: '/accounts', access, menu: ADMINISTRATION.title },
      answer: (request) => listPage(means, request),
    },
    { method: 'GET', path: '/accounts/new', access, answer: (request) => invitePage(request) },
    {
      ...{ method: 'POST', path: '/accounts/new', access, act: 'invite' },
      answer: (request) => invitePerson(means, request),
    },
    {
      ...{ method: 'GET', path: '/accounts/:name', access },
      answer: (request) => accountDetail(means, request, named(means.store, request.param('name'))),
    },
    {
      ...{ method: 'POST', path: '/accounts/:name/reset', access, act: 'offer reset' },
      answer: (request) => {
        const account = named(means.store, request.param('name'));
        return linkPage(request, account, offerReset(actingIn(means, request), account.name));
      },
    },
    {
      ...{ method: 'POST', path: '/accounts/:name/roles', access, act: 'set roles' },
      answer: (request) => changeRoles(means, request),
    },
    ...Object.entries(ACTS).map(([path, { act, does, notice }]): Route => {
      const answer: Route['answer'] = (request) => {
        const name = request.param('name');
        does(actingIn(means, request), name);
        return redirect(`/accounts/${name}`, notice);
      };
      return { method: 'POST', path: `/accounts/:name/${path}`, access, act, answer };
    }),
  ];
}

/** What is done to one account with nothing more to say. */
const ACTS: {
  readonly [path: string]: {
    readonly act: string;
    readonly does: (acting: Acting, name: string) => void;
    readonly notice: Text;
  };
} = {
  unlock: { act: 'unlock', does: unlock, notice: ADMINISTRATION.unlocked },
  deactivate: { act: 'deactivate', does: deactivate, notice: ADMINISTRATION.deactivated },
  activate: { act: 'activate', does: activate, notice: ADMINISTRATION.activated },
  'second-factor': {
    ...{ act: 'remove second factor', does: resetSecondFactor, notice: ADMINISTRATION.factorRemoved },
  },
  sessions: { act: 'end sessions', does: endSessions, notice: ADMINISTRATION.sessionsEnded },
  tokens: { act: 'revoke tokens', does: revokeTokens, notice: ADMINISTRATION.revoked },
};

function listPage({ store }: AccountsMeans, { language }: OfficeRequest): Answer {
  const { name, person, roles, respondent, state } = ADMINISTRATION;
  const heads = [name, person, roles, respondent, state].map(
    (head) => html`<th scope="col">${head[language]}</th>`,
  );
  const rows = allAccounts(store).map(
    (account) =>
      html`<tr><th scope="row"><a href="/accounts/${account.name}"><bdi class="code">${account.name}</bdi></a></th><td><bdi>${account.person}</bdi></td><td>${account.roles.map((role) => ROLE_NAMES[role][language]).join(language === 'ar' ? '، ' : ', ')}</td><td><bdi class="code">${account.respondent?.sender ?? ''}</bdi></td><td>${STATES[account.state][language]}</td></tr>`,
  );
  const title = ADMINISTRATION.title[language];
  return page({
    title,
    content: html`<h1>${title}</h1><p class="lead">${ADMINISTRATION.lead[language]}</p><p class="actions"><a class="button" href="/accounts/new">${ADMINISTRATION.invite[language]}</a></p>
<section><div class="scroll" tabindex="0" role="group" aria-label="${title}"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div></section>`,
  });
}

function invitePage(request: OfficeRequest, faults: readonly AccountFault[] = []): Answer {
  const { language, field } = request;
  const faultOf = (name: AccountFault['field']) => faults.find((each) => each.field === name)?.text[language];
  const title = ADMINISTRATION.invite[language];
  const types = (['nobody', 'bank', 'enterprise'] as const).map((value) => ({
    ...{ value, label: ADMINISTRATION[value][language] },
  }));
  return page({
    title,
    ...(faults.length > 0 ? { status: 400 } : {}),
    content: html`<h1>${title}</h1><form class="form" method="post" action="/accounts/new">${csrfField(request)}
${inputField({ name: 'name', label: ADMINISTRATION.name[language], ltr: true, value: field('name'), fault: faultOf('name') })}
${inputField({ name: 'person', label: ADMINISTRATION.person[language], value: field('person'), fault: faultOf('person') })}
${roleBoxes(request, [], faultOf('roles'))}
${choiceField({ name: 'type', label: ADMINISTRATION.type[language], value: field('type') ?? 'nobody' }, types)}
${inputField({ name: 'sender', label: ADMINISTRATION.sender[language], hint: ADMINISTRATION.senderHint[language], required: false, ltr: true, value: field('sender'), fault: faultOf('sender') })}
<button>${ADMINISTRATION.make[language]}</button></form>`,
  });
}

function invitePerson(means: AccountsMeans, request: OfficeRequest): Answer {
  const { field, fields } = request;
  const name = (field('name') ?? '').toLowerCase();
  const roles = fields.getAll('role').filter(isRole);
  const spec = { name, person: field('person') ?? '', roles, respondent: respondentIn(request) };
  const faults = [
    ...accountFaults(spec, means.respondentFault),
    ...(accountByName(means.store, name) === undefined
      ? []
      : [{ field: 'name', text: ADMINISTRATION.taken } as const]),
  ];
  if (faults.length > 0) return invitePage(request, faults);
  const secret = invite(actingIn(means, request), spec);
  return linkPage(request, named(means.store, name), secret);
}

function respondentIn({ field }: OfficeRequest): Respondent | null {
  const sender = (field('sender') ?? '').trim();
  const type = field('type');
  if (sender === '' && type !== 'bank' && type !== 'enterprise') return null;
  return respondentNamed(type === 'enterprise' ? 'enterprise' : 'bank', sender);
}

/** The link is shown once, in the answer itself: it is kept nowhere. */
function linkPage(
  { language, origin }: OfficeRequest,
  { person, state, name }: Account,
  secret: string,
): Answer {
  const good = durationText(language, LINK_ENDS[state === 'invited' ? 'invitation' : 'reset']);
  const title = ADMINISTRATION.link[language];
  return page({
    title,
    content: html`<h1>${title}</h1><p class="lead">${fill(ADMINISTRATION.linkLead[language], { person, good })}</p><code class="secret">${linkAddress(origin, secret)}</code><p><a href="/accounts/${name}"><bdi class="code">${name}</bdi></a></p>`,
  });
}

function changeRoles(means: AccountsMeans, request: OfficeRequest): Answer {
  const account = named(means.store, request.param('name'));
  const roles = request.fields.getAll('role').filter(isRole);
  const faults = accountFaults({ ...account, roles }, means.respondentFault);
  const [fault] = faults.filter(({ field }) => field === 'roles' || field === 'sender');
  if (fault !== undefined) return accountDetail(means, request, account, fault.text);
  setRoles(actingIn(means, request), account.name, roles);
  return redirect(`/accounts/${account.name}`, ADMINISTRATION.rolesKept);
}
