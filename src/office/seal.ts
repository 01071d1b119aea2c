// A release between its approval and its hour: one encrypted file (AES-256-GCM), which names nothing but its release.

import { createCipheriv, createDecipheriv } from 'node:crypto';

const HEAD = Buffer.from('marsad-sealed-1\n');
const IV = 12;
const TAG = 16;

/** Files by name as one sealed file. `key`: 32 bytes; `random`: a source of bytes that never repeats. */
export function sealed(
  files: ReadonlyMap<string, Uint8Array>,
  {
    key,
    release,
    random,
  }: { readonly key: Uint8Array; readonly release: string; readonly random: (bytes: number) => Uint8Array },
): Uint8Array {
  const iv = random(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(release));
  const parts = [...files].flatMap(([name, bytes]) => {
    const label = Buffer.from(name);
    return [sizeOf(label.length), label, sizeOf(bytes.length), bytes];
  });
  const body = Buffer.concat([...parts.map((part) => cipher.update(part)), cipher.final()]);
  return Buffer.concat([HEAD, iv, cipher.getAuthTag(), body]);
}

/** The files of a sealed file. Throws when the key or the release is another, or a bit was changed. */
export function unsealed(
  bytes: Uint8Array,
  { key, release }: { readonly key: Uint8Array; readonly release: string },
): ReadonlyMap<string, Uint8Array> {
  const whole = Buffer.from(bytes);
  if (!whole.subarray(0, HEAD.length).equals(HEAD)) throw new RangeError('not a sealed release');
  const iv = whole.subarray(HEAD.length, HEAD.length + IV);
  const tag = whole.subarray(HEAD.length + IV, HEAD.length + IV + TAG);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(release));
  decipher.setAuthTag(tag);
  const plain = Buffer.concat([decipher.update(whole.subarray(HEAD.length + IV + TAG)), decipher.final()]);
  return filesIn(plain);
}

function filesIn(plain: Buffer): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  const next = (): Buffer => {
    const size = plain.readUInt32BE(at);
    const part = plain.subarray(at + 4, at + 4 + size);
    at += 4 + size;
    return part;
  };
  while (at < plain.length) files.set(next().toString('utf8'), next());
  return files;
}

function sizeOf(length: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
}
