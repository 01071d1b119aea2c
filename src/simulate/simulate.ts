// Declarations drawn to meet the published totals, with known errors. GSBPM 2.6 (design production systems), for
// demonstration, tests and measurement: the real declarations are secret. Everything that comes of it is synthetic.

import { monthsOf, periodOf, periodsBetween } from '../design/period.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Log } from '../engine/effects.ts';
import { type BankFiles, openBankFiles } from './bank-files.ts';
import type { Context } from './declared-line.ts';
import { drawMonth, type MonthPlan, planMonth } from './draw-month.ts';
import { isEncodable } from './encode-text.ts';
import { writeEnterprises } from './enterprise-files.ts';
import { exportersOf } from './exporter.ts';
import { inject } from './inject-error.ts';
import { drawMergers } from './merger.ts';
import { totalName } from './published-constraint.ts';
import { apportion, randomStream } from './random-stream.ts';
import { injectSecond } from './second-error.ts';
import { isMissing, type Simulation, type SimulationRequest, senderForm } from './simulation.ts';
import { type SolvedTotals, solveTotals } from './solve-totals.ts';
import { openLedger } from './truth-ledger.ts';

export type SimulationSummary = {
  readonly files: number;
  readonly lines: number;
  readonly errors: number;
  readonly lookAlikes: number;
  readonly constraints: number;
};

/** Draws everything and writes it below `out`; the same request gives the same bytes. */
export async function simulate(
  request: SimulationRequest,
  engine: Engine,
  log: Log,
): Promise<SimulationSummary> {
  const { domain, from, to } = request;
  const segments = domain.segments.map(({ code }) => code);
  const solved = await solveTotals({ figures: domain.published, scope: domain.scope, segments, from, to });
  const bankCodes = domain.banks.slice(0, request.banks).map(({ code }) => code);
  const exporters = exportersOf(domain, request.seed, {
    banks: bankCodes,
    respondents: request.respondents,
    ...(request.sampled === undefined ? {} : { sampled: request.sampled }),
  });
  const mergers = drawMergers(exporters, request.errors, request.seed);
  const ledger = openLedger(request.out);
  const simulation: Simulation = { ...request, engine, bankCodes, ledger, exporters, mergers };
  const months = periodsBetween(periodOf(from), periodOf(to)).flatMap(monthsOf);
  const files = openBankFiles(simulation);
  for (const quarter of solved.quarters) {
    const plans = monthsOf(periodOf(quarter)).map((month, at) =>
      planOf(simulation, month, monthTotals(simulation, solved, quarter, at), months.length),
    );
    for (const plan of plans) {
      await writeBanks(simulation, plan, files);
      log.progress(`  simulate ${plan.month}: ${simulation.ledger.counts().lines} lines`);
    }
    await writeEnterprises(simulation, quarter, plans);
  }
  return { ...simulation.ledger.close(), constraints: solved.constraints };
}

/** What each segment earns in a month: thirds of the quarter, a little uneven, adding up to the centime. */
function monthTotals(
  { domain, seed }: Simulation,
  solved: SolvedTotals,
  quarter: string,
  at: number,
): ReadonlyMap<string, bigint> {
  return new Map(
    domain.segments.map(({ code }) => {
      const random = randomStream(seed, 'months', code, quarter);
      const weights = [0, 1, 2].map(() => random.lognormal(0.04));
      const total = solved.totals.get(totalName(code, quarter)) ?? 0n;
      return [code, apportion(total, weights)[at] ?? 0n];
    }),
  );
}

function planOf(
  simulation: Simulation,
  month: string,
  totals: ReadonlyMap<string, bigint>,
  months: number,
): MonthPlan {
  const { domain, exporters, ledger, lines, mergers, seed } = simulation;
  for (const [segment, total] of totals) ledger.total(month, segment, total);
  const plan = planMonth(domain, exporters, month, totals, Math.round(lines / months), seed, mergers);
  tellUnasked(simulation, plan);
  if (simulation.errors > 0) labelEvents(simulation, plan);
  return plan;
}

/** What enterprises that nobody asks receive otherwise than through banks: only the sample can say it. */
function tellUnasked({ ledger }: Simulation, { month, abroad }: MonthPlan): void {
  const sums = new Map<string, bigint>();
  for (const [{ respondent }, own] of abroad)
    if (!respondent) for (const [segment, value] of own) sums.set(segment, (sums.get(segment) ?? 0n) + value);
  for (const [segment, sum] of [...sums].sort()) ledger.unasked(month, segment, sum);
}

/** An enterprise that changes its bank, or goes on in another, ends at one place and begins at another: continuity, no error. */
function labelEvents({ ledger, mergers }: Simulation, { month, shares }: MonthPlan): void {
  for (const merger of mergers) if (merger.month === month) ledger.merger(merger);
  for (const { changesBank, enterprise } of shares.keys())
    if (changesBank === month) ledger.event(month, '16', 'bank_changed', enterprise);
}

/** The settlements of a month, line after line. */
async function writeBanks(simulation: Simulation, plan: MonthPlan, files: BankFiles): Promise<void> {
  const { domain, exporters, seed, errors, bankCodes } = simulation;
  const putIn = simulation.generator === 'second' ? injectSecond : inject;
  const context: Context = {
    domain,
    random: randomStream(seed, 'errors', plan.month),
    banks: bankCodes,
    missing: (bank, month) => isMissing(simulation, bank, month),
    lastMonth: monthsOf(periodOf(simulation.to)).at(-1) ?? plan.month,
    writes: (bank, text) => isEncodable(text, senderForm(simulation, bank).encoding),
  };
  for (const line of drawMonth(domain, exporters, plan, seed))
    for (const injected of putIn(line, errors, context)) await files.declare(injected);
  await files.close(plan.month);
}
