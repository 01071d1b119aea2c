import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oddForms, splitRecord } from '../../src/collect/odd-forms.ts';

const COLUMNS = ['line_id', 'resident_ice', 'value_date', 'amount', 'unknown column 5'];
const USUAL = 'L1,001561191000066,2025-06-03,1.50,anything';

function countOf(records: readonly string[], delimiter = ','): number {
  const forms = oddForms('settlement', COLUMNS, delimiter);
  for (const [at, record] of records.entries())
    if (forms.wants(at + 1)) forms.look(at + 1, Buffer.from(record));
  return forms.count();
}

test('a record is odd by the form of a number, a date or an identifier, and by nothing else', () => {
  for (const usual of [
    USUAL,
    'L1,,,,',
    '"L, 1",001561191000066,"2025-06-03",-1.5,"one ""word"""',
    'é,001561191000066,2025-06-03,7,٣',
  ])
    assert.equal(countOf([usual]), 0, usual);
  for (const odd of [
    'L1,1561191000066,2025-06-03,1.50,x',
    'L1,001561191000066,03/06/2025,1.50,x',
    'L1,001561191000066,2025-06-03,"1,50",x',
    'L1,001561191000066,2025-06-03,1 500.00,x',
  ])
    assert.equal(countOf([odd, USUAL]), 1, odd);
  assert.equal(countOf(['L1;001561191000066;2025-06-03;1,50;x'], ';'), 1);
});

test('in a long text it is told about how many, whatever their pattern', () => {
  for (const every of [2, 8, 64, 100]) {
    const records = Array.from({ length: 60_000 }, (_, at) =>
      at % every === 1 ? USUAL.replace('1.50', '1;50') : USUAL,
    );
    const expected = 60_000 / every;
    const found = countOf(records);
    assert.ok(Math.abs(found - expected) < 0.35 * expected, `${found} for ${expected}`);
  }
});

test('values come back as they were quoted', () => {
  const value = fc.string({ unit: fc.constantFrom('a', ',', '"', ' '), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const quoted = values.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
      assert.deepEqual(splitRecord(quoted.join(','), ','), values);
    }),
  );
});
