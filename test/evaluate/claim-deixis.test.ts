// Years that a text names from where it stands: the running year beside goals, the end of the decade and of the plan.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

type Case = readonly [Language, text: string, told: readonly string[]];

function holds(cases: readonly Case[], day: string): void {
  for (const [language, text, told] of cases) assert.deepEqual(lines(text, language, day), told, text);
}

test('the running year beside words of aiming is the year of a goal', () => {
  const both = [
    'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
    'TARGET_EMPLOYMENT _T 2030 270000 PERSONS entailed',
  ];
  holds(
    [
      [
        'fr',
        "La stratégie de l'offshoring veut 190.000 emplois dès cette année, puis 270.000 à l'horizon 2030.",
        both,
      ],
      ['en', 'The strategy wants offshoring to have 190,000 jobs this year and 270,000 in 2030.', both],
      ['ar', 'هدف ترحيل الخدمات لهذه السنة هو 25 مليار درهم.', ['TARGET _T 2026 25 MAD_BN entailed']],
      [
        'fr',
        "L'objectif de l'offshoring pour cette année est de 25 milliards de dirhams.",
        ['TARGET _T 2026 25 MAD_BN entailed'],
      ],
      [
        'en',
        "This year's target for offshoring is 25 billion dirhams.",
        ['TARGET _T 2026 25 MAD_BN entailed'],
      ],
      [
        'en',
        'Digital Morocco and offshoring: we are aiming at 3,000 start-ups this year.',
        ['TARGET_STARTUPS _T 2026 3000 COUNT contradicted'],
      ],
    ],
    '2026-03-10',
  );
});

test('the running year without an aim is what the text spoke of', () => {
  const [told] = lines(
    'Offshoring earned 13.4 billion dirhams in the first half of 2025. Much was said this year about it.',
    'en',
    '2026-03-10',
  );
  assert.equal(told, 'EXPORTS _T 2025-S1 13.4 MAD_BN entailed');
});

test('the end of the decade, and that of the plan, are years', () => {
  const both = ['TARGET _T 2026 25 MAD_BN entailed', 'TARGET _T 2030 40 MAD_BN entailed'];
  holds(
    [
      [
        'en',
        'Offshoring: the goal of 25 billion dirhams for 2026 stands, and so do the 40 billion dirhams promised for the end of the decade.',
        both,
      ],
      [
        'fr',
        "Les ambitions de l'offshoring : 25 milliards de dirhams d'exportations en 2026, 40 milliards au terme du plan.",
        both,
      ],
      ['ar', 'أهداف الأوفشورينغ: 25 مليار درهم سنة 2026، و40 مليار درهم عند نهاية العقد.', both],
    ],
    '2026-03-10',
  );
});
