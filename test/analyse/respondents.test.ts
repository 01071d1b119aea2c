// Who owes what: expected by the lists, imputable by history, reminded in any case.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Declared,
  isExpected,
  missingMonths,
  owedBy,
  remindersFor,
  responseRates,
} from '../../src/analyse/respondents.ts';
import type { Domain } from '../../src/design/domain.ts';

const always = { validFrom: '2020-01-01', validTo: null };
const DOMAIN = {
  banks: [
    { ...always, code: 'B01' },
    { ...always, code: 'B02' },
    { ...always, code: 'B03', validTo: '2025-04-30' },
  ],
  register: [
    { ...always, enterprise: '111111111', respondent: true },
    { ...always, enterprise: '222222222', respondent: false },
  ],
  calendar: [
    { kind: 'declarations', declarant: 'bank', period: '2025-05', due: '2025-06-15' },
    { kind: 'declarations', declarant: 'enterprise', period: '2025-Q2', due: '2025-07-31' },
  ],
} as unknown as Domain;
const bank = (sender: string, ...periods: readonly string[]): readonly Declared[] =>
  periods.map((period) => ({ source: 'bank', sender, period }));
const DECLARED: readonly Declared[] = [
  ...bank('B01', '2025-03', '2025-04', '2025-05'),
  ...bank('B03', '2025-03'),
  { source: 'enterprise', sender: '111111111', period: '2025-Q1' },
];
const MONTHS = ['2025-04', '2025-05'];

test('reminded is who is on the list and has not declared, with the last time it did', () => {
  const owing = remindersFor(DOMAIN, DECLARED, MONTHS, '2025-06-20').map(
    ({ sender, period, overdue, last }) => [sender, period, overdue, last],
  );
  assert.deepEqual(owing, [
    ['B02', '2025-04', null, null],
    ['B03', '2025-04', null, '2025-03'],
    ['B02', '2025-05', 5, null],
    ['111111111', '2025-Q2', -41, '2025-03'],
  ]);
});

test('imputed is who declared within a year before and is past its day: not who never did, not who has time left', () => {
  const imputed = (day: string) =>
    missingMonths(DOMAIN, DECLARED, MONTHS, day).map(({ sender, month }) => `${sender} ${month}`);
  assert.deepEqual(imputed('2025-06-20'), ['B03 2025-04']);
  assert.deepEqual(imputed('2025-08-01'), ['B03 2025-04', '111111111 2025-04', '111111111 2025-05']);
  const old = [...DECLARED.filter(({ sender }) => sender !== 'B03'), ...bank('B03', '2024-03')];
  assert.deepEqual(missingMonths(DOMAIN, old, MONTHS, '2025-06-20'), []);
});

test('response is counted among all that are expected; published, for periods that were due when inputs were cut', () => {
  const counts = (dueBy?: string) =>
    responseRates(DOMAIN, DECLARED, MONTHS, dueBy).map(({ period, expected, received }) => [
      ...[period, expected, received],
    ]);
  assert.deepEqual(counts(), [
    ['2025-04', 3, 1],
    ['2025-05', 2, 1],
    ['2025-Q2', 1, 0],
  ]);
  // In April nothing is due by the calendar; the quarter is due at the end of July.
  assert.deepEqual(counts('2025-06-20'), [['2025-05', 2, 1]]);
  assert.deepEqual(counts('2025-07-31'), [
    ['2025-05', 2, 1],
    ['2025-Q2', 1, 0],
  ]);
  assert.deepEqual(
    responseRates(DOMAIN, [], MONTHS, '2025-07-31').map(({ received }) => received),
    [0, 0],
  );
});

test('what one respondent owes is the list of all, narrowed to it: in a new workspace everything of the calendar', () => {
  const day = '2025-06-20';
  const all = remindersFor(DOMAIN, [], ['2025-04', '2025-05', '2025-06'], day);
  for (const [source, sender] of [
    ['bank', 'B02'],
    ['enterprise', '111111111'],
    ['enterprise', '222222222'],
  ] as const) {
    const own = owedBy(DOMAIN, [], { source, sender }, day);
    const periods = own.map(({ period }) => period);
    assert.deepEqual(
      own,
      all.filter((each) => each.sender === sender && periods.includes(each.period)),
    );
    assert.equal(isExpected(DOMAIN, { source, sender }, day), own.length > 0);
  }
  assert.deepEqual(
    owedBy(DOMAIN, [], { source: 'enterprise', sender: '111111111' }, day).map(
      ({ period, overdue, last }) => [period, overdue, last],
    ),
    [['2025-Q2', -41, null]],
  );
});
