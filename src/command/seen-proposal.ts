// Which proposal an approver has read, as a command is told it.

import { Refused } from '../engine/errors.ts';
import type { Seen } from '../office/two-person-act.ts';
import { type OptionSpec, type Options, textOption } from './command.ts';

export const PROPOSAL_OPTION: OptionSpec = {
  type: 'string',
  help: 'number of the proposal that was read; needed where more than one was made',
};

/** The number that was given, or that the approver takes the only one there is. */
export function seenOption(options: Options): Seen {
  const text = textOption(options, 'proposal');
  if (text === undefined) return 'only';
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new Refused(`--proposal: found ${text}, expected the number of a proposal`);
}
