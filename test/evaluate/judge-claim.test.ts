import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, lines } from './printed-checker.ts';

const slips = (text: string, language: 'ar' | 'fr' | 'en', day?: string) =>
  judged(text, language, day).claims.map(({ text: said, verdict, slip }) => [said, verdict, slip]);

test('a share that moved: points are a change, percent the share', () => {
  const text =
    'Customer relations lost ground in the first half of 2025. Their share of offshoring receipts fell by 5.9 points to 31.3 percent.';
  assert.deepEqual(lines(text, 'en'), [
    'EXPORTS_SHARE_CHANGE CRM 2025-S1 5.9 PP consistent',
    'EXPORTS_SHARE CRM 2025-S1 31.3 PERCENT consistent',
  ]);
  const open = text.replace('5.9', '9.5');
  assert.ok(lines(open, 'en')[0]?.endsWith('unsupported'));
  assert.ok(
    lines(open.replace('Their share', 'The share of call centres'), 'en')[0]?.endsWith('contradicted'),
  );
});

test('a rate against another period than the year before is judged so, and the slip named', () => {
  const text =
    'Offshoring exports grew by 3.5 percent in the first half of 2025 compared with the second half of 2024.';
  assert.deepEqual(slips(text, 'en')[1], ['3.5 percent', 'contradicted', 'comparison period']);
  const usual = text.replace('second half of 2024', 'first half of 2024');
  assert.deepEqual(slips(usual, 'en')[1]?.[1], 'entailed');
});

test('a goal said to be met is not comparable across scopes', () => {
  const said = slips(
    'Le ministère visait 25 milliards de dirhams d’exportations de l’offshoring en 2026. Cet objectif a été atteint dès 2023, avec 26,17 milliards.',
    'fr',
  );
  assert.deepEqual(
    said.find(([text]) => text === 'a été atteint'),
    ['a été atteint', 'not comparable', 'scope'],
  );
});

test('a value printed of the older series is what was printed, said to be so, a wrong one contradicted', () => {
  for (const [text, language] of [
    ['Offshoring earned 17.9 billion dirhams in 2023.', 'en'],
    ['Le chiffre de 17,9 milliards de dirhams circulait pour 2023 dans l’offshoring.', 'fr'],
    ['بلغت صادرات الأوفشورينغ 17,9 مليار درهم سنة 2023.', 'ar'],
  ] as const) {
    const [claim] = judged(text, language).claims;
    assert.deepEqual([claim?.verdict, claim?.scope, claim?.slip], ['consistent', 'LEGACY', undefined], text);
  }
  const [told] = judged('Offshoring earned 17.9 billion dirhams in 2023.', 'en').claims;
  assert.match(told?.explanation ?? '', /value of the older series, which does not compare/);
  const undated = judged('Offshoring earned 26.2 billion dirhams. It was 17.9 billion once.', 'en').claims;
  assert.notEqual(undated[1]?.verdict, 'consistent');
  const grown =
    'Offshoring exports grew by 46 percent from 17.9 billion dirhams in 2023 to 26.2 billion in 2024.';
  assert.equal(slips(grown, 'en').find(([text]) => text === '46 percent')?.[1], 'not comparable');
  assert.deepEqual(slips('Offshoring earned 19.7 billion dirhams in 2023.', 'en')[0]?.[1], 'contradicted');
});

test('a reversed decimal that can be read both ways says how sure it is', () => {
  const [held] = judged('بلغت صادرات الأوفشورينغ 2ر26 مليار درهم سنة 2024.', 'ar').claims;
  assert.deepEqual([held?.value, held?.verdict, held?.confidence], ['26.2', 'entailed', 'medium']);
  const [other] = judged('بلغت صادرات الأوفشورينغ 26ر22 مليار درهم سنة 2024.', 'ar').claims;
  assert.deepEqual([other?.value, other?.verdict, other?.confidence], ['26.22', 'consistent', 'low']);
  const [wrong] = judged('بلغت صادرات الأوفشورينغ 2ر41 مليار درهم سنة 2024.', 'ar').claims;
  assert.deepEqual([wrong?.value, wrong?.verdict, wrong?.confidence], ['41.2', 'contradicted', 'low']);
});

test('widths of hedges come from the domain', () => {
  assert.ok(lines('Offshoring earned about 25.5 billion dirhams in 2024.', 'en')[0]?.endsWith('entailed'));
  assert.ok(lines('Offshoring earned about 24 billion dirhams in 2024.', 'en')[0]?.endsWith('contradicted'));
});

test('a long text of numbers is read in part, and the report says so', () => {
  const report = judged('Offshoring 13,4 %. '.repeat(20_100), 'fr');
  assert.equal(report.complete, false);
  assert.equal(judged('Offshoring 13,4 %. (…)', 'fr').complete, true);
  assert.equal(judged('; '.repeat(400_100), 'fr').complete, true, 'marks say nothing');
  assert.equal(judged(`${'; '.repeat(400_100)} Offshoring 13,4 %.`, 'fr').complete, false);
});

test('terms: words to avoid, and names beside the code of another segment', () => {
  const { language_faults: faults } = judged(
    'بلغت مداخيل ترحيل الخدمات الهندسية (BPO) في التعهيد 3,4 مليار درهم سنة 2024.',
    'ar',
  );
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ['term and code', 'unwanted term'],
  );
  const proposed = faults.flatMap((fault) => ('instead' in fault ? [fault.instead] : []));
  assert.equal(proposed[1], 'ترحيل الخدمات', 'the term that the reason names, not the first of the glossary');
  assert.deepEqual(
    judged('بلغت مداخيل ترحيل الخدمات الهندسية (ESO) 3,4 مليار درهم.', 'ar').language_faults,
    [],
  );
});
