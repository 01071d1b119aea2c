// What `marsad check` cannot read is refused with what to do, in the language asked for.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkCommand } from '../../src/command/check.ts';
import { LANGUAGES, type Language } from '../../src/design/text.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { exitCode, NotFound, Refused } from '../../src/engine/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-unread-'));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function refused(file: string, language?: Language): Promise<Refused | NotFound> {
  const options = { against: folder, ...(language === undefined ? {} : { language }) };
  try {
    await checkCommand.run([file], options, stillEffects('2026-01-01T00:00:00Z'));
  } catch (error) {
    assert.ok(error instanceof Refused || error instanceof NotFound, String(error));
    assert.equal(exitCode(error), 1);
    return error;
  }
  throw new assert.AssertionError({ message: `${file} was read` });
}

const CASES: readonly (readonly [code: string, file: string, words: { readonly [L in Language]: RegExp }])[] =
  [
    ['no_text_file', join(folder, 'nowhere.txt'), { ar: /لا يوجد ملف/, fr: /pas de fichier/, en: /no file/ }],
    ['folder_for_text', folder, { ar: /مجلد/, fr: /dossier/, en: /folder/ }],
    [
      'pdf_for_text',
      fileOf('a.pdf', '%PDF-1.7\n1 0 obj'),
      { ar: /PDF/, fr: /est un PDF/, en: /found a PDF/ },
    ],
    [
      'document_for_text',
      fileOf('a.docx', 'PK\u0003\u0004word/document.xml'),
      { ar: /مستند/, fr: /document/, en: /word processor/ },
    ],
    [
      'document_for_text',
      fileOf('a.rtf', '{\\rtf1 13.4 billion}'),
      { ar: /مستند/, fr: /document/, en: /word processor/ },
    ],
    [
      'bytes_for_text',
      fileOf('a.bin', Uint8Array.of(0x89, 0, 0xff, 0x41)),
      { ar: /UTF-8/, fr: /pas du texte/, en: /no plain text/ },
    ],
    [
      'bytes_for_text',
      fileOf('a.txt', Buffer.from('\ufeff13,4 milliards', 'utf16le')),
      { ar: /UTF-8/, fr: /pas du texte/, en: /no plain text/ },
    ],
    ['empty_text', fileOf('empty.txt', ''), { ar: /فارغ/, fr: /est vide/, en: /is empty/ }],
    ['empty_text', fileOf('blank.txt', '\ufeff \n\t\n'), { ar: /فارغ/, fr: /est vide/, en: /is empty/ }],
  ];
for (const [code, file, words] of CASES) {
  test(`${code}: ${file.slice(folder.length + 1) || 'a folder'}`, async () => {
    for (const language of LANGUAGES) {
      const error = await refused(file, language);
      assert.equal(error.saying?.code, code);
      assert.match(error.message, words[language]);
      assert.ok(error.message.includes(file));
    }
    assert.match((await refused(file)).message, words.en);
  });
}
