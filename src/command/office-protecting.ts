// How releases are protected, for the pages of staff: the functions that `marsad protect` and `marsad risks` call.

import type { Flicker } from '../analyse/flicker.ts';
import { optionName, optionsOf } from '../design/protection-option.ts';
import type { Effects } from '../engine/effects.ts';
import { readText } from '../engine/files.ts';
import type { Protecting, ProtectionView } from '../office/workbench/desk-protecting.ts';
import { approveRisk, endRisk, proposeRisk, riskStandings } from './accepted-risks.ts';
import { tellingBy } from './office-releasing.ts';
import { openJob } from './office-running.ts';
import { type Bench, newestRun, runFile } from './office-workbench.ts';
import { FLICKER_NAME } from './protect.ts';
import { comparisonOf } from './protect-compare.ts';
import { choicesOf, choose, chosenOption } from './protection-choice.ts';

/** The part of the desk that is about protection. */
export function protectingOf(bench: Bench): Protecting {
  const { workspace, effects } = bench;
  const { store } = workspace;
  const as = (actor: string): Effects => ({ ...effects, actor: () => actor });
  return {
    protection: async () => protectionView(bench),
    chooseProtection: async (choice, actor, record) =>
      choose(workspace, choice, as(actor), tellingBy(record)),
    proposeRisk: async (asked, actor, record) => {
      proposeRisk(store, asked, as(actor), tellingBy(record));
    },
    approveRisk: async ({ cell, proposal }, actor, record) => {
      approveRisk(store, { cell, seen: proposal }, as(actor), tellingBy(record));
    },
    endRisk: async (ended, actor, record) => endRisk(store, ended, as(actor), tellingBy(record)),
  };
}

/** So many changes are shown. */
const MOST_CHANGES = 300;

function protectionView(bench: Bench): ProtectionView {
  const { workspace, effects } = bench;
  const day = effects.clock().slice(0, 10);
  const compared = newestRun(bench, 'analysed');
  const comparison = compared === null ? null : comparisonOf(workspace.store, compared.id);
  const run = newestRun(bench, 'protected');
  const path = run === null ? null : runFile(bench, run, FLICKER_NAME);
  const changed = path === null ? [] : (JSON.parse(readText(path)) as readonly Flicker[]);
  return {
    run: run?.id ?? null,
    option: optionName(chosenOption(workspace, day)),
    options: optionsOf(workspace.domain, day).map(optionName),
    choices: choicesOf(workspace.store).slice(0, 20),
    job: openJob(bench) ?? null,
    comparison:
      comparison === null
        ? null
        : { ...comparison, cells: comparison.options[0]?.cells ?? 0, rows: comparison.options },
    changed: [...changed].sort(noneFirst).slice(0, MOST_CHANGES),
    risks: riskStandings(workspace.store),
  };
}

/** What has no cause comes first. */
function noneFirst(a: Flicker, b: Flicker): number {
  return Number(b.cause === 'none') - Number(a.cause === 'none');
}
