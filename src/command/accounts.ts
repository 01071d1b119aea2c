// `marsad accounts WS …`: accounts of the office without a browser.

import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { type Account, allAccounts, type Respondent } from '../office/accounts/account.ts';
import { accountFaults, respondentNamed } from '../office/accounts/account-rule.ts';
import {
  type Acting,
  activate,
  deactivate,
  invite,
  named,
  offerReset,
  resetSecondFactor,
  setRoles,
  unlock,
} from '../office/accounts/manage.ts';
import { linkAddress } from '../office/accounts/one-time-link.ts';
import { isRole, isScope, ROLES, SCOPES } from '../office/accounts/role.ts';
import { makeToken, revokeTokens } from '../office/accounts/token.ts';
import { appendAudit } from '../office/audit-log.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { firstLink, respondentRule } from './office-accounts.ts';
import { domainNow } from './register.ts';
import { originOption } from './serve.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const accountsCommand: Command = {
  name: 'accounts',
  usage: 'WS [ACT [NAME]]',
  summary: 'list, invite, reset and close the accounts of the office, and make tokens for machines',
  options: {
    person: { type: 'string', help: 'invite: whose account it is' },
    role: { type: 'string', multiple: true, help: `invite, roles: ${ROLES.join(', ')}` },
    bank: { type: 'string', help: 'invite: code of the bank that a declarant declares for' },
    enterprise: { type: 'string', help: 'invite: ICE of the enterprise that a declarant declares for' },
    origin: { type: 'string', default: 'http://127.0.0.1:8081', help: 'where the office is reached' },
    label: { type: 'string', default: 'made by command', help: 'token: what it is for' },
    scope: { type: 'string', multiple: true, help: `token: ${SCOPES.join(', ')}` },
    days: { type: 'string', default: '90', help: 'token: how long it is good for' },
  },
  run: async ([root, act = 'list', name], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad accounts WS`');
    const does = ACTS[act];
    if (does === undefined)
      throw new Refused(
        `found ${act}, expected ${Object.keys(ACTS).join(', ')}: \`marsad accounts WS ACT NAME\``,
      );
    const workspace = openWorkspace(root);
    try {
      const said = does({ workspace, name: name?.toLowerCase() ?? '', options, effects });
      effects.log.print(flagOption(options, 'json') ? JSON.stringify(said.value) : said.text);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Asked = {
  readonly workspace: Workspace;
  readonly name: string;
  readonly options: Options;
  readonly effects: Effects;
};
type Said = { readonly value: unknown; readonly text: string };

const ACTS: { readonly [act: string]: (asked: Asked) => Said } = {
  list: ({ workspace }) => {
    const accounts = allAccounts(workspace.store);
    return { value: accounts, text: accounts.map(lineOf).join('\n') || 'no accounts yet' };
  },
  administrator: ({ workspace, options, effects }) => {
    const link = firstLink(workspace, originOf(options), effects);
    if (link === undefined) throw new Refused('there is an administrator already, who can invite others');
    return handOver(link, 'an hour');
  },
  invite: (asked) => {
    const { workspace, name, options } = asked;
    const person = textOption(options, 'person') ?? '';
    const spec = { name, person, roles: rolesIn(options), respondent: respondentIn(options) };
    const faults = accountFaults(
      spec,
      respondentRule(() => domainNow(workspace)),
    );
    if (faults.length > 0)
      throw new Refused(
        'the account has faults',
        faults.map(({ field, text }) => ({ where: field, found: foundIn(asked, field), expected: text.en })),
      );
    return handOver(linkAddress(originOf(options), invite(actingOf(asked, 'invite'), spec)), 'seven days');
  },
  reset: (asked) =>
    handOver(
      linkAddress(originOf(asked.options), offerReset(actingOf(asked, 'offer reset'), asked.name)),
      'a day',
    ),
  roles: (asked) => {
    const account = named(asked.workspace.store, asked.name);
    const roles = rolesIn(asked.options);
    const [fault] = accountFaults(
      { ...account, roles },
      respondentRule(() => domainNow(asked.workspace)),
    );
    if (fault !== undefined) throw new Refused(fault.text.en);
    setRoles(actingOf(asked, 'set roles'), asked.name, roles);
    return lineSaid(asked);
  },
  deactivate: (asked) => done(asked, 'deactivate', deactivate),
  activate: (asked) => done(asked, 'activate', activate),
  unlock: (asked) => done(asked, 'unlock', unlock),
  'reset-factor': (asked) => done(asked, 'remove second factor', resetSecondFactor),
  'revoke-tokens': (asked) => done(asked, 'revoke tokens', revokeTokens),
  token: (asked) => {
    const { id } = named(asked.workspace.store, asked.name);
    const days = Number(textOption(asked.options, 'days'));
    if (!Number.isInteger(days) || days < 1 || days > 366)
      throw new Refused(`--days: found ${textOption(asked.options, 'days')}, expected 1 to 366`);
    const label = textOption(asked.options, 'label') ?? '';
    const secret = makeToken(actingOf(asked, 'make token'), {
      ...{ account: id, label, days, scopes: wordsOf(asked.options, 'scope', isScope, SCOPES) },
    });
    return { value: { token: secret }, text: `${secret}\nit is not shown again; it ends in ${days} days` };
  },
};

function done(asked: Asked, act: string, does: (acting: Acting, name: string) => void): Said {
  does(actingOf(asked, act), asked.name);
  return lineSaid(asked);
}

function lineSaid({ workspace, name }: Asked): Said {
  const account = named(workspace.store, name);
  return { value: account, text: lineOf(account) };
}

function handOver(link: string, good: string): Said {
  return { value: { link }, text: `${link}\nhand it over; it is good once, for ${good}` };
}

/** Who acts by the command line is an account of the machine: `os:` keeps it apart from those of the office. */
function actingOf({ workspace: { store }, effects }: Asked, action: string): Acting {
  const { random, clock, actor } = effects;
  const [at, by] = [clock(), actor()];
  return {
    ...{ store, by: `os:${by}`, at, random },
    record: ({ subject, before, after }) =>
      appendAudit(store, { at, actor: by, action, subject, detail: { by: 'command', before, after } }),
  };
}

function lineOf({ name, person, roles, respondent, state }: Account): string {
  const whom = respondent === null ? '' : `, for ${respondent.type} ${respondent.sender}`;
  return `${name.padEnd(24)} ${state.padEnd(12)} ${roles.join(', ')}${whom} (${person})`;
}

function originOf(options: Options): string {
  return originOption(textOption(options, 'origin')) ?? '';
}

function rolesIn(options: Options): readonly (typeof ROLES)[number][] {
  return wordsOf(options, 'role', isRole, ROLES);
}

function wordsOf<T extends string>(
  options: Options,
  name: string,
  isWord: (text: string) => text is T,
  words: readonly T[],
): readonly T[] {
  const given = [options[name] ?? []].flat().map(String);
  return given.map((word) => {
    if (isWord(word)) return word;
    throw new Refused(`--${name}: found ${word}, expected ${words.join(', ')}`);
  });
}

function respondentIn(options: Options): Respondent | null {
  const [bank, enterprise] = [textOption(options, 'bank'), textOption(options, 'enterprise')];
  if (bank !== undefined && enterprise !== undefined)
    throw new Refused('--bank and --enterprise: found both, expected one');
  if (bank !== undefined) return respondentNamed('bank', bank);
  return enterprise === undefined ? null : respondentNamed('enterprise', enterprise);
}

function foundIn({ name, options }: Asked, field: string): string {
  const found = field === 'name' ? name : field === 'sender' ? respondentIn(options)?.sender : options[field];
  return found === undefined || found === '' ? 'nothing' : String(found);
}
