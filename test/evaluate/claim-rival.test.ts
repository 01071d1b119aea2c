// A goal that is doubted names both readings: name, year, value and programme of each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { domain, judged } from './printed-checker.ts';

const last = (text: string, language: Language) =>
  judged(text, language).claims.findLast(({ value }) => value !== null);

const nameOf = (id: string, language: Language) =>
  domain.targets.find((target) => target.id === id)?.name[language] ?? '';

/** Text, the goal it is read as, the one it tells, and what the explanation says of both. */
type Case = readonly [Language, text: string, read: string, told: string, words: readonly RegExp[]];

const CASES: { readonly [what: string]: readonly Case[] } = {
  'another goal of the same year': [
    [
      'en',
      'Digital Morocco and offshoring. The strategy wants 2 billion dirhams in 2026.',
      'EXPORT_REVENUE',
      'START_UP_FUNDS',
      [/between two readings: .*2026, 25 billion dirhams, .*; or .*2026, 2,000 million dirhams/],
    ],
    [
      'ar',
      'المغرب الرقمي والأوفشورينغ. تريد الخطة 2 مليار درهم في 2026.',
      'EXPORT_REVENUE',
      'START_UP_FUNDS',
      [/الشك بين قراءتين: .*2026، 25 مليار درهم، المغرب الرقمي 2030 .*؛ أو /],
    ],
  ],
  'another goal of another year': [
    [
      'fr',
      'La stratégie vise 240 000 emplois dans la nation de l’offshoring.',
      'OFFSHORING_JOBS',
      'DIGITAL_JOBS',
      [
        /entre deux lectures\u00a0: .*sans valeur annoncée.*\u00a0; ou bien .*2030, 240\u202f000\u00a0emplois/,
      ],
    ],
  ],
  'its own value of another year': [
    [
      'fr',
      'Offshoring : en 2030, la stratégie vise, dit-on, et ce malgré les doutes, 25 milliards.',
      'EXPORT_REVENUE',
      'EXPORT_REVENUE',
      [/2030, 40\u00a0milliards de dirhams, .*2026, 25\u00a0milliards de dirhams/],
    ],
  ],
  'an earlier draft': [
    [
      'en',
      'By 2030 Digital Morocco aims at 42 billion dirhams of offshoring exports.',
      'EXPORT_REVENUE',
      'EXPORT_REVENUE_DRAFT',
      [/draft of Digital Morocco 2030, 2023/, /the value is that of an earlier draft of the target/],
    ],
  ],
};

for (const [what, cases] of Object.entries(CASES))
  test(`a doubt names what the number tells: ${what}`, () => {
    for (const [language, text, read, told, words] of cases) {
      const claim = last(text, language);
      assert.equal(claim?.verdict, 'unsupported', text);
      const said = claim?.explanation.replaceAll(/[\u2068\u2069]/g, '') ?? '';
      const [first, second] = [nameOf(read, language), nameOf(told, language)];
      assert.ok(said.includes(first) && said.lastIndexOf(second) > said.indexOf(first), said);
      for (const each of words) assert.match(said, each);
    }
  });

test('what is told instead has the year of the goal that it is of', () => {
  const jobs = last('Offshoring employs 240,000 people.', 'en');
  assert.deepEqual(jobs?.instead, { indicator: 'TARGET_DIGITAL_JOBS', segment: '_T', period: '2030' });
});

test('a goal that is called right or wrong has no rival', () => {
  for (const text of [
    'By 2030 Digital Morocco aims at 40 billion dirhams of offshoring exports.',
    'By 2030 Digital Morocco aims at 43 billion dirhams of offshoring exports.',
  ]) {
    const claim = last(text, 'en');
    assert.equal(claim?.instead, undefined);
    assert.doesNotMatch(claim?.explanation ?? '', /two readings/);
  }
});
