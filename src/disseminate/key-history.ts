// From one key that a reader trusts to all keys of the office: by successions that both keys signed, or that a successor
// in reserve signed which the lost key had named before. A revoked key is believed for what the office vouches for alone.

import {
  hashOfText,
  isSignedBy,
  type KeyStatement,
  parseStatements,
  type SignedStatement,
} from './key-statement.ts';
import { publicKeyId, type SignatureVerdict, signatureKeyId, verifySignature } from './minisign.ts';

export type Revocation = {
  /** When the office said so. */
  readonly at: string;
  /** Since when the key is not believed. */
  readonly since: string;
  readonly reason: { readonly ar: string; readonly fr: string; readonly en: string } | null;
  readonly stands: ReadonlySet<string>;
  readonly notices: { readonly lines: number; readonly last: string };
};
export type TrustedKey = {
  readonly id: string;
  readonly publicKey: string;
  /** When it took over; null for the first. */
  readonly since: string | null;
  readonly successor: string | null;
  readonly revocation: Revocation | null;
};
export type TrustedKeys = {
  readonly keys: ReadonlyMap<string, TrustedKey>;
  /** What of the statements is not believed, and why. */
  readonly faults: readonly string[];
};
export type TrustedVerdict = SignatureVerdict & { readonly note?: string };

/** A key alone, without any statement. */
export function soleKey(publicKey: string): TrustedKeys {
  return followKeys(publicKey, []);
}

/** The keys that follow from a trusted one by the statements of the office. */
export function followKeys(trusted: string, signed: readonly SignedStatement[]): TrustedKeys {
  const read = readStatements(signed);
  if (typeof read === 'string') return { keys: keysOf([trusted], []), faults: [read] };
  const links = read.flatMap((each, at) => linkOf(each, read.slice(0, at)));
  const known = closure(trusted, links);
  const revocations = read.flatMap((each) => believedRevocation(each, known, links));
  const lonely = read.filter(({ signed: own }) => ![...known.values()].some((key) => isSignedBy(own, key)));
  return {
    keys: keysOf([...known.values()], links, revocations),
    faults: lonely.map(
      ({ statement }) => `statement ${statement.seq} on the keys is signed by no key that is trusted`,
    ),
  };
}

/**
 * Verifies a content by any of the keys. `hash` names what a revoked key may have signed: the SHA-256 of a manifest.
 */
export function verifyTrusted(
  content: string | Uint8Array,
  signature: string,
  { keys }: TrustedKeys,
  stands: (revocation: Revocation) => boolean,
): TrustedVerdict {
  const id = signatureKeyId(signature);
  const key = id === undefined ? undefined : keys.get(id);
  const [first] = keys.values();
  if (key === undefined) return verifySignature(content, signature, first?.publicKey ?? '');
  const verdict = verifySignature(content, signature, key.publicKey);
  const { revocation } = key;
  if (!verdict.valid || revocation === null) return verdict;
  const told = `key ${key.id} was revoked at ${revocation.at} (not to be believed since ${revocation.since}${revocation.reason === null ? '' : `: ${revocation.reason.en}`})`;
  return stands(revocation)
    ? { ...verdict, note: `${told}; this was signed before, and the office vouches for it` }
    : { valid: false, fault: `${told}; this is not among what was signed before the revocation` };
}

type Read = { readonly statement: KeyStatement; readonly signed: SignedStatement };

function readStatements(signed: readonly SignedStatement[]): readonly Read[] | string {
  try {
    return parseStatements(signed).map((statement, at) => ({
      statement,
      signed: signed[at] as SignedStatement,
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `forward`: who trusts the former key may trust its successor. The other way holds whenever the successor says so. */
type Link = { readonly from: string; readonly to: string; readonly at: string; readonly forward: boolean };

/** A succession leads forward when the key before signed it too, or had named its successor in reserve. */
function linkOf({ statement, signed }: Read, before: readonly Read[]): readonly Link[] {
  if (statement.kind !== 'succession' || !isSignedBy(signed, statement.successor)) return [];
  const reserved = before.some(
    ({ statement: earlier, signed: own }) =>
      earlier.kind === 'reserve' &&
      earlier.key === statement.key &&
      earlier.reserve === hashOfText(statement.successor) &&
      isSignedBy(own, earlier.key),
  );
  const forward = reserved || isSignedBy(signed, statement.key);
  return [{ from: statement.key, to: statement.successor, at: statement.at, forward }];
}

/** Keys reached from the trusted one, in either direction of time; by their ids. */
function closure(trusted: string, links: readonly Link[]): ReadonlyMap<string, string> {
  const known = new Map([[publicKeyId(trusted), trusted]]);
  for (let size = 0; size !== known.size; ) {
    size = known.size;
    for (const { from, to, forward } of links) {
      if (forward && known.has(publicKeyId(from))) known.set(publicKeyId(to), to);
      if (known.has(publicKeyId(to))) known.set(publicKeyId(from), from);
    }
  }
  return known;
}

type Revoked = { readonly id: string; readonly revocation: Revocation };

/** A key is revoked by itself or by one that came after it. */
function believedRevocation(
  { statement, signed }: Read,
  known: ReadonlyMap<string, string>,
  links: readonly Link[],
): readonly Revoked[] {
  if (statement.kind !== 'revocation') return [];
  const id = publicKeyId(statement.key);
  const able = [statement.key, ...successorsOf(statement.key, links)].filter((key) =>
    known.has(publicKeyId(key)),
  );
  if (!known.has(id) || !able.some((key) => isSignedBy(signed, key))) return [];
  const { at, since, reason, stands, notices } = statement;
  return [{ id, revocation: { at, since, reason, stands: new Set(stands), notices } }];
}

function successorsOf(key: string, links: readonly Link[]): readonly string[] {
  const found: string[] = [];
  for (let next = links.find(({ from }) => from === key); next !== undefined && !found.includes(next.to); ) {
    found.push(next.to);
    const { to } = next;
    next = links.find(({ from }) => from === to);
  }
  return found;
}

function keysOf(
  publicKeys: readonly string[],
  links: readonly Link[],
  revocations: readonly Revoked[] = [],
): TrustedKeys['keys'] {
  return new Map(
    publicKeys.map((publicKey) => {
      const id = publicKeyId(publicKey);
      const successor = links.find(({ from }) => from === publicKey);
      const key: TrustedKey = {
        id,
        publicKey,
        since: links.find(({ to }) => to === publicKey)?.at ?? null,
        successor: successor === undefined ? null : publicKeyId(successor.to),
        revocation: revocations.find((each) => each.id === id)?.revocation ?? null,
      };
      return [id, key];
    }),
  );
}
