// Units are said in words in three languages, and persons by what is counted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unitWords } from '../../src/design/printed-unit-words.ts';

const SCHEMA = join(import.meta.dirname, '../../domains/ma-digital/schema/published-figures.schema.json');

test('every unit that figures may be printed in has words', () => {
  const units = [...readFileSync(SCHEMA, 'utf8').matchAll(/"((?:MAD|PERCENT|PERSONS)(?:_[A-Z]+)?)"/g)];
  assert.ok(units.length >= 4, `${units.length} units`);
  for (const [, unit = ''] of units)
    for (const words of Object.values(unitWords(unit))) assert.notEqual(words, unit);
});

test('those who are trained hold no job, and things are counted without a unit', () => {
  assert.equal(unitWords('PERSONS', 'stock').en, 'jobs');
  assert.equal(unitWords('PERSONS', 'flow').fr, 'personnes');
  assert.equal(unitWords('COUNT').ar, '');
  assert.equal(unitWords('TONNES').en, 'TONNES');
});
