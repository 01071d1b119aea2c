// Every state and act that a page for staff may show has words in every language.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RUN_STATES } from '../../../src/command/runs.ts';
import { RELEASE_ACTS, RELEASE_STATES } from '../../../src/design/release-state.ts';
import { REVISION_CAUSES } from '../../../src/design/tables.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { codeText } from '../../../src/office/workbench/words.ts';
import { EVIDENCE, evidenceName, evidenceValue } from '../../../src/office/workbench/words-evidence.ts';

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

test('every fact that proves an edit or a match has words in three languages, and none is left over', () => {
  const root = join(import.meta.dirname, '..', '..', '..', 'src', 'process');
  const sources = globSync('*.ts', { cwd: root }).map((name) => readFileSync(join(root, name), 'utf8'));
  const facts = sources.flatMap((text) =>
    [...text.matchAll(/proofOf\(\{(.*?)\}\)/gs)].flatMap(([, body = '']) =>
      [...body.matchAll(/(\w+): sql`/g)].map(([, name = '']) => name),
    ),
  );
  assert.ok(facts.length > 40, `only ${facts.length} facts were found`);
  for (const name of facts) assert.match(evidenceName('ar', name), /[\u0621-\u064a]{2}/, name);
  assert.deepEqual(
    Object.keys(EVIDENCE).filter((name) => !facts.includes(name) && name !== 'agrees'),
    [],
  );
  assert.equal(evidenceValue('ar', ['enterprise', 'amount', true]), 'المقاولة، المبلغ، نعم');
  assert.equal(evidenceValue('fr', '1234.50'), '1234.50');
});
