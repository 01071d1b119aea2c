// The copy of a bulletin that one reader gets before publication: whose it is stands on every page, and a mark of 64 bits
// that nobody sees is in its text and on its paper, so that a copy that is passed on names the reader it was given to.

import { inflateSync } from 'node:zlib';
import { fill, type Language, type Text } from '../design/text.ts';

export type CopyMark = {
  /** 16 hexadecimal digits. */
  readonly copy: string;
  readonly post: string;
  readonly name: string;
  /** When it was given, and until when it is not public, as a reader of the language reads them. */
  readonly given: string;
  readonly until: string;
};

const OWNER: Text = {
  ar: 'نسخة مسلّمة إلى: {name}، {post}، في {given}. لا يجوز تداولها قبل {until}.',
  fr: 'Exemplaire remis à\u00a0: {name}, {post}, le {given}. Ne pas diffuser avant le {until}.',
  en: 'Copy given to: {name}, {post}, on {given}. Not to be passed on before {until}.',
};

/** What stands on every page of a copy. */
function ownerLine(language: Language, { post, name, given, until }: CopyMark): string {
  const isolated = { post, name, given, until };
  return fill(
    OWNER[language],
    Object.fromEntries(Object.entries(isolated).map(([each, text]) => [each, `\u2068${text}\u2069`])),
  );
}

/** The page of a bulletin as a copy: whose it is above, below and across it, on the screen and on each sheet of paper. */
export function markedPage(page: string, language: Language, mark: CopyMark): string {
  const line = escaped(ownerLine(language, mark));
  const across = Array.from({ length: 12 }, () => `<span>${line}</span>`).join('');
  const hidden = hiddenText(mark.copy);
  return page
    .replace('</style>', `${STYLE}</style>`)
    .replace(
      '<main>',
      `<p class="copy-owner top">${line}</p><div class="copy-across" aria-hidden="true">${across}</div><main>`,
    )
    .replace('</main>', `</main><p class="copy-owner bottom" aria-hidden="true">${line}</p>`)
    .replaceAll(/<\/(p|h1|h2|td|th|caption)>/g, `${hidden}$&`);
}

const STYLE =
  ' .copy-owner{position:fixed;inset-inline:0;z-index:9;margin:0;padding:.25rem 1rem;background:#fff;color:#8a1c1c;font-size:.75rem;text-align:center} .copy-owner.top{top:0} .copy-owner.bottom{bottom:0} .copy-across{position:fixed;inset:0;z-index:8;pointer-events:none;overflow:hidden;display:flex;flex-direction:column;justify-content:space-around} .copy-across span{white-space:nowrap;transform:rotate(-24deg);font-size:1.1rem;color:#8a1c1c;opacity:.12} ';

/** What is set behind every sheet of a copy on paper, in the words of the typesetter. */
export function markedSheet(language: Language, mark: CopyMark): string {
  const line = JSON.stringify(ownerLine(language, mark));
  const dots = bitsOf(mark.copy)
    .map((bit, at) => {
      const size = bit === 1 ? BIG : SMALL;
      return `#place(top + left, dx: ${24 + (at % 32) * 17}pt, dy: ${4 + Math.floor(at / 32) * 6}pt, rect(width: ${size}pt, height: ${size}pt, fill: rgb("#eef4f4"), stroke: none))`;
    })
    .join('\n');
  return `#set page(background: [
${dots}
#place(center + horizon, rotate(-35deg, text(size: 17pt, fill: rgb("#8a1c1c26"), ${line})))
#place(top + center, dy: 7mm, text(size: 7.5pt, fill: rgb("#8a1c1c"), ${line}))
#place(bottom + center, dy: -5mm, text(size: 7.5pt, fill: rgb("#8a1c1c"), ${line}))
])
#set document(keywords: "copy ${mark.copy}")`;
}

const SMALL = 0.35;
const BIG = 0.55;

/** The mark that a text, a page or a PDF carries; undefined when none is found. */
export function markIn(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes);
  return text.subarray(0, 5).toString('latin1') === '%PDF-'
    ? markOnPaper(text)
    : markInText(text.toString('utf8'));
}

const ZERO = '\u200b';
const ONE = '\u2060';
const FENCE = '\u2063';

/** Characters without width or effect on letters: they go along when text is copied. */
function hiddenText(copy: string): string {
  const bits = bitsOf(copy).map((bit) => (bit === 1 ? ONE : ZERO));
  return `${FENCE}${bits.join('')}${FENCE}`;
}

function markInText(text: string): string | undefined {
  const found = new RegExp(`${FENCE}([${ZERO}${ONE}]{64})${FENCE}`).exec(text)?.[1];
  return found === undefined ? undefined : copyOf([...found].map((each) => (each === ONE ? 1 : 0)));
}

/** The squares behind the first sheet, in the order in which they were set: small is 0, big is 1. */
function markOnPaper(pdf: Buffer): string | undefined {
  for (const content of streamsIn(pdf)) {
    const sizes = [...content.matchAll(/([\d.]+) 0 l\s/g)].map((match) => Number(match[1]));
    const bits = sizes.flatMap((size) => (size === SMALL ? [0] : size === BIG ? [1] : []));
    if (bits.length === 64) return copyOf(bits);
  }
  return undefined;
}

function* streamsIn(pdf: Buffer): Generator<string> {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    if (end < 0) return;
    try {
      yield inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
    } catch {
      // A stream that is not compressed, or no content of a page.
    }
  }
}

function bitsOf(copy: string): readonly (0 | 1)[] {
  return [...copy].flatMap((digit) => {
    const value = Number.parseInt(digit, 16);
    return [8, 4, 2, 1].map((weight) => ((value & weight) === 0 ? 0 : 1) as 0 | 1);
  });
}

function copyOf(bits: readonly number[]): string {
  return Array.from({ length: bits.length / 4 }, (_, at) =>
    Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16),
  ).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
