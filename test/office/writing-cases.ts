// One request for every route of the office that writes, each as it is sent from its page, in an order in which they follow.

import { setTimeout } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { controlKey } from '../../src/design/ice.ts';
import { offerReset } from '../../src/office/accounts/manage.ts';
import { hashPassword } from '../../src/office/accounts/password.ts';
import { beginEnrolment, confirmEnrolment } from '../../src/office/accounts/second-factor.ts';
import { openSession, type SessionStage } from '../../src/office/accounts/session.ts';
import { makeToken } from '../../src/office/accounts/token.ts';
import { addAccount, NOW, type TestVisitor, visitorWith } from './office-fixture.ts';
import { machine } from './portal/portal-fixture.ts';
import { proposalOn } from './workbench/proposal-form.ts';
import type { WritingOffice } from './writing-office.ts';
import { protectionCases } from './writing-protection.ts';

export type Case = {
  /** Such as `POST /accounts/:name/unlock`. */
  readonly route: string;
  /** What must be there before; its value is given to the request. */
  readonly prepare: () => Promise<string>;
  readonly send: (prepared: string) => Promise<Response>;
};
type Fields = { readonly [name: string]: string };
const nothing = async () => '';
const PASSWORD = 'seven herons over salé';

/** The cases of all parts. */
export async function writingCases(office: WritingOffice): Promise<readonly Case[]> {
  return [
    ...(await editingCases(office)),
    ...(await portalCases(office)),
    ...(await releaseCases(office)),
    ...protectionCases(office),
    ...(await accountCases(office)),
    ...(await ownCases(office)),
  ];
}

function plain(
  route: string,
  visitor: TestVisitor,
  path: string,
  fields: Fields = {},
  prepare = nothing,
): Case {
  return {
    ...{ route: `POST ${route}`, prepare },
    send: (prepared) => visitor.post(path.replace('{}', prepared), fields),
  };
}

async function editingCases(office: WritingOffice): Promise<readonly Case[]> {
  const [compiler, reviewer] = [office.as('compiler'), office.as('reviewer')];
  const { store } = office;
  const [row] = store.all<{ id: number; sender: string }>(
    "SELECT id, sender FROM submissions WHERE state = 'received' AND declarant_type = 'bank' ORDER BY id",
  );
  const line = `${row?.id}/1`;
  const enterprise = office.drawn.workspace.domain.register[0]?.enterprise ?? '';
  const last = (sql: string) => async () => String(store.get<{ n: number }>(sql)?.n);
  const cell = {
    cell: 'M.MA.FR.ITO.EXPORTS.MAD.2025/2025-06',
    amount: '250000.00',
    reason: 'seen',
    enterprise,
  };
  const adjustment = last('SELECT max(seq) AS n FROM adjustments');
  const job = last('SELECT max(id) AS n FROM run_jobs');
  const stop = plain('/runs/jobs/:id/stop', compiler, '/runs/jobs/{}/stop', {}, job);
  return [
    plain('/lines/:submission/:ordinal/decide', compiler, `/lines/${line}/decide`, {
      ...{ decision: 'exclude', reason: 'cancelled' },
    }),
    plain(
      '/edits/:seq/reverse',
      compiler,
      '/edits/{}/reverse',
      { reason: 'wrong' },
      last('SELECT max(seq) AS n FROM edits'),
    ),
    plain('/lines/:submission/:ordinal/ask', compiler, `/lines/${line}/ask`, {
      field: 'amount',
      reason: 'large',
    }),
    plain('/adjustments', compiler, '/adjustments', cell),
    plain('/adjustments/:seq/approve', reviewer, '/adjustments/{}/approve', {}, adjustment),
    plain('/adjustments/:seq/retract', compiler, '/adjustments/{}/retract', { reason: 'wrong' }, adjustment),
    plain('/register/:enterprise', compiler, `/register/${enterprise}`, {
      ...{ field: 'name', to: 'Another name', from: '2025-01-01', reason: 'deed' },
    }),
    plain('/register', compiler, '/register', {
      ...{ ice: `9990000010000${controlKey('9990000010000')}`, name: 'Atlas', segment: 'CRM', size: 'small' },
      ...{ from: '2025-01-01', reason: 'deed' },
    }),
    plain('/holdings', compiler, '/holdings', { code: 'H99', name: 'Atlas', reason: 'report' }),
    plain('/collection/freeze', compiler, '/collection/freeze', { period: '2025-S1', reason: 'day 75' }),
    plain('/runs', compiler, '/runs', { period: '2025-S1' }),
    { ...stop, send: async (id) => ended(office, await stop.send(id)) },
  ];
}

/** Waits for the end of what was asked to stop. */
async function ended({ store }: WritingOffice, answer: Response): Promise<Response> {
  const going = () => store.get('SELECT 1 FROM run_jobs WHERE ended_at IS NULL') !== undefined;
  for (let turn = 0; answer.status < 400 && going() && turn < 200; turn += 1) await setTimeout(50);
  return answer;
}

async function portalCases(office: WritingOffice): Promise<readonly Case[]> {
  const { store } = office;
  const receipts = store.all<{ receipt: string; sender: string; id: number }>(
    "SELECT receipt, sender, id FROM submissions WHERE state = 'received' AND declarant_type = 'bank' AND function <> 'cancel' ORDER BY id",
  );
  const [own] = receipts;
  const bank = { type: 'bank', sender: own?.sender ?? '' } as const;
  const sender = office.drawn.workspace.domain.register[0]?.enterprise ?? '';
  const enterprise = { type: 'enterprise', sender } as const;
  const [person, small, program] = [
    ...[office.as('declarant', bank), office.as('declarant', enterprise)],
    machine({ office }, bank),
  ] as const;
  const file = () => {
    const form = new FormData();
    form.append('file', new File([`x;${crypto.randomUUID()}\n`], 'june.csv'));
    return form;
  };
  const ask = async () => {
    const field = `field${Math.random()}`;
    return String(
      store.run(
        `INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at)
         VALUES (?, 1, ?, 'bank', ?, 'س', 'q', 'q', 'r', 'a', ?)`,
        ...[own?.id ?? 0, field, bank.sender, NOW],
      ),
    );
  };
  const row = {
    ...{
      'period-1': '2025-05',
      'service_item-1': 'IT01',
      'counterparty_country-1': 'FR',
      'currency-1': 'MAD',
    },
    ...{ 'invoiced_amount-1': '120000', 'received_amount-1': '110000', 'received_abroad-1': '15000' },
    ...{ 'headcount-1': '42', 'digital_share-1': '85 %' },
  };
  const cancel = `/declare/receipts/${own?.receipt}/cancel`;
  return [
    { route: 'POST /declare/file', prepare: nothing, send: () => person.post('/declare/file', file()) },
    {
      ...{ route: 'POST /api/v1/declarations', prepare: nothing },
      send: () => program.send('/declarations', 'x;y\n', { 'content-type': 'text/csv' }),
    },
    plain('/declare/form', small, '/declare/form', {
      ...{ period: '2025-Q2', rows: '1', do: 'send', ...row },
    }),
    plain('/declare/nil', small, '/declare/nil', { period: '2025-Q3' }),
    plain('/declare/receipts/:receipt/cancel', person, cancel),
    {
      ...{ route: 'POST /api/v1/declarations/:receipt/cancel', prepare: nothing },
      send: () => program.send(`/declarations/${own?.receipt}/cancel`),
    },
    plain('/declare/questions/:question', person, '/declare/questions/{}', { answer: 'yes' }, ask),
    {
      ...{ route: 'POST /api/v1/questions/:question/answer', prepare: ask },
      send: (question) =>
        program.send(`/questions/${question}/answer`, JSON.stringify({ answer: 'yes' }), {
          'content-type': 'application/json',
        }),
    },
  ];
}

async function releaseCases(office: WritingOffice): Promise<readonly Case[]> {
  const [one, other] = [office.as('releaser'), office.as('releaser')];
  const release = '/releases/2025-S1/1';
  const approval = (page: string, action: string): Pick<Case, 'prepare' | 'send'> => ({
    prepare: async () => (await proposalOn(other, page, action)) ?? '',
    send: (proposal) => other.post(action, { proposal }),
  });
  office.store.run("UPDATE releases SET embargo = '2025-10-21T10:00:00+01:00'");
  const list = {
    ...{ reader: 'minister', name: 'A. B.', from: '2025-10-21T08:00:00+01:00' },
    ...{ 'post-ar': 'وزير', 'post-fr': 'ministre', 'post-en': 'minister' },
  };
  const hourless = async () => {
    office.store.run('UPDATE releases SET embargo = NULL');
    return '';
  };
  const base = '/releases/:period/:number';
  return [
    plain(`${base}/readers`, one, `${release}/readers`, list),
    {
      route: `POST ${base}/readers/approve`,
      ...approval(`${release}/readers`, `${release}/readers/approve`),
    },
    plain(`${base}/:act/propose`, one, `${release}/publication/propose`, { reason: 'checked' }, hourless),
    { route: `POST ${base}/:act/approve`, ...approval(release, `${release}/publication/approve`) },
    plain(`${base}/publish`, one, `${release}/publish`),
  ];
}

function acting({ store, means }: WritingOffice) {
  return { store, by: 'test', at: NOW, random: means.random, record: () => 0 };
}

async function accountCases(office: WritingOffice): Promise<readonly Case[]> {
  const administrator = office.as('administrator');
  const target = addAccount(office.store, ['compiler']);
  const { id } = office.store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', target) ?? {
    id: 0,
  };
  const made = async () => {
    openSession({ store: office.store, at: NOW, random: office.means.random }, id, 'full', undefined);
    office.store.run('UPDATE accounts SET failures = 5 WHERE id = ?', id);
    office.store.run(
      "INSERT OR REPLACE INTO second_factors (account, secret, confirmed_at) VALUES (?, 'x', ?)",
      ...[id, NOW],
    );
    office.store.run(
      `INSERT INTO tokens (hash, account, label, scopes, made_by, made_at, ends_at) VALUES (?, ?, 't', '[]', 't', ?, '2099')`,
      ...[crypto.randomUUID(), id, NOW],
    );
    return target;
  };
  const acts = ['reset', 'unlock', 'second-factor', 'sessions', 'tokens', 'deactivate', 'activate'];
  return [
    plain('/accounts/new', administrator, '/accounts/new', {
      ...{ name: 'new.one', person: 'New One', role: 'compiler', type: 'nobody' },
    }),
    plain('/accounts/:name/roles', administrator, `/accounts/${target}/roles`, { role: 'reviewer' }, made),
    ...acts.map((act) => plain(`/accounts/:name/${act}`, administrator, `/accounts/{}/${act}`, {}, made)),
  ];
}

async function ownCases(office: WritingOffice): Promise<readonly Case[]> {
  const { store, means } = office;
  const name = addAccount(store, ['declarant', 'compiler']);
  const { id } = store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', name) ?? { id: 0 };
  store.run('UPDATE accounts SET password = ? WHERE id = ?', await hashPassword(PASSWORD, means.random), id);
  const visitor = (stage: SessionStage = 'full') =>
    visitorWith(
      office.app,
      name,
      openSession({ store, at: NOW, random: means.random }, id, stage, undefined),
    );
  let now = visitor();
  const present =
    (stage: SessionStage = 'full') =>
    async () => {
      now = visitor(stage);
      return '';
    };
  const own = (path: string, fields: Fields = {}, prepare = present()): Case => ({
    ...{ route: `POST ${path}`, prepare },
    send: (prepared) => now.post(path, prepared === '' ? fields : { ...fields, token: prepared }),
  });
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(NOW) + steps * 30_000 });
  const factor = beginEnrolment(means.random, name).secret;
  const enrolled = async () => {
    confirmEnrolment(means, id, { secret: factor, code: codeOf(factor, -1), at: NOW });
    return present('code')();
  };
  const other = beginEnrolment(means.random, name).secret;
  const again = { current: PASSWORD, password: 'nine storks over rabat', again: 'nine storks over rabat' };
  const token = async () => {
    await present()();
    const spec = { account: id, label: 't', scopes: ['declarations:read'], days: 30 } as const;
    makeToken(acting(office), spec);
    return String(store.get<{ id: number }>('SELECT max(id) AS id FROM tokens')?.id);
  };
  return [
    plain('/sign-in', office.guest, '/sign-in', { name, password: PASSWORD }),
    own('/sign-out'),
    own('/account/tokens', { label: 't', scope: 'declarations:read', days: '30', current: PASSWORD }),
    own('/account/tokens/revoke', {}, token),
    own('/account/recovery-codes', { current: PASSWORD }),
    {
      ...own('/sign-in/code', {}, enrolled),
      send: () => now.post('/sign-in/code', { code: codeOf(factor) }),
    },
    own('/account/second-factor', {
      ...{ kept: means.vault.close(`${id} ${other}`), code: codeOf(other), current: PASSWORD },
    }),
    {
      ...{ route: 'POST /welcome', prepare: async () => offerReset(acting(office), name) },
      send: (link) => office.guest.post('/welcome', { link, password: PASSWORD, again: PASSWORD }),
    },
    own('/account/password', { ...again, tokens: 'end' }),
    own('/account/sessions/end'),
  ];
}
