// An office over a small drawn workspace with one released run, for the tests of the workbench; made once for a file.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../../src/command/office-desk.ts';
import { openWorkspace, type Workspace } from '../../../src/command/workspace.ts';
import { stillEffects } from '../../../src/engine/effects.ts';
import { runCommandLine } from '../../../src/main.ts';
import { homeRoutes } from '../../../src/office/home.ts';
import type { Desk } from '../../../src/office/workbench/desk.ts';
import { waitingFor, workbenchRoutes } from '../../../src/office/workbench/routes.ts';
import { NOW, officeOver, type TestOffice } from '../office-fixture.ts';

export type DrawnOffice = TestOffice & {
  readonly root: string;
  readonly workspace: Workspace;
  readonly desk: Desk;
  readonly end: () => void;
};

const effects = {
  ...stillEffects(NOW),
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
};

/** Two quarters of declarations with errors, one run, its draft. `lines` 0: an empty workspace. */
export async function drawnOffice(lines = 2500): Promise<DrawnOffice> {
  const place = mkdtempSync(join(tmpdir(), 'marsad-workbench-'));
  const root = join(place, 'ws');
  const command = (...words: readonly string[]) => runCommandLine(words, effects);
  await command('init', root, '--synthetic');
  if (lines > 0) {
    const span = [
      '--from',
      '2025-Q1',
      '--to',
      '2025-Q2',
      '--lines',
      String(lines),
      '--errors',
      '0.05',
      '--seed',
      '7',
    ];
    await command('simulate', '--out', join(place, 'drawn'), ...span);
    await command('collect', root, join(place, 'drawn', 'declarations'));
    await command('run', root, '--period', '2025-S1');
  }
  return officeOn(root, () => rmSync(place, { recursive: true, force: true }));
}

/** The office of another copy of a drawn workspace. */
export function copied({ root }: DrawnOffice): DrawnOffice {
  const place = mkdtempSync(join(tmpdir(), 'marsad-workbench-'));
  cpSync(root, join(place, 'ws'), { recursive: true });
  return officeOn(join(place, 'ws'), () => rmSync(place, { recursive: true, force: true }));
}

function officeOn(root: string, remove: () => void): DrawnOffice {
  const workspace = openWorkspace(root);
  const desk = openDesk(workspace, effects);
  const routes = workbenchRoutes(desk);
  const home = homeRoutes(routes, (request) => waitingFor(desk, request));
  const office = officeOver([...home, ...routes], { store: workspace.store });
  const end = () => {
    desk.close();
    workspace.store.close();
    remove();
  };
  return { ...office, root, workspace, desk, end };
}
