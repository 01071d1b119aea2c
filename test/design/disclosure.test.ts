import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blankDisclosure,
  commitmentTo,
  drawDisclosure,
  parametersOn,
  readDisclosure,
  waivedOn,
} from '../../src/design/disclosure.ts';
import { describeError, Refused } from '../../src/engine/errors.ts';

const KEY = 'ab'.repeat(32);
const FILE = `key: '${KEY}'
parameters:
  - { valid_from: '2020-01-01', valid_to: '2023-12-31', frequency: 4, p: 12.5 }
  - { valid_from: '2024-01-01', frequency: 3, p: '8', dominance: [{ n: 1, k: 80 }] }
waivers:
  - { holding: H1, valid_from: '2025-01-01', reference: letter 7 }
`;
const bytes = (count: number) => Uint8Array.from({ length: count }, (_, at) => at + 7);

test('the set in force on a day is the one that is used', () => {
  const read = readDisclosure(FILE, 'secrets');
  assert.equal(parametersOn(read, '2023-12-31', 'secrets').frequency, 4);
  assert.equal(parametersOn(read, '2024-01-01', 'secrets').frequency, 3);
  assert.throws(() => parametersOn(read, '2019-12-31', 'secrets'), /not set for this day/);
  assert.deepEqual([...waivedOn(read, '2025-06-30')], ['H1']);
  assert.deepEqual([...waivedOn(read, '2024-06-30')], []);
});

test('what is drawn for a synthetic workspace can be read, what is left blank for an office is refused', () => {
  const sets = Array.from({ length: 256 }, (_, seed) => {
    const drawn = drawDisclosure((count) =>
      Uint8Array.from({ length: count }, (_, at) => (seed * 7 + at * 91) % 256),
    );
    return parametersOn(readDisclosure(drawn, 'secrets'), '2025-06-30', 'secrets');
  });
  const percents = sets.map(({ p }) => Number(p.numerator) / Number(p.denominator));
  assert.deepEqual([...new Set(sets.map(({ frequency }) => frequency))].sort(), [3, 4]);
  assert.ok(Math.min(...percents) >= 8 && Math.max(...percents) <= 15 && new Set(percents).size > 40);
  assert.throws(() => readDisclosure(blankDisclosure(bytes), 'secrets'), Refused);
});

test('a fault names its place and never a value', () => {
  const broken = FILE.replace('p: 12.5', 'p: 77x').replace('frequency: 4', 'frequency: 4711.5');
  const said = (() => {
    try {
      readDisclosure(broken, 'secrets/disclosure.yaml');
      return '';
    } catch (error) {
      return describeError(error);
    }
  })();
  assert.match(said, /parameters\.0\.p/);
  assert.match(said, /parameters\.0\.frequency/);
  assert.doesNotMatch(said, /77x|4711/);
});

test('the commitment depends on the parameters and on the key', () => {
  const of = (text: string) => commitmentTo(readDisclosure(text, 'secrets'));
  assert.equal(of(FILE), of(FILE));
  assert.notEqual(of(FILE), of(FILE.replace('12.5', '12.6')));
  assert.notEqual(of(FILE), of(FILE.replace(KEY, 'cd'.repeat(32))));
  assert.notEqual(of(FILE), of(FILE.replace('letter 7', 'letter 8')));
});
