// The whole office over a drawn workspace, every part of it, and what shows whether anything was written.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openIntake } from '../../src/command/intake.ts';
import { officeOf } from '../../src/command/office.ts';
import { accountsMeans } from '../../src/command/office-accounts.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { hashOf, listTree } from '../../src/engine/files.ts';
import type { AccountsMeans } from '../../src/office/accounts/means.ts';
import type { Route } from '../../src/office/route.ts';
import { NOW, officeOver, type TestOffice } from './office-fixture.ts';
import type { DrawnOffice } from './workbench/drawn-office.ts';

export type WritingOffice = TestOffice & {
  readonly drawn: DrawnOffice;
  readonly routes: readonly Route[];
  readonly means: AccountsMeans;
  /** Everything that an act may change: rows of every table but the log, files that are not for a moment. */
  readonly state: () => string;
  /** Lets the log be written, or not. */
  readonly breakLog: (broken: boolean) => void;
};

/** Every part of the office; uploads are kept and nobody receives them. */
export async function writingOffice(drawn: DrawnOffice): Promise<WritingOffice> {
  const { workspace, root } = drawn;
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const effects = { ...stillEffects(NOW), random };
  const kept = openIntake(workspace, effects, () => ({ send: () => {}, stop: async () => {} }));
  const intake = { ...kept, answered: async () => {} };
  const means = accountsMeans(workspace, effects, undefined);
  const { routes } = officeOf(workspace, { origin: 'http://office.test', means, intake }, effects);
  const office = officeOver(routes, { store: workspace.store, uploads: join(root, 'store', 'uploads') });
  const { store } = workspace;
  return {
    ...{ ...office, drawn, routes, means },
    state: () => `${rowsOf(drawn)}${filesOf(root)}`,
    breakLog: (broken) => {
      store.run('DROP TRIGGER IF EXISTS temp.log_is_broken');
      if (broken)
        store.run(
          "CREATE TEMP TRIGGER log_is_broken BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'the log cannot be written'); END",
        );
    },
  };
}

function rowsOf({ workspace: { store } }: DrawnOffice): string {
  const tables = store.all<{ name: string }>(
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('audit') ORDER BY name",
  );
  return tables
    .map(({ name }) => `${name} ${JSON.stringify(store.all(`SELECT * FROM ${name}`).map(stable))}\n`)
    .join('');
}

/** What every request leaves: when a session was last seen, and what its next page says once. */
function stable(row: { readonly [column: string]: unknown }): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !/^(seen_at|notice)$/.test(column)));
}

const MOMENTARY = /^(store\/(office\.db|uploads|spill|run-logs|runs|collected)|.*\.lock$|archive|domain)/;

function filesOf(root: string): string {
  return listTree(root)
    .filter((path) => !MOMENTARY.test(path))
    .map((path) => `${path} ${hashOf(readFileSync(join(root, path)))}\n`)
    .join('');
}
