// GSBPM 6.4: how releases are protected beside suppression. A compiler chooses, with a reason; the choice holds for every run
// after it until another is made, and each run records the one that it used.

import type { Domain } from '../design/domain.ts';
import {
  optionName,
  optionNamed,
  optionsOf,
  type ProtectionOption,
  SUPPRESSION,
} from '../design/protection-option.ts';
import { refusal } from '../design/refusal.ts';
import type { Effects } from '../engine/effects.ts';
import type { Store } from '../engine/store.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type Choice = {
  readonly option: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** Every choice that was made, the last first. */
export function choicesOf(store: Store): readonly Choice[] {
  return store.all<Choice>('SELECT option, reason, author, at FROM protection_choices ORDER BY seq DESC');
}

/** Records a choice; refuses an option that the domain does not offer, and no reason. */
export function choose(
  { store, domain }: Pick<Workspace, 'store' | 'domain'>,
  { option: name, reason }: Pick<Choice, 'option' | 'reason'>,
  effects: Effects,
  tell: Telling = tellingTo(store),
): void {
  const [at, author] = [effects.clock(), effects.actor()];
  namedOption(name, domain, at.slice(0, 10));
  if (reason.trim() === '') throw refusal('end_reason');
  const before = choicesOf(store)[0]?.option ?? optionName(SUPPRESSION);
  store.transaction(() => {
    store.run(
      'INSERT INTO protection_choices (option, reason, author, at) VALUES (?, ?, ?, ?)',
      ...[name, reason, author, at],
    );
    tell({
      ...{ at, actor: author, action: 'protection chosen', subject: name, detail: { reason } },
      ...{ before: { option: before }, after: { option: name } },
    });
  });
}

/** The option in force; refuses one that the domain no longer offers on the day of a run. */
export function chosenOption(
  { store, domain }: Pick<Workspace, 'store' | 'domain'>,
  day: string,
): ProtectionOption {
  const name = choicesOf(store)[0]?.option;
  return name === undefined ? SUPPRESSION : namedOption(name, domain, day);
}

/** The option that a protected run used; suppression for runs before there was a choice. */
export function optionOfRun(
  { domain }: Pick<Workspace, 'domain'>,
  { summary, cutAt }: Run,
): ProtectionOption {
  const { option } = (summary['protected'] ?? {}) as { readonly option?: string };
  return option === undefined ? SUPPRESSION : namedOption(option, domain, cutAt.slice(0, 10));
}

/** The option of a name; refuses a name that means nothing here. */
function namedOption(name: string, domain: Pick<Domain, 'merges'>, day: string): ProtectionOption {
  const option = optionNamed(name, domain, day);
  if (option !== undefined) return option;
  const offered = optionsOf(domain, day).map(optionName).join(', ');
  throw refusal('protection_option', { found: name, expected: offered });
}
