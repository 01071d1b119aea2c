// Words that claim: places that change hands, goals said to be met, and the year that they are of.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

const places = (text: string, language: Language) =>
  judged(text, language)
    .claims.filter(({ unit }) => unit === 'RANK')
    .map(({ segment, period, value, verdict }) => `${segment} ${period} ${value} ${verdict}`);

const met = (text: string, language: Language) =>
  judged(text, language, '2026-03-10')
    .claims.filter(({ unit }) => unit === null)
    .map(({ indicator, period, verdict }) => `${indicator} ${period} ${verdict}`);

const TAKEN: readonly (readonly [Language, string, string])[] = [
  [
    'fr',
    "Au premier semestre 2025, l'ingénierie a ravi la deuxième place à la relation client.",
    'ESO 2025-S1 2 contradicted',
  ],
  [
    'en',
    'In the first half of 2025 engineering took second place from customer relations.',
    'ESO 2025-S1 2 contradicted',
  ],
  [
    'ar',
    'في النصف الأول من 2025 انتزعت الخدمات الهندسية المرتبة الثانية من علاقات العملاء.',
    'ESO 2025-S1 2 contradicted',
  ],
  [
    'fr',
    "En 2024, la deuxième place a été ravie à l'ingénierie par la relation client.",
    'CRM 2024 2 entailed',
  ],
];

const GIVEN: readonly (readonly [Language, string, string])[] = [
  [
    'fr',
    "Au premier semestre 2025, la relation client a cédé la première place à l'informatique.",
    'ITO 2025-S1 1 entailed',
  ],
  ['en', 'In 2024 customer relations lost first place to IT services.', 'ITO 2024 1 entailed'],
  ['ar', 'سنة 2024 تنازلت علاقات العملاء عن المرتبة الأولى لتكنولوجيا المعلومات.', 'ITO 2024 1 entailed'],
];

test('a place that is taken is held by the one who takes it, and not by the one it is taken from', () => {
  for (const [language, text, told] of TAKEN) assert.deepEqual(places(text, language), [told], text);
});

test('a place that is given up is held by the one it goes to, and giving it is no fall', () => {
  for (const [language, text, told] of GIVEN) {
    assert.deepEqual(places(text, language), [told], text);
    assert.ok(
      judged(text, language).claims.every(({ unit }) => unit !== 'DIRECTION'),
      text,
    );
  }
});

test('a pronoun takes a place for what the text spoke of, in the newest period that it told', () => {
  const text =
    'Engineering earned 2.58 billion dirhams in the first half of 2025, as against 3.462 billion in all of 2024. It has wrested second place from customer relations.';
  assert.deepEqual(places(text, 'en'), ['ESO 2025-S1 2 contradicted']);
});

test('a place that goes to somebody is theirs', () => {
  assert.deepEqual(places('En 2024 la deuxième place revient à la relation client.', 'fr'), [
    'CRM 2024 2 entailed',
  ]);
});

const MET: readonly (readonly [Language, string])[] = [
  [
    'fr',
    "En 2024, l'offshoring a rapporté 26,22 milliards de dirhams. L'objectif est de 40 milliards en 2030. Le jalon de 2026 est déjà dépassé.",
  ],
  [
    'en',
    'Offshoring exports were to reach 25 billion dirhams in 2026. We have exceeded this target, and only the goal of 40 billion in 2030 is left.',
  ],
  ['en', 'The milestone of 25 billion for offshoring exports, planned for 2026, has therefore been reached.'],
  [
    'fr',
    "L'objectif de 25 milliards de dirhams d'exportations de l'offshoring fixé pour 2026 a été atteint, celui de 40 milliards en 2030 le sera.",
  ],
  [
    'ar',
    'أهداف الأوفشورينغ: 25 مليار درهم سنة 2026 و40 مليار درهم سنة 2030. ونرى أن هدف سنة 2026 قد تحقق فعلا.',
  ],
];

test('a goal that is met is that of the year which the words before name, or the one pointed back to', () => {
  for (const [language, text] of MET)
    assert.deepEqual(met(text, language), ['TARGET 2026 not comparable'], text);
});

test('a goal that is not met, or still to be met, is none', () => {
  for (const [language, text] of [
    ['en', 'The target of 25 billion dirhams of offshoring exports for 2026 has not been met.'],
    ['fr', "L'objectif de 25 milliards d'exportations de l'offshoring pour 2026 n'a pas été atteint."],
    ['en', 'The target of 40 billion dirhams of offshoring exports is to be reached by 2030.'],
  ] as const)
    assert.deepEqual(met(text, language), [], text);
});
