// What a change is measured against is not its own period: sentences and what their numbers are bound to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Reading = readonly [language: Language, text: string, bound: readonly string[]];

const READINGS: { readonly [mechanism: string]: readonly Reading[] } = {
  'growth over a base is of the year after': [
    [
      'en',
      'In 2024 the offshoring sector stood still. The increase over 2023 was 0.2 percent, with engineering up by 7.1 percent.',
      ['EXPORTS_YOY _T 2024 0.2 PERCENT entailed', 'EXPORTS_YOY ESO 2024 7.1 PERCENT entailed'],
    ],
    [
      'en',
      'Offshoring exports, first half of 2025\nChange on the first half of 2024: total +3.5%, customer relations -12.7%',
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed', 'EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent'],
    ],
  ],
  'a rate that another is compared with': [
    [
      'fr',
      "Au premier semestre 2025, l'offshoring a progressé de 3,5 %, après 0,2 % sur l'ensemble de 2024.",
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT entailed', 'EXPORTS_YOY _T 2024 0.2 PERCENT entailed'],
    ],
  ],
  'what something fell from, or comes after': [
    [
      'ar',
      'سنة 2024 كانت صعبة على ترحيل الخدمات. تراجعت عمليات المعرفة من 78 مليون درهم في 2023، أي أنها فقدت 38 في المائة.',
      ['EXPORTS KPO 2023 78 MAD_MN entailed', 'EXPORTS_YOY KPO 2024 38 PERCENT consistent'],
    ],
    [
      'fr',
      "L'offshoring en 2024. Après les 26,17 milliards de dirhams de 2023, les recettes ont gagné 0,2 %.",
      ['EXPORTS _T 2023 26.17 MAD_BN entailed', 'EXPORTS_YOY _T 2024 0.2 PERCENT entailed'],
    ],
    [
      'ar',
      'مراكز النداء في النصف الأول من 2025: 4,19 مليار درهم، أي أقل بمبلغ 610 ملايين درهم من النصف الأول من 2024.',
      ['EXPORTS CRM 2025-S1 4.19 MAD_BN entailed', 'EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN consistent'],
    ],
  ],
  'a change told as an amount, and what it is measured against': [
    [
      'en',
      'Offshoring in the first half of 2025. CRM receipts are MAD 610mn short of their H1 2024 level.',
      ['EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN consistent'],
    ],
    [
      'fr',
      'Offshoring au premier semestre 2025. Le CRM ne fait plus que 31,3 % des recettes, après avoir abandonné 0,61 milliard de dirhams par rapport au premier semestre 2024.',
      [
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
        'EXPORTS_CHANGE CRM 2025-S1 0.61 MAD_BN consistent',
      ],
    ],
    [
      'fr',
      'Offshoring au premier semestre 2025. La relation client en fait 31,3 %. En argent, il manque 610 millions de dirhams par rapport aux six premiers mois de 2024.',
      [
        'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
        'EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN consistent',
      ],
    ],
    [
      'ar',
      'في النصف الأول من 2025 تبدلت موازين ترحيل الخدمات. فقد بلغت إدارة علاقات العملاء 4,19 مليار درهم، متراجعة بنحو 610 ملايين درهم عن النصف الأول من عام 2024، فيما بلغت الخدمات الهندسية 2,58 مليار درهم.',
      [
        'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
        'EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN entailed',
        'EXPORTS ESO 2025-S1 2.58 MAD_BN entailed',
      ],
    ],
  ],
  'what a half-year earned as a part of a whole year': [
    [
      'ar',
      'لم تدر مراكز النداء سوى 4,19 مليار درهم خلال الأشهر الستة الأولى من 2025.\n\nوواصلت الخدمات الهندسية صعودها بعدما جنت 2,58 مليار درهم في نصف سنة، وهو ما يعادل تقريبا ثلاثة أرباع ما جنته طيلة سنة 2024.',
      [
        'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
        'EXPORTS ESO 2025-S1 2.58 MAD_BN entailed',
        'EXPORTS_RATIO_PY ESO 2025-S1 75 PERCENT entailed',
      ],
    ],
  ],
  'a month of publication is no period': [
    [
      'fr',
      'Offshoring au premier semestre 2025. Le chiffre a été publié en octobre : une progression de 3,5 % par rapport au premier semestre 2024.',
      ['EXPORTS_YOY _T 2025-S1 3.5 PERCENT consistent'],
    ],
  ],
};

for (const [mechanism, readings] of Object.entries(READINGS))
  test(mechanism, () => {
    for (const [language, text, bound] of readings) assert.deepEqual(lines(text, language), bound, text);
  });
