import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { DOMAIN_FILES, schemaName, schemaOf } from '../../src/design/domain-schemas.ts';

const OWN = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');
const ajv = new Ajv2020({ strict: false });

test('every file of the domain has a schema, and every schema a file', () => {
  assert.deepEqual(globSync('*.{csv,yaml}', { cwd: OWN }).sort(), DOMAIN_FILES.toSorted());
  assert.deepEqual(globSync('*', { cwd: join(OWN, 'schema') }).sort(), DOMAIN_FILES.map(schemaName).sort());
});

for (const file of DOMAIN_FILES) {
  test(`the schema of ${file} is current and the file keeps to it`, () => {
    const shipped = readFileSync(join(OWN, 'schema', schemaName(file)), 'utf8');
    assert.equal(shipped, schemaOf(file), 'run `marsad catalogue --schemas domains/ma-digital/schema`');
    const validate = ajv.compile(JSON.parse(shipped));
    const text = readFileSync(join(OWN, file), 'utf8');
    const values: readonly unknown[] = file.endsWith('.csv')
      ? (parseCsv(text, { columns: true }) as unknown[])
      : [parseYaml(text)];
    for (const value of values) assert.ok(validate(value), JSON.stringify(validate.errors));
    assert.equal(validate({ nonsense: 1 }), false);
  });
}
