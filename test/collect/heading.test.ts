import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldNamed, readHeading } from '../../src/collect/heading.ts';
import { FIELDS } from '../../src/design/declaration.ts';
import { FIELD_TEXTS } from '../../src/design/field-texts.ts';
import { LANGUAGES } from '../../src/design/text.ts';

test('every heading that the templates carry is read back as its field, in every language', () => {
  for (const kind of ['settlement', 'enterprise'] as const)
    for (const language of LANGUAGES) {
      const header = FIELDS[kind].map(({ id }) => FIELD_TEXTS[id]?.name[language] ?? '');
      assert.deepEqual(
        header.map((name) => fieldNamed(name, kind)),
        FIELDS[kind].map(({ id }) => id),
      );
      assert.deepEqual(readHeading(header, kind).findings, []);
    }
});
