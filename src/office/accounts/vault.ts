// What the store holds and must not be readable in it: encrypted with AES-256-GCM under a key that lies in `secrets/`.

import { createCipheriv, createDecipheriv } from 'node:crypto';

export type Vault = {
  readonly close: (plain: string) => string;
  readonly open: (closed: string) => string;
};

const IV = 12;
const TAG = 16;

/** A vault over a key of 32 bytes. */
export function vaultOf(key: Uint8Array, random: (bytes: number) => Uint8Array): Vault {
  return {
    close: (plain) => {
      const iv = random(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (closed) => {
      const bytes = Buffer.from(closed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      return decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
