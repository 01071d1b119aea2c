// The declarants' portal over a workspace of its own, its uploads received in this process: for tests of all its parts.

import type { TestContext } from 'node:test';
import { openIntake } from '../../../src/command/intake.ts';
import { settleWaiting } from '../../../src/command/intake-settle.ts';
import { openPortalDesk } from '../../../src/command/office-portal.ts';
import { type Workspace, workspaceEngine } from '../../../src/command/workspace.ts';
import { loadAssets } from '../../../src/design/appearance/assets.ts';
import { FORM_STYLE } from '../../../src/design/appearance/style-forms.ts';
import type { Effects } from '../../../src/engine/effects.ts';
import { systemEffects } from '../../../src/engine/effects.ts';
import { secretHash } from '../../../src/office/accounts/secret.ts';
import type { Office } from '../../../src/office/office.ts';
import type { Desk, Respondent } from '../../../src/office/portal/desk.ts';
import { portalRoutes } from '../../../src/office/portal/routes.ts';
import { SEND_SCRIPT } from '../../../src/office/portal/send-script.ts';
import { PORTAL_STYLE } from '../../../src/office/portal/style.ts';
import { prepareValidation } from '../../../src/process/first-validation.ts';
import { csv, openDesk, ROWS } from '../../collect/workspace-fixture.ts';
import { addAccount, officeOver, type TestOffice } from '../office-fixture.ts';

export const BANK: Respondent = { type: 'bank', sender: 'B01' };
export const OTHER_BANK: Respondent = { type: 'bank', sender: 'B02' };
export const TODAY = '2025-07-20T09:00:00.000Z';

/** Three lines that count, one field away from the fixture of collecting. */
export const GOOD = ROWS.map((row) => row.replaceAll('N01', 'IT01'));

export type Portal = {
  readonly office: TestOffice;
  readonly workspace: Workspace;
  readonly desk: Desk;
  /** An enterprise of the register that declares. */
  readonly enterprise: Respondent;
};

/** Opens the portal; removed after the test. */
export async function openPortal(t: TestContext, given: Partial<Office> = {}): Promise<Portal> {
  const { workspace } = await openDesk(t);
  const engine = await workspaceEngine(workspace);
  await prepareValidation(engine, workspace.domain);
  const effects: Effects = { ...systemEffects(), clock: () => TODAY };
  let working = Promise.resolve();
  const intake = openIntake(workspace, effects, ({ message }) => ({
    send: () => {
      working = working.then(async () => {
        for (let settled = await settle(); settled.length > 0; settled = await settle()) message({ settled });
      });
    },
    stop: () => working,
  }));
  const settle = () => settleWaiting({ workspace, engine, effects });
  const desk = openPortalDesk(workspace, intake, effects);
  const office = officeOver(portalRoutes(desk), {
    store: workspace.store,
    clock: () => TODAY,
    assets: loadAssets([FORM_STYLE, PORTAL_STYLE], { send: SEND_SCRIPT }),
    ...given,
  });
  t.after(async () => {
    await working;
    engine.close();
  });
  const entry = workspace.domain.register.find((each) => each.respondent && each.validTo === null);
  const enterprise: Respondent = { type: 'enterprise', sender: entry?.enterprise ?? '' };
  return { office, workspace, desk, enterprise };
}

/** A form that sends a file. */
export function fileForm(content: string, name: string, purpose = 'declare'): FormData {
  const form = new FormData();
  form.append('file', new File([content], name));
  form.append('purpose', purpose);
  return form;
}

/** A declaration of B01 that is received. */
export function declaration(envelope: { readonly [field: string]: unknown } = {}, rows = GOOD): string {
  return csv(envelope, rows);
}

/** The path that an answer leads to. */
export function leadsTo(response: Response): string {
  return response.headers.get('location') ?? '';
}

const ALL = ['declarations:read', 'declarations:write', 'questions:read', 'questions:write'];

export type Machine = {
  readonly get: (path: string) => Promise<Response>;
  readonly send: (path: string, body?: string, headers?: { [name: string]: string }) => Promise<Response>;
};

/** A program with a token for a bank. */
export function machine(
  { office: { app, store } }: Pick<Portal, 'office'>,
  respondent = BANK,
  scopes: readonly string[] = ALL,
): Machine {
  const account = addAccount(store, ['declarant'], respondent);
  const secret = `marsad_${account.replaceAll(/\W/g, '')}_0123456789abcdef`;
  store.run(
    `INSERT INTO tokens (hash, account, label, scopes, made_by, made_at, ends_at)
     VALUES (?, (SELECT id FROM accounts WHERE name = ?), 'test', ?, 'test', ?, '2099-01-01')`,
    ...[secretHash(secret), account, JSON.stringify(scopes), TODAY],
  );
  const authorization = `Bearer ${secret}`;
  const address = (path: string) => `http://office.test/api/v1${path}`;
  return {
    get: async (path) => app.request(address(path), { headers: { authorization } }),
    send: async (path, body, headers = {}) =>
      app.request(address(path), {
        method: 'POST',
        headers: { authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  };
}
