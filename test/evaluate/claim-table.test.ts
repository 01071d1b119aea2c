// Numbers of tables are bound by row and column, whatever sets the columns apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lines } from './printed-checker.ts';

const ROWS = [
  ['Segment', 'Year 2024', 'H1 2025'],
  ['ITO', '10.578', '5.25'],
  ['CRM', '9.797', '4.19'],
  ['Total', '26.22', '13.4'],
] as const;

const EXPECTED = [
  'EXPORTS ITO 2024 10.578 MAD_BN entailed',
  'EXPORTS ITO 2025-S1 5.25 MAD_BN entailed',
  'EXPORTS CRM 2024 9.797 MAD_BN entailed',
  'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
  'EXPORTS _T 2024 26.22 MAD_BN entailed',
  'EXPORTS _T 2025-S1 13.4 MAD_BN entailed',
];

test('a table is read the same with bars, tabs or wide spaces', () => {
  const marks = fc.constantFrom(' | ', '\t', '    ');
  fc.assert(
    fc.property(marks, fc.boolean(), (mark, below) => {
      const table = ROWS.map((row) => row.join(mark)).join('\n');
      const unit = 'Offshoring receipts, MAD bn';
      assert.deepEqual(lines(below ? `${table}\n(${unit})` : `${unit}\n\n${table}`, 'en'), EXPECTED);
    }),
    { numRuns: 12 },
  );
});

test('a header says that a column holds shares; a list of names takes the unit above it', () => {
  assert.deepEqual(
    lines(
      'Offshoring 2024\n| Segment | MAD bn | Share of total |\n|---|---|---|\n| ESO | 3.462 | 8.9% |',
      'en',
    ),
    ['EXPORTS ESO 2024 3.462 MAD_BN entailed', 'EXPORTS_SHARE ESO 2024 8.9 PERCENT contradicted'],
  );
  assert.deepEqual(lines('Offshoring, recettes de 2024 (MDH)\nITO : 10 578\nCRM : 9 779', 'fr'), [
    'EXPORTS ITO 2024 10578 MAD_MN entailed',
    'EXPORTS CRM 2024 9779 MAD_MN contradicted',
  ]);
});

test('a sentence above a table gives it no unit', () => {
  const text =
    'Offshoring rose by 3.5 percentage points in the first half of 2025.\n\nSegment\t2024\nITO\t10.578\n(MAD bn)';
  assert.equal(lines(text, 'en')[1], 'EXPORTS ITO 2024 10.578 MAD_BN entailed');
});

test('rows of another sector are not covered', () => {
  assert.deepEqual(
    lines('Exportations de biens (MMDH)\nTextile\t34,2\nCuir\t3,1\n\nOffshoring, S1 2025 : 13,4 MMDH.', 'fr'),
    ['   34.2 MAD_BN not covered', '   3.1 MAD_BN not covered', 'EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
  );
});

test('over a table of money and growth, a level is money and a rate is percent', () => {
  const table = [
    "Recettes de l'offshoring, par métier",
    '(en millions de dirhams ; variation en %)',
    '',
    'Métier | 2023 | 2024 | Variation',
    'ESO | 3 232 | 3 462 | +7,1',
    'BPO | 1 995 | 2 334 | 17',
    'KPO | 78 | 48 | -38',
    'Ensemble | 26 170 | 26 220 | 0,2',
  ].join('\n');
  assert.deepEqual(lines(table, 'fr'), [
    'EXPORTS ESO 2023 3232 MAD_MN consistent',
    'EXPORTS ESO 2024 3462 MAD_MN entailed',
    'EXPORTS_YOY ESO 2024 7.1 PERCENT entailed',
    'EXPORTS BPO 2023 1995 MAD_MN consistent',
    'EXPORTS BPO 2024 2334 MAD_MN entailed',
    'EXPORTS_YOY BPO 2024 17 PERCENT consistent',
    'EXPORTS KPO 2023 78 MAD_MN entailed',
    'EXPORTS KPO 2024 48 MAD_MN entailed',
    'EXPORTS_YOY KPO 2024 38 PERCENT consistent',
    'EXPORTS _T 2023 26170 MAD_MN consistent',
    'EXPORTS _T 2024 26220 MAD_MN consistent',
    'EXPORTS_YOY _T 2024 0.2 PERCENT entailed',
  ]);
});

test('a row of all others is of the segments that no other row names', () => {
  const rows = (name: string) =>
    `Offshoring receipts, first half of 2025\n\n| Segment | MAD million | Share % |\n|---|---|---|\n| ITO | 5,250 | 39.2 |\n| CRM | 4,190 | 31.3 |\n| ESO | 2,580 | 19.3 |\n| ${name} | 1,380 | 10.3 |\n| Total | 13,400 | 100 |`;
  for (const name of ['All others', 'Other segments', 'Other', 'The rest'])
    assert.deepEqual(lines(rows(name), 'en').slice(6, 8), [
      'EXPORTS BPO+KPO 2025-S1 1380 MAD_MN consistent',
      'EXPORTS_SHARE BPO+KPO 2025-S1 10.3 PERCENT consistent',
    ]);
  assert.match(lines(rows('All others').replace('1,380', '2,380'), 'en')[6] ?? '', /unsupported$/);
  const french =
    "Recettes de l'offshoring en 2024 (millions de dirhams)\n\nInformatique : 10 578\nRelation client : 9 797\nAutres : 5 844";
  assert.equal(lines(french, 'fr').at(-1), 'EXPORTS ESO+BPO+KPO 2024 5844 MAD_MN consistent');
  const arabic =
    'مداخيل ترحيل الخدمات سنة 2024، بملايين الدراهم\n\nتكنولوجيا المعلومات | 10578\nعلاقات العملاء | 9797\nباقي الأصناف | 5844';
  assert.equal(lines(arabic, 'ar').at(-1), 'EXPORTS ESO+BPO+KPO 2024 5844 MAD_MN consistent');
});

test('the others that are named right behind are those', () => {
  const named =
    'Offshoring in the first half of 2025: IT made 5.25 billion dirhams. The rest, BPO and KPO, came to 1.38 billion.';
  assert.equal(lines(named, 'en')[1], 'EXPORTS BPO+KPO 2025-S1 1.38 MAD_BN consistent');
  const half =
    'In the first half of 2025 IT outsourcing made 5.25 billion dirhams, customer relations 4.19 and engineering 2.58 billion. The rest, business and knowledge processes, came to about a tenth of the sector.';
  assert.match(lines(half, 'en').at(-1) ?? '', /^EXPORTS_SHARE BPO\+KPO 2025-S1 10 PERCENT/);
});
