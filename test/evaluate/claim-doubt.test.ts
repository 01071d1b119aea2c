import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

/** The last number of a text: its verdict and the slip behind it. */
function last(text: string, language: Language): readonly [string | undefined, string | undefined] {
  const claim = judged(text, language).claims.findLast(({ value }) => value !== null);
  return [claim?.verdict, claim?.slip];
}

type Pair = readonly [language: Language, named: string, open: string, slip: string];

/** The same false number where the words name what it is of, and where they leave it open. */
const PAIRS: { readonly [what: string]: readonly Pair[] } = {
  'the figure of another segment is denied only where the name stands right by the number': [
    [
      'en',
      'In the first half of 2025 engineering earned 4.19 billion dirhams.',
      'Engineering did well in the first half of 2025, said the trade, which calls itself lean, on 4.19 billion dirhams.',
      'segment',
    ],
    [
      'fr',
      'Au premier semestre 2025, l’ingénierie a rapporté 4,19 milliards de dirhams.',
      'L’ingénierie va bien au premier semestre 2025, dit la profession, qui se dit sobre, sur 4,19 milliards de dirhams.',
      'segment',
    ],
    [
      'ar',
      'في النصف الأول من 2025 بلغت الخدمات الهندسية 4,19 مليار درهم.',
      'الخدمات الهندسية بخير في النصف الأول من 2025، تقول المهنة، وهي واثقة، على 4,19 مليار درهم.',
      'segment',
    ],
  ],
  'the figure of another period is denied only where the period stands near': [
    [
      'en',
      'Call centres earned 4.80 billion dirhams in the first half of 2025.',
      'In the first half of 2025 little moved, it was said, and nobody hired; call centres had seen better days, with 4.80 billion dirhams.',
      'period',
    ],
  ],
};

for (const [what, pairs] of Object.entries(PAIRS))
  test(what, () => {
    for (const [language, named, open, slip] of pairs) {
      assert.deepEqual(last(named, language), ['contradicted', slip], named);
      assert.notEqual(last(open, language)[0], 'contradicted', open);
    }
  });

test('the sign of a change is denied only where a word tells it', () => {
  const told = 'In the first half of 2025 the receipts of call centres rose by 12.7 percent.';
  assert.deepEqual(last(told, 'en'), ['contradicted', 'direction']);
  const untold = 'In the first half of 2025 the receipts of call centres wilted by 12.7 percent.';
  assert.notEqual(last(untold, 'en')[0], 'contradicted');
});

test('a change under a verb that is not known is no wrong level', () => {
  const text = 'Call centres shed 610 million dirhams in the first half of 2025.';
  assert.notEqual(last(text, 'en')[0], 'contradicted');
});

test('digits that tell a figure are denied wherever its subject stands', () => {
  const text =
    'Offshoring earned 26.2 billion dirhams in 2024.\n\nIts engineers brought 3.642 billion of it.';
  assert.deepEqual(last(text, 'en'), ['contradicted', 'digit swap']);
});

test('what nothing explains is denied where subject and period are named', () => {
  assert.equal(last('In 2024 call centres earned 7.1 billion dirhams.', 'en')[0], 'contradicted');
  const elsewhere =
    'Offshoring earned 26.2 billion dirhams in 2024.\n\nTransfers stood at 119 billion dirhams.';
  assert.notEqual(last(elsewhere, 'en')[0], 'contradicted');
});

test('a number that tells another goal is denied only beside the name of its own', () => {
  const named = 'La stratégie vise 240 000 emplois dans l’offshoring en 2030.';
  assert.equal(last(named, 'fr')[0], 'contradicted');
  const open = 'La stratégie vise 2 milliards de dirhams en 2026.';
  assert.notEqual(last(open, 'fr')[0], 'contradicted');
  const year = 'Offshoring is to employ 270,000 people in 2026.';
  assert.deepEqual(last(year, 'en'), ['contradicted', 'period']);
});

test('a reading chosen because it holds is consistent and never entailed', () => {
  const text =
    'Call centres earned 4.80 billion dirhams in the first half of 2024 and 9.797 billion in 2024. Their part fell, from 37.4 percent.';
  for (const { verdict, confidence } of judged(text, 'en').claims)
    assert.ok(confidence !== 'low' || verdict !== 'entailed');
  const held = judged('Offshoring earned 26.2 billion dirhams in 2024.', 'en').claims[0];
  assert.equal(held?.verdict, 'entailed');
});

test('a number that is doubted has low confidence and says what it tells instead', () => {
  const text =
    'Engineering did well in the first half of 2025, said the trade, which calls itself lean, on 4.19 billion dirhams.';
  const [doubted] = judged(text, 'en').claims;
  assert.deepEqual([doubted?.verdict, doubted?.confidence], ['unsupported', 'low']);
  assert.equal(doubted?.instead?.segment, 'CRM');
  assert.match(
    doubted?.explanation ?? '',
    /The number is that of: exports, Customer relationship management/,
  );
});

test('a text that opens with a number is read like any other', () => {
  for (const text of [
    '12.7 percent off for call centres in the first half of 2025.',
    'About 5 %.',
    '31.3 percent',
  ])
    assert.ok(judged(text, 'en').complete);
});
