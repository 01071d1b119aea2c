import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictions, refuseContradictions } from '../../src/disseminate/coherence.ts';
import { referenceStructure } from '../../src/disseminate/reference.ts';
import { fixtureEdition, fixtureObservations } from './public/fixture.ts';

const structure = referenceStructure(fixtureEdition().reference);
// Partners of the fixture are a few of many and do not add up to the world: they are left out here.
const OBSERVATIONS = fixtureObservations().filter(({ key }) => key.split('.')[2] === 'W1');

function changed(key: string, period: string, value: string) {
  return OBSERVATIONS.map((each) => (each.key === key && each.period === period ? { ...each, value } : each));
}

test('figures rounded from one truth never contradict each other', () => {
  assert.deepEqual(contradictions(OBSERVATIONS, structure), []);
});

test('growth that the printed levels exclude is found; what rounding allows is not', () => {
  const growth = 'S.MA.W1._T.EXPORTS_YOY.PC.2025';
  const found = contradictions(changed(growth, '2025-S1', '3.6'), structure);
  assert.deepEqual(
    found.map(({ cell }) => cell),
    [`EXPORTS/${growth}/2025-S1`],
  );
});

test('a sum, a share and a part of the year that do not fit are found', () => {
  const cases = [
    ['A.MA.W1.ITO.EXPORTS.MAD.2025', '2024', '10590'],
    ['S.MA.W1.ITO.EXPORTS_SHARE.PC.2025', '2025-S1', '39.4'],
    ['S.MA.W1.CRM.EXPORTS_CONTRIB.PP.2025', '2025-S1', '-4.9'],
  ] as const;
  for (const [key, period, value] of cases)
    assert.ok(contradictions(changed(key, period, value), structure).length > 0, key);
});

test('a withheld figure contradicts nothing, and a refusal names the place', () => {
  assert.throws(
    () => refuseContradictions(changed('S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1', '14000'), structure),
    /contradict/,
  );
});
