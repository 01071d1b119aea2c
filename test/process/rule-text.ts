// The rules of the domain as their file has them, for the tests of rules.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Rule } from '../../src/design/domain.ts';

export const RULES: readonly Rule[] = (
  parse(readFileSync(join(import.meta.dirname, '../../domains/ma-digital/rules.yaml'), 'utf8')) as {
    [name: string]: unknown;
  }[]
).map(
  ({ valid_from, valid_to, ...rule }) =>
    ({ ...rule, validFrom: valid_from, validTo: valid_to }) as unknown as Rule,
);
