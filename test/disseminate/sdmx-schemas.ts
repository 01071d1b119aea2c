// The official schemas, where they are; tests that need them say so and are skipped where they are not.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

export const CONFORMANCE = join(
  resolve(import.meta.dirname, '..', '..', process.env['MARSAD_SHARED'] ?? '../shared'),
  'conformance',
);
export const MISSING = existsSync(CONFORMANCE) ? false : `the official schemas are not at ${CONFORMANCE}`;

export type SchemaName = '1.0/data' | '1.0/structure' | '2.0/data' | '2.0/structure';

const compiled = new Map<string, (message: unknown) => readonly string[]>();

/** What is wrong with a message by the official schema of SDMX-JSON; nothing when it is valid. */
export function jsonFaults(name: SchemaName, message: unknown): readonly string[] {
  const known = compiled.get(name) ?? compile(name);
  compiled.set(name, known);
  return known(message);
}

function compile(name: SchemaName): (message: unknown) => readonly string[] {
  const schema = JSON.parse(readFileSync(join(CONFORMANCE, 'sdmx-json', `${name}.json`), 'utf8')) as object;
  const ajv = new Ajv2019({ strict: false, validateSchema: false, unicodeRegExp: false });
  ajv.removeKeyword('id');
  (addFormats as unknown as (ajv: unknown) => void)(ajv);
  const validate = ajv.compile(
    Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema')),
  );
  return (message) =>
    validate(message)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message: text }) => `${instancePath} ${text}`);
}
