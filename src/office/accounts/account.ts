// Who acts at the office: an account with its roles and, for a declarant, the one respondent that it declares for.

import type { DeclarantType } from '../../design/declaration.ts';
import { enterpriseOf } from '../../design/ice.ts';
import type { Language } from '../../design/text.ts';
import type { Store } from '../../engine/store.ts';
import type { Role } from './role.ts';

/** A respondent as declarations name it: `declarant_type` and `sender` of the envelope. */
export type Respondent = { readonly type: DeclarantType; readonly sender: string };

export type Account = {
  /** 0 for who has not signed in. */
  readonly id: number;
  /** By which it signs in, and which the audit log names. */
  readonly name: string;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly respondent: Respondent | null;
  readonly language: Language | null;
  readonly state: 'invited' | 'active' | 'deactivated';
};

/** Who has not signed in: an account without roles. */
export const GUEST: Account = {
  ...{ id: 0, name: '', person: '', roles: [], respondent: null, language: null, state: 'active' },
};

/** An account by its number. */
export function accountById(store: Store, id: number): Account | undefined {
  const row = store.get<AccountRow>(`${SELECT} WHERE id = ?`, id);
  return row === undefined ? undefined : accountOf(store, row);
}

/** An account by the name it signs in with. */
export function accountByName(store: Store, name: string): Account | undefined {
  const row = store.get<AccountRow>(`${SELECT} WHERE name = ?`, name.trim().toLowerCase());
  return row === undefined ? undefined : accountOf(store, row);
}

/** All accounts by name. */
export function allAccounts(store: Store): readonly Account[] {
  return store.all<AccountRow>(`${SELECT} ORDER BY name`).map((row) => accountOf(store, row));
}

/** Whether an object of a respondent is the account's own. */
export function isOwn({ respondent }: Account, owner: Respondent): boolean {
  return respondent !== null && respondent.type === owner.type && respondent.sender === owner.sender;
}

type AccountRow = {
  readonly id: number;
  readonly name: string;
  readonly person: string;
  readonly declarant_type: DeclarantType | null;
  readonly sender: string | null;
  readonly language: Language | null;
  readonly state: Account['state'];
};

const SELECT = 'SELECT id, name, person, declarant_type, sender, language, state FROM accounts';

function accountOf(store: Store, { declarant_type, sender, ...row }: AccountRow): Account {
  const roles = store.all<{ role: Role }>(
    'SELECT role FROM account_roles WHERE account = ? ORDER BY role',
    row.id,
  );
  return {
    ...row,
    roles: roles.map(({ role }) => role),
    respondent: declarant_type === null || sender === null ? null : respondentOf(declarant_type, sender),
  };
}

/** Declarations name an enterprise by the first nine digits of its ICE; accounts of before may hold all of them. */
function respondentOf(type: DeclarantType, sender: string): Respondent {
  return { type, sender: type === 'enterprise' ? enterpriseOf(sender) : sender };
}
