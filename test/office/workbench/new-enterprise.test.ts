// An enterprise and a holding come to the register by its page: from then on it may declare, and every run knows it.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { collectFiles } from '../../../src/command/collect.ts';
import { respondentRule } from '../../../src/command/office-accounts.ts';
import { openDesk } from '../../../src/command/office-desk.ts';
import { domainNow, domainSeen } from '../../../src/command/register.ts';
import { controlKey } from '../../../src/design/ice.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import { declarationText } from '../../../src/office/portal/declaration-file.ts';
import { workbenchRoutes } from '../../../src/office/workbench/routes.ts';
import { openDesk as openCollecting } from '../../collect/workspace-fixture.ts';
import { NOW, officeOver } from '../office-fixture.ts';

const ICE = `9990000010000${controlKey('9990000010000')}`;
const ENTERPRISE = ICE.slice(0, 9);
const FIELDS = {
  ...{ ice: ICE, name: 'Atlas Voix', segment: 'CRM', other_segment: '', holding: '', size: 'small' },
  ...{ export_zone: 'false', respondent: 'true', from: '2025-01-01', reason: 'deed of the court' },
};

async function opened(t: TestContext) {
  const { workspace, put } = await openCollecting(t);
  const effects = stillEffects(NOW);
  const desk = openDesk(workspace, effects);
  t.after(() => desk.close());
  const office = officeOver(workbenchRoutes(desk), { store: workspace.store });
  return { workspace, put, effects, compiler: office.as('compiler'), releaser: office.as('releaser') };
}

test('a new enterprise is in force from its day, may declare and have an account, and bears who added it', async (t) => {
  const { workspace, put, effects, compiler, releaser } = await opened(t);
  const declare = async () => {
    const respondent = { type: 'enterprise', sender: ENTERPRISE } as const;
    const what = {
      respondent,
      period: '2025-Q2',
      function: 'original',
      replaces: null,
      sequence: 1,
    } as const;
    const text = declarationText({ ...what, language: 'fr', lines: [], synthetic: true, at: NOW });
    const [answer] = await collectFiles(workspace, [put('new.json', text)], NOW, effects);
    return answer?.findings.map(({ code }) => code) ?? [];
  };
  assert.ok((await declare()).includes('unknown_sender'));
  assert.equal((await releaser.post('/register', FIELDS)).status, 403);
  const added = await compiler.post('/register', FIELDS);
  assert.equal(added.headers.get('location'), `/register/${ENTERPRISE}`);
  assert.ok(!(await declare()).includes('unknown_sender'));
  assert.equal(
    respondentRule(() => domainNow(workspace))({ type: 'enterprise', sender: ENTERPRISE }),
    undefined,
  );
  const page = await (await compiler.get(`/register/${ENTERPRISE}?day=2025-06-30&language=ar`)).text();
  assert.match(page, /Atlas Voix[\s\S]*deed of the court/);
  const change = { field: 'size', to: 'medium', from: '2025-07-01', reason: 'grew' };
  assert.equal((await compiler.post(`/register/${ENTERPRISE}`, change)).status, 303);
  const sizes = domainNow(workspace).register.filter(({ enterprise }) => enterprise === ENTERPRISE);
  assert.deepEqual(
    sizes.map(({ size, validFrom, validTo, holding }) => [size, validFrom, validTo, holding]),
    [
      ['small', '2025-01-01', '2025-06-30', ENTERPRISE],
      ['medium', '2025-07-01', null, ENTERPRISE],
    ],
  );
  const [entry] = readAudit(workspace.store).filter(({ action }) => action === 'add enterprise');
  assert.equal(entry?.actor, compiler.name);
  const before = domainSeen(workspace, { cutAt: '2025-01-01' }).register;
  assert.ok(!before.some(({ enterprise }) => enterprise === ENTERPRISE), 'a run whose cut was before');
});

test('a new holding takes members; what is wrong with either is said in the reader’s language', async (t) => {
  const { workspace, compiler } = await opened(t);
  const holding = { code: 'H99', name: 'Groupe Atlas', reason: 'annual report' };
  assert.equal((await compiler.post('/holdings', holding)).status, 303);
  assert.match(await (await compiler.get('/holdings')).text(), /Groupe Atlas/);
  assert.equal((await compiler.post('/register', { ...FIELDS, holding: 'H99' })).status, 303);
  assert.equal(domainNow(workspace).register.find(({ ice }) => ice === ICE)?.holding, 'H99');
  const again = await compiler.post('/register?language=ar', FIELDS);
  assert.equal(again.status, 400);
  assert.match(await again.text(), /في ما يُضاف إلى السجل أخطاء[\s\S]*مقاولة ليست في السجل بعد/);
  const other = `9990000020000${controlKey('9990000020000')}`;
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    [
      'ice',
      `${other.slice(0, 14)}${(Number(other[14]) + 1) % 10}`,
      /ICE\u00a0: trouvé \d{15}, attendu 15 chiffres/,
    ],
    ['name', ' ', /nom\u00a0: trouvé rien, attendu un nom/],
    ['segment', 'XXX', /segment\u00a0: trouvé XXX, attendu le code d’un segment/],
    ['other_segment', 'CRM', /attendu le code d’un segment, ou rien/],
    ['holding', 'H00', /groupe\u00a0: trouvé H00, attendu le code d’un groupe/],
    ['size', 'huge', /taille\u00a0: trouvé huge/],
    ['from', '2025-13-01', /à partir du\u00a0: trouvé 2025-13-01, attendu un jour/],
    ['reason', '', /motif\u00a0: trouvé rien, attendu pourquoi/],
  ];
  for (const [field, value, told] of wrong) {
    const answer = await compiler.post('/register', { ...FIELDS, ice: other, [field]: value });
    assert.equal(answer.status, 400, field);
    assert.match(await answer.text(), told);
  }
  for (const fields of [{ ...holding }, { ...holding, code: 'h 1' }, { ...holding, code: 'H98', name: '' }])
    assert.equal((await compiler.post('/holdings', fields)).status, 400);
});
