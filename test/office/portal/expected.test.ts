// Who is asked for what, in a workspace where nobody has declared yet: the register, the list of banks and the calendar say
// it, the same for the portal, for the pages for staff and for the reminders.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remindersFor } from '../../../src/analyse/respondents.ts';
import { respondentRule } from '../../../src/command/office-accounts.ts';
import { openDesk } from '../../../src/command/office-desk.ts';
import { monthsOf, periodOf } from '../../../src/design/period.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import { accountFaults, respondentNamed } from '../../../src/office/accounts/account-rule.ts';
import { BANK, leadsTo, openPortal, TODAY } from './portal-fixture.ts';

/** A small exporter of the register, as an administrator writes it. */
const ICE = '009497236000142';
const EXPORTER = { type: 'enterprise', sender: '009497236' } as const;

test('an enterprise is invited by its ICE and bound to the nine digits that declarations name', async (t) => {
  const { workspace } = await openPortal(t);
  const rule = respondentRule(() => workspace.domain);
  const faultOf = (type: 'bank' | 'enterprise', text: string) => {
    const spec = {
      name: 'one',
      person: 'One',
      roles: ['declarant' as const],
      respondent: respondentNamed(type, text),
    };
    return accountFaults(spec, rule).map(({ text: { en } }) => en);
  };
  assert.deepEqual(respondentNamed('enterprise', ICE), EXPORTER);
  assert.deepEqual(respondentNamed('enterprise', '9497236000142'), EXPORTER);
  assert.deepEqual([faultOf('enterprise', ICE), faultOf('enterprise', EXPORTER.sender)], [[], []]);
  assert.match(faultOf('enterprise', '009497236000143').join(), /divisible by 97/);
  assert.match(faultOf('enterprise', '001561191000066').join(), /not in the register/);
  assert.deepEqual(respondentNamed('bank', 'B01'), BANK);
  assert.match(faultOf('bank', 'B99').join(), /No bank/);
});

test('a small exporter of a new workspace is told its quarters by due page, form, nil page and first page, and declares', async (t) => {
  const { office, desk } = await openPortal(t);
  // An account of before, bound to all fifteen digits, declares as well.
  const one = office.as('declarant', { type: 'enterprise', sender: ICE });
  const textOf = async (path: string) => (await one.get(path)).text();
  const quarters = desk.due(EXPORTER).map(({ period }) => period);
  assert.deepEqual(quarters, ['2025-Q2', '2025-Q1', '2024-Q4', '2024-Q3', '2024-Q2']);
  for (const path of [
    '/declare?language=ar',
    '/declare/due?language=ar',
    '/declare/form?language=ar',
    '/declare/nil?language=ar',
  ]) {
    const page = await textOf(path);
    assert.match(page, /2025-Q1/, path);
    assert.doesNotMatch(page, /لا فصل ينتظر/, path);
  }
  assert.match(
    await textOf('/declare?language=fr'),
    /Société synthétique 040<\/bdi> \(<bdi class="code">009497236</,
  );
  const sent = await one.post('/declare/nil', { period: '2025-Q1' });
  const report = desk.report(EXPORTER, leadsTo(sent).split('/').at(-1) ?? '');
  assert.equal(report?.outcome, 'received', JSON.stringify(report?.findings));
  assert.match(await textOf('/declare?language=en'), /Your last receipts[\s\S]*first quarter of 2025/);
});

test('who is not asked is told so, and may declare all the same', async (t) => {
  const { office, workspace, desk } = await openPortal(t);
  const entry = workspace.domain.register.find(({ respondent, validTo }) => !respondent && validTo === null);
  const unasked = { type: 'enterprise', sender: entry?.enterprise ?? '' } as const;
  const one = office.as('declarant', unasked);
  for (const path of ['/declare/due', '/declare/form', '/declare/nil'])
    assert.match(
      await (await one.get(`${path}?language=en`)).text(),
      /The register asks no declaration of you/,
      path,
    );
  const sent = await one.post('/declare/nil', { period: '2025-Q2' });
  assert.equal(desk.report(unasked, leadsTo(sent).split('/').at(-1) ?? '')?.outcome, 'received');
});

test('portal, collection and reminders name the same periods as owed and late', async (t) => {
  const { workspace, desk } = await openPortal(t);
  const bench = openDesk(workspace, stillEffects(TODAY));
  t.after(() => bench.close());
  const owed = desk.due(BANK).filter(({ receipt }) => receipt === null);
  const page = await bench.respondent(BANK.sender);
  assert.deepEqual(
    page.due.map(({ period, overdue }) => [period, overdue]),
    owed.map(({ period, overdue }) => [period, overdue]),
  );
  const view = await bench.collection('2025-S1');
  const months = monthsOf(periodOf('2025-S1'));
  assert.deepEqual(
    view.due.map(({ sender, period }) => `${sender} ${period}`),
    remindersFor(workspace.domain, [], months, TODAY.slice(0, 10)).map(
      ({ sender, period }) => `${sender} ${period}`,
    ),
  );
  const own = view.due
    .filter(({ sender }) => sender === BANK.sender)
    .map(({ period, overdue }) => [period, overdue]);
  assert.deepEqual(
    own,
    owed
      .filter(({ period }) => months.includes(period))
      .map(({ period, overdue }) => [period, overdue])
      .toReversed(),
  );
  for (const { source, period, expected, received } of view.response) {
    const missing = view.due.filter((row) => row.source === source && row.period === period).length;
    assert.equal(expected - received, missing, `${source} ${period}`);
  }
});
