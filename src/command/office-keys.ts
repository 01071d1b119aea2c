// The keys of a workspace: the signing key in its secrets, and all public ones that its statements connect.

import { join } from 'node:path';
import { refusal } from '../design/refusal.ts';
import { followKeys, type TrustedKeys } from '../disseminate/key-history.ts';
import { publicKeyText } from '../disseminate/minisign.ts';
import { PUBLIC_KEY_NAME, readStatements } from '../disseminate/public/release-folder.ts';
import { exists, readText, writeWhole } from '../engine/files.ts';
import { hasSigner, openSigner, type Signer } from '../engine/keys.ts';
import type { Workspace } from './workspace.ts';

/**
 * The signing key. Made at first use; never again once a public key is out, for readers could not follow: a key that is
 * gone is replaced by procedure.
 */
export function officeSigner({ layout }: Pick<Workspace, 'layout'>): Signer {
  if (!hasSigner(layout.secrets) && exists(join(layout.public, PUBLIC_KEY_NAME)))
    throw refusal('no_signing_key', { folder: layout.secrets, name: PUBLIC_KEY_NAME });
  return openSigner(layout.secrets);
}

/** The office's own key and those before it, with what is revoked. */
export function officeKeys(workspace: Pick<Workspace, 'layout'>): TrustedKeys {
  const { publicKey } = officeSigner(workspace);
  return followKeys(publicKeyText(publicKey), readStatements(workspace.layout.public));
}

/** Puts the public key where readers find it; refuses a key that readers could not follow to. */
export function publishKey(workspace: Pick<Workspace, 'layout'>): void {
  const path = join(workspace.layout.public, PUBLIC_KEY_NAME);
  const text = publicKeyText(officeSigner(workspace).publicKey);
  if (!exists(path)) writeWhole(path, text);
  else if (readText(path) !== text)
    throw refusal('other_public_key', { path, folder: workspace.layout.secrets });
}
