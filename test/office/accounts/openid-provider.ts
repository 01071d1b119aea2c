// A small OpenID provider for tests: discovery, keys, authorization, tokens; it can be told to answer wrongly.

import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Wrong = {
  /** Claims that take the place of the right ones. */
  readonly claims?: { readonly [claim: string]: unknown };
  /** Signed by a key that is not published. */
  readonly otherKey?: true;
  /** Not signed at all. */
  readonly unsigned?: true;
};
export type TestProvider = {
  readonly issuer: string;
  wrong: Wrong;
  /** The browser's visit: signs the person in and returns where it is sent back to. */
  readonly visit: (address: string, subject: string) => string;
  readonly close: () => Promise<void>;
};

type Grant = {
  readonly subject: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly client: string;
};

export async function openProvider(): Promise<TestProvider> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const grants = new Map<string, Grant>();
  let issuer = '';
  const provider: { wrong: Wrong } = { wrong: {} };
  const answers: { readonly [path: string]: (body: URLSearchParams) => object } = {
    '/.well-known/openid-configuration': () => discovery(issuer),
    '/keys': () => ({
      keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }],
    }),
    '/token': (body) => {
      const grant = grants.get(body.get('code') ?? '');
      grants.delete(body.get('code') ?? '');
      const proven = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (grant === undefined || proven !== grant.challenge || body.get('client_secret') !== 'secret')
        return { error: 'invalid_grant' };
      const { wrong } = provider;
      const now = Math.floor(Date.now() / 1000);
      const right = {
        iss: issuer,
        sub: grant.subject,
        aud: grant.client,
        nonce: grant.nonce,
        iat: now,
        exp: now + 60,
      };
      const claims = { ...right, amr: ['pwd', 'mfa'], ...wrong.claims };
      const key = wrong.otherKey === true ? stranger.privateKey : keys.privateKey;
      return {
        access_token: 'a',
        token_type: 'Bearer',
        id_token: tokenOf(claims, key, wrong.unsigned === true),
      };
    },
  };
  const server = await listening(answers);
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    issuer,
    visit: (address: string, subject: string) => {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      const [nonce, challenge, client] = ['nonce', 'code_challenge', 'client_id'].map(
        (name) => asked.get(name) ?? '',
      );
      grants.set(code, { subject, nonce: nonce ?? '', challenge: challenge ?? '', client: client ?? '' });
      return `${asked.get('redirect_uri')}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function tokenOf(claims: object, key: KeyObject, unsigned: boolean): string {
  const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = plain({ alg: unsigned ? 'none' : 'ES256', kid: 'one', typ: 'JWT' });
  const text = `${head}.${plain(claims)}`;
  if (unsigned) return `${text}.`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

async function listening(answers: {
  readonly [path: string]: (body: URLSearchParams) => object;
}): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = answers[request.url ?? '']?.(await bodyOf(request));
    const failed = answer === undefined || 'error' in answer;
    response.writeHead(failed ? 400 : 200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}
