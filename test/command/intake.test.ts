import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openIntake, plainFileName } from '../../src/command/intake.ts';
import { settleWaiting } from '../../src/command/intake-settle.ts';
import { openPortalDesk } from '../../src/command/office-portal.ts';
import { addUpload } from '../../src/command/upload-row.ts';
import { workspaceEngine } from '../../src/command/workspace.ts';
import { stillEffects, systemEffects } from '../../src/engine/effects.ts';
import { hashOf, makeFolder } from '../../src/engine/files.ts';
import type { Desk, Purpose, Report, Respondent } from '../../src/office/portal/desk.ts';
import { prepareValidation } from '../../src/process/first-validation.ts';
import { encodeText } from '../../src/simulate/encode-text.ts';
import { AT, csv, openDesk, ROWS } from '../collect/workspace-fixture.ts';

const OWN: Respondent = { type: 'bank', sender: 'B01' };
const OTHER: Respondent = { type: 'bank', sender: 'B02' };
const GOOD = ROWS.map((row) => row.replaceAll('N01', 'IT01'));

type Portal = {
  readonly desk: Desk;
  readonly root: string;
  readonly count: () => number;
  readonly rows: (statement: string) => readonly unknown[];
  readonly send: (content: string | Uint8Array, more?: Sending) => Promise<Report>;
};
type Sending = { readonly purpose?: Purpose; readonly respondent?: Respondent; readonly name?: string };

/** The desk over a workspace whose uploads are settled in this process, so that nothing waits on another. */
async function openPortal(t: TestContext): Promise<Portal> {
  const { workspace } = await openDesk(t);
  const engine = await workspaceEngine(workspace);
  t.after(() => engine.close());
  await prepareValidation(engine, workspace.domain);
  const effects = stillEffects(AT);
  const intake = { keep: async () => '', answered: async () => {}, close: async () => {} };
  const desk = openPortalDesk(workspace, intake, effects);
  let number = 0;
  const send = async (
    content: string | Uint8Array,
    { purpose = 'declare', respondent = OWN, name }: Sending = {},
  ) => {
    number += 1;
    const id = `upload${number}`;
    const called = name ?? `${number}.csv`;
    makeFolder(workspace.layout.intake(id));
    writeFileSync(join(workspace.layout.intake(id), called), content);
    addUpload(workspace.store, {
      ...{ id, purpose, channel: 'file', declarant_type: respondent.type, sender: respondent.sender },
      ...{ actor: 'a', language: 'en', name: called, bytes: content.length, sha256: hashOf(content), at: AT },
    });
    assert.deepEqual(await settleWaiting({ workspace, engine, effects }), [id]);
    const report = desk.report(respondent, id);
    assert.ok(report !== undefined);
    assert.ok(!existsSync(workspace.layout.intake(id)));
    return report;
  };
  const rows = (statement: string) => workspace.store.all(statement);
  const count = () => rows("SELECT 1 FROM submissions WHERE state <> 'refused'").length;
  return { desk, root: workspace.layout.root, count, rows, send };
}

test('an upload is answered with its receipt, its line balance and every fault by line and field', async (t) => {
  const { desk, send } = await openPortal(t);
  const report = await send(csv({}, [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99') ?? '']));
  assert.equal(report.outcome, 'received');
  assert.match(report.receipt ?? '', /^2025-000001-/);
  assert.deepEqual(report.envelope, { period: '2025-06', sequence: 1, function: 'original' });
  const states = Object.fromEntries(report.balance?.states.map(({ state, lines }) => [state, lines]) ?? []);
  assert.equal(report.balance?.received, 3);
  assert.equal(
    Object.values(states).reduce((sum, lines) => sum + lines, 0),
    3,
  );
  const faults = desk.faults(OWN, report.upload, 0, 100);
  const nature = faults.find(({ field }) => field === 'nature');
  // Twelve lines of envelope and the header stand before the first line of data.
  assert.deepEqual([nature?.line, nature?.lineId, nature?.found], [16, 'L3', 'QQ99']);
  // The same in another encoding: the line is that of the file as it was sent.
  const arabic = [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99').replace('third', 'ثالث') ?? ''];
  const other = await send(encodeText(csv({ sequence: 2 }, arabic), 'windows-1256'));
  const again = desk.faults(OWN, other.upload, 0, 100).find(({ field }) => field === 'nature');
  assert.equal(again?.line, 16);
  assert.ok((nature?.message.ar.length ?? 0) > 10 && nature?.message.en !== nature?.message.fr);
  assert.equal(faults.length, report.faults);
  assert.deepEqual(desk.faults(OWN, report.upload, 1, 1), faults.slice(1, 2));
});

test('a file in the name of another is refused with that reason alone, and is in nobody else’s history', async (t) => {
  const { desk, send, count } = await openPortal(t);
  const report = await send(csv({ sender: 'B02', 'control_sum.EUR': '1' }, GOOD));
  assert.deepEqual([report.outcome, report.receipt], ['refused', null]);
  assert.deepEqual(
    report.findings.map(({ code }) => code),
    ['foreign_sender'],
  );
  assert.match(report.findings[0]?.message.en ?? '', /B02.*B01/);
  assert.equal(count(), 0);
  assert.equal(desk.report(OTHER, report.upload), undefined);
  assert.deepEqual(desk.faults(OTHER, report.upload, 0, 5), []);
  assert.equal((await desk.declarations(OTHER, 0, 10)).total, 0);
});

test('bytes that another declarant sent tell who brings them nothing', async (t) => {
  const { desk, send } = await openPortal(t);
  const theirs = await send(csv({ sender: 'B02' }, GOOD), { respondent: OTHER });
  const mine = await send(csv({ sender: 'B02' }, GOOD));
  assert.deepEqual([theirs.outcome, mine.outcome, mine.receipt], ['received', 'refused', null]);
  assert.equal(mine.envelope, null);
  assert.equal(await desk.declaration(OWN, theirs.receipt ?? ''), undefined);
  assert.equal(desk.proof(OWN, theirs.receipt ?? ''), undefined);
  assert.equal((await desk.declaration(OTHER, theirs.receipt ?? ''))?.lines, 3);
});

test('a check says what declaring would bring and leaves nothing behind', async (t) => {
  const { desk, send, count, rows, root } = await openPortal(t);
  const report = await send(csv({}, GOOD), { purpose: 'check' });
  assert.deepEqual([report.outcome, report.receipt, report.balance?.received], ['received', null, 3]);
  assert.equal(count(), 0);
  assert.deepEqual([rows('SELECT 1 FROM files'), rows('SELECT 1 FROM refusals')], [[], []]);
  assert.ok(!existsSync(join(root, 'store', 'spill', `check-${report.upload}`)));
  const declared = await send(csv({}, GOOD));
  const taken = await send(csv({}, GOOD.toReversed()), { purpose: 'check' });
  assert.deepEqual(
    taken.findings.map(({ code }) => code),
    ['identity_taken'],
  );
  const replacing = await send(csv({ sequence: 2, function: 'replace', replaces: 1 }, GOOD), {
    purpose: 'check',
  });
  assert.equal(replacing.outcome, 'received');
  assert.equal((await desk.declaration(OWN, declared.receipt ?? ''))?.state, 'received');
});

test('the lines of a refused file are told about as well', async (t) => {
  const { desk, send, count } = await openPortal(t);
  const rows = [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99') ?? ''];
  const report = await send(csv({ 'control_sum.EUR': '1.00' }, rows));
  assert.equal(report.outcome, 'refused');
  assert.deepEqual(
    report.findings.map(({ code }) => code),
    ['control_sum'],
  );
  assert.ok(
    desk.faults(OWN, report.upload, 0, 10).some(({ field, line }) => field === 'nature' && line === 16),
  );
  assert.equal(count(), 0);
});

test('the same bytes twice count once; a replacement and a cancellation take the place of what they name', async (t) => {
  const { desk, send, count } = await openPortal(t);
  const first = await send(csv({}, GOOD));
  const again = await send(csv({}, GOOD), { name: 'again.csv' });
  assert.deepEqual([again.outcome, again.receipt], ['already received', first.receipt]);
  assert.equal(count(), 1);
  assert.equal(desk.nextSequence(OWN, '2025-06'), 2);
  const second = await send(csv({ sequence: 2, function: 'replace', replaces: 1 }, GOOD.slice().reverse()));
  assert.equal(second.outcome, 'received');
  const before = await desk.declaration(OWN, first.receipt ?? '');
  assert.deepEqual([before?.state, before?.supersededBy], ['superseded', second.receipt]);
  assert.equal((await desk.inForce(OWN, '2025-06'))?.receipt, second.receipt);
  const { rows, total } = await desk.declarations(OWN, 0, 1);
  assert.deepEqual([rows[0]?.receipt, total], [second.receipt, 2]);
});

test('what waits when the office ends is received at its next start, once', async (t) => {
  const { workspace, put } = await openDesk(t);
  const effects = systemEffects();
  const first = openIntake(workspace, effects);
  const desk = openPortalDesk(workspace, first, effects);
  const content = csv({}, GOOD);
  const sent = { path: put('sent.csv', content), bytes: content.length, sha256: hashOf(content) };
  const upload = {
    purpose: 'declare',
    channel: 'file',
    language: 'fr',
    actor: 'a',
    respondent: OWN,
  } as const;
  const id = await desk.upload({ ...upload, name: '../June 2025.csv' }, sent, () => 1);
  await first.close();
  const second = openIntake(workspace, effects);
  await second.answered(id, 20_000);
  await second.close();
  const report = desk.report(OWN, id);
  assert.deepEqual([report?.outcome, report?.name], ['received', 'June 2025.csv']);
  assert.equal(workspace.store.all('SELECT 1 FROM submissions').length, 1);
  assert.throws(() => workspace.store.run('UPDATE uploads SET report = NULL'), /never changes/);
});

test('a file name cannot leave its folder', () => {
  assert.equal(plainFileName('../../etc/passwd'), 'passwd');
  assert.equal(plainFileName('C:\\x\\تصريح يونيو.XLSX'), 'تصريح يونيو.XLSX');
  assert.equal(plainFileName('..'), 'declaration');
  assert.equal(plainFileName('a\u202Evsc.exe\u0000.csv'), 'avsc.exe.csv');
  assert.ok(Buffer.byteLength(plainFileName('م'.repeat(400))) < 200);
});

test('everybody who waits for an upload is told when it is answered', async (t) => {
  const { workspace } = await openDesk(t);
  let told: (message: unknown) => void = () => {};
  const intake = openIntake(workspace, stillEffects(AT), ({ message }) => {
    told = message;
    return { send: () => {}, stop: async () => {} };
  });
  t.after(() => intake.close());
  const waits = [intake.answered('upload1', 20_000), intake.answered('upload1', 20_000)];
  const late = new AbortController();
  const answers = Promise.all(waits).then(() => 'told' as const);
  told({ settled: ['upload1'] });
  const outcome = await Promise.race([answers, setTimeout(1000, 'not told', { signal: late.signal })]);
  late.abort();
  assert.equal(outcome, 'told');
});
