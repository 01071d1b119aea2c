import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { originalSpan, plainText } from '../../src/evaluate/claim-text.ts';

test('every stretch of the plain form finds its way back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = plainText(text);
      assert.equal(plain.origins.length, plain.plain.length + 1);
      const whole = originalSpan(plain, 0, plain.plain.length);
      assert.ok(text.slice(whole.start, whole.end) === whole.text);
      for (let at = 1; at < plain.origins.length; at += 1)
        assert.ok((plain.origins[at] ?? 0) >= (plain.origins[at - 1] ?? 0));
    }),
  );
});

test('digits, marks of direction, vowels and accents have one form', () => {
  assert.equal(plainText('١٣٫٤ مِلْيَار').plain, '13.4 مليار');
  assert.equal(plainText('\u200f13,4\u200f\u00a0%').plain, '13,4 %');
  assert.equal(plainText('Près de l’ÉTÉ').plain, "pres de l'ete");
  assert.equal(plainText('إدارة').plain, plainText('اداره').plain);
});

test('a span gives the words as they were written', () => {
  const text = 'بلغت \u200f١٣٫٤\u200f مليار درهم';
  const plain = plainText(text);
  const at = plain.plain.indexOf('13.4 مليار');
  assert.equal(originalSpan(plain, at, at + '13.4 مليار'.length).text.replaceAll('\u200f', ''), '١٣٫٤ مليار');
});

test('a megabyte of marks and digits is read in time that grows with its length alone', () => {
  const hostile = '\u202e1\u2066'.repeat(330_000);
  const began = performance.now();
  assert.equal(plainText(hostile).plain.length, 330_000);
  assert.ok(performance.now() - began < 20_000);
});
