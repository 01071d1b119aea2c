// Which years goals lie in comes from the domain's list of goals: the same texts under another programme.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Target } from '../../src/design/target.ts';
import type { Language } from '../../src/design/text.ts';
import { checkReport } from '../../src/evaluate/check-report.ts';
import { groundsFor } from '../../src/evaluate/claim-grounds.ts';
import { horizonOf, isGoalYear } from '../../src/evaluate/claim-horizon.ts';
import { domain, facts, names, structure } from './printed-checker.ts';

/** A programme with its goals in 2029 and 2034, and one for patents, which no text of the program has a word for. */
const LATER: readonly Target[] = [
  ...domain.targets.map((target) => ({
    ...target,
    milestones: target.milestones.map(({ period, value }) => ({
      period: period === '2026' ? '2029' : '2034',
      value,
    })),
  })),
  ...domain.targets
    .filter(({ indicator }) => indicator === 'START_UPS')
    .map((target) => ({
      ...target,
      id: 'PATENTS',
      indicator: 'PATENTS',
      name: { ar: 'براءات الاختراع', fr: 'Brevets', en: 'Patents' },
      baseline: { period: '2024', value: '150', scope: null, vintage: null, source: 'register', note: null },
      milestones: [{ period: '2034', value: '900' }],
    })),
];
const PATENT_WORDS = { id: 'PATENTS', ar: ['براءة اختراع'], fr: ['brevets'], en: ['patents'] };

function told(text: string, language: Language, day: string, targets = LATER): readonly string[] {
  const reference = { ...domain, targets, glossary: [...domain.glossary, PATENT_WORDS] };
  const grounds = groundsFor(reference, structure, facts, language, day);
  return checkReport({ text, language, day }, grounds, reference, names)
    .claims.filter(({ value }) => value !== null)
    .map((claim) => `${claim.indicator} ${claim.period} ${claim.value} ${claim.verdict}`);
}

const GOALS: readonly (readonly [Language, string])[] = [
  ['en', 'Digital Morocco aims at 25 billion dirhams of offshoring exports in 2029 and 40 billion in 2034.'],
  [
    'fr',
    'Maroc Digital vise 25 milliards de dirhams d’exportations de l’offshoring en 2029 et 40 milliards en 2034.',
  ],
  ['ar', 'يستهدف المغرب الرقمي 25 مليار درهم من صادرات الأوفشورينغ في 2029 و40 مليار درهم في 2034.'],
];

test('the goals of another programme are read in its years', () => {
  for (const [language, text] of GOALS)
    assert.deepEqual(told(text, language, '2026-02-28'), [
      'TARGET 2029 25 entailed',
      'TARGET 2034 40 entailed',
    ]);
});

test('a year before its first goal is none, and is one under the programme that has it', () => {
  const text = 'Offshoring exports will come to 25 billion dirhams in 2026.';
  assert.deepEqual(told(text, 'en', '2026-02-28'), ['EXPORTS 2026 25 unsupported']);
  assert.deepEqual(told(text, 'en', '2026-02-28', domain.targets), ['TARGET 2026 25 entailed']);
});

test('the goal of a year that is over is told by words of aiming, and else its year is one of figures', () => {
  const aimed = 'The target for 2029 was 25 billion dirhams of offshoring exports.';
  const held = 'Offshoring exports came to 27 billion dirhams in 2029.';
  assert.deepEqual(told(aimed, 'en', '2031-03-01'), ['TARGET 2029 25 entailed']);
  assert.deepEqual(told(held, 'en', '2031-03-01'), ['EXPORTS 2029 27 unsupported']);
  const table = (name: string) =>
    `Offshoring, ${name}, billion dirhams\n\n| | 2028 | 2029 |\n|---|---|---|\n| Exports | 24 | 27 |\n| ITO | 10 | 11 |`;
  assert.deepEqual(told(table('receipts'), 'en', '2031-03-01').slice(0, 2), [
    'EXPORTS 2028 24 unsupported',
    'EXPORTS 2029 27 unsupported',
  ]);
  assert.match(told(table('receipts'), 'en', '2026-02-28')[1] ?? '', /^TARGET 2029 27 /);
});

test('a goal that the program has no name for is found by the words of the glossary', () => {
  assert.deepEqual(
    told('Digital Morocco and offshoring: 900 patents by 2034, from 150 in 2024.', 'en', '2026-02-28'),
    ['TARGET_PATENTS 2034 900 entailed', 'PATENTS 2024 150 entailed'],
  );
  assert.deepEqual(told('Maroc Digital et offshoring : 300 brevets en 2034.', 'fr', '2026-02-28'), [
    'TARGET_PATENTS 2034 300 contradicted',
  ]);
});

test('what lies ahead moves with the day; where no goal does, it begins with the next year', () => {
  const first = (day: string, targets: readonly Target[] = domain.targets) => horizonOf(targets, day).first;
  assert.deepEqual(
    ['2025-10-18', '2026-12-31', '2027-01-01'].map((day) => first(day)),
    [2026, 2026, 2030],
  );
  assert.equal(first('2031-05-01'), 2032);
  assert.equal(first('2026-05-01', []), 2027);
  const horizon = horizonOf(domain.targets, '2027-01-01');
  assert.deepEqual([isGoalYear(horizon, 2026, true), isGoalYear(horizon, 2026, false)], [true, false]);
  assert.equal(isGoalYear(horizon, 2028, true), false);
});

test('drafts set no years', () => {
  const drafts = domain.targets.filter(({ status }) => status === 'draft');
  assert.ok(drafts.length > 0);
  assert.equal(horizonOf(drafts, '2026-05-01').years.size, 0);
});
