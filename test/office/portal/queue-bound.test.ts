// One respondent cannot fill the queue for the others: beyond its part it is asked to come back, in its language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_OF_ONE, MOST_WAITING, openIntake } from '../../../src/command/intake.ts';
import { openPortalDesk } from '../../../src/command/office-portal.ts';
import { addUpload } from '../../../src/command/upload-row.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import { listFolder } from '../../../src/engine/files.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import { portalRoutes } from '../../../src/office/portal/routes.ts';
import { openDesk } from '../../collect/workspace-fixture.ts';
import { officeOver } from '../office-fixture.ts';
import { BANK, declaration, fileForm, machine, OTHER_BANK, TODAY } from './portal-fixture.ts';

const FILE = { 'content-type': 'text/csv', 'x-file-name': 'june.csv' };
const SEND = '/declarations?wait=0';

test('a respondent of whom many wait gets 429 with Retry-After; another is taken until all is full', async (t) => {
  const { workspace } = await openDesk(t);
  const { store, layout } = workspace;
  const intake = openIntake(workspace, stillEffects(TODAY), () => ({ send: () => {}, stop: async () => {} }));
  t.after(() => intake.close());
  const desk = openPortalDesk(workspace, intake, stillEffects(TODAY));
  const office = officeOver(portalRoutes(desk), { store, clock: () => TODAY });
  const wait = (count: number, sender: string) =>
    store.transaction(() => {
      for (let at = 0; at < count; at++)
        addUpload(store, {
          ...{ id: `${sender}-${at}`, purpose: 'declare', channel: 'file', declarant_type: 'bank', sender },
          ...{ actor: 'a', language: 'fr', name: 'x', bytes: 1, sha256: `${sender}${at}`, at: TODAY },
        });
    });
  wait(MOST_OF_ONE - 1, BANK.sender);
  const [bank, other] = [machine({ office }), machine({ office }, OTHER_BANK)];
  assert.equal((await bank.send(SEND, declaration(), FILE)).status, 202, 'the last place of its part');
  const [folders, entries] = [listFolder(layout.intake('')), readAudit(store).length];

  const refused = await bank.send(SEND, declaration({ sequence: 2 }), FILE);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '30');
  const told = (await refused.json()) as {
    code: string;
    languages: { [language: string]: { detail: string } };
  };
  assert.equal(told.code, 'own_queue_full');
  assert.match(told.languages['ar']?.detail ?? '', /ملفات المصرِّح ⁨B01⁩ المنتظرة: ⁨100⁩/);
  assert.match(told.languages['fr']?.detail ?? '', /Fichiers de B01 en attente\u00a0: 100/);
  assert.deepEqual(listFolder(layout.intake('')), folders, 'nothing of it is kept');
  assert.equal(readAudit(store).at(-1)?.detail, '{"outcome":"refused","by":"token"}');
  assert.equal(readAudit(store).length, entries + 1);
  const page = await office
    .as('declarant')
    .post('/declare/file?language=ar', fileForm(declaration(), 'x.csv'));
  assert.equal(page.status, 429);
  assert.match(await page.text(), /<html lang="ar" dir="rtl">[\s\S]*وهو أقصى ما يُقبل من مُصرِّح واحد/);

  assert.equal((await other.send(SEND, declaration({ sender: 'B02' }), FILE)).status, 202);
  wait(MOST_WAITING - MOST_OF_ONE - 1, 'B03');
  const full = await other.send(SEND, declaration({ sender: 'B02', sequence: 2 }), FILE);
  assert.deepEqual([full.status, full.headers.get('retry-after')], [429, '30']);
});
