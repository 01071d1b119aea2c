// What decided the state of a line: in words where the program decides by itself or a person did, by its rules elsewhere.

import { html } from 'hono/html';
import type { Language } from '../../design/text.ts';
import type { Markup } from '../route.ts';
import { code } from './number.ts';
import { codeText } from './words.ts';

/** A reason, or the rules that a line failed, parted by commas; a dash for none. */
export function reasonMarkup(language: Language, reason: string | null): Markup {
  if (reason === null) return code(null);
  const words = codeText(language, reason);
  return words === reason ? code(reason.replaceAll(',', ' ')) : html`${words}`;
}
