// What an envelope lacks is told field by field, in words that are the same in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvelope } from '../../src/collect/envelope.ts';
import { messageOf } from '../../src/collect/finding.ts';

const WHOLE = {
  ...{ declarant_type: 'bank', sender: 'B01', period: '2025-06', sequence: 1, function: 'original' },
  ...{ created_at: '2025-07-31T12:00:00Z', schema_version: '1', language: 'fr', line_count: 2 },
};

const FAULTS: readonly (readonly [string, unknown, string])[] = [
  ['declarant_type', 'banque', 'bank | enterprise | office'],
  ['sender', '', 'B01 | 001234567000089'],
  ['period', 'juin', '2025-06 | 2025-Q2'],
  ['sequence', 'x', '≥ 1'],
  ['sequence', 0, '≥ 1'],
  ['function', 'new', 'original | replace | cancel'],
  ['created_at', undefined, '2025-07-31T12:00:00Z'],
  ['schema_version', undefined, '1 | 1.0'],
  ['language', 'de', 'ar | fr | en'],
  ['line_count', undefined, '≥ 0'],
  ['synthetic', 'maybe', 'true | false'],
  ['control_sums', { EUR: 'much' }, '1234.50'],
];

test('each field that does not fit says what it may be, as it is written', () => {
  for (const [field, value, expected] of FAULTS) {
    const { envelope, findings } = readEnvelope({ ...WHOLE, [field]: value });
    assert.equal(envelope, null, field);
    assert.equal(findings.length, 1, field);
    const told = String(findings[0]?.values['expected']);
    assert.ok(told.includes(expected), `${field}: ${told}`);
  }
  assert.notEqual(readEnvelope(WHOLE).envelope, null);
});

test('what was written is said as it was written, and what is missing is said to be missing', () => {
  const { findings } = readEnvelope({ ...WHOLE, period: 'juin', sequence: 'un', line_count: 'deux' });
  assert.deepEqual(
    findings.map(({ code, values }) => [code, values['field'], values['found']]),
    [
      ['envelope_field', 'period', 'juin'],
      ['envelope_field', 'sequence', 'un'],
      ['envelope_field', 'line_count', 'deux'],
    ],
  );
  assert.match(findings.map((each) => messageOf(each, 'fr')).join(), /trouvé «\u00a0juin\u00a0»/);
  const missing = readEnvelope({ ...WHOLE, created_at: '', function: 'replace' });
  assert.deepEqual(
    missing.findings.map(({ code }) => code),
    ['envelope_missing'],
  );
  const replacing = readEnvelope({ ...WHOLE, function: 'replace' }).findings[0];
  assert.deepEqual(replacing?.values, { field: 'replaces', expected: '≥ 1' });
  const quarter = readEnvelope({ ...WHOLE, period: '2025-Q2' }).findings[0];
  assert.deepEqual(quarter?.values, { field: 'period', found: '2025-Q2', expected: '2025-06' });
});
