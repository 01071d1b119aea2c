import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  changeRegister,
  domainNow,
  domainSeen,
  registerChanges,
  registerCommand,
} from '../../src/command/register.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { type Fault, Refused } from '../../src/engine/errors.ts';
import type { RegisterRequest } from '../../src/office/workbench/desk-defining.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

const AT = '2025-10-01T09:00:00.000Z';
let made: ReleaseWorkspace;
let enterprise = '';
before(async () => {
  made = await releaseWorkspace();
  enterprise = made.workspace.domain.register.find(
    ({ segment, validTo }) => segment === 'ITO' && validTo === null,
  )?.enterprise as string;
});
after(() => made.end());

function request(change: Partial<RegisterRequest>): RegisterRequest {
  const given = { enterprise, field: 'segment', to: 'BPO', from: '2025-07-01', reason: 'audit', author: 'a' };
  return { ...given, ...change };
}

function faultsOf(change: Partial<RegisterRequest>): readonly Fault[] {
  try {
    changeRegister(made.workspace, request(change), AT);
  } catch (error) {
    assert.ok(error instanceof Refused, String(error));
    return error.faults;
  }
  assert.fail('it was recorded');
}

const WRONG: readonly (readonly [string, Partial<RegisterRequest>, RegExp])[] = [
  ['a segment that does not exist', { to: 'XXX' }, /--to: found XXX|XXX/],
  ['a field that is none', { field: 'colour' }, /colour/],
  ['an enterprise that is not registered', { enterprise: '999999999' }, /999999999/],
  ['a day before the entry', { from: '1900-01-01' }, /found/],
  ['a day that is none', { from: '2025-02-31x' }, /2025-02-31x/],
  ['a successor that is itself', { field: 'successor', to: 'own' }, /own/],
  ['no reason', { reason: ' ' }, /nothing/],
  ['no author', { author: '' }, /nothing/],
];
for (const [name, change, says] of WRONG)
  test(`refused: ${name}`, () => {
    const own = change.to === 'own' ? { ...change, to: enterprise } : change;
    const faults = faultsOf(own);
    assert.equal(faults.length, 1);
    assert.match(`found ${faults[0]?.found}`, change.to === 'own' ? new RegExp(enterprise) : says);
  });

test('a change is seen by runs cut after it and by no earlier one; saying the same again is refused', async () => {
  changeRegister(made.workspace, request({}), AT);
  const segmentOf = (cutAt: string) =>
    domainSeen(made.workspace, { cutAt }).register.findLast((entry) => entry.enterprise === enterprise)
      ?.segment;
  assert.equal(segmentOf('2025-09-30T00:00:00.000Z'), 'ITO');
  assert.equal(segmentOf('2025-10-02T00:00:00.000Z'), 'BPO');
  assert.throws(() => changeRegister(made.workspace, request({}), AT), /already is BPO/);
  assert.equal(domainNow(made.workspace).hash, made.workspace.domain.hash);
  const said: string[] = [];
  await registerCommand.run([made.root, enterprise], { on: '2025-08-01' }, stillEffects(AT, said));
  assert.match(said.join('\n'), /BPO[\s\S]*segment ITO → BPO from 2025-07-01, a /);
});

test('a list of changes is recorded whole or not at all, and names the row that is refused', async () => {
  const { workspace } = made;
  const others = workspace.domain.register.filter((each) => each.validTo === null).slice(-3);
  const [first = '', second = ''] = others.map((each) => each.enterprise);
  const path = join(workspace.layout.root, 'changes.csv');
  const author = 'register';
  const options = { changes: path, author };
  const run = () => registerCommand.run([workspace.layout.root], options, stillEffects(AT));
  const count = () => registerChanges(workspace).length;
  const before = count();
  const head = 'enterprise,field,to,from,reason\n';
  writeFileSync(
    path,
    `${head}${first},successor,${second},2024-05-01,merger\n999999999,successor,${second},2024-05-01,merger\n`,
  );
  await assert.rejects(run(), /changes.csv:3/);
  assert.equal(count(), before);
  writeFileSync(path, `${head}${first},successor,${second},2024-05-01,merger\n`);
  assert.equal(await run(), 0);
  assert.equal(count(), before + 1);
  await assert.rejects(
    registerCommand.run([workspace.layout.root], { ...options, changes: `${path}.none` }, stillEffects(AT)),
    /no list/,
  );
});
