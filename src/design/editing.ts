// Rules of automatic editing: what a correction asks as proof, as dated parameters of the domain. GSBPM 2.5 and 5.4.
// The methods are in `process/`, one file each; a number that decides is here.

import { z } from 'zod';
import { CODE, DATED_KEYS, datedOf, TEXT, TRILINGUAL } from './definition-fields.ts';
import type { Dated } from './domain.ts';
import type { Text } from './text.ts';

/** The methods that can correct, leave out, link or query a line, in the order in which they are applied. */
const EDITING_METHODS = [
  'identifier',
  'gross',
  'period',
  'magnitude',
  'currency',
  'reversal',
  'partner',
  'nature',
  'wording',
  'same_flow',
  'instalment',
  'residual',
  'reconciliation',
] as const;
export type EditingMethod = (typeof EDITING_METHODS)[number];

export type EditingRule = Dated & {
  readonly id: string;
  readonly version: number;
  readonly method: EditingMethod;
  /** What it does and on which grounds: the reason that stands beside each edit. */
  readonly reason: Text;
  /** Numbers by name, as decimal text. */
  readonly parameters: { readonly [name: string]: string };
  /** Codes or words by name. */
  readonly lists: { readonly [name: string]: readonly string[] };
};

export const EDITING = z
  .strictObject({
    id: CODE,
    version: z.int({ error: 'a whole number' }).min(1),
    method: z.enum(EDITING_METHODS, { error: EDITING_METHODS.join(', ') }),
    reason: TRILINGUAL,
    parameters: z.record(
      z.string(),
      z.string({ error: 'a number in quotes' }).regex(/^\d+(?:\.\d+)?$/, 'a number such as 0.02'),
    ),
    lists: z.record(z.string(), z.array(TEXT).min(1)),
    ...DATED_KEYS,
  })
  .transform(
    ({ valid_from, valid_to, reference, ...rest }): EditingRule => ({
      ...rest,
      ...datedOf({ valid_from, valid_to, reference }),
    }),
  );

/** A number of a rule as text for SQL; throws a RangeError for one that the rule does not state. */
export function parameterOf(rule: EditingRule, name: string): string {
  const value = rule.parameters[name];
  if (value === undefined) throw new RangeError(`editing.yaml: ${rule.id} states no parameter ${name}`);
  return value;
}

/** A list of a rule; throws a RangeError for one that the rule does not state. */
export function listOf(rule: EditingRule, name: string): readonly string[] {
  const values = rule.lists[name];
  if (values === undefined) throw new RangeError(`editing.yaml: ${rule.id} states no list ${name}`);
  return values;
}
