// What staff change by pages: each act is the program's own, in the name of who signed in, and leaves an entry of the log.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFaults } from '../../../src/command/record-faults.ts';
import { rowsHash } from '../../../src/command/workspace-snapshot.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import { runCommandLine } from '../../../src/main.ts';
import { type AuditEntry, readAudit } from '../../../src/office/audit-log.ts';
import { NOW, type TestVisitor } from '../office-fixture.ts';
import { type DrawnOffice, drawnOffice } from './drawn-office.ts';
import { linesAsked } from './lines-asked.ts';
import { approveOn } from './proposal-form.ts';

let office: DrawnOffice;
let compiler: TestVisitor;
let reviewer: TestVisitor;
let line = '';
const lines = (filters: Parameters<typeof linesAsked>[0]) => office.desk.lines(linesAsked(filters));

before(async () => {
  office = await drawnOffice();
  [compiler, reviewer] = [office.as('compiler'), office.as(['reviewer', 'releaser'])];
  line = (await lines({ state: 'accepted', segment: 'ITO' })).rows[0]?.line ?? '';
});
after(() => office.end());

function lastEntry(): AuditEntry & { readonly told: { readonly [name: string]: unknown } } {
  const entry = readAudit(office.workspace.store).at(-1) as AuditEntry;
  return { ...entry, told: JSON.parse(entry.detail) };
}

test('a decision is recorded for its author with its reason; the log binds its row and repeats none of its words', async () => {
  const answer = await compiler.post(`/lines/${line}/decide`, {
    decision: 'exclude',
    reason: 'cancelled by the bank',
  });
  assert.equal(answer.status, 303);
  const [edit] = office.desk.edits(1).rows;
  assert.deepEqual(
    [edit?.author, edit?.field, edit?.after, edit?.reason],
    [compiler.name, 'state', 'excluded', 'cancelled by the bank'],
  );
  const { actor, action, subject, told } = lastEntry();
  assert.deepEqual([actor, action, subject], [compiler.name, 'decide line', `line ${line}`]);
  const seq = edit?.seq ?? 0;
  const hash = rowsHash(office.workspace.store, 'edits', seq - 1, seq);
  assert.deepEqual(told['before'], { edits: seq - 1 });
  assert.deepEqual(told['after'], { edits: seq, 'edits added': hash, fields: ['state'] });
  assert.doesNotMatch(JSON.stringify(told), /cancelled by the bank|excluded/);
  assert.deepEqual(recordFaults(office.workspace.store, readAudit(office.workspace.store)), []);
});

test('a decision without a reason, or that changes nothing, is refused with what to do, and the log says so', async () => {
  const before = office.desk.edits(1).total;
  for (const fields of [
    { decision: 'exclude', reason: '' },
    { decision: 'exclude', reason: 'again' },
    { decision: 'x' },
  ]) {
    const answer = await compiler.post(`/lines/${line}/decide`, fields);
    assert.equal(answer.status, 400);
  }
  assert.equal(office.desk.edits(1).total, before);
  assert.equal(lastEntry().told['outcome'], 'refused');
});

test('what is tried shows its effect on figures and changes nothing', async () => {
  const before = office.desk.edits(1).total;
  const other = (await lines({ state: 'accepted', segment: 'CRM' })).rows[0]?.line ?? '';
  const page = await (
    await compiler.get(`/lines/${other}?decision=correct&field=amount&to=1.00&language=en`)
  ).text();
  assert.match(page, /Correct ⁨amount⁩ → ⁨1\.00⁩/);
  assert.match(page, /S\.MA\.W1\.CRM\.EXPORTS\.MAD\.2025/);
  assert.equal(office.desk.edits(1).total, before);
});

test('a decision is taken back with a reason, once', async () => {
  const [edit] = office.desk.edits(1).rows;
  const answer = await reviewer.post(`/edits/${edit?.seq}/reverse`, { reason: 'wrong line' });
  assert.equal(answer.headers.get('location'), `/lines/${line}`);
  assert.equal((await reviewer.post(`/edits/${edit?.seq}/reverse`, { reason: 'wrong line' })).status, 400);
  assert.equal(office.desk.edits(1).rows[0]?.reverses, edit?.seq);
});

test('a question goes to the declarant in three languages', async () => {
  assert.equal(
    (await compiler.post(`/lines/${line}/ask`, { field: 'amount', reason: 'larger than usual' })).status,
    303,
  );
  const [question] = office.desk.questions();
  assert.deepEqual([question?.field, question?.author], ['amount', compiler.name]);
  assert.match(await (await compiler.get('/questions')).text(), /larger than usual/);
});

test('an adjustment is approved by another person than its author, and by nobody twice', async () => {
  const cell = 'M.MA.FR.ITO.EXPORTS.MAD.2025/2025-06';
  assert.equal(
    (await compiler.post('/adjustments', { cell, amount: '250000.00', reason: 'contract seen' })).status,
    303,
  );
  assert.equal(office.desk.adjustments()[0]?.author, compiler.name);
  assert.equal((await compiler.post('/adjustments/1/approve')).status, 400);
  assert.equal((await reviewer.post('/adjustments/1/approve')).status, 303);
  assert.equal((await reviewer.post('/adjustments/1/approve')).status, 400);
  assert.equal(office.desk.adjustments()[0]?.approver, reviewer.name);
  assert.equal(
    (await compiler.post('/adjustments', { cell: 'X', amount: 'a lot', reason: 'r' })).status,
    400,
  );
});

test('a dated change of the register is kept with its reason and shown as in force from its day', async () => {
  const enterprise = (await lines({ state: 'accepted', segment: 'CRM' })).rows[0]?.enterprise ?? '';
  const fields = { field: 'segment', to: 'BPO', from: '2025-01-01', reason: 'site visit' };
  assert.equal((await compiler.post(`/register/${enterprise}`, fields)).status, 303);
  const { entries } = await office.desk.enterprise(enterprise, '2025-06-30');
  assert.equal(entries.find(({ inForce }) => inForce)?.segment, 'BPO');
  assert.deepEqual(lastEntry().told['before'], { segment: 'CRM' });
  assert.equal((await compiler.post(`/register/${enterprise}`, { ...fields, to: 'XXX' })).status, 400);
});

test('inputs are frozen once', async () => {
  assert.equal(
    (await compiler.post('/collection/freeze', { period: '2025-S1', reason: 'day 75' })).status,
    303,
  );
  assert.equal(
    (await reviewer.post('/collection/freeze', { period: '2025-S1', reason: 'again' })).status,
    400,
  );
  assert.match(await (await compiler.get('/collection?period=2025-S1')).text(), /day 75/);
});

test('who may read a release before its hour is proposed by one person and approved by another', async () => {
  const command = (...words: readonly string[]) =>
    runCommandLine(words, {
      ...stillEffects(NOW),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    });
  const draft = ['release', office.root, '--period', '2025-S1'];
  assert.equal(await command(...draft, '--embargo', '2025-10-21T10:00:00+01:00'), 0);
  const readers = '/releases/2025-S1/1/readers';
  const post = { 'post-ar': 'وزير', 'post-fr': 'ministre', 'post-en': 'minister' };
  const list = { reader: 'minister', name: 'A. B.', ...post, from: '2025-10-21T08:00:00+01:00' };
  assert.equal((await compiler.post(readers, list)).status, 403);
  assert.equal(
    (await reviewer.post(readers, { ...list, from: '2025-10-22T08:00:00+01:00' })).status,
    400,
    'after its hour',
  );
  assert.equal((await reviewer.post(readers, list)).status, 303);
  assert.equal(
    (await reviewer.post(`${readers}/approve`, { proposal: '1' })).status,
    400,
    'its own proposal',
  );
  const second = office.as('releaser');
  assert.match(
    await (await second.get(`${readers}?language=en`)).text(),
    /A list that waits for another person/,
  );
  assert.equal((await approveOn(second, readers, `${readers}/approve`)).status, 303);
  assert.deepEqual(
    (await office.desk.readers('2025-S1/1')).inForce.map(({ reader }) => reader),
    ['minister'],
  );
  assert.equal((await second.post(readers, { without: 'minister' })).status, 303);
  assert.equal(await command(...draft), 0);
});

test('a release goes from draft to the public by two people, and is withdrawn by two with its public reason', async () => {
  const release = '/releases/2025-S1/1';
  assert.equal((await reviewer.get(`${release}/bulletin/fr`)).status, 200);
  const framed = await reviewer.get(`${release}/bulletin/fr`);
  assert.match(framed.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.equal((await reviewer.post(`${release}/publication/propose`, { reason: 'checked' })).status, 303);
  assert.equal(
    (await reviewer.post(`${release}/publication/approve`, { proposal: '3' })).status,
    400,
    'who proposed it cannot approve it',
  );
  assert.equal((await compiler.post(`${release}/publication/approve`)).status, 403);
  const second = office.as('releaser');
  assert.match(await (await second.get('/?language=en')).text(), /To approve: publication of ⁦2025-S1\/1⁩/);
  assert.equal((await approveOn(second, release, `${release}/publication/approve`)).status, 303);
  assert.equal((await reviewer.get(`${release}/bulletin/fr`)).status, 404, 'sealed');
  assert.equal((await second.post(`${release}/publish`)).status, 303);
  assert.match(await (await office.as('ministry reader').get('/published')).text(), /2025-S1\/1/);
  const text = { 'text-ar': 'خطأ في معدل', 'text-fr': 'erreur de taux', 'text-en': 'a wrong rate' };
  assert.equal((await second.post(`${release}/withdrawal/propose`, { ...text, 'text-ar': '' })).status, 400);
  assert.equal((await second.post(`${release}/withdrawal/propose`, text)).status, 303);
  assert.equal((await approveOn(reviewer, release, `${release}/withdrawal/approve`)).status, 303);
  assert.equal((await office.desk.releases()).releases[0]?.state, 'withdrawn');
});

test('the log is verified and exported by a page, and a changed entry shows', async () => {
  assert.match(await (await compiler.get('/audit?verify=yes&language=en')).text(), /The chain is whole/);
  const exported = (await (await compiler.get('/audit.jsonl')).text()).trim().split('\n');
  assert.equal(exported.length, readAudit(office.workspace.store).length);
  const only = await (
    await compiler.get(`/audit?actor=${reviewer.name}&action=reverse+edit&language=en`)
  ).text();
  assert.match(only, /edits added/);
  assert.doesNotMatch(only, /decide line<\/bdi>/);
  office.workspace.store.run('DROP TRIGGER audit_stands');
  office.workspace.store.run("UPDATE audit SET actor = 'nobody' WHERE seq = 2");
  assert.match(
    await (await compiler.get('/audit?verify=yes&language=en')).text(),
    /entry 2: is not what was written/,
  );
});

test('who decides over a line without having seen the last decision over it is told of it, and nothing is recorded', async () => {
  const { rows } = await lines({ state: 'accepted', segment: 'ESO' });
  const place = rows[0]?.line ?? '';
  const page = await (await reviewer.get(`/lines/${place}?language=en`)).text();
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
  assert.equal(seen, '0');
  const mine = { decision: 'exclude', reason: 'the bank says so', seen };
  assert.equal((await compiler.post(`/lines/${place}/decide`, mine)).status, 303);
  const before = office.desk.edits(1);
  const late = { decision: 'correct', field: 'amount', to: '1.00', reason: 'a decimal mark', seen };
  const refused = await reviewer.post(`/lines/${place}/decide`, late);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), new RegExp(`${compiler.name}.*${before.rows[0]?.seq}`));
  assert.equal(office.desk.edits(1).total, before.total);
  const now = await (await reviewer.get(`/lines/${place}?language=en`)).text();
  const last = /name="seen" value="(\d+)"/.exec(now)?.[1] ?? '';
  assert.equal(last, String(before.rows[0]?.seq));
  assert.equal((await reviewer.post(`/lines/${place}/decide`, { ...late, seen: last })).status, 303);
  const value = await (
    await reviewer.get('/figures/cell?id=EXPORTS/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1&language=fr')
  ).text();
  assert.match(
    value,
    /Exportations · Externalisation des services des technologies de l’information · Monde · Dirham/,
  );
});
