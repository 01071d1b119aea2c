// `marsad demo` (npm start): a synthetic workspace, the whole chain, and the public site.

import { join } from 'node:path';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists, listFolder, remove, writeWhole } from '../engine/files.ts';
import { collectCommand } from './collect.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { initCommand } from './init.ts';
import { publishCommand } from './publish.ts';
import { runCommand } from './run.ts';
import { serveCommand } from './serve.ts';
import { simulateCommand } from './simulate.ts';

export const demoCommand: Command = {
  name: 'demo',
  usage: '',
  summary: 'make a synthetic workspace, run the whole chain, and serve the public site',
  options: {
    folder: { type: 'string', default: 'demo', help: 'where the demonstration lies' },
    lines: { type: 'string', default: '60000', help: 'lines to simulate' },
    errors: { type: 'string', default: '0.03', help: 'rate of errors injected' },
    seed: { type: 'string', default: '2030', help: 'seed of the simulation' },
    period: { type: 'string', default: '2025-S1', help: 'period to release' },
    port: { type: 'string', default: '8080', help: 'port of the public site' },
    fresh: { type: 'boolean', help: 'make it again even when it is there' },
    'no-serve': { type: 'boolean', help: 'stop when everything is published' },
  },
  run: async (_, options, effects) => {
    const folder = textOption(options, 'folder') ?? 'demo';
    if (flagOption(options, 'fresh')) remove(folder);
    if (exists(join(folder, DONE)))
      effects.log.print(`the demonstration in ${folder}/ is served as it is; --fresh makes it again`);
    else await build(folder, options, effects);
    if (flagOption(options, 'no-serve')) return 0;
    const port = textOption(options, 'port') ?? '8080';
    return serveCommand.run([join(folder, 'workspace', 'public')], { port }, effects);
  },
};

const DONE = 'complete';

type Step = {
  readonly name: string;
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: Options;
};

async function build(folder: string, options: Options, effects: Effects): Promise<void> {
  const began = performance.now();
  remove(folder);
  for (const step of stepsOf(folder, options)) await take(step, effects);
  for (const step of publishing(folder, options)) await take(step, effects);
  writeWhole(join(folder, DONE), `${effects.clock()}\n`);
  effects.log.print(
    `\nall done in ${seconds(began)} s; the workspace is ${folder}/workspace, everything in it is synthetic`,
  );
}

function stepsOf(folder: string, options: Options): readonly Step[] {
  const workspace = join(folder, 'workspace');
  const declarations = join(folder, 'declarations');
  const { lines, errors, seed, period } = options;
  return [
    {
      name: 'init',
      command: initCommand,
      words: [workspace],
      options: { synthetic: true, domain: 'ma-digital' },
    },
    {
      name: 'simulate',
      command: simulateCommand,
      words: [],
      options: { ...defaults(simulateCommand), out: declarations, lines, errors, seed },
    },
    {
      name: 'collect',
      command: collectCommand,
      words: [workspace, join(declarations, 'declarations')],
      options: defaults(collectCommand),
    },
    { name: 'run', command: runCommand, words: [workspace], options: { ...defaults(runCommand), period } },
  ];
}

function publishing(folder: string, options: Options): readonly Step[] {
  const workspace = join(folder, 'workspace');
  const period = textOption(options, 'period') ?? '2025-S1';
  const number = Math.max(
    1,
    ...listFolder(join(workspace, 'store', 'drafts', period))
      .map(Number)
      .filter(Number.isInteger),
  );
  return [
    {
      name: 'publish',
      command: publishCommand,
      words: [workspace, `${period}/${number}`],
      options: defaults(publishCommand),
    },
  ];
}

async function take({ name, command, words, options }: Step, effects: Effects): Promise<void> {
  const began = performance.now();
  effects.log.print(`\n▸ marsad ${name} ${words.join(' ')}`);
  const code = await command.run(words, options, effects);
  if (code !== 0 && name !== 'collect') throw new Refused(`the demonstration stopped at ${name}: see above`);
  effects.log.print(`  ${seconds(began)} s`);
}

/** Options as the command line would give them when none is written. */
function defaults(command: Command): Options {
  return Object.fromEntries(
    Object.entries(command.options).flatMap(([name, spec]) =>
      spec.default === undefined ? [] : [[name, spec.default]],
    ),
  );
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
