// The language of a file that does not name one, told by its letters and its words; null when it cannot be told.

import type { Language } from '../design/text.ts';
import { encodingOf, type Kept } from './arrival.ts';
import { singleByteOfBytes } from './single-byte.ts';

const FRENCH =
  /[éèêàçùîôœ]|\b(devise|montant|banque|sens|pays|client|libell|facture|effectif|bonjour|d[ée]claration|veuillez|cordialement)/gi;
const ENGLISH = /\b(amount|currency|country|value date|hello|dear|please|declaration of|regards|the|of)\b/gi;

/** The language in which the beginning of a file is written. */
export function tellLanguage({ head }: Pick<Kept, 'head'>): Language | null {
  const bytes = head.subarray(0, 1 << 16);
  if (bytes.subarray(0, 4096).filter((byte) => byte === 0).length > 0 && encodingOf(head) === 'utf-8')
    return null;
  const text = textOf(bytes);
  const arabic = (text.match(/[\u0621-\u064A]/g) ?? []).length;
  if (arabic >= 6) return 'ar';
  const [french, english] = [FRENCH, ENGLISH].map((words) => (text.match(words) ?? []).length);
  if ((french ?? 0) === (english ?? 0)) return null;
  return (french ?? 0) > (english ?? 0) ? 'fr' : 'en';
}

function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const lost = (text.match(/\uFFFD/g) ?? []).length;
  return lost > 2 ? new TextDecoder(singleByteOfBytes(bytes)).decode(bytes) : text;
}
