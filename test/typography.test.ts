// How each language sets its marks, in every text of the program and of the domain that somebody reads.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

type Said = { readonly where: string; readonly language: string; readonly text: string };
const ROOT = join(import.meta.dirname, '..');
const DOMAIN = join(ROOT, 'domains', 'ma-digital');
/** Words that texts are read with are as people write them. */
const READ_WITH = /claim-|planted-|explanation-words|column-names|heading\.ts|unwanted/;

/** Texts in the program: `fr: '…'`. */
function inProgram(): readonly Said[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.ts') && (!READ_WITH.test(name) || name.includes('explanation')))
    .flatMap((name) => {
      const source = readFileSync(join(ROOT, 'src', name), 'utf8');
      return [...source.matchAll(/\b(ar|fr|en):\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/gs)].map((found) => ({
        where: name,
        language: found[1] ?? '',
        text: (found[3] ?? '').replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) =>
          String.fromCodePoint(parseInt(code, 16)),
        ),
      }));
    });
}

/** Texts in the definitions of the domain: values under a language, columns that end with one. */
function inDomain(): readonly Said[] {
  return readdirSync(DOMAIN).flatMap((name): readonly Said[] => {
    const path = join(DOMAIN, name);
    if (name.endsWith('.yaml')) return spoken(parseYaml(readFileSync(path, 'utf8')), name);
    if (!name.endsWith('.csv')) return [];
    const rows: readonly { readonly [column: string]: string }[] = parseCsv(readFileSync(path), {
      columns: true,
    });
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, text]) => {
        const language = /_(ar|fr|en)$/.exec(column)?.[1];
        return language === undefined ? [] : [{ where: name, language, text }];
      }),
    );
  });
}

function spoken(value: unknown, where: string): readonly Said[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' && /^(?:ar|fr|en)$/.test(name)
      ? [{ where, language: name, text: each }]
      : spoken(each, where),
  );
}

/** Pieces of a file that a text shows. */
const SHOWN = /# sender: …|\{?"\w+"(?:: ?"?…"?\})?/g;
const texts = [...inProgram(), ...inDomain()].map((each) => ({
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
