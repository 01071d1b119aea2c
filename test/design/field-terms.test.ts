// One term for each thing in Arabic: what a field is called is what rules, edits and pages call it.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FIELD_TEXTS } from '../../src/design/field-texts.ts';

const root = join(import.meta.dirname, '..', '..');
/** A term of the fields, and words that say the same and are not used. */
const OTHERS: { readonly [term: string]: RegExp } = { الزبون: /عميل/, المبلغ: /القدر المالي/ };

test('the fields use the terms', () => {
  const names = Object.values(FIELD_TEXTS).map(({ name }) => name.ar);
  for (const term of Object.keys(OTHERS))
    assert.ok(
      names.some((name) => name.includes(term)),
      term,
    );
});

test('rules, edits and words of pages use no other word for what a field names', () => {
  const paths = [
    ...['domains/ma-digital/rules.yaml', 'domains/ma-digital/editing.yaml'],
    ...globSync(
      [
        'src/office/**/words*.ts',
        'src/design/field-texts.ts',
        'src/process/*.ts',
        'src/collect/finding.ts',
        'src/disseminate/public/words*.ts',
      ],
      { cwd: root },
    ),
  ];
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    // The segment of customer relations has a name of its own.
    for (const other of Object.values(OTHERS))
      assert.doesNotMatch(text.replaceAll('علاقات العملاء', ''), other, path);
  }
});
