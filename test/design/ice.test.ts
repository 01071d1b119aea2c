import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { controlKey, enterpriseOf, isValidIce, readIce } from '../../src/design/ice.ts';

const VALID = ['001561191000066', '002136093000040', '000036794000036'];

test('known identifiers are valid, one with a wrong control digit is not', () => {
  for (const ice of VALID) assert.ok(isValidIce(ice), ice);
  assert.equal(isValidIce('001561191000065'), false);
  assert.equal(isValidIce('000000000000000'), false);
  assert.equal(isValidIce('1561191000066'), false);
});

test('lost leading zeros are put back and counted', () => {
  assert.deepEqual(readIce('1561191000066'), { ice: '001561191000066', padded: 2, valid: true });
  assert.deepEqual(readIce('36794000036'), { ice: '000036794000036', padded: 4, valid: true });
  assert.deepEqual(readIce(' 001561191000065 '), { ice: '001561191000065', padded: 0, valid: false });
});

test('what is no identifier is none', () => {
  for (const text of ['', 'ABC', '1234567890123456', '0015 61191000066', '1e14', '-1561191000066']) {
    assert.equal(readIce(text), undefined, text);
  }
  assert.throws(() => controlKey('123'), RangeError);
});

test('the enterprise is the first nine digits', () => {
  assert.equal(enterpriseOf('001561191000066'), '001561191');
});

test('any 13 digits with their key are valid; any other key, and any one digit changed, is not', () => {
  const leading = fc
    .bigInt({ min: 1n, max: 9_999_999_999_999n })
    .map((number) => String(number).padStart(13, '0'));
  fc.assert(
    fc.property(leading, fc.nat(14), fc.integer({ min: 1, max: 9 }), (first, at, step) => {
      const ice = `${first}${controlKey(first)}`;
      assert.ok(isValidIce(ice), ice);
      const digit = (Number(ice[at]) + step) % 10;
      assert.equal(isValidIce(`${ice.slice(0, at)}${digit}${ice.slice(at + 1)}`), false);
    }),
  );
});
