#!/usr/bin/env node
// The command line: which commands there are, how their words are read, and what an error becomes.

import { parseArgs } from 'node:util';
import type { Command, OptionSpec, Options } from './command/command.ts';
import { keepCompiled } from './engine/compiled.ts';
import { type Effects, systemEffects } from './engine/effects.ts';
import { exitCode, Refused, wordingOf } from './engine/errors.ts';

/** Every command, loaded only when it is called: `serve` never loads the SQL engine. */
export const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  init: async () => (await import('./command/init.ts')).initCommand,
  simulate: async () => (await import('./command/simulate.ts')).simulateCommand,
  collect: async () => (await import('./command/collect.ts')).collectCommand,
  process: async () => (await import('./command/process.ts')).processCommand,
  analyse: async () => (await import('./command/analyse.ts')).analyseCommand,
  protect: async () => (await import('./command/protect.ts')).protectCommand,
  risks: async () => (await import('./command/risks.ts')).risksCommand,
  release: async () => (await import('./command/release.ts')).releaseCommand,
  propose: async () => (await import('./command/propose.ts')).proposeCommand,
  approve: async () => (await import('./command/approve.ts')).approveCommand,
  publish: async () => (await import('./command/publish.ts')).publishCommand,
  run: async () => (await import('./command/run.ts')).runCommand,
  status: async () => (await import('./command/status.ts')).statusCommand,
  reconcile: async () => (await import('./command/reconcile.ts')).reconcileCommand,
  get: async () => (await import('./command/get.ts')).getCommand,
  respondents: async () => (await import('./command/respondents.ts')).respondentsCommand,
  register: async () => (await import('./command/register.ts')).registerCommand,
  edits: async () => (await import('./command/edits.ts')).editsCommand,
  trace: async () => (await import('./command/trace.ts')).traceCommand,
  revisions: async () => (await import('./command/revisions.ts')).revisionsCommand,
  series: async () => (await import('./command/series.ts')).seriesCommand,
  verify: async () => (await import('./command/verify.ts')).verifyCommand,
  prove: async () => (await import('./command/prove.ts')).proveCommand,
  targets: async () => (await import('./command/targets.ts')).targetsCommand,
  check: async () => (await import('./command/check.ts')).checkCommand,
  readers: async () => (await import('./command/readers.ts')).readersCommand,
  retention: async () => (await import('./command/retention.ts')).retentionCommand,
  keys: async () => (await import('./command/keys.ts')).keysCommand,
  audit: async () => (await import('./command/audit.ts')).auditCommand,
  backup: async () => (await import('./command/backup.ts')).backupCommand,
  restore: async () => (await import('./command/restore.ts')).restoreCommand,
  serve: async () => (await import('./command/serve.ts')).serveCommand,
  office: async () => (await import('./command/office.ts')).officeCommand,
  accounts: async () => (await import('./command/accounts.ts')).accountsCommand,
  catalogue: async () => (await import('./command/catalogue.ts')).catalogueCommand,
  demo: async () => (await import('./command/demo.ts')).demoCommand,
};

/** Commands that change a workspace: each leaves an entry, whether it was done, refused or failed. */
const AUDITED: ReadonlySet<string> = new Set([
  ...['init', 'collect', 'process', 'analyse', 'protect', 'release', 'run', 'edits', 'register'],
  ...['propose', 'approve', 'publish', 'backup', 'keys', 'readers', 'retention', 'risks'],
]);

/** Commands whose acts write their entries themselves, in the transaction that does them: one act, one entry. */
const TOLD_BY_THEMSELVES: ReadonlySet<string> = new Set([
  ...['propose', 'approve', 'publish', 'keys', 'readers', 'retention'],
]);

const COMMON: { readonly [name: string]: OptionSpec } = {
  json: { type: 'boolean', help: 'print for programs' },
  help: { type: 'boolean', help: 'say what the command does' },
};

/** Runs one command line; returns the exit code: 0 done, 1 refused, 2 failed. */
export async function runCommandLine(words: readonly string[], effects: Effects): Promise<0 | 1 | 2> {
  try {
    return await dispatch(words, effects);
  } catch (error) {
    effects.log.note(wordingOf(error));
    return exitCode(error);
  }
}

async function dispatch([name, ...rest]: readonly string[], effects: Effects): Promise<0 | 1> {
  if (name === undefined || name === '--help' || name === 'help') return printOverview(effects);
  const load = COMMANDS[name];
  if (load === undefined) throw new Refused(`no command ${name}: \`marsad --help\` lists them`);
  const command = await load();
  const { words, options } = readWords(command, rest);
  if (options['help'] === true) return printHelp(command, effects);
  return audited(() => command.run(words, options, effects), { name, words, options }, effects);
}

type Called = { readonly name: string; readonly words: readonly string[]; readonly options: Options };

/** Runs to the end, and leaves an entry in the workspace's audit log, however it ended. */
async function audited(run: () => Promise<0 | 1>, called: Called, effects: Effects): Promise<0 | 1> {
  if (!AUDITED.has(called.name)) return run();
  const { recordCommand } = await import('./command/record-command.ts');
  const { snapshotOf } = await import('./command/workspace-snapshot.ts');
  const { name, words, options } = called;
  const [root = ''] = words;
  const before = snapshotOf(root);
  const record = (exit: number): void => recordCommand(name, { words, options, exit, before }, effects);
  try {
    const exit = await run();
    if (exit !== 0 || !TOLD_BY_THEMSELVES.has(name)) record(exit);
    return exit;
  } catch (error) {
    record(exitCode(error));
    throw error;
  }
}

function readWords(
  command: Command,
  given: readonly string[],
): { words: readonly string[]; options: Options } {
  const specs = { ...command.options, ...COMMON };
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    const defaults = Object.entries(specs).flatMap(([name, spec]) =>
      spec.default === undefined ? [] : [[name, spec.default] as const],
    );
    return { words: positionals, options: { ...Object.fromEntries(defaults), ...values } as Options };
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${helpText(command)}`);
  }
}

async function printOverview(effects: Effects): Promise<0> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  effects.log.print('marsad: official export statistics, from declarations to a signed release\n');
  for (const { name, usage, summary } of commands) {
    effects.log.print(`  ${`${name} ${usage}`.padEnd(44)} ${summary}`);
  }
  effects.log.print('\n`marsad COMMAND --help` says more. Exit codes: 0 done, 1 refused, 2 failed.');
  return 0;
}

function printHelp(command: Command, effects: Effects): 0 {
  effects.log.print(helpText(command));
  return 0;
}

function helpText(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON }).map(([name, spec]) => {
    const value = spec.type === 'string' ? ` ${spec.default ?? '…'}` : '';
    return `  ${`--${name}${value}`.padEnd(28)} ${spec.help}`;
  });
  return [`marsad ${command.name} ${command.usage}`, `  ${command.summary}`, '', ...options].join('\n');
}

if (import.meta.main) {
  keepCompiled();
  process.exitCode = await runCommandLine(process.argv.slice(2), systemEffects());
}
