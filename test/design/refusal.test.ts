// Every refusal that a page may answer with is there in three languages, with the same values in each; and nothing that a
// page can reach refuses in words of the program's own.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXPECTATIONS, NOTHING, PLACES } from '../../src/design/fault-words.ts';
import { REFUSALS, refusal } from '../../src/design/refusal.ts';
import { ACCOUNT_REFUSALS } from '../../src/design/refusal-accounts.ts';
import { COLLECTING_REFUSALS } from '../../src/design/refusal-collecting.ts';
import { EDITING_REFUSALS } from '../../src/design/refusal-editing.ts';
import { KEY_REFUSALS } from '../../src/design/refusal-keys.ts';
import { RELEASING_REFUSALS } from '../../src/design/refusal-releasing.ts';
import { RUNNING_REFUSALS } from '../../src/design/refusal-running.ts';
import { LANGUAGES, type Text } from '../../src/design/text.ts';
import { describeFault } from '../../src/engine/errors.ts';
import { UPLOAD_REFUSALS, unfitBody } from '../../src/engine/upload-refusal.ts';

const root = join(import.meta.dirname, '..', '..');
const ALL: { readonly [code: string]: Text } = { ...REFUSALS, ...UPLOAD_REFUSALS };
const valuesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test('every refusal has words in three languages, which differ, with values of the same names', () => {
  assert.ok(Object.keys(ALL).length > 90, `only ${Object.keys(ALL).length} refusals`);
  for (const [code, text] of Object.entries(ALL)) {
    assert.match(text.ar, /[\u0621-\u064a]{2}/, `${code}: no Arabic`);
    assert.equal(new Set(LANGUAGES.map((language) => text[language])).size, 3, `${code}: words of another`);
    const known = valuesOf(text.en);
    for (const language of ['ar', 'fr'] as const)
      for (const value of valuesOf(text[language]))
        assert.ok(known.includes(value) || code === 'draft_gone', `${code}: ${value} in ${language} alone`);
  }
  for (const text of [...Object.values(PLACES), ...Object.values(EXPECTATIONS), NOTHING])
    assert.match(text.ar, /[\u0621-\u064a]{2}/);
});

test('a refusal keeps its values in every language; in Arabic each keeps its direction', () => {
  const told = refusal('release_early', { id: '2025-S1/1', embargo: 'T1', at: 'T0' });
  assert.match(told.message, /^release 2025-S1\/1 is under embargo until T1; it is T0:/);
  assert.match(
    told.saying?.said.ar ?? '',
    /^الإصدار \u20682025-S1\/1\u2069 تحت حظر النشر حتى \u2068T1\u2069، والساعة الآن \u2068T0\u2069:/,
  );
  assert.throws(() => refusal('release_early', { id: 'x' }), RangeError);
  assert.match(unfitBody('body_json', 'a $& b').saying?.said.fr ?? '', /JSON\u00a0: a \$& b$/);
  const fault = { where: PLACES.reason, found: NOTHING, expected: EXPECTATIONS.why };
  assert.equal(describeFault(fault), '  --reason: found nothing, expected why, in a few words');
  assert.equal(describeFault(fault, 'fr'), 'motif\u00a0: trouvé rien, attendu pourquoi, en quelques mots');
});

/** What the desks of the office call, beside `src/office` and the desks themselves. */
const REACHED = [
  ...[
    'adjust',
    'approve',
    'ask',

    'edit-decide',
    'edit-line',
    'edit-show',
    'embargo-hour',
  ],
  ...['freeze', 'intake', 'key-acts', 'keys', 'postpone', 'propose', 'prove', 'publication', 'readers'],
  ...[
    'register',
    'release-facts',
    'release-headline',
    'empty-months',
    'release-fitness',
    'release-row',
    'runs',
    'sealed-release',
    'pre-release-access',
  ],
];

/** Throws that no page reaches: the secrets are read when the office starts. */
const AT_THE_START = ['src/command/office-accounts.ts', 'src/command/office.ts'];

test('nothing that a page reaches refuses in English alone', () => {
  const paths = [
    ...globSync(['src/office/**/*.ts', 'src/command/office-*.ts', 'src/command/pre-release-*.ts'], {
      cwd: root,
    }),
    ...REACHED.map((name) => `src/command/${name}.ts`),
    ...['src/process/decision.ts', 'src/engine/upload.ts', 'src/analyse/trace.ts'],
  ];
  const found = paths
    .filter((path) => !AT_THE_START.includes(path))
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/new (Refused|NotFound|Busy|TooMany)\(/g)].map(
        ([what]) => `${path}: ${what}`,
      ),
    );
  assert.deepEqual(found, []);
});

test('every refusal is used somewhere', () => {
  const source = globSync('src/**/*.ts', { cwd: root })
    .filter((path) => !/design\/refusal-/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const own = { ...ACCOUNT_REFUSALS, ...COLLECTING_REFUSALS, ...EDITING_REFUSALS, ...RELEASING_REFUSALS };
  const codes = Object.keys({ ...own, ...KEY_REFUSALS, ...RUNNING_REFUSALS });
  const unused = codes.filter((code) => !source.includes(`'${code}'`));
  assert.deepEqual(unused, []);
});
