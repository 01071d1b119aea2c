import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMarkedTexts } from '../../src/evaluate/labelled-text.ts';
import { measureClaims, ratesOf } from '../../src/evaluate/measure-claims.ts';
import { FOLDER, judged } from './printed-checker.ts';

const setOf = (name: string) => readMarkedTexts(readFileSync(join(FOLDER, 'texts', `${name}.txt`), 'utf8'));

test('tuning texts: every claim found and bound, none wrongly judged', () => {
  const texts = setOf('tuning');
  const measure = measureClaims(texts, ({ text, language, day }) => judged(text, language, day).claims);
  assert.ok(texts.length >= 40 && new Set(texts.map(({ language }) => language)).size === 3);
  assert.deepEqual(measure.faults, []);
});

test('held-out texts: found and bound to the goals of detection; figures are printed', () => {
  const measure = measureClaims(
    setOf('held-out'),
    ({ text, language, day }) => judged(text, language, day).claims,
  );
  const { f1, binding } = ratesOf(measure);
  process.stdout.write(
    `held-out: F1 ${f1.toFixed(3)}, binding ${binding.toFixed(3)}, wrong ${measure.wrong}\n`,
  );
  assert.ok(f1 >= 0.95, `F1 ${f1}`);
  assert.ok(binding >= 0.88, `binding ${binding}`);
  assert.ok(measure.wrong <= 2, `wrong ${measure.wrong}`);
});

test('the measure sees what is missed, misread and invented', () => {
  const [text] = readMarkedTexts(
    '= x | en | 2026-02-01 | test\nOffshoring earned [[26.2 billion dirhams|EXPORTS _T 2023 26.2 MAD_BN ok]] in 2024 and 13.4 billion dirhams in the first half of 2025. [[Nine|EXPORTS ITO 2024 9 MAD_BN ok]].',
  );
  assert.ok(text !== undefined);
  const measure = measureClaims([text], (each) => judged(each.text, each.language, each.day).claims);
  assert.deepEqual([measure.labelled, measure.found, measure.extra, measure.bound], [2, 1, 1, 0]);
});

test('what is false is counted where it is denied, doubted and passed for true', () => {
  const [text] = readMarkedTexts(
    '= x | en | 2026-02-01 | test\nOffshoring earned [[26.2 million dirhams|EXPORTS _T 2024 26.2 MAD_MN no]] in 2024. Engineering earned [[3.462 billion dirhams|EXPORTS CRM 2024 3.462 MAD_BN no]] in 2024 and [[3.9 billion|EXPORTS ESO 2024 3.9 MAD_BN no]] too.',
  );
  assert.ok(text !== undefined);
  const measure = measureClaims([text], (each) => judged(each.text, each.language, each.day).claims);
  assert.deepEqual([measure.deniable, measure.denied, measure.passed], [3, 2, 1]);
  assert.equal(ratesOf(measure).passed, 1 / 3);
});

test('a mark that cannot be read is named', () => {
  assert.throws(() => readMarkedTexts('= x | en | 2026-02-01 | y\n[[13|EXPORTS maybe]]'), /x: "13"/);
  assert.throws(() => readMarkedTexts('= x | xx | 2026-02-01 | y\n13'), /ar, fr or en/);
});
