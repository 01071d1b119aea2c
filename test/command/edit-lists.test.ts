// What rules recoded and asked about, what enterprises declare against their banks, and the edits of a run laid over the
// raw lines: three lists that people work from, on a small synthetic workspace.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Recodes } from '../../src/command/edit-recodes.ts';
import { replayedEdits } from '../../src/command/edit-replay.ts';
import { openWorkspace, workspaceEngine } from '../../src/command/workspace.ts';
import { parseScaled } from '../../src/design/rational.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { runCommandLine } from '../../src/main.ts';
import type { Residual } from '../../src/office/workbench/desk-editing.ts';
import { commandsByHour } from './by-hour.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-edit-lists-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

const marsad = commandsByHour();

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q2', '--lines', '3000', '--errors', '0.05', '--seed', '7'];
  await marsad('simulate', '--out', drawn, '--missing', '0', ...span);
  const said: string[] = [];
  await runCommandLine(
    ['collect', root, join(drawn, 'declarations')],
    stillEffects('2025-10-01T09:00:00Z', said),
  );
  await marsad('process', root);
});

const cents = (text: string | null) => parseScaled(text ?? '0.00', 2) ?? 0n;

test('a residual is what banks settled less what the enterprise received and did not receive abroad', async () => {
  const { residuals } = JSON.parse(
    await marsad('edits', root, 'residuals', '--period', '2025-S1', '--json'),
  ) as { readonly residuals: readonly Residual[] };
  assert.ok(residuals.length > 20);
  for (const each of residuals) {
    assert.equal(
      cents(each.residual),
      cents(each.settled) - cents(each.received) + cents(each.received_abroad),
    );
    assert.equal(
      cents(each.expected),
      cents(each.invoiced) -
        cents(each.change_in_receivables) -
        cents(each.netted) -
        cents(each.received_abroad),
    );
  }
  const large = residuals.filter(({ residual, received }) => {
    const size = cents(residual) < 0n ? -cents(residual) : cents(residual);
    return size > 100_000n && 100n * size > cents(received);
  });
  assert.deepEqual(
    large.filter(({ queries }) => queries === null),
    [],
    'a residual beyond the tolerance is asked about',
  );
});

test('recodes stand with their evidence and a rate by sender, and a person refuses one', async () => {
  const list = async () => JSON.parse(await marsad('edits', root, 'recodes', '--json')) as Recodes;
  const { recodes, senders } = await list();
  const changed = recodes.find(({ standing }) => standing === 'corrected');
  assert.ok(changed?.evidence);
  assert.notEqual(changed.before, changed.after);
  assert.equal(
    senders.reduce((sum, { misclassified }) => sum + misclassified, 0),
    new Set(recodes.map(({ line }) => line)).size,
  );
  await marsad(
    ...[
      'edits',
      root,
      'confirm',
      changed.line,
      '--as-declared',
      '--author',
      'compiler',
      '--reason',
      'contract seen',
    ],
  );
  await marsad('process', root);
  const again = await list();
  assert.ok(again.recodes.every(({ line }) => line !== changed.line));
});

test('recorded edits and those of the rules, laid over the raw lines, are the processed state', async () => {
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    const { lines, edits, differing } = await replayedEdits(workspace, engine);
    assert.ok(edits > 50);
    assert.ok(lines > 3000);
    assert.deepEqual(differing, []);
  } finally {
    engine.close();
    workspace.store.close();
  }
});
