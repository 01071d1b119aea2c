// Acceptance of a residual risk: two people, a ground, a reason, and an entry in the audit log for every step.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  acceptedRisks,
  approveRisk,
  endRisk,
  proposeRisk,
  type RiskRequest,
  riskStandings,
} from '../../src/command/accepted-risks.ts';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { type Effects, stillEffects } from '../../src/engine/effects.ts';
import { openStore } from '../../src/engine/store.ts';

const CELL = 'EXPORTS/M.MA.FR.KPO.EXPORTS.MAD.2025/2025-02#2024/1';
const folder = mkdtempSync(join(tmpdir(), 'marsad-risks-'));
const store = openStore(join(folder, 'office.db'), MIGRATIONS);
const as = (name: string): Effects => ({ ...stillEffects('2025-08-20T09:00:00.000Z'), actor: () => name });
const REQUEST: RiskRequest = {
  ...{ cell: CELL, ground: 'public', holdings: [] },
  ...{ source: 'release 2024/1', reason: 'printed before the parameters changed' },
};
after(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one person proposes, another accepts, and only then is it accepted', () => {
  proposeRisk(store, REQUEST, as('amina'));
  assert.deepEqual(acceptedRisks(store), []);
  assert.throws(() => approveRisk(store, { cell: CELL, seen: 'only' }, as('amina')), /another person/);
  const standing = approveRisk(store, { cell: CELL, seen: 'only' }, as('brahim'));
  assert.deepEqual([standing.state, standing.proposer, standing.approver], ['accepted', 'amina', 'brahim']);
  assert.deepEqual(acceptedRisks(store), [{ cell: CELL, ground: 'public', holdings: [] }]);
  assert.throws(
    () => approveRisk(store, { cell: CELL, seen: 'only' }, as('brahim')),
    /is accepted, expected proposed/,
  );
});

test('another request for the cell is decided anew; one person ends an acceptance', () => {
  const number = proposeRisk(store, { ...REQUEST, ground: 'waived', holdings: ['H1'] }, as('amina'));
  assert.deepEqual(acceptedRisks(store), [], 'what is proposed anew is no longer accepted');
  assert.throws(
    () => approveRisk(store, { cell: CELL, seen: number - 1 }, as('brahim')),
    /something else|proposal/,
  );
  approveRisk(store, { cell: CELL, seen: number }, as('brahim'));
  assert.equal(acceptedRisks(store)[0]?.ground, 'waived');
  assert.throws(() => endRisk(store, { cell: CELL, reason: ' ' }, as('amina')), /why/);
  endRisk(store, { cell: CELL, reason: 'the leave ended' }, as('amina'));
  assert.deepEqual([acceptedRisks(store), riskStandings(store)[0]?.state], [[], 'ended']);
  assert.throws(() => endRisk(store, { cell: CELL, reason: 'again' }, as('amina')), /is ended/);
});

test('no ground, no leave, no source or no cell is refused', () => {
  const refused = (change: object, words: RegExp) =>
    assert.throws(() => proposeRisk(store, { ...REQUEST, ...change } as RiskRequest, as('amina')), words);
  refused({ cell: 'KPO' }, /expected a cell/);
  refused({ ground: 'harmless' }, /expected one of public, waived/);
  refused({ ground: 'waived' }, /whose leave/);
  refused({ holdings: ['H1'] }, /nobody’s leave/);
  refused({ source: '' }, /where the figure is public/);
  refused({ reason: ' ' }, /why it is accepted/);
  assert.throws(
    () => approveRisk(store, { cell: 'EXPORTS/A/2024', seen: 'only' }, as('brahim')),
    /nobody has proposed/,
  );
});

test('every step is in the audit log, with who and why', () => {
  const entries = store.all<{ actor: string; action: string; detail: string }>(
    'SELECT actor, action, detail FROM audit ORDER BY seq',
  );
  assert.deepEqual(
    entries.map(({ actor, action }) => `${actor}: ${action}`),
    [
      ...['amina: residual risk proposed', 'brahim: residual risk approved'],
      ...['amina: residual risk proposed', 'brahim: residual risk approved', 'amina: residual risk ended'],
    ],
  );
  assert.match(entries[0]?.detail ?? '', /printed before the parameters changed/);
});
