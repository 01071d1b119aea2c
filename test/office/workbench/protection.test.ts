// The page on protection: the choice and the acts of two people on risks, in the name of who signed in, in three languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptedRisks } from '../../../src/command/accepted-risks.ts';
import { choicesOf } from '../../../src/command/protection-choice.ts';
import type { Language } from '../../../src/design/text.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import type { Reader } from '../../../src/office/workbench/form.ts';
import { protectionPage } from '../../../src/office/workbench/pages/protection.ts';
import type { TestVisitor } from '../office-fixture.ts';
import { type DrawnOffice, drawnOffice } from './drawn-office.ts';

const CELL = 'EXPORTS/M.MA.FR.KPO.EXPORTS.MAD.2025/2025-02';
const RISK = {
  cell: CELL,
  ground: 'public',
  holdings: '',
  source: 'release 2024/1',
  reason: 'printed before',
};
let office: DrawnOffice;
let compiler: TestVisitor;
let reviewer: TestVisitor;

before(async () => {
  office = await drawnOffice(0);
  [compiler, reviewer] = [office.as('compiler'), office.as('reviewer')];
});
after(() => office.end());

test('a way to protect is chosen with a reason, in the name of who chose; another word is refused', async () => {
  const answer = await compiler.post('/protection', {
    option: 'merge:BPO_KPO',
    reason: 'a handful of companies',
  });
  assert.equal(answer.status, 303);
  const [choice] = choicesOf(office.workspace.store);
  assert.deepEqual([choice?.option, choice?.author], ['merge:BPO_KPO', compiler.name]);
  for (const fields of [
    { option: 'merge:XX', reason: 'x' },
    { option: 'periods:Q', reason: ' ' },
  ])
    assert.equal((await compiler.post('/protection', fields)).status, 400, JSON.stringify(fields));
  assert.equal(choicesOf(office.workspace.store).length, 1);
  assert.equal(
    (await office.as('declarant').post('/protection', { option: 'suppression', reason: 'x' })).status,
    403,
  );
});

test('a risk is proposed by one person and accepted by another who has read it, and ended by one', async () => {
  assert.equal((await compiler.post('/protection/risks', RISK)).status, 303);
  const page = await (await reviewer.get('/protection')).text();
  const number = /name="proposal" value="(\d+)"/.exec(page)?.[1] ?? '';
  assert.ok(page.includes(CELL) && number !== '');
  assert.doesNotMatch(await (await compiler.get('/protection')).text(), /risks\/approve/, 'not one’s own');
  assert.equal(
    (await compiler.post('/protection/risks/approve', { cell: CELL, proposal: number })).status,
    403,
  );
  assert.equal((await reviewer.post('/protection/risks/approve', { cell: CELL })).status, 400);
  assert.deepEqual(acceptedRisks(office.workspace.store), []);
  assert.equal(
    (await reviewer.post('/protection/risks/approve', { cell: CELL, proposal: number })).status,
    303,
  );
  assert.deepEqual(acceptedRisks(office.workspace.store), [{ cell: CELL, ground: 'public', holdings: [] }]);
  assert.equal((await compiler.post('/protection/risks/end', { cell: CELL, reason: 'revised' })).status, 303);
  assert.deepEqual(acceptedRisks(office.workspace.store), []);
  const actions = readAudit(office.workspace.store).map(({ action }) => action);
  for (const action of [
    'protection chosen',
    'residual risk proposed',
    'residual risk approved',
    'residual risk ended',
  ])
    assert.ok(actions.includes(action), action);
});

test('the page is in three languages and shows the choice, the comparison and what has no cause', async () => {
  const { store } = office.workspace;
  store.run(
    `INSERT INTO runs VALUES (1, 'analysed', 0, 0, ?, 'p', '2025-09-20T09:00:00.000Z', '2025-09-20T09:00:00.000Z', NULL, '{}')`,
    office.workspace.domain.hash,
  );
  const row = { option: 'merge:BPO_KPO', at_risk: 0, levels: 4247, ratios: 1098, instead: 555 };
  store.run(
    "INSERT INTO protection_comparisons VALUES (1, ?, 'amina', '2025-09-20T09:00:00.000Z')",
    JSON.stringify([{ ...row, cells: 10_975, value: '416147', share: 895, rounding: '2089' }]),
  );
  const words = { ar: 'طرق الحماية', fr: 'Modes de protection', en: 'Ways to protect' };
  for (const [language, title] of Object.entries(words)) {
    const reader = {
      language: language as Language,
      csrf: '',
      account: { name: 'amina', roles: ['reviewer'] },
    };
    const page = String(protectionPage(await office.desk.protection(), reader as unknown as Reader));
    assert.ok(page.includes(title), language);
    assert.ok(page.includes('BPO_KPO') && /4[\s.,\u202f\u00a0]?247/.test(page), language);
  }
});
