// `marsad revisions WS`: why figures differ between two runs, cause by cause, and how large revisions are.

import type { Contributions } from '../analyse/contributions.ts';
import { indexContributions } from '../analyse/contributors.ts';
import { REPLACEMENT_ORDER, type Recorded, revisionEffects, type Vintage } from '../analyse/revise.ts';
import {
  measureRevisions,
  type RevisionMeasures,
  type RevisionSplit,
  splitRevisions,
} from '../analyse/revision-split.ts';
import { grouped } from '../analyse/trace.ts';
import { cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { structureOf } from '../design/equations.ts';
import { WORLD } from '../design/key.ts';
import { knownDomain } from '../design/known-definitions.ts';
import { formatScaled, type Rational, ratio, toDecimal } from '../design/rational.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Log } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { adjustmentsAt } from './adjust.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { keptDefinitions } from './inputs.ts';
import { printMeasures } from './revision-measures.ts';
import { latestRun, type Run, runOf } from './runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const revisionsCommand: Command = {
  name: 'revisions',
  usage: 'WS [KEY]',
  summary: 'split the revision of every figure between two runs by cause, to the centime',
  options: {
    from: { type: 'string', help: 'the earlier run or release; the analysed run before by default' },
    to: { type: 'string', help: 'the later run or release; the newest analysed run by default' },
    measures: { type: 'boolean', help: 'instead, how large revisions are over all releases, by horizon' },
  },
  run: async ([root, key], options, { log }) => {
    if (root === undefined) throw new Refused('which workspace? `marsad revisions WS`');
    const workspace = openWorkspace(root);
    try {
      if (flagOption(options, 'measures'))
        return await printMeasures(workspace, flagOption(options, 'json'), log);
      const later = chosenRun(workspace, textOption(options, 'to')) ?? latestRun(workspace, 'analysed');
      const earlier = chosenRun(workspace, textOption(options, 'from')) ?? runBefore(workspace, later);
      const splits = (await revisionsBetween(workspace, earlier, later)).filter(
        (split) => key === undefined || split.key === key,
      );
      if (flagOption(options, 'json'))
        log.print(JSON.stringify(forPrograms(earlier, later, splits), null, 2));
      else printRevisions(earlier, later, splits, key === undefined, log);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** The revisions of all level cells between two runs of a workspace. */
export async function revisionsBetween(
  workspace: Workspace,
  earlier: Run,
  later: Run,
): Promise<readonly RevisionSplit[]> {
  const { domain, layout } = workspace;
  const engine = await workspaceEngine(workspace);
  try {
    const effects = await effectsBetween(engine, workspace, earlier, later);
    const [old, now] = [
      await cellsOf(engine, layout.runFile(earlier.id, 'cells.parquet')),
      await cellsOf(engine, layout.runFile(later.id, 'cells.parquet')),
    ];
    return splitRevisions(old, now, indexContributions(effects, structureOf(domain)));
  } finally {
    engine.close();
  }
}

/** What each cause changed of each base cell and holding between two runs. */
export function effectsBetween(
  engine: Engine,
  workspace: Workspace,
  earlier: Run,
  later: Run,
): Promise<Contributions> {
  const [before, after] = changedLines(workspace, earlier, later);
  const recorded = recordedBy(workspace, earlier, later);
  return revisionEffects(engine, before, after, recorded, workspace.domain.scope);
}

/** Measures of the revisions of world levels by segment and frequency. */
function measuresOf(
  splits: readonly RevisionSplit[],
): readonly { readonly series: string; readonly measures: RevisionMeasures }[] {
  const levels = splits.filter(({ dataflow, key }) => dataflow === 'EXPORTS' && key.includes(`.${WORLD}.`));
  return [...Map.groupBy(levels, ({ key }) => key)].flatMap(([series, group]) => {
    const measures = measureRevisions(
      group.map(({ earlier, later }) => ({ earlier: ratio(earlier, 100n), later: ratio(later, 100n) })),
    );
    return measures === undefined ? [] : [{ series, measures }];
  });
}

async function cellsOf(engine: Engine, path: string) {
  return (await engine.rows(cellsQuery(path))).map(compiledCell);
}

/** Months whose files are equal byte for byte in both runs have nothing to compare. */
function changedLines({ store, layout }: Workspace, earlier: Run, later: Run): readonly [Vintage, Vintage] {
  const linesOf = ({ id }: Run) =>
    store.all<{ path: string; sha256: string }>(
      "SELECT path, sha256 FROM files WHERE run = ? AND kind IN ('lines', 'estimates') ORDER BY path",
      id,
    );
  const [before, after] = [linesOf(earlier), linesOf(later)];
  const changed = (own: typeof before, other: typeof before) => {
    const known = new Set(other.map(({ sha256 }) => sha256));
    return own.filter(({ sha256 }) => !known.has(sha256)).map(({ path }) => `${layout.root}/${path}`);
  };
  return [
    { lines: changed(before, after), cutSubmission: earlier.cutSubmission, cutEdit: earlier.cutEdit },
    { lines: changed(after, before), cutSubmission: later.cutSubmission, cutEdit: later.cutEdit },
  ];
}

function recordedBy(workspace: Workspace, earlier: Run, later: Run): Recorded {
  const { store, layout } = workspace;
  return {
    submissions: store.all<Recorded['submissions'][number]>(
      "SELECT id, function, cause, superseded_by FROM submissions WHERE state <> 'refused' AND id <= ?",
      later.cutSubmission,
    ),
    edits: store.all<Recorded['edits'][number]>(
      'SELECT seq, submission, ordinal, field, cause FROM edits WHERE seq > ? AND seq <= ?',
      earlier.cutEdit,
      later.cutEdit,
    ),
    registered: registeredAnew(workspace, earlier, later),
    standIns: adjustmentsAt(workspace, later.cutAt).flatMap(({ seq, source }) =>
      source === null ? [] : [seq],
    ),
    splitKeys: workspace.domain.splitKeys,
    links: layout.runFile(later.id, 'links.parquet'),
    automatic: { earlier: automaticEdits(layout, earlier), later: automaticEdits(layout, later) },
  };
}

function automaticEdits(layout: Workspace['layout'], { id }: Run): string | null {
  const path = layout.runFile(id, 'edits.parquet');
  return exists(path) ? path : null;
}

/** Enterprises whose entry in the register differs between the definitions of two runs, or was changed between them. */
function registeredAnew(workspace: Workspace, earlier: Run, later: Run): readonly string[] {
  const changed = workspace.store
    .all<{ enterprise: string }>(
      'SELECT DISTINCT enterprise FROM register_changes WHERE at > ? AND at <= ?',
      earlier.cutAt,
      later.cutAt,
    )
    .map(({ enterprise }) => enterprise);
  if (earlier.domainHash === later.domainHash) return changed;
  const [before, after] = [earlier, later].map((run) => registerOf(workspace, run));
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...changed, ...[...names].filter((name) => before?.get(name) !== after?.get(name))];
}

/** Entries of the register by enterprise, as text, in the definitions that a run kept. */
function registerOf(workspace: Workspace, { domainHash }: Run): ReadonlyMap<string, string> {
  const folder = keptDefinitions(workspace, domainHash);
  const domain = domainHash === workspace.domain.hash ? workspace.domain : knownDomain(folder);
  const entries = Map.groupBy(domain.register, ({ enterprise }) => enterprise);
  return new Map([...entries].map(([enterprise, list]) => [enterprise, JSON.stringify(list)]));
}

function chosenRun(workspace: Workspace, given: string | undefined): Run | undefined {
  if (given === undefined) return undefined;
  if (/^\d+$/.test(given)) return runOf(workspace, Number(given));
  const release = workspace.store.get<{ run: number }>('SELECT run FROM releases WHERE id = ?', given);
  if (release === undefined)
    throw new NotFound(`${given} is neither the number of a run nor a release such as 2025-S1/1`);
  return runOf(workspace, release.run);
}

function runBefore(workspace: Workspace, { id }: Run): Run {
  const row = workspace.store.get<{ id: number }>(
    "SELECT id FROM runs WHERE id < ? AND state IN ('analysed', 'protected') ORDER BY id DESC LIMIT 1",
    id,
  );
  if (row === undefined)
    throw new NotFound(`run ${id} is the first: there is no earlier one to compare with`);
  return runOf(workspace, row.id);
}

const cents = (value: bigint) => formatScaled(value, 2);

function forPrograms(earlier: Run, later: Run, splits: readonly RevisionSplit[]) {
  const text = (value: Rational | null) => (value === null ? null : toDecimal(value, 6));
  return {
    ...{ from: earlier.id, to: later.id, order: REPLACEMENT_ORDER },
    revisions: splits.map(({ causes, ...split }) => ({
      ...{ dataflow: split.dataflow, key: split.key, period: split.period },
      ...{
        earlier: cents(split.earlier),
        later: cents(split.later),
        revision: cents(split.later - split.earlier),
      },
      causes: causes.map(({ cause, effect, alone }) => ({
        cause,
        effect: cents(effect),
        alone: cents(alone),
      })),
      ...{ interaction: cents(split.interaction), not_from_lines: cents(split.notFromLines) },
    })),
    measures: measuresOf(splits).map(({ series, measures: { mr, mar, rmar, tSquared, ...counts } }) => ({
      ...{ series, ...counts, mr: text(mr), mar: text(mar), rmar: text(rmar), t_squared: text(tSquared) },
    })),
  };
}

/** Without a key, the world by segment: the rest is for `--json` and for a key. */
function printRevisions(
  earlier: Run,
  later: Run,
  splits: readonly RevisionSplit[],
  all: boolean,
  log: Log,
): void {
  log.print(`from run ${earlier.id} (${earlier.cutAt}) to run ${later.id} (${later.cutAt})`);
  log.print(
    `causes are replaced in this order, in force from ${REPLACEMENT_ORDER.validFrom}: ${REPLACEMENT_ORDER.causes.join(', ')}`,
  );
  const shown = splits.filter(
    ({ dataflow, key }) =>
      !all || (dataflow === 'EXPORTS' && key.includes(`.${WORLD}.`) && /^[AS]/.test(key)),
  );
  if (shown.length === 0) log.print('nothing was revised');
  for (const split of shown) printSplit(split, log);
  if (shown.length < splits.length)
    log.print(`\n${splits.length - shown.length} more revised cells: name a KEY, or --json`);
}

function printSplit(
  { key, period, earlier, later, causes, interaction, notFromLines }: RevisionSplit,
  log: Log,
): void {
  const text = (value: bigint) => grouped(cents(value)).padStart(22);
  log.print(`\n${key} ${period}: ${grouped(cents(earlier))} → ${grouped(cents(later))}`);
  log.print(`  ${'revision'.padEnd(16)}${text(later - earlier)}`);
  for (const { cause, effect, alone } of causes) {
    log.print(
      `  ${cause.padEnd(16)}${text(effect)}${effect === alone ? '' : `   alone ${grouped(cents(alone))}`}`,
    );
  }
  if (interaction !== 0n)
    log.print(`  ${'interaction'.padEnd(16)}${text(interaction)}   within the causes above`);
  if (notFromLines !== 0n) log.print(`  ${'not from lines'.padEnd(16)}${text(notFromLines)}`);
}
