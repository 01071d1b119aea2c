import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

const conflicts = (text: string, language: Language) =>
  judged(text, language).conflicts.map(({ claims }) => claims.map((claim) => claim.text));

test('claims that hold alone and not together are named, and only those', () => {
  const text =
    'Au premier semestre 2025, l’offshoring a rapporté 13,4 milliards de dirhams, dont 0,5 milliard pour le BPO et 0,2 milliard pour le KPO.';
  assert.ok(judged(text, 'fr').claims.every(({ verdict }) => verdict !== 'contradicted'));
  assert.deepEqual(conflicts(text, 'fr'), [['0,5 milliard', '0,2 milliard']]);
  assert.match(judged(text, 'fr').conflicts[0]?.explanation ?? '', /ensemble/);
});

test('claims that hold together are left alone', () => {
  const text =
    'Offshoring earned 13.4 billion dirhams in the first half of 2025: 1.3 billion for BPO and 0.05 billion for KPO.';
  assert.deepEqual(conflicts(text, 'en'), []);
});

test('growth and levels are held together over time', () => {
  const text =
    'BPO earned 1.0 billion dirhams in the first half of 2024. In the first half of 2025 BPO earned 1.2 billion dirhams. BPO grew by 40 percent in the first half of 2025.';
  const [found] = conflicts(`Offshoring. ${text}`, 'en');
  assert.deepEqual([...(found ?? [])].sort(), ['1.0 billion dirhams', '1.2 billion dirhams', '40 percent']);
});

test('the published article conflicts with nothing', () => {
  assert.deepEqual(
    conflicts(
      'Offshoring earned 26.2 billion dirhams in 2024, 0.2 percent more than the 26.17 billion of 2023.',
      'en',
    ),
    [],
  );
});

test('of many claims, none is named without which the others conflict too', () => {
  const years = Array.from({ length: 18 }, (_, at) => 2000 + at);
  const others = years.map((year) => `ITO earned ${year % 7}.5 billion dirhams in ${year}.`);
  const pair = [
    'In the first half of 2025 BPO earned 0.5 billion dirhams.',
    'In the first half of 2025 KPO earned 0.2 billion dirhams.',
  ];
  for (const at of [0, 7, 18]) {
    const [first = '', second = ''] = pair;
    const text = [first, ...others.slice(0, at), second, ...others.slice(at)].join(' ');
    assert.deepEqual(conflicts(`Offshoring. ${text}`, 'en'), [
      ['0.5 billion dirhams', '0.2 billion dirhams'],
    ]);
  }
});

test('two numbers of one figure conflict without a program; what does not hold as it is read conflicts with nothing', () => {
  const twice =
    'Offshoring: in the first half of 2025 BPO earned 0.9 billion dirhams. In the first half of 2025 BPO earned 0.5 billion dirhams.';
  assert.deepEqual(conflicts(twice, 'en'), [['0.9 billion dirhams', '0.5 billion dirhams']]);
  const doubted =
    'Offshoring earned 13.4 billion dirhams in the first half of 2025.\n\nPeople say it made twenty million. How would they know? Forty-eight million, I heard.';
  const { claims } = judged(doubted, 'en');
  assert.deepEqual(
    claims.filter(({ value }) => value === '20' || value === '48').map(({ verdict }) => verdict),
    ['unsupported', 'unsupported'],
  );
  assert.deepEqual(conflicts(doubted, 'en'), []);
});
