// Readings of a number ranked by what speaks against them; numbers without a unit; what is named and dated.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenReading } from '../../src/evaluate/bind-reading.ts';
import { judged, lines } from './printed-checker.ts';

const DAY = '2026-02-20';

test('the cheapest reading that holds is taken; a slip in a nearer one goes before a dear one', () => {
  const [claim] = readingOf('a', 1);
  assert.ok(claim !== undefined);
  const [near] = readingOf('b', 2);
  const [far] = readingOf('c', 9);
  assert.ok(near !== undefined && far !== undefined);
  const choose = (holds: string, slips: string) =>
    chosenReading(claim.claim, [near, far], {
      fits: ({ segment }) => segment === holds,
      slips: ({ segment }) => segment === slips,
    })?.segment;
  assert.equal(choose('b', 'a'), 'b', 'near enough');
  assert.equal(choose('c', 'a'), undefined, 'the first is a slip of the pen');
  assert.equal(choose('c', 'none'), 'c');
  assert.equal(choose('none', 'b'), 'b');
});

/** A claim of a segment, as the checker makes them. */
function readingOf(segment: string, cost: number) {
  const candidate = { value: '5.25', class: 'money', unit: 'MAD_BN' };
  const claim = { candidate, segment } as unknown as Parameters<typeof chosenReading>[0];
  return [{ claim, cost }];
}

test('numbers without a unit are claims where one of their units makes them hold', () => {
  const text = 'Offshoring, H1 2025: CRM 4.19, IT 5.25. Chapter 4.3 follows at 8.30.';
  assert.deepEqual(lines(text, 'en', DAY), [
    'EXPORTS CRM 2025-S1 4.19 MAD_BN entailed',
    'EXPORTS ITO 2025-S1 5.25 MAD_BN entailed',
  ]);
});

test('numbers of speech: what is left below a scale, so many in so many, so many times', () => {
  const cases = [
    ['fr', "L'offshoring a fait treize milliards quatre au premier semestre 2025.", '13.4'],
    ['ar', 'كان عدد العاملين في الأوفشورينغ مية وثمانية وأربعين ألف وخمسمية شخص فآخر 2024.', '148500'],
    ['en', 'IT made four dirhams in every ten of offshoring receipts in 2024.', '40'],
  ] as const;
  for (const [language, text, value] of cases)
    assert.equal(
      judged(text, language, DAY).claims.find((claim) => claim.value !== null)?.value,
      value,
      text,
    );
});

test('names right by a number, and a part of the year right behind it, leave no other reading', () => {
  const swapped =
    'Offshoring, H1 2025: IT, at 2.58 billion dirhams, and engineering, at 5.25 billion dirhams.';
  assert.ok(lines(swapped, 'en', DAY).every((line) => !line.endsWith('entailed')));
  const quarters =
    'La relation client a fait 2,183 MMDH au troisième trimestre et 2,814 MMDH au quatrième, en 2024.';
  assert.ok(lines(quarters, 'fr', DAY).every((line) => !line.endsWith('entailed')));
});

test('goals are readings of a number in the years that are named', () => {
  const text =
    'Les jeunes pousses devront être 3 000 en 2030 et lever 7 milliards de dirhams la même année, dans Maroc Digital 2030.';
  assert.deepEqual(lines(text, 'fr', DAY), [
    'TARGET_STARTUPS _T 2030 3000 COUNT entailed',
    'TARGET_FUNDS _T 2030 7 MAD_BN entailed',
  ]);
});
