// Two people at their pages: what one approves is what stood on the page, and nothing that took its place meanwhile.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openDesk } from '../../../src/command/office-desk.ts';
import { draftRelease } from '../../../src/command/release.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import type { Desk } from '../../../src/office/workbench/desk.ts';
import { workbenchRoutes } from '../../../src/office/workbench/routes.ts';
import { type ReleaseWorkspace, releaseWorkspace } from '../../command/release-workspace.ts';
import { officeOver, type TestOffice, type TestVisitor } from '../office-fixture.ts';
import { approveOn, proposalOn } from './proposal-form.ts';

const AT = '2025-09-25T10:00:00.000Z';
const HOUR = '2025-09-30T10:00:00+01:00';
const RELEASE = '/releases/2025-S1/1';
const READERS = `${RELEASE}/readers`;
const effects = { ...stillEffects(AT), random: (bytes: number) => randomBytes(bytes) };
let made: ReleaseWorkspace;
let desk: Desk;
let office: TestOffice;
let [first, second]: TestVisitor[] = [];

before(async () => {
  made = await releaseWorkspace(false);
  desk = openDesk(made.workspace, effects);
  office = officeOver(workbenchRoutes(desk), { store: made.workspace.store, clock: () => AT });
  [first, second] = [office.as('releaser'), office.as('releaser')];
  const { workspace, run } = made;
  await draftRelease({ workspace, run, period: '2025-S1', embargo: HOUR }, effects);
});
after(() => {
  desk.close();
  made.end();
});

const people = () => [first as TestVisitor, second as TestVisitor] as const;
const reader = (name: string) => ({
  ...{ reader: name, name: 'A. B.', from: '2025-09-30T08:00:00+01:00' },
  ...{ 'post-ar': 'وزير', 'post-fr': 'ministre', 'post-en': 'minister' },
});

/** Each act with the form that proposes it, once and then otherwise, in the order in which they can follow. */
const ACTS: readonly {
  readonly page: string;
  readonly propose: string;
  readonly approve: string;
  readonly forms: readonly [{ readonly [name: string]: string }, { readonly [name: string]: string }];
  readonly told: RegExp;
}[] = [
  {
    ...{
      page: RELEASE,
      propose: `${RELEASE}/publication/propose`,
      approve: `${RELEASE}/publication/approve`,
    },
    forms: [{ reason: 'checked by sector' }, { reason: 'not checked' }],
    told: /motif\u00a0: trouvé not checked, attendu checked by sector/,
  },
  {
    ...{ page: READERS, propose: READERS, approve: `${READERS}/approve` },
    forms: [reader('minister'), reader('stranger')],
    told: /stranger\.reader\u00a0: trouvé stranger/,
  },
  {
    ...{
      page: RELEASE,
      propose: `${RELEASE}/postponement/propose`,
      approve: `${RELEASE}/postponement/approve`,
    },
    forms: [
      { until: '2025-10-02T10:00:00+01:00', reason: 'late' },
      { until: '2025-12-02T10:00:00+01:00', reason: 'late' },
    ],
    told: /nouvelle heure\u00a0: trouvé 2025-12-02T10:00:00\+01:00, attendu 2025-10-02T10:00:00\+01:00/,
  },
  {
    ...{
      page: RELEASE,
      propose: `${RELEASE}/cancellation/propose`,
      approve: `${RELEASE}/cancellation/approve`,
    },
    forms: [{ reason: 'a bank is missing' }, { reason: 'no reason' }],
    told: /motif\u00a0: trouvé no reason/,
  },
];

for (const { page, propose, approve, forms, told } of ACTS) {
  test(`${approve}: a proposal that was replaced while its page was open is not approved`, async () => {
    const [author, approver] = people();
    assert.equal((await author.post(propose, forms[0])).status, 303);
    const seen = (await proposalOn(approver, page, approve)) ?? '';
    assert.match(seen, /^\d+$/);
    assert.equal((await author.post(propose, forms[1])).status, 303);
    const late = await approver.post(approve, { proposal: seen });
    assert.equal(late.status, 400);
    assert.match(await late.text(), told);
    assert.equal((await approver.post(approve)).status, 400, 'a form without a number');
    assert.equal((await author.post(propose, forms[0])).status, 303);
    assert.equal((await approver.post(approve, { proposal: seen })).status, 400, 'the same words, made anew');
    assert.equal((await approveOn(approver, page, approve)).status, 303);
  });
}

test('a withdrawal says in public what the approver has read', async () => {
  const { workspace, run } = made;
  const [author, approver] = people();
  await draftRelease({ workspace, run, period: '2025-S1', embargo: null }, effects);
  assert.equal((await author.post(`${RELEASE}/publication/propose`, { reason: 'checked' })).status, 303);
  assert.equal((await approveOn(approver, RELEASE, `${RELEASE}/publication/approve`)).status, 303);
  assert.equal((await approver.post(`${RELEASE}/publish`)).status, 303);
  const text = (en: string) => ({ 'text-ar': 'خطأ', 'text-fr': 'erreur', 'text-en': en });
  const action = `${RELEASE}/withdrawal/approve`;
  await author.post(`${RELEASE}/withdrawal/propose`, text('a wrong rate'));
  const seen = (await proposalOn(approver, RELEASE, action)) ?? '';
  await author.post(`${RELEASE}/withdrawal/propose`, text('a lie'));
  const late = await approver.post(action, { proposal: seen });
  assert.equal(late.status, 400);
  assert.match(await late.text(), /en\u00a0: trouvé a lie, attendu a wrong rate/);
  assert.equal((await approveOn(approver, RELEASE, action)).status, 303);
});
