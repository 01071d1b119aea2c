// The checker of the public server: it lets others be served, knows the same between two releases, and is no oracle.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textChecker } from '../../src/command/text-checker.ts';
import type { CheckedText } from '../../src/disseminate/public/checked-text.ts';
import { fixedReleases } from '../../src/disseminate/public/released.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';

const release = fixtureRelease();
const check = await textChecker(fixedReleases([release]));
const DAY = '2030-01-01';

function asked(text: string, day = DAY): Promise<CheckedText | undefined> {
  return check({ text, day, language: 'en', figures: 'released' });
}

test('while a long text is judged, other work has its turn', async () => {
  const text = Array.from({ length: 4000 }, (_, at) => `ITO earned ${at},5 billion in ${2000 + (at % 30)}.`);
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  await asked(text.join(' ').slice(0, 100_000));
  done = true;
  assert.ok(turns > 5, `${turns} turns`);
});

/** A printed level of the first half of 2025 in millions, or undefined where it is withheld. */
function printed(segment: string, indicator = 'EXPORTS'): number | undefined {
  const found = release
    .observations()
    .find(({ key, period }) => period === '2025-S1' && key.includes(`.W1.${segment}.${indicator}.`));
  return found?.value == null ? undefined : Number(found.value);
}

const NAMES = [
  ['KPO', 'knowledge process outsourcing', 1000],
  ['BPO', 'business process outsourcing', 100],
] as const;
const OTHERS = ['ITO', 'CRM', 'ESO'];

/** What any reader can work out for a withheld segment: the total less what is printed of the others. */
function most(): number {
  const least = OTHERS.reduce((sum, segment) => sum + (printed(segment) ?? 0) - 0.5, 0);
  return (printed('_T') ?? 0) + 0.5 - least;
}

/** What an answer tells, without the words that were asked about. */
function told(answer: CheckedText | undefined): string {
  const claims = answer?.claims.map(({ verdict, confidence, explanation }) => [
    verdict,
    confidence,
    explanation.replace(/“[^”]*”/, '“…”').replace(/ Probable slip.*$/, ''),
  ]);
  return JSON.stringify([claims, answer?.conflicts, answer?.omissions]);
}

for (const [segment, name, questions] of NAMES) {
  test(`${questions} questions about the withheld ${segment} tell the published bounds and nothing more`, async () => {
    assert.equal(printed(segment), undefined);
    const answers = new Map<boolean, Set<string>>([
      [true, new Set()],
      [false, new Set()],
    ]);
    for (let amount = 3; amount < 3000; amount += 3000 / questions) {
      const text = `Offshoring: ${name} earned ${amount} million dirhams in the first half of 2025.`;
      const answer = await asked(text);
      const possible = amount - 0.5 <= most();
      answers.get(possible)?.add(told(answer));
      assert.equal(answer?.claims[0]?.verdict, possible ? 'unsupported' : 'contradicted', `${amount}`);
    }
    assert.deepEqual(
      [...answers.values()].map(({ size }) => size),
      [1, 1],
    );
  });
}

const AROUND: readonly (readonly [of: string, text: (amount: number) => string])[] = [
  ['its share', (at) => `Offshoring: KPO was ${at / 100} percent of exports in the first half of 2025.`],
  ['its growth', (at) => `Offshoring: KPO grew by ${at} percent in the first half of 2025.`],
  [
    'its part of the year before',
    (at) => `Offshoring: KPO in the first half of 2025 reached ${at / 10} percent of its 2024 total.`,
  ],
];
for (const [of, textOf] of AROUND) {
  test(`nothing is certain about a withheld segment by ${of}`, async () => {
    for (let amount = 1; amount < 1000; amount += 37) {
      const answer = await asked(textOf(amount));
      assert.ok(answer !== undefined && answer.claims.length > 0);
      assert.ok(
        answer.claims.every(({ verdict }) => verdict !== 'entailed' && verdict !== 'consistent'),
        textOf(amount),
      );
    }
  });
}

test('two withheld segments asked for together tell their published sum and no part of it', async () => {
  for (let part = 10; part < 1300; part += 60) {
    const rest = Math.floor(most()) - 20 - part;
    const text = `Offshoring: BPO earned ${rest} million dirhams in the first half of 2025 and KPO earned ${part} million dirhams in the first half of 2025.`;
    const answer = await asked(text);
    assert.deepEqual(
      answer?.claims.map(({ verdict }) => verdict),
      ['unsupported', 'unsupported'],
    );
    assert.equal(answer?.conflicts.length, 1, `${rest} and ${part} are 20 short of the sum`);
  }
});
