// The port to an OpenID provider: the authorization code flow with PKCE, state and nonce, and the signature of the identity
// token checked against the provider's published keys.

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Refused } from './errors.ts';

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};
export type OpenIdClaims = {
  readonly issuer: string;
  readonly subject: string;
  /** How the provider has made sure (`amr`), such as `pwd` and `mfa`. */
  readonly methods: readonly string[];
};
export type OpenIdClient = {
  /** Where the browser goes, and what must be kept until it is back. */
  readonly begin: (callback: string) => Promise<{ readonly address: string; readonly kept: string }>;
  /** Who came back. `address`: the callback with the provider's answer in its query. */
  readonly finish: (address: string, kept: string) => Promise<OpenIdClaims>;
};

/** A client of a provider, which is asked for its addresses and keys at the first use. */
export function openIdClient(settings: OpenIdSettings): OpenIdClient {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw new Refused(`the provider ${settings.issuer} does not answer: ${(error as Error).message}`);
    });
    return known;
  };
  return {
    begin: async (callback) => {
      const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()];
      const address = buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: callback, scope: 'openid', state, nonce, code_challenge_method: 'S256' },
        code_challenge: await calculatePKCECodeChallenge(verifier),
      });
      return { address: address.href, kept: [verifier, state, nonce].join(' ') };
    },
    finish: async (address, kept) => exchanged(await configuration(), address, kept),
  };
}

/** Plain http is for a provider on this machine alone. */
async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  const url = new URL(issuer);
  const near = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const config = await discovery(url, clientId, undefined, ClientSecretPost(clientSecret), {
    execute: near ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks],
    timeout: 10,
  });
  return config;
}

async function exchanged(config: Configuration, address: string, kept: string): Promise<OpenIdClaims> {
  const [verifier = '', state = '', nonce = ''] = kept.split(' ');
  try {
    const tokens = await authorizationCodeGrant(config, new URL(address), {
      ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('no identity token');
    const methods = Array.isArray(claims['amr'])
      ? claims['amr'].filter((each) => typeof each === 'string')
      : [];
    return { issuer: claims.iss, subject: claims.sub, methods };
  } catch (error) {
    throw new Refused(`the provider's answer is not taken: ${(error as Error).message}`);
  }
}
