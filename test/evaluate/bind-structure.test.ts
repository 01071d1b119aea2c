// How names, numbers and periods of a sentence go together: sentences and what their numbers are bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'all but what is left out': [
    [
      'en',
      'Offshoring in the first half of 2025. Excluding customer relations, receipts rose by 13 percent.',
      ['EXPORTS_YOY ITO+ESO+BPO+KPO 2025-S1 13 PERCENT consistent'],
    ],
    [
      'fr',
      "Hors relation client, l'offshoring a rapporté 9,2 milliards de dirhams au premier semestre 2025.",
      ['EXPORTS ITO+ESO+BPO+KPO 2025-S1 9.2 MAD_BN entailed'],
    ],
    [
      'ar',
      'باستثناء إدارة علاقات العملاء، بلغت صادرات ترحيل الخدمات 9,2 مليار درهم في النصف الأول من 2025.',
      ['EXPORTS ITO+ESO+BPO+KPO 2025-S1 9.2 MAD_BN entailed'],
    ],
  ],
  'names and numbers in turn': [
    [
      'fr',
      "Viennent l'ingénierie (ESO) avec 3 462 MDH, les processus d'affaires (BPO) avec 2 334 MDH et les processus de connaissance (KPO) avec 48 MDH en 2024.",
      [
        'EXPORTS ESO 2024 3462 MAD_MN entailed',
        'EXPORTS BPO 2024 2334 MAD_MN entailed',
        'EXPORTS KPO 2024 48 MAD_MN entailed',
      ],
    ],
    [
      'ar',
      'في 2024 سجلت الخدمات الهندسية نموا يقارب 17 في المائة وعمليات الأعمال نموا بلغ 7,1 في المائة.',
      ['EXPORTS_YOY ESO 2024 17 PERCENT contradicted', 'EXPORTS_YOY BPO 2024 7.1 PERCENT contradicted'],
    ],
  ],
  'what a paragraph goes on about': [
    [
      'en',
      "Call centres. The segment's weight in offshoring went down from 37.2 percent in the first half of 2024 to 31.3 percent a year later.",
      [
        'EXPORTS_SHARE CRM 2024-S1 37.2 PERCENT consistent',
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
      ],
    ],
  ],
  'numbers of a place, of others, of another sector': [
    [
      'en',
      'Offshoring employed 148,500 people in 2024. In the province of Taza it has 310 workers.',
      ['EMPLOYMENT _T 2024 148500 PERSONS entailed', '   310 PERSONS not covered'],
    ],
    [
      'fr',
      "L'offshoring recrute : 37 % des jeunes pousses interrogées sont à Rabat.",
      ['   37 PERCENT not covered'],
    ],
    [
      'en',
      "Phosphates. The sector's exports came to 86.8 billion dirhams in 2024.\nOffshoring earned 26.2 billion dirhams in 2024.",
      ['   86.8 MAD_BN not covered', 'EXPORTS _T 2024 26.2 MAD_BN entailed'],
    ],
  ],
  'a year or a quarter on, counted from what the sentence says': [
    [
      'ar',
      'بلغت صادرات ترحيل الخدمات 26,2 مليار درهم سنة 2024 بعد 26,17 مليار درهم في السنة السابقة.',
      ['EXPORTS _T 2024 26.2 MAD_BN entailed', 'EXPORTS _T 2023 26.17 MAD_BN entailed'],
    ],
    [
      'en',
      'Call centres took 2.814 billion dirhams in the third quarter of 2024. In the three months that followed they took 2.183 billion, which is 22.4 percent less.',
      [
        'EXPORTS CRM 2024-Q3 2.814 MAD_BN entailed',
        'EXPORTS CRM 2024-Q4 2.183 MAD_BN entailed',
        'EXPORTS_GROWTH CRM 2024-Q4 22.4 PERCENT consistent',
      ],
    ],
    [
      'fr',
      "La relation client réalisait 4,80 milliards de dirhams au premier semestre 2024 et 4,19 milliards au premier semestre 2025. En 2024, elle pesait 37,4 % de l'offshoring ; l'ingénierie pesait alors 13,2 %.",
      [
        'EXPORTS CRM 2024-S1 4.80 MAD_BN entailed',
        'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
        'EXPORTS_SHARE CRM 2024 37.4 PERCENT entailed',
        'EXPORTS_SHARE ESO 2024 13.2 PERCENT entailed',
      ],
    ],
  ],
  'points and percent of shares and of levels': [
    [
      'fr',
      "La part de la relation client dans l'offshoring est revenue de 37,2 % au premier semestre 2024 à 31,3 % au premier semestre 2025, soit une perte de 5,9 %.",
      [
        'EXPORTS_SHARE CRM 2024-S1 37.2 PERCENT consistent',
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
        'EXPORTS_SHARE_CHANGE CRM 2025-S1 5.9 PERCENT contradicted',
      ],
    ],
    [
      'en',
      'In 2024 engineering earned 3.462 billion dirhams of offshoring exports, an increase of 7.1 percentage points.',
      ['EXPORTS ESO 2024 3.462 MAD_BN entailed', 'EXPORTS_YOY ESO 2024 7.1 PP contradicted'],
    ],
  ],
  'growth from one series to another, and over several years': [
    [
      'fr',
      "L'offshoring a bondi de 46 % en un an, passant de 17,9 milliards de dirhams en 2023, selon l'ancienne série, à 26,22 milliards en 2024.",
      [
        'EXPORTS_GROWTH _T 2024 46 PERCENT not comparable',
        'EXPORTS _T 2023 17.9 MAD_BN entailed',
        'EXPORTS _T 2024 26.22 MAD_BN entailed',
      ],
    ],
    [
      'en',
      'Offshoring exports were 7.54 billion dirhams in 2015 on the old series. In 2023 they were 17.9 billion on it. It has more than doubled.',
      [
        'EXPORTS _T 2015 7.54 MAD_BN entailed',
        'EXPORTS _T 2023 17.9 MAD_BN entailed',
        'EXPORTS_GROWTH _T 2023 2 TIMES entailed',
      ],
    ],
  ],
  'marks of decimals': [
    [
      'ar',
      'بلغت صادرات إدارة علاقات العملاء ٩٫٧٩٧ مليون درهم سنة ٢٠٢٤.',
      ['EXPORTS CRM 2024 9.797 MAD_MN contradicted'],
    ],
    [
      'fr',
      'Recettes de la relation client, en milliards de dirhams\n\nAnnée 2024 | 9,977\n1er semestre 2025 | 4,19',
      ['EXPORTS CRM 2024 9.977 MAD_BN contradicted', 'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed'],
    ],
  ],
  'rows that tell what is measured': [
    [
      'fr',
      "L'ingénierie externalisée en bref\n\nRecettes 2024 | 3,462 milliards de dirhams\nPart dans les recettes du secteur en 2024 | 13,2 %",
      ['EXPORTS ESO 2024 3.462 MAD_BN entailed', 'EXPORTS_SHARE ESO 2024 13.2 PERCENT entailed'],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS))
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
