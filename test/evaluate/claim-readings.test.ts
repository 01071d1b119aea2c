// Readings of numbers in general: each mechanism with sentences of several languages, and what each number is bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'the older Arabic decimal is read from right to left as a whole': [
    [
      'ar',
      'بلغت مداخيل ترحيل الخدمات 4ر13 مليار درهم في النصف الأول من 2025.',
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'ar',
      'خدمات تكنولوجيا المعلومات 25ر5 مليار درهم في النصف الأول من 2025، ضمن ترحيل الخدمات.',
      ['EXPORTS ITO 2025-S1 5.25 MAD_BN entailed'],
    ],
    [
      'ar',
      'إدارة علاقات العملاء 19ر4 مليار درهم في النصف الأول من 2025، ضمن ترحيل الخدمات.',
      ['EXPORTS CRM 2025-S1 4.19 MAD_BN entailed'],
    ],
    [
      'ar',
      'حققت الخدمات الهندسية 58ر2 مليار درهم في النصف الأول من 2025.',
      ['EXPORTS ESO 2025-S1 2.58 MAD_BN entailed'],
    ],
    [
      'ar',
      'تراجعت مراكز النداء بنسبة 7ر12 في المائة في النصف الأول من 2025.',
      ['EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent'],
    ],
    ['ar', 'بلغت صادرات ترحيل الخدمات 2ر26 مليار درهم سنة 2024.', ['EXPORTS _T 2024 26.2 MAD_BN entailed']],
    [
      'ar',
      'ارتفعت صادرات ترحيل الخدمات بنسبة 5ر3 في المائة خلال النصف الأول من 2025.',
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed'],
    ],
    ['ar', 'ترحيل عمليات الأعمال 334ر2 مليار درهم سنة 2024.', ['EXPORTS BPO 2024 2.334 MAD_BN entailed']],
    ['ar', 'نمت الخدمات الهندسية بـ1ر7 في المائة سنة 2024.', ['EXPORTS_YOY ESO 2024 7.1 PERCENT entailed']],
    [
      'ar',
      'حصة مراكز النداء 4ر37 في المائة من صادرات 2024.',
      ['EXPORTS_SHARE CRM 2024 37.4 PERCENT entailed'],
    ],
  ],
  'a month told by its number, and the middle of a year': [
    [
      'ar',
      'بلغت صادرات ترحيل الخدمات 13,4 مليار درهم مع نهاية الشهر السادس من 2025.',
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'fr',
      "L'offshoring a encaissé 13,4 milliards de dirhams à la fin du sixième mois de 2025.",
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'en',
      'Offshoring earned 13.4 billion dirhams by the end of the sixth month of 2025.',
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'fr',
      "À mi-2025, l'offshoring avait encaissé 13,4 milliards de dirhams.",
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'en',
      'Offshoring receipts at mid-2025: 13.4 billion dirhams.',
      ['EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
  ],
  'persons without a word for them': [
    [
      'fr',
      'Offshoring. Les gens : à peu près 130 000 en 2022, 148 500 fin 2024.',
      ['EMPLOYMENT _T 2022 130000 PERSONS entailed', 'EMPLOYMENT _T 2024 148500 PERSONS entailed'],
    ],
    [
      'en',
      'Offshoring: 148,500 at the end of 2024, against 130,000 in 2022.',
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed', 'EMPLOYMENT _T 2022 130000 PERSONS entailed'],
    ],
    ['ar', 'ترحيل الخدمات: 148500 عند نهاية 2024.', ['EMPLOYMENT _T 2024 148500 PERSONS entailed']],
    [
      'ar',
      'كان ترحيل الخدمات يشغل 148 ألفا و500 عند نهاية 2024.',
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed'],
    ],
    [
      'ar',
      'كان ترحيل الخدمات يشغل 148 ألفا و500 مع نهاية 2024.',
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed'],
    ],
    [
      'fr',
      "L'offshoring comptait 148 mille 500 emplois fin 2024.",
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed'],
    ],
    [
      'fr',
      "La stratégie de l'offshoring annonce 270 000 embauches d'ici à 2030.",
      ['TARGET_EMPLOYMENT _T 2030 270000 PERSONS contradicted'],
    ],
    [
      'en',
      'Some 148,500 Moroccans worked in offshoring at the end of 2024.',
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed'],
    ],
  ],
  'a price or a rate of exchange is of no sector': [
    [
      'en',
      'Offshoring grew 3.5 percent in the first half of 2025. The euro was quoted at 10.71 dirhams.',
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed', '   10.71 MAD not covered'],
    ],
    [
      'fr',
      "L'offshoring a gagné 3,5 % au premier semestre 2025. Le dollar valait 9,2 dirhams.",
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed', '   9.2 MAD not covered'],
    ],
    [
      'ar',
      'ارتفع ترحيل الخدمات بنسبة 3,5 في المائة في النصف الأول من 2025. وبلغ سعر الصرف 10,7 درهم.',
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed', '   10.7 MAD not covered'],
    ],
  ],
  'what something falls to, and parts of a percent': [
    [
      'en',
      'Offshoring. Customer care slipped to 31.3% in the first half of 2025.',
      ['EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent'],
    ],
    [
      'fr',
      'La relation client tombe à 31,3 % des exportations numériques du premier semestre 2025.',
      ['EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent'],
    ],
    [
      'fr',
      'Au premier semestre 2025, la relation client a perdu environ un huitième de ses recettes.',
      ['EXPORTS_YOY CRM 2025-S1 12.5 PERCENT entailed'],
    ],
    [
      'en',
      'Knowledge services: a fifth of one per cent of offshoring exports in 2024.',
      ['EXPORTS_SHARE KPO 2024 0.2 PERCENT entailed'],
    ],
    [
      'en',
      'Offshoring exports rose by two tenths of a percent in 2024.',
      ['EXPORTS_YOY _T 2024 0.2 PERCENT entailed'],
    ],
  ],
  'a dash before a percentage is a minus, between two it is none': [
    ['fr', 'Relation client, S1 2025 : –12,7 %.', ['EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent']],
  ],
  'a unit carried to bare numbers behind names': [
    [
      'en',
      'Offshoring earned 13.4 billion dirhams in January-June 2025. Of this, IT took 5.25, customer relations 4.19 and engineering 2.58.',
      [
        'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
        'EXPORTS ITO 2025-S1 5.25 MAD_BN entailed',
        'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
        'EXPORTS ESO 2025-S1 2.58 MAD_BN entailed',
      ],
    ],
  ],
  'tables with semicolons and with dots': [
    [
      'fr',
      "Recettes d'exportation de l'offshoring\nMétier ; 2024 (MMDH) ; S1 2025 (MMDH) ; part S1 2025 (%)\nTechnologies de l'information ; 10,58 ; 5,25 ; 39,2\nRelation client ; 9,80 ; 4,19 ; 31,3",
      [
        'EXPORTS ITO 2024 10.58 MAD_BN entailed',
        'EXPORTS ITO 2025-S1 5.25 MAD_BN entailed',
        'EXPORTS_SHARE ITO 2025-S1 39.2 PERCENT consistent',
        'EXPORTS CRM 2024 9.80 MAD_BN entailed',
        'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
      ],
    ],
    [
      'ar',
      'صادرات القطاع الرقمي برسم سنة 2024 (بملايين الدراهم)\nترحيل خدمات تكنولوجيا المعلومات ......... 10 578\nإدارة علاقات العملاء ......... 9 797',
      ['EXPORTS ITO 2024 10578 MAD_MN entailed', 'EXPORTS CRM 2024 9797 MAD_MN entailed'],
    ],
  ],
  'one of the larger scale and some of the smaller': [
    [
      'ar',
      'ارتفع ترحيل عمليات الأعمال من مليار و995 مليون درهم إلى مليارين و334 مليون درهم سنة 2024.',
      ['EXPORTS BPO 2023 1.995 MAD_BN consistent', 'EXPORTS BPO 2024 2.334 MAD_BN entailed'],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS)) {
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
}
