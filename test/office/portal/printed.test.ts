// What is written from left to right keeps its order in an Arabic sentence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedIn, FIELD_TEXTS } from '../../../src/design/field-texts.ts';
import { sentence } from '../../../src/office/portal/printed.ts';

const kept = (text: string) => `\u2066${text}\u2069`;

test('days, periods, whole receipts and addresses are isolated in Arabic, and nothing else is touched', () => {
  const receipt = '2026-000589-d1dd0769682b2b7f';
  for (const text of ['2025-06-16', '2025-S1', receipt, '/api/v1', '/api/v1/openapi.json'])
    assert.equal(sentence('ar', `قبل ${text} بعد`), `قبل ${kept(text)} بعد`);
  assert.equal(sentence('ar', 'عبر /api/v1.'), `عبر ${kept('/api/v1')}.`);
  assert.equal(sentence('ar', 'نعم/لا 12 EUR/USD'), 'نعم/لا 12 EUR/USD');
  assert.equal(sentence('fr', `récépissé ${receipt}`), `récépissé ${receipt}`);
});

test('the form of a field is expected where the form is at fault, a code whatever is', () => {
  assert.equal(expectedIn('value_date', 0), FIELD_TEXTS['value_date']?.expected);
  assert.equal(expectedIn('value_date', 2), null);
  assert.equal(expectedIn('amount', 1), null);
  assert.equal(expectedIn('nature', 1), FIELD_TEXTS['nature']?.expected);
  assert.equal(expectedIn('nothing', 0), null);
});
