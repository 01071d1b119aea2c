// What an envelope lacks is told field by field, in words that are the same in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvelope } from '../../src/collect/envelope.ts';

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
