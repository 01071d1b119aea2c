// `marsad protect WS --compare`: one run under every way to protect that the domain offers: what readers lose, in value and
// in cells, and what stays at risk. Nothing of the run is changed; the comparison is kept for the compiler's choice.

import { precisionOf, protect } from '../analyse/protect.ts';
import { lossOf, type ProtectionLoss } from '../analyse/protection-loss.ts';
import type { CompiledCell } from '../design/compiled-cell.ts';
import { progressOf } from '../design/progress-words.ts';
import { optionName, optionsOf, SUPPRESSION } from '../design/protection-option.ts';
import type { Text } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import type { Store } from '../engine/store.ts';
import { optionsFor, type ProtectionRequest } from './protect.ts';
import { type ProtectionFacts, protectionFacts } from './protection-facts.ts';
import type { Run } from './runs.ts';
import { type Workspace, workspaceEngine } from './workspace.ts';

/** One way to protect, and what it does. */
export type Compared = ProtectionLoss & {
  readonly option: string;
  readonly at_risk: number;
  readonly primary: number;
  readonly secondary: number;
  readonly cost: number;
  readonly gap: number | null;
};
export type Comparison = {
  readonly run: number;
  readonly author: string;
  readonly at: string;
  readonly options: readonly Compared[];
};

/** Protects a run under every option, one after the other, and keeps what was found. */
export async function compareProtections(
  workspace: Workspace,
  run: Run,
  request: ProtectionRequest,
  effects: Effects,
): Promise<Comparison> {
  const options: Compared[] = [];
  const engine = await workspaceEngine(workspace);
  try {
    const plain = await protectionFacts(workspace, run, engine, SUPPRESSION);
    for (const option of optionsOf(workspace.domain, run.cutAt.slice(0, 10))) {
      const name = optionName(option);
      const told = {
        ...request,
        progress: (said: Text) => request.progress?.(progressOf('option', { option: name, said })),
      };
      const facts = option === SUPPRESSION ? plain : await protectionFacts(workspace, run, engine, option);
      const made = await protect({ ...facts, ...optionsFor(workspace, told) });
      const { at_risk, primary, secondary, cost, gap } = made.report;
      const loss = lossOf(plain.cells, made, stepsOf(facts));
      options.push({ option: name, ...{ at_risk, primary, secondary, cost, gap }, ...loss });
    }
  } finally {
    engine.close();
  }
  return keep(workspace.store, { run: run.id, author: effects.actor(), at: effects.clock(), options });
}

/** The last comparison that was made of a run; null when there is none. */
export function comparisonOf(store: Store, run: number): Comparison | null {
  const row = store.get<{ result: string; author: string; at: string }>(
    'SELECT result, author, at FROM protection_comparisons WHERE run = ?',
    run,
  );
  if (row === undefined) return null;
  return { run, author: row.author, at: row.at, options: JSON.parse(row.result) as readonly Compared[] };
}

/** A comparison for people: at a terminal a line for each option, in an office where to read them. */
export function comparisonSaid(comparison: Comparison): Text {
  const said = progressOf('compared', { count: comparison.options.length });
  return { ...said, en: comparisonLines(comparison).join('\n') };
}

function comparisonLines({ run, options }: Comparison): readonly string[] {
  const head = [
    'option',
    'at risk',
    'levels lost',
    'ratios lost',
    'instead',
    'value lost, millions',
    '%',
    'rounding',
  ];
  const rows = options.map((each) => [
    each.option,
    ...[each.at_risk, each.levels, each.ratios, each.instead].map(String),
    ...[each.value, (each.share / 100).toFixed(2), each.rounding],
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  ');
  return [
    `run ${run}: what readers lose of ${options[0]?.cells ?? 0} cells under each way to protect`,
    line(head),
    ...rows.map(line),
    '`marsad protect WS --choose OPTION --reason …` records which one the runs from now on use',
  ];
}

function keep(store: Store, comparison: Comparison): Comparison {
  const { run, options, author, at } = comparison;
  store.run(
    `INSERT INTO protection_comparisons (run, result, author, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (run) DO UPDATE SET result = excluded.result, author = excluded.author, at = excluded.at`,
    ...[run, JSON.stringify(options), author, at],
  );
  return comparison;
}

/** Hundredths of the currency in one printed unit. */
function stepsOf({ indicators }: ProtectionFacts): (cell: CompiledCell) => bigint {
  const precision = precisionOf(indicators);
  return (cell) => {
    const { unitMult, decimals } = precision(cell);
    return 10n ** BigInt(2 + unitMult) / 10n ** BigInt(decimals);
  };
}
