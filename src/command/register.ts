// `marsad register WS [ENTERPRISE]`: the register as it is in force on a day, and dated changes of it. GSBPM 4.1.

import { type Domain, inForce, type RegisterEntry } from '../design/domain.ts';
import {
  REGISTER_FIELDS,
  type RegisterChange,
  type RegisterField,
  registerText,
  registerWith,
} from '../design/register-change.ts';
import type { Effects } from '../engine/effects.ts';
import { type Fault, Refused } from '../engine/errors.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { readChanges } from './register-list.ts';
import type { Run } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export type RegisterChangeRow = RegisterChange & {
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};
export type RegisterRequest = {
  readonly enterprise: string;
  readonly field: string;
  /** Null empties the field. */
  readonly to: string | null;
  readonly from: string;
  readonly reason: string;
  readonly author: string;
};

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
    if (root === undefined) throw new Refused('which workspace? `marsad register WS`');
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
  return { ...workspace.domain, register: registerWith(workspace.domain.register, changes) };
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
    if (faults.length > 0) throw new Refused('the change has faults', faults);
    const before = entry === undefined ? null : beforeOf(workspace, request, entry);
    if (before === request.to)
      throw new Refused(`${request.field} of ${request.enterprise} already is ${before ?? 'nothing'}`);
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
): readonly Fault[] {
  const { enterprise, field, to, from, reason, author } = request;
  const check = CHECKS[field];
  const day = /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(`${from}T00:00:00Z`));
  const faults: (Fault | false)[] = [
    !day && { where: '--from', found: from, expected: 'a day such as 2025-07-01' },
    day &&
      entry === undefined && {
        where: 'enterprise',
        found: enterprise,
        expected: `nine digits of the register on ${from}`,
      },
    check === undefined && {
      where: '--field',
      found: field,
      expected: `one of ${REGISTER_FIELDS.join(', ')}`,
    },
    check !== undefined &&
      !check.fits(to, domain, enterprise) && {
        where: '--to',
        found: to ?? 'nothing',
        expected: check.expected,
      },
    reason.trim() === '' && { where: '--reason', found: 'nothing', expected: 'why, in a few words' },
    author.trim() === '' && { where: '--author', found: 'nothing', expected: 'who changes it' },
  ];
  return faults.filter((fault) => fault !== false);
}

type Check = {
  readonly fits: (to: string | null, domain: Domain, enterprise: string) => boolean;
  readonly expected: string;
};
const known = (to: string | null, { segments }: Domain) => segments.some(({ code }) => code === to);
const FLAG: Check = { fits: (to) => to === 'true' || to === 'false', expected: 'true or false' };
const CHECKS: { readonly [field: string]: Check } = {
  name: { fits: (to) => to !== null && /\S/.test(to) && to.length <= 200, expected: 'a name' },
  holding: {
    fits: (to, { holdings }) => to === null || holdings.some(({ code }) => code === to),
    expected: 'the code of a holding, or nothing',
  },
  segment: { fits: known, expected: 'the code of a segment' },
  other_segment: {
    fits: (to, domain) => to === null || known(to, domain),
    expected: 'the code of a segment, or nothing',
  },
  size: { fits: (to) => /^(large|medium|small)$/.test(to ?? ''), expected: 'large, medium or small' },
  export_zone: FLAG,
  respondent: FLAG,
  successor: {
    fits: (to, { register }, own) =>
      to === null || (to !== own && register.some(({ enterprise }) => enterprise === to)),
    expected: 'nine digits of another enterprise of the register, or nothing',
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
