import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inForce } from '../../src/design/domain.ts';
import { classified, placeOfPair, segmentPairs } from '../../src/process/classify.ts';

const DAYS = ['2007-01-01', '2015-12-31', '2016-01-01', '2016-12-31', '2020-06-01', '2025-01-01'];
const NATURES = ['N01', 'N02'];
const SEGMENTS = ['ITO', 'BPO', 'KPO'];

const dates = fc.record({
  validFrom: fc.constantFrom(...DAYS),
  validTo: fc.option(fc.constantFrom(...DAYS)),
  reference: fc.constant('test'),
});
const nature = fc
  .tuple(dates, fc.constantFrom(...NATURES), fc.constantFrom('export' as const, 'goods' as const))
  .map(([dated, code, treatment]) => ({ ...dated, code, treatment, tag: 'prop' as const, name: TEXT }));
const correspondence = fc
  .tuple(dates, fc.constantFrom(...NATURES), fc.constantFrom(...SEGMENTS, '*'), fc.constantFrom(...SEGMENTS))
  .map(([dated, code, registerSegment, segment]) => ({
    ...dated,
    nature: code,
    registerSegment,
    segment,
    ebops: `S-${segment}`,
  }));
const TEXT = { ar: 'x', fr: 'x', en: 'x' };
const REGISTER = [
  ['ITO', null],
  ['ITO', 'BPO'],
  ['KPO', 'ITO'],
].map(([segment = 'ITO', otherSegment = null], at) => ({
  ...{ validFrom: '2000-01-01', validTo: null, reference: 'test' },
  ...{ enterprise: `00000000${at}`, ice: '', name: '', holding: '' },
  ...{ segment: segment ?? 'ITO', otherSegment, size: 'small' as const, exportZone: false, respondent: true },
}));

/** Entries of which none at one key overlap, as a domain has them. */
function withoutOverlaps<T extends { readonly validFrom: string; readonly validTo: string | null }>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): readonly T[] {
  const kept: T[] = [];
  for (const entry of entries.filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo)) {
    const overlaps = kept.some(
      (each) =>
        keyOf(each) === keyOf(entry) &&
        each.validFrom <= (entry.validTo ?? LAST) &&
        entry.validFrom <= (each.validTo ?? LAST),
    );
    if (!overlaps) kept.push(entry);
  }
  return kept;
}

const LAST = '9999-12-31';

test('the table of classes says of every day what the two-key correspondence says', () => {
  fc.assert(
    fc.property(
      fc.array(nature),
      fc.array(correspondence),
      fc.constantFrom(...DAYS, '1999-12-31'),
      (n, c, day) => {
        const domain = {
          natures: withoutOverlaps(n, ({ code }) => code),
          correspondence: withoutOverlaps(c, (each) => `${each.nature} ${each.registerSegment}`),
          register: REGISTER,
        };
        const rows = classified(domain);
        for (const code of NATURES)
          for (const [place, [own, other]] of segmentPairs(domain).entries()) {
            const row = rows.filter(
              (each) => each.nature === code && each.pair === place && each.from <= day && day <= each.to,
            );
            assert.ok(row.length <= 1, 'a day is in one span');
            const of = (key: string | null) =>
              domain.correspondence.find(
                (each) => each.nature === code && each.registerSegment === key && inForce(each, day),
              );
            const expected = of(own) ?? of(other) ?? of('*');
            assert.equal(row[0]?.segment ?? null, expected?.segment ?? null);
            assert.equal(row[0]?.ebops ?? null, expected?.ebops ?? null);
            const treatment = domain.natures.find(
              (each) => each.code === code && inForce(each, day),
            )?.treatment;
            assert.equal(row[0]?.treatment ?? null, treatment ?? null);
          }
      },
    ),
  );
});

test('who is not registered has the first pair, and a line that names the second segment turns the pair', () => {
  const pairs = segmentPairs({ register: REGISTER });
  assert.deepEqual(pairs[0], [null, null]);
  assert.deepEqual(pairs[placeOfPair(pairs, ['BPO', 'BPO'])], ['BPO', 'BPO']);
  assert.equal(new Set(pairs.map((pair) => JSON.stringify(pair))).size, pairs.length);
});
