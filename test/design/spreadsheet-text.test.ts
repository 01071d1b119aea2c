// One rule against formulas, for every file that a spreadsheet opens: the SQL engine and TypeScript judge alike.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { neutral } from '../../src/command/office-lines.ts';
import { neutralised } from '../../src/design/spreadsheet-text.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { csvOf } from '../../src/office/portal/faults-file.ts';

const START = fc.constantFrom('', ' ', '\t', '\r', '\n', '\u00a0', '  ', 'a', "'", '1', 'ع');
const SIGN = fc.constantFrom(
  '',
  '=',
  '+',
  '-',
  '@',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
  '0',
  'x',
  '\u2212',
);
const TEXT = fc
  .tuple(START, SIGN, fc.string({ unit: 'grapheme', maxLength: 6 }))
  .map((parts) => parts.join(''));

test('no text begins like a formula, and what does not is left as it is', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const safe = neutralised(text);
      assert.ok(
        !/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(safe) || /^[\f\v\u1680\u2000-\u3000\ufeff]/.test(safe),
      );
      assert.ok(!/^[\t\r\n]/.test(safe));
      assert.ok(safe === text || safe === `'${text}`);
      assert.equal(neutralised(safe), safe);
    }),
  );
  assert.deepEqual(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1'].map(neutralised), [
    ...["'=1+1", "'+1", "'-1", "'@x", "'\t=1", "' =1", "'＝1"],
  ]);
  assert.deepEqual(['', 'a=b', '12', "'=1", 'ع-'].map(neutralised), ['', 'a=b', '12', "'=1", 'ع-']);
});

test('lines written by the SQL engine and files of faults obey the same rule', async () => {
  const engine = await openEngine({ memory: '500MB', threads: 1 });
  try {
    const texts = fc.sample(TEXT, { numRuns: 400, seed: 7 }).filter((text) => !text.includes('\u0000'));
    const rows = await engine.rows<{ found: string }>(
      sql`SELECT ${neutral('found')} FROM (SELECT unnest([${texts}]) AS found)`,
    );
    assert.deepEqual(
      rows.map(({ found }) => found),
      texts.map(neutralised),
    );
  } finally {
    engine.close();
  }
  assert.equal(csvOf([['=cmd', ' @x', -5]]), "\uFEFF'=cmd,' @x,-5\r\n");
});

test('nobody else decides what a formula is', () => {
  const root = join(import.meta.dirname, '..', '..');
  const own = globSync('src/**/*.ts', { cwd: root }).filter((path) =>
    /\[=\+\\{1,2}-@/.test(readFileSync(join(root, path), 'utf8')),
  );
  assert.deepEqual(own, ['src/design/spreadsheet-text.ts']);
});
