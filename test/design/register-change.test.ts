import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inForce, type RegisterEntry } from '../../src/design/domain.ts';
import { type RegisterChange, registerText, registerWith } from '../../src/design/register-change.ts';

const ENTRY: RegisterEntry = {
  ...{ enterprise: '000036794', ice: '000036794000036', name: 'One', holding: '000036794', segment: 'ITO' },
  ...{ otherSegment: null, size: 'large', exportZone: false, respondent: true },
  ...{ validFrom: '2020-01-01', validTo: null, reference: 'seed' },
} as const;

function change(field: string, after: string | null, day: string, seq = 1): RegisterChange {
  return { seq, enterprise: ENTRY.enterprise, field, before: null, after, valid_from: day };
}

function on(day: string, register: readonly RegisterEntry[]): RegisterEntry {
  const found = register.filter((entry) => inForce(entry, day));
  assert.equal(found.length, 1, `${found.length} entries on ${day}`);
  return found[0] as RegisterEntry;
}

test('a change holds from its day on and leaves what was before', () => {
  const register = registerWith([ENTRY], [change('holding', 'H01', '2025-07-01')]);
  assert.equal(on('2025-06-30', register).holding, ENTRY.enterprise);
  assert.equal(on('2025-07-01', register).holding, 'H01');
});

test('the later record wins where two hold, and emptying a holding leaves the enterprise alone', () => {
  const register = registerWith(
    [ENTRY],
    [change('holding', 'H01', '2024-01-01'), change('holding', null, '2025-01-01', 2)],
  );
  assert.equal(on('2024-06-01', register).holding, 'H01');
  assert.equal(on('2025-06-01', register).holding, ENTRY.enterprise);
});

test('a successor is no field of an entry, another enterprise is left alone, an unknown field is a mistake', () => {
  assert.deepEqual(registerWith([ENTRY], [change('successor', '001561191', '2025-01-01')]), [ENTRY]);
  const other = { ...ENTRY, enterprise: '001561191', holding: '001561191' };
  assert.deepEqual(registerWith([other], [change('segment', 'CRM', '2025-01-01')]), [other]);
  assert.throws(() => registerWith([ENTRY], [change('colour', 'red', '2025-01-01')]), /not a field/);
});

test('whatever is changed when, every day from the beginning has exactly one entry, with the last value recorded for it', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2025-03-${String(day).padStart(2, '0')}`);
  const segments = fc.constantFrom('ITO', 'CRM', 'BPO');
  fc.assert(
    fc.property(fc.array(fc.tuple(days, segments), { maxLength: 8 }), days, (list, day) => {
      const changes = list.map(([from, segment], at) => change('segment', segment, from, at + 1));
      const entry = on(day, registerWith([ENTRY], changes));
      const last = changes.findLast(({ valid_from }) => valid_from <= day);
      assert.equal(registerText(entry, 'segment'), last?.after ?? 'ITO');
    }),
    { numRuns: 200 },
  );
});
