// What the office refuses, by a name that programs know and in words that its readers read: one table of all of them.

import { Busy, NotFound, Refused, type SaidFault, type Saying, TooMany } from '../engine/errors.ts';
import { ACCOUNT_REFUSALS } from './refusal-accounts.ts';
import { CHECKING_REFUSALS } from './refusal-checking.ts';
import { COLLECTING_REFUSALS } from './refusal-collecting.ts';
import { EDITING_REFUSALS } from './refusal-editing.ts';
import { KEY_REFUSALS } from './refusal-keys.ts';
import { PROTECTING_REFUSALS } from './refusal-protecting.ts';
import { RELEASING_REFUSALS } from './refusal-releasing.ts';
import { RUNNING_REFUSALS } from './refusal-running.ts';
import { type SaidValues, saidOf } from './saying.ts';
import type { Text } from './text.ts';

/** Every refusal that a page or the interface for programs may answer with. */
export const REFUSALS = {
  ...ACCOUNT_REFUSALS,
  ...CHECKING_REFUSALS,
  ...COLLECTING_REFUSALS,
  ...EDITING_REFUSALS,
  ...KEY_REFUSALS,
  ...PROTECTING_REFUSALS,
  ...RELEASING_REFUSALS,
  ...RUNNING_REFUSALS,
} as const satisfies { readonly [code: string]: Text };
export type RefusalCode = keyof typeof REFUSALS;

/** The request is at fault. */
export function refusal(
  code: RefusalCode,
  values: SaidValues = {},
  faults: readonly SaidFault[] = [],
): Refused {
  return new Refused(saying(code, values), faults);
}

/** What was asked for is not there. */
export function absence(code: RefusalCode, values: SaidValues = {}): NotFound {
  return new NotFound(saying(code, values));
}

/** Somebody else is at it. */
export function occupation(code: RefusalCode, values: SaidValues = {}): Busy {
  return new Busy(saying(code, values));
}

/** One sender has asked for more than its part. */
export function surfeit(code: RefusalCode, values: SaidValues, retryAfter: number): TooMany {
  return new TooMany(saying(code, values), retryAfter);
}

function saying(code: RefusalCode, values: SaidValues): Saying {
  return { code, said: saidOf(REFUSALS[code], values) };
}
