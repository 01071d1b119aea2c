// Periods that numbers share, and those that they do not: sentences and what their numbers are bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'a period at the end of a row is of all its numbers': [
    [
      'en',
      'Offshoring wants 40 billion dirhams in 2030. BPO earned 1.3 billion and KPO 0.3 billion dirhams in the first half of 2025.',
      [
        'TARGET _T 2030 40 MAD_BN entailed',
        'EXPORTS BPO 2025-S1 1.3 MAD_BN unsupported',
        'EXPORTS KPO 2025-S1 0.3 MAD_BN unsupported',
      ],
    ],
    [
      'ar',
      'يستهدف ترحيل الخدمات 40 مليار درهم سنة 2030. حققت عمليات الأعمال 1,3 مليار درهم وعمليات المعرفة 0,3 مليار درهم في النصف الأول من 2025.',
      [
        'TARGET _T 2030 40 MAD_BN entailed',
        'EXPORTS BPO 2025-S1 1.3 MAD_BN unsupported',
        'EXPORTS KPO 2025-S1 0.3 MAD_BN unsupported',
      ],
    ],
  ],
  'a period that the sentence has named stays': [
    [
      'en',
      'Offshoring exports reached 13.4 billion dirhams in the first half of 2025, of which 1.2 billion for BPO and 0.3 billion for KPO.',
      [
        'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
        'EXPORTS BPO 2025-S1 1.2 MAD_BN unsupported',
        'EXPORTS KPO 2025-S1 0.3 MAD_BN unsupported',
      ],
    ],
  ],
  'a part of what was earned in another period': [
    [
      'en',
      'In the first half of 2025 offshoring earned 13.4 billion dirhams. Engineering earned 2.58 billion dirhams, about three quarters of all it earned in 2024.',
      [
        'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
        'EXPORTS ESO 2025-S1 2.58 MAD_BN entailed',
        'EXPORTS_RATIO_PY ESO 2025-S1 75 PERCENT entailed',
      ],
    ],
    [
      'ar',
      'خلال النصف الأول من سنة 2025 بلغت صادرات ترحيل الخدمات 13,4 مليار درهم. وحققت الخدمات الهندسية 2,58 مليار درهم، أي حوالي ثلاثة أرباع مداخيلها في 2024.',
      [
        'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
        'EXPORTS ESO 2025-S1 2.58 MAD_BN entailed',
        'EXPORTS_RATIO_PY ESO 2025-S1 75 PERCENT entailed',
      ],
    ],
  ],
  'what was before, and what two levels come to': [
    [
      'ar',
      'حقق ترحيل الخدمات في نهاية يونيو 2025 مداخيل قدرها 13,4 مليار درهم. وكانت مداخيل القطاع في متم يونيو 2024 في حدود 12,9 مليار درهم، أي أن النمو بلغ 3,5 في المائة.',
      [
        'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
        'EXPORTS _T 2024-S1 12.9 MAD_BN entailed',
        'EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed',
      ],
    ],
    [
      'en',
      'Call centres had 31.3 percent of offshoring receipts in the first half of 2025, was 37.2 percent.',
      [
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
        'EXPORTS_SHARE CRM 2024-S1 37.2 PERCENT consistent',
      ],
    ],
  ],
  'what is missing is said of one number': [
    [
      'en',
      'The offshoring target is 190,000 jobs in 2026, which means that 41,500 are still missing, and 270,000 in 2030.',
      [
        'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
        'TARGET_PATH _T 2026 41500 PERSONS entailed',
        'TARGET_EMPLOYMENT _T 2030 270000 PERSONS entailed',
      ],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS))
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
