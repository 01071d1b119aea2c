// What the pages of accounts need, made once by the command that starts the office.

import type { Text } from '../../design/text.ts';
import type { Store } from '../../engine/store.ts';
import type { OfficeRequest } from '../route.ts';
import type { RespondentRule } from './account-rule.ts';
import type { Acting } from './manage.ts';
import type { Vault } from './vault.ts';

export type AccountsMeans = {
  readonly store: Store;
  readonly random: (bytes: number) => Uint8Array;
  readonly vault: Vault;
  readonly respondentFault: RespondentRule;
  /** Tells the person of an account outside of the office, where there is a way; never holds up the answer. */
  readonly tell: (notice: AccountNotice) => void;
  /** An OpenID provider by which people may sign in as well. */
  readonly provider: IdentityProvider | undefined;
};

export type AccountNotice = {
  /** The name of the account. */
  readonly to: string;
  readonly at: string;
  readonly subject: Text;
  readonly text: Text;
};

/** Who somebody is at a provider, and whether it has asked for a second factor itself. */
export type Identity = { readonly issuer: string; readonly subject: string; readonly secondFactor: boolean };

export type IdentityProvider = {
  /** What the button says. */
  readonly name: Text;
  /** Begins: where the browser goes, and what must come back with it. */
  readonly begin: (callback: string) => Promise<{ readonly address: string; readonly kept: string }>;
  /** Ends: who came back; refuses an answer that is not to what was kept, or not signed by the provider. */
  readonly finish: (callback: string, kept: string) => Promise<Identity>;
};

/** Who acts in a request, for what is done to accounts. */
export function actingIn(
  { store, random }: Pick<AccountsMeans, 'store' | 'random'>,
  request: OfficeRequest,
): Acting {
  const { account, at, record } = request;
  return { store, random, at, record, by: account.name === '' ? 'guest' : account.name };
}
