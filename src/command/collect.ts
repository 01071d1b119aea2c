// `marsad collect WS FILE…`: receives files: a receipt or a refusal for each.

import { extname, join, relative } from 'node:path';
import type { Answer } from '../collect/receipt.ts';
import { receive } from '../collect/receive.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory, listTree } from '../engine/files.ts';
import { holdLock } from '../engine/store.ts';
import { ARRIVAL_OPTIONS, arrivalsOf } from './arrivals.ts';
import { type Command, flagOption } from './command.ts';
import { COLLECTING } from './holders.ts';
import { domainNow } from './register.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const collectCommand: Command = {
  name: 'collect',
  usage: 'WS FILE…',
  summary: 'receive files: a receipt or a refusal for each',
  options: ARRIVAL_OPTIONS,
  run: async ([root, ...names], options, effects) => {
    if (root === undefined || names.length === 0) throw new Refused('which files? `marsad collect WS FILE…`');
    const files = [...new Set(names.flatMap(expand))];
    if (files.length === 0)
      throw new Refused('the folder holds no declarations', [
        { where: names.join(', '), found: 'nothing', expected: FORMATS.join(', ') },
      ]);
    const workspace = openWorkspace(root);
    try {
      const arrived = arrivalsOf(workspace, files, options, effects);
      const answers = await collectFiles(workspace, [...arrived.keys()], arrived, effects);
      if (flagOption(options, 'json')) effects.log.print(JSON.stringify(answers, null, 2));
      else printAnswers(answers, effects);
      return answers.some(({ state }) => state === 'refused') ? 1 : 0;
    } finally {
      workspace.store.close();
    }
  },
};

const PATIENCE = 30_000;

/**
 * Receives files into a workspace, one collection at a time; answers in the order of the files.
 * `at` is the instant of receipt of all of them, or of each; `numbers` are those that they had when they were received before.
 */
export async function collectFiles(
  workspace: Workspace,
  files: readonly string[],
  at: string | ReadonlyMap<string, string>,
  effects: Effects,
  numbers?: ReadonlyMap<string, number>,
): Promise<readonly Answer[]> {
  const { layout, config, store } = workspace;
  const domain = domainNow(workspace);
  const lock = holdLock(join(layout.root, 'store', 'collect.lock'), COLLECTING, PATIENCE);
  const engine = await workspaceEngine(workspace);
  try {
    return await receive(files, {
      domain,
      synthetic: config.synthetic,
      store,
      engine,
      places: { archive: layout.archive, spill: layout.spill, collected: layout.collected },
      relative: (path) => relative(layout.root, path),
      languages: config.languages,
      numberOf: (file) => numbers?.get(file),
      arrivedAt: (file) => (typeof at === 'string' ? at : (at.get(file) ?? effects.clock())),
      salt: () => Buffer.from(effects.random(16)).toString('hex'),
      progress: (done) => effects.log.progress(`  collect ${done} / ${files.length} files`),
    });
  } finally {
    engine.close();
    lock.release();
  }
}

const FORMATS = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson', '.jsonl', '.xml', '.parquet'];

function expand(name: string): readonly string[] {
  if (!exists(name)) throw new NotFound(`there is no file ${name}`);
  if (!isDirectory(name)) return [name];
  return listTree(name)
    .filter((path) => FORMATS.includes(extname(path).toLowerCase()) && !path.endsWith('.envelope.json'))
    .map((path) => join(name, path));
}

/** Reasons shown of each file when there are many files. */
const SHOWN_OF_MANY = 3;

function printAnswers(answers: readonly Answer[], { log }: Effects): void {
  const several = answers.length > 20;
  for (const { file, state, receipt, lines, findings } of answers) {
    if (several && state !== 'refused') continue;
    log.print(`${file}: ${state}${receipt === null ? '' : `, ${lines.received} lines, receipt ${receipt}`}`);
    const reasons = findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
    const shown = several ? reasons.slice(0, SHOWN_OF_MANY) : reasons;
    for (const reason of shown) log.print(`  ${reason}`);
    if (shown.length < reasons.length)
      log.print(`  … ${reasons.length - shown.length} more: \`--json\`, or the file alone, shows all`);
  }
  const count = (state: Answer['state']) => answers.filter((answer) => answer.state === state);
  const lines = count('received').reduce((sum, answer) => sum + answer.lines.received, 0);
  log.print(
    `${answers.length} files: ${count('received').length} received with ${lines} lines, ${count('already received').length} already received, ${count('refused').length} refused`,
  );
}
