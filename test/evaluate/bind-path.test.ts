// How far a goal is, what is missing to it, and goals that count: sentences and what their numbers are bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'what is still missing to a goal': [
    [
      'fr',
      "L'offshoring comptait 148 500 emplois fin 2024. L'objectif est de 190 000 en 2026 : il reste 41 500 postes à pourvoir.",
      [
        'EMPLOYMENT _T 2024 148500 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
        'TARGET_PATH _T 2026 41500 PERSONS entailed',
      ],
    ],
    [
      'en',
      'Offshoring held 148,500 jobs at the end of 2024. The goals are 190,000 for 2026 and 270,000 for 2030, leaving 41,500 and 121,500 posts respectively.',
      [
        'EMPLOYMENT _T 2024 148500 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2030 270000 PERSONS entailed',
        'TARGET_PATH _T 2026 41500 PERSONS entailed',
        'TARGET_PATH _T 2030 121500 PERSONS entailed',
      ],
    ],
    [
      'ar',
      'بلغ عدد العاملين في ترحيل الخدمات 148500 شخص نهاية 2024. والهدف 190 ألف شخص سنة 2026، ويفصلنا عنه 41500 منصب.',
      [
        'EMPLOYMENT _T 2024 148500 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
        'TARGET_PATH _T 2026 41500 PERSONS entailed',
      ],
    ],
    [
      'fr',
      "L’objectif de 40 milliards de dirhams en 2030 est à portée de l'offshoring : il suffit de 12,6 milliards de plus.",
      ['TARGET _T 2030 40 MAD_BN entailed', 'TARGET_PATH _T 2030 12.6 MAD_BN not comparable'],
    ],
  ],
  'how far a goal is': [
    [
      'en',
      'The offshoring strategy wants 40 billion dirhams in 2030. With 26.2 billion in 2024, two thirds of the way lies behind us.',
      [
        'TARGET _T 2030 40 MAD_BN entailed',
        'EXPORTS _T 2024 26.2 MAD_BN entailed',
        'TARGET_PATH _T 2030 66.7 PERCENT not comparable',
      ],
    ],
    [
      'fr',
      "La stratégie de l'offshoring vise 40 milliards de dirhams en 2030. Depuis les 17,9 milliards de 2023, cela implique une croissance de 12,2 % par an jusqu'en 2030.",
      [
        'TARGET _T 2030 40 MAD_BN entailed',
        'EXPORTS _T 2023 17.9 MAD_BN consistent',
        'TARGET_PATH _T 2030 12.2 PERCENT entailed',
      ],
    ],
  ],
  'the growth a year that a goal needs, however it is told': [
    [
      'ar',
      'هدف صادرات ترحيل الخدمات 40 مليار درهم سنة 2030، على السلسلة القديمة التي بدأت من 17,9 مليار درهم سنة 2023. وبلوغ هذا الهدف يقتضي نموا سنويا بنسبة 12,2 في المائة.',
      [
        'TARGET _T 2030 40 MAD_BN consistent',
        'EXPORTS _T 2023 17.9 MAD_BN entailed',
        'TARGET_PATH _T 2030 12.2 PERCENT consistent',
      ],
    ],
    [
      'fr',
      "L'offshoring vise 40 milliards de dirhams en 2030, dans l'ancien périmètre. Atteindre ce montant supposerait une croissance moyenne de 12,2 points par an.",
      ['TARGET _T 2030 40 MAD_BN consistent', 'TARGET_PATH _T 2030 12.2 PP unsupported'],
    ],
    [
      'en',
      'Offshoring is to earn MAD 40 billion by 2030, from MAD 17.9 billion in 2023 on the older series, which implies average growth of 21.2 percent a year.',
      [
        'TARGET _T 2030 40 MAD_BN entailed',
        'EXPORTS _T 2023 17.9 MAD_BN entailed',
        'TARGET_PATH _T 2030 21.2 PERCENT contradicted',
      ],
    ],
  ],
  'counts and funds of goals, in sentences and tables': [
    [
      'en',
      'Digital Morocco 2030 and outsourcing. Start-ups: 1,000 in 2026, 3,000 in 2030.',
      ['TARGET_STARTUPS _T 2026 1000 COUNT entailed', 'TARGET_STARTUPS _T 2030 3000 COUNT entailed'],
    ],
    [
      'en',
      'Digital Morocco and the digital economy, goals\n\nIndicator | 2026 | 2030\nStart-ups (number) | 1,000 | 3,000\nStart-up funds raised (MAD billion) | 2.0 | 7.0\nPeople trained a year | not set | 100,000\nOffshoring employment (persons) | 190,000 | 270,000',
      [
        'TARGET_STARTUPS _T 2026 1000 COUNT entailed',
        'TARGET_STARTUPS _T 2030 3000 COUNT entailed',
        'TARGET_FUNDS _T 2026 2.0 MAD_BN entailed',
        'TARGET_FUNDS _T 2030 7.0 MAD_BN entailed',
        'TARGET_TRAINED _T 2030 100000 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2030 270000 PERSONS entailed',
      ],
    ],
    [
      'fr',
      'Offshoring et jeunes pousses. Les jeunes pousses avaient levé 260 millions de dirhams en 2022. La cible est de 2 milliards de dirhams en 2026.',
      ['STARTUP_FUNDS _T 2022 260 MAD_MN entailed', 'TARGET_FUNDS _T 2026 2 MAD_BN entailed'],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS))
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
