// How each language sets its marks, in every text of the program and of the domain that somebody reads.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidTexts } from './said-texts.ts';

/** Pieces of a file that a text shows. */
const SHOWN = /# sender: …|\{?"\w+"(?:: ?"?…"?\})?/g;
const texts = saidTexts().map((each) => ({
  ...each,
  text: each.text.replaceAll(SHOWN, '…'),
}));
const LETTER = '[A-Za-zÀ-ÿœŒ]';

const RULES: readonly (readonly [rule: string, language: string, wrong: RegExp])[] = [
  ['a no-break space before a high mark', 'fr', / [:;?!](?:\s|$)/],
  ['a mark has its space', 'fr', new RegExp(`${LETTER}[;?!](?=\\s|$)|${LETTER}:(?=\\s)`)],
  ['no-break spaces inside quotes', 'fr', /«(?!\u00a0)|(?<!\u00a0)»/],
  ['a no-break space before a percent sign', 'fr', /[\d}] %/],
  ['a curly apostrophe', 'fr', new RegExp(`${LETTER}\\\\?'(?=${LETTER})`)],
  ['no straight quotes', 'fr', /(?<![=\w])"[A-Za-zÀ-ÿ]/],
  ['a curly apostrophe', 'en', /[A-Za-z]\\?'[a-z]/],
  ['no space before a mark', 'en', /[a-z] [:;?!](?:\s|$)/],
  ['Arabic marks', 'ar', /[\u0621-\u064a][»)}]?[,;?]|[,;] ?[\u0621-\u064a]/],
  ['Western digits', 'ar', /[\u0660-\u0669\u06f0-\u06f9]/],
  ['no lengthened letters', 'ar', /\u0640(?=[\u0621-\u064a])/],
  ['no space before a mark', 'ar', /[\u0621-\u064a] [:،؛؟!](?:\s|$)/],
];

test('enough texts are read', () => {
  for (const language of ['ar', 'fr', 'en'])
    assert.ok(texts.filter((each) => each.language === language).length > 1500, language);
});

for (const [rule, language, wrong] of RULES) {
  test(`${language}: ${rule}`, () => {
    const found = texts.filter((each) => each.language === language && wrong.test(each.text));
    assert.deepEqual(
      found.map(({ where, text }) => `${where}: ${text}`),
      [],
    );
  });
}
