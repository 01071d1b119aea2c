// `marsad edits WS …`: the queue of lines to review, a line and everything about it, and the decisions taken over it.
// Decisions are appended and take effect in the next run. GSBPM 5.3 and 5.4.

import type { EditRow } from '../design/edit.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { type Decision, type Grounds, placeOf } from '../process/decision.ts';
import { adjustCell, adjustmentsOf, approveAdjustment, retractAdjustment } from './adjust.ts';
import { releasePeriodOf } from './analyse.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { askAbout, decideLine, reverseEdit } from './edit-decide.ts';
import { linePlace } from './edit-line.ts';
import { listQueue } from './edit-list.ts';
import { printQueue, printShown } from './edit-print.ts';
import { printRecodes, recodesOf } from './edit-recodes.ts';
import { replayedEdits } from './edit-replay.ts';
import { printResiduals, residualsOf } from './edit-residuals.ts';
import { showLine } from './edit-show.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const editsCommand: Command = {
  name: 'edits',
  usage:
    'WS list|recodes|residuals|replay|show|confirm|correct|exclude|ask|reverse|log|adjust|approve|retract [LINE|NUMBER|CELL]',
  summary:
    'the lines to review in order of their effect, one line and its effects, and decisions over lines and cells',
  options: {
    period: { type: 'string', help: 'list: the period whose figures count; by default the last one due' },
    threshold: {
      type: 'string',
      default: '0.01',
      help: 'list: expected error at which the review may end, as a part of a cell',
    },
    limit: { type: 'string', default: '20', help: 'list: how many to print; --json gives all' },
    'as-declared': {
      type: 'boolean',
      help: 'confirm: as it was declared, not as the rules left it',
    },
    field: { type: 'string', help: 'correct, ask, show: the field' },
    to: { type: 'string', help: 'correct, show: what it should say; nothing empties it' },
    reason: { type: 'string', help: 'why' },
    author: { type: 'string', help: 'who decides or approves' },
    cause: { type: 'string', default: 'corrected', help: 'what a later release says of figures that moved' },
    amount: { type: 'string', help: 'adjust: dirhams with sign' },
    enterprise: { type: 'string', help: 'adjust: nine digits of whom it stands for' },
    ebops: { type: 'string', help: 'adjust: the EBOPS item' },
    source: {
      type: 'string',
      help: 'adjust: bank or enterprise, when it takes the place of a missing declaration',
    },
  },
  run: async ([root, action = 'list', subject], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad edits WS list`');
    const act = ACTIONS[action];
    if (act === undefined)
      throw new Refused(`edits: found ${action}, expected one of ${Object.keys(ACTIONS).join(', ')}`);
    const workspace = openWorkspace(root);
    const engine = await workspaceEngine(workspace);
    try {
      await act({ workspace, engine, subject, options, effects });
      return 0;
    } finally {
      engine.close();
      workspace.store.close();
    }
  },
};

type Acting = {
  readonly workspace: Workspace;
  readonly engine: Engine;
  /** The word after the action: a line, a number or a cell. */
  readonly subject: string | undefined;
  readonly options: Options;
  readonly effects: Effects;
};
type Action = (acting: Acting) => Promise<void>;

const ACTIONS: { readonly [action: string]: Action } = {
  list,
  recodes: async ({ workspace, engine, options, effects }) => {
    const found = await recodesOf(workspace, engine);
    tell(options, effects, found, () => printRecodes(found, numberOf(textOption(options, 'limit')), effects));
  },
  residuals: async ({ workspace, engine, options, effects }) => {
    const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
    const found = await residualsOf(workspace, engine, period);
    tell(options, effects, found, () =>
      printResiduals(found, numberOf(textOption(options, 'limit')), effects),
    );
  },
  replay: async ({ workspace, engine, options, effects }) => {
    const found = await replayedEdits(workspace, engine);
    const { edits, lines, differing } = found;
    tell(options, effects, found, () =>
      effects.log.print(
        `${edits} edits over ${lines} raw lines: ${differing.length} lines come out otherwise`,
      ),
    );
    if (differing.length > 0)
      throw new Refused(`lines that the edits do not explain: ${differing.slice(0, 20).join(', ')}`);
  },
  show,
  confirm,
  exclude: (acting) => decide(acting, { kind: 'exclude' }),
  correct: async (acting) => decide(acting, correctionOf(acting.options)),
  ask,
  reverse,
  log,
  adjust,
  approve: async ({ workspace, subject, options, effects }) => {
    approveAdjustment(workspace, numberOf(subject), textOption(options, 'author') ?? '', effects.clock());
    say(
      effects,
      options,
      { approved: numberOf(subject) },
      `adjustment ${subject} is approved: the next run counts it`,
    );
  },
  retract: async ({ workspace, subject, options, effects }) => {
    const seq = retractAdjustment(workspace, numberOf(subject), groundsOf(options, effects));
    say(
      effects,
      options,
      { adjustment: seq },
      `retraction ${seq} of adjustment ${subject} waits for another person: approve ${seq}`,
    );
  },
};

function tell(options: Options, effects: Effects, found: object, print: () => void): void {
  if (flagOption(options, 'json')) effects.log.print(JSON.stringify(found, null, 2));
  else print();
}

async function list({ workspace, engine, options, effects }: Acting): Promise<void> {
  const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
  const threshold = Number(textOption(options, 'threshold'));
  if (!(threshold >= 0 && threshold < 1))
    throw new Refused(
      `--threshold: found ${textOption(options, 'threshold')}, expected a part from 0 to below 1 such as 0.01`,
    );
  const queue = await listQueue(workspace, engine, { period, threshold });
  if (flagOption(options, 'json')) effects.log.print(JSON.stringify(queue, null, 2));
  else printQueue(queue, numberOf(textOption(options, 'limit')), effects);
}

async function show({ workspace, engine, subject, options, effects }: Acting): Promise<void> {
  const decision = textOption(options, 'field') === undefined ? undefined : correctionOf(options);
  const grounds = {
    author: 'nobody',
    reason: 'shown before it is decided',
    at: effects.clock(),
    cause: 'corrected',
  };
  const shown = await showLine(workspace, engine, linePlace(subject), decision, grounds);
  if (flagOption(options, 'json')) effects.log.print(JSON.stringify(shown, null, 2));
  else printShown(shown, effects);
}

async function confirm(acting: Acting): Promise<void> {
  return decide(acting, { kind: 'confirm', asDeclared: flagOption(acting.options, 'as-declared') });
}

async function decide(acting: Acting, decision: Decision): Promise<void> {
  const { workspace, engine, subject, options, effects } = acting;
  const grounds = groundsOf(options, effects);
  const events = await decideLine(workspace, engine, linePlace(subject), decision, grounds);
  const last = events.at(-1);
  if (last === undefined) return;
  const texts = events.map(
    (each) =>
      `edit ${each.edit}: line ${placeOf(each)}, ${each.field} ${each.before ?? 'nothing'} → ${each.after ?? 'nothing'}; the next run counts it`,
  );
  say(effects, options, { ...last, kept: events.slice(0, -1).map(({ edit }) => edit) }, texts.join('\n'));
}

async function ask({ workspace, engine, subject, options, effects }: Acting): Promise<void> {
  const field = textOption(options, 'field');
  const asked = await askAbout(workspace, engine, linePlace(subject), field, groundsOf(options, effects));
  say(
    effects,
    options,
    asked,
    [`question ${asked.question} to ${asked.sender}:`, asked.ar, asked.fr, asked.en].join('\n  '),
  );
}

async function reverse({ workspace, subject, options, effects }: Acting): Promise<void> {
  const recorded = reverseEdit(workspace, numberOf(subject), groundsOf(options, effects));
  say(effects, options, recorded, `edit ${recorded.edit} takes edit ${subject} back; the next run counts it`);
}

async function log({ workspace, options, effects }: Acting): Promise<void> {
  const edits = workspace.store.all<EditRow>('SELECT * FROM edits ORDER BY seq');
  const adjustments = adjustmentsOf(workspace);
  if (flagOption(options, 'json')) {
    effects.log.print(JSON.stringify({ edits, adjustments }, null, 2));
    return;
  }
  for (const edit of edits)
    effects.log.print(
      `edit ${edit.seq}  ${placeOf(edit)}  ${edit.field} ${edit.before ?? 'nothing'} → ${edit.after ?? 'nothing'}  ${edit.rule} ${edit.cause}, ${edit.author} ${edit.at}: ${edit.reason}${edit.reverses === null ? '' : ` (takes ${edit.reverses} back)`}`,
    );
  for (const each of adjustments)
    effects.log.print(
      `adjustment ${each.seq}  ${each.segment} × ${each.partner} ${each.month} ${each.enterprise}: ${each.amount}, ${each.author} ${each.at}: ${each.reason}; ${each.approver === null ? 'not approved yet' : `approved by ${each.approver}`}${each.reverses === null ? '' : ` (takes ${each.reverses} back)`}`,
    );
  if (edits.length + adjustments.length === 0) effects.log.print('no edit and no adjustment yet');
}

async function adjust({ workspace, engine, subject, options, effects }: Acting): Promise<void> {
  if (subject === undefined)
    throw new Refused('which cell? `marsad edits WS adjust M.MA.FR.ITO.EXPORTS.MAD.2025/2025-06`');
  const request = {
    cell: subject,
    amount: textOption(options, 'amount') ?? '',
    ebops: textOption(options, 'ebops'),
    enterprise: textOption(options, 'enterprise'),
    source: textOption(options, 'source'),
  };
  const seq = await adjustCell(workspace, engine, request, groundsOf(options, effects));
  say(
    effects,
    options,
    { adjustment: seq },
    `adjustment ${seq} waits for another person: \`marsad edits WS approve ${seq} --author …\``,
  );
}

function groundsOf(options: Options, { clock }: Effects): Grounds {
  return {
    author: textOption(options, 'author') ?? '',
    reason: textOption(options, 'reason') ?? '',
    at: clock(),
    cause: textOption(options, 'cause') ?? 'corrected',
  };
}

function correctionOf(options: Options): Decision {
  const field = textOption(options, 'field');
  if (field === undefined) throw new Refused('which field? `--field amount --to 1000.00`');
  return { kind: 'correct', field, to: textOption(options, 'to') ?? null };
}

function numberOf(text: string | undefined): number {
  if (text === undefined || !/^\d+$/.test(text))
    throw new Refused(`found ${text ?? 'nothing'}, expected a whole number`);
  return Number(text);
}

function say({ log }: Effects, options: Options, value: unknown, text: string): void {
  log.print(flagOption(options, 'json') ? JSON.stringify(value, null, 2) : text);
}
