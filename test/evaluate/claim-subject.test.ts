// What is spent, budgeted or lent in a text on the subject is no export.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged } from './printed-checker.ts';

const SPENT: readonly (readonly ['en' | 'fr' | 'ar', string])[] = [
  ['en', 'The digital ministry spent 45.9 million dirhams on offshoring parks in 2023.'],
  ['en', 'Offshoring parks cost 45.9 million dirhams in 2023.'],
  [
    'en',
    'The loan of USD 300 million will finance skills. Offshoring exports reached 26.22 billion dirhams in 2024.',
  ],
  ['fr', "L'État a dépensé 45,9 millions de dirhams pour les parcs d'offshoring en 2023."],
  ['fr', "L'emprunt de 300 millions de dollars financera l'offshoring."],
  ['ar', 'ترحيل الخدمات: بلغت ميزانية المناطق 45,9 مليون درهم.'],
];

test('what is spent, budgeted or lent is no export, and the exports beside it are', () => {
  for (const [language, text] of SPENT)
    assert.equal(
      judged(text, language).claims.find(({ value }) => value !== null)?.verdict,
      'not covered',
      text,
    );
  const [, , [, loan = ''] = []] = SPENT;
  assert.equal(
    judged(loan, 'en')
      .claims.filter(({ value }) => value !== null)
      .at(-1)?.verdict,
    'entailed',
  );
});
