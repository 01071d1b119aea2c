import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

type Case = readonly [language: Language, text: string, conflicts: readonly (readonly string[])[]];

/** Each number may hold, all of them together do not: BPO and KPO shared about 1.38 billion in the first half of 2025. */
const MUST: readonly Case[] = [
  [
    'en',
    'In the first half of 2025 BPO exports stood at 0.9 billion dirhams and KPO exports at 0.8 billion dirhams.',
    [['0.9 billion dirhams', '0.8 billion dirhams']],
  ],
  [
    'en',
    'BPO earned 0.3 billion dirhams in the first half of 2025. In the same half of 2025, KPO earned 0.4 billion dirhams.',
    [['0.3 billion dirhams', '0.4 billion dirhams']],
  ],
  [
    'en',
    'In the first half of 2025 BPO earned 0.9 billion dirhams. That made BPO 5 percent of offshoring exports in the first half of 2025.',
    [['0.9 billion dirhams', '5 percent']],
  ],
  [
    'en',
    'IT outsourcing earned 4.5 billion dirhams in the first half of 2024. IT outsourcing exports grew by 30 percent in the first half of 2025.',
    [['4.5 billion dirhams', '30 percent']],
  ],
  [
    'fr',
    'Au premier semestre 2025, le BPO a rapporté 0,9 milliard de dirhams. Au premier semestre 2025, le KPO a rapporté 0,8 milliard de dirhams.',
    [['0,9 milliard de dirhams', '0,8 milliard de dirhams']],
  ],
  [
    'fr',
    'Les exportations de l’ingénierie ont atteint 1,5 milliard de dirhams au premier semestre 2024. Au premier semestre 2025, les exportations de l’ingénierie ont progressé de 20 %.',
    [['1,5 milliard de dirhams', '20 %']],
  ],
  [
    'fr',
    'Au premier semestre 2025, le BPO pesait 8 % des exportations de l’offshoring. Au premier semestre 2025, le KPO pesait 6 % des exportations de l’offshoring.',
    [['8 %', '6 %']],
  ],
  [
    'ar',
    'بلغت صادرات ترحيل عمليات الأعمال 0,9 مليار درهم في النصف الأول من سنة 2025. وبلغت صادرات ترحيل عمليات المعرفة 0,8 مليار درهم في النصف الأول من سنة 2025.',
    [['0,9 مليار درهم', '0,8 مليار درهم']],
  ],
  [
    'ar',
    'بلغت صادرات الخدمات الهندسية 1,5 مليار درهم في النصف الأول من سنة 2024. وارتفعت صادرات الخدمات الهندسية بنسبة 20 في المائة في النصف الأول من سنة 2025.',
    [['1,5 مليار درهم', '20 في المائة']],
  ],
  [
    'ar',
    'بلغت حصة ترحيل عمليات الأعمال 8 في المائة من صادرات القطاع في النصف الأول من سنة 2025. وبلغت حصة ترحيل عمليات المعرفة 6 في المائة من صادرات القطاع في النصف الأول من سنة 2025.',
    [['8 في المائة', '6 في المائة']],
  ],
];

const MUST_NOT: readonly (readonly [Language, string])[] = [
  [
    'en',
    'In the first half of 2025 BPO earned 1.3 billion dirhams. In the first half of 2025 KPO earned 0.07 billion dirhams.',
  ],
  ['en', 'IT outsourcing earned 10.578 billion dirhams in 2024, 40.3 percent of the exports of offshoring.'],
  [
    'en',
    'IT outsourcing earned 4.5 billion dirhams in the first half of 2024. IT outsourcing exports grew by 16.7 percent in the first half of 2025.',
  ],
  [
    'en',
    'In 2024 call centres earned 9.797 billion dirhams: 4.80 billion in the first half of 2024, 2.814 billion in the third quarter and 2.183 billion in the fourth.',
  ],
  [
    'fr',
    'L’offshoring a rapporté 13,4 milliards de dirhams au premier semestre 2025, soit 3,5 % de plus qu’au premier semestre 2024, où il en avait rapporté 12,9.',
  ],
  [
    'fr',
    'Les exportations de l’ingénierie ont atteint 2,15 milliards de dirhams au premier semestre 2024. Au premier semestre 2025, les exportations de l’ingénierie ont progressé de 20 %.',
  ],
  [
    'fr',
    'Au premier semestre 2025, le BPO pesait 9,8 % des exportations de l’offshoring. Au premier semestre 2025, le KPO pesait 0,5 % des exportations de l’offshoring.',
  ],
  [
    'ar',
    'بلغت صادرات ترحيل عمليات الأعمال 1,3 مليار درهم في النصف الأول من سنة 2025. وبلغت صادرات ترحيل عمليات المعرفة 0,07 مليار درهم في النصف الأول من سنة 2025.',
  ],
  [
    'ar',
    'بلغت صادرات ترحيل الخدمات 26,2 مليار درهم سنة 2024، بارتفاع نسبته 0,2 في المائة مقارنة مع 26,17 مليار درهم سنة 2023.',
  ],
  [
    'ar',
    'بلغت صادرات الخدمات الهندسية 2,15 مليار درهم في النصف الأول من سنة 2024. وارتفعت صادرات الخدمات الهندسية بنسبة 20 في المائة في النصف الأول من سنة 2025.',
  ],
];

test('what holds alone and not together is named, and only that', () => {
  for (const [language, text, expected] of MUST) {
    const { claims, conflicts } = judged(text, language);
    assert.ok(
      claims.every(({ verdict }) => verdict !== 'contradicted'),
      `${text}: ${claims.map(({ text: said, verdict }) => `${said} ${verdict}`).join(', ')}`,
    );
    assert.deepEqual(
      conflicts.map((conflict) => conflict.claims.map((claim) => claim.text)),
      expected,
      text,
    );
  }
});

test('what holds together conflicts with nothing', () => {
  for (const [language, text] of MUST_NOT) assert.deepEqual(judged(text, language).conflicts, [], text);
});
