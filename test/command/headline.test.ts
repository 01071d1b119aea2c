// A release without its headline figure is drafted with a warning, and goes out only when each of two people has said in so
// many words that they know.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { publishCommand } from '../../src/command/publish.ts';
import { draftRelease } from '../../src/command/release.ts';
import { workspaceEngine } from '../../src/command/workspace.ts';
import { PROTECTED } from '../../src/design/tables.ts';
import { type Effects, stillEffects } from '../../src/engine/effects.ts';
import { wordsIn } from '../../src/engine/errors.ts';
import { writeTable } from '../../src/engine/write-table.ts';
import { readAudit } from '../../src/office/audit-log.ts';
import { observationsOf } from '../disseminate/release-fixture.ts';
import { releaseWorkspace } from './release-workspace.ts';

const ID = '2025-S1/1';
const HEADLINE = 'S.MA.W1._T.EXPORTS.MAD.2025';

function by(name: string, notes: string[] = []): Effects {
  const still = stillEffects('2025-09-25T10:00:00.000Z');
  return {
    ...still,
    actor: () => name,
    log: { ...still.log, note: (text) => notes.push(wordsIn('en', text)) },
  };
}

/** A draft whose total of the half-year is what a status says, in a workspace that is not synthetic unless asked. */
async function drafted(t: { after: (end: () => void) => void }, status: string, synthetic = false) {
  const { root, workspace, run, end } = await releaseWorkspace(synthetic);
  t.after(end);
  const rows = observationsOf().flatMap(({ dataflow, key, period, value, attributes }) => {
    const { OBS_STATUS = 'A', CONF_STATUS = 'F', ...rest } = attributes;
    const own = [dataflow, key, period];
    if (key !== HEADLINE || period !== '2025-S1')
      return [[...own, value, OBS_STATUS, CONF_STATUS, JSON.stringify(rest)]];
    return status === 'absent' ? [] : [[...own, null, status, 'F', JSON.stringify(rest)]];
  });
  const engine = await workspaceEngine(workspace);
  await writeTable(engine, PROTECTED, rows, workspace.layout.runFile(1, 'protected.parquet'));
  engine.close();
  const notes: string[] = [];
  const { folder } = await draftRelease(
    { workspace, run, period: '2025-S1', embargo: null },
    by('compiler', notes),
  );
  return { root, workspace, folder, notes };
}

for (const [status, said] of [
  ['absent', /not available/],
  ['O', /missing: expected/],
  ['Q', /confidential/],
] as const)
  test(`a headline that is ${status} is told by the draft, and refused at proposal and approval unless both say so`, async (t) => {
    const { workspace, folder, notes } = await drafted(t, status);
    assert.match(notes.join(), /without its headline figure, the total of 2025-S1/);
    assert.match(
      readFileSync(join(folder, 'bulletin.en.html'), 'utf8'),
      /There is no figure of the export receipts/,
    );
    const asked = { release: ID, act: 'publication', reason: '' } as const;
    assert.throws(() => proposeRelease(workspace, asked, by('author')), said);
    const seen = proposeRelease(workspace, { ...asked, withoutHeadline: true }, by('author'));
    const approval = { release: ID, act: 'publication', seen } as const;
    await assert.rejects(
      approveRelease(workspace, approval, by('releaser')),
      /second person has to say it as well/,
    );
    await approveRelease(workspace, { ...approval, withoutHeadline: true }, by('releaser'));
    const told = readAudit(workspace.store).filter(({ detail }) =>
      /without_headline/.test(JSON.stringify(detail)),
    );
    assert.deepEqual(
      told.map(({ actor }) => actor),
      ['author', 'releaser'],
    );
  });

test('a headline that is there, a printed zero too, asks nobody anything', async (t) => {
  const { workspace, run, end } = await releaseWorkspace(false);
  t.after(end);
  const notes: string[] = [];
  await draftRelease({ workspace, run, period: '2025-S1', embargo: null }, by('compiler', notes));
  assert.deepEqual(notes, []);
  const seen = proposeRelease(workspace, { release: ID, act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: ID, act: 'publication', seen }, by('releaser'));
});

for (const [status, said] of [
  ['Q', /^release 2025-S1\/1 is public without its headline figure, the total of 2025-S1: .*confidential/],
  ['A', /^$/],
] as const)
  test(`a synthetic release published from its draft with a headline of ${status} says what there is to say`, async (t) => {
    const { root, workspace, run, end } = await releaseWorkspace();
    t.after(end);
    if (status === 'A')
      await draftRelease({ workspace, run, period: '2025-S1', embargo: null }, by('compiler'));
    const made = status === 'A' ? root : (await drafted(t, status, true)).root;
    const notes: string[] = [];
    await publishCommand.run([made, ID], {}, by('compiler', notes));
    assert.match(notes.join('\n'), said);
  });
