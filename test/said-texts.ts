// Every text of the program and of the domain that somebody reads, by language.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

export type SaidText = { readonly where: string; readonly language: string; readonly text: string };

/** All of them, one after the other. */
export function saidTexts(): readonly SaidText[] {
  return [...inProgram(), ...inDomain()];
}

export type SaidInThree = {
  readonly where: string;
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
};

/** Those that stand beside each other in three languages. */
export function saidInThree(): readonly SaidInThree[] {
  const all = saidTexts();
  return all.flatMap(({ where, language, text }, at): readonly SaidInThree[] => {
    const [fr, en] = [all[at + 1], all[at + 2]];
    const together = language === 'ar' && fr?.language === 'fr' && en?.language === 'en';
    return together ? [{ where, ar: text, fr: fr.text, en: en.text }] : [];
  });
}

const ROOT = join(import.meta.dirname, '..');
const DOMAIN = join(ROOT, 'domains', 'ma-digital');
/** Words that texts are read with are as people write them. */
const READ_WITH = /claim-|planted-|explanation-words|column-names|heading\.ts|unwanted/;

/** Texts in the program: `fr: '…'`. */
function inProgram(): readonly SaidText[] {
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
function inDomain(): readonly SaidText[] {
  return readdirSync(DOMAIN).flatMap((name): readonly SaidText[] => {
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

function spoken(value: unknown, where: string): readonly SaidText[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' && /^(?:ar|fr|en)$/.test(name)
      ? [{ where, language: name, text: each }]
      : spoken(each, where),
  );
}
