// Readings of numbers in general: each mechanism with sentences of several languages, and what each number is bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'goals whose year or subject stands in the sentence before': [
    [
      'en',
      'A strategy of digital exports is a list of promises. Ours, for 2030, reads as follows. Three thousand start-ups, and seven billion dirhams raised by them, where 2022 saw 260 million.',
      [
        'TARGET_STARTUPS _T 2030 3000 COUNT consistent',
        'TARGET_FUNDS _T 2030 7 MAD_BN consistent',
        'STARTUP_FUNDS _T 2022 260 MAD_MN entailed',
      ],
    ],
    [
      'fr',
      'Maroc Digital : nos promesses pour 2030 sont les suivantes. Sept milliards de dirhams levés par les startups, contre 260 millions en 2022.',
      ['TARGET_FUNDS _T 2030 7 MAD_BN consistent', 'STARTUP_FUNDS _T 2022 260 MAD_MN entailed'],
    ],
    [
      'en',
      'Digital Morocco. Who will be trained? One hundred thousand people a year in 2030.',
      ['TARGET_TRAINED _T 2030 100000 PERSONS entailed'],
    ],
    [
      'fr',
      'Maroc Digital : qui sera formé ? Cent mille personnes par an en 2030.',
      ['TARGET_TRAINED _T 2030 100000 PERSONS entailed'],
    ],
    [
      'en',
      'Online public services should be lifted to fiftieth place by 2030, says Digital Morocco 2030, the digital economy plan.',
      ['TARGET_ESERVICES_RANK _T 2030 50 RANK entailed'],
    ],
    [
      'fr',
      "L'offshoring visait 40 milliards de dirhams en 2030 quand l'ancienne série en donnait 17,9 milliards pour 2023.",
      ['TARGET _T 2030 40 MAD_BN consistent', 'EXPORTS _T 2023 17.9 MAD_BN entailed'],
    ],
  ],
  'two numbers and two periods side by side': [
    [
      'fr',
      'La relation client est tombée de 2,814 à 2,183 Mds DH entre le troisième et le quatrième trimestre de 2024.',
      ['EXPORTS CRM 2024-Q3 2.814 MAD_BN entailed', 'EXPORTS CRM 2024-Q4 2.183 MAD_BN entailed'],
    ],
    [
      'en',
      'Customer relations went from 2.814 to 2.183 billion dirhams between the third and the fourth quarter of 2024.',
      ['EXPORTS CRM 2024-Q3 2.814 MAD_BN entailed', 'EXPORTS CRM 2024-Q4 2.183 MAD_BN entailed'],
    ],
    [
      'ar',
      'تراجعت مداخيل مراكز النداء من 2,814 مليار درهم إلى 2,183 مليار درهم بين الفصلين الثالث والرابع من 2024.',
      ['EXPORTS CRM 2024-Q3 2.814 MAD_BN entailed', 'EXPORTS CRM 2024-Q4 2.183 MAD_BN consistent'],
    ],
    [
      'ar',
      'انتقلت صادرات ترحيل الخدمات من 12,9 إلى 13,4 مليار درهم بين النصف الأول من 2024 والنصف الأول من 2025.',
      ['EXPORTS _T 2024-S1 12.9 MAD_BN entailed', 'EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
    ],
    [
      'fr',
      "Les centres d'appels sont passés de 2,814 milliards au T3 2024 à 2,183 milliards au T4 2024.",
      ['EXPORTS CRM 2024-Q3 2.814 MAD_BN entailed', 'EXPORTS CRM 2024-Q4 2.183 MAD_BN entailed'],
    ],
    [
      'en',
      'The knowledge trade lost 30 million dirhams between 2023 and 2024.',
      ['EXPORTS_CHANGE KPO 2024 30 MAD_MN consistent'],
    ],
    [
      'fr',
      'Le KPO a perdu 30 millions de dirhams entre 2023 et 2024.',
      ['EXPORTS_CHANGE KPO 2024 30 MAD_MN consistent'],
    ],
  ],
  'a change told as money': [
    [
      'fr',
      "En 2024, l'offshoring a rapporté 26,2 milliards de dirhams. C'est 50 millions de mieux qu'en 2023.",
      ['EXPORTS _T 2024 26.2 MAD_BN entailed', 'EXPORTS_CHANGE _T 2024 50 MAD_MN unsupported'],
    ],
    [
      'fr',
      "Au premier semestre 2025, les centres d'appels ont vu leurs recettes s'étioler de 610 millions de dirhams.",
      ['EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN consistent'],
    ],
    [
      'ar',
      'لم تزد صادرات ترحيل الخدمات سنة 2024 إلا بنسبة 0,2%، أي بنحو 50 مليون درهم.',
      ['EXPORTS_YOY _T 2024 0.2 PERCENT entailed', 'EXPORTS_CHANGE _T 2024 50 MAD_MN consistent'],
    ],
    [
      'en',
      'Offshoring receipts of the first half of 2025 exceed by 500 million dirhams those of the first half of 2024.',
      ['EXPORTS_CHANGE _T 2025-S1 500 MAD_MN unsupported'],
    ],
    [
      'en',
      'Against the first half of 2024, the gain of offshoring in the first half of 2025 is around 450 million dirhams.',
      ['EXPORTS_CHANGE _T 2025-S1 450 MAD_MN consistent'],
    ],
    [
      'ar',
      'قيمة الزيادة في صادرات ترحيل الخدمات خلال النصف الأول من 2025: زهاء 450 مليون درهم.',
      ['EXPORTS_CHANGE _T 2025-S1 450 MAD_MN consistent'],
    ],
  ],
  'a year that only the older series has': [
    ['ar', 'كانت صادرات ترحيل الخدمات 6,86 مليار درهم سنة 2011.', ['EXPORTS _T 2011 6.86 MAD_BN entailed']],
  ],
  'what may be of something else is not called contradicted': [
    [
      'en',
      'Offshoring is a trade of many lines. In customer relations things went badly in the first half of 2025.\n\nThis was felt. It made 7.77 billion dirhams.',
      ['EXPORTS _T 2025-S1 7.77 MAD_BN unsupported'],
    ],
  ],
  'a line that opens with a name is about it': [
    [
      'en',
      'MOROCCO SERVICES, offshoring\n• Customer relations: Q4-24 was weak. The first half of 2025 then came in 12.7% under that of 2024.',
      ['EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent'],
    ],
  ],
  'a direction told before the number across marks': [
    [
      'ar',
      'حققت عمليات الأعمال 2,334 مليار درهم سنة 2024، لكنها تقلصت مقارنة بسنة 2023، وبحوالي 17 في المائة.',
      ['EXPORTS BPO 2024 2.334 MAD_BN entailed', 'EXPORTS_YOY BPO 2024 17 PERCENT contradicted'],
    ],
    [
      'en',
      'Customer relations fell, and stood at 43% of their own 2024 receipts by June 2025.',
      ['EXPORTS_RATIO_PY CRM 2025-S1 43 PERCENT consistent'],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS)) {
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
}
