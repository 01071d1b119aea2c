// All routes of accounts.

import type { Route } from '../route.ts';
import { administrationRoutes } from './administration.ts';
import type { AccountsMeans } from './means.ts';
import { myAccountRoutes } from './my-account.ts';
import { providerRoutes } from './provider.ts';
import { secondFactorRoutes } from './second-factor-pages.ts';
import { signInRoutes } from './sign-in.ts';
import { welcomeRoutes } from './welcome.ts';

/** Signing in, one-time links, one's own account, and administering those of others. */
export function accountRoutes(means: AccountsMeans): readonly Route[] {
  return [
    ...signInRoutes(means),
    ...providerRoutes(means),
    ...welcomeRoutes(means),
    ...secondFactorRoutes(means),
    ...myAccountRoutes(means),
    ...administrationRoutes(means),
  ];
}
