// What the pages and the command of accounts need of the workspace: its key, its provider, its list of banks, and the way
// by which people are told.

import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Domain } from '../design/domain.ts';
import type { Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists, makeFolder, readBytes, readText, writeWhole } from '../engine/files.ts';
import { openIdClient } from '../engine/openid.ts';
import type { RespondentRule } from '../office/accounts/account-rule.ts';
import { hasAdministrator, inviteAdministrator } from '../office/accounts/manage.ts';
import type { AccountsMeans, IdentityProvider } from '../office/accounts/means.ts';
import { linkAddress } from '../office/accounts/one-time-link.ts';
import { vaultOf } from '../office/accounts/vault.ts';
import { appendAudit } from '../office/audit-log.ts';
import { outboxOf } from './outbox.ts';
import { domainNow } from './register.ts';
import type { Workspace } from './workspace.ts';

/** The means of accounts in a workspace. `deliver`: a program that sends a message to its person. */
export function accountsMeans(
  workspace: Workspace,
  effects: Effects,
  deliver: string | undefined,
): AccountsMeans {
  return {
    store: workspace.store,
    random: effects.random,
    vault: vaultOf(officeKey(workspace, effects), effects.random),
    respondentFault: respondentRule(() => domainNow(workspace)),
    tell: outboxOf(workspace, effects, deliver),
    provider: providerOf(workspace),
  };
}

/** The address by which the first administrator comes in; undefined where there is one already. */
export function firstLink({ store }: Workspace, origin: string, effects: Effects): string | undefined {
  if (hasAdministrator(store)) return undefined;
  const { clock, random, actor } = effects;
  const [at, by] = [clock(), actor()];
  const record = ({ subject }: { readonly subject: string }) =>
    appendAudit(store, { at, actor: by, action: 'invite', subject, detail: { link: 'first administrator' } });
  return linkAddress(origin, inviteAdministrator({ store, by, at, random, record }));
}

/** A bank of the list, or an enterprise of the register, as both are at the time: nobody else can declare. */
export function respondentRule(domainNow: () => Pick<Domain, 'banks' | 'register'>): RespondentRule {
  return ({ type, sender }) => {
    const { banks, register } = domainNow();
    if (type === 'bank') return banks.some(({ code }) => code === sender) ? undefined : UNKNOWN_BANK;
    if (!/^\d{9}$/.test(sender)) return NO_ICE;
    return register.some(({ enterprise }) => enterprise === sender) ? undefined : NOT_REGISTERED;
  };
}

const UNKNOWN_BANK: Text = {
  ar: 'لا بنك بهذا الرمز في لائحة البنوك.',
  fr: 'Aucune banque n’a ce code dans la liste des banques.',
  en: 'No bank has this code in the list of banks.',
};
const NO_ICE: Text = {
  ar: 'معرّف المقاولة (ICE) 15 رقما تقبل القسمة على 97؛ وتكفي أرقامه التسعة الأولى.',
  fr: 'Un ICE a 15 chiffres et se divise par 97\u00a0; ses neuf premiers suffisent.',
  en: 'An ICE has 15 digits and is divisible by 97; its first nine are enough.',
};
const NOT_REGISTERED: Text = {
  ar: 'هذه المقاولة ليست في السجل: أضيفوها إليه أولا، وإلا رُفض كل تصريح لها.',
  fr: 'Cette entreprise n’est pas au répertoire\u00a0: ajoutez-la d’abord, sans quoi toute déclaration serait refusée.',
  en: 'This enterprise is not in the register: add it first, or every declaration of it would be refused.',
};

/** The key of what the store must not hold readable; drawn at the first use. */
export function officeKey({ layout }: Workspace, { random }: Effects): Uint8Array {
  const path = join(layout.secrets, 'office.key');
  if (!exists(path)) {
    makeFolder(layout.secrets, 0o700);
    writeWhole(path, random(32), 0o600);
  }
  return readBytes(path);
}

const PROVIDER = z.strictObject({
  issuer: z.url(),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  name: z.strictObject({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) }),
  /** Whether the provider's own second factor (`amr` with `mfa`) is enough. */
  trust_second_factor: z.boolean().default(false),
});

function providerOf({ layout }: Workspace): IdentityProvider | undefined {
  const path = join(layout.secrets, 'openid.yaml');
  if (!exists(path)) return undefined;
  const { success, data, error } = PROVIDER.safeParse(parse(readText(path)));
  if (!success)
    throw new Refused(
      `${path} has faults`,
      error.issues.map(({ path: keys, message }) => ({
        ...{ where: keys.join('.') || 'the whole file', found: 'something else', expected: message },
      })),
    );
  const client = openIdClient({
    ...{ issuer: data.issuer, clientId: data.client_id, clientSecret: data.client_secret },
  });
  return {
    name: data.name,
    begin: client.begin,
    finish: async (address, kept) => {
      const { issuer, subject, methods } = await client.finish(address, kept);
      return { issuer, subject, secondFactor: data.trust_second_factor && methods.includes('mfa') };
    },
  };
}
