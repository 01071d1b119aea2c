// Declarations drawn to meet the published totals, with known errors. GSBPM 2.6 (design production systems), for
// demonstration, tests and measurement: the real declarations are secret. Everything that comes of it is synthetic.

import { join } from 'node:path';
import type { Envelope } from '../design/declaration.ts';
import type { Domain } from '../design/domain.ts';
import { daysOf, monthsOf, periodOf, periodsBetween } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Log } from '../engine/effects.ts';
import type { Declared, Injected } from './declared-line.ts';
import { drawMonth, type MonthPlan, planMonth } from './draw-month.ts';
import { type EnterpriseLine, enterpriseLines, headcountsOf } from './enterprise-lines.ts';
import { type Exporter, exportersOf } from './exporter.ts';
import { fileFates } from './file-error.ts';
import { inject } from './inject-error.ts';
import { totalName } from './published-constraint.ts';
import { apportion, randomStream } from './random-stream.ts';
import { solveTotals } from './solve-totals.ts';
import { type Ledger, openLedger } from './truth-ledger.ts';
import { FORMATS, type Format, writeDeclaration } from './write-declaration.ts';

export type SimulationRequest = {
  readonly domain: Domain;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  /** Settlements, about. */
  readonly lines: number;
  readonly seed: string;
  /** Rate of errors, 0 to 0.5. */
  readonly errors: number;
  readonly format: Format | 'mixed';
};
export type SimulationSummary = {
  readonly files: number;
  readonly lines: number;
  readonly errors: number;
  readonly lookAlikes: number;
  readonly constraints: number;
};

/** Lines of one submission at most: what is held in memory at a time. */
const LINES_PER_FILE = 20_000;

/** Draws everything and writes it below `out`; the same request gives the same bytes. */
export async function simulate(
  request: SimulationRequest,
  engine: Engine,
  log: Log,
): Promise<SimulationSummary> {
  const { domain, from, to, seed } = request;
  const segments = domain.segments.map(({ code }) => code);
  const solved = await solveTotals({ figures: domain.published, scope: domain.scope, segments, from, to });
  const ledger = openLedger(request.out);
  const simulation: Simulation = {
    ...request,
    engine,
    ledger,
    exporters: exportersOf(domain, seed),
    banks: domain.banks.slice(0, 8).map(({ code }) => code),
  };
  const months = periodsBetween(periodOf(from), periodOf(to)).flatMap(monthsOf);
  const perMonth = Math.round(request.lines / months.length);
  for (const quarter of solved.quarters) {
    const plans: MonthPlan[] = [];
    for (const [at, month] of monthsOf(periodOf(quarter)).entries()) {
      const totals = new Map(
        segments.map((segment) => [
          segment,
          monthTotal(solved.totals.get(totalName(segment, quarter)) ?? 0n, segment, quarter, at, seed),
        ]),
      );
      for (const [segment, total] of totals) ledger.total(month, segment, total);
      const plan = planMonth(domain, simulation.exporters, month, totals, perMonth, seed);
      if (request.errors > 0) labelBankChanges(simulation, plan);
      await writeBanks(simulation, plan);
      plans.push(plan);
      log.progress(`  simulate ${month}: ${ledger.counts().lines} lines`);
    }
    await writeEnterprises(simulation, quarter, plans);
  }
  return { ...ledger.close(), constraints: solved.constraints };
}

type Simulation = SimulationRequest & {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly exporters: readonly Exporter[];
  readonly banks: readonly string[];
};

/** A month of a quarter's total: thirds, a little uneven, adding up to the centime. */
function monthTotal(total: bigint, segment: string, quarter: string, at: number, seed: string): bigint {
  const random = randomStream(seed, 'months', segment, quarter);
  const weights = [0, 1, 2].map(() => random.lognormal(0.04));
  return apportion(total, weights)[at] ?? 0n;
}

/** An enterprise that changes its bank ends at one and begins at another: continuity, no error. */
function labelBankChanges({ ledger }: Simulation, { month, shares }: MonthPlan): void {
  for (const { changesBank, enterprise } of shares.keys())
    if (changesBank === month) ledger.event(month, '16', 'bank_changed', enterprise);
}

/** The settlements of a month, bank after bank, in submissions of bounded size. */
async function writeBanks(simulation: Simulation, plan: MonthPlan): Promise<void> {
  const { domain, exporters, seed, errors, banks } = simulation;
  const random = randomStream(seed, 'errors', plan.month);
  const waiting = new Map<string, Injected[]>();
  const pending = (bank: string) => waiting.get(bank) ?? [];
  let sequence = new Map<string, number>();
  let current = '';
  const flush = async (bank: string, lines: readonly Injected[]): Promise<void> => {
    if (lines.length === 0) return;
    const number = (sequence.get(bank) ?? 0) + 1;
    sequence = new Map(sequence).set(bank, number);
    await writeBankFile(simulation, bank, plan.month, number, lines);
  };
  for (const line of drawMonth(domain, exporters, plan, seed)) {
    if (line.bank !== current) {
      if (current !== '') await flush(current, pending(current));
      waiting.delete(current);
      current = line.bank;
    }
    for (const injected of inject(line, errors, { domain, random, banks })) {
      const list = pending(injected.bank);
      list.push(injected);
      waiting.set(injected.bank, list);
    }
    if (pending(current).length >= LINES_PER_FILE) {
      await flush(current, pending(current));
      waiting.set(current, []);
    }
  }
  for (const bank of [...waiting.keys()].sort()) await flush(bank, pending(bank));
}

async function writeBankFile(
  simulation: Simulation,
  bank: string,
  month: string,
  sequence: number,
  lines: readonly Injected[],
): Promise<void> {
  const { ledger } = simulation;
  const format = formatOf(simulation, bank);
  const name = `${bank}-${month}-${sequence}.${format}`;
  for (const [at, injected] of lines.entries()) ledger.line(name, at + 1, injected);
  const declared = lines.map((line) => line.declared);
  const sums = sumsOf(
    lines.map(({ declared: { currency, amount } }) => [currency ?? '', canonical(amount ?? '')]),
  );
  await send(simulation, {
    name,
    format,
    kind: 'settlement',
    declared,
    sums,
    sender: bank,
    period: month,
    sequence,
  });
}

async function writeEnterprises(
  simulation: Simulation,
  quarter: string,
  plans: readonly MonthPlan[],
): Promise<void> {
  const { domain, exporters, seed, errors, ledger } = simulation;
  const respondents = exporters.filter(({ respondent }) => respondent);
  const headcounts = new Map(plans.map(({ month }) => [month, headcountsOf(respondents, month)]));
  for (const exporter of respondents) {
    const random = randomStream(seed, 'enterprise errors', quarter, exporter.enterprise);
    const lines = enterpriseLines(domain, exporter, plans, headcounts, seed);
    const format = formatOf(simulation, exporter.enterprise);
    const name = `E${exporter.enterprise}-${quarter}.${format}`;
    if (lines.length === 0) continue;
    if (random.chance(errors / 2) && lines.every(({ counted }) => counted === 0n)) {
      ledger.file(name, '12', 'missing', 'the declaration never comes');
      continue;
    }
    const declared = lines.map((line, at) =>
      doubleDeclared(line, at, random.chance(errors), name, simulation),
    );
    const sums = sumsOf(
      declared.map(({ currency, received_amount }) => [currency ?? '', received_amount ?? '']),
    );
    await send(simulation, {
      name,
      format,
      kind: 'enterprise',
      declared,
      sums,
      sender: exporter.enterprise,
      period: quarter,
      sequence: 1,
    });
  }
}

/** Error 2 by an enterprise: what passed through a bank is declared as received abroad too. */
function doubleDeclared(
  { declared, banked, counted, month, segment }: EnterpriseLine,
  at: number,
  wrong: boolean,
  name: string,
  { ledger }: Simulation,
): Declared {
  const double = banked / 10n;
  if (!wrong || double <= 0n) {
    ledger.clean(1);
    return declared;
  }
  ledger.truth(name, at + 1, declared['line_id'] ?? '', {
    truth: {
      error: '2',
      kind: 'double_enterprise',
      field: 'received_abroad',
      trueValue: formatScaled(counted, 2),
      trueMad: counted,
      treatment: 'correct',
    },
    month,
    segment,
    partner: declared['counterparty_country'] ?? '',
  });
  return { ...declared, received_abroad: formatScaled(counted + double, 2) };
}

type Sending = {
  readonly name: string;
  readonly format: Format;
  readonly kind: 'settlement' | 'enterprise';
  readonly declared: readonly Declared[];
  readonly sums: { readonly [currency: string]: string };
  readonly sender: string;
  readonly period: string;
  readonly sequence: number;
};

/** Writes a declaration with whatever befalls the file: a broken version before it, a resend after it, a late arrival. */
async function send(simulation: Simulation, sending: Sending): Promise<void> {
  const { out, seed, errors, engine, ledger } = simulation;
  const { name, format, kind, declared, period } = sending;
  const created = `${daysOf(lastMonthOf(period))[1]}T18:00:00+01:00`;
  const envelope: Envelope = {
    declarant_type: kind === 'settlement' ? 'bank' : 'enterprise',
    sender: sending.sender,
    period,
    sequence: sending.sequence,
    function: 'original',
    replaces: null,
    created_at: created,
    schema_version: '1',
    language: 'fr',
    synthetic: true,
    line_count: declared.length,
    control_sums: sending.sums,
  };
  for (const version of fileFates(name, envelope, { seed, errors, period })) {
    const path = join(out, 'declarations', version.name);
    await writeDeclaration({ envelope: version.envelope, kind, lines: declared }, format, path, engine);
    version.damage?.(path);
    ledger.arrival(version.name, version.arrives);
    if (version.error !== null) ledger.file(version.name, version.error, version.kind, version.treatment);
  }
}

function lastMonthOf(period: string): ReturnType<typeof periodOf> {
  return periodOf(monthsOf(periodOf(period)).at(-1) ?? period);
}

function formatOf({ format, seed }: Simulation, sender: string): Format {
  return format === 'mixed' ? randomStream(seed, 'format', sender).pick(FORMATS) : format;
}

/** Sums of an amount by currency, exact. */
function sumsOf(amounts: readonly (readonly [string, string])[]): { readonly [currency: string]: string } {
  const sums = new Map<string, bigint>();
  for (const [currency, amount] of amounts)
    sums.set(currency, (sums.get(currency) ?? 0n) + (parseScaled(amount, 3) ?? 0n));
  return Object.fromEntries(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => [currency, formatScaled(sum, 3)]),
  );
}

/** What a noisy amount says in plain digits. */
function canonical(amount: string): string {
  return [...amount]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x660 && code <= 0x669 ? String(code - 0x660) : letter;
    })
    .join('')
    .replaceAll(/[\u200f\u00a0]/g, '')
    .replace(/[,٫]/, '.');
}
