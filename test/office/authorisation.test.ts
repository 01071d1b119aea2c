// The authorisation table of the whole office: what the document says, what the decision says and what the server answers
// are the same, for every route, every role, own objects and those of others.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { initCommand } from '../../src/command/init.ts';
import { openIntake } from '../../src/command/intake.ts';
import { officeOf } from '../../src/command/office.ts';
import { accountsMeans } from '../../src/command/office-accounts.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { type Effects, stillEffects } from '../../src/engine/effects.ts';
import type { Store } from '../../src/engine/store.ts';
import { ROLES, type Scope } from '../../src/office/accounts/role.ts';
import { openSession } from '../../src/office/accounts/session.ts';
import { makeToken } from '../../src/office/accounts/token.ts';
import {
  ASKERS,
  type Asker,
  authorisationTable,
  authorise,
  OWNERSHIPS,
  routeFaults,
} from '../../src/office/authorisation.ts';
import { json, type Route } from '../../src/office/route.ts';
import {
  addAccount,
  NOW,
  officeOver,
  type TestOffice,
  type TestVisitor,
  visitorWith,
} from './office-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-authorisation-'));
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const effects: Effects = { ...stillEffects(NOW), random };
let routes: readonly Route[] = [];
let office: TestOffice;

before(async () => {
  const root = join(folder, 'workspace');
  await initCommand.run([root], { synthetic: true, domain: 'ma-digital' }, effects);
  const workspace = openWorkspace(root);
  const intake = openIntake(workspace, effects);
  const means = accountsMeans(workspace, effects, undefined);
  routes = officeOf(workspace, { origin: '', means, intake }, effects).routes;
  await intake.close();
  workspace.store.close();
  office = officeOver(routes.map(reached));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The route with its rules, whose answer tells only that it was reached; whose object it is, the query says. */
function reached(route: Route): Route {
  const answer: Route['answer'] = () => json({ reached: true });
  if (route.owner === undefined) return { ...route, answer };
  const owner: Route['owner'] = ({ query }) => {
    const sender = query.get('of') ?? 'absent';
    return sender === 'absent' ? undefined : { type: 'bank', sender };
  };
  return { ...route, answer, owner };
}

function visitorAs(asker: Asker): TestVisitor {
  if (asker === 'guest') return office.guest;
  const stage = asker === 'code owed' ? 'code' : asker === 'enrolment owed' ? 'enrolment' : 'full';
  const respondent = asker === 'declarant' ? ({ type: 'bank', sender: 'own' } as const) : undefined;
  const name = addAccount(
    office.store,
    ROLES.filter((role) => role === asker),
    respondent,
  );
  const session = openSession(
    { store: office.store, at: NOW, random },
    idOf(office.store, name),
    stage,
    undefined,
  );
  return visitorWith(office.app, name, session);
}

function idOf(store: Store, name: string): number {
  return store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', name)?.id ?? 0;
}

function addressOf({ path }: Route, of: string): string {
  return `${path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'ordinal' || name === 'seq' ? '1' : 'x'))}?of=${of}`;
}

test('no route lacks a rule', () => {
  assert.ok(routes.length > 100, `${routes.length} routes`);
  assert.deepEqual(routeFaults(routes), []);
});

const SAMPLE: Route = { method: 'GET', path: '/x', access: ['declarant'], answer: () => json({}) };
const DAMAGES: readonly (readonly [Route, RegExp])[] = [
  [{ ...SAMPLE, path: '/x/:id' }, /nobody asks whose/],
  [{ ...SAMPLE, method: 'POST' }, /unnamed/],
  [{ ...SAMPLE, access: [] }, /for nobody/],
  [{ ...SAMPLE, access: 'anyone', scope: 'declarations:read' }, /guards nothing/],
];
for (const [route, says] of DAMAGES)
  test(`a list with such a route is found: ${says.source}`, () =>
    assert.match(routeFaults([route]).join(), says));

test('the document is the table of the routes as they are', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/authorisation.md'), 'utf8');
  const table = document.split('\n').filter((line) => line.startsWith('|'));
  const made = authorisationTable(routes).split('\n');
  const different = [
    ...made.filter((row) => !table.includes(row)),
    ...table.filter((row) => !made.includes(row)),
  ];
  assert.deepEqual(different, [], 'print it again: `marsad office WS --routes`');
  assert.equal(table.length, made.length);
});

test('lines, contributions and unpublished figures are in no route of the ministry or of declarants', () => {
  const outside = routes.filter(
    ({ access }) => Array.isArray(access) && access.some((role) => role === 'ministry reader'),
  );
  assert.deepEqual(
    outside.map(({ path }) => path),
    ['/published'],
  );
  const staff =
    /^\/(lines|queue|figures|disclosure|register|holdings|runs|edits|adjustments|recodes|residuals|audit|accounts)/;
  for (const { path, access } of routes.filter((route) => staff.test(route.path)))
    assert.ok(Array.isArray(access) && access.every((role) => !/declarant|reader/.test(role)), path);
});

const STATUS = { 'sign-in': 303, 'second-factor': 303, forbidden: 403, absent: 404, allowed: 200 } as const;

for (const asker of ASKERS) {
  test(`every route answers as the table says: ${asker}`, async () => {
    const visitor = visitorAs(asker);
    for (const route of routes) {
      for (const ownership of route.owner === undefined ? (['own'] as const) : OWNERSHIPS) {
        const address = addressOf(route, ownership);
        const answer = await (route.method === 'GET' ? visitor.get(address) : visitor.post(address));
        const decision = authorise(route, asker, ownership);
        const program = route.path.startsWith('/api/') && STATUS[decision] === 303;
        const said = `${asker}: ${route.method} ${address}`;
        assert.equal(answer.status, program ? 401 : STATUS[decision], said);
        const body = await answer.text();
        assert.equal(body.includes('"reached":true'), decision === 'allowed', said);
      }
    }
  });
}

test('a token takes the routes of its scopes, of its role and of its respondent, and no others', async () => {
  const name = addAccount(office.store, ['declarant'], { type: 'bank', sender: 'own' });
  const account = idOf(office.store, name);
  const acting = { store: office.store, by: 'test', at: NOW, random, record: () => {} };
  const tokens: readonly Scope[] = ['declarations:read', 'declarations:write', 'questions:read'];
  for (const scope of tokens) {
    const secret = makeToken(acting, { account, label: scope, scopes: [scope], days: 30 });
    for (const route of routes) {
      for (const ownership of route.owner === undefined ? (['own'] as const) : OWNERSHIPS) {
        const answer = await office.app.request(`http://office.test${addressOf(route, ownership)}`, {
          method: route.method,
          headers: { authorization: `Bearer ${secret}` },
        });
        const may = route.scope === scope;
        const expected = !may ? 403 : route.owner === undefined || ownership === 'own' ? 200 : 404;
        assert.equal(answer.status, expected, `${scope}: ${route.method} ${route.path} ${ownership}`);
      }
    }
  }
  assert.throws(
    () => makeToken(acting, { account, label: 'x', scopes: ['figures:read'], days: 30 }),
    /allow no/,
  );
});
