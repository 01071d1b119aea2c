// `marsad register WS [ENTERPRISE]`: the register as it is in force on a day, and dated changes of it. GSBPM 4.1.

import { type Domain, inForce, type RegisterEntry } from '../design/domain.ts';
import { EXPECTATIONS, NOTHING, PLACES } from '../design/fault-words.ts';
import { refusal } from '../design/refusal.ts';
import {
  REGISTER_FIELDS,
  type RegisterField,
  registerText,
  registerWith,
} from '../design/register-change.ts';
import { holdingsWith } from '../design/register-entry.ts';
import { saidOf } from '../design/saying.ts';
import type { Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import type { SaidFault } from '../engine/errors.ts';
import type { RegisterChangeRow, RegisterRequest } from '../office/workbench/desk-defining.ts';
import { type Command, flagOption, misuse, type Options, textOption } from './command.ts';
import { readChanges } from './register-list.ts';
import type { Run } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const registerCommand: Command = {
  name: 'register',
  usage: 'WS [ENTERPRISE]',
  summary: 'the register as it is in force on a day; with --field, a dated change of it',
  options: {
    on: { type: 'string', help: 'the day; today by default' },
    field: { type: 'string', help: `what changes: ${REGISTER_FIELDS.join(', ')}` },
    to: { type: 'string', help: 'what it says from then on; nothing empties it' },
    from: { type: 'string', help: 'the day from which it holds' },
    reason: { type: 'string', help: 'why' },
    author: { type: 'string', help: 'who changes it' },
    changes: {
      type: 'string',
      help: 'a list of changes (CSV: enterprise, field, to, from, reason): all or none',
    },
  },
  run: async ([root, enterprise], options, effects) => {
    if (root === undefined) throw misuse('which workspace? `marsad register WS`');
    const workspace = openWorkspace(root);
    try {
      const made = flagOption(options, 'json') ? JSON.stringify : undefined;
      const path = textOption(options, 'changes');
      if (path !== undefined) {
        const changes = changeRegisterBy(
          workspace,
          path,
          textOption(options, 'author') ?? '',
          effects.clock(),
        );
        effects.log.print(made?.({ changes }) ?? `${changes} changes are recorded: the next run counts them`);
      } else if (textOption(options, 'field') === undefined) list(workspace, enterprise, options, effects);
      else {
        const seq = changeRegister(workspace, requestOf(enterprise, options), effects.clock());
        effects.log.print(made?.({ change: seq }) ?? `change ${seq} is recorded: the next run counts it`);
      }
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** The definitions as a run sees them: the register with the changes recorded until its cut. */
export function domainSeen(workspace: Workspace, { cutAt }: Pick<Run, 'cutAt'>): Domain {
  const changes = registerChanges(workspace).filter(({ at }) => at <= cutAt);
  const { domain } = workspace;
  return {
    ...domain,
    register: registerWith(domain.register, changes),
    holdings: holdingsWith(domain.holdings, changes),
  };
}

/** The definitions with every change recorded so far. */
export function domainNow(workspace: Workspace): Domain {
  return domainSeen(workspace, { cutAt: '9999' });
}

/** Every change of the register, in order. */
export function registerChanges({ store }: Workspace): readonly RegisterChangeRow[] {
  return store.all<RegisterChangeRow>('SELECT * FROM register_changes ORDER BY seq');
}

/** Records a change; refuses one that says nothing new, or of an enterprise that is not in force on its day. */
export function changeRegister(workspace: Workspace, request: RegisterRequest, at: string): number {
  const { store } = workspace;
  return store.transaction(() => {
    const domain = domainNow(workspace);
    const entry = domain.register.find(
      (each) => each.enterprise === request.enterprise && inForce(each, request.from),
    );
    const faults = faultsOf(request, entry, domain);
    if (faults.length > 0) throw refusal('register_faults', {}, faults);
    const before = entry === undefined ? null : beforeOf(workspace, request, entry);
    if (before === request.to)
      throw refusal('register_same', {
        ...{ field: request.field, enterprise: request.enterprise, value: before ?? NOTHING },
      });
    return store.run(
      `INSERT INTO register_changes (enterprise, field, before, after, valid_from, reason, author, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[request.enterprise, request.field, before, request.to, request.from],
      ...[request.reason.trim(), request.author.trim(), at],
    );
  });
}

/** Records every change of a list, or none; returns their number. */
function changeRegisterBy(workspace: Workspace, path: string, author: string, at: string): number {
  return workspace.store.transaction(() =>
    readChanges(path, author, (request) => changeRegister(workspace, request, at)),
  );
}

function beforeOf(workspace: Workspace, { field, enterprise }: RegisterRequest, entry: RegisterEntry) {
  if (field !== 'successor') return registerText(entry, field as RegisterField);
  const last = registerChanges(workspace).findLast(
    (each) => each.enterprise === enterprise && each.field === 'successor',
  );
  return last?.after ?? null;
}

function faultsOf(
  request: RegisterRequest,
  entry: RegisterEntry | undefined,
  domain: Domain,
): readonly SaidFault[] {
  const { enterprise, field, to, from, reason, author } = request;
  const check = CHECKS[field];
  const day = /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(`${from}T00:00:00Z`));
  const faults: (SaidFault | false)[] = [
    !day && { where: PLACES.from, found: from === '' ? NOTHING : from, expected: EXPECTATIONS.day },
    day &&
      entry === undefined && {
        where: PLACES.enterprise,
        found: enterprise,
        expected: saidOf(EXPECTATIONS.registered, { day: from }),
      },
    check === undefined && {
      where: PLACES.field,
      found: field,
      expected: saidOf(EXPECTATIONS.one_of, { words: REGISTER_FIELDS.join(', ') }),
    },
    check !== undefined &&
      !check.fits(to, domain, enterprise) && {
        where: PLACES.to,
        found: to ?? NOTHING,
        expected: check.expected,
      },
    reason.trim() === '' && { where: PLACES.reason, found: NOTHING, expected: EXPECTATIONS.why },
    author.trim() === '' && { where: PLACES.author, found: NOTHING, expected: EXPECTATIONS.who },
  ];
  return faults.filter((fault) => fault !== false);
}

type Check = {
  readonly fits: (to: string | null, domain: Domain, enterprise: string) => boolean;
  readonly expected: Text;
};
const known = (to: string | null, { segments }: Domain) => segments.some(({ code }) => code === to);
const FLAG: Check = { fits: (to) => to === 'true' || to === 'false', expected: EXPECTATIONS.flag };
const CHECKS: { readonly [field: string]: Check } = {
  name: { fits: (to) => to !== null && /\S/.test(to) && to.length <= 200, expected: EXPECTATIONS.name },
  holding: {
    fits: (to, { holdings }) => to === null || holdings.some(({ code }) => code === to),
    expected: EXPECTATIONS.holding,
  },
  segment: { fits: known, expected: EXPECTATIONS.segment },
  other_segment: {
    fits: (to, domain) => to === null || known(to, domain),
    expected: EXPECTATIONS.other_segment,
  },
  size: { fits: (to) => /^(large|medium|small)$/.test(to ?? ''), expected: EXPECTATIONS.size },
  export_zone: FLAG,
  respondent: FLAG,
  successor: {
    fits: (to, { register }, own) =>
      to === null || (to !== own && register.some(({ enterprise }) => enterprise === to)),
    expected: EXPECTATIONS.successor,
  },
};

function requestOf(enterprise: string | undefined, options: Options): RegisterRequest {
  const text = (name: string) => textOption(options, name) ?? '';
  return {
    enterprise: enterprise ?? '',
    field: text('field'),
    to: textOption(options, 'to') ?? null,
    ...{ from: text('from'), reason: text('reason'), author: text('author') },
  };
}

function list(
  workspace: Workspace,
  enterprise: string | undefined,
  options: Options,
  effects: Effects,
): void {
  const day = textOption(options, 'on') ?? effects.clock().slice(0, 10);
  const asked = (own: string) => enterprise === undefined || own === enterprise;
  const entries = domainNow(workspace).register.filter(
    (each) => asked(each.enterprise) && inForce(each, day),
  );
  const changes = registerChanges(workspace).filter((each) => asked(each.enterprise));
  if (flagOption(options, 'json')) {
    effects.log.print(JSON.stringify({ day, entries, changes }, null, 2));
    return;
  }
  for (const { enterprise: own, name, holding, segment, otherSegment, size, respondent } of entries)
    effects.log.print(
      `${own}  ${segment}${otherSegment === null ? '' : ` + ${otherSegment}`}  ${size}  ${holding === own ? 'no holding' : holding}${respondent ? '  respondent' : ''}  ${name}`,
    );
  for (const { seq, enterprise: own, field, before, after, valid_from, author, at, reason } of changes)
    effects.log.print(
      `change ${seq}  ${own}  ${field} ${before ?? 'nothing'} → ${after ?? 'nothing'} from ${valid_from}, ${author} ${at}: ${reason}`,
    );
}
