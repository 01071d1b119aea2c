// A text as people write it, in a plain form that grammar can read, with the way back to every character.

export type PlainText = {
  readonly original: string;
  /** Lower case, one form of each letter and digit, no marks of direction; as long as `origins`. */
  readonly plain: string;
  /** For each unit of `plain`, its index in `original`; one more entry for the end. */
  readonly origins: Uint32Array;
};

const INVISIBLE = /[\u00ad\u061c\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const SINGLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ة: 'ه',
    '٪': '%',
    '％': '%',
    '٫': '.',
    '٬': "'",
    '،': ',',
    '؛': ';',
    '؟': '?',
    '’': "'",
    '‘': "'",
    ʼ: "'",
    '`': "'",
    '−': '-',
    '‐': '-',
    '‑': '-',
    '–': '–',
    '—': '—',
    '“': '"',
    '”': '"',
    '«': '"',
    '»': '"',
    œ: 'oe',
    æ: 'ae',
  }),
);

/** The plain form of a text; linear in its length. */
export function plainText(original: string): PlainText {
  const known = new Map<string, string>();
  const origins = new Uint32Array(original.length * 2 + 1);
  const pieces: string[] = [];
  let [at, length] = [0, 0];
  for (const letter of original) {
    const piece = known.get(letter) ?? plainLetter(letter);
    known.set(letter, piece);
    for (let unit = 0; unit < piece.length; unit += 1) origins[length + unit] = at;
    length += piece.length;
    pieces.push(piece);
    at += letter.length;
  }
  const plain = withColumns(pieces.join(''));
  origins[plain.length] = original.length;
  return { original, plain, origins: origins.slice(0, plain.length + 1) };
}

/** A name and a number at the end of a line, two spaces apart. */
const LISTED = /(?<=(?:^|\n)[^\n]{1,60}\S) {2}[\d+-][\d.,% ]*(?=\n|$)/g;

/** Columns set apart by spaces are set apart by a tab. */
function withColumns(plain: string): string {
  const spaced = plain.includes('  ')
    ? plain.replaceAll(LISTED, (row) => row.replace(/ (?=[\d+-])/, '\t'))
    : plain;
  return spaced.includes('   ')
    ? spaced.replaceAll(/(?<=[^\s]) {3,}(?=\S)/g, (gap) => gap.replace(/ $/, '\t'))
    : spaced;
}

/** The plain form of one word or phrase, for tables of words. */
export function plainWord(word: string): string {
  return plainText(word).plain;
}

/** Where a stretch of the plain form stands in the original, and its words there. */
export function originalSpan(
  text: PlainText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly text: string } {
  const from = text.origins[start] ?? 0;
  const last = text.origins[Math.max(start, end - 1)] ?? from;
  const width = text.original.codePointAt(last) ?? 0;
  const to = end <= start ? from : last + (width > 0xffff ? 2 : 1);
  return { start: from, end: to, text: text.original.slice(from, to) };
}

function plainLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return letter.toLowerCase();
  if (INVISIBLE.test(letter)) return '';
  if (SPACE.test(letter)) return ' ';
  const single = SINGLE.get(letter);
  if (single !== undefined) return single;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return code < 0x250 ? latinLetter(letter) : letter;
}

function latinLetter(letter: string): string {
  return letter.normalize('NFD').slice(0, 1).toLowerCase();
}
