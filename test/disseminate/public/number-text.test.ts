import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES } from '../../../src/design/text.ts';
import { inThousands, numberText, percentText } from '../../../src/disseminate/public/number-text.ts';

test('Western digits with the marks of each language', () => {
  const spaced = (text: string) => text.replaceAll('\u202f', ' ');
  assert.equal(spaced(numberText('ar', '10578')), '10 578');
  assert.equal(spaced(numberText('fr', '-1234567.8')), '−1 234 567,8');
  assert.equal(numberText('en', '10578.4'), '10,578.4');
  assert.equal(spaced(percentText('ar', '3.5', 'always')), '+3,5 %');
  assert.equal(percentText('en', '0.0', 'always'), '0.0%');
});

test('no digit is added, lost or moved, in any language', () => {
  const decimals = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(decimals, fc.constantFrom(...LANGUAGES), ([whole, places], language) => {
      const text = places === 0 ? String(whole) : `${whole}.${'123'.slice(0, places)}`;
      const back = numberText(language, text)
        .replaceAll(language === 'en' ? ',' : '\u202f', '')
        .replace(language === 'en' ? '.' : ',', '.')
        .replace('−', '-');
      assert.equal(back, text);
    }),
  );
});

test('a thousandth is never a rounding of a rounding', () => {
  assert.equal(inThousands('13398'), '13.4');
  assert.equal(inThousands('13450'), '13.45');
  assert.equal(inThousands('-13398'), '-13.4');
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 10_000_000 }), (printed) => {
      const shown = inThousands(String(printed));
      const decimals = shown.split('.')[1]?.length ?? 0;
      const half = 500 / 10 ** decimals;
      const distances = [printed - 0.5, printed + 0.5].map((exact) => Math.abs(exact - Number(shown) * 1000));
      assert.ok(Math.max(...distances) <= half + 0.5 + 1e-6, `${printed} as ${shown}`);
      if (decimals < 3) assert.ok(Math.max(...distances) <= half + 1e-6, `${printed} as ${shown}`);
    }),
  );
});
