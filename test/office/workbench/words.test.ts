// Every state and act that a page for staff may show has words in every language.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RUN_STATES } from '../../../src/command/runs.ts';
import { RELEASE_ACTS, RELEASE_STATES } from '../../../src/design/release-state.ts';
import { TWO_PERSON_WORDS } from '../../../src/design/release-words.ts';
import { REVISION_CAUSES } from '../../../src/design/tables.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { auditPage } from '../../../src/office/workbench/pages/audit.ts';
import { reasonMarkup } from '../../../src/office/workbench/reason.ts';
import { codeText } from '../../../src/office/workbench/words.ts';
import { actionText } from '../../../src/office/workbench/words-actions.ts';
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

const SOURCES = join(import.meta.dirname, '..', '..', '..', 'src');

/** The acts that routes name and that are told to the log by themselves, apart from addresses. */
function actsTold(): readonly string[] {
  const names = globSync('office/**/*.ts', { cwd: SOURCES });
  const commands = globSync('command/*.ts', { cwd: SOURCES });
  const read = (name: string) => readFileSync(join(SOURCES, name), 'utf8');
  const acts = names.flatMap((name) => [...read(name).matchAll(/\bact: '([a-z ]+)'/g)]);
  const told = [...names, ...commands].flatMap((name) => [
    ...read(name).matchAll(/\baction: '([a-z][a-z ]+)'/g),
  ]);
  const steps = Object.keys(TWO_PERSON_WORDS).flatMap((act) => [`${act} proposed`, `${act} approved`]);
  return [...new Set([...[...acts, ...told].map(([, name = '']) => name), ...steps, 'residual risk ended'])];
}

test('every act of the log has words in Arabic and French', () => {
  const acts = actsTold();
  assert.ok(acts.length > 60, `only ${acts.length} acts were found`);
  assert.ok(acts.includes('decide line') && acts.includes('postponement approved'));
  for (const act of acts) {
    assert.match(actionText('ar', act), /^[\u0621-\u0652 :،()]{3,}$/, act);
    assert.notEqual(actionText('fr', act), act);
  }
  assert.equal(actionText('ar', 'collect'), 'collect');
});

test('the page of the log says acts in words, in its rows and in its filter', async () => {
  const row = { seq: 1, at: '2025-07-20T09:00:00.000Z', actor: 'a', subject: '1/2', detail: '{}', hash: '' };
  const asked = { actor: '', action: '', text: '', from: '', to: '', page: 1 };
  const rows = [{ ...row, action: 'decide line' }];
  const view = { asked, rows, total: 1, size: 100, actors: ['a'], actions: ['decide line'], head: 'h' };
  const reader = { language: 'ar', csrf: '' } as Parameters<typeof auditPage>[2];
  const page = String(await auditPage(view, null, reader));
  assert.equal(page.match(/قرار بشأن سطر/g)?.length, 2);
  assert.doesNotMatch(page, />[^<]*decide line/);
});

test('what the program decides a state by has words in three languages; rules stand for themselves', async () => {
  const [, body = ''] = readFileSync(join(SOURCES, 'process', 'state.ts'), 'utf8').split(
    'export const REASON',
  );
  const reasons = [...body.matchAll(/'([a-z ]+)'/g)].map(([, name = '']) => name);
  assert.ok(reasons.includes('decision') && reasons.includes('outlier'));
  for (const reason of reasons) {
    assert.match(String(await reasonMarkup('ar', reason)), /^[\u0621-\u0652 ]+$/, reason);
    assert.notEqual(String(await reasonMarkup('fr', reason)), reason);
  }
  assert.match(String(await reasonMarkup('ar', 'V011,V020')), /V011 V020/);
});
