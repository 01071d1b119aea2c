// The end of the tokens of an account, whatever it is that ends them.

import type { Store } from '../../engine/store.ts';

/** Ends every token of an account that is good at an instant; returns what they were for. */
export function endTokens(store: Store, account: number, at: string): readonly string[] {
  const good = store.all<{ label: string }>(
    'SELECT label FROM tokens WHERE account = ? AND revoked_at IS NULL AND ends_at > ? ORDER BY id',
    ...[account, at],
  );
  store.run('UPDATE tokens SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL', at, account);
  return good.map(({ label }) => label);
}
