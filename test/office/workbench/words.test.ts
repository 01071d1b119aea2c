// Every state and act that a page for staff may show has words in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RUN_STATES } from '../../../src/command/runs.ts';
import { RELEASE_ACTS, RELEASE_STATES } from '../../../src/design/release-state.ts';
import { REVISION_CAUSES } from '../../../src/design/tables.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { codeText } from '../../../src/office/workbench/words.ts';

const SHOWN = {
  'states of a release': RELEASE_STATES,
  'acts of two people': RELEASE_ACTS,
  'states of a run': RUN_STATES,
  'states of a job': ['running', 'done', 'refused', 'failed', 'stopped'],
  'causes of a revision': REVISION_CAUSES,
  'states of a declaration': ['received', 'superseded', 'cancelled', 'refused'],
  'states of a line': ['accepted', 'excluded', 'queried', 'rejected', 'duplicate', 'superseded', 'linked'],
  vintages: ['preliminary', 'revised', 'final'],
} as const;

for (const [what, codes] of Object.entries(SHOWN))
  test(`${what} have words in three languages`, () => {
    for (const code of codes) {
      assert.match(codeText('ar', code), /[\u0621-\u064a]{2}/, code);
      const words = LANGUAGES.map((language) => codeText(language, code));
      assert.ok(new Set(words).size >= 2, `${code}: ${words.join(', ')}`);
    }
  });
