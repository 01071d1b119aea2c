// Which single-byte encoding a text is in that is no UTF-8. Windows-1256 has the French letters of lower case where
// Windows-1252 has them, but Arabic letters where that has capitals with accents: only Arabic words stand by themselves.

import { scanFile } from '../engine/files.ts';

export type SingleByte = 'windows-1256' | 'windows-1252';

/** The encoding of a file, told by whether its letters above ASCII make Arabic words or stand inside Latin ones. */
export function singleByteOf(path: string): SingleByte {
  const reader = beginLetters();
  for (const chunk of scanFile(path)) {
    reader.look(chunk);
    if (reader.arabic()) return 'windows-1256';
  }
  reader.end();
  return reader.arabic() || !reader.latin() ? 'windows-1256' : 'windows-1252';
}

/** The same for bytes at hand. */
export function singleByteOfBytes(bytes: Uint8Array): SingleByte {
  const reader = beginLetters();
  reader.look(bytes);
  reader.end();
  return reader.arabic() || !reader.latin() ? 'windows-1256' : 'windows-1252';
}

type Letters = {
  readonly look: (chunk: Uint8Array) => void;
  readonly end: () => void;
  /** A word of Arabic letters alone was seen. */
  readonly arabic: () => boolean;
  /** Latin letters with what would be Arabic ones among them were seen. */
  readonly latin: () => boolean;
};

/** Words of one letter say nothing: `À` is one, and so is a conjunction that stands apart. */
const SHORTEST = 2;

function beginLetters(): Letters {
  let [ascii, high] = [0, 0];
  let [arabic, latin] = [false, false];
  const endWord = () => {
    if (ascii === 0 && high >= SHORTEST) arabic = true;
    if (ascii > 0 && high > 0) latin = true;
    [ascii, high] = [0, 0];
  };
  return {
    look: (chunk) => {
      for (const byte of chunk) {
        const kind = KINDS[byte];
        if (kind === 'ascii') ascii += 1;
        else if (kind === 'arabic') high += 1;
        else if (kind !== 'both') endWord();
      }
    },
    end: endWord,
    arabic: () => arabic,
    latin: () => latin,
  };
}

/** What a byte is in Windows-1256; letters that both encodings share neither end a word nor decide. */
const KINDS = Array.from({ length: 256 }, (_, byte) => {
  const letter = new TextDecoder('windows-1256').decode(Uint8Array.of(byte));
  if (/[A-Za-z]/.test(letter)) return 'ascii';
  if (/\p{Script=Arabic}/u.test(letter) && /\p{L}/u.test(letter)) return 'arabic';
  return /\p{Script=Latin}/u.test(letter) ? 'both' : 'other';
});
