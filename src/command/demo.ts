// `marsad demo` (npm start): a synthetic workspace in which the years pass: 2024 is published as preliminary, declarations
// arrive late, 2024 is revised, the first half of 2025 is published. The public site answers from the first release on, in a
// process of its own, and shows the others as they come; then the office, in another.

import { join } from 'node:path';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists, readText, remove, writeWhole } from '../engine/files.ts';
import { refuseTakenPort } from '../engine/http.ts';
import { endAtOnce, startBeside } from '../engine/other-program.ts';
import { collectCommand } from './collect.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { estimateLargest } from './demo-estimates.ts';
import { initCommand } from './init.ts';
import { processCommand } from './process.ts';
import { publishCommand } from './publish.ts';
import { registerCommand } from './register.ts';
import { runCommand } from './run.ts';
import { serveCommand } from './serve.ts';
import { simulateCommand } from './simulate.ts';

export const demoCommand: Command = {
  name: 'demo',
  usage: '',
  summary:
    'make a synthetic workspace, publish a sequence of releases in it, and serve the public site and the office',
  options: {
    folder: { type: 'string', default: 'demo', help: 'where the demonstration lies' },
    lines: { type: 'string', default: '60000', help: 'lines to simulate' },
    errors: { type: 'string', default: '0.03', help: 'rate of errors injected' },
    seed: { type: 'string', default: '2030', help: 'seed of the simulation' },
    single: { type: 'boolean', help: 'the last release alone, not the sequence' },
    port: { type: 'string', default: '8080', help: 'port of the public site' },
    'office-port': { type: 'string', default: '8081', help: 'port of the office' },
    fresh: { type: 'boolean', help: 'make it again even when it is there' },
    'no-serve': { type: 'boolean', help: 'stop when everything is published' },
  },
  run: async (_, options, effects) => {
    const folder = textOption(options, 'folder') ?? 'demo';
    const serves = !flagOption(options, 'no-serve');
    if (serves) await refuseTakenPorts(options);
    if (flagOption(options, 'fresh')) remove(folder);
    const serve = () =>
      serveCommand.run(
        [join(folder, 'workspace', 'public')],
        { port: textOption(options, 'port') ?? '8080' },
        effects,
      );
    let serving: Promise<0 | 1> | undefined;
    if (exists(join(folder, DONE)))
      effects.log.print(`the demonstration in ${folder}/ is served as it is; --fresh makes it again`);
    else {
      let isMade = false;
      const stop = () => {
        if (isMade) return;
        effects.log.print(STOPPED);
        endAtOnce(1);
      };
      await build(folder, options, effects, () => {
        if (!serves || serving !== undefined) return;
        serving = serve();
        serving.then(stop, stop);
      });
      isMade = true;
    }
    if (!serves) return 0;
    startBeside([
      ...['office', join(folder, 'workspace')],
      ...['--port', textOption(options, 'office-port') ?? '8081'],
    ]);
    return serving ?? serve();
  },
};

/** The site and the office need both; said before anything is made. */
async function refuseTakenPorts(options: Options): Promise<void> {
  for (const name of ['port', 'office-port'] as const) {
    const port = Number(textOption(options, name));
    if (port > 0) await refuseTakenPort(port, name);
  }
}

const STOPPED = 'the public server ended while the demonstration was being made: `npm start` begins it again';

const DONE = 'complete';

/** A release of the demonstration: what had arrived by its cut, and when it was made public. */
type Episode = {
  readonly period: string;
  readonly number: number;
  readonly cut: string;
  readonly at: string;
};

const EPISODES: readonly Episode[] = [
  { period: '2024', number: 1, cut: '2025-03-16T00:00:00Z', at: '2025-03-31T09:00:00.000Z' },
  { period: '2024', number: 2, cut: '2025-10-01T00:00:00Z', at: '2025-10-17T08:00:00.000Z' },
  { period: '2025-S1', number: 1, cut: '2025-10-01T00:00:00Z', at: '2025-10-17T09:00:00.000Z' },
];

/** A bank whose December comes after the first release: many holdings, of which none makes up what is revised. */
const DELAYED = { files: /^B02-2024-12-/, until: '2025-04-22T09:00:00.000Z' };

type Step = {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: Options;
  /** When it is done: the clock of the demonstration goes through the years. */
  readonly at?: string;
};

/** Makes the workspace; `published` is called after each release. */
async function build(
  folder: string,
  options: Options,
  effects: Effects,
  published: () => void,
): Promise<void> {
  const began = performance.now();
  remove(folder);
  for (const step of beginning(folder, options)) await take(step, effects);
  delay(join(folder, 'declarations'));
  const episodes = flagOption(options, 'single') ? EPISODES.slice(-1) : EPISODES;
  let released = 0;
  for (const [at, episode] of episodes.entries()) {
    const steps = [
      ...(at === 0 ? [eventsOf(folder, episode)] : []),
      ...stepsOf(folder, episode, episodes[at - 1]),
    ];
    if (!(await isPublished(steps, effects))) continue;
    released += 1;
    effects.log.print(`  release ${at + 1} of ${episodes.length} is public after ${seconds(began)} s`);
    published();
  }
  if (released === 0) throw new Refused('no release of the demonstration could be made public: see above');
  writeWhole(join(folder, DONE), `${effects.clock()}\n`);
  effects.log.print(
    `\nall done in ${seconds(began)} s; the workspace is ${folder}/workspace, everything in it is synthetic`,
  );
}

function beginning(folder: string, { lines, errors, seed }: Options): readonly Step[] {
  return [
    {
      command: initCommand,
      words: [join(folder, 'workspace')],
      options: { synthetic: true, domain: 'ma-digital' },
    },
    {
      command: simulateCommand,
      words: [],
      options: {
        ...defaults(simulateCommand),
        out: join(folder, 'declarations'),
        lines,
        errors,
        seed,
        format: 'mixed',
      },
    },
  ];
}

/** Rewrites the list of arrivals: some declarations come later than they were drawn to. */
function delay(declarations: string): void {
  const path = join(declarations, 'arrivals.csv');
  const rows = readText(path).split('\n');
  const delayed = rows.map((row) => {
    const [file = '', , ...rest] = row.split(',');
    return DELAYED.files.test(file) ? [file, DELAYED.until, ...rest].join(',') : row;
  });
  writeWhole(path, delayed.join('\n'));
}

/** What the register has learned before the first release: enterprises that go on in others. */
function eventsOf(folder: string, { cut }: Episode): Step {
  return {
    command: registerCommand,
    words: [join(folder, 'workspace')],
    options: { changes: join(folder, 'declarations', 'register.csv'), author: 'marsad simulate' },
    at: EPISODES[0]?.cut ?? cut,
  };
}

function stepsOf(folder: string, episode: Episode, before: Episode | undefined): readonly Step[] {
  const workspace = join(folder, 'workspace');
  const declarations = join(folder, 'declarations');
  const { period, number, cut, at } = episode;
  const arrivals = { arrivals: join(declarations, 'arrivals.csv'), 'as-of': cut };
  const collect: Step = {
    command: collectCommand,
    words: [workspace, join(declarations, 'declarations')],
    options: {
      ...defaults(collectCommand),
      ...arrivals,
      ...(before === undefined ? {} : { since: before.cut }),
    },
  };
  const look: Step = { command: processCommand, words: [workspace], options: {}, at };
  return [
    ...(before?.cut === cut ? [] : [collect, look, largestOf(workspace, at)]),
    { command: runCommand, words: [workspace], options: { ...defaults(runCommand), period }, at },
    {
      command: publishCommand,
      words: [workspace, `${period}/${number}`],
      options: defaults(publishCommand),
      at,
    },
  ];
}

/** Takes the steps of a release; false when it was refused: the years go on without it, as they would. */
async function isPublished(steps: readonly Step[], effects: Effects): Promise<boolean> {
  try {
    for (const step of steps) await take(step, effects);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    effects.log.print(`  refused, and so not public: ${error.message}`);
    return false;
  }
}

/** What stands for the largest that did not declare, before the run of a release. */
function largestOf(workspace: string, at: string): Step {
  const command: Command = {
    ...{ name: 'edits', usage: '', summary: '', options: {} },
    run: async (_, __, { log }) => {
      const count = await estimateLargest(workspace, at);
      log.print(`${count} of the largest are missing: estimated by one person, approved by another`);
      return 0;
    },
  };
  return { command, words: [workspace, 'adjust'], options: {}, at };
}

async function take({ command, words, options, at }: Step, effects: Effects): Promise<void> {
  const began = performance.now();
  const said = ['period', 'since', 'as-of'].flatMap((name) => {
    const value = textOption(options, name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  const day = at === undefined ? '' : `   on ${at.slice(0, 10)}`;
  effects.log.print(`\n▸ marsad ${[command.name, ...words, ...said].join(' ')}${day}`);
  const then = at === undefined ? effects : { ...effects, clock: () => at };
  const code = await command.run(words, options, then);
  if (code !== 0 && command.name !== 'collect')
    throw new Refused(`the demonstration stopped at ${command.name}: see above`);
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
