// Errors injected into clean settlements at a stated rate, with look-alikes; what is true of each stays beside it.
// Errors of whole files are in `file-error.ts`.

import { type Context, declare, type Injected, type Mutation } from './declared-line.ts';
import type { TrueLine } from './draw-month.ts';
import { ERROR_KINDS } from './error-kinds.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import type { RandomStream } from './random-stream.ts';
import { SOURCE_ERRORS, SOURCE_LOOK_ALIKES } from './source-errors.ts';

const ERRORS: readonly Mutation[] = [...ERROR_KINDS, ...SOURCE_ERRORS];
const ODDITIES: readonly Mutation[] = [...LOOK_ALIKES, ...SOURCE_LOOK_ALIKES];

/** What becomes of a clean line: itself, an error of it, or a look-alike, each with the truth. */
export function inject(line: TrueLine, rate: number, context: Context): readonly Injected[] {
  const { random } = context;
  const drawn = random.next();
  const list = drawn < rate ? ERRORS : drawn < 2 * rate ? ODDITIES : [];
  const mutated = list.length === 0 ? undefined : choose(list, random).apply(line, context);
  return mutated ?? [{ declared: declare(line), line, truth: null, bank: line.bank }];
}

/** Every kind of error and look-alike that can be injected into a settlement. */
export const INJECTED_KINDS: readonly { readonly error: string; readonly kind: string }[] = [
  ...ERRORS,
  ...ODDITIES,
].map(({ error, kind }) => ({ error, kind }));

function choose(list: readonly Mutation[], random: RandomStream): Mutation {
  let rest = random.next() * list.reduce((sum, { weight }) => sum + weight, 0);
  const found =
    list.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    }) ?? list[0];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}
