// Text as bytes in the encodings in which declarations come. Windows-1256 is the inverse of the platform's own decoder.

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1256';

/** The bytes of a text; a sign that the encoding does not have is an error. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding !== 'windows-1256') return Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return Uint8Array.from(text, (sign) => {
    const byte = ARABIC_BYTES.get(sign);
    if (byte === undefined) throw new RangeError(`Windows-1256 has no ${JSON.stringify(sign)}`);
    return byte;
  });
}

/** Whether an encoding has every sign of a text. */
export function isEncodable(text: string, encoding: Encoding): boolean {
  return encoding !== 'windows-1256' || [...text].every((sign) => ARABIC_BYTES.has(sign));
}

const ARABIC_BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
    byte,
  ]),
);
