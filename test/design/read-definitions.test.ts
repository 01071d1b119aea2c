// Reading tables and definitions: whatever the text is, faults come back with a line of the file, and nothing throws.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { SCOPE } from '../../src/design/domain-definitions.ts';
import { BANKS, RATES } from '../../src/design/domain-tables.ts';
import { readDefinitions } from '../../src/design/read-definition.ts';
import { readTable } from '../../src/design/read-table.ts';
import type { Fault } from '../../src/engine/errors.ts';

const OWN = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');
const rates = readFileSync(join(OWN, 'rates.csv'), 'utf8');
const banks = readFileSync(join(OWN, 'banks.csv'), 'utf8');
const scopes = readFileSync(join(OWN, 'scopes.yaml'), 'utf8');

test('a broken cell anywhere is the only fault, on its own line', () => {
  const lines = rates.trimEnd().split('\n');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: lines.length - 1 }), fc.nat(2), (at, column) => {
      const cells = (lines[at] ?? '').split(',');
      const damaged = lines.with(at, cells.with(column, 'é').join(',')).join('\n');
      const { items, faults } = readTable('rates.csv', damaged, RATES);
      assert.deepEqual(
        faults.map(({ where }) => where),
        [`rates.csv:${at + 1}`],
      );
      assert.equal(items.length, lines.length - 2);
    }),
    { numRuns: 40 },
  );
});

test('any piece cut out or put in gives faults with lines, never an exception', () => {
  const cut = fc.record({ at: fc.nat(1500), length: fc.nat(60), insert: fc.string({ maxLength: 8 }) });
  fc.assert(
    fc.property(cut, ({ at, length, insert }) => {
      const mangle = (text: string) => text.slice(0, at) + insert + text.slice(at + length);
      const [table, definition] = [mangle(banks), mangle(scopes)];
      assertPlaces(readTable('banks.csv', table, BANKS).faults, 'banks.csv', table);
      assertPlaces(readDefinitions('scopes.yaml', definition, SCOPE).faults, 'scopes.yaml', definition);
    }),
    { numRuns: 300 },
  );
});

test('a byte order mark and a last line without its end are no faults', () => {
  assert.deepEqual(readTable('banks.csv', `\uFEFF${banks.trimEnd()}`, BANKS).faults, []);
});

test('aliases that stand for gigabytes are refused', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [*${'abcdefgh'[at]}, *${'abcdefgh'[at]}]`),
  ].join('\n');
  assert.match(readDefinitions('x.yaml', bomb, SCOPE).faults[0]?.found ?? '', /alias/);
});

function assertPlaces(faults: readonly Fault[], file: string, text: string): void {
  const last = text.split(/\r\n|\r|\n/).length + 1;
  for (const { where } of faults) {
    const [name, line] = where.split(':');
    assert.equal(name, file);
    assert.ok(Number(line) >= 1 && Number(line) <= last, `${where} of ${last} lines`);
  }
}
