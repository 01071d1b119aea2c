// `marsad catalogue [--domain DIR]`: the definitions of a domain for people, and their JSON Schemas for editors.

import { join } from 'node:path';
import { catalogueOf } from '../design/catalogue.ts';
import { DOMAIN_FILES, schemaName, schemaOf } from '../design/domain-schemas.ts';
import { knownDomain } from '../design/known-definitions.ts';
import { writeWhole } from '../engine/files.ts';
import { type Command, flagOption, textOption } from './command.ts';

const OWN_DOMAIN = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');

export const catalogueCommand: Command = {
  name: 'catalogue',
  usage: '[--domain DIR]',
  summary: 'prints the definitions of a domain as Markdown; refuses a domain with every fault it has',
  options: {
    domain: { type: 'string', help: 'folder of the domain; by default the one of the program' },
    schemas: { type: 'string', help: 'writes the JSON Schema of each of its files into this folder instead' },
  },
  run: async (_words, options, { log }) => {
    const schemas = textOption(options, 'schemas');
    if (schemas !== undefined) {
      for (const file of DOMAIN_FILES) writeWhole(join(schemas, schemaName(file)), schemaOf(file));
      log.note(`${DOMAIN_FILES.length} schemas written to ${schemas}`);
      return 0;
    }
    const domain = knownDomain(textOption(options, 'domain') ?? OWN_DOMAIN);
    if (flagOption(options, 'json')) log.print(JSON.stringify(domain, withoutBigints, 2));
    else log.print(catalogueOf(domain).trimEnd());
    return 0;
  },
};

/** Exact numbers are printed as text: JSON has no whole numbers of any size. */
function withoutBigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
