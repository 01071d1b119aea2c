// `marsad simulate --out DIR`: synthetic declarations that meet the published totals, and the truth about their errors.

import { knownDomain } from '../design/known-definitions.ts';
import { parsePeriod } from '../design/period.ts';
import { openEngine } from '../engine/duckdb.ts';
import { Refused } from '../engine/errors.ts';
import { exists, listFolder } from '../engine/files.ts';
import { FORMATS, type Format } from '../simulate/declaration-form.ts';
import { simulate } from '../simulate/simulate.ts';
import type { SimulationRequest } from '../simulate/simulation.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { domainFolder } from './domain-folder.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  usage: '--out DIR',
  summary: 'draw synthetic declarations that meet the published totals, with known errors',
  options: {
    out: { type: 'string', help: 'an empty or new folder' },
    domain: { type: 'string', default: 'ma-digital', help: 'name or folder of the domain' },
    from: { type: 'string', default: '2023-Q1', help: 'first quarter' },
    to: { type: 'string', default: '2025-Q2', help: 'last quarter' },
    lines: { type: 'string', default: '60000', help: 'settlement lines, about' },
    seed: { type: 'string', default: '2030', help: 'the same seed gives the same bytes' },
    errors: { type: 'string', default: '0.03', help: 'rate of errors, 0 to 0.3' },
    format: { type: 'string', default: 'csv', help: `${FORMATS.join(', ')} or mixed` },
    missing: {
      type: 'string',
      help: 'rate at which a bank never declares a month; a third of --errors by default',
    },
    banks: { type: 'string', default: '8', help: 'banks that declare' },
    respondents: { type: 'string', default: '30', help: 'enterprises that declare' },
    sampled: {
      type: 'string',
      default: '0',
      help: 'small enterprises asked as a sample that declare',
    },
    generator: {
      type: 'string',
      default: 'first',
      help: 'which errors: first, or second, which is for reporting only',
    },
    'lines-per-file': { type: 'string', default: '1000000', help: 'lines of one file at most' },
  },
  run: async (_, options, { log }) => {
    const out = textOption(options, 'out');
    if (out === undefined) throw new Refused('where to? `marsad simulate --out DIR`');
    if (exists(out) && listFolder(out).length > 0)
      throw new Refused(`${out} is not empty: give a new folder`);
    const engine = await openEngine({ memory: '500MB' });
    try {
      const request = {
        domain: knownDomain(domainFolder(textOption(options, 'domain') ?? 'ma-digital')),
        out,
        ...limitsOf(options),
      };
      const summary = await simulate(request, engine, log);
      if (flagOption(options, 'json')) log.print(JSON.stringify(summary, null, 2));
      else {
        log.print(
          `${summary.lines} synthetic lines in ${summary.files} files meet ${summary.constraints} constraints of the published figures`,
        );
        log.print(
          `${summary.errors} errors and ${summary.lookAlikes} look-alikes were put in: ${out}/truth.csv says which`,
        );
      }
      return 0;
    } finally {
      engine.close();
    }
  },
};

type Limits = Omit<SimulationRequest, 'domain' | 'out'>;

function limitsOf(options: Options): Limits {
  const [from, to] = [quarter(options, 'from'), quarter(options, 'to')];
  const errors = number(options, 'errors', 0, 0.3);
  const format = textOption(options, 'format') ?? 'csv';
  if (!isFormat(format))
    throw new Refused(`--format: found ${format}, expected ${FORMATS.join(', ')} or mixed`);
  if (from > to) throw new Refused(`--from ${from} is after --to ${to}`);
  const generator = textOption(options, 'generator') ?? 'first';
  if (generator !== 'first' && generator !== 'second')
    throw new Refused(`--generator: found ${generator}, expected first or second`);
  return {
    from,
    to,
    generator,
    format,
    seed: textOption(options, 'seed') ?? '2030',
    lines: number(options, 'lines', 1, 1e8),
    errors,
    missing: textOption(options, 'missing') === undefined ? errors / 3 : number(options, 'missing', 0, 0.3),
    banks: whole(options, 'banks', 1, 100),
    respondents: whole(options, 'respondents', 0, 10_000),
    sampled: textOption(options, 'sampled') === undefined ? 0 : whole(options, 'sampled', 0, 10_000),
    linesPerFile: whole(options, 'lines-per-file', 100, 1e8),
  };
}

function isFormat(text: string): text is Format | 'mixed' {
  return text === 'mixed' || (FORMATS as readonly string[]).includes(text);
}

function quarter(options: Options, name: string): string {
  const text = textOption(options, name) ?? '';
  if (parsePeriod(text)?.freq !== 'Q')
    throw new Refused(`--${name}: found ${text}, expected a quarter such as 2023-Q1`);
  return text;
}

function number(options: Options, name: string, least: number, most: number): number {
  const value = Number(textOption(options, name));
  if (!(value >= least && value <= most))
    throw new Refused(
      `--${name}: found ${String(options[name])}, expected a number from ${least} to ${most}`,
    );
  return value;
}

function whole(options: Options, name: string, least: number, most: number): number {
  const value = number(options, name, least, most);
  if (!Number.isInteger(value)) throw new Refused(`--${name}: found ${value}, expected a whole number`);
  return value;
}
