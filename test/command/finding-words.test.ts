// What refused a file is kept in the sender's language and read in the reader's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fatal } from '../../src/collect/finding.ts';
import { keptFindings } from '../../src/command/finding-words.ts';

test('a kept finding reads in every language with its place, whatever language the file was in', () => {
  const kept = JSON.stringify([{ ...fatal('empty_file', {}, { line: 3 }), message: 'السطر 3: الملف فارغ' }]);
  const [found] = keptFindings(kept);
  assert.match(found?.message.fr ?? '', /^ligne 3\s: Le fichier est vide/);
  assert.match(found?.message.en ?? '', /^line 3: The file is empty/);
  assert.match(found?.message.ar ?? '', /^السطر 3: الملف فارغ/);
});

test('a finding that the program no longer knows says what was said then', () => {
  const [found] = keptFindings(
    JSON.stringify([{ code: 'gone', severity: 'fatal', message: 'said then', values: {} }]),
  );
  assert.deepEqual(found?.message, { ar: 'said then', fr: 'said then', en: 'said then' });
});
