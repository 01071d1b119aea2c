// What a line of the survey stands for: its stratum in its month, the pooled strata where that has too few answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleWeights } from '../../src/command/sample-weight.ts';
import type { RegisterEntry } from '../../src/design/domain.ts';
import type { Candidate } from '../../src/process/score.ts';

const ENTRY = {
  ...{ enterprise: '000000001', segment: 'ITO', size: 'small', respondent: true, validTo: null },
  validFrom: '2020-01-01',
} as unknown as RegisterEntry;
const STRATA = [
  { code: 'ITO-S', segment: 'ITO', size: 'small', validFrom: '2020-01-01', validTo: null },
] as const;
const cell = (stratum: string, month: string, answered: number, unknown: number) => ({
  ...{ stratum, segment: 'ITO', month, answered, unknown },
});
const line = (change: Partial<Candidate>) =>
  ({ kind: 'enterprise', enterprise: '000000001', segment: 'ITO', month: '2025-06', ...change }) as Candidate;
const weigh = (entries: readonly RegisterEntry[], change: Partial<Candidate> = {}) =>
  sampleWeights({ register: entries, strata: STRATA as never }, [
    cell('ITO-S', '2025-06', 10, 30),
    cell('_T', '2025-05', 8, 8),
  ])(line(change));

test('an answer of a sample stands for those of its stratum that were not asked', () => {
  assert.deepEqual(weigh([ENTRY]), { units: 40, answered: 10 });
  assert.deepEqual(weigh([ENTRY], { month: '2025-05' }), { units: 16, answered: 8 });
});

test('whatever is no answer of a sample stands for itself', () => {
  const alone = { units: 1, answered: 1 };
  assert.deepEqual(weigh([{ ...ENTRY, size: 'large' }]), alone);
  assert.deepEqual(weigh([{ ...ENTRY, respondent: false }]), alone, 'an enterprise that declares unasked');
  assert.deepEqual(weigh([{ ...ENTRY, validFrom: '2025-07-01' }]), alone);
  assert.deepEqual(weigh([ENTRY], { kind: 'settlement' }), alone, 'settlements are all counted');
  assert.deepEqual(weigh([ENTRY], { month: '2025-04' }), alone, 'nothing was grossed up');
  assert.deepEqual(weigh([]), alone);
});
