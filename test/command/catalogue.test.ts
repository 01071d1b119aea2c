import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogueCommand } from '../../src/command/catalogue.ts';
import { catalogueOf } from '../../src/design/catalogue.ts';
import { table } from '../../src/design/catalogue-table.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { stillEffects } from '../../src/engine/effects.ts';

const root = join(import.meta.dirname, '..', '..');
const domain = knownDomain(join(root, 'domains', 'ma-digital'));

test('docs/catalogue.md is what the domain says now', async () => {
  const lines: string[] = [];
  assert.equal(await catalogueCommand.run([], {}, stillEffects('2026-01-01T00:00:00Z', lines)), 0);
  const kept = readFileSync(join(root, 'docs', 'catalogue.md'), 'utf8');
  const [now, then] = [lines.join('\n').split('\n'), kept.trimEnd().split('\n')];
  const changed = now.findIndex((line, at) => line !== then[at]);
  assert.deepEqual(
    { line: changed + 1, now: now[changed], count: now.length },
    { line: 0, now: undefined, count: then.length },
    'run `marsad catalogue > docs/catalogue.md`',
  );
});

test('every code of the domain is in it', () => {
  const text = catalogueOf(domain);
  const codes = [
    ...domain.segments.map(({ code }) => code),
    ...domain.natures.map(({ code }) => code),
    ...domain.ebops.map(({ code }) => code),
    ...domain.indicators.map(({ id }) => id),
    ...domain.targets.map(({ id }) => id),
    ...domain.rules.map(({ id }) => id),
    ...domain.countries.map(({ code }) => code),
  ];
  assert.deepEqual(
    codes.filter((code) => !text.includes(code)),
    [],
  );
});

test('with --json the whole domain is printed', async () => {
  const lines: string[] = [];
  await catalogueCommand.run([], { json: true }, stillEffects('2026-01-01T00:00:00Z', lines));
  assert.equal((JSON.parse(lines.join('\n')) as { hash: string }).hash, domain.hash);
});

test('bars and line ends in a cell do not break a table', () => {
  assert.equal(table(['a'], [['x|y\nz']]), '| a |\n| --- |\n| x\\|y z |');
});
