// Taking a one-time link: the first administrator makes an account, a person takes an invitation or chooses a new password.

import { html } from 'hono/html';
import { fillText, type Language } from '../../design/text.ts';
import { inputField } from '../field.ts';
import { csrfField } from '../page.ts';
import { reasonPage } from '../respond.ts';
import { type Answer, type OfficeRequest, page, type Route } from '../route.ts';
import { type Account, accountById } from './account.ts';
import { type AccountFault, accountFaults } from './account-rule.ts';
import { acceptAdministrator, acceptLink, stageAfterPassword } from './manage.ts';
import { type AccountsMeans, actingIn } from './means.ts';
import { changedNotice } from './notice.ts';
import { findLink, type OneTimeLink } from './one-time-link.ts';
import { hashPassword } from './password.ts';
import { PASSWORD_FAULTS, type PasswordFault, passwordFault } from './password-rule.ts';
import { providerLink } from './provider.ts';
import { openSession } from './session.ts';
import { tokensOf } from './token.ts';
import { ACCOUNT } from './words-account.ts';
import { SIGN_IN, WELCOME } from './words-sign-in.ts';

/** The routes of one-time links. The secret stands in the query or a field, never in the path: paths are logged. */
export function welcomeRoutes(means: AccountsMeans): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/welcome', access: 'anyone' },
      answer: (request) => {
        const secret = request.query.get('link') ?? '';
        const link = findLink(means.store, secret, request.at);
        return link === undefined ? over(request.language) : welcomePage(means, request, link, secret);
      },
    },
    {
      ...{ method: 'POST', path: '/welcome', access: 'anyone', act: 'take link' },
      answer: (request) => takeLink(means, request),
    },
  ];
}

function over(language: Language): Answer {
  return page(reasonPage({ title: WELCOME.over, text: WELCOME.overText }, 404, language));
}

type Faults = { readonly password?: PasswordFault | undefined; readonly account?: readonly AccountFault[] };

function welcomePage(
  means: AccountsMeans,
  request: OfficeRequest,
  { purpose, account }: OneTimeLink,
  secret: string,
  faults: Faults = {},
): Answer {
  const { language } = request;
  const who = account === null ? undefined : accountById(means.store, account);
  const bad = faults.password !== undefined || (faults.account ?? []).length > 0;
  const title = WELCOME[purpose][language];
  return page({
    title,
    ...(bad ? { status: 400 } : {}),
    content: html`<h1>${title}</h1>${who === undefined ? '' : html`<p class="lead"><bdi>${who.person}</bdi> · <bdi class="code">${who.name}</bdi></p>`}
<form class="form" method="post" action="/welcome">${csrfField(request)}<input type="hidden" name="link" value="${secret}">
${who === undefined ? newAccountFields(request, faults) : html`<input type="hidden" name="username" autocomplete="username" value="${who.name}">`}
${newPasswordFields(language, faults.password)}${purpose === 'reset' ? tokensEnding(means, request, account ?? 0) : ''}<button>${WELCOME.keep[language]}</button></form>${
      who === undefined ? '' : providerLink(means, request, { link: secret })
    }`,
  });
}

function tokensEnding({ store }: AccountsMeans, { language, at }: OfficeRequest, account: number) {
  const labels = tokensOf(store, account, at).map(({ label }) => `\u2068${label}\u2069`);
  if (labels.length === 0) return '';
  const listed = labels.join(language === 'ar' ? '، ' : ', ');
  return html`<p class="told">${fillText(ACCOUNT.tokensEnd, { labels: listed })[language]}</p>`;
}

function newAccountFields({ language, field }: OfficeRequest, { account = [] }: Faults) {
  const fault = (name: string) => account.find((each) => each.field === name)?.text[language];
  const nameSpec = {
    name: 'name',
    label: SIGN_IN.name[language],
    hint: WELCOME.nameHint[language],
    ltr: true,
  };
  return html`${inputField({ ...nameSpec, autocomplete: 'username', value: field('name'), fault: fault('name') })}
${inputField({ name: 'person', label: SIGN_IN.person[language], autocomplete: 'name', value: field('person'), fault: fault('person') })}`;
}

/** Two fields for a new password. */
export function newPasswordFields(language: Language, fault: PasswordFault | undefined) {
  const common = { type: 'password', autocomplete: 'new-password', ltr: true } as const;
  const said = fault === undefined ? undefined : PASSWORD_FAULTS[fault][language];
  return html`${inputField({ ...common, name: 'password', label: WELCOME.newPassword[language], hint: WELCOME.hint[language], fault: said })}
${inputField({ ...common, name: 'again', label: WELCOME.again[language] })}`;
}

async function takeLink(means: AccountsMeans, request: OfficeRequest): Promise<Answer> {
  const { store, random } = means;
  const { field, fields, at, visit, language } = request;
  const secret = field('link') ?? '';
  const link = findLink(store, secret, at);
  if (link === undefined) return over(language);
  const password = fields.get('password') ?? '';
  const before = link.account === null ? undefined : accountById(store, link.account);
  const name = before?.name ?? (field('name') ?? '').toLowerCase();
  const person = before?.person ?? field('person') ?? '';
  const spec = { name, person, roles: ['administrator'], respondent: null } as const;
  const faults: Faults = {
    password: passwordFault(password, fields.get('again') ?? '', [name, person]),
    account: before === undefined ? accountFaults(spec, means.respondentFault) : [],
  };
  if (faults.password !== undefined || faults.account?.length !== 0)
    return welcomePage(means, request, link, secret, faults);
  const hash = await hashPassword(password, random);
  const acting = { ...actingIn(means, request), by: name };
  const { account, stage, session } = store.transaction(() => {
    const taken: Account =
      before === undefined
        ? acceptAdministrator(acting, secret, { name, person, password: hash })
        : acceptLink(acting, secret, hash);
    const owed = stageAfterPassword(store, taken);
    const opened = openSession({ store, at, random }, taken.id, owed, visit.session);
    return { account: taken, stage: owed, session: opened };
  });
  if (link.purpose === 'reset') means.tell(changedNotice(account, 'reset', at));
  const to = stage === 'code' ? '/sign-in/code' : stage === 'enrolment' ? '/account/second-factor' : '/';
  return { kind: 'redirect', to, session, notice: link.purpose === 'reset' ? WELCOME.changed : WELCOME.kept };
}
