// Where values of delimited text may begin or end with a blank: at pairs of bytes, a blank beside what ends a value. Nearly
// no text has one, so the pair that takes longest to look for, a space beside a delimiter, is first asked for four bytes at
// a time.

/** Pairs of bytes, by the rarer of both, without which no value begins or ends with a blank; those at breaks of lines apart. */
export type Edges = {
  readonly delimiter: number;
  readonly pairs: readonly { readonly rare: number; readonly pairs: readonly Buffer[] }[];
};

/** The pairs of a delimiter. */
export function edgesOf(delimiter: string): Edges {
  const beside = (rare: string, ends: readonly string[]) => ({
    rare: rare.charCodeAt(0),
    pairs: ends.flatMap((end) => [rare + end, end + rare]).map((pair) => Buffer.from(pair)),
  });
  return {
    delimiter: delimiter.charCodeAt(0),
    pairs: [
      beside(' ', [delimiter]),
      beside('\t', [delimiter, '"', '\r']),
      beside('"', [' ', '\n', '\r']),
      { rare: RETURN, pairs: [`\r${delimiter}`, '\r ', ' \r'].map((pair) => Buffer.from(pair)) },
    ],
  };
}

/** Where the rarer bytes of pairs stand: within the value, whichever side it ends on. */
export function edgesIn({ delimiter, pairs }: Edges, bytes: Uint8Array, most: number): number[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: number[] = [];
  for (const { rare, pairs: both } of pairs) {
    if (rare === SPACE ? !hasNeighbours(view, SPACE, delimiter) : !view.includes(rare)) continue;
    for (const pair of both) {
      const within = pair[0] === rare ? 0 : 1;
      for (let at = view.indexOf(pair); at !== -1 && found.length < most; at = view.indexOf(pair, at + 1))
        found.push(at + within);
    }
  }
  return found;
}

/** Whether two bytes stand side by side anywhere, in either order. */
export function hasNeighbours(bytes: Uint8Array, one: number, other: number): boolean {
  if (bytes.length < 16) return oneByOne(bytes, 0, bytes.length, one, other);
  const aligned = -bytes.byteOffset & 3;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >> 2);
  const rest = aligned + words.length * 4;
  return (
    inWords(words, one, other) ||
    oneByOne(bytes, 0, aligned + 1, one, other) ||
    oneByOne(bytes, rest - 4, bytes.length, one, other)
  );
}

const SPACE = 0x20;
const RETURN = 0x0d;

/** A word with a byte at each of its four places. */
function everywhere(byte: number): number {
  return byte | (byte << 8) | (byte << 16) | (byte << 24);
}

/** Of words with their first byte lowest: each beside itself moved by one byte; a byte that is zero is one that agrees. */
function inWords(words: Int32Array, one: number, other: number): boolean {
  const [ones, others] = [everywhere(one), everywhere(other)];
  let found = 0;
  let word = words[0] ?? 0;
  for (let at = 1; at < words.length; at += 1) {
    const next = words[at] ?? 0;
    const moved = (word >>> 8) | (next << 24);
    const forth = (word ^ ones) | (moved ^ others);
    const back = (word ^ others) | (moved ^ ones);
    found |= ((forth - LOWEST) & ~forth) | ((back - LOWEST) & ~back);
    word = next;
  }
  return (found & HIGHEST) !== 0;
}

const LOWEST = 0x01010101;
const HIGHEST = 0x80808080;

function oneByOne(bytes: Uint8Array, from: number, to: number, one: number, other: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const [before, here] = [bytes[at - 1], bytes[at]];
    if ((before === one && here === other) || (before === other && here === one)) return true;
  }
  return false;
}
